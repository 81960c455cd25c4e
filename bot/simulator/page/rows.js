// @ts-check
/** One line of the chat: the bubble with who said it, when, and whether it was read. */
import { button, element, picture, svgElement } from './elements.js';
import { drawMessage } from './messages.js';
import { asObject, asText } from './read-json.js';
import { clockTime, inLanguage, say } from './texts.js';

/** @typedef {import('./types.js').ChatEntry} ChatEntry */
/** @typedef {import('./types.js').MessageEntry} MessageEntry */
/** @typedef {import('./types.js').Json} Json */
/** @typedef {import('./types.js').ChatHands} ChatHands */

/** Messages that take the whole width, the time under them. */
const WIDE = new Set(['flex', 'template', 'imagemap']);

/** @param {ChatEntry} entry @param {ChatHands} hands @returns {HTMLElement} */
export function drawRow(entry, hands) {
  if (entry.from === 'note') return noteRow(inLanguage(entry.text));
  if (entry.unsent) return noteRow(say(entry.from === 'person' ? 'youUnsent' : 'botUnsent'));
  return entry.from === 'person' ? ownRow(entry, hands) : botRow(entry, hands);
}

/** @param {string} text */
export function noteRow(text) {
  return element('div', { class: 'row note' }, element('span', { class: 'note-words' }, text));
}

/** @param {MessageEntry} entry @param {ChatHands} hands */
function botRow({ message, at }, hands) {
  const sender = asObject(message.sender);
  const name = asText(sender.name) || say('account');
  const face = sender.iconUrl ? picture(sender.iconUrl, '', { class: 'avatar' }) : accountAvatar();
  const wide = WIDE.has(asText(message.type)) ? 'wide' : '';
  const words = element(
    'div',
    { class: 'words' },
    element('span', { class: 'sender' }, name),
    element('div', { class: 'said' }, drawMessage(message, hands), timeOf(at)),
  );
  return element('div', { class: `row bot ${wide}` }, face, words);
}

/** @param {MessageEntry} entry @param {ChatHands} hands */
function ownRow({ message, at }, hands) {
  const meta = element('span', { class: 'meta' }, element('span', { class: 'read-mark' }), timeOf(at));
  const who = element('span', { class: 'visually-hidden' }, `${say('you')}: `);
  const side = element('div', { class: 'side' }, messageMenu(message, hands), meta);
  return element('div', { class: 'row own' }, who, side, drawMessage(message, hands));
}

/** @param {string} instant */
function timeOf(instant) {
  return element('time', { class: 'time', datetime: instant }, clockTime(instant));
}

/** The menu of the person's own message: unsend, copy. @param {Json} message @param {ChatHands} hands */
function messageMenu(message, hands) {
  const id = asText(message.id);
  if (!id) return null;
  const text = asText(message.text);
  const toggle = button(
    { class: 'message-menu-toggle', 'aria-label': say('messageMenu'), 'aria-expanded': 'false' },
    '⋯',
  );
  const unsend = button({ onclick: () => hands.unsend(id) }, say('unsend'));
  const copy = text ? button({ onclick: () => hands.copy(text) }, say('copy')) : null;
  const list = element('div', { class: 'message-menu-list', hidden: true }, copy, unsend);
  const node = element('div', { class: 'message-menu' }, toggle, list);
  /** @param {boolean} open */
  const show = (open) => {
    list.hidden = !open;
    toggle.setAttribute('aria-expanded', String(open));
  };
  toggle.addEventListener('click', () => show(list.hidden === true));
  list.addEventListener('click', () => show(false));
  node.addEventListener('focusout', (event) => {
    if (!node.contains(/** @type {Node | null} */ (event.relatedTarget))) show(false);
  });
  node.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    show(false);
    toggle.focus();
  });
  return node;
}

/** The account's face: a pin on green. */
export function accountAvatar() {
  const disc = svgElement('circle', { cx: 20, cy: 20, r: 20, fill: '#08783a' });
  const pin = svgElement('path', {
    d: 'M20 33S10 22 10 16a10 10 0 0 1 20 0C30 22 20 33 20 33Z',
    fill: '#fff',
  });
  const eye = svgElement('circle', { cx: 20, cy: 16, r: 4, fill: '#08783a' });
  return svgElement('svg', { class: 'avatar', viewBox: '0 0 40 40', 'aria-hidden': 'true' }, disc, pin, eye);
}
