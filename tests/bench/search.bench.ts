// How fast and how large the search is with 40,000 service points: names in memory, nearness on the engine.

import { pathToFileURL } from 'node:url';
import v8 from 'node:v8';
import vm from 'node:vm';
import mongoose from 'mongoose';
import { createNameIndex } from '../../models/name-search.ts';
import { newPinCode } from '../../models/pin-code.ts';
import { PinModel } from '../../models/pin-document.ts';
import { pinsNear } from '../../models/published-pins.ts';
import { openTestDatabase } from '../builders/test-database.ts';
import { NONSENSE, seededRandom } from '../models/search-queries.ts';
import { readServicePoints, type ServicePoint, servicePointsFile } from '../models/service-points.ts';
import { isWanted, officeQueries, SORTS, type Sort } from '../search/office-queries.ts';
import { readQueries } from '../search/read-queries.ts';
import { type SearchInMemory, searchInMemory } from '../search/search-in-memory.ts';
import { percentile, type Row } from './row.ts';

const QUERIES = 1_000;
const NEAR_QUERIES = 1_000;
const BATCH = 2_000;
const START = new Date('2018-05-08T05:00:00Z');

/** Measures the search over the made-up national load; says that it was skipped where the file is missing. */
export async function benchSearch(): Promise<Row[]> {
  const file = servicePointsFile();
  if (!file) return [{ what: 'search', figures: 'skipped: geo/service-points-40k.csv is not installed' }];
  const points = readServicePoints(file);
  return [...(await benchNames(points)), await benchNear(points)];
}

/** As a turn does it: what the words mean, and the first five of the likeliest reading. */
async function benchNames(points: readonly ServicePoint[]): Promise<Row[]> {
  const { rows } = buildIndex(points);
  const search = await searchInMemory(points);
  const byId = new Map(points.map((point) => [point.id, point]));
  try {
    for (const sort of SORTS) rows.push(await benchSort(sort, points, search, byId));
    const services = readQueries('services.csv').map(({ words = '' }) => words);
    for (const [what, questions] of [
      ['services', services],
      ['nonsense', NONSENSE],
    ] as const) {
      const asked = Array.from({ length: 20 }, () => questions).flat();
      const times = [];
      for (const words of asked) times.push(await timeOf(() => search.understand(words)));
      rows.push({ what: `search for ${what}`, figures: spread(times) });
    }
    for (const kind of ['hospital', 'subdistrict-office']) rows.push(await benchKind(kind, points, search));
    return rows;
  } finally {
    await search.stop();
  }
}

async function benchSort(
  sort: Sort,
  points: readonly ServicePoint[],
  search: SearchInMemory,
  byId: ReadonlyMap<string, ServicePoint>,
): Promise<Row> {
  const queries = officeQueries(points, sort, QUERIES, seededRandom(2561));
  let wanted = 0;
  const times: number[] = [];
  for (const query of queries) {
    const started = performance.now();
    const { pins } = await search.understand(query.words);
    times.push(performance.now() - started);
    if (pins.flatMap(({ code }) => byId.get(search.idOf(code)) ?? []).some((pin) => isWanted(query, pin)))
      wanted += 1;
  }
  const share = ((100 * wanted) / queries.length).toFixed(1);
  return { what: `search by ${sort}`, figures: `${spread(times)}, wanted in the first five ${share} %` };
}

async function benchKind(
  kind: string,
  points: readonly ServicePoint[],
  search: SearchInMemory,
): Promise<Row> {
  const random = seededRandom(2561);
  const times: number[] = [];
  for (let n = 0; n < NEAR_QUERIES; n++) {
    const here = points[Math.floor(random() * points.length)]?.position ?? [100.5, 13.75];
    times.push(await timeOf(() => search.nearest(here, kind)));
  }
  return { what: `five nearest of kind ${kind}`, figures: spread(times) };
}

function buildIndex(points: readonly ServicePoint[]): { rows: Row[] } {
  const before = usedMegabytes();
  const started = performance.now();
  const index = createNameIndex();
  for (const { id, name, area } of points) index.put({ id, texts: [name.th, name.en], area: area.th });
  index.search('อบต.', { limit: 1 });
  const milliseconds = performance.now() - started;
  const megabytes = usedMegabytes() - before;
  const what = `index of ${index.size} offices, Thai and English names`;
  return {
    rows: [{ what, figures: `built in ${milliseconds.toFixed(0)} ms, ${megabytes.toFixed(0)} MB` }],
  };
}

async function benchNear(points: readonly ServicePoint[]): Promise<Row> {
  const database = await openTestDatabase();
  try {
    await mongoose.connect(database.uri, { autoIndex: false });
    await PinModel.createIndexes();
    await insertPins(points);
    const random = seededRandom(2561);
    const times: number[] = [];
    for (let n = 0; n < NEAR_QUERIES; n++) {
      const here = points[Math.floor(random() * points.length)]?.position ?? [100.5, 13.75];
      const started = performance.now();
      await pinsNear([here[0] + random() / 50, here[1] + random() / 50], { skip: 0, limit: 5 });
      times.push(performance.now() - started);
    }
    return { what: `five nearest of ${points.length} pins, one caller`, figures: spread(times) };
  } finally {
    await mongoose.disconnect();
    await database.close();
  }
}

async function insertPins(points: readonly ServicePoint[]): Promise<void> {
  const random = seededRandom(40_000);
  const codes = new Set<string>();
  while (codes.size < points.length) codes.add(newPinCode(random));
  const code = codes.values();
  const pins = points.map(({ id, name, area, position }) => ({
    _id: id,
    state: 'published' as const,
    code: code.next().value ?? '',
    owner: 'U00000000000000000000000000000001',
    name,
    area,
    kind: 'other',
    position: { type: 'Point' as const, coordinates: position },
    spot: 'entrance' as const,
    createdAt: START,
    updatedAt: START,
    publishedAt: START,
  }));
  for (let at = 0; at < pins.length; at += BATCH) await PinModel.insertMany(pins.slice(at, at + BATCH));
}

async function timeOf(act: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await act();
  return performance.now() - started;
}

function spread(times: readonly number[]): string {
  const at = (share: number) => percentile(times, share).toFixed(1);
  return `p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`;
}

/** What the heap and typed arrays hold after a thorough collection. */
function usedMegabytes(): number {
  v8.setFlagsFromString('--expose-gc');
  const collect: unknown = vm.runInNewContext('gc');
  if (typeof collect === 'function') collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const { what, figures } of await benchSearch()) console.log(`${what}: ${figures}`);
}
