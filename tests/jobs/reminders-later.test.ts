/** What the days before left: reminders held for want of pushes, and days on which no run came. */
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
import { killedAt } from './reminder-processes.ts';

const COORDINATOR = personNumber(900);

const country = new ReminderCountry();
beforeAll(() => country.open());
afterAll(() => country.close());
beforeEach(async () => {
  await country.begin(at('2021-01-20', 9));
  await putOffices(4);
  await putOfficials([1, 2, 3, 4].map((n) => ({ n, agencies: [n] })));
});

const find = createReminderLookUps(country.now);
const doers = createReminderDoers(country.now);
const gotOn = (day: string) => Object.fromEntries(country.line.countsOn(day));
const EACH = { 1: 1, 2: 1, 3: 1, 4: 1 };

/** Every ten minutes would do; these are the hours that matter here. */
async function wholeDay(day: string): Promise<void> {
  for (const hour of [8, 9, 10, 14, 19]) await country.runAt(at(day, hour));
}

describe('held for want of pushes', () => {
  /** Reminder days: Friday 22 and Thursday 28, Friday 29 January. */
  beforeEach(async () => {
    await putDeadline('wide', { remindBefore: [7, 3, 1] });
    await giveRole(COORDINATOR, { role: 'coordinator', scope: 'province:10' }, change('a'));
  });
  const change = (key: string) => ({ by: 'manage', at: country.clock, key });
  const setLeft = (left: number) => keepPushCounters({ limit: 500, used: 500 - left }, country.clock);
  const listed = async () => {
    const found = await find.held('province:10', COORDINATOR, { skip: 0, limit: 10 });
    return found?.agencies.map(({ code }) => code);
  };

  test('they stay listed on later days, and go out once there are pushes, to who is still missing something', async () => {
    await setLeft(1);
    await wholeDay('2021-01-22');
    expect(Object.keys(gotOn('2021-01-22'))).toHaveLength(1);
    await wholeDay('2021-01-25');
    const before = new Set(Object.keys(gotOn('2021-01-22')));
    const all = ['1', '2', '3', '4'];
    const held = all.filter((n) => !before.has(n));
    expect(await listed()).toEqual(held.map((n) => agencyCode(Number(n))));
    const finishes = Number(held[0]);
    await pinOf(finishes);
    country.clock = at('2021-01-26', 7);
    await setLeft(100);
    expect(await listed()).toEqual(held.slice(1).map((n) => agencyCode(Number(n))));
    await wholeDay('2021-01-26');
    expect(gotOn('2021-01-26')).toEqual(Object.fromEntries(held.slice(1).map((n) => [n, 1])));
    expect(await listed()).toEqual([]);
    await wholeDay('2021-01-27');
    expect(gotOn('2021-01-27')).toEqual({});
  });

  test('a new month brings them, too', async () => {
    await setLeft(0);
    for (const day of ['2021-01-22', '2021-01-28', '2021-01-29']) await wholeDay(day);
    expect(country.line.arrived).toEqual([]);
    await wholeDay('2021-02-01');
    expect(gotOn('2021-02-01')).toEqual(EACH);
    await wholeDay('2021-02-02');
    expect(gotOn('2021-02-02')).toEqual({});
  });

  test('those that a coordinator asks for go first, and it stands in the audit trail', async () => {
    await putDeadline('near', { scope: 'district:1001', closesOn: '2021-01-27', remindBefore: [3] });
    await setLeft(0);
    await wholeDay('2021-01-22');
    country.clock = at('2021-01-25', 7);
    await giveRole(personNumber(901), { role: 'coordinator', scope: 'province:91' }, change('b'));
    const nobodys = await doers.remindHeld({ scope: 'province:10', key: 'no' }, personNumber(901));
    expect(nobodys).toEqual({ result: 'not-yours' });
    const asked = await doers.remindHeld({ scope: 'province:10', key: 'turn 1' }, COORDINATOR);
    expect(asked).toEqual({ result: 'asked', people: 4 });
    const trail = await lastChanges({ about: { kind: 'reminder', id: 'wide' } }, 10);
    expect(trail[0]).toMatchObject({ by: COORDINATOR });
    await setLeft(100);
    await wholeDay('2021-01-25');
    expect(gotOn('2021-01-25')).toEqual(EACH);
  });

  test.each(['before', 'after'] as const)(
    'killed %s any write of the run that sends them, each is told once',
    async (when) => {
      let isKilled = true;
      for (let nth = 1; isKilled; nth += 1) {
        await country.begin(at('2021-01-22', 9));
        await putOffices(4);
        await putOfficials([1, 2, 3, 4].map((n) => ({ n, agencies: [n] })));
        await putDeadline('wide', { remindBefore: [7, 3, 1] });
        await setLeft(0);
        await wholeDay('2021-01-22');
        country.clock = at('2021-01-25', 9);
        await setLeft(100);
        isKilled = await killedAt(nth, when, () => country.processes.run(sendReminders, country.clock));
        await country.deliver();
        for (const minute of [10, 20]) await country.runAt(at('2021-01-25', 9, minute));
        expect({ nth, got: gotOn('2021-01-25') }).toEqual({ nth, got: EACH });
      }
    },
    60_000,
  );
});

describe('a day without a run', () => {
  beforeEach(async () => {
    await putDeadline('wide', { remindBefore: [7, 3], closesOn: '2021-01-28' });
    // Reminder days: Thursday 21 and Monday 25.
    await wholeDay('2021-01-20');
  });

  test('is made up for on the next one, once', async () => {
    await wholeDay('2021-01-22');
    expect(gotOn('2021-01-22')).toEqual(EACH);
    await wholeDay('2021-01-25');
    expect(gotOn('2021-01-25')).toEqual(EACH);
    await wholeDay('2021-01-26');
    expect(gotOn('2021-01-26')).toEqual({});
  });

  test('is made up for two working days later, with what is due that day in one message', async () => {
    await putDeadline('other', { what: 'surveyed', remindBefore: [6], closesOn: '2021-01-31' });
    await wholeDay('2021-01-25');
    expect(gotOn('2021-01-25')).toEqual(EACH);
  });

  test('three working days ago, or of a deadline that has passed, says nothing any more', async () => {
    const short = { what: 'surveyed', remindBefore: [0], closesOn: '2021-01-25', remindAfter: 7 };
    await putDeadline('short', short);
    await putDeadline('none', { what: 'surveyed', remindBefore: [6], closesOn: '2021-01-27' });
    // What Monday would have said is told; Thursday is too long ago.
    await wholeDay('2021-01-26');
    expect(gotOn('2021-01-26')).toEqual(EACH);
    expect(country.line.said).toContain('กำหนด wide');
    for (const word of ['กำหนด short', 'กำหนด none']) expect(country.line.said).not.toContain(word);
    await wholeDay('2021-01-27');
    expect(gotOn('2021-01-27')).toEqual({});
  });

  test('that broke off is made up for to those whose hour no run came to; who was told is not told again', async () => {
    await keepReminderSettings(personNumber(2), { hour: 14 });
    await country.runAt(at('2021-01-21', 9));
    expect(gotOn('2021-01-21')).toEqual({ 1: 1, 3: 1, 4: 1 });
    await wholeDay('2021-01-22');
    expect(gotOn('2021-01-22')).toEqual({ 2: 1 });
  });

  test('who had finished or was on leave on a day that had its runs is not told later', async () => {
    await keepReminderSettings(personNumber(3), { off: { until: '2021-01-21' } });
    await wholeDay('2021-01-21');
    await wholeDay('2021-01-22');
    expect(gotOn('2021-01-22')).toEqual({});
  });

  test('where no run ever came before, nobody waited for one', async () => {
    await country.begin(at('2021-01-22', 8));
    await putOffices(1);
    await putOfficials([{ n: 1, agencies: [1] }]);
    await putDeadline('wide', { remindBefore: [7, 3], closesOn: '2021-01-28' });
    await wholeDay('2021-01-22');
    expect(gotOn('2021-01-22')).toEqual({});
  });

  test('a coordinator’s wish for it is not forgotten', async () => {
    await giveRole(COORDINATOR, { role: 'administrator' }, { by: 'manage', at: country.clock, key: 'admin' });
    country.clock = at('2021-01-25', 21);
    await putDeadline('far', { what: 'surveyed', closesOn: '2021-03-31', remindBefore: [0] });
    await doers.remindNow({ deadline: 'far', agencies: [agencyCode(1)], key: 'turn 1' }, COORDINATOR);
    await wholeDay('2021-01-27');
    expect(gotOn('2021-01-27')).toMatchObject({ 1: 1 });
    expect(country.line.received().get('2021-01-27')?.get(personNumber(1))?.[0]).toContain('กำหนด far');
  });
});

test('a dry run tells of what coordinators planned, of what was held, and where no push is left', async () => {
  await putDeadline('wide', { remindBefore: [7], closesOn: '2021-01-29' });
  await putDeadline('far', { what: 'surveyed', closesOn: '2021-03-31', remindBefore: [0] });
  await giveRole(COORDINATOR, { role: 'administrator' }, { by: 'manage', at: country.clock, key: 'admin' });
  await keepPushCounters({ limit: 500, used: 500 }, country.clock);
  await wholeDay('2021-01-22');
  country.clock = at('2021-01-22', 21);
  await doers.remindNow({ deadline: 'far', agencies: [agencyCode(2)], key: 'turn 1' }, COORDINATOR);
  const preview = async (instant: Date) => (await sendReminders.preview?.(instant)) ?? [];
  const byHand = 'U000000…: กำหนด far (สำนักงานตัวอย่าง 2)';
  expect(await preview(at('2021-01-25', 9))).toEqual([`${byHand} [no push left]`]);
  await keepPushCounters({ limit: 500, used: 498 }, at('2021-01-25', 8));
  const lines = await preview(at('2021-01-25', 9));
  expect(lines).toHaveLength(4);
  expect(lines[0]).toBe('U000000…: กำหนด far (สำนักงานตัวอย่าง 2), กำหนด wide (สำนักงานตัวอย่าง 2)');
  expect(lines.filter((line) => line.endsWith(' [no push left]'))).toHaveLength(2);
});

test('an inner deadline reminds only of what the wider one is still about', async () => {
  await putDeadline('wide', { scope: 'province:10', kinds: ['nothing-like-it'] });
  await putDeadline('inner', { scope: 'district:1001', closesOn: '2021-01-22', within: 'wide' });
  for (const day of ['2021-01-21', '2021-01-22']) await wholeDay(day);
  expect(country.line.arrived).toEqual([]);
});
