/** One message to many with one call: once whatever happens, not after its time, and at LINE's pace; and the counters. */
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { inTurns } from '../../bot/line/in-turns.ts';
import { watchQuota } from '../../bot/line/watch-quota.ts';
import { connectModels, disconnectModels } from '../../models/connection.ts';
import { noteLeft } from '../../models/left-person.ts';
import { claimDueMessage, putInOutbox, putManyInOutbox } from '../../models/outbox.ts';
import { answers } from '../../models/personal-data-chat.ts';
import { keepPushCounters, pushesLeft } from '../../models/push-quota.ts';
import { entryOf } from '../builders/answers.ts';
import { LEASE, outboxEmptied, outboxRows, runDelivery } from '../builders/running-delivery.ts';
import { runSimulator } from '../builders/running-simulator.ts';
import { openTestDatabase, type TestDatabase } from '../builders/test-database.ts';
import { until } from '../builders/until.ts';
import { personNumber } from '../builders/webhook-events.ts';
import { FakeClock } from '../fakes/fake-clock.ts';
import { FakeLine } from '../fakes/fake-line.ts';
import { keptLog } from '../fakes/kept-log.ts';
import { emptyDatabase, raw } from '../jobs/reminder-country.ts';

const HOUR = 3_600_000;
const people = Array.from({ length: 500 }, (_, index) => personNumber(index + 1));
const messages = [{ type: 'text' as const, text: 'สวัสดี' }];

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
beforeEach(async () => {
  await emptyDatabase();
  clock = new FakeClock();
  line = new FakeLine(clock.now);
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((delivery) => delivery.stop()));
});

const start = () => running.push(runDelivery(line, clock.now));
const later = (milliseconds: number) => new Date(clock.now().getTime() + milliseconds);
const toMany = (recipients: string[], sendBefore = later(HOUR)) => {
  const { to: _to, ...entry } = entryOf('สวัสดี');
  return { ...entry, recipients, sendBefore };
};

describe('in the outbox', () => {
  test('500 people are one call, with its retry key', async () => {
    const entry = toMany(people);
    await putManyInOutbox(entry, clock.now());
    await putManyInOutbox({ ...entry, recipients: people.slice(0, 3) }, clock.now());
    start();
    await outboxEmptied();
    expect(line.calls).toMatchObject([{ way: 'multicast', to: people, retryKey: entry.retryKey }]);
  });

  test('one person is a plain push, nobody is nothing', async () => {
    await putManyInOutbox(toMany(people.slice(0, 1)), clock.now());
    await putManyInOutbox(toMany([]), clock.now());
    start();
    await outboxEmptied();
    expect(line.calls).toMatchObject([{ way: 'push', to: people[0] }]);
  });

  test('an answer lost after LINE took it: the next try meets its key', async () => {
    await putManyInOutbox(toMany(people), clock.now());
    line.fates = ['lost'];
    start();
    await until('it was tried', async () => {
      const [row] = await outboxRows();
      return row?.attempts === 1 && row.dueAt.getTime() !== clock.now().getTime() + LEASE;
    });
    clock.advance(2_000);
    await outboxEmptied();
    expect(line.calls).toHaveLength(2);
    expect(line.arrived).toHaveLength(1);
  });

  test('a process that died with it in hand: another takes it up with the same key', async () => {
    await putManyInOutbox(toMany(people), clock.now());
    const claim = await claimDueMessage({ holder: 'dead', now: clock.now(), leaseMilliseconds: LEASE });
    await line.multicast(claim?.recipients ?? [], [], claim?.retryKey ?? '');
    start();
    clock.advance(LEASE);
    await outboxEmptied();
    expect(line.arrived).toHaveLength(1);
  });

  test('what its time has passed for is not sent, nor tried again beyond it', async () => {
    await putManyInOutbox(toMany(people, later(0)), clock.now());
    await putManyInOutbox(toMany(people, later(HOUR / 2)), clock.now());
    line.usualFate = 'quota';
    start();
    await outboxEmptied();
    expect(line.calls).toHaveLength(1);
    expect((await outboxRows()).map(({ failure }) => failure?.reason).sort()).toEqual(['expired', 'quota']);
  });

  test('who is erased goes out of it; the others get it', async () => {
    await putManyInOutbox(toMany(people.slice(0, 3)), clock.now());
    const person = people[1] ?? '';
    expect(await answers.show(person, clock.now())).toHaveLength(1);
    await answers.erase({
      person,
      id: 'e',
      pseudonym: 'erased:x',
      replace: (words) => words,
      now: clock.now(),
    });
    start();
    await outboxEmptied();
    expect(line.calls).toMatchObject([{ to: [people[0], people[2]] }]);
  });

  test('a plain push to who has left is still given up', async () => {
    const to = people[0] ?? '';
    await raw('people').insertOne({ _id: to, roles: [] });
    await noteLeft(to, clock.now());
    await putInOutbox(entryOf('สวัสดี', { to }), clock.now());
    start();
    await outboxEmptied();
    expect(line.calls).toEqual([]);
  });
});

test('turns are taken one after another', async () => {
  const turn = inTurns(20);
  const begun = performance.now();
  await Promise.all([turn(), turn(), turn(), turn()]);
  expect(performance.now() - begun).toBeGreaterThanOrEqual(58);
});

describe('at the simulated LINE', () => {
  test('a multicast repeated with its key is accepted and said once; its counters say what it cost', async () => {
    const simulated = await runSimulator({ monthlyQuota: 600 });
    try {
      simulated.platform.addFollowers(people);
      const key = randomUUID();
      expect(await simulated.client.multicast(people, messages, key)).toEqual({ result: 'accepted' });
      expect(await simulated.client.multicast(people, messages, key)).toEqual({ result: 'accepted' });
      expect(simulated.platform.chat(people[7] ?? '')).toHaveLength(1);
      expect(await simulated.client.pushQuota()).toEqual({ limit: 600, used: 500 });
      expect(await simulated.client.multicast(people, messages, randomUUID())).toEqual({ result: 'quota' });
      expect(await simulated.client.multicast(['nobody'], messages, randomUUID())).toMatchObject({
        result: 'refused',
      });
      simulated.platform.quota.limit = null;
      expect(await simulated.client.pushQuota()).toEqual({ used: 500 });
      simulated.platform.faults.calls = [{ kind: 'serverError', endpoint: 'quota' }];
      expect(await simulated.client.pushQuota()).toBeUndefined();
    } finally {
      await simulated.close();
    }
  });
});

describe('the pushes left', () => {
  const now = () => new Date('2021-01-20T03:00:00Z');

  test('nothing is known before LINE was asked, nor where nothing limits', async () => {
    expect(await pushesLeft(now())).toBeUndefined();
    await keepPushCounters({ used: 100 }, now());
    expect(await pushesLeft(now())).toBeUndefined();
  });

  test.each<[string, Parameters<typeof keepPushCounters>[0], number]>([
    ['LINE’s limit', { limit: 500, used: 188 }, 312],
    ['the budget where it is less', { limit: 500, used: 188, budget: 200 }, 12],
    ['LINE’s limit where the budget is more', { limit: 500, used: 188, budget: 900 }, 312],
    ['the budget where LINE has no limit', { used: 188, budget: 200 }, 12],
    ['never less than none', { limit: 500, used: 600 }, 0],
  ])('%s', async (_, counters, left) => {
    await keepPushCounters(counters, now());
    expect(await pushesLeft(now())).toBe(left);
  });

  test('what waits or went out since the counters were read is counted by recipients', async () => {
    await keepPushCounters({ limit: 500, used: 0 }, now());
    await putManyInOutbox(toMany(people.slice(0, 20)), now());
    await putInOutbox(entryOf('สวัสดี'), now());
    expect(await pushesLeft(now())).toBe(479);
    await raw('outbox').updateMany(
      {},
      { $set: { state: 'sent', endedAt: new Date('2021-01-20T02:59:00Z') } },
    );
    expect(await pushesLeft(now())).toBe(500);
  });

  test('a new month of Japan begins at nought', async () => {
    await keepPushCounters({ limit: 500, used: 500 }, new Date('2021-01-31T14:50:00Z'));
    expect(await pushesLeft(new Date('2021-01-31T14:59:00Z'))).toBe(0);
    expect(await pushesLeft(new Date('2021-01-31T15:01:00Z'))).toBe(500);
  });

  test('are read again and again; a LINE that does not answer changes nothing', async () => {
    line.quota = { limit: 500, used: 10 };
    const { log } = keptLog();
    const stop = watchQuota({ line, budget: 100, now, pollMilliseconds: 5, log });
    await until('they are read', async () => (await pushesLeft(now())) === 90);
    line.quota = { limit: 500, used: 40 };
    await until('they are read again', async () => (await pushesLeft(now())) === 60);
    line.quota = undefined;
    await stop();
    expect(await pushesLeft(now())).toBe(60);
  });
});
