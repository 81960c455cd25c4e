/**
 * Reads a CSV file record by record, so that a file of any length takes the same memory: UTF-8 with or without BOM,
 * any line ends, quoted cells with commas and line breaks in them.
 */
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { CsvError, type InfoRecord, parse } from 'csv-parse';
import { type Source, type SourceRecord, UnreadableFile } from './import-source.ts';

/** Which columns a file needs and may have. */
export type Columns = { needed: readonly string[]; optional: readonly string[] };

type Row = { line: number; cells: string[] };

/** No row of a register is longer; a quote that is never closed is found before it fills the memory. In characters. */
const LONGEST_ROW = 100_000;

/** Opens the file and reads its header. Throws `UnreadableFile` when it is no such file or lacks a column. */
export async function openCsv(file: string, columns: Columns): Promise<Source> {
  const header = await readHeader(file);
  const missing = columns.needed.filter((name) => !header.includes(name));
  if (missing.length > 0) {
    throw new UnreadableFile(
      `${file} lacks ${missing.join(', ')}. It needs the columns ${columns.needed.join(', ')}`,
    );
  }
  const twice = header.find((name, at) => name !== '' && header.indexOf(name) < at);
  if (twice !== undefined) throw new UnreadableFile(`${file} has two columns ${twice}`);
  const known = new Set([...columns.needed, ...columns.optional]);
  const ignored = header.filter((name) => !known.has(name));
  return {
    unit: 'line',
    notes:
      ignored.length > 0 ? [`ignored columns: ${ignored.map((name) => name || '(no name)').join(', ')}`] : [],
    records: () => recordsOf(file, header, known),
  };
}

async function readHeader(file: string): Promise<string[]> {
  for await (const { cells } of rowsOf(file)) return cells.map((name) => name.trim());
  throw new UnreadableFile(`${file} is empty`);
}

async function* recordsOf(
  file: string,
  header: readonly string[],
  known: ReadonlySet<string>,
): AsyncGenerator<SourceRecord> {
  let isHeader = true;
  for await (const { line, cells } of rowsOf(file)) {
    if (!isHeader) yield recordOf(line, cells, header, known);
    isHeader = false;
  }
}

function recordOf(
  at: number,
  cells: readonly string[],
  header: readonly string[],
  known: ReadonlySet<string>,
): SourceRecord {
  if (cells.length !== header.length) {
    return { at, problem: `has ${cells.length} cells, but there are ${header.length} columns` };
  }
  // Empty cells are left out: they say nothing.
  const filled = header.flatMap((name, place): [string, string][] => {
    const text = cells[place]?.normalize('NFC').replace(/\s+/g, ' ').trim();
    return text && known.has(name) ? [[name, text]] : [];
  });
  return { at, value: Object.fromEntries(filled) };
}

async function* rowsOf(file: string): AsyncGenerator<Row> {
  const parser = parse({
    record_delimiter: '\n',
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
    max_record_size: LONGEST_ROW,
    info: true,
    raw: true,
  });
  const reading = pipeline(textOf(file), parser);
  // Its failure comes out of the parser too, where it is waited for.
  reading.catch(() => {});
  let lastLine = 0;
  try {
    for await (const parsed of parser) {
      // What the options above make of a record.
      const { record, info, raw }: { record: string[]; info: InfoRecord; raw: string } = parsed;
      lastLine = info.lines;
      yield { line: info.lines - linesWithin(raw), cells: record };
    }
  } catch (error) {
    throw error instanceof CsvError ? brokenQuotes(file, lastLine + 1, error) : error;
  }
}

function linesWithin(raw: string): number {
  return raw.trim().split('\n').length - 1;
}

function brokenQuotes(file: string, line: number, cause: CsvError): UnreadableFile {
  const what = 'a quote (") is not closed or stands inside a cell; what follows cannot be read';
  return new UnreadableFile(`${file}, line ${line} or soon after it: ${what}`, { cause });
}

/** The text piece by piece, with \n as the only line end. */
async function* textOf(file: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let held = '';
  for await (const bytes of createReadStream(file)) {
    const text = held + decode(decoder, file, bytes);
    // The \n of a \r\n may be in the next piece.
    held = text.endsWith('\r') ? '\r' : '';
    yield text.slice(0, text.length - held.length).replaceAll('\r\n', '\n');
  }
  yield held + decode(decoder, file);
}

function decode(decoder: InstanceType<typeof TextDecoder>, file: string, bytes?: Uint8Array): string {
  try {
    return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
  } catch (cause) {
    throw new UnreadableFile(`${file} is not UTF-8; in a spreadsheet, save it as "CSV UTF-8"`, { cause });
  }
}
