// What looks like a code of ours, and what is a word that somebody may have meant as an answer.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { looksLikeCode } from '../../flows/answers/code.ts';
import { newPinCode } from '../../models/pin-code.ts';

test.each([
  '8T8V4K',
  'KTVXMN',
  '8t8v4k',
  '๘T๘V๔K',
  ' 8T8V4K ',
  'RY-4F7K2-M9',
  'ry4f7k2m9',
  'RY 4F7K2 M9',
  'K7QM-2XRT-9HBC',
])('%s is one', (words) => {
  expect(looksLikeCode(words)).toBe(true);
});

test.each([
  'school',
  'บึงทอง',
  'อบต.เขาใหม่',
  '8T8V4',
  '8T8V4KX',
  '8T8V4K ดีมาก',
  'RY-4F7K2',
  '',
  'office hours',
])('“%s” is none', (words) => {
  expect(looksLikeCode(words)).toBe(false);
});

test('every code of a pin looks like one, as posters write it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), { minLength: 5, maxLength: 5 }),
      (numbers) => {
        let next = 0;
        expect(looksLikeCode(newPinCode(() => numbers[next++ % 5] ?? 0))).toBe(true);
      },
    ),
  );
});
