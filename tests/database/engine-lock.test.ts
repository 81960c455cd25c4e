// Turns: one winner per turn, and processes that are told apart.

import { readdir } from 'node:fs/promises';
import { afterEach, describe, expect, test } from '@jest/globals';
import { claimNextTurn, readLatestTurn, type Turn, updateTurn } from '../../bot/database/engine-lock.ts';
import { identifyProcess, isRunning } from '../../bot/database/process-identity.ts';
import { DatabaseBench } from './database-test-bench.ts';

const bench = new DatabaseBench();
afterEach(() => bench.clear());

const owner = (pid: number) => ({ pid, started: 'then' });

async function takeTurns(directory: string, times: number): Promise<Turn | undefined> {
  let latest: Turn | undefined;
  for (let time = 0; time < times; time += 1) latest = await claimNextTurn(directory, latest, owner(1));
  return latest;
}

describe('turns', () => {
  test('of many that claim the same turn one wins', async () => {
    const directory = await bench.directory();
    const latest = await takeTurns(directory, 1);
    const claims = await Promise.all(
      [2, 3, 4, 5, 6].map((pid) => claimNextTurn(directory, latest, owner(pid))),
    );
    const winners = claims.filter((claim) => claim !== undefined);
    expect(winners).toHaveLength(1);
    expect(await readLatestTurn(directory)).toEqual(winners[0]);
  });

  test('a process that slept through some turns does not get an old one', async () => {
    const directory = await bench.directory();
    const seen = await takeTurns(directory, 1);
    let latest = seen;
    for (let time = 0; time < 30; time += 1) latest = await claimNextTurn(directory, latest, owner(2));
    expect(await claimNextTurn(directory, seen, owner(3))).toBeUndefined();
    expect(await readLatestTurn(directory)).toEqual(latest);
  });

  test('leave few files behind, and no unfinished ones', async () => {
    const directory = await bench.directory();
    await takeTurns(directory, 30);
    const names = await readdir(directory);
    expect(names).toHaveLength(10);
    expect(names.filter((name) => !name.endsWith('.json'))).toEqual([]);
  });

  test('keep their state', async () => {
    const directory = await bench.directory();
    const turn = await takeTurns(directory, 1);
    if (turn === undefined) throw new Error('no turn');
    const state = { kind: 'serving', engine: owner(9), socketPath: '/tmp/a.sock' } as const;
    await updateTurn(directory, turn, state);
    expect(await readLatestTurn(directory)).toEqual({ number: 1, owner: owner(1), state });
  });
});

describe('process identity', () => {
  test('a process is itself, and not one that had its number before', async () => {
    const self = await identifyProcess(process.pid);
    expect(self?.pid).toBe(process.pid);
    expect(await isRunning({ pid: process.pid, started: self?.started ?? '' })).toBe(true);
    expect(await isRunning({ pid: process.pid, started: 'earlier' })).toBe(false);
  });

  test('a number that no process has is nobody', async () => {
    expect(await identifyProcess(0)).toBeUndefined();
    expect(await identifyProcess(2 ** 22 + 1)).toBeUndefined();
  });
});
