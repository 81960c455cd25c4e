/** The five faces, and what was good or bad: their words, and how they are chosen. */
import { choiceOf } from '../engine/accepts.ts';
import { type Option, open } from '../engine/message.ts';
import { defineTexts, type Text } from '../engine/text.ts';
import type { RatingTag } from './rating-look-ups.ts';

export const starTexts = defineTexts('stars', {
  one: { th: '😠 ไม่พอใจมาก', en: '😠 Very unhappy' },
  two: { th: '🙁 ไม่พอใจ', en: '🙁 Unhappy' },
  three: { th: '😐 เฉย ๆ', en: '😐 So-so' },
  four: { th: '🙂 พอใจ', en: '🙂 Happy' },
  five: { th: '😄 พอใจมาก', en: '😄 Very happy' },
  polite: { th: 'สุภาพ', en: 'Polite' },
  fast: { th: 'รวดเร็ว', en: 'Quick' },
  clear: { th: 'อธิบายชัดเจน', en: 'Explained well' },
  clean: { th: 'สถานที่สะอาด สะดวก', en: 'Clean and comfortable' },
  'no-copies': { th: 'ไม่ขอสำเนา', en: 'No copies asked' },
  rude: { th: 'ไม่สุภาพ', en: 'Impolite' },
  slow: { th: 'รอนาน', en: 'A long wait' },
  unclear: { th: 'อธิบายไม่ชัดเจน', en: 'Explained badly' },
  'hard-to-reach': { th: 'เดินทางหรือเข้าถึงยาก', en: 'Hard to reach' },
  copies: { th: 'ยังขอสำเนา', en: 'Copies still asked' },
});

/** The faces, the least happy first: the number typed is the number of stars. */
export const faces = choiceOf(starTexts, { 1: 'one', 2: 'two', 3: 'three', 4: 'four', 5: 'five' });

/** What was good, and what was bad. */
export const GOOD = ['polite', 'fast', 'clear', 'clean', 'no-copies'] as const satisfies RatingTag[];
export const BAD = ['rude', 'slow', 'unclear', 'hard-to-reach', 'copies'] as const satisfies RatingTag[];

const FACES = ['one', 'two', 'three', 'four', 'five'] as const;

/** The face of a number of stars, 1 to 5. */
export function face(stars: number): Text {
  return starTexts(FACES[stars - 1] ?? 'three');
}

/** Buttons that rate this office at once, from anywhere. */
export function rateAtOnce(pin: string): Option[] {
  return FACES.map((label, index) => open(starTexts(label), 'rate', `${pin} ${index + 1}`));
}
