// What the parts of opening hours say about which days, in the order they say it.

import type { Item } from './opening-hours-items.ts';
import type { OpeningHoursRefusal } from './opening-hours-outcome.ts';
import {
  type BreakItem,
  daysIn,
  endLine,
  noteHolidays,
  noteNames,
  nothingPending,
  type PeriodItem,
  type Reading,
  type Refusal,
  type Statements,
  saidBy,
  settle,
  settleIfWhole,
  settleWithoutDays,
} from './opening-hours-pending.ts';
import { type Parsed, refused, understood } from './parsed.ts';

/** Reads the parts from left to right; days and periods find each other in either order. */
export function openingHoursStatements(items: readonly Item[]): Parsed<Statements, OpeningHoursRefusal> {
  const reading: Reading = { items, at: 0, line: 0, said: [], named: new Set(), pending: nothingPending() };
  while (reading.at < items.length) {
    const refusal = readItem(reading, reading.items[reading.at]);
    if (refusal) return refusal;
  }
  return finish(reading) ?? understood(reading);
}

function readItem(reading: Reading, item: Item | undefined): Refusal | undefined {
  switch (item?.kind) {
    case 'days':
    case 'holidays':
      return readDays(reading);
    case 'period':
      return readPeriod(reading, item);
    case 'closed':
    case 'except':
      return readClosing(reading, item.said);
    case 'open':
      return readOpen(reading);
    case 'break':
      return readBreak(reading, item);
    case 'line':
      reading.at += 1;
      return endLine(reading);
    case 'not-even-holidays':
      reading.holidays = { closed: false, official: false, said: item.said };
  }
  reading.at += 1;
  return undefined;
}

/** Days are open, unless the word for closed follows them. */
function readDays(reading: Reading): Refusal | undefined {
  const run = runFrom(reading, reading.at);
  const { pending } = reading;
  const after = reading.items[reading.at + run.length];
  const beyond = reading.items[reading.at + run.length + 1];
  const isTaken = pending.first === 'periods' && pending.days.length === 0;
  if (after?.kind === 'closed' && !(isTaken && isDays(beyond))) {
    const unclear = isDays(beyond) || (isTaken && run.some(({ kind }) => kind === 'comma'));
    if (unclear) return refused({ why: 'not-understood', part: saidBy([...run, after]) });
    reading.at += run.length + 1;
    return close(reading, run);
  }
  const holiday = run.find(({ kind }) => kind === 'holidays');
  if (holiday) return refused({ why: 'holiday-hours', part: holiday.said });
  reading.at += run.length;
  const overlapped = pending.first === 'days' && pending.periods.length > 0 ? settle(reading) : undefined;
  reading.pending.first ??= 'days';
  reading.pending.days.push(...run.filter((item) => item.kind === 'days'));
  return overlapped;
}

function readPeriod(reading: Reading, item: PeriodItem): Refusal | undefined {
  const { first, days } = reading.pending;
  const overlapped = first === 'periods' && days.length > 0 ? settle(reading) : undefined;
  reading.pending.first ??= 'periods';
  reading.pending.periods.push(item);
  reading.at += 1;
  return overlapped;
}

/** "หยุดวันเสาร์อาทิตย์", "ยกเว้นวันหยุดราชการ": what follows is closed. */
function readClosing(reading: Reading, word: string): Refusal | undefined {
  const run = closingRun(reading);
  if (run.length === 0) return refused({ why: 'not-understood', part: word });
  const { pending } = reading;
  const daysWait = pending.first === 'days' && pending.periods.length === 0;
  reading.at += run.length + 1;
  if (!daysWait) return close(reading, run);
  // "ทุกวัน ยกเว้นวันอาทิตย์ 8.00-16.00": the time to come is that of the other days.
  const closed = daysIn(run);
  pending.days = pending.days.map((item) => ({
    ...item,
    days: item.days.filter((day) => !closed.includes(day)),
  }));
  noteClosed(reading, run);
  return undefined;
}

/** The days and holidays behind the word for closed; new days after the holidays are no part of it without "and". */
function closingRun(reading: Reading): Item[] {
  const run = runFrom(reading, reading.at + 1);
  const newDays = run.findIndex(
    (item, i) =>
      item.kind === 'days' && i > 0 && /holidays|comma/.test(run[i - 1]?.kind ?? '') && hasHolidays(run, i),
  );
  return newDays < 0 ? run : run.slice(0, run[newDays - 1]?.kind === 'comma' ? newDays - 1 : newDays);
}

function hasHolidays(run: readonly Item[], before: number): boolean {
  return run.slice(0, before).some(({ kind }) => kind === 'holidays');
}

/** Closes days for which no time is to come, unless it is not plain where the closed days end. */
function close(reading: Reading, run: readonly Item[]): Refusal | undefined {
  const days = run.filter((item) => item.kind === 'days');
  const isWeekend = daysIn(run).every((day) => day === 'sat' || day === 'sun');
  const isAloneBefore = reading.last === undefined && reading.pending.first === undefined;
  const hasComma = run.some(({ kind }) => kind === 'comma');
  const timeFollows = reading.items[reading.at]?.kind === 'period';
  const isMixed = days.length > 1 && days.some(({ range }) => range);
  if ((timeFollows && isAloneBefore && (!isWeekend || hasComma)) || (isMixed && reading.last === undefined))
    return refused({ why: 'not-understood', part: saidBy(run) });
  const overlapped = settleIfWhole(reading);
  noteClosed(reading, run);
  return overlapped;
}

function noteClosed(reading: Reading, run: readonly Item[]): void {
  const days = daysIn(run);
  noteNames(reading, run);
  if (days.length > 0) reading.said.push({ kind: 'close', days, said: saidBy(run) });
  for (const item of run) {
    if (item.kind === 'holidays') noteHolidays(reading, item);
  }
}

/** "เปิดวันหยุดราชการ" is about holidays; else the word says nothing. */
function readOpen(reading: Reading): Refusal | undefined {
  const next = reading.items[reading.at + 1];
  reading.at += 1;
  if (next?.kind !== 'holidays') return undefined;
  if (reading.items[reading.at + 1]?.kind === 'period')
    return refused({ why: 'holiday-hours', part: next.said });
  reading.at += 1;
  reading.holidays = { closed: false, official: false, said: next.said };
  return undefined;
}

/** A break belongs to the hours said before it; if days or times are still missing, to what they will become. */
function readBreak(reading: Reading, item: BreakItem): Refusal | undefined {
  reading.at += 1;
  const overlapped = settleIfWhole(reading);
  if (reading.last && reading.pending.first === undefined)
    reading.said.push({
      kind: 'break',
      days: reading.last.statement.days,
      period: item.period,
      said: item.said,
    });
  else reading.pending.breaks.push(item);
  return overlapped;
}

function finish(reading: Reading): Refusal | undefined {
  const refusal = endLine(reading);
  if (refusal) return refusal;
  const { days, periods, breaks } = reading.pending;
  const [lostBreak] = breaks;
  if (days.length > 0) return refused({ why: 'times-missing', part: saidBy(days) });
  if (periods.length > 0) return settleWithoutDays(reading);
  return lostBreak && refused({ why: 'times-missing', part: lostBreak.said });
}

/** The days and holidays from here on, with what joins them. */
function runFrom({ items }: Reading, from: number): Item[] {
  let end = from;
  for (let at = from; at < items.length; at += 1) {
    const kind = items[at]?.kind;
    if (kind === 'days' || kind === 'holidays') end = at + 1;
    else if (kind !== 'and' && kind !== 'comma') break;
  }
  return items.slice(from, end);
}

function isDays(item: Item | undefined): boolean {
  return item?.kind === 'days' || item?.kind === 'holidays';
}
