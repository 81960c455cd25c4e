// Calls a command of the command line within the test, and files for it.

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Call, Command } from '../../bot/manage/command.ts';
import { NOON } from '../models/register-builder.ts';
import { seededRandom } from '../models/search-queries.ts';

/** What a command printed, and whether it failed. */
export type Called = { lines: string[]; last: string | undefined; progress: string[]; failed: boolean };

const random = seededRandom(2561);

/** Calls it; `options` are without their dashes. */
export async function callCommand(
  command: Command,
  words: readonly string[],
  { options = {}, now = NOON }: { options?: Call['options']; now?: Date } = {},
): Promise<Called> {
  const lines: string[] = [];
  const progress: string[] = [];
  const print = (line: string) => void lines.push(line);
  const call = { words, options, now, random, print, progress: (line: string) => void progress.push(line) };
  const outcome = await command.run(call);
  return { lines, last: lines.at(-1), progress, failed: outcome === 'failed' };
}

/** A directory for the files of a test; `write` gives a file's path, `remove` takes all away. */
export async function openFiles() {
  const directory = await mkdtemp(path.join(os.tmpdir(), 'pakmud-import-'));
  return {
    async write(name: string, text: string | Uint8Array): Promise<string> {
      const file = path.join(directory, name);
      await writeFile(file, text);
      return file;
    },
    remove: () => rm(directory, { recursive: true, force: true }),
  };
}

/** Rows as a CSV file; cells are quoted where they must be. */
export function csv(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return rows.map((row) => `${row.map(cell).join(',')}\n`).join('');
}
