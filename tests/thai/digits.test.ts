// Thai and Arabic digits, one for one.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { toArabicDigits, toThaiDigits } from '../../models/thai/digits.ts';

describe('digits', () => {
  test('are written in either script', () => {
    expect(toThaiDigits('0123456789 ม.4')).toBe('๐๑๒๓๔๕๖๗๘๙ ม.๔');
    expect(toArabicDigits('๐๑๒๓๔๕๖๗๘๙ ม.๔')).toBe('0123456789 ม.4');
  });

  test('come back from the other script', () => {
    fc.assert(fc.property(fc.nat(), (n) => expect(toArabicDigits(toThaiDigits(`${n}`))).toBe(`${n}`)));
  });
});
