// @ts-check
/** Text as LINE shows it: line breaks kept, addresses and telephone links tappable. */
import { link } from './elements.js';

const ADDRESS = /\b(?:https?:\/\/|tel:)[^\s<>"'“”]+/gi;
/** Marks at the end of a sentence that do not belong to an address. */
const TRAILING = /[.,;:!?)\]}»]+$/;

/**
 * The text as nodes.
 * @param {string} text
 * @returns {(Node | string)[]}
 */
export function linkedText(text) {
  /** @type {(Node | string)[]} */
  const nodes = [];
  let done = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const address = match[0].replace(TRAILING, '');
    const anchor = link(address, {}, address);
    if (!anchor) continue;
    nodes.push(text.slice(done, match.index), anchor);
    done = match.index + address.length;
  }
  nodes.push(text.slice(done));
  return nodes;
}
