// @ts-check
/** Text of Flex messages, plain or in spans. */
import { makeTappable } from './actions.js';
import { element } from './elements.js';
import { FONT, lengthOf, SPACE } from './flex-sizes.js';
import { setStyle } from './flex-style.js';
import { asNumber, asObject, asObjects, asText } from './read-json.js';
import { safeColor } from './safe-values.js';

/** @typedef {import('./types.js').Json} Json */
/** @typedef {import('./types.js').ChatHands} ChatHands */

/** @type {{ [align: string]: string }} */
const ALIGN = { start: 'start', center: 'center', end: 'end' };

/** @param {Json} text @param {ChatHands} hands */
export function drawFlexText(text, hands) {
  const spans = asObjects(text.contents);
  const node = element(
    'div',
    { class: 'flex-text' },
    ...(spans.length > 0 ? spans.map(drawSpan) : [asText(text.text)]),
  );
  styleLetters(node, text);
  setStyle(node, 'text-align', ALIGN[asText(text.align)]);
  setStyle(node, 'line-height', lineHeight(text));
  if (text.wrap === true) node.classList.add('wraps');
  limitLines(node, asNumber(text.maxLines));
  makeTappable(node, asObject(text.action), hands);
  return node;
}

/** @param {Json} span */
function drawSpan(span) {
  const node = element('span', {}, asText(span.text));
  styleLetters(node, span);
  return node;
}

/** @param {HTMLElement} node @param {Json} text */
function styleLetters(node, text) {
  setStyle(node, 'font-size', lengthOf(FONT, text.size));
  setStyle(node, 'color', safeColor(text.color));
  if (text.weight === 'bold') setStyle(node, 'font-weight', '700');
  if (text.style === 'italic') setStyle(node, 'font-style', 'italic');
  if (text.decoration === 'underline') setStyle(node, 'text-decoration', 'underline');
  if (text.decoration === 'line-through') setStyle(node, 'text-decoration', 'line-through');
}

/** LINE adds the spacing between the lines. @param {Json} text */
function lineHeight(text) {
  const spacing = lengthOf(SPACE, text.lineSpacing);
  return spacing ? `calc(1.4em + ${spacing})` : null;
}

/** @param {HTMLElement} node @param {number | null} lines */
function limitLines(node, lines) {
  if (!lines || lines < 1) return;
  node.classList.add('limited');
  setStyle(node, '-webkit-line-clamp', String(Math.floor(lines)));
}
