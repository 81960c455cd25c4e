/** A January of reminders to 500 agencies, by what arrives at LINE: who gets what on which day, whatever dies meanwhile. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { sendReminders } from '../../jobs/send-reminders.ts';
import { putHolidays } from '../../models/holiday.ts';
import { noteLeft } from '../../models/left-person.ts';
import { keepPushCounters } from '../../models/push-quota.ts';
import { heldIn } from '../../models/reminder-held.ts';
import { keepReminderSettings } from '../../models/reminder-settings.ts';
import {
  addDays,
  bangkokDate,
  bangkokMinutes,
  type CalendarDate,
  weekdayOf,
} from '../../models/thai/calendar.ts';
import { personNumber } from '../builders/webhook-events.ts';
import { agencyCode } from '../models/register-builder.ts';
import {
  at,
  peopleOf,
  pinOf,
  putDeadline,
  putOffices,
  putOfficials,
  ReminderCountry,
  raw,
} from './reminder-country.ts';
import { killedAt } from './reminder-processes.ts';

const OFFICES = 500;
const FIRST = '2021-01-04';
const LAST = '2021-02-05';

const country = new ReminderCountry();
beforeAll(() => country.open());
afterAll(() => country.close());
beforeEach(() => country.begin(at(FIRST, 0)));

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

const days = (from: CalendarDate, until: CalendarDate): CalendarDate[] =>
  from > until ? [] : [from, ...days(addDays(from, 1), until)];

/** The runs of a day that matter: night, hours of people, evening. */
const HOURS = [3, 7, 8, 9, 10, 14, 19, 20, 22];

describe('a January', () => {
  // January 2564: the 31st is a Sunday. Province 91 has an inner deadline, Friday the 15th. Thursday the 28th is off.
  const HOLIDAY = '2021-01-28';
  const WIDE = ['2021-01-15', '2021-01-22', '2021-01-27', '2021-01-29', '2021-02-01'];
  const INNER = ['2021-01-08', '2021-01-12', '2021-01-14', '2021-01-15', '2021-01-18'];
  const isInner = (n: number) => n <= OFFICES && n % 5 === 0;
  /** On two working days no push is left; on the next one there are some again. */
  const NO_PUSHES = ['2021-01-15', '2021-01-18'];
  const PUSHES_AGAIN = '2021-01-19';
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

  const isDue = (day: CalendarDate) => [...WIDE, ...INNER, PUSHES_AGAIN].includes(day);

  async function morningOf(day: CalendarDate): Promise<void> {
    if (day === NO_PUSHES[0]) await keepPushCounters({ limit: 9_000, used: 9_000 }, at(day, 0));
    if (day === PUSHES_AGAIN) await keepPushCounters({ limit: 90_000, used: 9_000 }, at(day, 0));
    for (const n of on(BLOCKED_FROM, day)) await noteLeft(personNumber(n), at(day, 0));
    for (const n of on(REVOKED_FROM, day))
      await raw('people').updateOne({ _id: personNumber(n) }, { $set: { roles: [] } });
  }

  /** Whether somebody has something to do on a day, and is there to be told. */
  function isThere(n: number, day: CalendarDate): boolean {
    const hasBegun = (map: Map<number, string>) => (map.get(n) ?? '9999') <= day;
    if (n === ALWAYS_OFF || [FINISHES, BLOCKED_FROM, REVOKED_FROM].some(hasBegun)) return false;
    return day > (OFF_UNTIL.get(n) ?? '');
  }

  const isMeant = (n: number, day: CalendarDate) =>
    (isInner(n) ? INNER : WIDE).includes(day) && isThere(n, day);
  const isHeld = (n: number) => NO_PUSHES.some((day) => isMeant(n, day));

  /** What somebody should get on a day, from the tables above alone. */
  function shouldGet(n: number, day: CalendarDate): boolean {
    if (NO_PUSHES.includes(day)) return false;
    return isMeant(n, day) || (day === PUSHES_AGAIN && isHeld(n) && isThere(n, day));
  }

  async function prepare(): Promise<void> {
    await putEverybody();
    await putHolidays([{ date: HOLIDAY, name: { th: 'วันหยุดราชการ' } }], { at: at(FIRST, 0) });
    await putDeadline('wide', {});
    await putDeadline('inner', { scope: 'province:91', closesOn: '2021-01-15', within: 'wide' });
    await keepReminderSettings(personNumber(ALWAYS_OFF), { off: 'always' });
    for (const [n, until] of OFF_UNTIL) await keepReminderSettings(personNumber(n), { off: { until } });
    for (const [n, hour] of HOUR_OF) await keepReminderSettings(personNumber(n), { hour });
  }

  /** Some finish a minute before; the first process is killed in the middle; then two come at once. */
  async function nineOClock(day: CalendarDate): Promise<boolean> {
    country.clock = at(day, 8, 59);
    for (const n of on(FINISHES, day)) await pinOf(n);
    country.clock = at(day, 9);
    // Write after write on the days that send something, and the first one on all others.
    const nth = 1 + days(FIRST, day).filter((one) => one < day && isDue(one)).length;
    const when = nth % 2 === 0 ? 'before' : 'after';
    const isKilled = await killedAt(isDue(day) ? nth : 1, when, () =>
      country.processes.run(sendReminders, country.clock),
    );
    country.clock = at(day, 9, 10);
    await Promise.allSettled([
      country.processes.runUnaware(sendReminders, country.clock),
      country.processes.runUnaware(sendReminders, country.clock),
    ]);
    await country.deliver();
    return isKilled;
  }

  /** Whether a process was killed on it. */
  async function wholeDay(day: CalendarDate): Promise<boolean> {
    await morningOf(day);
    let isKilled = false;
    for (const hour of HOURS) {
      if (hour === 9) isKilled = await nineOClock(day);
      else await country.runAt(at(day, hour));
    }
    if (day === NO_PUSHES.at(-1)) await expectListed(at(day, 22));
    return isKilled;
  }

  /** Whom there were no pushes for stands in the coordinator's list. */
  async function expectListed(now: Date): Promise<void> {
    const listed = (await heldIn({ level: 'country' }, now)).map(({ agency }) => agency.code).sort();
    const held = Array.from({ length: OFFICES }, (_, index) => index + 1).filter(isHeld);
    expect(listed).toEqual(held.map(agencyCode).sort());
  }

  const isDaytime = (instant: Date) =>
    hourOf(instant) >= 8 &&
    hourOf(instant) < 20 &&
    weekdayOf(bangkokDate(instant)) % 6 !== 0 &&
    bangkokDate(instant) !== HOLIDAY;

  const hoursOf = (n: number): number[] => [
    ...new Set(
      country.line.arrived
        .filter((call) => peopleOf(call).includes(personNumber(n)))
        .map((call) => hourOf(call.at)),
    ),
  ];

  /** How often the table and what arrived differ, in words. */
  function differences(): string[] {
    return days(FIRST, LAST).flatMap((day) => {
      const got = country.line.countsOn(day);
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
    const working = days(FIRST, LAST).filter((day) => weekdayOf(day) % 6 !== 0 && day !== HOLIDAY);
    expect(killed).toEqual(working);
    expect(differences().slice(0, 20)).toEqual([]);
    const told = [PUSHES_AGAIN, ...WIDE.filter((day) => !NO_PUSHES.includes(day))];
    const others = [501, 502].map((n) =>
      days(FIRST, LAST).filter((day) => country.line.countsOn(day).get(n) === 1),
    );
    expect(others).toEqual([told, told]);
    // Not at night, not at weekends, and each at their hour.
    expect(country.line.arrived.filter((call) => !isDaytime(call.at))).toEqual([]);
    for (const [n, hour] of HOUR_OF) expect(hoursOf(n)).toEqual([hour]);
    // The last one before the Sunday says so.
    const lastWords = country.line.received().get('2021-01-29')?.get(personNumber(2))?.[0] ?? '';
    expect(lastWords).toContain('31 มกราคม 2564');
  }, 120_000);
});

/** The people for whom something begins on a day. */
const on = (table: Map<number, string>, day: CalendarDate): number[] =>
  [...table].flatMap(([n, from]) => (from === day ? [n] : []));

const hourOf = (instant: Date): number => Math.floor(bangkokMinutes(instant) / 60);

test('one message for all deadlines and agencies of a person', async () => {
  await putEverybody();
  await putDeadline('wide', {});
  await putDeadline('survey', { what: 'surveyed' });
  await country.runAt(at('2021-01-29', 9));
  expect([...country.line.countsOn('2021-01-29').values()].every((count) => count === 1)).toBe(true);
  expect(country.line.countsOn('2021-01-29').size).toBe(502);
  const words = country.line.received().get('2021-01-29')?.get(personNumber(501))?.[0] ?? '';
  for (const part of ['สำนักงานตัวอย่าง 1', 'สำนักงานตัวอย่าง 2', 'ปักหมุด', 'ตอบแบบสำรวจ', 'ตั้งค่าการเตือน'])
    expect(words).toContain(part);
  // Equal texts go together: Thai and English, and one person who works for two agencies.
  expect(country.line.arrived.map((call) => [call.way, peopleOf(call).length])).toEqual(
    expect.arrayContaining([
      ['multicast', 334],
      ['multicast', 167],
      ['push', 1],
    ]),
  );
  expect(country.line.arrived).toHaveLength(3);
});
