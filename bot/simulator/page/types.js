// @ts-check
/**
 * The shapes the chat page shares: what the server sends, and what a tapped thing may do.
 * This file holds types only; nothing in it runs.
 */

/** A LINE object as it came over the wire: nothing in it is checked yet. @typedef {{ [key: string]: unknown }} Json */

/** The same words in both languages of the page. @typedef {{ th: string, en: string }} Words */

/**
 * A person the page can speak as.
 * @typedef {object} Persona
 * @property {string} userId
 * @property {string} displayName
 * @property {Words} role
 * @property {Words} hint
 * @property {boolean} following
 */

/**
 * One line of a chat. The same id may come again when the entry changed (unsent).
 * `at` is an ISO instant.
 * @typedef {{ id: number, at: string, from: 'person' | 'bot', message: Json, unsent?: boolean }} MessageEntry
 * @typedef {{ id: number, at: string, from: 'note', text: Words }} NoteEntry
 * @typedef {MessageEntry | NoteEntry} ChatEntry
 */

/**
 * The rich menu a person sees now.
 * @typedef {{ richMenu: Json | null, imageUrl?: string | null }} MenuState
 */

/**
 * What a tapped button sends back. `params` holds the date, time or datetime that was picked.
 * @typedef {{ data: string, displayText?: string, params?: { [key: string]: string } }} Postback
 */

/**
 * A place a person sends: WGS84 degrees.
 * @typedef {{ latitude: number, longitude: number, title?: string, address?: string }} Place
 */

/** @typedef {{ packageId: string, stickerId: string, keywords?: string[] }} Sticker */

/**
 * What a button, link or menu area of a chat may do in that chat.
 * @typedef {object} ChatHands
 * @property {(text: string) => void} sendText
 * @property {(postback: Postback) => void} sendPostback
 * @property {(text: string) => void} fillIn puts words into the input field, without sending
 * @property {() => void} openKeyboard
 * @property {() => void} askPlace opens the location picker
 * @property {() => void} askPicture opens the picture chooser
 * @property {(action: Json) => void} askTime opens the date and time picker of a datetimepicker action
 * @property {(open: boolean) => void} showMenu opens or closes the rich menu
 * @property {(aliasId: string, data: string) => void} switchMenu
 * @property {(messageId: string) => void} unsend
 * @property {(text: string) => void} copy
 * @property {(source: string, alt: string) => void} openPicture shows a picture large
 */

export {};
