/** Reminders of one day: what happens between planning and sending, between two runs, and what a dry run tells. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { sendReminders } from '../../jobs/send-reminders.ts';
import { keepReminderSettings } from '../../models/reminder-settings.ts';
import { personNumber } from '../builders/webhook-events.ts';
import { agencyCode } from '../models/register-builder.ts';
import {
  at,
  pinOf,
  putDeadline,
  putOffices,
  putOfficials,
  ReminderCountry,
  raw,
} from './reminder-country.ts';
import { killedAt } from './reminder-processes.ts';

const DAY = '2021-01-29';

const country = new ReminderCountry();
beforeAll(() => country.open());
afterAll(() => country.close());
beforeEach(() => country.begin(at(DAY, 9)));

/** Agencies 1 to 3, each with an official of the same number. */
async function threeOffices(): Promise<void> {
  await putOffices(3);
  await putOfficials([1, 2, 3].map((n) => ({ n, agencies: [n] })));
}

const gotOn = (day: string) => Object.fromEntries(country.line.countsOn(day));

describe('two deadlines of the same title and day', () => {
  test('that ask for different things stand in one message, each with its button', async () => {
    await threeOffices();
    const title = { th: 'งานสิ้นเดือน', en: 'End of the month' };
    await putDeadline('a', { title });
    await putDeadline('b', { title, what: 'surveyed' });
    await country.runAt(at(DAY, 9));
    expect(gotOn(DAY)).toEqual({ 1: 1, 2: 1, 3: 1 });
    for (const part of ['ยังเหลือ 2 เรื่อง', 'ปักหมุดจุดบริการ', 'ส่งแบบสำรวจความพร้อม'])
      expect(country.line.said).toContain(part);
  });

  test('that ask for the same are one thing to whom they are sent', async () => {
    await threeOffices();
    const title = { th: 'งานสิ้นเดือน', en: 'End of the month' };
    await putDeadline('a', { title });
    await putDeadline('b', { title });
    await country.runAt(at(DAY, 9));
    expect(gotOn(DAY)).toEqual({ 1: 1, 2: 1, 3: 1 });
    expect(country.line.said).not.toContain('ยังเหลือ 2 เรื่อง');
    expect(country.line.said).toContain('หน่วยงานของคุณยังมีเรื่องที่ต้องทำ');
  });
});

describe('between planning and sending', () => {
  /** A run, delivered; `change` happens after everybody was planned and before anything is sent. */
  async function changedInBetween(change: () => Promise<unknown>): Promise<void> {
    await country.processes.runAsking(sendReminders, country.clock, async () => {
      if ((await raw('reminder_claims').countDocuments({ state: 'planned' })) === 3) await change();
    });
    await country.deliver();
  }

  test('a deadline is cancelled: nobody is told', async () => {
    await threeOffices();
    await putDeadline('wide', {});
    await changedInBetween(() =>
      raw('deadlines').updateOne(
        { _id: 'wide' },
        { $set: { cancelled: { by: 'manage', at: country.clock, reason: 'x' } } },
      ),
    );
    expect(gotOn(DAY)).toEqual({});
    await country.runAt(at(DAY, 9, 10));
    expect(gotOn(DAY)).toEqual({});
  });

  test('a role is revoked: who had it is not told', async () => {
    await threeOffices();
    await putDeadline('wide', {});
    await changedInBetween(() => raw('people').updateOne({ _id: personNumber(2) }, { $set: { roles: [] } }));
    expect(gotOn(DAY)).toEqual({ 1: 1, 3: 1 });
  });

  test('an agency finishes, somebody blocks the account, somebody goes on leave: none of them is told', async () => {
    await threeOffices();
    await putDeadline('wide', {});
    await changedInBetween(async () => {
      if ((await raw('pins').countDocuments()) > 0) return;
      await pinOf(1);
      await raw('people').updateOne({ _id: personNumber(2) }, { $set: { blockedAt: country.clock } });
      await keepReminderSettings(personNumber(3), { off: { until: DAY } });
    });
    expect(gotOn(DAY)).toEqual({});
  });

  test('finished a minute before the run: not told; undone before the next one: told', async () => {
    await threeOffices();
    await putDeadline('wide', {});
    await pinOf(1);
    await country.runAt(at(DAY, 9));
    expect(gotOn(DAY)).toEqual({ 2: 1, 3: 1 });
    await raw('pins').updateOne({ agency: agencyCode(1) }, { $set: { state: 'retired' } });
    await country.runAt(at(DAY, 9, 10));
    expect(gotOn(DAY)).toEqual({ 1: 1, 2: 1, 3: 1 });
  });
});

describe('a clock that steps back an hour', () => {
  test.each(['before', 'after'] as const)(
    'after a run that was killed %s any of its writes: each person is told once, none before their hour',
    async (when) => {
      let isKilled = true;
      for (let nth = 1; isKilled; nth += 1) {
        await country.begin(at(DAY, 10));
        await threeOffices();
        await putDeadline('wide', {});
        await keepReminderSettings(personNumber(3), { hour: 10 });
        isKilled = await killedAt(nth, when, () => country.processes.run(sendReminders, country.clock));
        for (const minute of [0, 10, 59]) await country.runAt(at(DAY, 9, minute));
        for (const minute of [0, 10]) await country.runAt(at(DAY, 10, minute));
        expect({ nth, got: gotOn(DAY) }).toEqual({ nth, got: { 1: 1, 2: 1, 3: 1 } });
      }
    },
    60_000,
  );
});

describe('what changes', () => {
  test('a deadline that changes between two runs changes what is sent', async () => {
    await putOffices(5);
    await putOfficials([{ n: 1, agencies: [1] }]);
    await putDeadline('wide', {});
    await raw('deadlines').updateOne({ _id: 'wide' }, { $set: { closesOn: '2021-02-26' } });
    await country.runAt(at('2021-01-29', 9));
    expect(country.line.arrived).toEqual([]);
    await raw('deadlines').updateOne({ _id: 'wide' }, { $set: { closesOn: '2021-01-31' } });
    await country.runAt(at('2021-01-29', 9, 10));
    expect(country.line.arrived).toHaveLength(1);
  });

  test('a service that was down catches up the same day, and says nothing on the next', async () => {
    await putOffices(5);
    await putOfficials([{ n: 1, agencies: [1] }]);
    await putDeadline('wide', {});
    await country.runAt(at('2021-01-28', 19, 50));
    expect(country.line.arrived).toHaveLength(1);
    await country.runAt(at('2021-01-29', 20, 0));
    await country.runAt(at('2021-01-30', 9));
    expect(country.line.arrived).toHaveLength(1);
    // A clock that is set back says nothing twice.
    await country.runAt(at('2021-01-28', 9));
    expect(country.line.arrived).toHaveLength(1);
  });
});

test('a dry run tells who would be told what', async () => {
  await putOffices(2);
  await putOfficials([
    { n: 1, agencies: [1] },
    { n: 2, agencies: [2] },
  ]);
  await putDeadline('wide', {});
  await pinOf(2);
  expect(await sendReminders.preview?.(at('2021-01-29', 9))).toEqual([
    'U000000…: กำหนด wide (สำนักงานตัวอย่าง 1)',
  ]);
  expect(await sendReminders.preview?.(at('2021-01-30', 9))).toEqual([]);
  expect(agencyCode(1)).toHaveLength(9);
  expect(await raw('reminder_claims').countDocuments()).toBe(0);
});
