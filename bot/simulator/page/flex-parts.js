// @ts-check
/** The Flex components that hold no others: button, image, icon, video, separator, filler. */
import { actionControl, makeTappable, tappablePicture } from './actions.js';
import { element, picture } from './elements.js';
import { FONT, lengthOf, PICTURE, ratioOf } from './flex-sizes.js';
import { setStyle } from './flex-style.js';
import { asObject, asText } from './read-json.js';
import { safeColor } from './safe-values.js';
import { say } from './texts.js';

/** @typedef {import('./types.js').Json} Json */
/** @typedef {import('./types.js').ChatHands} ChatHands */

/** @param {Json} part @param {ChatHands} hands */
export function drawFlexButton(part, hands) {
  const style = ['primary', 'secondary'].includes(asText(part.style)) ? asText(part.style) : 'link';
  const height = part.height === 'sm' ? 'small' : 'medium';
  const action = asObject(part.action);
  const label = asText(action.label) || asText(action.text) || asText(action.type);
  const node = actionControl(action, hands, { class: `flex-button ${style} ${height}` }, label);
  setStyle(node, style === 'link' ? 'color' : 'background-color', safeColor(part.color));
  return node;
}

/** @param {Json} part @param {ChatHands} hands */
export function drawFlexImage(part, hands) {
  const node = picture(part.url, asText(asObject(part.action).label), { class: 'flex-image' });
  setStyle(node, 'aspect-ratio', ratioOf(part.aspectRatio) ?? '1 / 1');
  setStyle(node, 'object-fit', part.aspectMode === 'cover' ? 'cover' : 'contain');
  setStyle(node, 'background-color', safeColor(part.backgroundColor));
  const holder = element(
    'div',
    { class: 'flex-image-holder' },
    tappablePicture(node, asObject(part.action), hands),
  );
  const width = lengthOf(PICTURE, part.size) ?? PICTURE.md;
  const inner = /** @type {HTMLElement} */ (holder.firstElementChild);
  setStyle(inner, 'width', width);
  setStyle(
    holder,
    'justify-content',
    { start: 'flex-start', end: 'flex-end' }[asText(part.align)] ?? 'center',
  );
  return holder;
}

/** @param {Json} part */
export function drawFlexIcon(part) {
  const node = picture(part.url, '', { class: 'flex-icon' });
  const size = lengthOf(FONT, part.size) ?? FONT.md;
  setStyle(node, 'height', size);
  setStyle(node, 'aspect-ratio', ratioOf(part.aspectRatio) ?? '1 / 1');
  return node;
}

/** The preview picture stands for the film. @param {Json} part @param {ChatHands} hands */
export function drawFlexVideo(part, hands) {
  const preview = picture(part.previewUrl, say('video'), { class: 'flex-image' });
  setStyle(preview, 'aspect-ratio', ratioOf(part.aspectRatio) ?? '1 / 1');
  const node = element(
    'div',
    { class: 'flex-video' },
    preview,
    element('span', { class: 'video-mark' }, `▶ ${say('video')}`),
  );
  makeTappable(node, asObject(part.action), hands);
  return node;
}

/** @param {Json} part */
export function drawSeparator(part) {
  const node = element('div', { class: 'flex-separator lying', role: 'presentation' });
  setStyle(node, 'background-color', safeColor(part.color));
  return node;
}

export function drawFiller() {
  return element('div', { class: 'flex-filler' });
}
