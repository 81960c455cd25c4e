// @ts-check
/**
 * Stickers without LINE's pictures (they live on its servers): a drawn face and a word stand for each one.
 * The ids are of packages every LINE account may send; the feelings beside them are this page's own reading.
 */
import { button, element } from './elements.js';
import { asText } from './read-json.js';
import { drawFace } from './sticker-face.js';
import { inLanguage, say } from './texts.js';

/** @typedef {import('./types.js').Json} Json */
/** @typedef {import('./types.js').Sticker} Sticker */
/** @typedef {import('./sticker-face.js').Face} Face */
/** @typedef {{ packageId: string, stickerId: string, face: Face, keywords: string[], th: string, en: string }} KnownSticker */

/** For a sticker this page does not know. @type {Face} */
const PLAIN = { color: '#e0d4c3', mouth: 'smile', eyes: 'open' };

/** @type {KnownSticker[]} */
const STICKERS = [
  {
    packageId: '446',
    stickerId: '1988',
    face: { color: '#ffd95a', mouth: 'smile', eyes: 'open', sign: 'Hi' },
    keywords: ['Hello'],
    th: 'สวัสดี',
    en: 'Hello',
  },
  {
    packageId: '446',
    stickerId: '1989',
    face: { color: '#a6e38f', mouth: 'grin', eyes: 'open', sign: 'OK' },
    keywords: ['OK', 'Good'],
    th: 'โอเค',
    en: 'OK',
  },
  {
    packageId: '446',
    stickerId: '1990',
    face: { color: '#ffc9a8', mouth: 'smile', eyes: 'shut', sign: '♥' },
    keywords: ['Thank you'],
    th: 'ขอบคุณ',
    en: 'Thank you',
  },
  {
    packageId: '446',
    stickerId: '1991',
    face: { color: '#ffd95a', mouth: 'grin', eyes: 'shut' },
    keywords: ['Happy'],
    th: 'ดีใจ',
    en: 'Happy',
  },
  {
    packageId: '446',
    stickerId: '1992',
    face: { color: '#ffe38a', mouth: 'grin', eyes: 'shut', sign: '!' },
    keywords: ['LOL'],
    th: 'ขำ',
    en: 'Laughing',
  },
  {
    packageId: '446',
    stickerId: '1993',
    face: { color: '#a9cdf5', mouth: 'sad', eyes: 'open' },
    keywords: ['Sad'],
    th: 'เสียใจ',
    en: 'Sad',
  },
  {
    packageId: '789',
    stickerId: '10855',
    face: { color: '#ff9c8a', mouth: 'sad', eyes: 'angry', sign: '#' },
    keywords: ['Angry'],
    th: 'โกรธ',
    en: 'Angry',
  },
  {
    packageId: '789',
    stickerId: '10856',
    face: { color: '#d9c8f5', mouth: 'flat', eyes: 'open', sign: '?' },
    keywords: ['What'],
    th: 'สงสัย',
    en: 'Puzzled',
  },
  {
    packageId: '789',
    stickerId: '10857',
    face: { color: '#ffb3c7', mouth: 'smile', eyes: 'shut', sign: '♥' },
    keywords: ['Love'],
    th: 'รัก',
    en: 'Love',
  },
  {
    packageId: '789',
    stickerId: '10858',
    face: { color: '#ffcf70', mouth: 'grin', eyes: 'angry', sign: '!' },
    keywords: ['Fighting'],
    th: 'สู้ ๆ',
    en: 'Keep going',
  },
  {
    packageId: '789',
    stickerId: '10859',
    face: { color: '#c6d3e3', mouth: 'round', eyes: 'shut', sign: 'z' },
    keywords: ['Sleepy'],
    th: 'ง่วง',
    en: 'Sleepy',
  },
  {
    packageId: '789',
    stickerId: '10860',
    face: { color: '#b8ecd4', mouth: 'grin', eyes: 'shut', sign: '★' },
    keywords: ['Congrats'],
    th: 'ยินดีด้วย',
    en: 'Congratulations',
  },
];

/** A sticker of a message as a labelled tile. @param {Json} message */
export function drawSticker(message) {
  const packageId = asText(message.packageId);
  const stickerId = asText(message.stickerId);
  const known = STICKERS.find(
    (sticker) => sticker.packageId === packageId && sticker.stickerId === stickerId,
  );
  const word = known ? inLanguage(known) : keyword(message) || `${packageId}/${stickerId}`;
  const face = drawFace(known?.face ?? PLAIN);
  const name = `${say('sticker')}: ${word}`;
  return element(
    'div',
    { class: 'sticker', role: 'img', 'aria-label': name },
    face,
    element('span', {}, word),
  );
}

/** @param {Json} message */
function keyword(message) {
  return Array.isArray(message.keywords) ? asText(message.keywords[0]) : '';
}

/** The grid to choose from. @param {(sticker: Sticker) => void} onPick */
export function stickerGrid(onPick) {
  const tiles = STICKERS.map((sticker) => {
    const { packageId, stickerId, keywords, face } = sticker;
    const pick = { class: 'sticker-choice', onclick: () => onPick({ packageId, stickerId, keywords }) };
    return button(pick, drawFace(face), inLanguage(sticker));
  });
  return element('div', { class: 'sticker-grid', role: 'group', 'aria-label': say('sticker') }, ...tiles);
}
