/** The pages and probes of the service: health, readiness, metrics, the privacy notice, and what everything else gets. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import request from 'supertest';
import { connectModels, databaseAnswers, disconnectModels } from '../../models/connection.ts';
import { keepEvents } from '../../models/inbox.ts';
import { endRun, startRun } from '../../models/job-run.ts';
import { putInOutbox } from '../../models/outbox.ts';
import { keepPushCounters } from '../../models/push-quota.ts';
import { bangkokDate } from '../../models/thai/calendar.ts';
import { entryOf } from '../builders/answers.ts';
import { emptyDatabase, runService } from '../builders/running-service.ts';
import { openTestDatabase, type TestDatabase } from '../builders/test-database.ts';
import { until } from '../builders/until.ts';
import { personNumber, textEvent } from '../builders/webhook-events.ts';
import { type DatabaseGate, openDatabaseGate } from '../fakes/database-gate.ts';
import { FakeClock } from '../fakes/fake-clock.ts';

const MINUTE = 60_000;

let database: TestDatabase;
let gate: DatabaseGate;
let clock: FakeClock;
let bot: ReturnType<typeof runService>;
beforeAll(async () => {
  database = await openTestDatabase();
  gate = await openDatabaseGate(database.uri);
  await connectModels(gate.uri);
});
afterAll(async () => {
  await disconnectModels();
  await gate.close();
  await database.close();
});
beforeEach(() => {
  clock = new FakeClock();
  bot = runService({ now: clock.now });
});
afterEach(async () => {
  gate.open();
  await until('the database is back', () => databaseAnswers(1_000));
  await bot.stop();
  await emptyDatabase();
});

const get = (path: string) => request(bot.app).get(path);
const keepOne = () =>
  keepEvents([{ id: 'a', chat: 'somebody', occurredAt: 1, body: { type: 'message' } }], clock.now());

describe('readiness', () => {
  test('ready', async () => {
    const { body } = await get('/readyz').expect(200);
    expect(body).toEqual({ ready: true });
  });

  test('an event that has waited for longer than a minute: turns are not being taken', async () => {
    await keepOne();
    clock.advance(MINUTE);
    await get('/readyz').expect(200);
    clock.advance(1);
    const { body } = await get('/readyz').expect(503);
    expect(body).toEqual({ ready: false, why: 'inbox-stuck' });
  });

  test('the database is away: not ready, alive all the same, and ready again when it is back', async () => {
    gate.shut();
    const { body } = await get('/readyz').expect(503);
    expect(body).toEqual({ ready: false, why: 'database' });
    await get('/healthz').expect(200);
    gate.open();
    await until('it is ready again', async () => (await get('/readyz')).status === 200);
  });

  test('stopping', async () => {
    await bot.stop();
    const { body } = await get('/readyz').expect(503);
    expect(body).toEqual({ ready: false, why: 'stopping' });
    await get('/healthz').expect(200);
  });
});

test('alive', async () => {
  const { body } = await get('/healthz').expect(200);
  expect(body).toEqual({ alive: true });
});

describe('metrics', () => {
  const series = [
    'pakmud_inbox_oldest_waiting_seconds',
    'pakmud_outbox_oldest_unsent_seconds',
    'pakmud_webhooks_total',
    'pakmud_events_total',
    'pakmud_turns_total',
    'pakmud_turn_seconds_bucket',
    'pakmud_deliveries_total',
    'process_cpu_seconds_total',
    'nodejs_eventloop_lag_seconds',
  ];

  test('have every series, and none names a person', async () => {
    const person = personNumber(0xdeadbeef);
    await bot.send(textEvent('คำลับ', { source: { type: 'user', userId: person } }));
    const { text, headers } = await get('/metrics').expect(200);
    expect(headers['content-type']).toMatch(/^text\/plain; version=/);
    for (const name of series) expect(text).toContain(`\n${name}`);
    expect(text).toContain('pakmud_turns_total{result="answered"} 1');
    expect(text).toContain('pakmud_deliveries_total{way="reply",result="accepted"} 1');
    expect(text).toContain('pakmud_turn_seconds_count 1');
    expect(text).not.toContain(person);
    expect(text).not.toContain('คำลับ');
  });

  test('tell how long the oldest event and the oldest message wait', async () => {
    await keepOne();
    await putInOutbox(entryOf('สวัสดี'), new Date(clock.now().getTime() - 5_000));
    clock.advance(7_000);
    const { text } = await get('/metrics').expect(200);
    expect(text).toContain('\npakmud_inbox_oldest_waiting_seconds 7\n');
    expect(text).toContain('\npakmud_outbox_oldest_unsent_seconds 12\n');
  });

  test('tell of the reminders that are held, and of the pushes left where something limits them', async () => {
    expect((await get('/metrics').expect(200)).text).not.toContain('\npakmud_pushes_left{');
    await keepPushCounters({ limit: 500, used: 100, budget: 400 }, clock.now());
    const day = bangkokDate(clock.now());
    const held = { day, items: [], urgency: 1, fence: 0, createdAt: clock.now() };
    await mongoose.connection.collection<{ _id: string }>('reminder_claims').insertMany(
      [
        { person: 'a', state: 'held' },
        { person: 'b', state: 'said' },
        { person: 'c', state: 'held' },
      ].map((claim) => ({ _id: `${day}:${claim.person}`, ...held, ...claim })),
    );
    const { text } = await get('/metrics').expect(200);
    expect(text).toContain('\npakmud_reminders_held 2\n');
    expect(text).toContain('\npakmud_pushes_left{channel="line"} 300\n');
  });

  test('tell since when each job has not ended well: since it did last, first began, or the service did', async () => {
    const run = (job: string, fence: number) => ({ job, fence, holder: 'test' });
    const begins = (job: string, fence: number) =>
      startRun(run(job, fence), { asOf: clock.now(), startedAt: clock.now() });
    clock.advance(10_000);
    for (const job of ['send-reminders', 'send-digests']) await begins(job, 1);
    await endRun(run('send-digests', 1), { endedAt: clock.now(), counts: {} });
    clock.advance(5_000);
    await endRun(run('send-reminders', 1), { endedAt: clock.now(), error: 'no' });
    await begins('send-reminders', 2);
    clock.advance(2_000);
    const { text } = await get('/metrics').expect(200);
    expect(text).toContain('\npakmud_job_seconds_since_success{job="send-digests"} 7\n');
    expect(text).toContain('\npakmud_job_seconds_without_success{job="send-reminders"} 7\n');
    expect(text).toContain('\npakmud_job_seconds_without_success{job="escalate-complaints"} 17\n');
    expect(text).not.toContain('pakmud_job_seconds_without_success{job="send-digests"}');
    expect(text).not.toContain('pakmud_job_seconds_since_success{job="send-reminders"}');
  });

  test('what counts is still told while the database is away, when it is needed most', async () => {
    await bot.send(textEvent('ช่วยเหลือ'));
    gate.shut();
    const { text } = await get('/metrics').expect(200);
    expect(text).toContain('pakmud_webhooks_total{result="kept"} 1');
  });
});

describe('the privacy notice', () => {
  test('stands in both languages on one page, and says which version it is', async () => {
    const { text, headers } = await get('/privacy').expect(200);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(text).toMatch(/<section lang="th"><h1>ประกาศความเป็นส่วนตัว ฉบับที่ \d+<\/h1>/);
    expect(text).toMatch(/<section lang="en"><h1>Privacy notice, version \d+<\/h1>/);
    expect(text.match(/<h2>/g)?.length).toBeGreaterThanOrEqual(8);
  });

  test('needs nothing from elsewhere, and runs nothing', async () => {
    const { text } = await get('/privacy').expect(200);
    expect(text).not.toMatch(/<script|src=|@import|url\(/);
  });
});

describe('every answer', () => {
  test.each(['/healthz', '/readyz', '/metrics', '/privacy', '/nothing-here'])(
    '%s carries the headers of a careful server',
    async (path) => {
      const { headers } = await get(path);
      expect(headers['content-security-policy']).toContain("default-src 'self'");
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['x-frame-options']).toBe('SAMEORIGIN');
      expect(headers['referrer-policy']).toBe('no-referrer');
      expect(headers['strict-transport-security']).toContain('max-age=');
      expect(headers['x-powered-by']).toBeUndefined();
    },
  );

  test.each([
    ['GET', '/'],
    ['GET', '/webhook'],
    ['PUT', '/webhook'],
    ['POST', '/healthz'],
    ['GET', '/page/api/personas'],
    ['GET', '/v2/bot/info'],
    ['GET', '/..%2f..%2fpackage.json'],
    ['GET', '/%00'],
  ] as const)('%s %s: 404 as JSON', async (method, path) => {
    const answer = await (method === 'GET'
      ? get(path)
      : request(bot.app)[method === 'PUT' ? 'put' : 'post'](path));
    expect(answer.status).toBe(404);
    expect(answer.body).toEqual({ error: 'not-found' });
  });

  test('an address that cannot be read is nobody’s failure', async () => {
    const { status } = await get('/%E0%A4%A');
    expect([400, 404]).toContain(status);
    expect(bot.lines.filter(({ level }) => level >= 50)).toEqual([]);
  });
});
