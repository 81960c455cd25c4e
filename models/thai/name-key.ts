/**
 * The order of `natural-order.ts` as a text that a database can sort which knows no language: the letters of a Thai
 * dictionary (a vowel that is written before its consonant counts behind it, tone marks count last) and numbers as
 * numbers. Names that differ in signs and capitals only may stand the other way round.
 */
import { normalForm } from './normal-form.ts';

/** Digits of a number; longer ones stand behind, as they are. */
const DIGITS = 12;
/** Sorts before every letter. */
const BEFORE_ALL = '\u0001';

/** Sorts behind every Thai letter, where the order of lists has the Latin ones. */
const BEHIND_THAI = '\u0e7f';

const LEADING_VOWEL = /([เแโใไ])([ก-ฮ])/g;
const TONE_MARK = /[\u0e47-\u0e4e]/g;

/** What is to be set beside these values, by dotted paths: the key, where the Thai name is among them. */
export function keyBesideName(values: { readonly 'name.th'?: unknown }): { nameKey?: string } {
  const name = values['name.th'];
  return typeof name === 'string' ? { nameKey: nameKey(name) } : {};
}

/** The key of a name. */
export function nameKey(name: string): string {
  const form = normalForm(name).toLowerCase();
  const marks = form.match(TONE_MARK)?.join('') ?? '';
  const letters = form
    .replace(TONE_MARK, '')
    .replace(LEADING_VOWEL, '$2$1')
    .replace(/\d+/g, (number) => number.replace(/^0+(?=\d)/, '').padStart(DIGITS, '0'))
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '')
    .replace(/[a-z]/g, (letter) => BEHIND_THAI + letter);
  return `${letters}${BEFORE_ALL}${marks}`;
}
