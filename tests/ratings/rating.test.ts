// Ratings on the real engine: one a person, office and day; who may; what is stored; forgetting.
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { PipelineStage } from 'mongoose';
import { retirePin } from '../../models/pin-work.ts';
import { ownRating, standingOf, withdrawRating } from '../../models/rating.ts';
import { RatingModel } from '../../models/rating-document.ts';
import { eraseRater, forgetRaters, ratingsKnownOf } from '../../models/rating-forget.ts';
import { addToRating } from '../../models/rating-words.ts';
import { COORDINATOR, MALEE, NEIGHBOUR, OUTSIDER, peopleAndProcedures } from '../models/copies-builder.ts';
import { connectRegisters, emptyRegisters, minutesAfterNoon, NOON } from '../models/register-builder.ts';
import { CITIZEN, counts, everythingStored, firstSeen, give, OTHER, office } from './ratings-builder.ts';

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

describe('once a person, office and day of Bangkok', () => {
  test('a later one replaces it; the same turn again comes to the same', async () => {
    const [a, b] = [await office('a'), await office('b')];
    expect(await give(a, 'k1')).toEqual({ result: 'rated' });
    expect(await give(a, 'k1')).toEqual({ result: 'rated' });
    expect(await give(a, 'k2', { stars: 2 })).toEqual({ result: 'replaced' });
    expect(await give(a, 'k2', { stars: 2 })).toEqual({ result: 'replaced' });
    expect(await give(a, 'k3', { by: OTHER })).toEqual({ result: 'rated' });
    expect(await give(b, 'k4')).toEqual({ result: 'rated' });
    expect(await counts(a)).toEqual({ n: 2, leftOut: 0 });
    expect(await counts(b)).toEqual({ n: 1, leftOut: 0 });
    expect(await ownRating({ pin: a, by: CITIZEN, day: DAY })).toMatchObject({ stars: 2 });
  });

  test('the day ends at midnight of Bangkok', async () => {
    const a = await office('a');
    const at = (time: string) => ({ at: new Date(time) });
    expect(await give(a, 'k1', at('2018-05-08T23:59:59+07:00'))).toEqual({ result: 'rated' });
    expect(await give(a, 'k2', at('2018-05-09T00:00:00+07:00'))).toEqual({ result: 'rated' });
    expect(await give(a, 'k3', at('2018-05-09T23:59:59+07:00'))).toEqual({ result: 'replaced' });
    expect(await counts(a)).toEqual({ n: 2, leftOut: 0 });
  });

  test('ten at once of one person are one; of ten people ten', async () => {
    const a = await office('a');
    const numbers = Array.from({ length: 10 }, (_, number) => number);
    const ofOne = await Promise.all(
      numbers.map((number) => give(a, `k${number}`, { stars: (number % 5) + 1 })),
    );
    expect(ofOne.filter(({ result }) => result === 'rated')).toHaveLength(1);
    expect(ofOne.filter(({ result }) => result === 'replaced')).toHaveLength(9);
    expect(await counts(a)).toEqual({ n: 1, leftOut: 0 });
    for (const number of numbers) await firstSeen(`U${number}`, 9);
    await Promise.all(numbers.map((number) => give(a, `p${number}`, { by: `U${number}` })));
    expect(await counts(a)).toEqual({ n: 11, leftOut: 0 });
    expect(await RatingModel.countDocuments({})).toBe(11);
  });

  test('whoever counts slowly and saw less does not write last', async () => {
    const a = await office('a');
    const count = RatingModel.aggregate.bind(RatingModel);
    const slow = jest.spyOn(RatingModel, 'aggregate').mockImplementationOnce((stages: PipelineStage[]) => {
      const counting = count(stages);
      const really = counting.exec.bind(counting);
      counting.exec = async () => {
        const seen = await really();
        await give(a, 'k2', { by: OTHER });
        return seen;
      };
      return counting;
    });
    await give(a, 'k1');
    slow.mockRestore();
    expect(await counts(a)).toEqual({ n: 2, leftOut: 0 });
  });

  test('withdrawn it does not count, its words are gone, and it can be given anew', async () => {
    const a = await office('a');
    const of = { pin: a, by: CITIZEN, day: DAY };
    expect(await withdrawRating({ ...of, key: 'w0' })).toEqual({ result: 'not-yours' });
    await give(a, 'k1');
    await addToRating(of, { comment: 'ดีมาก', tags: ['polite'] });
    expect(await withdrawRating({ ...of, by: OTHER, key: 'w1' })).toEqual({ result: 'not-yours' });
    expect(await withdrawRating({ ...of, key: 'w2' })).toEqual({ result: 'withdrawn' });
    expect(await withdrawRating({ ...of, key: 'w2' })).toEqual({ result: 'withdrawn' });
    expect(await withdrawRating({ ...of, key: 'w3' })).toEqual({ result: 'not-yours' });
    expect(await counts(a)).toEqual({ n: 0, leftOut: 0 });
    expect(await everythingStored()).not.toContain('ดีมาก');
    expect(await ownRating(of)).toBeUndefined();
    expect(await give(a, 'k2', { stars: 1 })).toEqual({ result: 'rated' });
    expect(await ownRating(of)).toMatchObject({ stars: 1, tags: [], hasPhoto: false });
  });

  test('at most 20 a day; the same office again and the next day go on', async () => {
    const offices: string[] = [];
    for (let number = 0; number < 21; number++) offices.push(await office(`o${number}`));
    for (const [number, pin] of offices.slice(0, 20).entries())
      expect(await give(pin, `k${number}`)).toEqual({ result: 'rated' });
    const [first = '', last = ''] = [offices[0], offices[20]];
    expect(await standingOf({ pin: last, by: CITIZEN, day: DAY })).toBe('too-many');
    expect(await give(last, 'k20')).toEqual({ result: 'too-many' });
    expect(await give(first, 'k21')).toEqual({ result: 'replaced' });
    expect(await give(last, 'k22', { at: minutesAfterNoon(12 * HOUR) })).toEqual({ result: 'rated' });
  });

  test.each([0, 6, 2.5])('%d are no stars', async (stars) => {
    await expect(give(await office('a'), 'k', { stars })).rejects.toThrow(RangeError);
  });
});

describe('who may', () => {
  test('nobody rates an office they work for or look after; nothing is stored then', async () => {
    const a = await office('a');
    for (const by of [MALEE, COORDINATOR]) {
      expect(await standingOf({ pin: a, by, day: DAY })).toBe('own');
      expect(await give(a, `k ${by}`, { by })).toEqual({ result: 'own-agency' });
    }
    expect(await RatingModel.countDocuments({})).toBe(0);
    for (const by of [OUTSIDER, NEIGHBOUR])
      expect(await give(a, `k ${by}`, { by })).toEqual({ result: 'rated' });
  });

  test('only what is on the map is rated', async () => {
    const a = await office('a');
    await retirePin({ pin: a, by: MALEE, at: NOON, key: 'r', reason: 'closed' });
    expect(await give(a, 'k1')).toEqual({ result: 'gone' });
    expect(await give('NOCODE', 'k2')).toEqual({ result: 'gone' });
    expect(await standingOf({ pin: a, by: CITIZEN, day: DAY })).toBe('gone');
  });
});

describe('the person', () => {
  test('is nowhere in what is stored, and after some weeks nobody can tell whose a rating was', async () => {
    const [a, b] = [await office('a'), await office('b')];
    await give(a, 'turn-1');
    await give(b, 'turn-2');
    await give(b, 'turn-3', { by: OTHER });
    const stored = await everythingStored();
    expect(stored).toContain(a);
    for (const trace of [CITIZEN, OTHER, 'turn-']) expect(stored).not.toContain(trace);
    expect(await ratingsKnownOf(CITIZEN, NOON)).toHaveLength(2);

    const last = new Date('2018-06-07T23:59:59+07:00');
    expect(await forgetRaters(last)).toMatchObject({ keys: 0, ratings: 0 });
    expect(await ownRating({ pin: a, by: CITIZEN, day: DAY })).toMatchObject({ stars: 5 });
    const eighth = new Date('2018-06-08T00:00:00+07:00');
    expect(await forgetRaters(eighth)).toMatchObject({ keys: 1, ratings: 3 });
    expect(await ownRating({ pin: a, by: CITIZEN, day: DAY })).toBeUndefined();
    expect(await ratingsKnownOf(CITIZEN, eighth)).toEqual([]);
    const left = await RatingModel.find().lean();
    expect(left.every(({ rater, madeBy, changedBy }) => !rater && !madeBy && !changedBy)).toBe(true);
    expect(await counts(b)).toEqual({ n: 2, leftOut: 0 });
  });

  test('erased: words go, numbers stay', async () => {
    const a = await office('a');
    await give(a, 'k1', { stars: 1 });
    await addToRating({ pin: a, by: CITIZEN, day: DAY }, { comment: 'ห้องน้ำสกปรก' });
    await give(a, 'k2', { by: OTHER });
    expect(await eraseRater(CITIZEN, minutesAfterNoon(1))).toEqual({ ratings: 1 });
    expect(await everythingStored()).not.toContain('ห้องน้ำ');
    expect(await counts(a)).toEqual({ n: 2, leftOut: 0 });
    expect(await ratingsKnownOf(CITIZEN, NOON)).toEqual([]);
    expect(await ratingsKnownOf(OTHER, NOON)).toHaveLength(1);
    expect(await give(a, 'k3', { stars: 3 })).toEqual({ result: 'replaced' });
    expect(await counts(a)).toEqual({ n: 2, leftOut: 0 });
    expect(await ownRating({ pin: a, by: CITIZEN, day: DAY })).toMatchObject({ stars: 3 });
  });
});
