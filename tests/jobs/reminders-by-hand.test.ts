/** Reminders that a coordinator sends: what they cost, who gets them, once a person and day, at no hour of the night. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createReminderDoers } from '../../bot/turn/perform-reminders.ts';
import { createReminderLookUps } from '../../bot/turn/reminder-look-ups.ts';
import { sendReminders } from '../../jobs/send-reminders.ts';
import { lastChanges } from '../../models/audit.ts';
import { giveRole } from '../../models/person.ts';
import { keepPushCounters } from '../../models/push-quota.ts';
import { keepReminderSettings } from '../../models/reminder-settings.ts';
import { personNumber } from '../builders/webhook-events.ts';
import { agencyCode } from '../models/register-builder.ts';
import { at, pinOf, putDeadline, putOffices, putOfficials, ReminderCountry } from './reminder-country.ts';
import { killedAt, pausedAt } from './reminder-processes.ts';

const COORDINATOR = personNumber(900);
const OTHER = personNumber(901);
const DAY = '2021-01-20';

const country = new ReminderCountry();
beforeAll(() => country.open());
afterAll(() => country.close());
beforeEach(async () => {
  await country.begin(at(DAY, 14));
  await putOffices(10);
  await putOfficials([1, 2, 3, 4, 6, 7].map((n) => ({ n, agencies: [n] })));
  await putOfficials([{ n: 12, agencies: [1, 2] }]);
  await putDeadline('wide', {});
  for (const [id, key] of [
    [COORDINATOR, 'a'],
    [OTHER, 'b'],
  ] as const)
    await giveRole(
      id,
      { role: 'coordinator', scope: 'province:10' },
      { by: 'manage', at: country.clock, key },
    );
});

const { now } = country;
const find = createReminderLookUps(now);
const wanted = (agencies: number[], words?: string) => ({
  deadline: 'wide',
  agencies: agencies.map(agencyCode),
  ...(words && { words }),
});
const remind = (agencies: number[], { key = 'turn 1', by = COORDINATOR, words = '' } = {}) =>
  createReminderDoers(now).remindNow({ key, ...wanted(agencies, words) }, by);

async function deliver(): Promise<Map<number, number>> {
  await country.deliver();
  return country.line.countsOn(DAY);
}

describe('the cost', () => {
  test('counts people, once each, out of what is left; who is done, on leave or without officials is no part of it', async () => {
    await pinOf(3);
    await keepReminderSettings(personNumber(4), { off: { until: DAY } });
    await keepPushCounters({ limit: 500, used: 188 }, country.clock);
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
    country.clock = instant;
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
    expect(country.line.said).toContain('ขอภายในวันศุกร์');
    const [entry] = await lastChanges({ about: { kind: 'reminder', id: 'wide' } }, 10);
    expect(entry).toMatchObject({ by: COORDINATOR });
  });

  test('the same turn again changes nothing and says the same; another wish that day reaches nobody twice', async () => {
    const first = await remind([1, 2]);
    expect(await remind([1, 2])).toEqual(first);
    expect(await remind([1, 2, 3], { key: 'turn 2', by: OTHER })).toMatchObject({ messages: 1 });
    expect([...(await deliver()).values()]).toEqual([1, 1, 1, 1]);
  });

  test('two coordinators at one instant: one stands still before any of its writes, and nobody is told twice', async () => {
    let isPaused = true;
    for (let nth = 1; isPaused; nth += 1) {
      const day = new Date(at('2021-02-03', 9).getTime() + nth * 7 * 24 * 3_600_000);
      country.clock = day;
      await putDeadline(`d${nth}`, { closesOn: '2022-12-31', remindBefore: [0] });
      const wish = (key: string) => ({ key, deadline: `d${nth}`, agencies: [1, 2].map(agencyCode) });
      const doer = createReminderDoers(now);
      isPaused = await pausedAt(
        nth,
        () => doer.remindNow(wish(`first ${nth}`), COORDINATOR),
        () => doer.remindNow(wish(`second ${nth}`), OTHER),
      );
      await country.deliver();
      const got = country.line.countsOn(day.toISOString().slice(0, 10));
      expect({ nth, got: Object.fromEntries(got) }).toEqual({ nth, got: { 1: 1, 2: 1, 12: 1 } });
    }
  }, 60_000);

  test('before the day’s own reminder has gone it goes along with it, as one message', async () => {
    await keepReminderSettings(personNumber(1), { hour: 14 });
    await putDeadline('survey', { what: 'surveyed' });
    country.clock = at('2021-01-22', 10);
    expect(await remind([1], { words: 'ขอภายในวันศุกร์' })).toMatchObject({ messages: 2, held: 0 });
    await deliver();
    for (const part of ['ขอภายในวันศุกร์', 'ปักหมุดจุดบริการ', 'ส่งแบบสำรวจความพร้อม'])
      expect(country.line.received().get('2021-01-22')?.get(personNumber(1))?.[0]).toContain(part);
    expect(await remind([1], { key: 'turn 2', by: OTHER })).toMatchObject({ messages: 0, held: 0 });
    for (const hour of [10, 14, 15]) await country.runAt(at('2021-01-22', hour));
    expect(Object.fromEntries(country.line.countsOn('2021-01-22'))).toEqual({
      1: 1,
      2: 1,
      3: 1,
      4: 1,
      6: 1,
      7: 1,
      12: 1,
    });
  });

  test('asked for in the night of a reminder day it goes along with the day’s own, at the person’s hour', async () => {
    await keepReminderSettings(personNumber(1), { hour: 14 });
    country.clock = at('2021-01-21', 21);
    await remind([1], { words: 'ขอภายในวันศุกร์' });
    for (const hour of [8, 9, 13]) await country.runAt(at('2021-01-22', hour));
    expect(country.line.countsOn('2021-01-22').get(1)).toBeUndefined();
    expect(country.line.countsOn('2021-01-22').get(12)).toBe(1);
    for (const hour of [14, 15]) await country.runAt(at('2021-01-22', hour));
    expect(country.line.countsOn('2021-01-22').get(1)).toBe(1);
    expect(country.line.received().get('2021-01-22')?.get(personNumber(1))?.[0]).toContain('ขอภายในวันศุกร์');
  });

  test('once the day’s own reminder has gone it comes on top, once', async () => {
    country.clock = at('2021-01-22', 9);
    await country.processes.run(sendReminders, country.clock);
    await remind([1]);
    await deliver();
    expect(await remind([1], { key: 'turn 2', by: OTHER })).toMatchObject({ messages: 0 });
    await deliver();
    expect(country.line.countsOn('2021-01-22').get(1)).toBe(2);
    expect(country.line.countsOn('2021-01-22').get(3)).toBe(1);
  });

  test('in the night nothing is sent; the job does it in the morning at each person’s hour, to who is still not done', async () => {
    country.clock = at(DAY, 22);
    expect(await remind([1, 3])).toMatchObject({ messages: 3, day: '2021-01-21' });
    expect(await deliver()).toEqual(new Map());
    await pinOf(3);
    await keepReminderSettings(personNumber(12), { hour: 11 });
    const got = async (hour: number) => {
      await country.runAt(at('2021-01-21', hour));
      return Object.fromEntries(country.line.countsOn('2021-01-21'));
    };
    expect(await got(8)).toEqual({});
    expect(await got(9)).toEqual({ 1: 1 });
    expect(await got(10)).toEqual({ 1: 1 });
    expect(await got(11)).toEqual({ 1: 1, 12: 1 });
  });

  test('beyond what is left some are held', async () => {
    await keepPushCounters({ limit: 500, used: 100, budget: 102 }, country.clock);
    expect(await remind([1, 3, 4, 6])).toMatchObject({ messages: 2, held: 3 });
    expect((await deliver()).size).toBe(2);
  });

  test.each(['before', 'after'] as const)(
    'killed %s any of its writes, it reaches each once',
    async (when) => {
      for (let nth = 1; ; nth += 1) {
        const day = at('2021-01-20', 9);
        country.clock = new Date(day.getTime() + nth * 7 * 24 * 3_600_000);
        await putDeadline(`d${nth}`, { closesOn: '2022-12-31', remindBefore: [0] });
        const doer = createReminderDoers(now);
        const wish = { key: `turn ${nth}`, deadline: `d${nth}`, agencies: [1, 3, 4].map(agencyCode) };
        const isKilled = await killedAt(nth, when, () => doer.remindNow(wish, COORDINATOR));
        await doer.remindNow(wish, COORDINATOR);
        await country.runAt(country.clock);
        await country.runAt(country.clock);
        const counts = country.line.countsOn(country.clock.toISOString().slice(0, 10));
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
