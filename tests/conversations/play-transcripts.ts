/**
 * Plays transcripts as tests, in parts, so that several workers share them. `UPDATE_TRANSCRIPTS=1 npm test --
 * tests/conversations` writes what is really said into the files, for a person to read before it is kept; never in
 * continuous integration.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { replay } from './play-transcript.ts';
import { openWorlds } from './real-world.ts';
import { transcriptFiles, transcriptPath } from './transcript-files.ts';

const isUpdating = process.env.UPDATE_TRANSCRIPTS === '1';
if (isUpdating && process.env.CI) throw new Error('transcripts are not rewritten in continuous integration');

/** So many files of tests share the transcripts: those that stand beside this one. */
const PARTS = readdirSync(import.meta.dirname).filter((name) =>
  /^transcripts-\d+\.test\.ts$/.test(name),
).length;

/** The tests of one part, from 1 to as many as there are. */
export function playPart(part: number): void {
  if (part < 1 || part > PARTS) throw new Error(`there is no part ${part} of ${PARTS}`);
  let close: () => Promise<void>;
  beforeAll(async () => {
    close = await openWorlds();
  });
  afterAll(() => close());

  describe('conversations go as written', () => {
    const own = transcriptFiles().filter((_name, index) => index % PARTS === part - 1);
    test.each(own)('%s', play);
  });
}

async function play(name: string): Promise<void> {
  const path = transcriptPath(name);
  const written = readFileSync(path, 'utf8');
  const real = await replay(written);
  if (!isUpdating) expect(real).toBe(written);
  // A turn that fails must not be written down as if it were right.
  expect(faultsIn(real)).toEqual([]);
  if (isUpdating) writeFileSync(path, real);
}

const faultsIn = (transcript: string): string[] =>
  transcript.split('\n').filter((line) => line.startsWith('!! '));
