// What ratings come to on the real engine: bursts are left out, merged pins bring theirs along, many offices in one read.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { mergePins } from '../../models/pin-merge.ts';
import { ownRating, withdrawRating } from '../../models/rating.ts';
import { openRatingCounts, ratingCounts, recount, satisfactionOf } from '../../models/rating-counts.ts';
import { moveRatings } from '../../models/rating-move.ts';
import { COORDINATOR, peopleAndProcedures } from '../models/copies-builder.ts';
import { connectRegisters, emptyRegisters, minutesAfterNoon, NOON } from '../models/register-builder.ts';
import { CITIZEN, counts, firstSeen, give, OTHER, office } from './ratings-builder.ts';

const DAY = '2018-05-08';
const HOUR = 60;

let disconnect: () => Promise<void>;
beforeAll(async () => {
  disconnect = await connectRegisters();
});
afterAll(() => disconnect());
beforeEach(async () => {
  await emptyRegisters();
  await peopleAndProcedures();
  await firstSeen(CITIZEN, 30);
  await firstSeen(OTHER, 30);
});

describe('bursts', () => {
  const crowd = async (a: string, count: number, from = 0) => {
    for (let number = 0; number < count; number++)
      await give(a, `c${from}-${number}`, { by: `N${from}-${number}`, at: minutesAfterNoon(from + number) });
  };

  test('many newcomers at once are left out and counted so; people known for long are not', async () => {
    const a = await office('a');
    await give(a, 'known', { stars: 1, at: minutesAfterNoon(3) });
    await crowd(a, 9);
    expect(await counts(a)).toEqual({ n: 10, leftOut: 0 });
    await crowd(a, 1, 20);
    expect(await counts(a)).toEqual({ n: 1, leftOut: 10 });
    // One who rates much later is no part of it.
    await crowd(a, 1, 5 * HOUR);
    expect(await counts(a)).toEqual({ n: 2, leftOut: 10 });
    await recount(a, minutesAfterNoon(3));
    expect(await counts(a)).toEqual({ n: 2, leftOut: 10 });
  });

  test('all at the same moment come to the same', async () => {
    const a = await office('a');
    await Promise.all(Array.from({ length: 15 }, (_, number) => give(a, `k${number}`, { by: `N${number}` })));
    expect(await counts(a)).toEqual({ n: 0, leftOut: 15 });
  });

  test('when enough are withdrawn, the others count', async () => {
    const a = await office('a');
    await crowd(a, 10);
    expect(await counts(a)).toEqual({ n: 0, leftOut: 10 });
    await withdrawRating({ pin: a, by: 'N0-4', day: DAY, key: 'w' });
    expect(await counts(a)).toEqual({ n: 9, leftOut: 0 });
  });
});

describe('merged pins', () => {
  const merge = (keep: string, away: string) =>
    mergePins({ keep, away, by: COORDINATOR, at: NOON, key: 'merge' });

  test('ratings move, a person’s two of one day become one, and old codes lead on', async () => {
    const [a, b] = [await office('a'), await office('b')];
    await give(b, 'k1', { stars: 1 });
    await give(a, 'k2', { stars: 4, at: minutesAfterNoon(5) });
    await give(b, 'k3', { by: OTHER });
    expect(await merge(a, b)).toMatchObject({ result: 'merged' });
    expect(await counts(b)).toEqual({ n: 0, leftOut: 0 });
    expect(await counts(a)).toEqual({ n: 2, leftOut: 0 });
    expect(await ownRating({ pin: b, by: CITIZEN, day: DAY })).toMatchObject({ stars: 4 });
    expect(await give(b, 'k4', { by: OTHER, stars: 2 })).toEqual({ result: 'replaced' });
    expect(await counts(a)).toEqual({ n: 2, leftOut: 0 });
    await moveRatings(b, { pin: a });
    expect(await counts(a)).toEqual({ n: 2, leftOut: 0 });
  });

  test('one that is given while its pin is merged comes to the pin that stays', async () => {
    const [a, b] = [await office('a'), await office('b')];
    const numbers = Array.from({ length: 8 }, (_, number) => number);
    for (const number of numbers) await firstSeen(`U${number}`, 9);
    await Promise.all([merge(a, b), ...numbers.map((number) => give(b, `k${number}`, { by: `U${number}` }))]);
    await moveRatings(b, { pin: a });
    expect(await counts(a)).toEqual({ n: 8, leftOut: 0 });
  });
});

test('offices in one read, in a stream, and for publishing', async () => {
  const [a, b, c] = [await office('a'), await office('b'), await office('c')];
  for (let number = 0; number < 20; number++) {
    await firstSeen(`U${number}`, 9);
    await give(a, `a${number}`, { by: `U${number}`, stars: number < 10 ? 5 : 1 });
    if (number < 9) await give(b, `b${number}`, { by: `U${number}`, stars: 4 });
  }
  const found = await satisfactionOf([a, b, c]);
  expect(found.get(a)).toMatchObject({ n: 20, score: { share: 0.5 } });
  expect(found.get(b)).toMatchObject({ n: 9, score: { share: 1 } });
  expect(found.get(c)).toEqual({ n: 0, leftOut: 0 });
  const all = [];
  for await (const one of ratingCounts()) all.push(one);
  expect(all).toContainEqual({ pin: a, stars: [10, 0, 0, 0, 10], leftOut: 0 });
  expect(all).toHaveLength(2);
  const open = [];
  for await (const one of openRatingCounts()) open.push(one);
  expect(open).toEqual([{ pin: a, n: 20, satisfied: 10 }]);
});
