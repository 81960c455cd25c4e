// What the tests of the embedded database share: directories, programs that use them, and a thorough clean-up.

import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { readLatestTurn } from '../../bot/database/engine-lock.ts';
import { type Database, openDatabase } from '../../bot/database/open-database.ts';
import { isRunning, type ProcessIdentity } from '../../bot/database/process-identity.ts';
import { stableAddress } from '../../bot/database/stable-address.ts';
import type { Command } from './database-user.ts';

const USER = fileURLToPath(new URL('./database-user.ts', import.meta.url));
const PATIENCE_MILLISECONDS = 40_000;

/** A log that keeps what was said. */
export class KeptLog {
  readonly lines: { level: string; message: string }[] = [];
  readonly info = (_fields: object, message: string) => this.#keep('info', message);
  readonly warn = (_fields: object, message: string) => this.#keep('warn', message);
  readonly error = (_fields: object, message: string) => this.#keep('error', message);

  #keep(level: string, message: string): void {
    this.lines.push({ level, message });
  }
}

/** Another program that uses the database. `ask` gives its answer, see database-user.ts. */
export class DatabaseUser {
  readonly process: ChildProcess;
  output = '';

  constructor(directory: string) {
    this.process = fork(USER, [directory], { execArgv: [], stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
    this.process.stdout?.on('data', (chunk) => {
      this.output += chunk;
    });
  }

  async ask(command: Command): Promise<number> {
    const answer = once(this.process, 'message');
    this.process.send(command);
    const [value] = await answer;
    return value;
  }

  async end(signal?: NodeJS.Signals): Promise<void> {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return;
    const exit = once(this.process, 'exit');
    if (signal !== undefined) this.process.kill(signal);
    await exit;
  }
}

/** Waits until the condition holds; fails when it does not come true. */
export async function until(what: string, condition: () => Promise<boolean> | boolean): Promise<void> {
  const limit = AbortSignal.timeout(PATIENCE_MILLISECONDS);
  while (!(await condition())) {
    if (limit.aborted) throw new Error(`Waited in vain: ${what}`);
    await sleep(20);
  }
}

/** Everything a test opens, so that all of it ends with the test. */
export class DatabaseBench {
  #directories: string[] = [];
  #users: DatabaseUser[] = [];
  #databases: Database[] = [];

  async directory(): Promise<string> {
    const directory = await mkdtemp(path.join(os.tmpdir(), 'pakmud-bench-'));
    this.#directories.push(directory);
    return directory;
  }

  async open(dataDirectory: string, log = new KeptLog()): Promise<Database> {
    const database = await openDatabase({ mongodbUri: undefined, dataDirectory, log });
    this.#databases.push(database);
    return database;
  }

  user(directory: string): DatabaseUser {
    const user = new DatabaseUser(directory);
    this.#users.push(user);
    return user;
  }

  async clear(): Promise<void> {
    await Promise.all(this.#databases.map((database) => database.close()));
    await Promise.all(this.#users.map((user) => user.end('SIGKILL')));
    for (const directory of this.#directories) {
      await until('no engine is left', async () => (await runningEngine(directory)) === undefined);
      // A killed process could not take its address away.
      await rm((await stableAddress(directory)).directory, { recursive: true, force: true });
      await rm(directory, { recursive: true, force: true });
    }
    this.#directories = [];
    this.#users = [];
    this.#databases = [];
  }
}

/** The process of the engine that serves (or last served) a data directory, if it still runs. */
export async function runningEngine(dataDirectory: string): Promise<ProcessIdentity | undefined> {
  const turn = await readLatestTurn(path.join(dataDirectory, 'mongodb-turns'));
  if (turn === undefined || turn.state.kind === 'over' || turn.state.engine === undefined) return undefined;
  return (await isRunning(turn.state.engine)) ? turn.state.engine : undefined;
}
