/** One import from the call to the closing line: progress, bad rows, counts. */
import type { Call } from './command.ts';
import { type BadRow, importRows, type RowKind } from './import-rows.ts';
import type { Source } from './import-source.ts';

const MOST_PRINTED = 100;
const PROGRESS_EVERY = 5000;

/** Imports and prints. 'failed' when there were bad rows and nothing was changed. */
export async function runImport<Row>(
  source: Source,
  kind: RowKind<Row>,
  { options, print, progress }: Call,
): Promise<'failed' | undefined> {
  for (const note of source.notes) print(note);
  let problems = 0;
  const outcome = await importRows(source, kind, {
    skipBad: options['skip-bad'] === true,
    onBad(bad) {
      problems++;
      if (problems <= MOST_PRINTED) print(inWords(bad, source.unit));
    },
    onProgress: (pass, rows) => {
      if (rows % PROGRESS_EVERY === 0) progress?.(`${pass} ${rows.toLocaleString('en')} rows`);
    },
  });
  if (problems > MOST_PRINTED) print(`and ${problems - MOST_PRINTED} more problems`);
  if (outcome.refused) print('nothing was changed: correct these rows, or leave them out with --skip-bad');
  const { read, added, changed, unchanged, bad, refused } = outcome;
  print(`read ${read}, new ${added}, changed ${changed}, unchanged ${unchanged}, bad ${bad}`);
  return refused ? 'failed' : undefined;
}

function inWords({ at, column, reason }: BadRow, unit: string): string {
  return `${unit} ${at}${column && `, ${column}`}: ${reason}`;
}
