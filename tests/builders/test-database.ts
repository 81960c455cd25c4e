// A database for a test file: the server of MONGODB_URI when it is set, else an embedded engine of its own.

import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { MongoClient } from 'mongodb';
import { type Database, openDatabase } from '../../bot/database/open-database.ts';

/** An empty database of its own; `uri` names it, and `close()` drops it. */
export type TestDatabase = { uri: string; close(): Promise<void> };

type SharedEngine = { database: Database; directory: string };

const quiet = { info: () => {}, warn: () => {}, error: () => {} };

// Jest loads modules afresh for every test file, so this is one engine per test file.
let engine: Promise<SharedEngine> | undefined;
let users = 0;

/** Opens a fresh, empty database with a random name. Call `close()` in `afterAll`. */
export async function openTestDatabase(): Promise<TestDatabase> {
  users += 1;
  engine ??= startSharedEngine();
  const { database } = await engine;
  const uri = nameDatabase(database.uri, `test-${randomUUID()}`);
  return { uri, close: once(() => closeTestDatabase(uri)) };
}

/** A connection string may name several hosts, which `URL` does not read: scheme and hosts, /name, ?options. */
function nameDatabase(uri: string, name: string): string {
  const parts = /^(mongodb(?:\+srv)?:\/\/[^/?]+)(?:\/[^?]*)?(\?.*)?$/.exec(uri);
  if (parts === null) throw new Error('MONGODB_URI is no MongoDB connection string');
  return `${parts[1]}/${name}${parts[2] ?? ''}`;
}

async function startSharedEngine(): Promise<SharedEngine> {
  const directory = await mkdtemp(path.join(os.tmpdir(), 'pakmud-test-'));
  const mongodbUri = process.env.MONGODB_URI || undefined;
  return { directory, database: await openDatabase({ mongodbUri, dataDirectory: directory, log: quiet }) };
}

async function closeTestDatabase(uri: string): Promise<void> {
  const client = new MongoClient(uri);
  await client.db().dropDatabase();
  await client.close();
  users -= 1;
  if (users > 0 || engine === undefined) return;
  const { database, directory } = await engine;
  engine = undefined;
  await database.close();
  await rm(directory, { recursive: true, force: true });
}

function once(act: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => {
    done ??= act();
    return done;
  };
}
