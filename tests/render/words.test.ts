// Words, numbers, distances and dates in both languages.

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createWords, UnknownText } from '../../bot/line/render/words.ts';
import { defineTexts, type TextVariable } from '../../flows/engine/text.ts';

const office = defineTexts('office', {
  plain: { th: 'สำนักงาน', en: 'office' },
  found: { th: 'พบ {{what}} แล้ว', en: 'Found {{what}}' },
  two: { th: '{{a}} และ {{b}}', en: '{{b}} and {{a}}' },
  count: { th: 'มี {{count}} แห่ง {{context}} {{lng}}', en: '{{count}} places {{context}} {{lng}}' },
  left: { th: 'เหลือ {{count}} แห่ง', en: '{{count}} offices left', enOne: '{{count}} office left' },
});
const words = createWords([office]);
const found = (what: TextVariable, language: 'th' | 'en') => words(office('found', { what }), language);

describe('words', () => {
  test('are said in the language asked for', () => {
    expect(words(office('plain'), 'th')).toBe('สำนักงาน');
    expect(words(office('plain'), 'en')).toBe('office');
    expect(words('อบต.เขาใหม่', 'en')).toBe('อบต.เขาใหม่');
  });

  test('name things in English where there is an English name', () => {
    const name = { th: 'อำเภอเมือง', en: 'Mueang' };
    expect([words(name, 'th'), words(name, 'en')]).toEqual(['อำเภอเมือง', 'Mueang']);
    expect([words({ th: 'อบต.เขาใหม่' }, 'en'), words({ th: 'อบต.', en: '' }, 'en')]).toEqual([
      'อบต.เขาใหม่',
      'อบต.',
    ]);
  });

  test('hold other words', () => {
    expect(found(office('found', { what: office('plain') }), 'th')).toBe('พบ พบ สำนักงาน แล้ว แล้ว');
    expect(found({ th: 'ก', en: 'K' }, 'en')).toBe('Found K');
    expect(found('', 'en')).toBe('Found ');
  });

  test.each([
    [0, '0'],
    [1234, '1,234'],
    [1_234_567.891, '1,234,567.89'],
    [-5, '-5'],
  ])('write %d as %s', (number, written) => {
    expect(found(number, 'en')).toBe(`Found ${written}`);
    expect(found(number, 'th')).toBe(`พบ ${written} แล้ว`);
  });

  test.each([
    [0, '0 ม.', '0 m'],
    [350.4, '350 ม.', '350 m'],
    [999.4, '999 ม.', '999 m'],
    [999.6, '1 กม.', '1 km'],
    [1_240, '1.2 กม.', '1.2 km'],
    [1_234_567, '1,234.6 กม.', '1,234.6 km'],
  ])('write %d metres as %s and %s', (metres, thai, english) => {
    expect(found({ metres }, 'th')).toBe(`พบ ${thai} แล้ว`);
    expect(found({ metres }, 'en')).toBe(`Found ${english}`);
  });

  test('refuse what is no distance and no date', () => {
    expect(() => found({ metres: -1 }, 'th')).toThrow(RangeError);
    expect(() => found({ metres: Number.NaN }, 'th')).toThrow(RangeError);
    expect(() => found({ date: '2018-02-30' }, 'th')).toThrow(RangeError);
  });

  test('write dates in the calendar of the language', () => {
    expect(found({ date: '2018-05-31' }, 'th')).toBe('พบ 31 พฤษภาคม 2561 แล้ว');
    expect(found({ date: '2018-05-31' }, 'en')).toBe('Found 31 May 2018');
  });

  test('write dates the short way, as people type them', () => {
    expect(found({ shortDate: '2018-05-31' }, 'th')).toBe('พบ 31 พ.ค. 2561 แล้ว');
    expect(found({ shortDate: '2018-05-31' }, 'en')).toBe('Found 31 May 2018');
  });

  test.each([
    [0, '0 offices left'],
    [1, '1 office left'],
    [2, '2 offices left'],
    [1_001, '1,001 offices left'],
  ])('say of %d in English whether it is one', (count, english) => {
    expect(words(office('left', { count }), 'en')).toBe(english);
    expect(words(office('left', { count }), 'th')).toBe(`เหลือ ${count.toLocaleString('en-US')} แห่ง`);
  });

  test('are as they are where what is counted is no number, or nothing is said of one', () => {
    expect(words(office('left', { count: '1' }), 'en')).toBe('1 offices left');
    expect(words(office('count', { count: 1, context: '', lng: '' }), 'en')).toBe('1 places  ');
  });

  test('for one do not compile with other variables, nor without a count', () => {
    // @ts-expect-error: there is no {{number}}
    defineTexts('a', { wrong: { th: 'ก {{count}}', en: '{{count}} x', enOne: '{{number}} x' } });
    // @ts-expect-error: nothing is counted
    defineTexts('b', { wrong: { th: 'ก {{size}}', en: '{{size}} x', enOne: '{{size}} x' } });
    // @ts-expect-error: the count is not said
    defineTexts('c', { wrong: { th: 'ก {{count}}', en: '{{count}} x', enOne: 'one x' } });
    expect(office.texts.left.enOne).toBe('{{count}} office left');
  });

  test('may use variables that i18next would take for its own', () => {
    const said = words(office('count', { count: 1, context: 'ก', lng: 'en' }), 'th');
    expect(said).toBe('มี 1 แห่ง ก en');
  });
});

describe("people's own words", () => {
  const tricky = fc.oneof(
    fc.string({ maxLength: 60 }),
    fc.string({
      unit: fc.constantFrom('{', '}', '$', 't', '(', ')', 'a', 'b', '&', '-', '\\', ',', ':', ' '),
      maxLength: 40,
    }),
    fc.constantFrom(
      '{{b}}',
      '{{a}}',
      '$t(office:plain)',
      '$t(plain)',
      '$&',
      '$1',
      '$$',
      '<b>&amp;',
      '{{- b}}',
      '{{b, uppercase}}',
    ),
  );

  test('are never read as instructions', () => {
    fc.assert(
      fc.property(tricky, tricky, (a, b) => {
        expect(words(office('two', { a, b }), 'th')).toBe(`${a} และ ${b}`);
        expect(words(office('two', { a, b }), 'en')).toBe(`${b} and ${a}`);
        expect(words(a, 'th')).toBe(a);
      }),
      { numRuns: 3_000 },
    );
  });

  test('lose what would break the screen', () => {
    expect(words('a\u0000b\u0007c\r\nd\te', 'th')).toBe('abc\nd e');
    expect(words('x\u202Ey\u2066z', 'th')).toBe('xyz');
    expect(words('\uD800!', 'th')).toBe('\uFFFD!');
    expect(found('\u202E', 'en')).toBe('Found ');
  });
});

describe('mistakes in the texts', () => {
  test('throw: a text or a variable that is missing', () => {
    expect(() => words({ key: 'office:nowhere' }, 'th')).toThrow(UnknownText);
    expect(() => words({ key: 'nowhere:plain' }, 'th')).toThrow(UnknownText);
    expect(() => words({ key: 'plain' }, 'th')).toThrow(UnknownText);
    expect(() => words({ key: 'office:found' }, 'en')).toThrow(UnknownText);
    expect(() => words({ key: 'office:two', vars: { a: 'x' } }, 'en')).toThrow(UnknownText);
  });

  test('throw: two flows under one name', () => {
    expect(() => createWords([office, { namespace: 'office', texts: {} }])).toThrow(/office/);
  });
});
