// Days and times of opening hours on their way to each other, in whichever order they are said.

import {
  joined,
  overlap,
  type Period,
  WEEKDAYS,
  type Weekday,
  WHOLE_DAY,
} from '../../models/thai/opening-hours.ts';
import type { DaysItem, Item } from './opening-hours-items.ts';
import type { OpeningHoursRefusal } from './opening-hours-outcome.ts';
import { refused } from './parsed.ts';

/** One thing said about some days; `every`: they were not named one by one. */
export type Statement =
  | { kind: 'open'; days: readonly Weekday[]; every: boolean; periods: Period[]; said: string }
  | { kind: 'close'; days: readonly Weekday[]; said: string }
  | { kind: 'break'; days: readonly Weekday[]; period: Period; said: string };

/** Everything said. `holidays` is missing where nothing was said of them; `named` are the days called by name. */
export type Statements = {
  said: Statement[];
  holidays?: { closed: boolean; official: boolean; said: string };
  named: Set<Weekday>;
};

type OpenStatement = Extract<Statement, { kind: 'open' }>;
/** A pause as said. */
export type BreakItem = Extract<Item, { kind: 'break' }>;
/** A time of being open as said. */
export type PeriodItem = Extract<Item, { kind: 'period' }>;
/** An answer that says why. */
export type Refusal = { ok: false } & OpeningHoursRefusal;

/** Days and periods still waiting for each other, and which came `first`. */
type Pending = { first?: 'days' | 'periods'; days: DaysItem[]; periods: PeriodItem[]; breaks: BreakItem[] };

/** How far the items are read, and what has come of them. */
export type Reading = Statements & {
  items: readonly Item[];
  at: number;
  pending: Pending;
  line: number;
  /** What was said last about opening, on which line, and whether days came first in it. */
  last?: { statement: OpenStatement; first: 'days' | 'periods'; line: number };
};

/** Days and times do not wait longer than their line, unless one of the two is still missing. */
export function endLine(reading: Reading): Refusal | undefined {
  const refusal = settleIfWhole(reading) ?? endTimesAlone(reading);
  reading.line += 1;
  return refusal;
}

function endTimesAlone(reading: Reading): Refusal | undefined {
  const { pending, last, line } = reading;
  if (pending.periods.length === 0 || !last) return undefined;
  if (last.line === line) return refused({ why: 'days-missing', part: saidBy(pending.periods) });
  return last.first === 'days' ? goOn(reading, last.statement) : undefined;
}

/** A line of only times goes on with the hours of the line before. */
function goOn(reading: Reading, statement: OpenStatement): Refusal | undefined {
  const { periods: more, breaks } = reading.pending;
  const periods = [...statement.periods, ...more.map(({ period }) => period)];
  statement.said += ` ${saidBy(more)}`;
  if (overlap(periods)) return refused({ why: 'overlap', part: statement.said });
  statement.periods = joined(periods);
  noteBreaks(reading, statement.days, breaks);
  reading.pending = nothingPending();
  return undefined;
}

/** Times alone name their days if they are office hours, 24 hours, or if closed days are named. */
export function settleWithoutDays(reading: Reading): Refusal | undefined {
  const { periods } = reading.pending;
  const missing = refused({ why: 'days-missing', part: saidBy(periods) });
  if (reading.last) return missing;
  const isOffice = periods.every(({ office }) => office);
  const isWholeDay = periods.every(({ period }) => period.to - period.from === WHOLE_DAY.to);
  const closings = reading.said.some(({ kind }) => kind === 'close');
  if (!isOffice && !isWholeDay && !closings && !reading.holidays?.official) return missing;
  const days = isOffice ? WEEKDAYS.slice(0, 5) : WEEKDAYS;
  reading.pending.days.push({ kind: 'days', days, range: true, every: true, office: false, said: '' });
  return settle(reading);
}

/** Makes a statement if both are there. */
export function settleIfWhole(reading: Reading): Refusal | undefined {
  const { days, periods } = reading.pending;
  return days.length > 0 && periods.length > 0 ? settle(reading) : undefined;
}

/** Makes a statement of the days and times that found each other. */
export function settle(reading: Reading): Refusal | undefined {
  const { days: dayItems, periods: periodItems, breaks, first = 'days' } = reading.pending;
  const items = [...dayItems, ...periodItems];
  const periods = periodItems.map(({ period }) => period);
  const said = saidBy(items);
  if (overlap(periods)) return refused({ why: 'overlap', part: said });
  noteNames(reading, dayItems);
  const office = items.find((item) => item.office);
  if (office) noteHolidays(reading, { official: office.kind === 'period', said: office.said });
  const days = daysIn(dayItems);
  const every = dayItems.some((item) => item.every);
  const again = sameDaysAgain(reading, days, periods);
  const statement = again ?? { kind: 'open', days, every, periods: joined(periods), said };
  if (!again) reading.said.push(statement);
  reading.last = { statement, first, line: reading.line };
  noteBreaks(reading, days, breaks);
  reading.pending = nothingPending();
  return undefined;
}

function noteBreaks(reading: Reading, days: readonly Weekday[], breaks: readonly BreakItem[]): void {
  for (const { period, said } of breaks) reading.said.push({ kind: 'break', days, period, said });
}

/** "จ-ศ 8.30-12.00; จ-ศ 13.00-16.30" adds to the hours just said, since nothing is taken back by it. */
function sameDaysAgain(
  reading: Reading,
  days: readonly Weekday[],
  periods: Period[],
): OpenStatement | undefined {
  const statement = reading.last?.statement;
  if (!statement || statement.days.join() !== days.join()) return undefined;
  if (overlap([...statement.periods, ...periods])) return undefined;
  statement.periods = joined([...statement.periods, ...periods]);
  return statement;
}

/** Remembers which days were called by name. */
export function noteNames(reading: Reading, items: readonly Item[]): void {
  for (const item of items)
    if (item.kind === 'days' && !item.every) for (const day of item.days) reading.named.add(day);
}

/** What was said of holidays in so many words wins over what office hours imply. */
export function noteHolidays(
  reading: Reading,
  { official, said }: { official: boolean; said: string },
): void {
  if (reading.holidays?.closed !== false) reading.holidays = { closed: true, official, said };
}

/** The days of all items, each once, in the order of the week. */
export function daysIn(items: readonly Item[]): Weekday[] {
  const all = items.flatMap((item) => (item.kind === 'days' ? item.days : []));
  return WEEKDAYS.filter((day) => all.includes(day));
}

/** The words of the items. */
export function saidBy(items: readonly Item[]): string {
  return items
    .map(({ said }) => said)
    .filter((said) => said !== '')
    .join(' ');
}

/** Nothing waits. */
export function nothingPending(): Pending {
  return { days: [], periods: [], breaks: [] };
}
