// @ts-check
/** Boxes of Flex messages and everything inside them. */
import { makeTappable } from './actions.js';
import { element } from './elements.js';
import {
  drawFiller,
  drawFlexButton,
  drawFlexIcon,
  drawFlexImage,
  drawFlexVideo,
  drawSeparator,
} from './flex-parts.js';
import { placeInParent, styleBox } from './flex-style.js';
import { drawFlexText } from './flex-text.js';
import { asObject, asObjects, asText } from './read-json.js';
import { say } from './texts.js';

/** @typedef {import('./types.js').Json} Json */
/** @typedef {import('./types.js').ChatHands} ChatHands */
/** @typedef {import('./flex-style.js').Layout} Layout */

/** LINE refuses boxes nested deeper than this; it also keeps a hostile message from exhausting the stack. */
const DEEPEST = 12;

/** @type {{ [type: string]: (part: Json, hands: ChatHands, depth: number) => HTMLElement }} */
const PARTS = {
  box: drawBox,
  text: drawFlexText,
  button: drawFlexButton,
  image: drawFlexImage,
  icon: drawFlexIcon,
  video: drawFlexVideo,
  separator: drawSeparator,
  spacer: drawFiller,
  filler: drawFiller,
};

/**
 * Draws one component; `parent` is the layout it stands in.
 * @param {Json} part
 * @param {ChatHands} hands
 * @param {Layout} parent
 * @param {number} [depth]
 */
export function drawPart(part, hands, parent = 'vertical', depth = 0) {
  const type = asText(part.type);
  const draw = Object.hasOwn(PARTS, type) ? PARTS[type] : undefined;
  const node = draw && depth <= DEEPEST ? draw(part, hands, depth) : unknownPart(type);
  placeInParent(node, part, parent);
  if (type === 'separator' && parent !== 'vertical') node.classList.replace('lying', 'standing');
  return node;
}

/** @param {string} kind */
function unknownPart(kind) {
  return element('div', { class: 'unknown' }, say('unknownMessage', { kind }));
}

/** @param {Json} box @returns {Layout} */
function layoutOf(box) {
  return box.layout === 'horizontal' || box.layout === 'baseline' ? box.layout : 'vertical';
}

/**
 * @param {Json} box
 * @param {ChatHands} hands
 * @param {number} [depth]
 */
export function drawBox(box, hands, depth = 0) {
  const layout = layoutOf(box);
  const parts = asObjects(box.contents).map((part) => drawPart(part, hands, layout, depth + 1));
  const node = element('div', { class: `flex-box ${layout}` }, ...parts);
  styleBox(node, { ...box, layout });
  makeTappable(node, asObject(box.action), hands);
  return node;
}
