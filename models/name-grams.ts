/**
 * How names are cut for searching: one spelling first (abbreviations written out, no tone marks, no spaces), then
 * every three neighbouring characters as one number.
 */
import { expandAbbreviations } from './thai/abbreviations.ts';
import { looseForm } from './thai/normal-form.ts';

const NOT_SEARCHED = /[^\p{L}\p{M}\p{N}]/gu;

const EDGE = 0;
const THAI_FIRST = 0x0e01;
const THAI_LAST = 0x0e5b;
const LATIN_PLACE = 92;
const OTHER_PLACE = 128;

const THAI = /[\u0e01-\u0e5b]/;

/** The spelling in which names and questions are compared: "อบต. เขาใหม่" → "องค์การบริหารสวนตำบลเขาใหม" */
export function searchForm(text: string): string {
  // Only Thai is abbreviated; looking for abbreviations in English would take most of the time of an import.
  const written = THAI.test(text) ? expandAbbreviations(text) : text;
  return looseForm(written).replace(NOT_SEARCHED, '');
}

/**
 * The distinct trigrams of a search form, each as a number below 2²⁴. Both ends count as a character, so that
 * even a single letter has one.
 */
export function gramsOf(form: string): Set<number> {
  const grams = new Set<number>();
  let first = EDGE;
  let second = form.length > 0 ? place(form.charCodeAt(0)) : EDGE;
  for (let at = 1; at <= form.length; at++) {
    const third = at < form.length ? place(form.charCodeAt(at)) : EDGE;
    grams.add((first << 16) | (second << 8) | third);
    first = second;
    second = third;
  }
  return grams;
}

/** Whether a trigram stands at the beginning or the end of a text. */
export function isAtEdge(gram: number): boolean {
  return gram >> 16 === EDGE || (gram & 0xff) === EDGE;
}

/** A character as one byte. Scripts other than Thai and Latin share what is left: a rare clash only costs order. */
function place(unit: number): number {
  if (unit >= THAI_FIRST && unit <= THAI_LAST) return unit - THAI_FIRST + 1;
  if (unit >= 0x61 && unit <= 0x7a) return LATIN_PLACE + unit - 0x61;
  if (unit >= 0x30 && unit <= 0x39) return LATIN_PLACE + 26 + unit - 0x30;
  return OTHER_PLACE + (unit % 128);
}
