// A program that uses the embedded database, for tests with several processes: `node database-user.ts <directory>`.
// Every message is a command and gets one answer: a number. 'started' counts the engines this process started.

import { setTimeout as sleep } from 'node:timers/promises';
import { MongoClient } from 'mongodb';
import { openDatabase } from '../../bot/database/open-database.ts';

/** What a test may ask of the program. */
export type Command = 'open' | 'write' | 'count' | 'started' | 'close' | 'forget';

let started = 0;
let database: Awaited<ReturnType<typeof openDatabase>> | undefined;
let client: MongoClient | undefined;

const log = {
  info: (_fields: object, message: string) => {
    if (message === 'embedded database serves') started += 1;
  },
  warn: () => {},
  error: () => {},
};

function pins() {
  if (client === undefined) throw new Error('not open');
  return client.db('shared').collection('pins');
}

/** As the program itself would: an operation that met a dying engine is done again. */
async function persist(act: () => Promise<unknown>): Promise<void> {
  for (;;) {
    try {
      await act();
      return;
    } catch {
      await sleep(20);
    }
  }
}

const commands: Record<Command, () => Promise<number>> = {
  open: async () => {
    database = await openDatabase({ mongodbUri: undefined, dataDirectory: process.argv[2] ?? '', log });
    client = new MongoClient(database.uri);
    return 0;
  },
  write: async () => {
    await persist(() => pins().insertOne({ by: process.pid }, { writeConcern: { w: 1, j: true } }));
    return 0;
  },
  count: async () => {
    let count = 0;
    await persist(async () => {
      count = await pins().countDocuments();
    });
    return count;
  },
  started: async () => started,
  close: async () => {
    await client?.close();
    await database?.close();
    return 0;
  },
  // Ends without closing the database: nothing of it may keep the process alive.
  forget: async () => {
    await client?.close();
    return 0;
  },
};

process.on('message', async (command: Command) => {
  const answer = await commands[command]();
  process.send?.(answer, undefined, undefined, () => {
    if (command === 'close' || command === 'forget') process.disconnect();
  });
});
