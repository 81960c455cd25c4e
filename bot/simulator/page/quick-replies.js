// @ts-check
/** The quick replies under the last message: a row of buttons, gone with the next message. */
import { actionControl } from './actions.js';
import { element, picture } from './elements.js';
import { icon } from './icons.js';
import { asObject, asObjects, asText } from './read-json.js';
import { say } from './texts.js';

/** @typedef {import('./types.js').Json} Json */
/** @typedef {import('./types.js').ChatEntry} ChatEntry */
/** @typedef {import('./types.js').ChatHands} ChatHands */

/** After these the row goes at once; the others open a window first and may be left again. */
const FINAL = new Set(['message', 'postback']);

/** Signs LINE puts before actions that have no picture of their own. @type {{ [type: string]: import('./icons.js').IconName }} */
const SIGNS = { location: 'pin', camera: 'camera', cameraRoll: 'picture', datetimepicker: 'calendar' };

export class QuickReplies {
  node = element('div', {
    class: 'quick-replies',
    role: 'group',
    'aria-label': say('quickReplies'),
    hidden: true,
  });
  #hands;
  #onLeave;
  /** The entry whose replies were used: a tapped postback without words adds no message that would end them. */
  #used = -1;
  #shown = -1;

  /** @param {ChatHands} hands @param {() => void} onLeave takes the focus when the row vanishes under it */
  constructor(hands, onLeave) {
    this.#hands = hands;
    this.#onLeave = onLeave;
  }

  /** Shows the replies of the chat's last message, if it has any. @param {ChatEntry | null} last */
  show(last) {
    const from = last?.from === 'bot' && last.id !== this.#used ? last : null;
    const items = from ? asObjects(asObject(from.message.quickReply).items) : [];
    if (from && items.length > 0) this.#draw(from.id, items);
    else this.hide();
  }

  hide() {
    const hadFocus = this.node.contains(document.activeElement);
    this.node.hidden = true;
    this.node.replaceChildren();
    this.#shown = -1;
    if (hadFocus) this.#onLeave();
  }

  /** @param {number} id @param {Json[]} items */
  #draw(id, items) {
    if (this.#shown === id) return;
    this.hide();
    this.#shown = id;
    this.node.append(...items.map((item) => this.#chip(id, item)));
    this.node.hidden = false;
    this.node.scrollLeft = 0;
  }

  /** @param {number} id @param {Json} item */
  #chip(id, item) {
    const action = asObject(item.action);
    const sign = SIGNS[asText(action.type)];
    const mark = item.imageUrl ? picture(item.imageUrl, '') : sign && icon(sign);
    const chip = actionControl(
      action,
      this.#hands,
      { class: 'quick-reply' },
      mark,
      asText(action.label) || asText(action.type),
    );
    chip.addEventListener('click', () => {
      if (!FINAL.has(asText(action.type))) return;
      this.#used = id;
      this.hide();
    });
    return chip;
  }
}
