/** Two processes on one inbox: every event once, and each person's in order. */

import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { connectModels, disconnectModels } from '../../models/connection.ts';
import { keepEvents } from '../../models/inbox.ts';
import { openTestDatabase, type TestDatabase } from '../builders/test-database.ts';

const WORKER = fileURLToPath(new URL('./inbox-worker.ts', import.meta.url));
const PEOPLE = 30;
const EVENTS = 300;

let database: TestDatabase;
let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(path.join(os.tmpdir(), 'pakmud-inbox-'));
  database = await openTestDatabase();
  await connectModels(database.uri);
});
afterAll(async () => {
  await disconnectModels();
  await database.close();
  await rm(directory, { recursive: true, force: true });
});

async function startWorker(journal: string) {
  const worker = fork(WORKER, [database.uri, journal], { execArgv: [] });
  await once(worker, 'message');
  return worker;
}

/** The events as they come out of the mixing of 30 people's, the later ones often first. */
function shuffledEvents() {
  const events = Array.from({ length: EVENTS }, (_, index) => ({
    // Ids in the opposite order, so that only the instants can tell which comes first.
    id: `event-${(EVENTS - index).toString().padStart(4, '0')}`,
    chat: `person-${index % PEOPLE}`,
    occurredAt: index,
    body: { type: 'message' },
  }));
  return events.sort((one, other) => ((one.occurredAt * 7) % 31) - ((other.occurredAt * 7) % 31));
}

test('300 events of 30 people, each taken once and every person’s in order', async () => {
  const journal = path.join(directory, 'journal');
  const workers = await Promise.all([startWorker(journal), startWorker(journal)]);
  await keepEvents(shuffledEvents(), new Date(Date.now() - 1_000));
  const ended = workers.map((worker) => once(worker, 'exit'));
  for (const worker of workers) worker.send('go');
  expect((await Promise.all(ended)).map(([code]) => code)).toEqual([0, 0]);

  const lines = (await readFile(journal, 'utf8')).trim().split('\n').map(parts);
  const took = lines.filter(({ what }) => what === 'took');
  expect(new Set(took.map(({ id }) => id)).size).toBe(EVENTS);
  expect(took).toHaveLength(EVENTS);
  expect(new Set(took.map(({ pid }) => pid)).size).toBe(2);
  for (const chat of new Set(took.map((line) => line.chat))) {
    const own = lines.filter((line) => line.chat === chat);
    const inOrder = own
      .map(({ id }) => id)
      .sort()
      .reverse();
    // Took, ended, took, ended: never two at once, and by the instants of the events.
    expect(own.map(({ id }) => id)).toEqual(inOrder);
    expect(own.map(({ what }) => what)).toEqual(own.map((_, index) => (index % 2 ? 'ends' : 'took')));
  }
});

function parts(line: string) {
  const [what = '', chat = '', id = '', pid = ''] = line.split(' ');
  return { what, chat, id, pid };
}
