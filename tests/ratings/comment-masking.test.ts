// Comments: personal data are masked in whatever way they are typed, rude words too, and nothing innocent.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { maskComment } from '../../models/comment-masking.ts';
import {
  isIdentificationNumber,
  MASK,
  maskIdentificationNumbers,
  maskPersonalData,
} from '../../models/comment-masking-personal.ts';
import { maskRudeWords } from '../../models/comment-masking-rude.ts';
import { RUDE_ENGLISH, RUDE_THAI } from '../../models/comment-masking-rude-words.ts';
import { toArabicDigits, toThaiDigits } from '../../models/thai/digits.ts';

const digit = fc.integer({ min: 0, max: 9 });
const digits = (count: number) => fc.array(digit, { minLength: count, maxLength: count });
const gap = fc.constantFrom('', '', '', '-', ' ', '.', ' - ', '\u200b', '–');
const around = fc.constantFrom('', 'โทร', ' เจ้าหน้าที่ ', 'ติดต่อ: ', ' (', '“', '\n', ' please call ');

const mobile = fc
  .tuple(fc.constantFrom('06', '08', '09'), digits(8))
  .map(([head, rest]) => head + rest.join(''));
const fixed = fc
  .tuple(fc.constantFrom('02', '03', '04', '05', '07'), digits(7))
  .map(([head, rest]) => head + rest.join(''));
const abroad = mobile.map((number) => `+66${number.slice(1)}`);
const identification = fc.tuple(fc.integer({ min: 1, max: 8 }), digits(11)).map(([head, rest]) => {
  const twelve = [head, ...rest];
  const sum = twelve.reduce((total, one, place) => total + one * (13 - place), 0);
  return [...twelve, (11 - (sum % 11)) % 10].join('');
});

/** The digits with something between some of them, in either script. */
const typed = (number: fc.Arbitrary<string>) =>
  fc
    .tuple(number, fc.array(gap, { minLength: 14, maxLength: 14 }), fc.boolean())
    .map(([all, gaps, isThai]) => {
      const plain = [...all]
        .map((one, index) => one + (index < all.length - 1 ? (gaps[index] ?? '') : ''))
        .join('');
      return { all, plain: isThai ? toThaiDigits(plain) : plain };
    });

describe('personal data', () => {
  test.each([
    ['mobile', mobile],
    ['fixed', fixed],
    ['abroad', abroad],
    ['identification', identification],
  ])('%s numbers are masked in whatever way they are typed', (_, number) => {
    fc.assert(
      fc.property(around, typed(number), around, (before, { plain }, after) => {
        const masked = maskPersonalData(`${before}${plain}${after}`);
        expect(toArabicDigits(masked)).not.toMatch(/\d/);
        expect(masked).toContain(MASK);
      }),
    );
  });

  test.each([
    ['โทร 081-234-5678 ต่อ 12', 'โทร ••• ต่อ 12'],
    ['โทร.๐๘๑ ๒๓๔ ๕๖๗๘ นะ', 'โทร.••• นะ'],
    ['02-123-4567, 02 765 4321', '•••, •••'],
    ['call +66 81 234 5678', 'call •••'],
    ['บัตร 1-2345-67890-12-1 ค่ะ', 'บัตร ••• ค่ะ'],
    ['เขียนถึง someone.else+a@mail.example.co.th ได้', 'เขียนถึง ••• ได้'],
    ['อีเมลa@b.com', 'อีเมล•••'],
    ['081-234-5678 089 876 5432', '••• •••'],
  ])('%s', (words, masked) => {
    expect(maskPersonalData(words)).toBe(masked);
  });

  test.each([
    'รอคิวที่ 125 นาน 45 นาที วันที่ 8/5/2561 เวลา 10.30 น.',
    'จ่าย 1,250,000 บาท',
    'โทร 1111 และ 191',
    // Thirteen digits whose last one does not check the others.
    '1234567890123',
    // More digits than any number has, without a gap.
    '20180812345678901',
    'โปสเตอร์ @ช่อง 4',
  ])('%s stays', (words) => {
    expect(maskPersonalData(words)).toBe(words);
  });

  test('check digits', () => {
    expect(isIdentificationNumber('1234567890121')).toBe(true);
    expect(isIdentificationNumber('1234567890122')).toBe(false);
    expect(isIdentificationNumber('0234567890121')).toBe(false);
    fc.assert(fc.property(identification, (number) => isIdentificationNumber(number)));
  });

  test('an office may name its phone, but nobody’s identification number', () => {
    expect(maskIdentificationNumbers('โทร 02-123-4567 บัตร 1234567890121')).toBe('โทร 02-123-4567 บัตร •••');
  });
});

describe('rude words', () => {
  const space = fc.constantFrom('', '', ' ', '.', '-', '*', '\u200b', ' _ ');
  /** Each letter as people see it, some of them more than once, with something between them. */
  const disguised = (word: string) => {
    const letters = [...new Intl.Segmenter('th').segment(word)].map(({ segment }) => segment);
    return fc
      .tuple(
        fc.array(fc.integer({ min: 1, max: 4 }), { minLength: letters.length, maxLength: letters.length }),
        fc.array(space, { minLength: letters.length, maxLength: letters.length }),
      )
      .map(([times, spaces]) =>
        letters
          .map(
            (letter, index) =>
              letter.repeat(times[index] ?? 1) + (index < letters.length - 1 ? spaces[index] : ''),
          )
          .join(''),
      );
  };

  test.each([...RUDE_THAI, ...RUDE_ENGLISH].map(({ word }) => word))('%s, however it is typed', (word) => {
    fc.assert(
      fc.property(disguised(word), fc.boolean(), (written, isUpper) => {
        const words = `บริการ ${isUpper ? written.toUpperCase() : written} จริง`;
        expect(maskRudeWords(words)).toBe(`บริการ ${MASK} จริง`);
      }),
      { numRuns: 40 },
    );
  });

  test.each([
    ['Fuckers! sh1t and a$$hole', '•••! ••• and •••'],
    ['เเม่งรอนาน', '•••รอนาน'],
    ['พวกมึงทำงานช้า', 'พวก•••ทำงานช้า'],
  ])('%s', (words, shown) => {
    expect(maskRudeWords(words)).toBe(shown);
  });

  test.each([
    'ไปสำนักงานสัสดีมา เจ้าหน้าที่เชี่ยวชาญมาก',
    'แม่งานเตรียมหีบเลือกตั้ง',
    'สัตว์ในสวนสัตว์และควายน่ารัก',
    'Scunthorpe, Dickens, class hour, push it, this hit',
    'wash it, assess, shiitake',
    'ผู้ใหญ่บ้านห่างไกล ตระกูลเก่าแก่',
  ])('%s stays', (words) => {
    expect(maskRudeWords(words)).toBe(words);
  });
});

describe('a comment', () => {
  test('keeps rude words where it is kept and personal data nowhere', () => {
    expect(maskComment('แม่งช้ามาก โทร 081-234-5678')).toEqual({
      kept: 'แม่งช้ามาก โทร •••',
      shown: '•••ช้ามาก โทร •••',
    });
  });

  const piece = fc.oneof(
    fc.constantFrom(...RUDE_THAI.map(({ word }) => word), ...RUDE_ENGLISH.map(({ word }) => word)),
    fc.constantFrom(
      'ค',
      'ว',
      'ย',
      'สั',
      'ส',
      ' ',
      '*',
      MASK,
      'f',
      'u',
      'ck',
      '08',
      '1234',
      '5678',
      '@',
      'a.b',
      '+66',
    ),
    fc.string({ maxLength: 4, unit: 'grapheme' }),
  );

  test('masked again stays the same; without letters to mask it is never touched', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const once = maskComment(pieces.join(''));
        expect(maskPersonalData(once.kept)).toBe(once.kept);
        expect(maskComment(once.shown).shown).toBe(once.shown);
      }),
      { numRuns: 500 },
    );
    fc.assert(
      fc.property(fc.stringMatching(/^[กขจดบป \n]{0,60}$/), (words) => {
        expect(maskComment(words)).toEqual({ kept: words, shown: words });
      }),
    );
  });
});
