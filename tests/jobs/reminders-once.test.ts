/** Reminders come once, wherever a process dies or stands still; to who is talking for nothing; within the quota. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { sendReminders } from '../../jobs/send-reminders.ts';
import { keepPushCounters } from '../../models/push-quota.ts';
import { heldIn } from '../../models/reminder-held.ts';
import { runDelivery } from '../builders/running-delivery.ts';
import { personNumber } from '../builders/webhook-events.ts';
import {
  at,
  MINUTE,
  pinOf,
  putDeadline,
  putOffices,
  putOfficials,
  ReminderCountry,
  raw,
} from './reminder-country.ts';
import { killedAt, pausedAt } from './reminder-processes.ts';

const FIRST = '2021-01-04';

const country = new ReminderCountry();
beforeAll(() => country.open());
afterAll(() => country.close());
beforeEach(() => country.begin(at(FIRST, 0)));

/** Twelve officials on a day of reminders, two of them in a conversation. */
async function twelve(): Promise<void> {
  await country.begin(at('2021-01-29', 9));
  await putOffices(12);
  await putOfficials(
    Array.from({ length: 12 }, (_, index) => ({
      n: index + 1,
      agencies: [index + 1],
      ...(index < 2 && { talkedAt: at('2021-01-29', 8, 58) }),
    })),
  );
  await putDeadline('wide', {});
}

/** What the twelve got when the day went on undisturbed, those in a conversation without saying another word. */
async function whatTwelveGot(): Promise<number[]> {
  await country.deliver();
  for (const [hour, minute] of [
    [9, 10],
    [9, 50],
    [10, 0],
  ] as const)
    await country.runAt(at('2021-01-29', hour, minute));
  return [...country.line.countsOn('2021-01-29').values()];
}

const EACH_ONE = Array.from({ length: 12 }, () => 1);

describe('at every single write', () => {
  test.each(['before', 'after'] as const)(
    'killed %s it: each person gets one message',
    async (when) => {
      let isKilled = true;
      for (let nth = 1; isKilled; nth += 1) {
        await twelve();
        isKilled = await killedAt(nth, when, () => country.processes.run(sendReminders, country.clock));
        expect({ nth, got: await whatTwelveGot() }).toEqual({ nth, got: EACH_ONE });
        expect(isKilled || nth > 6).toBe(true);
      }
    },
    120_000,
  );

  test('paused before it while another process does the whole run: each person gets one message', async () => {
    let isPaused = true;
    for (let nth = 1; isPaused; nth += 1) {
      await twelve();
      isPaused = await pausedAt(
        nth,
        () => country.processes.runUnaware(sendReminders, country.clock),
        async () => {
          await country.processes.runUnaware(sendReminders, country.clock);
          await country.deliver();
        },
      );
      expect({ nth, got: await whatTwelveGot() }).toEqual({ nth, got: EACH_ONE });
      expect(isPaused || nth > 6).toBe(true);
    }
  }, 120_000);
});

describe('who is in a conversation', () => {
  const talking = async () => {
    await putOffices(2);
    await putOfficials([
      { n: 1, agencies: [1], talkedAt: at('2021-01-29', 8, 55) },
      { n: 2, agencies: [2], talkedAt: at('2021-01-29', 8, 49) },
    ]);
    await putDeadline('wide', {});
    await country.runAt(at('2021-01-29', 9));
  };
  const note = `2021-01-29:${personNumber(1)}`;

  test('gets it with the next reply, for nothing', async () => {
    await talking();
    expect(country.line.countsOn('2021-01-29')).toEqual(new Map([[2, 1]]));
    await raw('notes').updateOne({ _id: note }, { $set: { saidAt: at('2021-01-29', 9, 5) } });
    for (const minute of [20, 40, 50]) await country.runAt(at('2021-01-29', 9, minute));
    expect(country.line.countsOn('2021-01-29')).toEqual(new Map([[2, 1]]));
  });

  test('without another word gets it as a push half an hour later', async () => {
    await talking();
    await country.runAt(at('2021-01-29', 9, 30));
    expect(country.line.countsOn('2021-01-29').has(1)).toBe(false);
    await country.runAt(at('2021-01-29', 9, 40));
    await country.runAt(at('2021-01-29', 9, 50));
    expect(country.line.countsOn('2021-01-29')).toEqual(
      new Map([
        [1, 1],
        [2, 1],
      ]),
    );
    expect(await raw('notes').countDocuments()).toBe(0);
  });

  test('whose answer was stored with it by a process that then died is not told again', async () => {
    await talking();
    await raw('conversations').updateOne(
      { _id: personNumber(1) },
      { $set: { lastTurn: { eventId: 'e', note } } },
    );
    await country.runAt(at('2021-01-29', 9, 50));
    await country.runAt(at('2021-01-29', 10));
    expect(country.line.countsOn('2021-01-29')).toEqual(new Map([[2, 1]]));
  });
});

describe('the quota', () => {
  test('goes to the most urgent first; the rest is listed and sent when there is room on the same day', async () => {
    await putOffices(20);
    await putOfficials(Array.from({ length: 20 }, (_, index) => ({ n: index + 1, agencies: [index + 1] })));
    // Province 91 (5, 10, 15, 20) ends tomorrow, the others in a week; what has passed comes last.
    await putDeadline('soon', { scope: 'province:91', closesOn: '2021-01-29', remindBefore: [1] });
    await putDeadline('later', { scope: 'province:10', closesOn: '2021-02-04', remindBefore: [7] });
    await keepPushCounters({ limit: 500, used: 100, budget: 106 }, at('2021-01-28', 8, 55));
    const counts = await country.runAt(at('2021-01-28', 9));
    expect(counts).toMatchObject({ pushed: 6, held: 14 });
    const got = [...country.line.countsOn('2021-01-28').keys()];
    expect(got).toEqual(expect.arrayContaining([5, 10, 15, 20]));
    expect(got).toHaveLength(6);
    const held = await heldIn({ level: 'country' }, country.clock);
    expect(held).toHaveLength(14);
    expect(held.every(({ people }) => people.length === 1)).toBe(true);
    expect(await heldIn({ level: 'province', code: '91' }, country.clock)).toEqual([]);
    // One of those finishes; then there is room again.
    await pinOf(1);
    await keepPushCounters({ limit: 500, used: 106, budget: 300 }, at('2021-01-28', 9, 8));
    await country.runAt(at('2021-01-28', 9, 10));
    const after = country.line.countsOn('2021-01-28');
    expect([...after.values()].every((count) => count === 1)).toBe(true);
    expect(after.size + (got.includes(1) ? 0 : 1)).toBe(20);
    expect(await heldIn({ level: 'country' }, country.clock)).toEqual([]);
  });

  test('that LINE itself refuses leaves them listed, and nobody is told in the night', async () => {
    await putOffices(3);
    await putOfficials([
      { n: 1, agencies: [1] },
      { n: 2, agencies: [2] },
    ]);
    await putDeadline('wide', {});
    country.line.usualFate = 'quota';
    await runFrom(at('2021-01-28', 18, 30));
    country.line.usualFate = 'accepted';
    country.clock = at('2021-01-28', 21);
    await country.deliver();
    expect(country.line.arrived).toEqual([]);
    await country.runAt(at('2021-01-29', 9));
    expect(country.line.countsOn('2021-01-29').size).toBe(2);
  });

  /** A run whose messages LINE has no room for until eight in the evening. */
  async function runFrom(now: Date): Promise<void> {
    country.clock = now;
    await country.processes.run(sendReminders, now);
    const delivery = runDelivery(country.line, country.now);
    while ((await raw('outbox').countDocuments({ state: 'waiting' })) > 0) {
      country.clock = new Date(country.clock.getTime() + 10 * MINUTE);
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
    await delivery.stop();
    country.clock = at('2021-01-28', 19, 50);
    await country.processes.run(sendReminders, country.clock);
    expect(await heldIn({ level: 'country' }, country.clock)).toHaveLength(2);
  }
});
