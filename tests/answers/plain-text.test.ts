// Free text, cleaned and measured; and single words as commands.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parsePlainText } from '../../flows/answers/plain-text.ts';
import { isWord } from '../../flows/answers/words.ts';

describe('free text', () => {
  test('is cleaned of what nobody sees', () => {
    const text = ' \u200bอบต.\u0007  หนองบัว\u202e\n\nหมู่ 4 \ufeff';
    expect(parsePlainText(text, { max: 50 })).toEqual({ ok: true, value: 'อบต. หนองบัว หมู่ 4' });
    expect(parsePlainText(text, { max: 50, keepNewlines: true })).toEqual({
      ok: true,
      value: 'อบต. หนองบัว\n\nหมู่ 4',
    });
    expect(parsePlainText('a\r\n\n\n\nb', { max: 9, keepNewlines: true })).toEqual({
      ok: true,
      value: 'a\n\nb',
    });
  });

  test('is measured in characters as people see them', () => {
    expect(parsePlainText('น้ำใจ', { max: 3 })).toEqual({ ok: true, value: 'น้ำใจ' });
    expect(parsePlainText('👨‍👩‍👧‍👦', { max: 1 })).toEqual({ ok: true, value: '👨‍👩‍👧‍👦' });
    expect(parsePlainText('ที่นี่ที่นั่น', { max: 4 })).toMatchObject({ why: 'too-long', over: 1, length: 5 });
    expect(parsePlainText('ดี', { min: 5, max: 9 })).toEqual({
      ok: false,
      why: 'too-short',
      length: 1,
      missing: 4,
    });
  });

  test.each(['', ' \n\t', '\u200b\ufeff', '\u0000'])('%j is empty', (text) =>
    expect(parsePlainText(text, { min: 0, max: 9 })).toEqual({ ok: false, why: 'empty' }),
  );

  test('that was taken is taken again as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.boolean(), (text, keepNewlines) => {
        const once = parsePlainText(text, { max: 1000, keepNewlines });
        if (once.ok) expect(parsePlainText(once.value, { max: 1000, keepNewlines })).toEqual(once);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a command', () => {
  test('is the whole message, whatever its spelling', () => {
    const cancel = ['ยกเลิก', 'cancel'];
    for (const text of ['ยกเลิก', ' ยกเลิกค่ะ', 'ยกเลิกนะครับ', 'Cancel!', 'CANCEL'])
      expect(isWord(text, cancel)).toBe(true);
    for (const text of ['ยกเลิกนัด', 'ไม่ยกเลิก', 'cancelled', '', 'ค่ะ'])
      expect(isWord(text, cancel)).toBe(false);
  });
});
