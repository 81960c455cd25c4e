// The whole circle through the simulated 1111: a case is sent, forwarded, worked on there, and the reporter confirms.
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { type Listening, listen } from '../../bot/listen.ts';
import { createPhotoKeys } from '../../bot/photos/photo-key.ts';
import { createComplaintLookUps } from '../../bot/turn/complaint-look-ups.ts';
import { createComplaintDoers } from '../../bot/turn/perform-complaints.ts';
import { forwardingOf } from '../../models/complaint-forwarding.ts';
import { runService } from '../builders/running-service.ts';
import { channelSecret } from '../builders/signed-request.ts';
import { until } from '../builders/until.ts';
import { fakeContent } from '../fakes/fake-content.ts';
import { CONTACT, complaintWorld, REPORTER, WORDS } from '../models/complaint-builder.ts';
import { connectRegisters, emptyRegisters, NOON } from '../models/register-builder.ts';
import { startService1111, TOKEN, UPDATES_SECRET } from './forward-stand.ts';

const HOUR = 3_600_000;
const timing = { lease: 20_000, sweep: HOUR, pollOutbox: 20, pollPins: HOUR };
const find = createComplaintLookUps(() => NOON, createPhotoKeys(channelSecret));
const ids = { made: 0 };
const doers = createComplaintDoers({
  now: () => NOON,
  newId: () => `id ${++ids.made}`,
  random: Math.random,
  content: fakeContent,
  forwards: (category) => category === 'copies',
});

let disconnect: () => Promise<void>;
let pin: string;
let there: Awaited<ReturnType<typeof startService1111>>;
let bot: ReturnType<typeof runService>;
let server: Listening;
beforeAll(async () => {
  disconnect = await connectRegisters();
});
afterAll(() => disconnect());
beforeEach(async () => {
  await emptyRegisters();
  ({ pin } = await complaintWorld());
  there = await startService1111(() => NOON);
  bot = runService({
    now: () => NOON,
    timing,
    forward: { url: there.url, token: TOKEN, categories: ['copies'] },
    complaintUpdatesSecret: UPDATES_SECRET,
  });
  server = await listen(bot.app, 0, '127.0.0.1');
  there.service.updatesUrl = `http://127.0.0.1:${server.port}/complaints/updates`;
});
afterEach(async () => {
  await server.close();
  await bot.stop();
  await there.close();
});

async function sendOne(category: 'copies' | 'fee'): Promise<{ code: string; forwards: boolean }> {
  const sent = await doers.sendComplaint(
    { id: `S${category}`, about: { pin }, category, words: WORDS, photos: [], contact: CONTACT },
    REPORTER,
  );
  if (sent.result !== 'sent') throw new Error(sent.result);
  return sent;
}

async function arrived(): Promise<{ code: string; number: string }> {
  const { code, forwards } = await sendOne('copies');
  expect(forwards).toBe(true);
  await until('the case is forwarded', async () => (await forwardingOf(code))?.state === 'forwarded');
  return { code, number: there.service.cases[0]?.number ?? '' };
}

const toldOf = async (collection: string, field: string) =>
  (
    await mongoose.connection
      .collection(collection)
      .find({ [field]: REPORTER })
      .toArray()
  ).map((one) => JSON.stringify(one));

test('sent, worked on, done: the reporter is told of each and asked whether it is solved; only they close', async () => {
  const { code, number } = await arrived();
  expect((await find.own(code, REPORTER))?.at1111).toEqual({ number, status: 'arrived' });
  const tell = (status: 'working' | 'done', words?: string) =>
    there.service.sendUpdate(number, { status, words });
  expect(await tell('working', 'ส่งให้หน่วยงานแล้ว')).toMatchObject({ status: 200 });
  expect(await find.own(code, REPORTER)).toMatchObject({
    state: 'received',
    at1111: { number, status: 'working' },
  });
  await until('the reporter hears by notes', async () => (await toldOf('notes', 'person')).length === 2);
  const heard = (await toldOf('notes', 'person')).join();
  expect(heard).toContain('"complaint-at-1111:working"');
  expect(heard).toContain('"ส่งให้หน่วยงานแล้ว"');
  expect(await tell('done')).toMatchObject({ status: 200 });
  const own = await find.own(code, REPORTER);
  expect(own).toMatchObject({ state: 'solved', at1111: { status: 'done' } });
  expect(own?.steps.map(({ what, by }) => `${what} ${by}`)).toEqual([
    'received reporter',
    'sent-1111 1111',
    'status-1111 1111',
    'status-1111 1111',
    'solved 1111',
  ]);
  expect((await toldOf('outbox', 'to')).filter((one) => one.includes('complaint-told:solved'))).toHaveLength(
    1,
  );
  expect(await doers.confirmSolved({ id: 'C', code }, REPORTER)).toMatchObject({ result: 'done' });
  expect((await find.own(code, REPORTER))?.state).toBe('closed');
});

test('other categories stay here', async () => {
  const { code, forwards } = await sendOne('fee');
  expect(forwards).toBe(false);
  expect(await forwardingOf(code)).toBeUndefined();
  await arrived();
  expect(there.service.cases.map(({ body }) => body.category)).toEqual(['copies']);
});

test('the measures say what waits, what failed and how old it is; they and the log name nobody', async () => {
  there.service.faults = [{ kind: 'refuse', remaining: 1 }];
  const { code } = await sendOne('copies');
  await until('the case is refused', async () => (await forwardingOf(code))?.state === 'failed');
  const response = await fetch(`http://127.0.0.1:${server.port}/metrics`);
  const metrics = await response.text();
  for (const line of [
    'pakmud_forward_waiting 0',
    'pakmud_forward_failed 1',
    'pakmud_forward_oldest_waiting_seconds 0',
    'pakmud_forward_posts_total{result="refused"} 1',
  ])
    expect(metrics).toContain(line);
  const seen = metrics + JSON.stringify(bot.lines);
  for (const secret of [REPORTER, CONTACT, WORDS, TOKEN, UPDATES_SECRET]) expect(seen).not.toContain(secret);
});

test('the page of the simulated 1111 shows the case and tells how it stands', async () => {
  const { code, number } = await arrived();
  const page = await (await fetch(`${there.origin}/1111/`)).text();
  for (const shown of [code, number, WORDS]) expect(page).toContain(shown);
  const form = await fetch(`${there.origin}/1111/cases/${number}/updates`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'words=&status=rejected',
    redirect: 'manual',
  });
  expect(form.status).toBe(303);
  expect((await find.own(code, REPORTER))?.at1111?.status).toBe('rejected');
  expect((await fetch(`${there.origin}/1111/`, { headers: { origin: 'https://evil.example' } })).status).toBe(
    403,
  );
});
