// One spelling for what reads the same.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { looseForm, normalForm } from '../../models/thai/normal-form.ts';

/** Thai text with its marks in any order, zero-width characters, dots and Latin: harder than any real message. */
const tangledThai = fc
  .array(
    fc.constantFrom(...'กนอเแาำํิุู่้๊์ัฺ็ๆฯ. .๑1aÀÉİΣ', '\u200b', '\u0300', '\u0e4d', '\u0e32', '\u0e40', 'ﬁ', '…', '️'),
    { maxLength: 14 },
  )
  .map((letters) => letters.join(''));
const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), tangledThai);

describe('the normal form', () => {
  const water = 'น\u0e49\u0e33';
  test.each([
    ['nikhahit, tone, aa', 'น\u0e4d\u0e49\u0e32', water],
    ['tone, nikhahit, aa', 'น\u0e49\u0e4d\u0e32', water],
    ['sara am, then tone', 'น\u0e33\u0e49', water],
    ['as it should be', water, water],
    ['nikhahit and aa without tone', 'ท\u0e4d\u0e32', 'ท\u0e33'],
    ['two SARA E', '\u0e40\u0e40ม่', 'แม่'],
    ['tone before vowel', 'ท\u0e48\u0e35', 'ท\u0e35\u0e48'],
    ['a mark twice', 'ท\u0e35\u0e35\u0e48\u0e48', 'ท\u0e35\u0e48'],
    ['thanthakhat after its vowel', 'สิทธ\u0e4c\u0e34', 'สิทธ\u0e34\u0e4c'],
    ['zero-width characters', 'หนอง\u200bบัว\ufeff', 'หนองบัว'],
    ['spaces', '  หนอง\u00a0\n บัว ', 'หนอง บัว'],
    ['Latin letters of any width', 'Ｏｆｆｉｃｅ ABC', 'office abc'],
    ['Thai digits', 'ข้อ ๑๒', 'ข้อ 12'],
    ['abbreviation dots', 'อ.เมือง', 'อเมือง'],
    ['abbreviation dots with spaces', 'รพ. สต. หนองบัว', 'รพสตหนองบัว'],
    ['a last dot', '2.', '2'],
    ['a dot inside a number or address', '8.30 www.example.go.th', '8.30 www.example.go.th'],
    ['paiyannoi', 'กรุงเทพฯ', 'กรุงเทพ'],
    ['and so on', 'บัตร ทะเบียนบ้าน ฯลฯ', 'บัตร ทะเบียนบ้าน'],
    ['a space before mai yamok', 'ต่าง ๆ', 'ต่างๆ'],
  ])('of %s', (_, text, expected) => {
    expect(normalForm(text)).toBe(expected);
  });

  test('of a normal form is itself', () => {
    fc.assert(
      fc.property(anyText, (text) => expect(normalForm(normalForm(text))).toBe(normalForm(text))),
      { numRuns: 2000 },
    );
  });
});

describe('the loose form', () => {
  test('lacks tone marks and spaces', () => {
    expect(looseForm('บ้าน ใหม่ น้ำ')).toBe('บานใหมนำ');
    expect(looseForm('บานใหม นํา')).toBe('บานใหมนำ');
  });

  test('of a loose form is itself, and the same for the normal form', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(looseForm(looseForm(text))).toBe(looseForm(text));
        expect(looseForm(normalForm(text))).toBe(looseForm(text));
      }),
      { numRuns: 2000 },
    );
  });
});
