// @ts-check
/** Layout that all Flex components share: flex, margin, position, paddings, borders, backgrounds. */
import { BORDER, CORNER, lengthOf, SPACE } from './flex-sizes.js';
import { asNumber, asObject, asText } from './read-json.js';
import { safeColor } from './safe-values.js';

/** @typedef {import('./types.js').Json} Json */
/** @typedef {'horizontal' | 'vertical' | 'baseline'} Layout */

/** Sets a style unless the value is absent. @param {HTMLElement} node @param {string} name @param {string | null | undefined} value */
export function setStyle(node, name, value) {
  if (value !== null && value !== undefined && value !== '') node.style.setProperty(name, value);
}

/**
 * How a component stands in its parent box.
 * @param {HTMLElement} node
 * @param {Json} component
 * @param {Layout} parent
 */
export function placeInParent(node, component, parent) {
  const side = parent === 'vertical' ? 'margin-top' : 'margin-left';
  setStyle(node, side, lengthOf(SPACE, component.margin));
  setStyle(node, 'flex', flexOf(component, parent));
  if (component.position === 'absolute') setStyle(node, 'position', 'absolute');
  for (const edge of ['Top', 'Bottom', 'Start', 'End'])
    setStyle(node, INSET[edge] ?? '', lengthOf(SPACE, component[`offset${edge}`]));
  setStyle(node, 'align-self', parent === 'horizontal' ? GRAVITY[asText(component.gravity)] : null);
}

/** @type {{ [edge: string]: string }} */
const INSET = { Top: 'top', Bottom: 'bottom', Start: 'inset-inline-start', End: 'inset-inline-end' };
/** @type {{ [gravity: string]: string }} */
const GRAVITY = { top: 'flex-start', center: 'center', bottom: 'flex-end' };

/** @param {Json} component @param {Layout} parent */
function flexOf(component, parent) {
  const flex = asNumber(component.flex);
  if (flex === null) {
    const keepsSize = ['icon', 'separator', 'filler'].includes(asText(component.type));
    return parent === 'vertical' || keepsSize ? null : '1 0 0px';
  }
  if (flex <= 0) return 'none';
  return parent === 'vertical' ? `${flex} 0 auto` : `${flex} 0 0px`;
}

/** @type {{ [value: string]: string }} */
const JUSTIFY = {
  'flex-start': 'flex-start',
  center: 'center',
  'flex-end': 'flex-end',
  'space-between': 'space-between',
  'space-around': 'space-around',
  'space-evenly': 'space-evenly',
};

/** The look of a box itself. @param {HTMLElement} node @param {Json} box */
export function styleBox(node, box) {
  setStyle(node, 'background-color', safeColor(box.backgroundColor));
  setStyle(node, 'background-image', gradientOf(asObject(box.background)));
  setStyle(node, 'border-radius', lengthOf(CORNER, box.cornerRadius));
  setStyle(node, 'border-width', lengthOf(BORDER, box.borderWidth));
  setStyle(node, 'border-color', safeColor(box.borderColor));
  setStyle(node, 'justify-content', JUSTIFY[asText(box.justifyContent)]);
  setStyle(node, 'align-items', box.layout === 'baseline' ? null : JUSTIFY[asText(box.alignItems)]);
  setStyle(node, box.layout === 'vertical' ? 'row-gap' : 'column-gap', lengthOf(SPACE, box.spacing));
  for (const name of ['width', 'height']) setStyle(node, name, lengthOf({}, box[name]));
  setStyle(node, 'max-width', lengthOf({}, box.maxWidth));
  setStyle(node, 'max-height', lengthOf({}, box.maxHeight));
  stylePaddings(node, box);
}

/** @param {HTMLElement} node @param {Json} box */
function stylePaddings(node, box) {
  setStyle(node, 'padding', lengthOf(SPACE, box.paddingAll));
  setStyle(node, 'padding-top', lengthOf(SPACE, box.paddingTop));
  setStyle(node, 'padding-bottom', lengthOf(SPACE, box.paddingBottom));
  setStyle(node, 'padding-inline-start', lengthOf(SPACE, box.paddingStart));
  setStyle(node, 'padding-inline-end', lengthOf(SPACE, box.paddingEnd));
}

/** @param {Json} background @returns {string | null} */
function gradientOf(background) {
  const start = safeColor(background.startColor);
  const end = safeColor(background.endColor);
  const angle = /^\d{1,3}(?:\.\d+)?deg$/.test(asText(background.angle)) ? asText(background.angle) : null;
  if (background.type !== 'linearGradient' || !start || !end || !angle) return null;
  const centre = safeColor(background.centerColor);
  const position = /^\d{1,3}(?:\.\d+)?%$/.test(asText(background.centerPosition))
    ? asText(background.centerPosition)
    : '50%';
  return `linear-gradient(${angle}, ${start}, ${centre ? `${centre} ${position}, ` : ''}${end})`;
}
