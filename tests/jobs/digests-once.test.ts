/** Digests come once, wherever a process dies or stands still; to who is talking for nothing; within the quota and the day. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { sendDigests } from '../../jobs/send-digests.ts';
import { connectModels, disconnectModels } from '../../models/connection.ts';
import { putHolidays } from '../../models/holiday.ts';
import { keepPushCounters } from '../../models/push-quota.ts';
import { outboxEmptied, runDelivery } from '../builders/running-delivery.ts';
import { openTestDatabase, type TestDatabase } from '../builders/test-database.ts';
import { personNumber } from '../builders/webhook-events.ts';
import { at, CountingLine, emptyDatabase, pinOf, putDeadline, putOffices, raw } from './reminder-country.ts';
import { JobProcesses, killedAt, pausedAt } from './reminder-processes.ts';

/** The last week of a deadline that ends on a Sunday; a Monday. */
const DAY = '2021-01-25';
const SEEDED = at('2021-01-01', 12);

let database: TestDatabase;
let clock: Date;
let line: CountingLine;
let processes: JobProcesses;
beforeAll(async () => {
  database = await openTestDatabase();
  await connectModels(database.uri);
});
afterAll(async () => {
  await disconnectModels();
  await database.close();
});
beforeEach(startAfresh);

async function startAfresh(): Promise<void> {
  await emptyDatabase();
  clock = at(DAY, 8, 30);
  line = new CountingLine(() => clock);
  processes = new JobProcesses();
  await putOffices(5);
  await putDeadline('wide', {});
}

/** Coordinators of the whole country. */
async function putCoordinators(people: readonly { n: number; talkedAt?: Date }[]): Promise<void> {
  const role = { role: 'coordinator', scope: 'country', key: 'coordinator:country' };
  await raw('people').insertMany(
    people.map(({ n }) => ({
      _id: personNumber(n),
      roles: [{ ...role, since: SEEDED, by: 'manage', change: `seed ${n}` }],
    })),
  );
  await raw('conversations').insertMany(
    people.map(({ n, talkedAt = SEEDED }) => ({
      _id: personNumber(n),
      revision: 1,
      state: { language: n % 2 === 0 ? 'en' : 'th' },
      lastTurn: null,
      updatedAt: talkedAt,
    })),
  );
}

/** Six, of whom the first two are talking. */
const six = () =>
  putCoordinators(
    Array.from({ length: 6 }, (_, index) => ({
      n: index + 1,
      ...(index < 2 && { talkedAt: at(DAY, 8, 28) }),
    })),
  );

async function deliver(): Promise<void> {
  const delivery = runDelivery(line, () => clock);
  await outboxEmptied();
  await delivery.stop();
}

async function runAt(now: Date): Promise<Record<string, number>> {
  clock = now;
  const counts = await processes.run(sendDigests, now);
  await deliver();
  return counts;
}

/** What each got when the day goes on undisturbed and nobody says a word more. */
async function whatAllGot(): Promise<number[]> {
  await deliver();
  for (const minutes of [40, 70, 80, 100]) await runAt(new Date(at(DAY, 8).getTime() + minutes * 60_000));
  return [...line.countsOn(DAY).values()];
}

const EACH_ONE = Array.from({ length: 6 }, () => 1);

describe('at every single write', () => {
  test.each(['before', 'after'] as const)(
    'killed %s it: each person gets one message',
    async (when) => {
      let isKilled = true;
      for (let nth = 1; isKilled; nth += 1) {
        await startAfresh();
        await six();
        isKilled = await killedAt(nth, when, () => processes.run(sendDigests, clock));
        expect({ nth, got: await whatAllGot() }).toEqual({ nth, got: EACH_ONE });
        expect(isKilled || nth > 4).toBe(true);
      }
    },
    120_000,
  );

  test('paused before it while another process does the whole run: each person gets one message', async () => {
    let isPaused = true;
    for (let nth = 1; isPaused; nth += 1) {
      await startAfresh();
      await six();
      isPaused = await pausedAt(
        nth,
        () => processes.runUnaware(sendDigests, clock),
        async () => {
          await processes.runUnaware(sendDigests, clock);
          await deliver();
        },
      );
      expect({ nth, got: await whatAllGot() }).toEqual({ nth, got: EACH_ONE });
      expect(isPaused || nth > 4).toBe(true);
    }
  }, 120_000);

  test('what is claimed stands in the database before anything is handed over', async () => {
    await six();
    await killedAt(1, 'after', () => processes.run(sendDigests, clock));
    expect(await raw('digests').countDocuments({ slot: DAY, 'claim.retryKey': { $exists: true } })).toBe(6);
    expect(await raw('outbox').countDocuments()).toBe(0);
    expect(await raw('notes').countDocuments()).toBe(0);
  });
});

describe('who is in a conversation', () => {
  const key = async () => (await raw('notes').findOne({ person: personNumber(1) }))?._id ?? '';
  const talking = async () => {
    await putCoordinators([
      { n: 1, talkedAt: at(DAY, 8, 25) },
      { n: 2, talkedAt: at(DAY, 8, 19) },
    ]);
    expect(await runAt(at(DAY, 8, 30))).toMatchObject({ sent: 1, noted: 1 });
  };

  test('gets it with the next reply, for nothing', async () => {
    await talking();
    expect(line.countsOn(DAY)).toEqual(new Map([[2, 1]]));
    await raw('notes').updateOne({ _id: await key() }, { $set: { saidAt: at(DAY, 8, 33) } });
    for (const minute of [40, 50]) await runAt(at(DAY, 8, minute));
    await runAt(at(DAY, 9, 10));
    expect(line.countsOn(DAY)).toEqual(new Map([[2, 1]]));
    expect(await raw('digests').countDocuments({ claim: { $exists: true } })).toBe(0);
  });

  test('without another word gets it as a push half an hour later', async () => {
    await talking();
    await runAt(at(DAY, 9));
    expect(line.countsOn(DAY).has(1)).toBe(false);
    await runAt(at(DAY, 9, 10));
    await runAt(at(DAY, 9, 20));
    expect(line.countsOn(DAY)).toEqual(
      new Map([
        [2, 1],
        [1, 1],
      ]),
    );
    expect(await raw('notes').countDocuments()).toBe(0);
  });

  test('whose answer was stored with it by a process that then died is not told again', async () => {
    await talking();
    const note = await key();
    await raw('conversations').updateOne(
      { _id: personNumber(1) },
      { $set: { lastTurn: { eventId: 'e', note } } },
    );
    await runAt(at(DAY, 9, 10));
    expect(line.countsOn(DAY)).toEqual(new Map([[2, 1]]));
  });

  test.each<[string, Record<string, unknown>]>([
    ['coordinates nothing any more', { $set: { roles: [] } }],
    ['has left', { $set: { blockedAt: at(DAY, 8, 50) } }],
  ])('and %s before the push gets none', async (_, change) => {
    await talking();
    await raw('people').updateOne({ _id: personNumber(1) }, change);
    await runAt(at(DAY, 9, 10));
    expect(line.countsOn(DAY)).toEqual(new Map([[2, 1]]));
  });
});

describe('the quota', () => {
  test('what there is no push for is held, and comes when there is room on the same day', async () => {
    await six();
    await keepPushCounters({ limit: 500, used: 100, budget: 102 }, at(DAY, 8, 25));
    expect(await runAt(at(DAY, 8, 30))).toMatchObject({ sent: 2, noted: 2, held: 2 });
    expect(await runAt(at(DAY, 8, 40))).toMatchObject({ sent: 0, held: 2 });
    await keepPushCounters({ limit: 500, used: 102, budget: 300 }, at(DAY, 8, 45));
    await runAt(at(DAY, 8, 50));
    await runAt(at(DAY, 9, 10));
    expect([...line.countsOn(DAY).values()]).toEqual(EACH_ONE);
  });

  test('what LINE refuses until the evening is given up, and the next one says what that would have said', async () => {
    await putCoordinators([{ n: 1 }]);
    await runAt(at('2021-01-18', 9));
    line.usualFate = 'quota';
    await pinOf(1);
    clock = at(DAY, 18, 30);
    await processes.run(sendDigests, clock);
    clock = at(DAY, 21);
    await deliver();
    expect(line.countsOn(DAY).size).toBe(0);
    line.usualFate = 'accepted';
    await runAt(at('2021-01-26', 8, 30));
    expect(line.countsOn('2021-01-26')).toEqual(new Map([[1, 1]]));
    expect([...(line.received().get('2021-01-26')?.values() ?? [])].flat().join()).toContain('เสร็จเพิ่ม 1');
  });
});

describe('never', () => {
  test.each<[string, Date]>([
    ['before half past eight', at(DAY, 8, 20)],
    ['after seven in the evening', at(DAY, 19)],
    ['on a Sunday', at('2021-01-24', 9)],
    ['on a holiday', at('2021-01-26', 9)],
  ])('%s', async (_, now) => {
    await putHolidays([{ date: '2021-01-26', name: { th: 'วันหยุด' } }], { at: SEEDED });
    await six();
    await runAt(now);
    expect(await raw('outbox').countDocuments()).toBe(0);
    expect(await raw('notes').countDocuments()).toBe(0);
  });
});
