/** Reads a JSON file that is an array of objects, each with the fields a CSV file would have as columns. */
import { readFile, stat } from 'node:fs/promises';
import type { Columns } from './csv-file.ts';
import { type Source, type SourceRecord, UnreadableFile } from './import-source.ts';

/** The file is read as a whole. What is larger can be imported as CSV, which is read record by record. */
const LARGEST_MEGABYTES = 100;
const MEGABYTE = 1024 * 1024;

/** Opens the file. Throws `UnreadableFile` when it is too large, no JSON, or no array. */
export async function openJson(file: string, { needed, optional }: Columns): Promise<Source> {
  const { size } = await stat(file);
  if (size > LARGEST_MEGABYTES * MEGABYTE)
    throw new UnreadableFile(
      `${file} is larger than ${LARGEST_MEGABYTES} MB; save it as CSV, which may be of any size`,
    );
  const rows = parsed(file, await readFile(file));
  if (!Array.isArray(rows)) throw new UnreadableFile(`${file} should be an array of objects: [{…}, {…}]`);
  const known = new Set([...needed, ...optional]);
  const records = rows.map((value: unknown, index) => recordOf(index + 1, value, known));
  return { unit: 'record', notes: notesOn(rows, known), records: () => records };
}

function parsed(file: string, bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    if (cause instanceof SyntaxError)
      throw new UnreadableFile(`${file} is no JSON: ${cause.message}`, { cause });
    throw new UnreadableFile(`${file} is not UTF-8`, { cause });
  }
}

function notesOn(rows: readonly unknown[], known: ReadonlySet<string>): string[] {
  const names = new Set(rows.flatMap((row) => (isRecord(row) ? Object.keys(row) : [])));
  const ignored = [...names].filter((name) => !known.has(name));
  return ignored.length > 0 ? [`ignored fields: ${ignored.join(', ')}`] : [];
}

function recordOf(at: number, value: unknown, known: ReadonlySet<string>): SourceRecord {
  if (!isRecord(value)) return { at, problem: 'is no object' };
  const fields = Object.entries(value).flatMap(([name, given]): [string, unknown][] => {
    const said = known.has(name) ? tidied(given) : '';
    return said === '' || said === null ? [] : [[name, said]];
  });
  return { at, value: Object.fromEntries(fields) };
}

/** Texts as a CSV file would give them; empty ones say nothing. */
function tidied(value: unknown): unknown {
  if (typeof value === 'string') return value.normalize('NFC').replace(/\s+/g, ' ').trim();
  if (typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return value.map(tidied).filter((item) => item !== '' && item !== null);
  if (!isRecord(value)) return value;
  const fields = Object.entries(value).map(([name, given]): [string, unknown] => [name, tidied(given)]);
  return Object.fromEntries(fields.filter(([, said]) => said !== '' && said !== null));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
