// Whole numbers in both scripts and in words.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseWholeNumber } from '../../flows/answers/whole-number.ts';
import { toThaiDigits } from '../../models/thai/digits.ts';
import { writeNumberWords } from '../../models/thai/number-words.ts';

describe('a whole number', () => {
  test.each([
    ['๒๓', 23],
    ['1,234', 1234],
    ['1 234 567', 1_234_567],
    ['ยี่สิบสาม', 23],
    ['23 จุด', 23],
    ['ยี่สิบสามจุด', 23],
    ['ประมาณ 20', 20],
    ['ราวๆ 30 คนครับ', 30],
    ['5 พัน', 5000],
    ['0', 0],
    ['7.', 7],
    ['23 points', 23],
  ])('%s', (text, value) => expect(parseWholeNumber(text)).toEqual({ ok: true, value }));

  test.each([
    ['2.5', 'decimal'],
    ['ยี่สิบสามจุดห้า', 'decimal'],
    ['23 จุด 5', 'decimal'],
    ['-5', 'negative'],
    ['−๕', 'negative'],
    ['ลบห้า', 'negative'],
    ['1,23', 'not-a-number'],
    ['หลายแห่ง', 'not-a-number'],
    ['12 หรือ 13', 'not-a-number'],
    ['', 'not-a-number'],
    ['9'.repeat(400), 'too-large'],
  ])('%s is refused as %s', (text, why) => expect(parseWholeNumber(text)).toMatchObject({ ok: false, why }));

  test('stays within its limits, which are inclusive', () => {
    const limits = { min: 1, max: 10 };
    expect(['1', '10'].map((text) => parseWholeNumber(text, limits).ok)).toEqual([true, true]);
    expect(parseWholeNumber('0', limits)).toEqual({ ok: false, why: 'too-small', min: 1 });
    expect(parseWholeNumber('11', limits)).toEqual({ ok: false, why: 'too-large', max: 10 });
  });

  test('is read however it is written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), (value) => {
        for (const text of [
          `${value}`,
          value.toLocaleString('en'),
          toThaiDigits(`${value}`),
          writeNumberWords(value),
        ])
          expect(parseWholeNumber(text)).toEqual({ ok: true, value });
      }),
    );
  });
});
