// An engine that cannot be started again: said clearly, tried slowly, and used once it works.

import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { locateEngine, resolveInstalled, thisMachine } from '../../bot/database/locate-engine.ts';
import { stableAddress, temporaryDirectory } from '../../bot/database/stable-address.ts';
import { StartPace } from '../../bot/database/start-pace.ts';
import { type Supervision, superviseEngine } from '../../bot/database/supervise-engine.ts';
import { DatabaseBench, KeptLog, runningEngine, until } from './database-test-bench.ts';

const bench = new DatabaseBench();
let supervision: Supervision | undefined;
afterEach(async () => {
  await supervision?.close();
  await bench.clear();
});

async function supervise(directory: string, log: KeptLog): Promise<Supervision> {
  const engineDirectory = path.join(directory, 'mongodb');
  await mkdir(engineDirectory);
  return superviseEngine({
    ...(await locateEngine(thisMachine(), resolveInstalled)),
    engineDirectory,
    lockDirectory: path.join(directory, 'mongodb-turns'),
    temporaryDirectory: temporaryDirectory(),
    address: await stableAddress(directory),
    pace: { first: 1, slow: 100, within: 60_000, most: 3 },
    log,
  });
}

describe('an engine that does not come up again', () => {
  test('is said to need help, and used when it has got it', async () => {
    const directory = await bench.directory();
    const log = new KeptLog();
    supervision = await supervise(directory, log);
    const engine = await runningEngine(directory);

    await rename(path.join(directory, 'mongodb'), path.join(directory, 'away'));
    await writeFile(path.join(directory, 'mongodb'), 'in the way');
    process.kill(engine?.pid ?? 0, 'SIGKILL');
    await until('it is said', () =>
      log.lines.some(({ level, message }) => level === 'error' && /DATA_DIR/.test(message)),
    );

    await rm(path.join(directory, 'mongodb'));
    await rename(path.join(directory, 'away'), path.join(directory, 'mongodb'));
    await until(
      'it serves',
      async () => (await runningEngine(directory)) !== undefined && servings(log) === 2,
    );
  });
});

function servings(log: KeptLog): number {
  return log.lines.filter(({ message }) => message === 'embedded database serves').length;
}

describe('the pace of starts', () => {
  test('slows down, and stays slow after too many', () => {
    const pace = new StartPace({ first: 100, slow: 30_000, within: 60_000, most: 3 });
    const delays = [1, 2, 3, 4].map(() => {
      pace.noteStart();
      return pace.delay();
    });
    expect(delays).toEqual([200, 400, 30_000, 30_000]);
    expect(pace.isExhausted()).toBe(true);
  });
});
