/** The month's budget of pushes: what is sent at one instant from several sides stays within it together. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { createReminderDoers } from '../../bot/turn/perform-reminders.ts';
import { sendReminders } from '../../jobs/send-reminders.ts';
import { giveRole } from '../../models/person.ts';
import { givePushesBack, keepPushCounters, promisePushes, pushesLeft } from '../../models/push-quota.ts';
import { personNumber } from '../builders/webhook-events.ts';
import { agencyCode } from '../models/register-builder.ts';
import { at, putDeadline, putOffices, putOfficials, ReminderCountry } from './reminder-country.ts';
import { killedAt, pausedAt } from './reminder-processes.ts';

const DAY = '2021-01-29';
const COORDINATORS = [personNumber(900), personNumber(901)] as const;
const OFFICES = 12;

const country = new ReminderCountry();
beforeAll(() => country.open());
afterAll(() => country.close());
beforeEach(() => twelve(10));

/** Twelve officials on a day of reminders, and a budget with room for so many. */
async function twelve(room: number): Promise<void> {
  await country.begin(at(DAY, 9));
  await putOffices(OFFICES);
  await putOfficials(
    Array.from({ length: OFFICES }, (_, index) => ({ n: index + 1, agencies: [index + 1] })),
  );
  await putDeadline('wide', {});
  await keepPushCounters({ limit: 500, used: 100, budget: 100 + room }, at(DAY, 8, 55));
  for (const id of COORDINATORS)
    await giveRole(id, { role: 'administrator' }, { by: 'manage', at: country.clock, key: id });
}

const ALL = Array.from({ length: OFFICES }, (_, index) => agencyCode(index + 1));
const byHand = (by: string, agencies = ALL) =>
  createReminderDoers(country.now).remindNow({ key: `turn of ${by}`, deadline: 'wide', agencies }, by);
const runJob = () => country.processes.run(sendReminders, country.clock);

async function sent(): Promise<number> {
  await country.deliver();
  return [...country.line.countsOn(DAY).values()].reduce((sum, count) => sum + count, 0);
}

test('the job stands still before any of its writes while a coordinator reminds: together they spend what is there', async () => {
  let isPaused = true;
  for (let nth = 1; isPaused; nth += 1) {
    await twelve(10);
    isPaused = await pausedAt(nth, runJob, () => byHand(COORDINATORS[0], ALL.slice(0, 6)));
    // Whom the coordinator takes over while the job has their pushes in hand is held until the next run.
    expect(await sent()).toBeLessThanOrEqual(10);
    country.clock = at(DAY, 9, 10);
    await runJob();
    expect({ nth, sent: await sent() }).toEqual({ nth, sent: 10 });
  }
}, 60_000);

test('a coordinator’s reminder stands still before any of its writes while another one’s is sent', async () => {
  let isPaused = true;
  for (let nth = 1; isPaused; nth += 1) {
    await twelve(5);
    isPaused = await pausedAt(
      nth,
      () => byHand(COORDINATORS[0], ALL.slice(0, 4)),
      () => byHand(COORDINATORS[1], ALL.slice(4)),
    );
    // What has gone out but is not given back yet counts twice for a moment; the next run sends what was held for it.
    expect(await sent()).toBeLessThanOrEqual(5);
    country.clock = at(DAY, 9, 10);
    await runJob();
    expect({ nth, sent: await sent() }).toEqual({ nth, sent: 5 });
  }
}, 60_000);

test('all at once', async () => {
  await Promise.all([runJob(), ...COORDINATORS.map((by) => byHand(by))]);
  expect(await sent()).toBe(10);
});

test.each(['before', 'after'] as const)(
  'a job that is killed %s any of its writes: what it was promised is free again in the same morning',
  async (when) => {
    let isKilled = true;
    for (let nth = 1; isKilled; nth += 1) {
      await twelve(OFFICES);
      isKilled = await killedAt(nth, when, runJob);
      await country.deliver();
      await country.runAt(at(DAY, 9, 10));
      await country.runAt(at(DAY, 9, 20));
      expect({ nth, sent: await sent() }).toEqual({ nth, sent: OFFICES });
    }
  },
  60_000,
);

test('promises at one instant are never more than what is left, and come back', async () => {
  const { clock } = country;
  const promised = await Promise.all(
    Array.from({ length: 8 }, (_, index) => promisePushes(`${index}`, 3, clock)),
  );
  expect(promised.sort()).toEqual([0, 0, 0, 0, 1, 3, 3, 3]);
  expect(await pushesLeft(clock)).toBe(0);
  for (let index = 0; index < 8; index += 1) await givePushesBack(`${index}`, 1);
  expect(await pushesLeft(clock)).toBe(4);
  await keepPushCounters({ limit: 500, used: 100, budget: 110 }, clock);
  expect(await pushesLeft(clock)).toBe(4);
  for (let index = 0; index < 8; index += 1) await givePushesBack(`${index}`);
  expect(await pushesLeft(clock)).toBe(10);
});
