// @ts-check
/** One chat: a person on this side, the account on the other. Wires the parts to the server. */
import { openStream, postFollow, postImage, postMenu, postMessage, postPostback, postUnsend } from './api.js';
import { ChatLog } from './chat-log.js';
import { Composer } from './composer.js';
import { button, element } from './elements.js';
import { openLocationPicker } from './location-picker.js';
import { showNotice } from './notice.js';
import { outboxOf } from './outbox.js';
import { Panels } from './panels.js';
import { openPictureChooser, openPictureLarge } from './picture-window.js';
import { QuickReplies } from './quick-replies.js';
import { accountAvatar } from './rows.js';
import { say } from './texts.js';
import { openTimePicker } from './time-window.js';

/** @typedef {import('./types.js').Persona} Persona */
/** @typedef {import('./types.js').ChatEntry} ChatEntry */
/** @typedef {import('./types.js').ChatHands} ChatHands */
/** @typedef {import('./types.js').Json} Json */
/** @typedef {import('./types.js').Postback} Postback */

export class Chat {
  #persona;
  #outbox;
  #log;
  #quickReplies;
  #panels;
  #composer;
  #status = element('div', { class: 'connection', role: 'status' }, say('connecting'));
  #followButton = button({ class: 'follow', onclick: () => void this.#follow() });
  #stranger = element('div', { class: 'stranger' }, element('span', {}, say('notFollowing')));
  #closeStream;
  #unwatch;
  node;

  /** @param {Persona} persona */
  constructor(persona) {
    this.#persona = persona;
    const hands = this.#hands();
    this.#log = new ChatLog(hands);
    this.#quickReplies = new QuickReplies(hands, () => this.#log.focus());
    this.#panels = new Panels(hands, (sticker) => this.#sendMessage({ type: 'sticker', ...sticker }));
    this.#composer = new Composer(persona.userId, {
      sendText: hands.sendText,
      toggleMore: () => this.#panels.toggle('more'),
      toggleStickers: () => this.#panels.toggle('stickers'),
      touched: () => this.#panels.show('none'),
    });
    this.node = this.#draw();
    this.#outbox = outboxOf(persona.userId);
    this.#unwatch = this.#outbox.watch(() => this.#log.showPending(this.#outbox));
    this.#log.showPending(this.#outbox);
    this.#showFollowing();
    this.#closeStream = openStream(persona.userId, this.#listener());
  }

  close() {
    this.#closeStream();
    this.#log.close();
    this.#unwatch();
    this.node.remove();
  }

  #draw() {
    const name = element('h2', {}, say('account'), element('small', {}, say('accountKind')));
    const header = element('header', { class: 'chat-header' }, accountAvatar(), name, this.#followButton);
    const parts = [header, this.#status, this.#log.node, this.#quickReplies.node];
    const label = { 'aria-label': say('chatOf', { name: this.#persona.displayName }) };
    return element(
      'section',
      { class: 'chat', ...label },
      ...parts,
      this.#stranger,
      this.#composer.node,
      this.#panels.node,
    );
  }

  /** @returns {import('./api.js').StreamListener} */
  #listener() {
    return {
      entry: (entry) => this.#hear(entry),
      typing: (seconds) => this.#log.showTyping(seconds),
      menu: (menu) => {
        // The menu follows the entries of the past.
        this.#log.endReplay();
        this.#quickReplies.show(this.#log.last);
        this.#panels.setMenu(menu);
      },
      read: () => this.#log.markRead(),
      connection: (open) => {
        this.#status.textContent = open ? '' : say('reconnecting');
        if (open) this.#log.beginReplay();
      },
    };
  }

  /** @param {ChatEntry} entry */
  #hear(entry) {
    const isNew = this.#log.put(entry);
    if (isNew && entry.from === 'bot') this.#log.showTyping(0);
    if (isNew && entry.from === 'person') this.#outbox.heard(entry.message);
    this.#quickReplies.show(this.#log.last);
  }

  /** @returns {ChatHands} */
  #hands() {
    return {
      sendText: (text) => this.#sendMessage({ type: 'text', text }),
      sendPostback: (postback) => this.#sendPostback(postback),
      fillIn: (text) => {
        this.#composer.fill(text);
        this.#composer.focus();
      },
      openKeyboard: () => this.#composer.focus(),
      askPlace: () => openLocationPicker((place) => this.#sendMessage({ type: 'location', ...place })),
      askPicture: () => openPictureChooser((image) => this.#sendImage(image)),
      askTime: (action) => openTimePicker(action, (postback) => this.#sendPostback(postback)),
      showMenu: (open) => this.#panels.show(open ? 'menu' : 'none'),
      switchMenu: (aliasId, data) => void this.#attempt(postMenu(this.#persona.userId, aliasId, data)),
      unsend: (messageId) => void this.#attempt(postUnsend(this.#persona.userId, messageId)),
      copy: (text) => void copyText(text),
      openPicture: openPictureLarge,
    };
  }

  /** @param {Json} message */
  #sendMessage(message) {
    this.#outbox.send(message, () => postMessage(this.#persona.userId, message));
  }

  /** @param {Blob} image */
  #sendImage(image) {
    this.#outbox.send({ type: 'image' }, () => postImage(this.#persona.userId, image));
  }

  /** Without words to show, a postback has no place in the chat: only its failure is told. @param {Postback} postback */
  #sendPostback(postback) {
    const send = () => postPostback(this.#persona.userId, postback);
    if (postback.displayText) this.#outbox.send({ type: 'text', text: postback.displayText }, send);
    else void this.#attempt(send());
  }

  /** @param {Promise<unknown>} work @returns {Promise<boolean>} whether it worked */
  async #attempt(work) {
    try {
      await work;
      return true;
    } catch {
      showNotice(say('actionFailed'));
      return false;
    }
  }

  async #follow() {
    const following = !this.#persona.following;
    if (!(await this.#attempt(postFollow(this.#persona.userId, following)))) return;
    this.#persona.following = following;
    this.#showFollowing();
  }

  #showFollowing() {
    const { following } = this.#persona;
    this.#followButton.textContent = say(following ? 'unfollow' : 'follow');
    this.#followButton.classList.toggle('primary', !following);
    this.#stranger.hidden = following;
    this.#composer.node.hidden = !following;
    this.#panels.node.hidden = !following;
  }
}

/** @param {string} text */
async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    showNotice(say('copied'));
  } catch {
    showNotice(say('copyFailed'));
  }
}
