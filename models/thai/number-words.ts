// Whole numbers in Thai words, "หนึ่งร้อยเอ็ด", read and written, from 0 to 999,999,999.

import { normalForm } from './normal-form.ts';

const ONES = ['ศูนย์', 'หนึ่ง', 'สอง', 'สาม', 'สี่', 'ห้า', 'หก', 'เจ็ด', 'แปด', 'เก้า'];
const PLACES: readonly [name: string, value: number][] = [
  ['แสน', 100_000],
  ['หมื่น', 10_000],
  ['พัน', 1000],
  ['ร้อย', 100],
];
const MILLION = 1_000_000;
/** The largest number that is read or written. */
const LARGEST = 999_999_999;

const DIGIT = ONES.slice(1).join('|');
/** A group below a million: optional digits before แสน … ร้อย, then สิบ (where two is ยี่), then the last digit. */
const GROUP = new RegExp(
  `^${PLACES.map(([name]) => `(?:(${DIGIT})?(${name}))?`).join('')}` +
    `(?:(ยี่|${ONES.slice(3).join('|')})?(สิบ))?(${DIGIT}|เอ็ด)?$`,
);

/** Writes a whole number in Thai words, "ยี่สิบเอ็ด". Throws RangeError outside 0–999,999,999. */
export function writeNumberWords(number: number): string {
  if (!Number.isInteger(number) || number < 0 || number > LARGEST)
    throw new RangeError(`Cannot write ${number}`);
  if (number === 0) return 'ศูนย์';
  const millions = Math.floor(number / MILLION);
  const rest = writeGroup(number % MILLION, millions > 0);
  return millions > 0 ? `${writeGroup(millions, false)}ล้าน${rest}` : rest;
}

/**
 * Reads Thai number words; undefined if the text is anything else. Reads by the book: "พันห้า" is 1,005, though some
 * people say it for 1,500.
 */
export function readNumberWords(text: string): number | undefined {
  const words = normalForm(text).replace(/ /g, '');
  if (words === 'ศูนย์') return 0;
  const [high = '', low, ...more] = words.split('ล้าน');
  if (more.length > 0 || words === '') return undefined;
  if (low === undefined) return readGroup(high, false);
  const millions = high === '' ? 1 : readGroup(high, false);
  const rest = readGroup(low, true);
  if (millions === undefined || rest === undefined || millions > 999) return undefined;
  return millions * MILLION + rest;
}

function writeGroup(group: number, afterMillions: boolean): string {
  const high = PLACES.map(([name, value]) => writePlace(Math.floor(group / value) % 10, name)).join('');
  const tens = writeTens(Math.floor(group / 10) % 10);
  const ones = group % 10;
  if (ones === 0) return high + tens;
  const something = afterMillions || group > 10;
  return high + tens + (ones === 1 && something ? 'เอ็ด' : ONES[ones]);
}

function writePlace(digit: number, name: string): string {
  return digit === 0 ? '' : `${ONES[digit]}${name}`;
}

function writeTens(digit: number): string {
  if (digit === 0) return '';
  if (digit === 1) return 'สิบ';
  return digit === 2 ? 'ยี่สิบ' : `${ONES[digit]}สิบ`;
}

/** `afterMillions` allows an empty group and a lone เอ็ด. */
function readGroup(words: string, afterMillions: boolean): number | undefined {
  const match = GROUP.exec(words);
  if (!match || (!afterMillions && (words === '' || words === 'เอ็ด'))) return undefined;
  const values = [...PLACES.map(([, value]) => value), 10];
  const high = values.map((value, i) => (match[2 * i + 2] ? value * readDigit(match[2 * i + 1]) : 0));
  const ones = match[2 * values.length + 1];
  return high.reduce((sum, part) => sum + part, 0) + (ones ? readDigit(ones) : 0);
}

/** A place without a digit counts once: "ร้อย" is a hundred. */
function readDigit(word: string | undefined): number {
  if (word === undefined || word === 'เอ็ด') return 1;
  return word === 'ยี่' ? 2 : ONES.indexOf(word);
}
