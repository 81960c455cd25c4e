// Several processes on one data directory, and what happens when some of them die.

import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { DatabaseBench, type DatabaseUser, runningEngine, until } from './database-test-bench.ts';

const bench = new DatabaseBench();
afterEach(() => bench.clear());

async function ownerAndGuest(directory: string): Promise<[DatabaseUser, DatabaseUser]> {
  const owner = bench.user(directory);
  await owner.ask('open');
  const guest = bench.user(directory);
  await guest.ask('open');
  expect([await owner.ask('started'), await guest.ask('started')]).toEqual([1, 0]);
  return [owner, guest];
}

async function killEngine(directory: string): Promise<void> {
  const engine = await runningEngine(directory);
  if (engine === undefined) throw new Error('no engine to kill');
  process.kill(engine.pid, 'SIGKILL');
}

describe('several processes on one data directory', () => {
  test('share one engine and each other’s documents, and say nothing on standard output', async () => {
    const [owner, guest] = await ownerAndGuest(await bench.directory());
    await owner.ask('write');
    await guest.ask('write');
    expect([await owner.ask('count'), await guest.ask('count')]).toEqual([2, 2]);
    expect(owner.output + guest.output).toBe('');
  });

  test('start at the same instant with exactly one engine', async () => {
    const directory = await bench.directory();
    const users = [1, 2, 3, 4].map(() => bench.user(directory));
    await Promise.all(users.map((user) => user.ask('open')));
    const started = await Promise.all(users.map((user) => user.ask('started')));
    expect(started.reduce((sum, one) => sum + one)).toBe(1);
    await Promise.all(users.map((user) => user.ask('write')));
    expect(await users[0]?.ask('count')).toBe(4);
  });
});

describe('the others take over', () => {
  test('when the owner is killed: the data is there and the connection finds it', async () => {
    const [owner, guest] = await ownerAndGuest(await bench.directory());
    await owner.ask('write');
    await owner.end('SIGKILL');
    await until('the guest has taken over', async () => (await guest.ask('started')) === 1);
    await guest.ask('write');
    expect(await guest.ask('count')).toBe(2);
  });

  test('when the owner closes', async () => {
    const [owner, guest] = await ownerAndGuest(await bench.directory());
    await owner.ask('write');
    await owner.ask('close');
    await owner.end();
    await until('the guest has taken over', async () => (await guest.ask('started')) === 1);
    expect(await guest.ask('count')).toBe(1);
  });

  test('when the owner ends without closing, which the engine does not prevent', async () => {
    const directory = await bench.directory();
    const [owner, guest] = await ownerAndGuest(directory);
    await owner.ask('forget');
    await owner.end();
    await until('the guest has taken over', async () => (await guest.ask('started')) === 1);
    expect(await guest.ask('count')).toBe(0);
  });

  test('not when a guest closes: the owner’s engine goes on', async () => {
    const directory = await bench.directory();
    const [owner, guest] = await ownerAndGuest(directory);
    const before = await runningEngine(directory);
    await guest.ask('close');
    await guest.end();
    await owner.ask('write');
    expect(await runningEngine(directory)).toEqual(before);
  });
});

describe('the engine’s own process', () => {
  test('is replaced when it is killed, and a journalled write is not lost', async () => {
    const directory = await bench.directory();
    const [owner, guest] = await ownerAndGuest(directory);
    for (const round of [1, 2]) {
      await guest.ask('write');
      await killEngine(directory);
      expect(await guest.ask('count')).toBe(round);
      expect(await owner.ask('count')).toBe(round);
    }
    expect((await owner.ask('started')) + (await guest.ask('started'))).toBe(3);
  });

  test('is replaced when its owner is the only process', async () => {
    const directory = await bench.directory();
    const owner = bench.user(directory);
    await owner.ask('open');
    await owner.ask('write');
    await killEngine(directory);
    expect(await owner.ask('count')).toBe(1);
    expect(await owner.ask('started')).toBe(2);
  });

  test('leaves Ctrl-C to its parent', async () => {
    const directory = await bench.directory();
    const user = bench.user(directory);
    await user.ask('open');
    const engine = await runningEngine(directory);
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.kill(engine?.pid ?? 0, signal);
    await user.ask('write');
    expect(await user.ask('count')).toBe(1);
    expect(await runningEngine(directory)).toEqual(engine);
  });
});

describe('a lock left by a crash', () => {
  // This test's own process number with another start time: as if the number had been given out again.
  const reused = { pid: process.pid, started: 'long ago' };
  const left = path.join('embedded-mongodb-000000', 'mongodb.sock');

  test.each([
    ['while it served', { owner: reused, state: { kind: 'serving', engine: reused, socketPath: left } }],
    ['while it started', { owner: reused, state: { kind: 'starting', engine: reused } }],
    ['before its engine had a process', { owner: reused, state: { kind: 'starting' } }],
    ['and cut off in mid-write', ''],
  ])('%s is recognised', async (_name, turn) => {
    const directory = await bench.directory();
    await mkdir(path.join(directory, 'mongodb-turns'));
    await writeFile(
      path.join(directory, 'mongodb-turns', '000000007.json'),
      turn === '' ? '' : JSON.stringify(turn),
    );
    const user = bench.user(directory);
    await user.ask('open');
    expect(await user.ask('started')).toBe(1);
    expect(await user.ask('count')).toBe(0);
  });
});
