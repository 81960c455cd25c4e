/** Reminders that a coordinator sends: what they cost, who gets them, once a person and day, at no hour of the night. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createReminderDoers } from '../../bot/turn/perform-reminders.ts';
import { createReminderLookUps } from '../../bot/turn/reminder-look-ups.ts';
import { sendReminders } from '../../jobs/send-reminders.ts';
import { lastChanges } from '../../models/audit.ts';
import { connectModels, disconnectModels } from '../../models/connection.ts';
import { giveRole } from '../../models/person.ts';
import { keepPushCounters } from '../../models/push-quota.ts';
import { keepReminderSettings } from '../../models/reminder-settings.ts';
import { outboxEmptied, runDelivery } from '../builders/running-delivery.ts';
import { openTestDatabase, type TestDatabase } from '../builders/test-database.ts';
import { personNumber } from '../builders/webhook-events.ts';
import { agencyCode } from '../models/register-builder.ts';
import {
  at,
  CountingLine,
  emptyDatabase,
  JobProcesses,
  killedAt,
  pinOf,
  putDeadline,
  putNewYear,
  putOffices,
  putOfficials,
} from './reminder-month.ts';

const COORDINATOR = personNumber(900);
const OTHER = personNumber(901);
const DAY = '2021-01-20';

let database: TestDatabase;
let clock: Date;
let line: CountingLine;
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
  clock = at(DAY, 14);
  line = new CountingLine(() => clock);
  await putNewYear();
  await putOffices(10);
  await putOfficials([1, 2, 3, 4, 6, 7].map((n) => ({ n, agencies: [n] })));
  await putOfficials([{ n: 12, agencies: [1, 2] }]);
  await putDeadline('wide', {});
  for (const [id, key] of [
    [COORDINATOR, 'a'],
    [OTHER, 'b'],
  ] as const)
    await giveRole(id, { role: 'coordinator', scope: 'province:10' }, { by: 'manage', at: clock, key });
});

const now = () => clock;
const find = createReminderLookUps(now);
const wanted = (agencies: number[], words?: string) => ({
  deadline: 'wide',
  agencies: agencies.map(agencyCode),
  ...(words && { words }),
});
const remind = (agencies: number[], { key = 'turn 1', by = COORDINATOR, words = '' } = {}) =>
  createReminderDoers(now).remindNow({ key, ...wanted(agencies, words) }, by);

async function deliver(): Promise<Map<number, number>> {
  const delivery = runDelivery(line, now);
  await outboxEmptied();
  await delivery.stop();
  return line.countsOn(DAY);
}

describe('the cost', () => {
  test('counts people, once each, out of what is left; who is done, on leave or without officials is no part of it', async () => {
    await pinOf(3);
    await keepReminderSettings(personNumber(4), { off: { until: DAY } });
    await keepPushCounters({ limit: 500, used: 188 }, clock);
    expect(await find.cost(wanted([1, 2, 3, 4, 8, 9]), COORDINATOR)).toEqual({
      messages: 3,
      left: 312,
      day: DAY,
      withoutOfficials: 2,
    });
  });

  test('is nobody’s who does not look after all of the agencies', async () => {
    expect(await find.cost(wanted([1, 5]), COORDINATOR)).toBeUndefined();
    expect(await remind([1, 5])).toEqual({ result: 'not-yours' });
    expect(await find.cost(wanted([1]), personNumber(1))).toBeUndefined();
    expect(await deliver()).toEqual(new Map());
  });

  test.each<[string, Date, string]>([
    ['before eight it is the same day', at(DAY, 6), DAY],
    ['in the evening it is the next day', at(DAY, 20), '2021-01-21'],
    ['on a Saturday it is the Monday', at('2021-01-23', 10), '2021-01-25'],
  ])('%s', async (_, instant, day) => {
    clock = instant;
    expect(await find.cost(wanted([1]), COORDINATOR)).toMatchObject({ day });
  });
});

describe('sending', () => {
  test('reaches each person once, with the coordinator’s words, and stands in the audit trail', async () => {
    expect(await remind([1, 2, 3], { words: 'ขอภายในวันศุกร์' })).toEqual({
      result: 'reminded',
      messages: 4,
      held: 0,
      day: DAY,
    });
    expect(await deliver()).toEqual(
      new Map([
        [1, 1],
        [2, 1],
        [3, 1],
        [12, 1],
      ]),
    );
    expect(line.said).toContain('ขอภายในวันศุกร์');
    const [entry] = await lastChanges({ about: { kind: 'reminder', id: 'wide' } }, 10);
    expect(entry).toMatchObject({ by: COORDINATOR });
  });

  test('the same turn again changes nothing and says the same; another wish that day reaches nobody twice', async () => {
    const first = await remind([1, 2]);
    expect(await remind([1, 2])).toEqual(first);
    expect(await remind([1, 2, 3], { key: 'turn 2', by: OTHER })).toMatchObject({ messages: 1 });
    expect([...(await deliver()).values()]).toEqual([1, 1, 1, 1]);
  });

  test('on top of the day’s own reminder', async () => {
    clock = at('2021-01-22', 9);
    await new JobProcesses().run(sendReminders, clock);
    await remind([1]);
    await deliver();
    expect(line.countsOn('2021-01-22').get(1)).toBe(2);
    expect(line.countsOn('2021-01-22').get(3)).toBe(1);
  });

  test('in the night nothing is sent; the job does it in the morning, to who is still not done', async () => {
    clock = at(DAY, 22);
    expect(await remind([1, 3])).toMatchObject({ messages: 3, day: '2021-01-21' });
    expect(await deliver()).toEqual(new Map());
    await pinOf(3);
    clock = at('2021-01-21', 8);
    await new JobProcesses().run(sendReminders, clock);
    await deliver();
    expect(line.countsOn('2021-01-21')).toEqual(
      new Map([
        [1, 1],
        [12, 1],
      ]),
    );
  });

  test('beyond what is left some are held', async () => {
    await keepPushCounters({ limit: 500, used: 100, budget: 102 }, clock);
    expect(await remind([1, 3, 4, 6])).toMatchObject({ messages: 2, held: 3 });
    expect((await deliver()).size).toBe(2);
  });

  test.each(['before', 'after'] as const)(
    'killed %s any of its writes, it reaches each once',
    async (when) => {
      for (let nth = 1; ; nth += 1) {
        const day = at('2021-01-20', 9);
        clock = new Date(day.getTime() + nth * 7 * 24 * 3_600_000);
        await putDeadline(`d${nth}`, { closesOn: '2022-12-31', remindBefore: [0] });
        const doer = createReminderDoers(now);
        const wish = { key: `turn ${nth}`, deadline: `d${nth}`, agencies: [1, 3, 4].map(agencyCode) };
        const isKilled = await killedAt(nth, when, () => doer.remindNow(wish, COORDINATOR));
        await doer.remindNow(wish, COORDINATOR);
        const processes = new JobProcesses();
        await processes.run(sendReminders, clock);
        await deliver();
        await processes.run(sendReminders, clock);
        await deliver();
        const counts = line.countsOn(clock.toISOString().slice(0, 10));
        expect({ nth, counts }).toEqual({
          nth,
          counts: new Map([
            [1, 1],
            [3, 1],
            [4, 1],
            [12, 1],
          ]),
        });
        if (!isKilled) return;
      }
    },
    60_000,
  );
});
