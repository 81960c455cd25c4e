// @ts-check
/** Template messages: buttons, confirm, carousel, image carousel. */
import { actionControl, isAction, makeTappable } from './actions.js';
import { element, picture } from './elements.js';
import { setStyle } from './flex-style.js';
import { asObject, asObjects, asText } from './read-json.js';
import { safeColor } from './safe-values.js';
import { scroller } from './scroller.js';
import { say } from './texts.js';

/** @typedef {import('./types.js').Json} Json */
/** @typedef {import('./types.js').ChatHands} ChatHands */

/** @type {{ [type: string]: (template: Json, hands: ChatHands) => HTMLElement }} */
const TEMPLATES = {
  buttons: (template, hands) => drawCard(template, template, hands),
  confirm: (template, hands) => drawCard(template, template, hands),
  carousel: (template, hands) =>
    scroller(
      'cards',
      say('cards'),
      asObjects(template.columns).map((column) => drawCard(column, template, hands)),
    ),
  image_carousel: (template, hands) =>
    scroller(
      'cards',
      say('cards'),
      asObjects(template.columns).map((column) => drawImageColumn(column, hands)),
    ),
};

/** @param {Json} message @param {ChatHands} hands */
export function drawTemplate(message, hands) {
  const template = asObject(message.template);
  const type = asText(template.type);
  const draw = Object.hasOwn(TEMPLATES, type) ? TEMPLATES[type] : undefined;
  const drawn =
    draw?.(template, hands) ?? element('div', { class: 'unknown' }, say('unknownMessage', { kind: type }));
  return element('div', { class: 'template', role: 'group', 'aria-label': asText(message.altText) }, drawn);
}

/** @param {Json} card @param {Json} template how its pictures look @param {ChatHands} hands */
function drawCard(card, template, hands) {
  const title = asText(card.title);
  const words = element(
    'div',
    { class: 'card-words' },
    title && element('strong', {}, title),
    element('p', {}, asText(card.text)),
  );
  makeTappable(words, asObject(card.defaultAction), hands);
  const buttons = asObjects(card.actions).map((action) => cardButton(action, hands));
  const row = element(
    'div',
    { class: `card-buttons ${template.type === 'confirm' ? 'side-by-side' : ''}` },
    ...buttons,
  );
  return element('article', { class: 'card' }, drawThumbnail(card, template), words, row);
}

/** @param {Json} card @param {Json} template */
function drawThumbnail(card, template) {
  if (!card.thumbnailImageUrl) return null;
  const node = picture(card.thumbnailImageUrl, asText(card.title), { class: 'card-image' });
  setStyle(node, 'aspect-ratio', template.imageAspectRatio === 'square' ? '1 / 1' : '1.51 / 1');
  setStyle(node, 'object-fit', template.imageSize === 'contain' ? 'contain' : 'cover');
  setStyle(node, 'background-color', safeColor(card.imageBackgroundColor));
  return node;
}

/** @param {Json} action @param {ChatHands} hands */
function cardButton(action, hands) {
  return actionControl(action, hands, { class: 'card-button' }, asText(action.label) || asText(action.type));
}

/** @param {Json} column @param {ChatHands} hands */
function drawImageColumn(column, hands) {
  const action = asObject(column.action);
  const label = asText(action.label);
  const image = picture(column.imageUrl, label, { class: 'image-column-image' });
  const caption = label && element('span', { class: 'image-column-label' }, label);
  if (!isAction(action)) return element('div', { class: 'image-column' }, image, caption);
  return actionControl(
    action,
    hands,
    { class: 'image-column', 'aria-label': label || say('picture') },
    image,
    caption,
  );
}
