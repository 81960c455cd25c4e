// @ts-check
/** The rich menu: the bar with its words, and the picture whose areas are buttons. */
import { areaControl } from './actions.js';
import { button, element, picture } from './elements.js';
import { asNumber, asObject, asObjects, asText } from './read-json.js';
import { say } from './texts.js';

/** @typedef {import('./types.js').Json} Json */
/** @typedef {import('./types.js').MenuState} MenuState */
/** @typedef {import('./types.js').ChatHands} ChatHands */

export class RichMenu {
  panel = element('div', { class: 'panel rich-menu', hidden: true });
  bar = button({
    class: 'menu-bar',
    hidden: true,
    'aria-expanded': 'false',
    onclick: () => this.#onToggle(this.panel.hidden === true),
  });
  /** The menu's words on the bar. */
  #words = '';
  #hands;
  #onToggle;

  /** @param {ChatHands} hands @param {(open: boolean) => void} onToggle */
  constructor(hands, onToggle) {
    this.#hands = hands;
    this.#onToggle = onToggle;
  }

  /** Whether there is a menu at all. */
  get exists() {
    return !this.bar.hidden;
  }

  /** Takes the menu the person has now; says whether it wants to stand open. @param {MenuState} state */
  set({ richMenu, imageUrl }) {
    const menu = asObject(richMenu);
    this.bar.hidden = !richMenu;
    this.#words = asText(menu.chatBarText) || say('menu');
    this.panel.replaceChildren(...(richMenu ? [this.#draw(menu, imageUrl)] : []));
    this.open(this.exists && !this.panel.hidden);
    return menu.selected === true;
  }

  /** @param {boolean} open */
  open(open) {
    this.panel.hidden = !open;
    this.bar.textContent = `${this.#words} ${open ? '▾' : '▴'}`;
    this.bar.setAttribute('aria-expanded', String(open));
  }

  /** @param {Json} menu @param {string | null | undefined} imageUrl */
  #draw(menu, imageUrl) {
    const size = asObject(menu.size);
    const whole = { width: asNumber(size.width) || 2500, height: asNumber(size.height) || 1686 };
    const areas = asObjects(menu.areas);
    const image = imageUrl ? picture(imageUrl, asText(menu.name), { class: 'rich-menu-image' }) : null;
    const controls = areas.map((area, index) => this.#area(area, index, whole));
    const name = { role: 'group', 'aria-label': this.#words };
    const node = element('div', { class: 'rich-menu-picture', ...name }, image, ...controls);
    node.style.setProperty('--ratio', String(whole.width / whole.height));
    return node;
  }

  /** @param {Json} area @param {number} index @param {{ width: number, height: number }} whole */
  #area(area, index, whole) {
    const action = asObject(area.action);
    const name =
      asText(action.label) ||
      asText(action.displayText) ||
      asText(action.text) ||
      say('menuArea', { number: index + 1 });
    const control = areaControl(asObject(area.bounds), whole, action, this.#hands, name);
    // Seen only when the picture is missing: the menu still has to be usable.
    control.append(element('span', { class: 'area-name' }, name));
    return control;
  }
}
