// @ts-check
/** The input bar: plus, text, stickers, send. Drafts are kept for each person while the page is open. */
import { button, element } from './elements.js';
import { icon } from './icons.js';
import { say } from './texts.js';

/** @type {Map<string, string>} */
const drafts = new Map();
const TALLEST = 120;

/** @typedef {{ sendText: (text: string) => void, toggleMore: () => void, toggleStickers: () => void, touched: () => void }} ComposerHands */

export class Composer {
  #input = element('textarea', {
    rows: 1,
    maxlength: 10_000,
    'aria-label': say('typeHere'),
    placeholder: say('typeHere'),
  });
  #send = element(
    'button',
    { type: 'submit', class: 'send', 'aria-label': say('send'), disabled: true },
    icon('send'),
  );
  node;
  #userId;
  #hands;

  /** @param {string} userId @param {ComposerHands} hands */
  constructor(userId, hands) {
    this.#userId = userId;
    this.#hands = hands;
    const more = button(
      { class: 'round', 'aria-label': say('more'), onclick: hands.toggleMore },
      icon('plus'),
    );
    const stickers = button(
      { class: 'round', 'aria-label': say('sticker'), onclick: hands.toggleStickers },
      icon('face'),
    );
    this.node = element('form', { class: 'composer' }, more, this.#input, stickers, this.#send);
    this.#listen();
    this.fill(drafts.get(userId) ?? '');
  }

  /** @param {string} text */
  fill(text) {
    this.#input.value = text;
    this.#changed();
  }

  focus() {
    this.#input.focus();
    this.#input.setSelectionRange(this.#input.value.length, this.#input.value.length);
  }

  #listen() {
    this.node.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#sendNow();
    });
    this.#input.addEventListener('input', () => this.#changed());
    this.#input.addEventListener('pointerdown', this.#hands.touched);
    this.#input.addEventListener('keydown', (event) => {
      // While an input method composes a character, Enter belongs to it (229 in older browsers).
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
      event.preventDefault();
      this.#sendNow();
    });
  }

  #sendNow() {
    const text = this.#input.value.trim();
    if (!text) return;
    this.#hands.sendText(text);
    this.fill('');
  }

  #changed() {
    drafts.set(this.#userId, this.#input.value);
    this.#send.disabled = this.#input.value.trim() === '';
    this.#input.style.height = 'auto';
    this.#input.style.height = `${Math.min(this.#input.scrollHeight, TALLEST)}px`;
  }
}
