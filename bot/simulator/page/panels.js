// @ts-check
/** The space under the input bar: rich menu, attachments or stickers, one at a time. */
import { button, element } from './elements.js';
import { icon } from './icons.js';
import { RichMenu } from './rich-menu.js';
import { stickerGrid } from './stickers.js';
import { say } from './texts.js';

/** @typedef {import('./types.js').ChatHands} ChatHands */
/** @typedef {import('./types.js').Sticker} Sticker */
/** @typedef {'none' | 'menu' | 'more' | 'stickers'} Shown */

export class Panels {
  #menu;
  #more;
  #stickers;
  /** @type {Shown} */
  #shown = 'none';
  node;

  /** @param {ChatHands} hands @param {(sticker: Sticker) => void} sendSticker */
  constructor(hands, sendSticker) {
    this.#menu = new RichMenu(hands, (open) => this.show(open ? 'menu' : 'none'));
    this.#more = this.#attachments(hands);
    this.#stickers = element('div', { class: 'panel', hidden: true }, stickerGrid(sendSticker));
    this.node = element(
      'div',
      { class: 'panels' },
      this.#menu.panel,
      this.#more,
      this.#stickers,
      this.#menu.bar,
    );
  }

  /** @param {import('./types.js').MenuState} state */
  setMenu(state) {
    const wantsOpen = this.#menu.set(state);
    if (!state.richMenu && this.#shown === 'menu') this.show('none');
    else if (wantsOpen && this.#shown === 'none') this.show('menu');
  }

  /** @param {Shown} next */
  show(next) {
    this.#shown = next === 'menu' && !this.#menu.exists ? 'none' : next;
    this.#menu.open(this.#shown === 'menu');
    this.#more.hidden = this.#shown !== 'more';
    this.#stickers.hidden = this.#shown !== 'stickers';
  }

  /** @param {'more' | 'stickers'} which */
  toggle(which) {
    this.show(this.#shown === which ? 'none' : which);
  }

  /** @param {ChatHands} hands */
  #attachments(hands) {
    /** @param {import('./icons.js').IconName} sign @param {string} label @param {() => void} onclick */
    const choice = (sign, label, onclick) => button({ class: 'attachment', onclick }, icon(sign), label);
    const choices = [
      choice('picture', say('picture'), hands.askPicture),
      choice('pin', say('place'), hands.askPlace),
      choice('face', say('sticker'), () => this.show('stickers')),
    ];
    return element(
      'div',
      { class: 'panel attachments', role: 'group', 'aria-label': say('more'), hidden: true },
      ...choices,
    );
  }
}
