/** A January of reminders to 500 agencies, by what arrives at LINE: who gets what on which day, whatever dies meanwhile. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { sendReminders } from '../../jobs/send-reminders.ts';
import { connectModels, disconnectModels } from '../../models/connection.ts';
import { noteLeft } from '../../models/left-person.ts';
import { keepReminderSettings } from '../../models/reminder-settings.ts';
import {
  addDays,
  bangkokDate,
  bangkokMinutes,
  type CalendarDate,
  weekdayOf,
} from '../../models/thai/calendar.ts';
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
  raw,
} from './reminder-month.ts';

const OFFICES = 500;
const FIRST = '2021-01-04';
const LAST = '2021-02-05';

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
beforeEach(async () => {
  await emptyDatabase();
  clock = at(FIRST, 0);
  line = new CountingLine(() => clock);
  processes = new JobProcesses();
  await putNewYear();
});

/** Who works where: person n at agency n; 501 at 1 and 2; 502 at agency 3, which has two officials. */
async function putEverybody(): Promise<void> {
  await putOffices(OFFICES);
  await putOfficials([
    ...Array.from({ length: OFFICES }, (_, index) => ({
      n: index + 1,
      agencies: [index + 1],
      language: index % 3 === 0 ? ('en' as const) : ('th' as const),
    })),
    { n: 501, agencies: [1, 2] },
    { n: 502, agencies: [3] },
  ]);
}

/** Delivers what is in the outbox at the clock's time. */
async function deliver(): Promise<void> {
  const delivery = runDelivery(line, () => clock);
  await outboxEmptied();
  await delivery.stop();
}

async function runAt(now: Date): Promise<Record<string, number>> {
  clock = now;
  const counts = await processes.run(sendReminders, now);
  await deliver();
  return counts;
}

const days = (from: CalendarDate, until: CalendarDate): CalendarDate[] =>
  from > until ? [] : [from, ...days(addDays(from, 1), until)];

/** The runs of a day that matter: night, hours of people, evening. */
const HOURS = [3, 7, 8, 9, 10, 14, 19, 20, 22];

describe('a January', () => {
  // January 2564: the 31st is a Sunday. Province 91 has an inner deadline, Friday the 15th.
  const WIDE = ['2021-01-15', '2021-01-22', '2021-01-28', '2021-01-29', '2021-02-01'];
  const INNER = ['2021-01-08', '2021-01-12', '2021-01-14', '2021-01-15', '2021-01-18'];
  const isInner = (n: number) => n <= OFFICES && n % 5 === 0;
  /** Finishes one minute before the reminder of a day. */
  const FINISHES = new Map([
    [7, '2021-01-22'],
    [10, '2021-01-12'],
    [12, '2021-01-29'],
  ]);
  const BLOCKED_FROM = new Map([
    [20, '2021-01-14'],
    [21, '2021-01-20'],
  ]);
  const REVOKED_FROM = new Map([[33, '2021-01-25']]);
  const OFF_UNTIL = new Map([[22, '2021-01-22']]);
  const ALWAYS_OFF = 23;
  const HOUR_OF = new Map([
    [41, 8],
    [42, 14],
    [43, 19],
  ]);

  const isDue = (day: CalendarDate) => WIDE.includes(day) || INNER.includes(day);

  async function morningOf(day: CalendarDate): Promise<void> {
    for (const n of on(BLOCKED_FROM, day)) await noteLeft(personNumber(n), at(day, 0));
    for (const n of on(REVOKED_FROM, day))
      await raw('people').updateOne({ _id: personNumber(n) }, { $set: { roles: [] } });
  }

  /** What somebody should get on a day, from the tables above alone. */
  function shouldGet(n: number, day: CalendarDate): boolean {
    const hasBegun = (map: Map<number, string>) => (map.get(n) ?? '9999') <= day;
    if (!(isInner(n) ? INNER : WIDE).includes(day) || n === ALWAYS_OFF) return false;
    if ([FINISHES, BLOCKED_FROM, REVOKED_FROM].some(hasBegun)) return false;
    return day > (OFF_UNTIL.get(n) ?? '');
  }

  async function prepare(): Promise<void> {
    await putEverybody();
    await putDeadline('wide', {});
    await putDeadline('inner', { scope: 'province:91', closesOn: '2021-01-15', within: 'wide' });
    await keepReminderSettings(personNumber(ALWAYS_OFF), { off: 'always' });
    for (const [n, until] of OFF_UNTIL) await keepReminderSettings(personNumber(n), { off: { until } });
    for (const [n, hour] of HOUR_OF) await keepReminderSettings(personNumber(n), { hour });
  }

  /** Some finish a minute before; the first process is killed in the middle; then two come at once. */
  async function nineOClock(day: CalendarDate): Promise<boolean> {
    clock = at(day, 8, 59);
    for (const n of on(FINISHES, day)) await pinOf(n);
    clock = at(day, 9);
    // Write after write on the days that send something, and the first one on all others.
    const nth = 1 + days(FIRST, day).filter((one) => one < day && isDue(one)).length;
    const when = nth % 2 === 0 ? 'before' : 'after';
    const isKilled = await killedAt(isDue(day) ? nth : 1, when, () => processes.run(sendReminders, clock));
    clock = at(day, 9, 10);
    await Promise.allSettled([
      processes.runUnaware(sendReminders, clock),
      processes.runUnaware(sendReminders, clock),
    ]);
    await deliver();
    return isKilled;
  }

  /** Whether a process was killed on it. */
  async function wholeDay(day: CalendarDate): Promise<boolean> {
    await morningOf(day);
    let isKilled = false;
    for (const hour of HOURS) {
      if (hour === 9) isKilled = await nineOClock(day);
      else await runAt(at(day, hour));
    }
    return isKilled;
  }

  const isDaytime = (instant: Date) =>
    hourOf(instant) >= 8 && hourOf(instant) < 20 && weekdayOf(bangkokDate(instant)) % 6 !== 0;

  const hoursOf = (n: number): number[] => [
    ...new Set(
      line.arrived.filter((call) => toOf(call).includes(personNumber(n))).map((call) => hourOf(call.at)),
    ),
  ];

  /** How often the table and what arrived differ, in words. */
  function differences(): string[] {
    return days(FIRST, LAST).flatMap((day) => {
      const got = line.countsOn(day);
      return Array.from({ length: OFFICES }, (_, index) => index + 1).flatMap((n) => {
        const [count, should] = [got.get(n) ?? 0, shouldGet(n, day) ? 1 : 0];
        return count === should ? [] : [`${day}: person ${n} got ${count} instead of ${should}`];
      });
    });
  }

  test('who gets what on which day; a process dies at another write every day, and two run at once', async () => {
    await prepare();
    const killed: CalendarDate[] = [];
    for (const day of days(FIRST, LAST)) if (await wholeDay(day)) killed.push(day);
    expect(killed).toEqual(days(FIRST, LAST).filter((day) => weekdayOf(day) % 6 !== 0));
    expect(differences().slice(0, 20)).toEqual([]);
    const others = [501, 502].map((n) => WIDE.filter((day) => line.countsOn(day).get(n) === 1));
    expect(others).toEqual([WIDE, WIDE]);
    // Not at night, not at weekends, and each at their hour.
    expect(line.arrived.filter((call) => !isDaytime(call.at))).toEqual([]);
    for (const [n, hour] of HOUR_OF) expect(hoursOf(n)).toEqual([hour]);
    // The last one before the Sunday says so.
    const lastWords = line.received().get('2021-01-29')?.get(personNumber(2))?.[0] ?? '';
    expect(lastWords).toContain('31 มกราคม 2564');
  }, 120_000);
});

/** The people for whom something begins on a day. */
const on = (table: Map<number, string>, day: CalendarDate): number[] =>
  [...table].flatMap(([n, from]) => (from === day ? [n] : []));

const hourOf = (instant: Date): number => Math.floor(bangkokMinutes(instant) / 60);

const toOf = (call: { way: string; to?: string | string[] }): string[] =>
  typeof call.to === 'string' ? [call.to] : (call.to ?? []);

describe('one message', () => {
  test('for all deadlines and agencies of a person', async () => {
    await putEverybody();
    await putDeadline('wide', {});
    await putDeadline('survey', { what: 'surveyed' });
    await runAt(at('2021-01-29', 9));
    expect([...line.countsOn('2021-01-29').values()].every((count) => count === 1)).toBe(true);
    expect(line.countsOn('2021-01-29').size).toBe(502);
    const words = line.received().get('2021-01-29')?.get(personNumber(501))?.[0] ?? '';
    for (const part of ['สำนักงานตัวอย่าง 1', 'สำนักงานตัวอย่าง 2', 'ปักหมุด', 'ตอบแบบสำรวจ', 'ตั้งค่าการเตือน'])
      expect(words).toContain(part);
    // Equal texts go together: Thai and English, and one person who works for two agencies.
    expect(line.arrived.map((call) => [call.way, toOf(call).length])).toEqual(
      expect.arrayContaining([
        ['multicast', 334],
        ['multicast', 167],
        ['push', 1],
      ]),
    );
    expect(line.arrived).toHaveLength(3);
  });

  test('a deadline that changes between two runs changes what is sent', async () => {
    await putOffices(5);
    await putOfficials([{ n: 1, agencies: [1] }]);
    await putDeadline('wide', {});
    await raw('deadlines').updateOne({ _id: 'wide' }, { $set: { closesOn: '2021-02-26' } });
    await runAt(at('2021-01-29', 9));
    expect(line.arrived).toEqual([]);
    await raw('deadlines').updateOne({ _id: 'wide' }, { $set: { closesOn: '2021-01-31' } });
    await runAt(at('2021-01-29', 9, 10));
    expect(line.arrived).toHaveLength(1);
  });

  test('a service that was down catches up the same day, and says nothing on the next', async () => {
    await putOffices(5);
    await putOfficials([{ n: 1, agencies: [1] }]);
    await putDeadline('wide', {});
    await runAt(at('2021-01-28', 19, 50));
    expect(line.arrived).toHaveLength(1);
    await runAt(at('2021-01-29', 20, 0));
    await runAt(at('2021-01-30', 9));
    expect(line.arrived).toHaveLength(1);
    // A clock that is set back says nothing twice.
    await runAt(at('2021-01-28', 9));
    expect(line.arrived).toHaveLength(1);
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
