// The reference data of places and service points, where it is installed, and one measured import of it.

import { existsSync } from 'node:fs';
import path from 'node:path';
import { importCommand } from '../../bot/manage/import.ts';
import { callCommand } from './call-command.ts';

const beside = path.resolve(import.meta.dirname, '../../../shared');

/** The path of one of its files, or undefined where it is not installed (`REFERENCE_DATA_DIR` says where it is). */
export function referenceFile(name: string): string | undefined {
  const file = path.join(process.env.REFERENCE_DATA_DIR || beside, 'geo', name);
  return existsSync(file) ? file : undefined;
}

/** The imports in the order in which they need each other. */
export const REFERENCE_IMPORTS = [
  { what: 'places', name: 'places.csv' },
  { what: 'boundaries', name: 'districts.geojson' },
  { what: 'pins', name: 'service-points-40k.csv' },
] as const;

/** An import's closing line, how long it took, and by how much the process grew at most. */
export type MeasuredImport = { last: string | undefined; seconds: number; megabytes: number };

const SAMPLE_MILLISECONDS = 20;

/** Imports a file and measures it. Memory is what the heap and buffers held at most, looked at every 20 ms. */
export async function measureImport(what: string, file: string): Promise<MeasuredImport> {
  let peak = 0;
  const used = () => {
    const { heapUsed, external } = process.memoryUsage();
    return (heapUsed + external) / 1e6;
  };
  const before = used();
  const sampling = setInterval(() => {
    peak = Math.max(peak, used());
  }, SAMPLE_MILLISECONDS);
  const started = performance.now();
  try {
    const { last } = await callCommand(importCommand, [what, file]);
    return { last, seconds: (performance.now() - started) / 1000, megabytes: Math.max(0, peak - before) };
  } finally {
    clearInterval(sampling);
  }
}
