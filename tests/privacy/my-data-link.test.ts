/** The link to one's data: shown in the chat, stored nowhere, good for one download within ten minutes. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import request from 'supertest';
import { connectModels, disconnectModels } from '../../models/connection.ts';
import { emptyDatabase, runService } from '../builders/running-service.ts';
import { openTestDatabase, type TestDatabase } from '../builders/test-database.ts';
import { fromPerson, personNumber, somebody, textEvent } from '../builders/webhook-events.ts';
import { FakeClock } from '../fakes/fake-clock.ts';

const LINK = /https:\/\/pakmud\.example\.go\.th(\/my-data\/([\w-]{43}))/;
const MINUTE = 60_000;

let database: TestDatabase;
let clock: FakeClock;
let bot: ReturnType<typeof runService>;
beforeAll(async () => {
  database = await openTestDatabase();
  await connectModels(database.uri);
});
afterAll(async () => {
  await disconnectModels();
  await database.close();
});
beforeEach(async () => {
  await emptyDatabase();
  clock = new FakeClock();
  bot = runService({ now: clock.now });
});
afterEach(() => bot.stop());

/** Asks for the file in the chat; the path of the page and the token in it. */
async function asked(person = somebody): Promise<{ path: string; token: string }> {
  for (const words of ['ข้อมูลของฉัน', '1']) await bot.send(textEvent(words, { source: fromPerson(person) }));
  const last = JSON.stringify(bot.line.arrived.at(-1));
  const [, path = '', token = ''] = LINK.exec(last) ?? [];
  expect(token).not.toBe('');
  return { path, token };
}

const take = (path: string) => request(bot.app).post(`${path}.json`);

async function everythingStored(): Promise<string> {
  const collections = (await mongoose.connection.db?.collections()) ?? [];
  return JSON.stringify(await Promise.all(collections.map((collection) => collection.find().toArray())));
}

test('gives the data of who asked as a file that nobody on the way keeps', async () => {
  const { path } = await asked();
  const { headers, body, text } = await take(path).expect(200);
  expect(headers['content-disposition']).toBe('attachment; filename=pakmud-my-data.json');
  expect(headers['content-type']).toMatch(/^application\/json/);
  expect(headers['cache-control']).toBe('no-store');
  expect(body).toMatchObject({ lineUserId: somebody });
  expect(text).toContain('ข้อมูลของฉัน');
});

test('looking at it, as a preview does, spends nothing and shows nothing', async () => {
  const { path } = await asked();
  for (const address of [path, `${path}.json`]) {
    await request(bot.app).head(address).expect(200);
    const { text, headers } = await request(bot.app).get(address).expect(200);
    expect(text).toContain(`<form method="post" action="${path}.json">`);
    expect(text).not.toContain(somebody);
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['referrer-policy']).toBe('no-referrer');
  }
  await take(path).expect(200);
});

test('works once, also of many at the same moment', async () => {
  const { path } = await asked();
  const taken = await Promise.all(Array.from({ length: 8 }, () => take(path)));
  expect(taken.map(({ status }) => status).sort()).toEqual([200, ...Array(7).fill(410)]);
  const { text } = await take(path).expect(410);
  expect(text).not.toContain(somebody);
});

test('ends after ten minutes', async () => {
  const { path } = await asked();
  clock.advance(10 * MINUTE);
  await take(path).expect(410);
});

test('a newer one ends it', async () => {
  const first = await asked();
  const second = await asked();
  await take(first.path).expect(410);
  await take(second.path).expect(200);
});

test('a wrong one, and one that is none, get the same answer', async () => {
  await asked();
  await take(`/my-data/${'A'.repeat(43)}`).expect(410);
  await take('/my-data/short').expect(410);
  await take('/my-data/%2e%2e').expect(404);
});

test('gives nobody the data of somebody else', async () => {
  const other = personNumber(77);
  const { path } = await asked();
  await asked(other);
  const { text } = await take(path).expect(200);
  expect(text).toContain(somebody);
  expect(text).not.toContain(other);
});

test('the token stands in no document, also when the answer had to be pushed, and in no log line', async () => {
  bot.line.fates = ['accepted', 'dead-token'];
  await bot.send(textEvent('ข้อมูลของฉัน'));
  const { token } = await asked();
  expect(await everythingStored()).not.toContain(token);
  expect(await everythingStored()).toContain('secretOf');
  await take(`/my-data/${token}`).expect(200);
  expect(JSON.stringify(bot.lines)).not.toContain(token);
});
