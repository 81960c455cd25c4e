/** A polite end (SIGTERM), as container platforms send it: what is in hand is finished, the rest is kept. */
import net from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { MongoClient } from 'mongodb';
import { Program } from '../builders/program.ts';
import { channelAccessToken, runSimulator } from '../builders/running-simulator.ts';
import { channelSecret } from '../builders/signed-request.ts';
import { openTestDatabase, type TestDatabase } from '../builders/test-database.ts';
import { until } from '../builders/until.ts';
import { personNumber } from '../builders/webhook-events.ts';

const person = personNumber(1);
/** Container platforms kill after this. Milliseconds. */
const PATIENCE = 10_000;

let database: TestDatabase;
let client: MongoClient;
let line: Awaited<ReturnType<typeof runSimulator>>;
let program: Program;
beforeAll(async () => {
  database = await openTestDatabase();
  client = new MongoClient(database.uri);
});
afterAll(async () => {
  await client.close();
  await database.close();
});
beforeEach(async () => {
  line = await runSimulator();
  await startProgram();
});
afterEach(async () => {
  await program.kill();
  await line.close();
  await client.db().dropDatabase();
});

async function startProgram(): Promise<void> {
  program = new Program(
    {
      PORT: '0',
      HOST: '127.0.0.1',
      MONGODB_URI: database.uri,
      LINE_CHANNEL_SECRET: channelSecret,
      LINE_CHANNEL_ACCESS_TOKEN: channelAccessToken,
      LINE_API_BASE_URL: line.url,
      LINE_DATA_API_BASE_URL: line.url,
    },
    'web',
  );
  line.platform.setWebhookUrl(`${await program.ready()}/webhook`);
}

const eventsIn = (state: string) => client.db().collection('inbox').countDocuments({ state });

test('with nothing to do it ends at once', async () => {
  expect(await program.stop()).toMatchObject({ code: 0, signal: null });
});

test('in the middle of a turn: the answer is given, the event ended, and the exit code is 0', async () => {
  line.platform.faults.calls = [{ kind: 'slow', endpoint: 'reply', milliseconds: 1_500 }];
  await line.platform.say(person, 'ช่วยเหลือ');
  await until('the reply is on its way', () => line.platform.callsOf('reply') === 1);
  const { took, ...exit } = await program.stop();
  expect(exit).toEqual({ code: 0, signal: null });
  expect(took).toBeLessThan(PATIENCE);
  expect(line.platform.chat(person).filter(({ from }) => from === 'bot').length).toBeGreaterThan(0);
  expect(await eventsIn('done')).toBe(1);
});

test('with more waiting than can be finished: what is left is answered after the next start', async () => {
  line.platform.faults.calls = [{ kind: 'slow', endpoint: 'reply', milliseconds: 1_000 }];
  for (const word of ['ช่วยเหลือ', 'english', 'help']) await line.platform.say(person, word);
  await until('the first reply is on its way', () => line.platform.callsOf('reply') === 1);
  expect(await program.stop()).toMatchObject({ code: 0 });
  expect(await eventsIn('waiting')).toBeGreaterThan(0);
  expect(await eventsIn('taken')).toBe(0);
  line.platform.faults.calls = [];
  await startProgram();
  await until('all is answered', async () => (await eventsIn('done')) === 3);
  expect(line.platform.callsOf('reply')).toBe(3);
});

test('somebody who holds a connection open with half a request does not hold up the end', async () => {
  line.platform.faults.calls = [{ kind: 'slow', endpoint: 'reply', milliseconds: 500 }];
  const { hostname, port } = new URL(await program.ready());
  const socket = net.connect(Number(port), hostname);
  socket.on('error', () => {});
  await new Promise<void>((resolve) =>
    socket.write('POST /webhook HTTP/1.1\r\nHost: a\r\nContent-Le', () => resolve()),
  );
  await line.platform.say(person, 'ช่วยเหลือ');
  const { took, ...exit } = await program.stop();
  socket.destroy();
  expect(exit).toEqual({ code: 0, signal: null });
  expect(took).toBeLessThan(PATIENCE);
});
