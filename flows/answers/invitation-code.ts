// An invitation code: twelve letters and digits, in three groups of four.

import { toArabicDigits } from '../../models/thai/digits.ts';

const FORM = /^([A-Z0-9]{4})([ -]?)([A-Z0-9]{4})\2([A-Z0-9]{4})$/;
const DASHES = /[\u2010-\u2015\u2212]/g;

/**
 * Reads what looks like an invitation code, as `K7QM-2XRT-9HBD`; small letters and missing dashes are forgiven.
 * Undefined for anything else: a word of twelve letters in one piece is a word, unless there is a digit in it.
 */
export function readInvitationCode(text: string): string | undefined {
  const plain = toArabicDigits(text.normalize('NFKC').replace(/\p{Cf}/gu, ''))
    .replace(DASHES, '-')
    .trim()
    .toUpperCase();
  const [, first, , second, third] = FORM.exec(plain) ?? [];
  if (!first || !second || !third) return undefined;
  const isCode = /\d/.test(plain) || plain.includes('-');
  return isCode ? `${first}-${second}-${third}` : undefined;
}
