// Numbers in Thai words, written and read.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readNumberWords, writeNumberWords } from '../../models/thai/number-words.ts';

describe('number words', () => {
  test.each([
    [0, 'ศูนย์'],
    [1, 'หนึ่ง'],
    [10, 'สิบ'],
    [11, 'สิบเอ็ด'],
    [20, 'ยี่สิบ'],
    [23, 'ยี่สิบสาม'],
    [101, 'หนึ่งร้อยเอ็ด'],
    [2500, 'สองพันห้าร้อย'],
    [1_000_001, 'หนึ่งล้านเอ็ด'],
    [121_000_000, 'หนึ่งร้อยยี่สิบเอ็ดล้าน'],
    [345_678, 'สามแสนสี่หมื่นห้าพันหกร้อยเจ็ดสิบแปด'],
  ])('%d is %s', (number, words) => {
    expect(writeNumberWords(number)).toBe(words);
    expect(readNumberWords(words)).toBe(number);
  });

  test.each([
    ['ร้อยเอ็ด', 101],
    ['หนึ่งร้อยหนึ่ง', 101],
    ['พัน', 1000],
    ['ล้าน', 1_000_000],
    ['ยี่สิบ สาม', 23],
  ])('%s is also read', (words, number) => expect(readNumberWords(words)).toBe(number));

  test.each(['', 'เอ็ด', 'หนึ่งสองสาม', 'สองสิบ', 'ร้อยพัน', 'พันล้าน', 'ล้านล้าน', 'ยี่', '23', 'สามคน'])(
    '%j is none',
    (text) => expect(readNumberWords(text)).toBeUndefined(),
  );

  test('are read as they were written', () => {
    const numbers = fc.oneof(fc.integer({ min: 0, max: 999_999_999 }), fc.integer({ min: 0, max: 2000 }));
    fc.assert(
      fc.property(numbers, (n) => expect(readNumberWords(writeNumberWords(n))).toBe(n)),
      { numRuns: 2000 },
    );
  });

  test('beyond the range are a bug', () => {
    for (const n of [-1, 1.5, 1_000_000_000]) expect(() => writeNumberWords(n)).toThrow(RangeError);
  });
});
