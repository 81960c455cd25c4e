// A person's name, without the title before it.

import { type Parsed, refused, understood } from './parsed.ts';
import { parsePlainText } from './plain-text.ts';

/** Why no name was taken; `signs` are the characters that are in no name. Lengths are in characters as people see them. */
export type PersonNameRefusal =
  | { why: 'empty' }
  | { why: 'too-long'; length: number; over: number }
  | { why: 'not-a-name'; signs: string };

const LONGEST = 60;
/** Thai letters, vowels and marks (no digits, ฯ, ๆ or ฿), and Latin letters with their accents. */
const LETTER = '[\\u0E01-\\u0E2E\\u0E30-\\u0E3A\\u0E40-\\u0E45\\u0E47-\\u0E4E\\p{Script=Latin}]';
const NO_SIGN_OF_NAMES = new RegExp(`(?!${LETTER}|[ .\\-'’])[\\s\\S]`, 'gu');
const BEGINNING = /^[\u0E01-\u0E2E\u0E40-\u0E44\p{Script=Latin}]/u;
/** No letter carries more than a vowel, a tone mark and one more. */
const TOO_MANY_MARKS = /[\u0E31\u0E34-\u0E3A\u0E47-\u0E4E]{4,}/;
/** Thai titles are written onto the name. "นายิกา" is no man: what follows must begin a syllable, and be more than a letter. */
const THAI_TITLE =
  /^(?:นางสาว|นาย|นาง|น\. ?ส\.)(?: ?(?=[\u0E01-\u0E2E\u0E40-\u0E44][^ ์])| (?=\p{Script=Latin}{2}))/u;
const ENGLISH_TITLE = /^(?:mrs|mr|miss|ms)(?:\. ?| )(?=\p{L}[\p{L}\p{M}.'’-])/iu;

/**
 * Reads a person's name: Thai or Latin letters, spaces, dots, hyphens and apostrophes, 1–60 characters. The titles นาย,
 * นาง, นางสาว, น.ส., Mr., Mrs., Miss and Ms. are taken off where a name follows; ranks and degrees stay.
 */
export function parsePersonName(text: string): Parsed<string, PersonNameRefusal> {
  const plain = parsePlainText(text, { max: Number.MAX_SAFE_INTEGER });
  if (!plain.ok) return refused({ why: 'empty' });
  const name = plain.value.replace(THAI_TITLE, '').replace(ENGLISH_TITLE, '');
  const signs = [...new Set(name.match(NO_SIGN_OF_NAMES))].slice(0, 5).join('');
  if (signs !== '' || !BEGINNING.test(name) || TOO_MANY_MARKS.test(name))
    return refused({ why: 'not-a-name', signs });
  const short = parsePlainText(name, { max: LONGEST });
  return short.ok || short.why !== 'too-long'
    ? understood(name)
    : refused({ why: 'too-long', length: short.length, over: short.over });
}
