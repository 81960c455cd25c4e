/** Emptying the outbox: one retry key for one message, patience with LINE, and an end that people can see. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { backoff } from '../../bot/line/send-outbox.ts';
import { connectModels, disconnectModels } from '../../models/connection.ts';
import { claimDueMessage, putInOutbox } from '../../models/outbox.ts';
import { entryOf } from '../builders/answers.ts';
import {
  LEASE,
  type OutboxRow,
  outboxEmptied,
  outboxRows,
  runDelivery,
} from '../builders/running-delivery.ts';
import { emptyDatabase } from '../builders/running-service.ts';
import { openTestDatabase, type TestDatabase } from '../builders/test-database.ts';
import { until } from '../builders/until.ts';
import { personNumber } from '../builders/webhook-events.ts';
import { FakeClock } from '../fakes/fake-clock.ts';
import { FakeLine } from '../fakes/fake-line.ts';

const SECOND = 1_000;
const HOUR = 3_600 * SECOND;
const DAY = 24 * HOUR;

let database: TestDatabase;
let clock: FakeClock;
let line: FakeLine;
const running: ReturnType<typeof runDelivery>[] = [];
beforeAll(async () => {
  database = await openTestDatabase();
  await connectModels(database.uri);
});
afterAll(async () => {
  await disconnectModels();
  await database.close();
});
beforeEach(() => {
  clock = new FakeClock();
  line = new FakeLine(clock.now);
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((delivery) => delivery.stop()));
  await emptyDatabase();
});

const start = () => running.push(runDelivery(line, clock.now));

async function theRow(): Promise<OutboxRow> {
  const [row] = await outboxRows();
  if (!row) throw new Error('the outbox is empty');
  return row;
}

/** Until the message is postponed (or ended) after the `n`th try. */
async function tried(n: number): Promise<OutboxRow> {
  await until(`${n} tries`, async () => {
    const { attempts, state, dueAt } = await theRow();
    const inHand = dueAt.getTime() === clock.now().getTime() + LEASE;
    return attempts >= n && (state !== 'waiting' || !inHand);
  });
  return theRow();
}

/** Lets time pass from try to try until the message is given up. */
async function untilGivenUp(): Promise<OutboxRow> {
  for (let tries = 1; ; tries += 1) {
    const row = await tried(tries);
    if (row.state !== 'waiting') return row;
    clock.advance(row.dueAt.getTime() - clock.now().getTime());
  }
}

describe('trying again', () => {
  test.each(['unclear', 'rate'] as const)('after %s, later and later, each time the same', async (fate) => {
    const entry = entryOf('สวัสดี');
    await putInOutbox(entry, clock.now());
    line.fates = [fate, fate, fate];
    start();
    const waits: number[] = [];
    for (let tries = 1; tries <= 3; tries += 1) {
      const { dueAt } = await tried(tries);
      waits.push(dueAt.getTime() - clock.now().getTime());
      clock.advance(waits.at(-1) ?? 0);
    }
    await outboxEmptied();
    expect(waits).toEqual([SECOND, 2 * SECOND, 4 * SECOND]);
    expect(line.calls).toHaveLength(4);
    const [first] = line.calls;
    for (const call of line.calls) {
      expect(call).toMatchObject({ way: 'push', to: entry.to, retryKey: entry.retryKey });
      expect(call.messages).toEqual(first?.messages);
    }
    expect(await theRow()).toMatchObject({ state: 'sent', attempts: 4 });
  });

  test('nothing is tried before its time', async () => {
    await putInOutbox(entryOf('สวัสดี'), clock.now());
    line.fates = ['unclear'];
    start();
    const { dueAt } = await tried(1);
    clock.advance(dueAt.getTime() - clock.now().getTime() - 1);
    await putInOutbox(entryOf('ถัดไป'), clock.now());
    await until('the other one is sent', () => line.arrived.length === 1);
    expect(line.calls).toHaveLength(2);
  });

  test('an answer lost after LINE took the push: the next try meets its key, and it is said once', async () => {
    await putInOutbox(entryOf('สวัสดี'), clock.now());
    line.fates = ['lost'];
    start();
    await tried(1);
    clock.advance(SECOND);
    await outboxEmptied();
    expect(line.calls).toHaveLength(2);
    expect(line.arrived).toHaveLength(1);
    expect(await theRow()).toMatchObject({ state: 'sent' });
  });

  test('a process that died with a push in hand: another takes it up with the same key', async () => {
    await putInOutbox(entryOf('สวัสดี'), clock.now());
    const claim = await claimDueMessage({ holder: 'dead', now: clock.now(), leaseMilliseconds: LEASE });
    await line.push(claim?.to ?? '', [], claim?.retryKey ?? '');
    start();
    clock.advance(LEASE);
    await outboxEmptied();
    expect(line.calls).toHaveLength(2);
    expect(line.arrived).toHaveLength(1);
  });

  test('two processes send each of 60 messages once', async () => {
    for (let n = 0; n < 60; n += 1) await putInOutbox(entryOf('สวัสดี', { to: personNumber(n) }), clock.now());
    start();
    start();
    await outboxEmptied();
    expect(line.calls).toHaveLength(60);
    expect(new Set(line.calls.map((call) => call.way === 'push' && call.to)).size).toBe(60);
  });
});

describe('giving up', () => {
  test.each(['unclear', 'rate'] as const)('after a day of %s, as expired', async (fate) => {
    await putInOutbox(entryOf('สวัสดี'), clock.now());
    const begun = clock.now().getTime();
    line.usualFate = fate;
    start();
    const row = await untilGivenUp();
    expect(row).toMatchObject({ state: 'failed', failure: { reason: 'expired' } });
    expect(row.failure?.message).toContain(fate);
    for (const { at } of line.calls) expect(at.getTime() - begun).toBeLessThanOrEqual(DAY);
    expect(line.calls.length).toBeGreaterThan(24);
  });

  test('a used-up quota is asked for hourly, and named as the reason', async () => {
    await putInOutbox(entryOf('สวัสดี'), clock.now());
    line.usualFate = 'quota';
    start();
    const { dueAt } = await tried(1);
    expect(dueAt.getTime() - clock.now().getTime()).toBe(HOUR);
    expect(await untilGivenUp()).toMatchObject({ state: 'failed', failure: { reason: 'quota' } });
    expect(line.calls).toHaveLength(25);
  });

  test('a new month in time sends what waited for it', async () => {
    await putInOutbox(entryOf('สวัสดี'), clock.now());
    line.fates = ['quota', 'quota'];
    start();
    expect(await untilGivenUp()).toMatchObject({ state: 'sent', attempts: 3 });
  });

  test('a message LINE refuses is not tried again; its words are kept', async () => {
    await putInOutbox(entryOf('สวัสดี'), clock.now());
    line.fates = [{ result: 'refused', status: 400, message: '{"message":"Failed to send messages"}' }];
    start();
    await outboxEmptied();
    expect(await theRow()).toMatchObject({
      state: 'failed',
      attempts: 1,
      failure: { reason: 'refused', status: 400, message: '{"message":"Failed to send messages"}' },
    });
    expect(line.calls).toHaveLength(1);
  });

  test('one bad message holds up no other', async () => {
    await putInOutbox(entryOf('', { saying: { messages: 'nonsense' } }), clock.now());
    await putInOutbox(entryOf('สวัสดี'), clock.now());
    start();
    await outboxEmptied();
    expect((await outboxRows()).map(({ state }) => state)).toEqual(['failed', 'sent']);
  });

  test('after a day’s standstill an unclear push is not repeated: LINE has forgotten its key', async () => {
    await putInOutbox(entryOf('สวัสดี'), clock.now());
    line.fates = ['lost'];
    start();
    await tried(1);
    clock.advance(DAY + HOUR);
    await outboxEmptied();
    expect(await theRow()).toMatchObject({ state: 'failed', failure: { reason: 'expired' } });
    expect(line.calls).toHaveLength(1);
  });
});

describe('how long to wait', () => {
  const anyTry = fc.integer({ min: 1, max: 2_000 });
  const anyChance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

  test('doubles from a second to an hour, spread by a quarter', () => {
    fc.assert(
      fc.property(anyTry, anyChance, (attempts, chance) => {
        const middle = Math.min(HOUR, SECOND * 2 ** (attempts - 1));
        const wait = backoff(attempts, chance);
        expect(Number.isInteger(wait)).toBe(true);
        expect(wait).toBeGreaterThanOrEqual(Math.round(middle * 0.75));
        expect(wait).toBeLessThanOrEqual(Math.round(middle * 1.25));
      }),
    );
  });

  test('is never shorter after one try more', () => {
    fc.assert(
      fc.property(anyTry, anyChance, (attempts, chance) => {
        expect(backoff(attempts + 1, chance)).toBeGreaterThanOrEqual(backoff(attempts, chance));
      }),
    );
  });
});
