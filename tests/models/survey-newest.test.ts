// What the agencies of a scope have submitted, on the real engine: each agency once, with its newest revision or without.

import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { putAgencies } from '../../models/agency.ts';
import {
  agenciesWithout,
  newestRevisions,
  type ResponsesWanted,
  responsesOf,
} from '../../models/survey-newest.ts';
import { addRevision } from '../../models/survey-revision.ts';
import {
  agencyCode,
  anAgency,
  connectRegisters,
  emptyRegisters,
  minutesAfterNoon,
  NOON,
} from './register-builder.ts';

let disconnect: () => Promise<void>;
beforeAll(async () => {
  disconnect = await connectRegisters();
});
afterAll(() => disconnect());
beforeEach(() => emptyRegisters());

const ROUND = '2561';
const revise = (n: number, revision: number, round = ROUND) =>
  addRevision({
    round,
    agency: agencyCode(n),
    revision,
    questions: 1,
    answers: { q1: { number: revision } },
    matrix: { p1: { idCard: revision === 1, house: false } },
    at: minutesAfterNoon(revision),
    by: 'mali',
    late: revision > 1,
    changed: [],
    key: `${round} ${n} ${revision}`,
  });

async function collected<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}

test('by scope: the newest of each, and those without one', async () => {
  await putAgencies(
    [
      anAgency(1, { provinceCode: '91', districtCode: '9101' }),
      anAgency(2, { provinceCode: '91', districtCode: '9102' }),
      anAgency(3, { provinceCode: '10', districtCode: '1001', department: 'กรมอื่น' }),
      anAgency(4),
    ],
    { by: 'import', at: NOON },
  );
  // In the order of numbers, not of words: 10 is after 9.
  for (let revision = 1; revision <= 10; revision++) await revise(1, revision);
  await revise(3, 1);
  await revise(2, 1, 'another round');

  const seen = async (of: ResponsesWanted['of']) => ({
    newest: (await collected(newestRevisions({ round: ROUND, of }))).map(({ agency, revision }) => [
      agency,
      revision,
    ]),
    without: (await collected(agenciesWithout({ round: ROUND, of }))).map(({ code }) => code),
  });
  const [one, two, three, four] = [1, 2, 3, 4].map(agencyCode);
  expect(await seen({ level: 'country' })).toEqual({
    newest: [
      [one, 10],
      [three, 1],
    ],
    without: [two, four],
  });
  expect(await seen({ level: 'province', code: '91' })).toEqual({ newest: [[one, 10]], without: [two] });
  expect(await seen({ level: 'district', code: '9102' })).toEqual({ newest: [], without: [two] });
  expect(await seen({ level: 'department', code: 'กรมอื่น' })).toEqual({ newest: [[three, 1]], without: [] });
  expect(await seen({ level: 'agency', code: agencyCode(1) })).toEqual({ newest: [[one, 10]], without: [] });
  expect(await seen({ level: 'agency', code: 'nothing' })).toEqual({ newest: [], without: [] });

  const [newest] = await collected(newestRevisions({ round: ROUND, of: { level: 'country' } }));
  expect(newest).toEqual({
    agency: one,
    revision: 10,
    answers: { q1: { number: 10 } },
    matrix: { p1: { idCard: false, house: false } },
    at: minutesAfterNoon(10),
    by: 'mali',
    late: true,
    first: { matrix: { p1: { idCard: true, house: false } }, at: minutesAfterNoon(1), late: false },
  });
});

test('more agencies than are read at once: each comes once, by code', async () => {
  const numbers = Array.from({ length: 1_203 }, (_, n) => n + 1);
  await putAgencies(
    numbers.map((n) => anAgency(n)),
    { by: 'import', at: NOON },
  );
  for (const n of [1, 500, 501, 1_000, 1_203]) await revise(n, 1);
  const all = await collected(responsesOf({ round: ROUND, of: { level: 'country' } }));
  expect(all.map(({ agency }) => agency.code)).toEqual(numbers.map(agencyCode));
  expect(all.filter(({ newest }) => newest).map(({ newest }) => newest?.agency)).toEqual(
    [1, 500, 501, 1_000, 1_203].map(agencyCode),
  );
});

test('a number and a turn’s key are taken once', async () => {
  expect(await revise(1, 1)).toBe(true);
  expect(await revise(1, 1)).toBe(false);
});
