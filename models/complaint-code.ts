/**
 * The tracking code of a complaint, e.g. "RY-4F7K2-M9": RY, six symbols drawn by chance and a check symbol. There are
 * over 100 million of them, so that trying codes one after another finds nothing; and a code alone opens nothing.
 */
import { createHash } from 'node:crypto';

// 23 symbols without look-alikes: with a prime number of them one check symbol detects every wrong symbol and every swap.
const ALPHABET = '23456789CDFHJKMNPQRTVWX';
const DIGITS = 8;
const LENGTH = 7;
/** Symbols before the second hyphen: what one reads out in a breath. */
const FIRST_GROUP = 5;

/** Not in the alphabet, and with exactly one symbol of it they can be mistaken for. */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  '0': 'Q',
  O: 'Q',
  S: '5',
  Z: '2',
  B: '8',
  G: '6',
  U: 'V',
};
const THREE_LETTERS = /[A-Z]{3}/;
const SEPARATORS = /[\s\-‐-–_.#]/gu;
const THAI_DIGIT = /[๐-๙]/gu;
const THAI_ZERO = 0x0e50;
const PREFIX = /^RY/;

/**
 * Makes a code from something that nobody can guess and that never comes twice, such as a new UUID. Three letters
 * never stand side by side, so that no rude abbreviation comes up.
 */
export function newComplaintCode(unguessable: string): string {
  const drawn = createHash('sha256').update(unguessable).digest();
  const payload = [...drawn.subarray(0, LENGTH - 1)].map((byte) => byte % ALPHABET.length);
  // A digit at these places breaks every run of letters.
  for (const place of [2, LENGTH - 2]) {
    if (THREE_LETTERS.test(symbolsOf(payload))) payload[place] = (payload[place] ?? 0) % DIGITS;
  }
  return written(symbolsOf(payload));
}

/** Reads a code as people type it, with or without RY and hyphens. `undefined` when it is none or has a mistake in it. */
export function readComplaintCode(typed: string): string | undefined {
  const plain = typed
    .normalize('NFKC')
    .replace(SEPARATORS, '')
    .replace(THAI_DIGIT, arabicDigit)
    .toUpperCase();
  const symbols = [...plain.replace(PREFIX, '')].map((symbol) => LOOK_ALIKES[symbol] ?? symbol);
  const values = symbols.map((symbol) => ALPHABET.indexOf(symbol));
  if (values.length !== LENGTH || values.includes(-1)) return undefined;
  return weightedSum(values) % ALPHABET.length === 0 ? written(symbols.join('')) : undefined;
}

function written(symbols: string): string {
  return `RY-${symbols.slice(0, FIRST_GROUP)}-${symbols.slice(FIRST_GROUP)}`;
}

/** The payload with its check symbol. */
function symbolsOf(payload: readonly number[]): string {
  const sum = weightedSum(payload);
  const check = [...ALPHABET].findIndex((_, value) => (sum + value * LENGTH) % ALPHABET.length === 0);
  return [...payload, check].map((value) => ALPHABET.charAt(value)).join('');
}

function weightedSum(values: readonly number[]): number {
  return values.reduce((sum, value, place) => sum + value * (place + 1), 0);
}

function arabicDigit(digit: string): string {
  return String((digit.codePointAt(0) ?? THAI_ZERO) - THAI_ZERO);
}
