/**
 * The symbols our short codes are made of (a pin's on its poster, a case's for its reporter), their check symbol, and
 * reading them as people type them. The alphabet has no vowels, so that codes make no words, and one of each group of
 * look-alikes.
 */
import { toArabicDigits } from './thai/digits.ts';

// 23 symbols: with a prime number of them one check symbol detects every single wrong symbol and every swap.
const ALPHABET = '23456789CDFHJKMNPQRTVWX';
const DIGITS = 8;

/** How many symbols there are. */
export const SYMBOLS = ALPHABET.length;

/** Not in the alphabet, and with exactly one symbol of it they can be mistaken for. 1, I and L look like none. */
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

/**
 * The code of five or six drawn values (each 0 to SYMBOLS − 1), with its check symbol. Three letters never stand side
 * by side, so that no rude abbreviation comes up either.
 */
export function codeOf(drawn: readonly number[]): string {
  const payload = [...drawn];
  // A digit in the middle breaks every run of the payload; one before the check symbol breaks the last run.
  for (const place of [2, payload.length - 1]) {
    if (THREE_LETTERS.test(withCheck(payload))) payload[place] = (payload[place] ?? 0) % DIGITS;
  }
  return withCheck(payload);
}

/** As codes are read: without separators, in capitals, Thai digits as others. */
export function plainCode(typed: string): string {
  return toArabicDigits(typed.normalize('NFKC').replace(SEPARATORS, '')).toUpperCase();
}

/** The code of so many symbols that plain words stand for; undefined when it is none or has a mistake in it. */
export function readCode(plain: string, length: number): string | undefined {
  const code = readSymbols(plain);
  const isRight = code?.length === length && weightedSum(valuesOf(code)) % SYMBOLS === 0;
  return isRight ? code : undefined;
}

/** The symbols that plain words stand for, whether or not they are a whole code; undefined when one is none of ours. */
export function readSymbols(plain: string): string | undefined {
  const code = [...plain].map((symbol) => LOOK_ALIKES[symbol] ?? symbol).join('');
  return valuesOf(code).includes(-1) ? undefined : code;
}

const valuesOf = (code: string): number[] => [...code].map((symbol) => ALPHABET.indexOf(symbol));

function withCheck(payload: readonly number[]): string {
  const length = payload.length + 1;
  const sum = weightedSum(payload);
  const check = [...ALPHABET].findIndex((_, value) => (sum + value * length) % SYMBOLS === 0);
  return [...payload, check].map((value) => ALPHABET.charAt(value)).join('');
}

/** Each place has its own weight below the prime, so that one change or one swap always changes the remainder. */
function weightedSum(values: readonly number[]): number {
  return values.reduce((sum, value, place) => sum + value * (place + 1), 0);
}
