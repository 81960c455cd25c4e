// @ts-check
/** A short word to the person that goes away by itself. */
import { element } from './elements.js';

const SHOWN_MS = 3000;

/** @param {string} text */
export function showNotice(text) {
  const node = element('div', { class: 'notice', role: 'status' }, text);
  document.body.append(node);
  setTimeout(() => node.remove(), SHOWN_MS);
}
