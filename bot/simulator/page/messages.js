// @ts-check
/** Draws a message of any type; what it does not know becomes a grey box that says so. */
import { areaControl } from './actions.js';
import { contentAddress } from './api.js';
import { button, element, link, picture, svgElement } from './elements.js';
import { drawFlex } from './flex.js';
import { linkedText } from './linked-text.js';
import { drawMap } from './map-drawing.js';
import { asNumber, asObject, asObjects, asText } from './read-json.js';
import { drawSticker } from './stickers.js';
import { drawTemplate } from './templates.js';
import { say } from './texts.js';

/** @typedef {import('./types.js').Json} Json */
/** @typedef {import('./types.js').ChatHands} ChatHands */

/** @type {{ [type: string]: (message: Json, hands: ChatHands) => HTMLElement }} */
const DRAWINGS = {
  text: drawText,
  textV2: drawText,
  sticker: drawSticker,
  image: drawImage,
  video: (message) => drawMedia('🎬', say('video'), message),
  audio: (message) => drawMedia('🔊', say('audio'), message),
  file: (message) => drawMedia('📄', asText(message.fileName) || say('file'), message),
  location: drawLocation,
  imagemap: drawImagemap,
  template: drawTemplate,
  flex: drawFlex,
};

/** @param {Json} message @param {ChatHands} hands @returns {HTMLElement} */
export function drawMessage(message, hands) {
  const type = asText(message.type);
  const draw = Object.hasOwn(DRAWINGS, type) ? DRAWINGS[type] : undefined;
  return draw
    ? draw(message, hands)
    : element('div', { class: 'unknown' }, say('unknownMessage', { kind: type }));
}

/** @param {Json} message */
function drawText(message) {
  return element('div', { class: 'bubble' }, ...linkedText(plainText(message)));
}

/** LINE's own emoji and the placeholders of textV2 have no glyph here: a stand-in is shown. @param {Json} message */
function plainText(message) {
  const text = asText(message.text);
  if (message.type === 'textV2')
    return text.replace(/\{(\w+)\}/g, (whole, name) => standIn(message, name) ?? whole);
  const places = new Set(asObjects(message.emojis).map((emoji) => emoji.index));
  return places.size === 0 ? text : text.replace(/\$/g, (mark, index) => (places.has(index) ? '🙂' : mark));
}

/** @param {Json} message @param {string} name */
function standIn(message, name) {
  const kind = asObject(asObject(message.substitution)[name]).type;
  return kind === 'emoji' ? '🙂' : kind === 'mention' ? `@${name}` : null;
}

/** @param {Json} message */
function imageAddresses(message) {
  const provider = asObject(message.contentProvider);
  const kept = asText(message.id) ? contentAddress(asText(message.id)) : '';
  const original = asText(message.originalContentUrl) || asText(provider.originalContentUrl) || kept;
  return {
    original,
    preview: asText(message.previewImageUrl) || asText(provider.previewImageUrl) || original,
  };
}

/** @param {Json} message @param {ChatHands} hands */
function drawImage(message, hands) {
  const { original, preview } = imageAddresses(message);
  const open = { class: 'image-message', onclick: () => hands.openPicture(original, say('pictureLarge')) };
  return button({ ...open, 'aria-label': say('picturePreview') }, picture(preview, say('pictureLarge')));
}

/** @param {string} mark @param {string} name @param {Json} message */
function drawMedia(mark, name, message) {
  const milliseconds = asNumber(message.duration);
  const length = milliseconds === null ? '' : ` ${Math.round(milliseconds / 1000)} s`;
  const words = `${mark} ${name}${length}`;
  const anchor = link(message.originalContentUrl, {}, words);
  return element('div', { class: 'media-message' }, anchor ?? words);
}

/** @param {Json} message */
function drawLocation(message) {
  const point = { lat: asNumber(message.latitude) ?? 0, lng: asNumber(message.longitude) ?? 0 };
  const map = svgElement('svg', { class: 'small-map', role: 'img', 'aria-label': say('mapSmall') });
  drawMap(map, { centre: point, metresPerPixel: 900, width: 240, height: 120 }, point);
  const title = asText(message.title) || say('place');
  const address = asText(message.address);
  const place = encodeURIComponent(`${point.lat},${point.lng}`);
  const href = `https://www.google.com/maps/search/?api=1&query=${place}`;
  const words = element(
    'div',
    { class: 'location-words' },
    element('strong', {}, title),
    address && element('span', {}, address),
    element('span', { class: 'coordinates' }, `${point.lat}, ${point.lng}`),
    link(href, { class: 'open-map' }, say('openMap')),
  );
  return element('div', { class: 'location-message' }, map, words);
}

/** @param {Json} message @param {ChatHands} hands */
function drawImagemap(message, hands) {
  const base = asObject(message.baseSize);
  const size = { width: asNumber(base.width) || 1040, height: asNumber(base.height) || 1040 };
  const image = picture(`${asText(message.baseUrl)}/1040`, asText(message.altText));
  image.style.aspectRatio = `${size.width} / ${size.height}`;
  const areas = asObjects(message.actions).map((action, index) => {
    const meant = action.type === 'uri' ? { ...action, uri: action.linkUri } : action;
    const name = asText(action.label) || asText(action.text) || say('pictureArea', { number: index + 1 });
    return areaControl(asObject(action.area), size, meant, hands, name);
  });
  return element(
    'div',
    { class: 'imagemap', role: 'group', 'aria-label': asText(message.altText) },
    image,
    ...areas,
  );
}
