// One spelling for everything that reads the same: the form in which texts are compared and searched.
// It is never shown to people.

import { toArabicDigits } from './digits.ts';

const INVISIBLE = /\p{Cf}|\p{Variation_Selector}/gu;
/** Marks above and below a consonant: vowels, tone marks, thanthakhat, nikhahit. */
const MARKS = /[\u0E31\u0E34-\u0E3A\u0E47-\u0E4E]{2,}/g;
const TONE_MARKS = /[\u0E48-\u0E4B]/g;
const TWO_SARA_E = /\u0E40\u0E40/g;
/** How NFKC leaves SARA AM. */
const NIKHAHIT_AA = /\u0E4D\u0E32/g;
/** Tone marks typed after SARA AM; not where another syllable without a consonant follows, whose marks they may be. */
const TONE_AFTER_AM = /\u0E33([\u0E48-\u0E4B]+)(?![\u0E33\u0E48-\u0E4E])/g;
const DOT_WITHIN_THAI = /(?<=[\u0E01-\u0E4E])\.+\s*(?=[\u0E01-\u0E4E])/g;
const DOT_NOT_WITHIN_LATIN = /(?<![a-z0-9])\.|\.(?![a-z0-9])/g;

/**
 * The form for comparing and searching: NFKC, lower case, Arabic digits, single spaces, no zero-width characters,
 * Thai marks in one order and once each, SARA AM and แ written one way, no ฯ, no abbreviation dots
 * ("อ. เมือง" → "อเมือง", "รพ.สต." → "รพสต"); dots inside numbers and addresses stay. Idempotent.
 */
export function normalForm(text: string): string {
  return settled(text, normalStep);
}

/** The normal form without tone marks and spaces, which people often leave out. Idempotent. */
export function looseForm(text: string): string {
  return settled(text, (form) => normalForm(form).replace(TONE_MARKS, '').replace(/ /g, ''));
}

/** Repeats a step until it changes nothing: one change can make room for another (a removed space, a moved mark). */
function settled(text: string, step: (text: string) => string): string {
  const next = step(text);
  return next === text ? text : settled(next, step);
}

function normalStep(text: string): string {
  const plain = toArabicDigits(text.normalize('NFKC').replace(INVISIBLE, '').toLowerCase());
  return withoutDots(withOrderedMarks(plain)).replace(/\s+/g, ' ').trim();
}

function withOrderedMarks(text: string): string {
  const ordered = text.replace(TWO_SARA_E, '\u0E41').replace(MARKS, orderedMarks);
  return ordered.replace(NIKHAHIT_AA, '\u0E33').replace(TONE_AFTER_AM, '$1\u0E33');
}

function orderedMarks(marks: string): string {
  const once = [...new Set(marks)];
  return once.sort((a, b) => markRank(a) - markRank(b) || (a < b ? -1 : 1)).join('');
}

/** Vowels stand next to the consonant, tone marks above them, thanthakhat and nikhahit last. */
function markRank(mark: string): number {
  if (mark >= '\u0E48' && mark <= '\u0E4B') return 1;
  return mark >= '\u0E4C' ? 2 : 0;
}

function withoutDots(text: string): string {
  const full = text.replace(/ฯลฯ|ฯ/g, '').replace(/\s+(?=ๆ)/g, '');
  return full.replace(DOT_WITHIN_THAI, '').replace(DOT_NOT_WITHIN_LATIN, '');
}
