// Opening hours as people type them, in Thai and English.

import {
  nightsEndInTime,
  type OpeningHours,
  type Period,
  WEEKDAYS,
  type Weekday,
  weekOf,
} from '../../models/thai/opening-hours.ts';
import { openingHoursItems } from './opening-hours-items.ts';
import type { OpeningHoursRefusal } from './opening-hours-outcome.ts';
import type { Statement, Statements } from './opening-hours-pending.ts';
import { openingHoursStatements } from './opening-hours-statements.ts';
import { openingHoursTokens } from './opening-hours-tokens.ts';
import { type Parsed, refused, understood } from './parsed.ts';

/** Far more than a week with a line for each day needs. */
const LONGEST_TEXT = 600;
const LONGEST_PART = 60;
const WEEKEND: readonly Weekday[] = ['sat', 'sun'];

type Week = Record<Weekday, Period[]>;
type Refusal = { ok: false } & OpeningHoursRefusal;
type BreakStatement = Extract<Statement, { kind: 'break' }>;

/**
 * Reads the hours of a usual week: "จ-ศ 8.30-16.30 เว้นวันหยุดราชการ", "ทุกวัน 24 ชม.", "จันทร์ถึงศุกร์ 08:30 - 16:30 น. พักเที่ยง"
 * (12.00–13.00), "วันและเวลาราชการ" (Monday to Friday 08.30–16.30, not on holidays), "Mon-Fri 8:30-16:30, Sat 9-12". Days may
 * stand before or after their times, in commas or lines. Later parts win over earlier ones for the same day. Days that are
 * not spoken of are closed; holidays that are not spoken of are usual days. Times go by the clock of 24 hours or by the Thai
 * one; what could mean two things is refused with what it could mean.
 */
export function parseOpeningHours(text: string): Parsed<OpeningHours, OpeningHoursRefusal> {
  if (text.length > LONGEST_TEXT) return refused({ why: 'too-long', most: LONGEST_TEXT });
  const tokens = openingHoursTokens(text);
  if (tokens.length === 0) return refused({ why: 'empty' });
  const items = openingHoursItems(tokens);
  if (!items.ok) return shortened(items);
  const statements = openingHoursStatements(items.value);
  const hours = statements.ok ? hoursOf(statements.value) : statements;
  return hours.ok ? hours : shortened(hours);
}

/** Says everything after another to a week in which nothing is open, then looks for what is left in doubt. */
function hoursOf(statements: Statements): Parsed<OpeningHours, OpeningHoursRefusal> {
  const { holidays, said } = statements;
  const weekdays = weekOf(() => []);
  for (const [at, statement] of said.entries()) {
    const refusal = applyTo(weekdays, statement, said.slice(0, at));
    if (refusal) return refusal;
  }
  const open = said.findLast((statement) => statement.kind === 'open');
  if (!open)
    return withoutTimes(said, [...said.map(({ said: words }) => words), holidays?.said].join(' ').trim());
  if (WEEKDAYS.every((day) => weekdays[day].length === 0)) return refused({ why: 'never-open' });
  if (!nightsEndInTime(WEEKDAYS.map((day) => weekdays[day])))
    return refused({ why: 'overlap', part: open.said });
  const hours = { weekdays, closedOnHolidays: holidays?.closed ?? false };
  return breakInDoubt(said, hours) ?? weekendInDoubt(statements, hours) ?? understood(hours);
}

function applyTo(weekdays: Week, statement: Statement, before: readonly Statement[]): Refusal | undefined {
  switch (statement.kind) {
    case 'open':
      for (const day of statement.days)
        if (!statement.every || !isClosedBy(before, day))
          weekdays[day] = statement.periods.map((period) => ({ ...period }));
      return undefined;
    case 'close':
      for (const day of statement.days) weekdays[day] = [];
      return undefined;
    case 'break':
      return breakUp(weekdays, statement);
  }
}

/** "หยุดวันอาทิตย์ เปิดทุกวัน" leaves Sunday closed: a day called by name counts for more than "every day". */
function isClosedBy(statements: readonly Statement[], day: Weekday): boolean {
  return statements.some(({ kind, days }) => kind === 'close' && days.includes(day));
}

/** A break that its own days cannot have is that of the days which can: "จ-ศ 8.30-16.30, ส 9-12, พักเที่ยง". */
function breakUp(weekdays: Week, { days, period, said }: BreakStatement): Refusal | undefined {
  const isOutside = refused({ why: 'break-outside', part: said });
  if (days.some((day) => weekdays[day].some((one) => isCutBy(one, period)))) return isOutside;
  if (days.some((day) => isBreak(weekdays[day], period))) return undefined;
  const fitting = (day: Weekday) => weekdays[day].some((one) => surrounds(one, period));
  const own = days.filter(fitting);
  const broken = own.length > 0 ? own : WEEKDAYS.filter(fitting);
  for (const day of broken) weekdays[day] = withBreak(weekdays[day], period);
  return broken.length > 0 ? undefined : isOutside;
}

/** Whether the break takes away the beginning or the end, or all of it. */
function isCutBy(open: Period, pause: Period): boolean {
  return open.from < pause.to && open.to > pause.from && !surrounds(open, pause);
}

function withBreak(open: readonly Period[], pause: Period): Period[] {
  return open.flatMap((one) => {
    const parts = [
      { from: one.from, to: pause.from },
      { from: pause.to, to: one.to },
    ];
    return surrounds(one, pause) ? parts : [one];
  });
}

/** Whether the times already leave out the break. */
function isBreak(open: readonly Period[], pause: Period): boolean {
  return open.some(({ to }) => to <= pause.from) && open.some(({ from }) => from >= pause.to);
}

function surrounds({ from, to }: Period, inner: Period): boolean {
  return from < inner.from && inner.to < to;
}

/** A break said last, after several days' hours, may be meant for all of them. */
function breakInDoubt(said: readonly Statement[], hours: OpeningHours): Refusal | undefined {
  const last = said.findLast(({ kind }) => kind !== 'close');
  if (last?.kind !== 'break') return undefined;
  const forAll = weekOf((day) => withBreak(hours.weekdays[day], last.period));
  const isSame = WEEKDAYS.every((day) => forAll[day].length === hours.weekdays[day].length);
  if (isSame) return undefined;
  const candidates = [{ ...hours, weekdays: forAll }, hours];
  return refused({ why: 'ambiguous', part: last.said, candidates });
}

/** Officially วันหยุดราชการ are Saturdays and Sundays too: "ทุกวัน เว้นวันหยุดราชการ" may mean five days or seven. */
function weekendInDoubt({ holidays, named }: Statements, hours: OpeningHours): Refusal | undefined {
  const isWeekendOpen = WEEKEND.every((day) => hours.weekdays[day].length > 0);
  const isWeekendNamed = WEEKEND.some((day) => named.has(day));
  if (!holidays?.official || !isWeekendOpen || isWeekendNamed) return undefined;
  const fiveDays = weekOf((day) => (WEEKEND.includes(day) ? [] : hours.weekdays[day]));
  const candidates = [{ ...hours, weekdays: fiveDays }, hours];
  return refused({ why: 'ambiguous', part: holidays.said, candidates });
}

function withoutTimes(said: readonly Statement[], part: string): Refusal {
  const isEveryDay = WEEKDAYS.every((day) => isClosedBy(said, day));
  return isEveryDay ? refused({ why: 'never-open' }) : refused({ why: 'times-missing', part });
}

/** Parts go into replies: the beginning is enough. */
function shortened(refusal: Refusal): Refusal {
  if (!('part' in refusal) || refusal.part.length <= LONGEST_PART) return refusal;
  return { ...refusal, part: `${refusal.part.slice(0, LONGEST_PART).toWellFormed()}…` };
}
