// Whether words are nothing but a code of ours: a pin's, a case's, or an invitation's.

import { toArabicDigits } from '../../models/thai/digits.ts';
import { readInvitationCode } from './invitation-code.ts';

/** A pin's code as posters write it, in capitals; typed in small letters it needs a digit, else it may be a word. */
const PIN_CODE = /^(?:[0-9A-Z]{6}|(?=[a-z]*\d)[0-9a-z]{6})$/;
/** A case's: RY-4F7K2-M9, with or without its dashes. */
const CASE_CODE = /^RY[ -]?[0-9A-Z]{5}[ -]?[0-9A-Z]{2}$/i;

/** Whether it looks like one; whether there is such a pin, case or invitation is another question. */
export function looksLikeCode(words: string): boolean {
  const plain = toArabicDigits(words.normalize('NFKC').trim());
  return PIN_CODE.test(plain) || CASE_CODE.test(plain) || readInvitationCode(plain) !== undefined;
}
