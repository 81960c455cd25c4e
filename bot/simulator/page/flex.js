// @ts-check
/**
 * Flex messages: bubbles and carousels, drawn from unchecked JSON into plain nodes. Text only ever becomes text,
 * and addresses, colours and lengths pass the checks of safe-values.js.
 */
import { makeTappable } from './actions.js';
import { element } from './elements.js';
import { drawBox, drawPart } from './flex-box.js';
import { drawSeparator } from './flex-parts.js';
import { BUBBLE_WIDTH } from './flex-sizes.js';
import { setStyle } from './flex-style.js';
import { asObject, asObjects, asText } from './read-json.js';
import { safeColor } from './safe-values.js';
import { scroller } from './scroller.js';
import { say } from './texts.js';

/** @typedef {import('./types.js').Json} Json */
/** @typedef {import('./types.js').ChatHands} ChatHands */

/** A Flex message; its altText is its name for screen readers. @param {Json} message @param {ChatHands} hands */
export function drawFlex(message, hands) {
  const contents = asObject(message.contents);
  const drawn = contents.type === 'carousel' ? drawCarousel(contents, hands) : drawBubble(contents, hands);
  return element(
    'div',
    { class: 'flex-message', role: 'group', 'aria-label': asText(message.altText) },
    drawn,
  );
}

/** @param {Json} carousel @param {ChatHands} hands */
function drawCarousel(carousel, hands) {
  const bubbles = asObjects(carousel.contents).map((bubble) => drawBubble(bubble, hands));
  return scroller('flex-carousel', say('cards'), bubbles);
}

/** @param {Json} bubble @param {ChatHands} hands */
function drawBubble(bubble, hands) {
  const size = asText(bubble.size);
  const known = Object.hasOwn(BUBBLE_WIDTH, size) ? /** @type {keyof typeof BUBBLE_WIDTH} */ (size) : 'mega';
  const blocks = ['header', 'hero', 'body', 'footer'].flatMap((name) => drawBlock(bubble, name, hands));
  const node = element(
    'article',
    { class: `flex-bubble ${known}`, dir: bubble.direction === 'rtl' ? 'rtl' : null },
    ...blocks,
  );
  setStyle(node, 'width', `${BUBBLE_WIDTH[known]}px`);
  makeTappable(node, asObject(bubble.action), hands);
  return node;
}

/** @param {Json} bubble @param {string} name @param {ChatHands} hands @returns {HTMLElement[]} */
function drawBlock(bubble, name, hands) {
  const content = asObject(bubble[name]);
  if (!content.type) return [];
  const node = content.type === 'box' ? drawBox(content, hands) : drawPart(content, hands);
  node.classList.add(`flex-${name}`);
  const style = asObject(asObject(bubble.styles)[name]);
  setStyle(node, 'background-color', safeColor(style.backgroundColor));
  return style.separator === true ? [drawSeparator({ color: style.separatorColor }), node] : [node];
}
