// How long the imports of the reference data take, and how much memory.

import mongoose from 'mongoose';
import { placeInDistrict } from '../../models/boundary.ts';
import { nearestPlace } from '../../models/place.ts';
import { measureImport, REFERENCE_IMPORTS, referenceFile } from '../manage/reference-data.ts';
import { connectRegisters } from '../models/register-builder.ts';
import { seededRandom } from '../models/search-queries.ts';
import { percentile, type Row } from './row.ts';

const QUESTIONS = 1_000;

/** Measures the imports into an empty database and again into the full one; skipped where the files are missing. */
export async function benchImports(): Promise<Row[]> {
  const disconnect = await connectRegisters();
  try {
    const rows: Row[] = [];
    for (const { what, name } of REFERENCE_IMPORTS) rows.push(...(await benchFile(what, name)));
    return [...rows, ...(await benchQuestions())];
  } finally {
    await disconnect();
  }
}

async function benchFile(what: string, name: string): Promise<Row[]> {
  const file = referenceFile(name);
  if (!file) return [{ what: `import ${what}`, figures: `skipped: geo/${name} is not installed` }];
  const rows: Row[] = [];
  for (const time of ['into an empty register', 'the same again']) {
    const { last, seconds, megabytes } = await measureImport(what, file);
    const figures = `${seconds.toFixed(1)} s, at most ${megabytes.toFixed(0)} MB more; ${last}`;
    rows.push({ what: `import ${what}, ${time}`, figures });
  }
  return rows;
}

async function benchQuestions(): Promise<Row[]> {
  if ((await mongoose.connection.db?.collection('boundaries').estimatedDocumentCount()) === 0) return [];
  const random = seededRandom(2561);
  const inDistrict: number[] = [];
  const nearest: number[] = [];
  for (let n = 0; n < QUESTIONS; n++) {
    const position: [number, number] = [99 + 5 * random(), 13 + 5 * random()];
    inDistrict.push(await timeOf(() => placeInDistrict(position, '3014')));
    nearest.push(await timeOf(() => nearestPlace(position)));
  }
  return [
    { what: 'is a position in a district', figures: spread(inDistrict) },
    { what: 'the place nearest to a position', figures: spread(nearest) },
  ];
}

async function timeOf(ask: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await ask();
  return performance.now() - started;
}

function spread(times: readonly number[]): string {
  return `p50 ${percentile(times, 0.5).toFixed(1)} ms, p99 ${percentile(times, 0.99).toFixed(1)} ms`;
}
