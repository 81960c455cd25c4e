// Counting and cutting as LINE counts.

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { bytesIn, cutToGraphemes, cutToUnits, graphemesIn, unitsIn } from '../../bot/line/render/counting.ts';

const family = '👨‍👩‍👧‍👦';

describe('counting', () => {
  test('sees Thai stacks and joined emoji as one grapheme each', () => {
    expect(graphemesIn('ค้นหาสำนักงานใกล้ฉัน')).toBe(15);
    expect(unitsIn('ค้นหาสำนักงานใกล้ฉัน')).toBe(20);
    expect(graphemesIn(`${family}ที่นี่`)).toBe(3);
  });

  test('counts bytes of JSON in UTF-8', () => {
    expect(bytesIn('ก')).toBe(5);
    expect(bytesIn({ a: '"' })).toBe(10);
  });
});

describe('cutting', () => {
  test('leaves what fits exactly, and cuts one more', () => {
    expect(cutToGraphemes('น้ำ'.repeat(20), 20)).toBe('น้ำ'.repeat(20));
    expect(cutToGraphemes('น้ำ'.repeat(21), 20)).toBe(`${'น้ำ'.repeat(19)}…`);
    expect(cutToUnits('abcde', 5)).toBe('abcde');
    expect(cutToUnits('abcdef', 5)).toBe('abcd…');
  });

  test('never cuts inside a Thai cluster or an emoji', () => {
    expect(cutToUnits('ที่นี่ที่', 6)).toBe('ที่…');
    expect(cutToUnits(`ab${family}`, 8)).toBe('ab…');
  });

  test('leaves no Thai vowel waiting for its consonant, and no space', () => {
    expect(cutToGraphemes('ไปเขาใหม่', 4)).toBe('ไป…');
    expect(cutToGraphemes('ab cdef', 4)).toBe('ab…');
  });

  test('cuts even a pile of marks that is one grapheme', () => {
    const pile = `ก${'้'.repeat(500)}`;
    expect(graphemesIn(pile)).toBe(1);
    expect(unitsIn(cutToUnits(pile, 100))).toBe(100);
    expect(cutToUnits(`😀${'\u0301'.repeat(50)}`, 2)).toBe('…');
  });

  test('keeps every text within its limit, a beginning of it, and well-formed', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.integer({ min: 2, max: 60 }),
        (text, most) => {
          const byUnits = cutToUnits(text, most);
          expect(unitsIn(byUnits)).toBeLessThanOrEqual(most);
          expect(byUnits === text || text.startsWith(byUnits.slice(0, -1))).toBe(true);
          expect(byUnits.isWellFormed()).toBe(true);
          expect(graphemesIn(cutToGraphemes(text, most))).toBeLessThanOrEqual(most);
        },
      ),
    );
  });
});
