// The rule that flags bursts: ten newcomers' ratings of one office within half an hour.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { burstsAmong, isNewcomer } from '../../models/rating-burst.ts';

const at = (minutes: number) => new Date(Date.UTC(2018, 4, 8) + minutes * 60_000);
/** Ratings at these minutes; those of people known for long are written as text. */
const ratings = (minutes: (number | string)[]) =>
  minutes.map((minute, index) => ({
    id: String(index),
    at: at(Number(minute)),
    newcomer: typeof minute === 'number',
  }));
const row = (from: number, to: number, step: number) =>
  Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, index) => from + index * step);
const ids = (from: number, to: number) => row(from, to, 1).map(String);

describe('bursts', () => {
  test.each<[string, (number | string)[], string[]]>([
    ['nothing', [], []],
    ['nine newcomers at once', row(0, 8, 1), []],
    ['ten newcomers at once', Array(10).fill(0), ids(0, 9)],
    ['ten within exactly half an hour', [...row(0, 8, 1), 30], ids(0, 9)],
    ['ten within a minute more', [...row(0, 8, 1), 31], []],
    ['ten people known for long', row(0, 9, 1).map(String), []],
    ['nine newcomers among many known', [...row(0, 8, 1), ...row(0, 30, 1).map(String)], []],
    ['one every four minutes, all day', row(0, 480, 4), []],
    ['a burst, and one hours later', [...row(0, 9, 1), 300], ids(0, 9)],
    ['two bursts', [...row(0, 9, 1), ...row(100, 109, 1)], ids(0, 19)],
    ['windows that overlap', row(0, 45, 3), ids(0, 15)],
  ])('%s', (_, minutes, flagged) => {
    expect([...burstsAmong(ratings(minutes))].sort()).toEqual([...flagged].sort());
  });

  test('the order does not matter, and known people are never flagged', () => {
    const some = fc.array(fc.record({ minute: fc.integer({ min: 0, max: 60 }), newcomer: fc.boolean() }));
    fc.assert(
      fc.property(some, (all) => {
        const given = all.map(({ minute, newcomer }, index) => ({
          id: String(index),
          at: at(minute),
          newcomer,
        }));
        const flagged = burstsAmong(given);
        expect(burstsAmong(given.toReversed())).toEqual(flagged);
        expect(given.some(({ id, newcomer }) => !newcomer && flagged.has(id))).toBe(false);
      }),
    );
  });
});

test.each([
  [undefined, true],
  [0, true],
  [47.9, true],
  [48, false],
])('first seen %p hours ago: a newcomer is %p', (hours, newcomer) => {
  const seen = hours === undefined ? undefined : at(-hours * 60);
  expect(isNewcomer(seen, at(0))).toBe(newcomer);
});
