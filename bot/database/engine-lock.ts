// Whose turn it is to run the engine on a data directory.
//
// A turn is a file with a number. The highest number counts. To take over from a turn that is over, a process
// creates the next number, which only one can (link(2) is atomic and refuses an existing name, and the file appears
// with its whole content). Nobody ever deletes the highest turn, so there is no moment between "the old one is
// stale" and "remove it" in which two processes could both win, as there is with a single lock file.

import { randomUUID } from 'node:crypto';
import { link, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { errorCode } from './error-code.ts';
import type { ProcessIdentity } from './process-identity.ts';

const identity = z.object({ pid: z.int().positive(), started: z.string() });
const turnState = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('starting'), engine: identity.exactOptional() }),
  z.object({ kind: z.literal('serving'), engine: identity, socketPath: z.string() }),
  z.object({ kind: z.literal('over') }),
]);
const writtenTurn = z.object({ owner: identity, state: turnState });

/**
 * starting: the owner is bringing the engine up (`engine` as soon as its process exists); serving: it answers at
 * `socketPath`; over: anyone may take the next turn.
 */
export type TurnState = z.infer<typeof turnState>;

export type Turn = { number: number; owner: ProcessIdentity; state: TurnState };

const NOBODY: ProcessIdentity = { pid: 0, started: '' };
const TURN_FILE = /^(\d{9})\.json$/;
/** A process that fell asleep between looking and claiming must still find the later turns, so some are kept. */
const OLD_TURNS_KEPT = 10;

/** The latest turn; undefined when there was none yet. */
export async function readLatestTurn(directory: string): Promise<Turn | undefined> {
  const number = (await turnNumbers(directory)).at(-1);
  if (number === undefined) return undefined;
  return parseTurn(number, await readFile(turnFile(directory, number), 'utf8'));
}

/** A turn that does not read was cut off by a loss of power, which no process has survived: it is over. */
function parseTurn(number: number, text: string): Turn {
  const read = writtenTurn.safeParse(parseJson(text));
  return read.success ? { number, ...read.data } : { number, owner: NOBODY, state: { kind: 'over' } };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Claims the turn after `latest` for `owner`. Undefined when another process was faster. */
export async function claimNextTurn(
  directory: string,
  latest: Turn | undefined,
  owner: ProcessIdentity,
): Promise<Turn | undefined> {
  await mkdir(directory, { recursive: true });
  const turn: Turn = { number: (latest?.number ?? 0) + 1, owner, state: { kind: 'starting' } };
  if (!(await createTurnFile(directory, turn))) return undefined;
  const numbers = await turnNumbers(directory);
  if (numbers.at(-1) !== turn.number) return undefined;
  for (const number of numbers.slice(0, -OLD_TURNS_KEPT))
    await rm(turnFile(directory, number), { force: true });
  return turn;
}

/** Changes the state of one's own turn, atomically. */
export async function updateTurn(directory: string, turn: Turn, state: TurnState): Promise<Turn> {
  const changed = { ...turn, state };
  await rename(await writeBeside(directory, changed), turnFile(directory, turn.number));
  return changed;
}

async function createTurnFile(directory: string, turn: Turn): Promise<boolean> {
  const written = await writeBeside(directory, turn);
  try {
    await link(written, turnFile(directory, turn.number));
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(written, { force: true });
  }
}

async function writeBeside(directory: string, { owner, state }: Turn): Promise<string> {
  const file = path.join(directory, `${randomUUID()}.tmp`);
  await writeFile(file, `${JSON.stringify({ owner, state })}\n`, { mode: 0o600 });
  return file;
}

async function turnNumbers(directory: string): Promise<number[]> {
  const names = await readdir(directory).catch((error) => {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  });
  return names
    .map((name) => TURN_FILE.exec(name)?.[1])
    .filter((digits) => digits !== undefined)
    .map(Number)
    .sort((a, b) => a - b);
}

function turnFile(directory: string, number: number): string {
  return path.join(directory, `${String(number).padStart(9, '0')}.json`);
}
