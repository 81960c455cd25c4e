/**
 * The short public code of a pin, as it stands on a poster and is typed by people: five symbols and a check
 * symbol. The alphabet has no vowels, so that codes make no words, and one of each group of look-alikes.
 */

// 23 symbols: with a prime number of them one check symbol detects every single wrong symbol and every swap.
const ALPHABET = '23456789CDFHJKMNPQRTVWX';
const DIGITS = 8;
const LENGTH = 6;

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
const THAI_DIGIT = /[๐-๙]/gu;
const THAI_ZERO = 0x0e50;

/**
 * Makes a code, e.g. "C4KM7X"; `random` gives numbers from 0 up to but not including 1. Three letters never stand
 * side by side, so that no rude abbreviation comes up either.
 */
export function newPinCode(random: () => number): string {
  const payload = Array.from({ length: LENGTH - 1 }, () => Math.floor(random() * ALPHABET.length));
  // A digit in the middle breaks every run of the payload; one before the check symbol breaks the last run.
  for (const place of [2, LENGTH - 2]) {
    if (THREE_LETTERS.test(withCheck(payload))) payload[place] = (payload[place] ?? 0) % DIGITS;
  }
  return withCheck(payload);
}

/**
 * Reads a code as people type it: small letters, spaces, hyphens, Thai digits, and look-alikes where only one
 * symbol can be meant. `undefined` when it is no code or has a mistake in it.
 */
export function readPinCode(text: string): string | undefined {
  const plain = text.normalize('NFKC').replace(SEPARATORS, '').replace(THAI_DIGIT, arabicDigit).toUpperCase();
  const code = [...plain].map((symbol) => LOOK_ALIKES[symbol] ?? symbol).join('');
  const values = [...code].map((symbol) => ALPHABET.indexOf(symbol));
  if (values.length !== LENGTH || values.includes(-1)) return undefined;
  return weightedSum(values) % ALPHABET.length === 0 ? code : undefined;
}

function withCheck(payload: readonly number[]): string {
  const sum = weightedSum(payload);
  const check = [...ALPHABET].findIndex((_, value) => (sum + value * LENGTH) % ALPHABET.length === 0);
  return [...payload, check].map((value) => ALPHABET.charAt(value)).join('');
}

/** Each place has its own weight below the prime, so that one change or one swap always changes the remainder. */
function weightedSum(values: readonly number[]): number {
  return values.reduce((sum, value, place) => sum + value * (place + 1), 0);
}

function arabicDigit(digit: string): string {
  return String((digit.codePointAt(0) ?? THAI_ZERO) - THAI_ZERO);
}
