// Opening the database in one process.

import { existsSync } from 'node:fs';
import { mkdir, realpath, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { MongoClient } from 'mongodb';
import mongoose from 'mongoose';
import { readLatestTurn } from '../../bot/database/engine-lock.ts';
import { type Machine, resolveInstalled, thisMachine } from '../../bot/database/locate-engine.ts';
import { openDatabase } from '../../bot/database/open-database.ts';
import { stableAddress } from '../../bot/database/stable-address.ts';
import { DatabaseBench, KeptLog, runningEngine, until } from './database-test-bench.ts';

const bench = new DatabaseBench();
afterEach(() => bench.clear());

async function count(uri: string): Promise<number> {
  const client = new MongoClient(uri);
  const found = await client.db('one').collection('pins').countDocuments();
  await client.close();
  return found;
}

describe('with MONGODB_URI', () => {
  test('the server is used as it is, and nothing is started', async () => {
    const directory = await bench.directory();
    const mongodbUri = 'mongodb://database.example:27017/pakmud';
    const database = await openDatabase({ mongodbUri, dataDirectory: directory, log: new KeptLog() });
    expect(database).toMatchObject({ uri: mongodbUri, embedded: false });
    await database.close();
    expect(existsSync(path.join(directory, 'mongodb'))).toBe(false);
  });
});

describe('without MONGODB_URI', () => {
  test('an engine is started for mongoose, and its data is there after a restart at the same address', async () => {
    const directory = await bench.directory();
    const first = await bench.open(directory);
    expect(first.embedded).toBe(true);
    const connection = await mongoose.createConnection(first.uri, { dbName: 'one' }).asPromise();
    await connection.collection('pins').insertOne({ name: 'a' });
    await connection.close();
    await first.close();
    expect((await readLatestTurn(path.join(directory, 'mongodb-turns')))?.state).toEqual({ kind: 'over' });

    const second = await bench.open(directory);
    expect(second.uri).toBe(first.uri);
    expect(await count(second.uri)).toBe(1);
  });

  test('closing ends the engine, takes the address away, and may be done twice', async () => {
    const directory = await bench.directory();
    const database = await bench.open(directory);
    const address = await stableAddress(directory);
    const socket = await realpath(address.link);
    expect(await runningEngine(directory)).toBeDefined();
    await Promise.all([database.close(), database.close()]);
    expect(await runningEngine(directory)).toBeUndefined();
    expect(existsSync(address.directory)).toBe(false);
    expect(existsSync(path.dirname(socket))).toBe(false);
  });

  test('a data directory may have a path that is too long for a socket', async () => {
    const directory = path.join(await bench.directory(), 'ศูนย์ราชการ'.repeat(5), 'b'.repeat(200));
    const database = await bench.open(directory);
    expect(await count(database.uri)).toBe(0);
    await database.close();
  });

  test('two openings in one process share the engine, and the second goes on when the first closes', async () => {
    const directory = await bench.directory();
    const first = await bench.open(directory);
    const log = new KeptLog();
    const second = await bench.open(directory, log);
    expect(log.lines).toEqual([]);
    await first.close();
    await until('the second serves', () =>
      log.lines.some(({ message }) => message === 'embedded database serves'),
    );
    await until('the second answers', () => count(second.uri).then((found) => found === 0));
  });

  test('an engine that cannot open its files is an error with the cause, after some attempts', async () => {
    const directory = await bench.directory();
    await mkdir(path.join(directory, 'mongodb'));
    await writeFile(path.join(directory, 'mongodb', 'WiredTiger.turtle'), 'not a database');
    await writeFile(path.join(directory, 'mongodb', 'WiredTiger'), 'not a database');
    const log = new KeptLog();
    await expect(bench.open(directory, log)).rejects.toMatchObject({ code: 'engine-did-not-start' });
    expect(log.lines.filter(({ message }) => message === 'embedded database did not start')).toHaveLength(5);
    expect(log.lines.at(-1)).toMatchObject({ level: 'error', message: expect.stringContaining('DATA_DIR') });
    expect(await runningEngine(directory)).toBeUndefined();
  });
});

describe('where there is no engine', () => {
  const here = thisMachine();
  const attempt = async (machine: Machine, resolve = resolveInstalled) =>
    openDatabase(
      { mongodbUri: undefined, dataDirectory: await bench.directory(), log: new KeptLog() },
      { machine, resolve },
    );
  const waysOut = {
    code: 'no-embedded-database',
    message: expect.stringMatching(/MONGODB_URI.*docker compose up/),
  };

  test('the optional package is not installed', async () => {
    const missing = () => {
      throw new Error('Cannot find module');
    };
    const linux = { platform: 'linux', architecture: 'x64', glibc: '2.41' };
    await expect(attempt(linux, missing)).rejects.toMatchObject(waysOut);
  });

  test.each([
    ['Windows', { ...here, platform: 'win32' }],
    ['a processor without an engine', { ...here, platform: 'linux', architecture: 'riscv64' }],
    ['musl', { ...here, platform: 'linux', architecture: 'x64', glibc: undefined }],
    ['a very old glibc', { ...here, platform: 'linux', architecture: 'x64', glibc: '2.31' }],
  ])('%s', async (_name, machine) => {
    await expect(attempt(machine, (module) => `/somewhere/${module}`)).rejects.toMatchObject(waysOut);
  });
});
