// The program without any settings: cases go to the simulated 1111 beside the simulated LINE, and its word comes back.
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { z } from 'zod';
import { readConfig } from '../../bot/config.ts';
import { createLog } from '../../bot/log.ts';
import { type Running, start } from '../../bot/start.ts';
import { forwardingOf, putInForwarding } from '../../models/complaint-forwarding.ts';
import { openTestDatabase, type TestDatabase } from '../builders/test-database.ts';
import { until } from '../builders/until.ts';
import { complaintWorld, send, stored } from '../models/complaint-builder.ts';

const shownCases = z.array(z.looseObject({ number: z.string() }));

let database: TestDatabase;
let running: Running | undefined;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterEach(async () => {
  await running?.stop();
  running = undefined;
});
afterAll(() => database.close());

test('a case is forwarded to the page beside the chat, and an update from there reaches it', async () => {
  const config = readConfig({
    PORT: '0',
    HOST: '127.0.0.1',
    SIMULATOR_PORT: '0',
    MONGODB_URI: database.uri,
    LOG_LEVEL: 'silent',
  });
  expect(config.forward).toBeUndefined();
  const world = { now: () => new Date(), random: Math.random, newId: randomUUID, log: createLog('silent') };
  running = await start(config, { web: true, jobs: false }, world);
  const { pin } = await complaintWorld();
  const code = await send('a', { pin }, { at: new Date() });
  await putInForwarding(code, new Date());
  await until('the case is forwarded', async () => (await forwardingOf(code))?.state === 'forwarded');
  const page = `${running.simulation?.url}/1111`;
  const [taken] = shownCases.parse(await (await fetch(`${page}/cases`)).json());
  expect(taken).toMatchObject({ body: { code }, status: 'received' });
  const sent = await fetch(`${page}/cases/${taken?.number}/updates`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ status: 'done', words: 'เรียบร้อย' }),
  });
  expect(await sent.json()).toMatchObject({ status: 200 });
  expect(await stored(code)).toMatchObject({ state: 'solved', at1111: { number: taken?.number } });
});
