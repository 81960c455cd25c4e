// Phone numbers as people in Thailand write them, several in a line, with extensions; and how they are printed.

import { type Parsed, refused, understood } from './parsed.ts';
import { groupedNumber, nationalForm, progressOf } from './phone-numbering.ts';
import { type PhoneToken, phoneTokens } from './phone-tokens.ts';

/** One extension, or with `to` a row of them; digits as dialled. */
export type PhoneExtension = { from: string; to?: string };

/** A national number, digits only with its leading 0 ("021234567", "1111"), and what to dial after it. */
export type Phone = { number: string; extensions: PhoneExtension[] };

/** Why no phone was taken; `written` is the digits that were not understood. */
export type PhoneRefusal =
  | { why: 'no-number' }
  | { why: 'too-short' | 'too-long' | 'unknown-prefix' | 'foreign' | 'bad-extension'; written: string };

/** The tokens and how far they have been read. */
type Reading = { tokens: readonly PhoneToken[]; at: number };
type Step<T> = Parsed<T, PhoneRefusal>;

const LONGEST_EXTENSION = 6;
/** Digits of +66 and a mobile number, with room for a stray 0. */
const LONGEST_NUMBER = 13;
/** "02-123-4567-70" is four lines; more than this is a slip of the finger. */
const MOST_LINES = 20;

/**
 * Reads every phone number of the text: "02-123-4567 ต่อ 12 ถึง 15", "0-2123-4567 กด 1", "+66 2 123 4567",
 * "081 234 5678, 1111", Thai digits. Consecutive lines ("02-123-4567-9") become one phone each, sharing the extensions.
 * After an extension, short numbers behind a comma are extensions too. Fax numbers are left out.
 */
export function parsePhones(text: string): Parsed<Phone[], PhoneRefusal> {
  const reading: Reading = { tokens: phoneTokens(text), at: 0 };
  const phones: Phone[] = [];
  while (reading.at < reading.tokens.length) {
    const isFax = skipToDigits(reading);
    if (reading.at >= reading.tokens.length) break;
    const found = readPhone(reading);
    if (!found.ok) return found;
    if (!isFax) phones.push(...found.value);
  }
  return phones.length > 0 ? understood(phones) : refused({ why: 'no-number' });
}

/** "02-123-4567 ต่อ 12 ถึง 15, 20" or "02-123-4567 ext. 12 to 15, 20"; `parsePhones` reads it back. */
export function formatPhone(phone: Phone, language: 'th' | 'en'): string {
  const number = groupedNumber(phone.number);
  if (phone.extensions.length === 0) return number;
  const range = language === 'th' ? ' ถึง ' : ' to ';
  const extensions = phone.extensions.map(({ from, to }) => (to === undefined ? from : from + range + to));
  return `${number} ${language === 'th' ? 'ต่อ' : 'ext.'} ${extensions.join(', ')}`;
}

function skipToDigits(reading: Reading): boolean {
  let isFax = false;
  while (reading.at < reading.tokens.length && !digitsAt(reading) && kindAt(reading) !== 'plus') {
    if (kindAt(reading) === 'fax') isFax = true;
    reading.at += 1;
  }
  if (kindAt(reading) === 'plus' && !digitsAt(reading, 1)) reading.at += 1;
  return isFax;
}

function readPhone(reading: Reading): Step<Phone[]> {
  const number = readNumber(reading);
  if (!number.ok) return number;
  const numbers = [number.value, ...readFurtherLines(reading, number.value)];
  const extensions = readExtensions(reading);
  if (!extensions.ok) return extensions;
  return understood(
    numbers.map((line) => ({ number: line, extensions: extensions.value.map((one) => ({ ...one })) })),
  );
}

/** Takes groups of digits until they make a whole number. */
function readNumber(reading: Reading): Step<string> {
  const international = kindAt(reading) === 'plus';
  if (international) reading.at += 1;
  let written = '';
  for (;;) {
    written += digitsAt(reading) ?? '';
    reading.at += 1;
    const national = nationalForm(written, international);
    if (national === undefined) return refused({ why: 'foreign', written });
    const progress = progressOf(national, closeDigits(reading).length);
    if (progress === 'complete') return understood(national);
    if (progress !== 'short') return refused({ why: progress, written });
    if (kindAt(reading) === 'dash' && digitsAt(reading, 1)) reading.at += 1;
    if (!digitsAt(reading)) return refused({ why: 'too-short', written });
  }
}

/** The lines after the first in "02-123-4567-9" or "02-123-4567 ถึง 70"; none if what follows is something else. */
function readFurtherLines(reading: Reading, first: string): string[] {
  const last = ['dash', 'range'].includes(kindAt(reading) ?? '') ? digitsAt(reading, 1) : undefined;
  if (last === undefined || last.length > 4 || first.length < 9) return [];
  const start = Number(first.slice(-last.length));
  const count = Number(last) - start;
  if (count < 1 || count >= MOST_LINES) return [];
  reading.at += 2;
  const line = (n: number) => first.slice(0, -last.length) + String(start + n).padStart(last.length, '0');
  return Array.from({ length: count }, (_, i) => line(i + 1));
}

function readExtensions(reading: Reading): Step<PhoneExtension[]> {
  const extensions: PhoneExtension[] = [];
  if (kindAt(reading) !== 'extension') return understood(extensions);
  while (skipToExtension(reading, extensions.length > 0)) {
    const extension = readExtension(reading);
    const tooLong = [extension.from, extension.to ?? ''].find((digits) => digits.length > LONGEST_EXTENSION);
    if (tooLong !== undefined) return refused({ why: 'bad-extension', written: tooLong });
    extensions.push(extension);
  }
  return understood(extensions);
}

/** Moves on to the next extension if there is one: after the first, what looks like a whole number is not. */
function skipToExtension(reading: Reading, hasOne: boolean): boolean {
  const ahead: Reading = { ...reading };
  while (['comma', 'extension'].includes(kindAt(ahead) ?? '')) ahead.at += 1;
  const close = closeDigits(ahead);
  if (close === '' || (hasOne && /^(?:0\d{8}|66\d{8})/.test(close))) return false;
  reading.at = ahead.at;
  return true;
}

function readExtension(reading: Reading): PhoneExtension {
  const from = digitsAt(reading) ?? '';
  reading.at += 1;
  const isRange = ['dash', 'range'].includes(kindAt(reading) ?? '');
  const to = isRange ? digitsAt(reading, 1) : undefined;
  if (to === undefined) return { from };
  reading.at += 2;
  return { from, to };
}

/** The digits from here on that only spaces and dashes part, as far as they can matter. */
function closeDigits(reading: Reading): string {
  let digits = '';
  for (let ahead = 0; digits.length < LONGEST_NUMBER; ahead += 1) {
    if (!['digits', 'dash'].includes(kindAt(reading, ahead) ?? '')) break;
    digits += digitsAt(reading, ahead) ?? '';
  }
  return digits;
}

function kindAt({ tokens, at }: Reading, ahead = 0): PhoneToken['kind'] | undefined {
  return tokens[at + ahead]?.kind;
}

function digitsAt({ tokens, at }: Reading, ahead = 0): string | undefined {
  const token = tokens[at + ahead];
  return token?.kind === 'digits' ? token.text : undefined;
}
