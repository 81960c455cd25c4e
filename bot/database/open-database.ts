// Gives the program a database: the server of MONGODB_URI, or else the embedded engine on the data directory.

import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { locateEngine, type Machine, type Resolve, resolveInstalled, thisMachine } from './locate-engine.ts';
import type { Log } from './log.ts';
import { stableAddress, temporaryDirectory } from './stable-address.ts';
import { USUAL_PACE } from './start-pace.ts';
import { superviseEngine } from './supervise-engine.ts';

/** A database to connect to: its URI stays the same for the process's life, even when the embedded engine is restarted. */
export type Database = { uri: string; embedded: boolean; close(): Promise<void> };

/** `mongodbUri` is used as it is; without it the documents live in `dataDirectory`, which is made if need be. */
export type DatabaseSettings = { mongodbUri: string | undefined; dataDirectory: string; log: Log };

/** What tells whether there is an engine here; tests hand in others. */
export type Surroundings = { machine: Machine; resolve: Resolve };

/**
 * Opens the database. Several processes may open the same data directory at the same time: one of them runs the
 * engine, all use it, and when it ends another takes over. `close()` stops this process's own engine cleanly and may
 * be called again. Rejects with `NoEmbeddedDatabase`, or `EngineDidNotStart` after several attempts.
 */
export async function openDatabase(
  settings: DatabaseSettings,
  surroundings: Surroundings = { machine: thisMachine(), resolve: resolveInstalled },
): Promise<Database> {
  const { mongodbUri, dataDirectory, log } = settings;
  if (mongodbUri !== undefined) return { uri: mongodbUri, embedded: false, close: async () => {} };

  const { library } = await locateEngine(surroundings.machine, surroundings.resolve);
  const engineDirectory = path.resolve(dataDirectory, 'mongodb');
  const lockDirectory = path.resolve(dataDirectory, 'mongodb-turns');
  await mkdir(engineDirectory, { recursive: true });
  const address = await stableAddress(dataDirectory);
  const place = { engineDirectory, lockDirectory, temporaryDirectory: temporaryDirectory(), library, log };
  const supervision = await superviseEngine({ ...place, address, pace: USUAL_PACE });
  return { uri: address.uri, embedded: true, close: () => supervision.close() };
}
