// @ts-check
/**
 * Builds DOM nodes. Text always becomes a text node, and the attributes that can run code or load
 * something are refused here: links and pictures go through `link` and `picture`, which check them.
 */
import { safeLink, safePicture } from './safe-values.js';

/** @typedef {Node | string | null | undefined | false} Child */
/** @typedef {{ [name: string]: string | number | boolean | null | undefined | ((event: Event) => void) }} Attributes */

const REFUSED = new Set(['href', 'src', 'srcset', 'srcdoc', 'style', 'action', 'formaction']);
const SVG = 'http://www.w3.org/2000/svg';

/** @param {Element} node @param {Attributes} attributes */
function setAttributes(node, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === 'function') node.addEventListener(name.replace(/^on/, ''), value);
    else if (REFUSED.has(name) || name.startsWith('on'))
      throw new Error(`The attribute ${name} is set elsewhere.`);
    else node.setAttribute(name, value === true ? '' : String(value));
  }
}

/** @param {Child[]} children @returns {(Node | string)[]} */
function present(children) {
  return /** @type {(Node | string)[]} */ (children.filter((child) => child || child === ''));
}

/**
 * One HTML element. A function under `onclick` and the like becomes a listener.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Attributes} [attributes]
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  setAttributes(node, attributes);
  node.append(...present(children));
  return node;
}

/**
 * One SVG element.
 * @template {keyof SVGElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Attributes} [attributes]
 * @param {...Child} children
 * @returns {SVGElementTagNameMap[Tag]}
 */
export function svgElement(tag, attributes = {}, ...children) {
  const node = document.createElementNS(SVG, tag);
  setAttributes(node, attributes);
  node.append(...present(children));
  return node;
}

/** A push button with a visible label. @param {Attributes} attributes @param {...Child} children */
export function button(attributes, ...children) {
  return element('button', { type: 'button', ...attributes }, ...children);
}

/**
 * A link that opens beside the chat, or null when the address is not one to open.
 * @param {unknown} address
 * @param {Attributes} attributes
 * @param {...Child} children
 * @returns {HTMLAnchorElement | null}
 */
export function link(address, attributes, ...children) {
  const safe = safeLink(address);
  if (!safe) return null;
  const node = element('a', { rel: 'noopener noreferrer', target: '_blank', ...attributes }, ...children);
  node.href = safe;
  return node;
}

/**
 * A picture; an address that may not be loaded, or that fails to load, leaves the alternative text in a grey box.
 * @param {unknown} address
 * @param {string} alt
 * @param {Attributes} [attributes]
 * @returns {HTMLElement}
 */
export function picture(address, alt, attributes = {}) {
  const safe = safePicture(address);
  if (!safe) return missingPicture(alt, attributes);
  const node = element('img', { alt, draggable: 'false', decoding: 'async', ...attributes });
  node.addEventListener('error', () => node.replaceWith(missingPicture(alt, attributes, node)), {
    once: true,
  });
  node.src = safe;
  return node;
}

/** @param {string} alt @param {Attributes} attributes @param {HTMLElement} [failed] */
function missingPicture(alt, attributes, failed) {
  const node = element('span', { ...attributes, role: 'img', 'aria-label': alt || '▢' }, alt || '▢');
  node.style.cssText = failed?.style.cssText ?? '';
  node.classList.add('missing-picture');
  return node;
}
