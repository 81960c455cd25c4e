// How fast and how large the search is with 40,000 service points: names in memory, nearness on the engine.

import { pathToFileURL } from 'node:url';
import v8 from 'node:v8';
import vm from 'node:vm';
import mongoose from 'mongoose';
import { createNameIndex, type NameIndex } from '../../models/name-search.ts';
import { pinsNear } from '../../models/pin.ts';
import { newPinCode } from '../../models/pin-code.ts';
import { PinModel } from '../../models/pin-document.ts';
import { openTestDatabase } from '../builders/test-database.ts';
import { generatedQueries, NONSENSE, type QueryKind, seededRandom } from '../models/search-queries.ts';
import { readServicePoints, type ServicePoint, servicePointsFile } from '../models/service-points.ts';
import { percentile, type Row } from './row.ts';

const QUERIES = 2_000;
const NEAR_QUERIES = 1_000;
const BATCH = 2_000;
const KINDS: readonly QueryKind[] = ['abbreviation', 'typo', 'abbreviation, typo and province'];
const START = new Date('2018-05-08T05:00:00Z');

/** Measures the search over the made-up national load; says that it was skipped where the file is missing. */
export async function benchSearch(): Promise<Row[]> {
  const file = servicePointsFile();
  if (!file) return [{ what: 'search', figures: 'skipped: geo/service-points-40k.csv is not installed' }];
  const points = readServicePoints(file);
  return [...benchNames(points), await benchNear(points)];
}

function benchNames(points: readonly ServicePoint[]): Row[] {
  const { index, rows } = buildIndex(points);
  const byId = new Map(points.map((point) => [point.id, point]));
  const byKind = KINDS.map((kind) => {
    const queries = generatedQueries(points, kind, QUERIES, seededRandom(2561));
    let wanted = 0;
    const times = queries.map(({ words, isWanted }) => {
      const started = performance.now();
      const hits = index.search(words, { limit: 5 });
      const time = performance.now() - started;
      if (hits.flatMap(({ id }) => byId.get(id) ?? []).some(isWanted)) wanted++;
      return time;
    });
    const share = ((100 * wanted) / queries.length).toFixed(1);
    return { what: `search by ${kind}`, figures: `${spread(times)}, wanted in the first five ${share} %` };
  });
  const nonsense = NONSENSE.flatMap((words) => Array.from({ length: 100 }, () => timeOf(index, words)));
  return [...rows, ...byKind, { what: 'search for nonsense', figures: spread(nonsense) }];
}

function buildIndex(points: readonly ServicePoint[]): { index: NameIndex; rows: Row[] } {
  const before = usedMegabytes();
  const started = performance.now();
  const index = createNameIndex();
  for (const { id, name, area } of points) index.put({ id, texts: [name.th, name.en], area: area.th });
  index.search('อบต.', { limit: 1 });
  const milliseconds = performance.now() - started;
  const megabytes = usedMegabytes() - before;
  const what = `index of ${index.size} offices, Thai and English names`;
  return {
    index,
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

function timeOf(index: NameIndex, words: string): number {
  const started = performance.now();
  index.search(words, { limit: 5 });
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
