// Two processes forward the same cases, and one is killed between the post and its note: the other side has each once.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { countForwardings, forwardingOf, putInForwarding } from '../../models/complaint-forwarding.ts';
import { connectModels, disconnectModels } from '../../models/connection.ts';
import { emptyDatabase } from '../builders/running-service.ts';
import { openTestDatabase, type TestDatabase } from '../builders/test-database.ts';
import { until } from '../builders/until.ts';
import { complaintWorld, send, stored } from '../models/complaint-builder.ts';
import { NOON } from '../models/register-builder.ts';
import { startService1111, TOKEN } from './forward-stand.ts';

const WORKER = fileURLToPath(new URL('./forward-worker.ts', import.meta.url));
const CASES = 20;
/** Half a minute of waiting is over in a moment. */
const FAST = 200;
const HOUR = 3_600_000;

let database: TestDatabase;
let there: Awaited<ReturnType<typeof startService1111>>;
let pin: string;
let workers: ChildProcess[] = [];
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
  ({ pin } = await complaintWorld());
  there = await startService1111();
});
afterEach(async () => {
  for (const worker of workers) worker.kill('SIGKILL');
  workers = [];
  await there.close();
});

async function startWorker(start: Date, speed = FAST): Promise<ChildProcess> {
  const words = [database.uri, there.url, TOKEN, String(speed), String(start.getTime())];
  const worker = fork(WORKER, words, { execArgv: [] });
  workers.push(worker);
  await once(worker, 'message');
  return worker;
}

async function end(worker: ChildProcess): Promise<unknown> {
  const ended = once(worker, 'exit');
  worker.send('stop');
  return (await ended)[0];
}

async function waiting(id: string): Promise<string> {
  const code = await send(id, { pin }, { reporter: `U${id}` });
  await putInForwarding(code, NOON);
  return code;
}

test('20 cases, two processes, and every third post going wrong: each is there once', async () => {
  const codes: string[] = [];
  for (let n = 0; n < CASES; n++) codes.push(await waiting(String(n)));
  const kinds = ['loseAnswer', 'serverError', 'loseAnswer', 'tooManyRequests'] as const;
  there.service.faults = kinds.map((kind) => ({ kind, remaining: 5 }));
  const both = [await startWorker(NOON), await startWorker(NOON)];
  await until('all are forwarded', async () => (await countForwardings()).forwarded === CASES);
  expect(await Promise.all(both.map(end))).toEqual([0, 0]);
  const { cases } = there.service;
  expect(cases.map(({ body }) => body.code).sort()).toEqual(codes.sort());
  for (const { body, number } of cases) {
    expect(await forwardingOf(body.code)).toMatchObject({ state: 'forwarded', number });
    const { steps, at1111 } = await stored(body.code);
    expect(steps.map(({ what }) => what)).toEqual(['received', 'sent-1111']);
    expect(at1111?.number).toBe(number);
  }
});

test('killed after the post and before its note, the next process finishes it; the other side took it once', async () => {
  const code = await waiting('a');
  there.service.faults = [{ kind: 'lateAnswer', milliseconds: HOUR / 60, remaining: 1 }];
  const first = await startWorker(NOON, 1);
  await until('the case is there', () => there.service.cases.length === 1);
  const ended = once(first, 'exit');
  first.kill('SIGKILL');
  await ended;
  expect(await forwardingOf(code)).toMatchObject({ state: 'waiting', attempts: 1 });
  const second = await startWorker(new Date(NOON.getTime() + HOUR), 1);
  await until('the case is forwarded', async () => (await forwardingOf(code))?.state === 'forwarded');
  expect(await end(second)).toBe(0);
  const [taken, ...others] = there.service.cases;
  expect(others).toEqual([]);
  expect(taken?.posts).toBe(2);
  expect((await stored(code)).steps.map(({ what }) => what)).toEqual(['received', 'sent-1111']);
  expect((await stored(code)).at1111?.number).toBe(taken?.number);
});

test('a stop in the middle of a post ends within its grace, and the case goes later', async () => {
  const code = await waiting('a');
  there.service.faults = [{ kind: 'noAnswer', milliseconds: HOUR / 60, remaining: 1 }];
  const first = await startWorker(NOON, 1);
  await until('the post is under way', () => there.service.posts === 1);
  expect(await end(first)).toBe(0);
  expect(await forwardingOf(code)).toMatchObject({ state: 'waiting', attempts: 1 });
});
