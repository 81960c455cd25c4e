// Rounds of the survey on the real engine: which is current, the one made at first need, and the command.

import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { roundCommand } from '../../bot/manage/round.ts';
import { lastChanges } from '../../models/audit.ts';
import { allRounds, currentRound, isLate, putRound } from '../../models/survey-round.ts';
import { callCommand } from '../manage/call-command.ts';
import { connectRegisters, emptyRegisters, NOON } from './register-builder.ts';

let disconnect: () => Promise<void>;
beforeAll(async () => {
  disconnect = await connectRegisters();
});
afterAll(() => disconnect());
beforeEach(() => emptyRegisters());

const writing = { by: 'manage', at: NOON };
const title = { th: 'รอบทดลอง', en: 'A Round' };
const put = (id: string, opens: string, closes?: string) =>
  putRound({ id, title, opensAt: new Date(opens), ...(closes && { closesAt: new Date(closes) }) }, writing);
const currentId = async (at: string) => (await currentRound(new Date(at))).id;

describe('the current round', () => {
  test('is made of the Buddhist year in Bangkok where there is none, once for many who ask at once', async () => {
    // In Bangkok it is 2019 already.
    const found = await Promise.all(
      Array.from({ length: 8 }, () => currentRound(new Date('2018-12-31T17:30:00Z'))),
    );
    for (const round of found)
      expect(round).toEqual({
        id: '2562',
        title: { th: 'รอบปี 2562', en: 'Round 2019' },
        opensAt: new Date('2018-12-31T17:00:00Z'),
      });
    expect(await allRounds()).toHaveLength(1);
    // The year after it is still the round of before: rounds are opened by people.
    expect(await currentId('2020-06-01T00:00:00Z')).toBe('2562');
  });

  test('is the newest that has opened, and the first planned one before any has', async () => {
    await put('b', '2018-05-10T00:00:00Z');
    await put('a', '2018-05-07T00:00:00Z');
    expect(await currentId('2018-05-01T00:00:00Z')).toBe('a');
    expect(await currentId('2018-05-09T23:59:59.999Z')).toBe('a');
    expect(await currentId('2018-05-10T00:00:00Z')).toBe('b');
    expect((await allRounds()).map(({ id }) => id)).toEqual(['b', 'a']);
  });

  test('what comes after its deadline is late', async () => {
    await put('a', '2018-05-07T00:00:00Z', '2018-05-31T16:59:59.999Z');
    const round = await currentRound(NOON);
    expect(isLate(round, new Date('2018-05-31T16:59:59.999Z'))).toBe(false);
    expect(isLate(round, new Date('2018-05-31T17:00:00Z'))).toBe(true);
    await put('a', '2018-05-07T00:00:00Z');
    expect(isLate(await currentRound(NOON), new Date('2030-01-01T00:00:00Z'))).toBe(false);
  });
});

describe('the command', () => {
  const open = (id: string, options: Record<string, string> = {}) =>
    callCommand(roundCommand, ['open', id], {
      options: { 'title-th': 'รอบสอง', 'title-en': 'Second Round', opens: '2561-05-07', ...options },
    });

  test('opens a round, corrects it, and leaves a trail', async () => {
    expect((await open('2561-2')).lines).toEqual([
      'round 2561-2: added',
      '2561-2  2018-05-07 –  รอบสอง / Second Round  (current)',
    ]);
    expect((await open('2561-2')).lines[0]).toBe('round 2561-2: unchanged');
    expect((await open('2561-2', { closes: '2018-05-31' })).lines[0]).toBe('round 2561-2: changed');
    expect(await currentRound(NOON)).toMatchObject({
      opensAt: new Date('2018-05-06T17:00:00Z'),
      closesAt: new Date('2018-05-31T16:59:59.999Z'),
    });
    expect(await lastChanges({ about: { kind: 'survey', id: '2561-2' } }, 9)).toMatchObject([
      { by: 'manage', changes: [{ field: 'closesAt', from: null }] },
    ]);
  });

  test('lists rounds without making one', async () => {
    const list = async () => (await callCommand(roundCommand, ['list'])).lines;
    expect(await list()).toEqual(['no rounds; the first one is made when somebody answers']);
    expect(await allRounds()).toEqual([]);
    await open('first', { opens: '2018-01-01', closes: '2018-01-31' });
    await open('later', { opens: '2019-01-01' });
    expect(await list()).toEqual([
      'later  2019-01-01 –  รอบสอง / Second Round',
      'first  2018-01-01 – 2018-01-31  รอบสอง / Second Round  (current)',
    ]);
  });

  test.each<[string, Record<string, string>, RegExp]>([
    ['a:b', {}, /needs one ID/],
    ['', {}, /needs one ID/],
    ['x', { 'title-en': ' ' }, /--title-th and --title-en/],
    ['x', { opens: '31/5/2561' }, /--opens should be a day/],
    ['x', { opens: '2561-02-30' }, /--opens should be a day/],
    ['x', { closes: '2018-05-06' }, /--closes should not be before/],
  ])('%j %j is wrong', async (id, options, message) => {
    await expect(open(id, options)).rejects.toThrow(message);
    expect(await allRounds()).toEqual([]);
  });

  test('needs a word it knows', async () => {
    await expect(callCommand(roundCommand, ['close'])).rejects.toThrow(/open ID … or list/);
  });
});
