/** Finding and masking personal data in what people write: phone numbers, identification numbers, e-mail addresses. Pure. */

/** What stands for what was masked. No letter, digit or gap: nothing can join up across it. */
export const MASK = '•••';

/** One digit in any of the ways people type it: ASCII, Thai, full-width. */
const DIGIT = '[0-9๐-๙０-９]';
/** What people put between digits. Not a slash, which dates have, nor a comma, which sums have. */
const GAP = String.raw`[\s\-‐-―−.()_·~*\u00AD\u200B-\u200F\u2060\uFEFF]`;
const ROW_OF_DIGITS = new RegExp(`[+＋]?${DIGIT}(?:${GAP}{0,4}${DIGIT})*`, 'gu');
const EMAIL = /[A-Za-z0-9][\w.%+-]*\s?[@＠]\s?[A-Za-z0-9-]+(?:\s?\.\s?[A-Za-z0-9-]+)+/gu;

/** Digits of a Thai number from its start; Thai numbering plan of the NBTC: mobile 10 digits, fixed lines 9. */
const PHONES = [/^0[689]\d{8}/, /^0[2-57]\d{7}/, /^(?:00)?660?[689]\d{8}/, /^(?:00)?660?[2-57]\d{7}/];
const ID_LENGTH = 13;

type Digit = { digit: string; at: number };

/** The text with every phone number, valid 13-digit identification number and e-mail address masked. Idempotent. */
export function maskPersonalData(text: string): string {
  return text.replace(EMAIL, MASK).replace(ROW_OF_DIGITS, maskNumbers);
}

/** The text with identification numbers masked only: what an office answers may name its phone. Idempotent. */
export function maskIdentificationNumbers(text: string): string {
  return text.replace(ROW_OF_DIGITS, (row) => masked(row, identificationAt));
}

/** Whether thirteen digits are a Thai identification number: the last one checks the others (weights 13 to 2, modulo 11). */
export function isIdentificationNumber(digits: string): boolean {
  if (!/^[1-9]\d{12}$/.test(digits)) return false;
  const sum = [...digits]
    .slice(0, 12)
    .reduce((total, digit, place) => total + Number(digit) * (13 - place), 0);
  return (11 - (sum % 11)) % 10 === Number(digits[12]);
}

const maskNumbers = (row: string): string =>
  masked(row, (digits) => identificationAt(digits) || phoneAt(digits));

/** Masks in a row of digits whatever `lengthAt` finds at a place where a number may begin. */
function masked(row: string, lengthAt: (digits: string) => number): string {
  const digits = digitsOf(row);
  const all = digits.map(({ digit }) => digit).join('');
  let result = '';
  let copied = 0;
  for (let place = 0; place < digits.length; ) {
    const length = startsNumber(digits, place) ? lengthAt(all.slice(place)) : 0;
    if (length === 0 || !endsNumber(digits, place + length)) {
      place += 1;
      continue;
    }
    const from = digits[place]?.at ?? 0;
    // A plus sign goes with its number.
    result += row.slice(copied, from).replace(/[+＋]$/, '') + MASK;
    copied = (digits[place + length - 1]?.at ?? 0) + 1;
    place += length;
  }
  return result + row.slice(copied);
}

function digitsOf(row: string): Digit[] {
  return [...row.matchAll(new RegExp(DIGIT, 'gu'))].map((found) => ({
    digit: asciiDigit(found[0]),
    at: found.index,
  }));
}

function asciiDigit(digit: string): string {
  const code = digit.charCodeAt(0);
  const zero = code >= 0xff10 ? 0xff10 : code >= 0x0e50 ? 0x0e50 : 0x30;
  return String(code - zero);
}

/** A number begins where something stands between it and the digit before. */
function startsNumber(digits: readonly Digit[], place: number): boolean {
  return place === 0 || gapBefore(digits, place);
}

function endsNumber(digits: readonly Digit[], end: number): boolean {
  return end === digits.length || gapBefore(digits, end);
}

function gapBefore(digits: readonly Digit[], place: number): boolean {
  return (digits[place]?.at ?? 0) - (digits[place - 1]?.at ?? 0) > 1;
}

function identificationAt(digits: string): number {
  return isIdentificationNumber(digits.slice(0, ID_LENGTH)) ? ID_LENGTH : 0;
}

function phoneAt(digits: string): number {
  for (const shape of PHONES) {
    const found = shape.exec(digits);
    if (found) return found[0].length;
  }
  return 0;
}
