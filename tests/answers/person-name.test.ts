// Names of people.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parsePersonName } from '../../flows/answers/person-name.ts';

describe('a name', () => {
  test.each([
    ['สมชาย ใจดี', 'สมชาย ใจดี'],
    ['  สมชาย   ใจดี\n', 'สมชาย ใจดี'],
    ['นายสมชาย ใจดี', 'สมชาย ใจดี'],
    ['นาย สมชาย ใจดี', 'สมชาย ใจดี'],
    ['นางสมหญิง ใจดี', 'สมหญิง ใจดี'],
    ['นางสาวสมหญิง ใจดี', 'สมหญิง ใจดี'],
    ['นางสาว เสมอใจ', 'เสมอใจ'],
    ['น.ส.สมหญิง', 'สมหญิง'],
    ['น. ส. สมหญิง', 'สมหญิง'],
    ['Mr. John Doe', 'John Doe'],
    ['MR.John Doe', 'John Doe'],
    ['Mrs Jane Doe', 'Jane Doe'],
    ['Ms. Jane', 'Jane'],
    ['Miss Jane', 'Jane'],
    // No titles: the beginnings of names, or nothing behind them.
    ['นายิกา ใจดี', 'นายิกา ใจดี'],
    ['นาย', 'นาย'],
    ['นาง', 'นาง'],
    ['Missy Doe', 'Missy Doe'],
    ['Mrinal Sen', 'Mrinal Sen'],
    ['ว่าที่ร้อยตรี สมชาย ใจดี', 'ว่าที่ร้อยตรี สมชาย ใจดี'],
    ['ส.ต.ท. สมชาย', 'ส.ต.ท. สมชาย'],
    ['ณ อยุธยา', 'ณ อยุธยา'],
    ['น้ำผึ้ง', 'น้ำผึ้ง'],
    ["Anne-Marie O'Neill", "Anne-Marie O'Neill"],
    ['José Müller', 'José Müller'],
    ['Nguyễn Văn A', 'Nguyễn Văn A'],
    ['ก', 'ก'],
    ['น้ำ'.repeat(60), 'น้ำ'.repeat(60)],
  ])('%j', (text, value) => expect(parsePersonName(text)).toEqual({ ok: true, value }));

  test.each([
    ['', { why: 'empty' }],
    [' \u200b', { why: 'empty' }],
    ['สมชาย 2', { why: 'not-a-name', signs: '2' }],
    ['สมชาย ๒', { why: 'not-a-name', signs: '๒' }],
    ['สมชาย@ใจดี', { why: 'not-a-name', signs: '@' }],
    ['<b>สมชาย</b>', { why: 'not-a-name', signs: '<>/' }],
    ['สมชาย 😀', { why: 'not-a-name', signs: '😀' }],
    ['Дмитрий', { why: 'not-a-name', signs: 'Дмитр' }],
    ['...', { why: 'not-a-name', signs: '' }],
    ['-', { why: 'not-a-name', signs: '' }],
    ['ะก', { why: 'not-a-name', signs: '' }],
    [`ก${'้'.repeat(9)}`, { why: 'not-a-name', signs: '' }],
    ['ก'.repeat(61), { why: 'too-long', length: 61, over: 1 }],
  ])('%j is refused: %o', (text, refusal) =>
    expect(parsePersonName(text)).toMatchObject({ ok: false, ...refusal }),
  );

  test('loses its title and nothing else', () => {
    const name = fc.constantFrom('สมชาย ใจดี', 'เอก', 'ฟ้าใส', 'John Doe', 'กฤษณา', 'ไพลิน ณ เชียงใหม่');
    const title = fc.constantFrom('', 'นาย ', 'นาง ', 'นางสาว ', 'น.ส. ', 'Mr. ', 'Mrs. ', 'Ms. ');
    fc.assert(
      fc.property(title, name, (before, value) =>
        expect(parsePersonName(before + value)).toEqual({ ok: true, value }),
      ),
    );
  });

  test('whatever the text, nothing is thrown and only names come out', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), (text) => {
        const parsed = parsePersonName(text);
        if (parsed.ok) expect(parsed.value).toMatch(/^[\p{Script=Thai}\p{Script=Latin} .'’-]{1,}$/u);
      }),
      { numRuns: 2000 },
    );
  });
});
