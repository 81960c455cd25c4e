// @ts-check
/** The little faces that stand for stickers, drawn from a few strokes. */
import { svgElement } from './elements.js';

/**
 * @typedef {'smile' | 'grin' | 'sad' | 'flat' | 'round'} Mouth
 * @typedef {'open' | 'shut' | 'angry'} Eyes
 * @typedef {{ color: string, mouth: Mouth, eyes: Eyes, sign?: string }} Face `sign` is a mark beside the face
 */

/** @type {{ [mouth in Mouth]: string }} */
const MOUTHS = {
  smile: 'M20 36q10 9 20 0',
  grin: 'M18 34h24q-2 13-12 13t-12-13z',
  sad: 'M20 42q10-9 20 0',
  flat: 'M21 39h18',
  round: 'M30 35a4 5 0 1 0 .01 0z',
};

/** @type {{ [eyes in Eyes]: string }} */
const EYES = {
  open: 'M22 24v4M38 24v4',
  shut: 'M18 27q4-5 8 0M34 27q4-5 8 0',
  angry: 'M17 21l8 5M43 21l-8 5',
};

/** @param {Face} face */
export function drawFace({ color, mouth, eyes, sign }) {
  const head = svgElement('circle', { cx: 30, cy: 32, r: 24, fill: color });
  const strokes = svgElement('path', { class: 'face-strokes', d: `${EYES[eyes]}${MOUTHS[mouth]}` });
  const mark = sign && svgElement('text', { class: 'face-sign', x: 50, y: 20 }, sign);
  return svgElement(
    'svg',
    { class: 'sticker-face', viewBox: '0 0 66 60', 'aria-hidden': 'true' },
    head,
    strokes,
    mark,
  );
}
