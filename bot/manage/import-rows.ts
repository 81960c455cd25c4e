/**
 * Imports the records of a file into a register in two passes: the first one only checks, the second one writes.
 * So nothing is changed unless everything is good, or bad rows are to be skipped.
 */
import type { z } from 'zod';
import type { PutCounts } from '../../models/register.ts';
import { type Source, type SourceRecord, UnreadableFile } from './import-source.ts';

/** A row and where it stands. */
export type Numbered<Row> = { at: number; row: Row };

/** What is wrong with a row; `column` is empty when it is the row as a whole. */
export type BadRow = { at: number; column: string; reason: string };

/** What is imported. */
export type RowKind<Row> = {
  schema: z.ZodType<Row>;
  /** Each key may stand in one row only. */
  keyOf: (row: Row) => { column: string; key: string };
  /** What only the registers can tell about good rows, batch by batch. */
  check?: (rows: readonly Numbered<Row>[]) => Promise<BadRow[]>;
  /** What only all rows together can tell, after the last batch; no row is reported twice. */
  checkTogether?: () => Promise<BadRow[]>;
  write: (rows: readonly Row[]) => Promise<PutCounts>;
};

/** What is done with bad rows, and who is told what. */
export type ImportManner = {
  skipBad: boolean;
  onBad: (bad: BadRow) => void;
  onProgress: (pass: 'checked' | 'written', rows: number) => void;
};

/** How an import ended; `refused` when there were bad rows and therefore nothing was changed. */
export type ImportOutcome = PutCounts & { read: number; bad: number; refused: boolean };

type Judged<Row> = { good: Numbered<Row>[]; bad: BadRow[] };

const BATCH = 1000;

/** Checks all records, then writes the good ones unless there are bad ones that are not to be skipped. */
export async function importRows<Row>(
  source: Source,
  kind: RowKind<Row>,
  manner: ImportManner,
): Promise<ImportOutcome> {
  const { read, badRows } = await checkAll(source, kind, manner);
  const outcome = { read, bad: badRows.size, added: 0, changed: 0, unchanged: 0 };
  if (badRows.size > 0 && !manner.skipBad) return { ...outcome, refused: true };
  let written = 0;
  for await (const batch of batchesOf(source)) {
    const { good, bad } = judge(
      batch.filter(({ at }) => !badRows.has(at)),
      kind,
    );
    if (bad.length > 0) throw new UnreadableFile('the file was changed while it was read; import it again');
    const counts = await kind.write(good.map(({ row }) => row));
    outcome.added += counts.added;
    outcome.changed += counts.changed;
    outcome.unchanged += counts.unchanged;
    written += batch.length;
    manner.onProgress('written', written);
  }
  return { ...outcome, refused: false };
}

async function checkAll<Row>(source: Source, kind: RowKind<Row>, manner: ImportManner) {
  const badRows = new Set<number>();
  const firstAt = new Map<string, number>();
  let read = 0;
  const report = (bad: readonly BadRow[]) => {
    for (const row of bad) {
      badRows.add(row.at);
      manner.onBad(row);
    }
  };
  for await (const batch of batchesOf(source)) {
    const { good, bad } = judge(batch, kind);
    const repeated = repeatedRows(good, kind, firstAt, source.unit);
    const known = kind.check ? await kind.check(good) : [];
    report([...bad, ...repeated, ...known].sort((a, b) => a.at - b.at));
    read += batch.length;
    manner.onProgress('checked', read);
  }
  const together = kind.checkTogether ? await kind.checkTogether() : [];
  report(together.filter(({ at }) => !badRows.has(at)));
  return { read, badRows };
}

async function* batchesOf(source: Source): AsyncGenerator<SourceRecord[]> {
  let batch: SourceRecord[] = [];
  for await (const record of source.records()) {
    batch.push(record);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

function judge<Row>(records: readonly SourceRecord[], { schema }: RowKind<Row>): Judged<Row> {
  const judged: Judged<Row> = { good: [], bad: [] };
  for (const record of records) {
    if ('problem' in record) {
      judged.bad.push({ at: record.at, column: '', reason: record.problem });
      continue;
    }
    const parsed = schema.safeParse(record.value);
    if (parsed.success) judged.good.push({ at: record.at, row: parsed.data });
    else judged.bad.push(...parsed.error.issues.map((issue) => badRow(record.at, issue)));
  }
  return judged;
}

function badRow(at: number, { path, message }: z.core.$ZodIssue): BadRow {
  return { at, column: path.join('.'), reason: message };
}

/** A key that stands twice would change the same record back and forth with every import. */
function repeatedRows<Row>(
  rows: readonly Numbered<Row>[],
  { keyOf }: RowKind<Row>,
  firstAt: Map<string, number>,
  unit: string,
): BadRow[] {
  return rows.flatMap(({ at, row }) => {
    const { column, key } = keyOf(row);
    const first = firstAt.get(key);
    if (first === undefined) firstAt.set(key, at);
    return first === undefined ? [] : [{ at, column, reason: `${key} stands in ${unit} ${first} already` }];
  });
}
