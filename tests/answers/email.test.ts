// E-mail addresses.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseEmail } from '../../flows/answers/email.ts';

describe('an e-mail address', () => {
  test.each([
    ['saraban@khaomai.go.th', 'saraban@khaomai.go.th'],
    ['  Saraban@KhaoMai.go.th ', 'Saraban@khaomai.go.th'],
    ['ｓａｒａｂａｎ＠khaomai.go.th', 'saraban@khaomai.go.th'],
    ['saraban@khaomai.go.th\u200b', 'saraban@khaomai.go.th'],
    ['mailto:saraban@khaomai.go.th', 'saraban@khaomai.go.th'],
    ['<saraban@khaomai.go.th>', 'saraban@khaomai.go.th'],
    ['อีเมล: saraban@khaomai.go.th', 'saraban@khaomai.go.th'],
    ['อีเมล์ saraban@khaomai.go.th', 'saraban@khaomai.go.th'],
    ['E-mail: saraban@khaomai.go.th', 'saraban@khaomai.go.th'],
    ['email@khaomai.go.th', 'email@khaomai.go.th'],
    ['first.last+box_1@mail.khaomai.co', 'first.last+box_1@mail.khaomai.co'],
  ])('%j', (text, value) => expect(parseEmail(text)).toEqual({ ok: true, value }));

  test.each([
    ['', 'empty'],
    ['ไม่มี', 'not-an-email'],
    ['saraban', 'not-an-email'],
    ['saraban@khaomai', 'not-an-email'],
    ['saraban@@khaomai.go.th', 'not-an-email'],
    ['sara ban@khaomai.go.th', 'not-an-email'],
    ['saraban@khaomai..th', 'not-an-email'],
    ['.saraban@khaomai.go.th', 'not-an-email'],
    ['สารบรรณ@khaomai.go.th', 'not-an-email'],
    [`${'a'.repeat(65)}@khaomai.go.th`, 'not-an-email'],
    [`a@${'a'.repeat(60)}.${'b.'.repeat(120)}th`, 'too-long'],
    ['a@khaomai.go.th, b@khaomai.go.th', 'several'],
    ['a@khaomai.go.th\nb@khaomai.go.th', 'several'],
  ])('%j is refused: %s', (text, why) => expect(parseEmail(text)).toMatchObject({ ok: false, why }));

  test('that is taken is taken again as it is', () => {
    const text = fc.oneof(fc.emailAddress(), fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));
    fc.assert(
      fc.property(text, (said) => {
        const parsed = parseEmail(said);
        if (parsed.ok) expect(parseEmail(parsed.value)).toEqual(parsed);
      }),
      { numRuns: 2000 },
    );
  });

  test('of letters and dots is always taken', () => {
    const word = fc.stringMatching(/^[a-z][a-z0-9]{0,9}$/);
    fc.assert(
      fc.property(word, word, (box, host) =>
        expect(parseEmail(` ${box}@${host}.go.th`)).toEqual({ ok: true, value: `${box}@${host}.go.th` }),
      ),
    );
  });
});
