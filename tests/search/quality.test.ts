/**
 * How often the wanted office stands among the first five of what the words lead to, decided as in the chat: code, kind,
 * service or name. Over the written questions where the reference data is installed, and over made-up offices always.
 */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { seededRandom } from '../models/search-queries.ts';
import { readServicePoints, type ServicePoint, servicePointsFile } from '../models/service-points.ts';
import { madeUpPoints } from './made-up-points.ts';
import { isWanted, type OfficeQuery, officeQueries, SORTS, type Sort } from './office-queries.ts';
import { readQueries } from './read-queries.ts';
import { type SearchInMemory, searchInMemory } from './search-in-memory.ts';

/** Of a hundred questions so many may miss. */
const MISSED_AT_MOST = 0.02;
const QUERIES = 150;

let search: SearchInMemory;
let byId: Map<string, ServicePoint>;

async function begin(points: readonly ServicePoint[]): Promise<void> {
  byId = new Map(points.map((point) => [point.id, point]));
  search = await searchInMemory(points);
}

/** The questions whose office is not among the first five. */
async function missed(queries: readonly OfficeQuery[]): Promise<string[]> {
  const found = await Promise.all(
    queries.map(async (query) => {
      const { pins } = await search.understand(query.words);
      const offices = pins.flatMap(({ code }) => byId.get(search.idOf(code)) ?? []);
      return offices.some((office) => isWanted(query, office)) ? [] : [query.words];
    }),
  );
  return found.flat();
}

/** The questions that do not lead to a choice with their service in it. */
async function missedServices(): Promise<string[]> {
  const misses = [];
  for (const { words = '', wanted } of readQueries('services.csv')) {
    const [first] = (await search.understand(words)).readings;
    const codes = first?.by === 'service' ? first.services.map(({ code }) => code) : [];
    if (!codes.includes(wanted ?? '')) misses.push(words);
  }
  return misses;
}

/** The questions about what is no service that are answered with one, and nothing asked. */
async function wronglyAnswered(): Promise<string[]> {
  const wrong = [];
  for (const { words = '' } of readQueries('no-service.csv')) {
    const [first] = (await search.understand(words)).readings;
    if (first?.by === 'service' && !first.isGuess) wrong.push(words);
  }
  return wrong;
}

describe('40,000 made-up offices', () => {
  const points = madeUpPoints();
  beforeAll(() => begin(points));
  afterAll(() => search.stop());

  test.each(SORTS)('%s', async (sort) => {
    const queries = officeQueries(points, sort, QUERIES, seededRandom(2018));
    expect(queries).toHaveLength(QUERIES);
    const misses = await missed(queries);
    expect({ misses, isGood: misses.length / QUERIES <= MISSED_AT_MOST }).toMatchObject({ isGood: true });
  });

  test('services, as people call them', async () => {
    expect(await missedServices()).toEqual([]);
  });

  test('what is no service is not answered with one', async () => {
    expect(readQueries('no-service.csv').length).toBeGreaterThan(40);
    expect(await wronglyAnswered()).toEqual([]);
  });
});

const file = servicePointsFile();
const whenThere = file ? describe : describe.skip;

whenThere('the made-up national load', () => {
  beforeAll(() => begin(readServicePoints(file ?? '')));
  afterAll(() => search.stop());

  const written = readQueries('offices.csv');

  test('there are questions of every sort', () => {
    const counts = SORTS.map((sort) => written.filter((query) => query.sort === sort).length);
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(100);
  });

  test.each(SORTS)('%s', async (sort: Sort) => {
    const queries = written.flatMap(({ words = '', office = '', district = '', province = '', ...query }) =>
      query.sort === sort ? [{ sort, words, office, district, province }] : [],
    );
    const misses = await missed(queries);
    expect({ misses, isGood: misses.length / queries.length <= MISSED_AT_MOST }).toMatchObject({
      isGood: true,
    });
  });

  test('kinds of office, alone and in a place', async () => {
    const misses = [];
    for (const { words = '', kind, area } of readQueries('kinds.csv')) {
      const [first] = (await search.understand(words)).readings;
      const isRight = first?.by === 'kind' && first.kind === kind && (first.area?.th ?? '') === area;
      if (!isRight) misses.push(words);
    }
    expect(misses).toEqual([]);
  });

  test('services, in spite of 40,000 names', async () => {
    expect(await missedServices()).toEqual([]);
    expect(await wronglyAnswered()).toEqual([]);
  });
});
