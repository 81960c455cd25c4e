// Choosing from a list by number, letter or label.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseChoice, parseChoices } from '../../flows/answers/choice.ts';
import { writeNumberWords } from '../../models/thai/number-words.ts';

const OPTIONS = [
  { value: 'hospital', labels: ['โรงพยาบาล', 'Hospital'] },
  { value: 'school', labels: ['โรงเรียน', 'School'] },
  { value: 'quick', labels: ['สะดวกและเร็ว', 'Quick'] },
  { value: 'other', labels: ['อื่นๆ', 'Other'] },
] as const;

describe('one choice', () => {
  test.each([
    ...[
      '2',
      '๒',
      ' 2. ',
      '2)',
      '(2)',
      'ข้อ 2',
      'ข้อที่ ๒',
      'ข้อ 2 ครับ',
      'เลือกข้อ 2',
      'no. 2',
      '#2',
      'สอง',
      'ข',
      'b',
    ],
    ...['โรงเรียน', 'โรงเรียนค่ะ', 'โรง เรียน', 'โรงเร', 'school', 'SCH'],
  ])('%j is the second', (text) => expect(parseChoice(text, OPTIONS)).toEqual({ ok: true, value: 'school' }));

  test.each([
    ['สะดวกและเร็ว', 'quick'],
    ['สะดวก และ เร็ว', 'quick'],
    ['อืน ๆ', 'other'],
    ['ง', 'other'],
  ])('%j is %s', (text, value) => expect(parseChoice(text, OPTIONS)).toEqual({ ok: true, value }));

  test('a label wins over a number', () => {
    const years = [
      { value: 'second', labels: ['2'] },
      { value: 'first', labels: ['1'] },
    ];
    expect(parseChoice('2', years)).toEqual({ ok: true, value: 'second' });
  });

  test('refusals say why', () => {
    expect(parseChoice('  ', OPTIONS)).toEqual({ ok: false, why: 'empty' });
    expect(parseChoice('โรง', OPTIONS)).toEqual({
      ok: false,
      why: 'ambiguous',
      part: 'โรง',
      candidates: ['hospital', 'school'],
    });
    expect(parseChoice('9', OPTIONS)).toEqual({ ok: false, why: 'out-of-range', part: '9', count: 4 });
    expect(parseChoice('0', OPTIONS)).toMatchObject({ why: 'out-of-range' });
    expect(parseChoice('ตลาด', OPTIONS)).toEqual({ ok: false, why: 'no-match', part: 'ตลาด' });
    expect(parseChoice('h', OPTIONS)).toMatchObject({ why: 'no-match' });
  });

  test('every position can be named in digits and words', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99 }), (n) => {
        const many = Array.from({ length: 99 }, (_, i) => ({
          value: `v${i + 1}`,
          labels: [`ตัวเลือกหมู่ ${i + 1} ก`],
        }));
        for (const text of [`${n}`, `ข้อ ${n}`, writeNumberWords(n)])
          expect(parseChoice(text, many)).toEqual({ ok: true, value: `v${n}` });
      }),
    );
  });
});

describe('several choices', () => {
  test.each([
    ['1,3 และ 4', ['hospital', 'quick', 'other']],
    ['๑, ๓', ['hospital', 'quick']],
    ['1-3', ['hospital', 'school', 'quick']],
    ['3 ถึง 1', ['hospital', 'school', 'quick']],
    ['1-2, 4', ['hospital', 'school', 'other']],
    ['1 3', ['hospital', 'quick']],
    ['ข้อ 1 และข้อ 3 ค่ะ', ['hospital', 'quick']],
    ['ก ค', ['hospital', 'quick']],
    ['4, 1, 4', ['hospital', 'other']],
    ['สะดวกและเร็ว', ['quick']],
    ['สะดวกและเร็ว, อื่นๆ', ['quick', 'other']],
    ['hospital and school', ['hospital', 'school']],
    ['ทั้งหมด', ['hospital', 'school', 'quick', 'other']],
    ['2', ['school']],
  ])('%j', (text, value) => expect(parseChoices(text, OPTIONS)).toEqual({ ok: true, value }));

  test('one part that is not understood refuses the whole and is named', () => {
    expect(parseChoices('1,9', OPTIONS)).toMatchObject({ why: 'out-of-range', part: '9' });
    expect(parseChoices('1-9', OPTIONS)).toMatchObject({ why: 'out-of-range', part: '1-9' });
    expect(parseChoices('1, ตลาด', OPTIONS)).toMatchObject({ why: 'no-match', part: 'ตลาด' });
    expect(parseChoices('1, โรง', OPTIONS)).toMatchObject({
      why: 'ambiguous',
      candidates: ['hospital', 'school'],
    });
    expect(parseChoices('ตลาด ใหญ่', OPTIONS)).toMatchObject({ why: 'no-match', part: 'ตลาด ใหญ่' });
    expect(parseChoices('', OPTIONS)).toMatchObject({ why: 'empty' });
  });
});
