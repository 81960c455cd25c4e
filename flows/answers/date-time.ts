// A day and a time in one answer: "พรุ่งนี้บ่ายสอง".

import type { CalendarDate, Instant } from '../../models/thai/calendar.ts';
import { normalForm } from '../../models/thai/normal-form.ts';
import { parseDate } from './date.ts';
import type { DateRefusal } from './date-outcome.ts';
import { type Parsed, refused, understood } from './parsed.ts';
import { withoutParticles } from './politeness.ts';
import { parseTime, type TimeRefusal } from './time.ts';

/** A day in Bangkok and the minutes since its midnight. */
export type DateAndTime = { date: CalendarDate; time: number };

/** Why not both were understood; what was understood comes along, so that only the rest need be asked. */
export type DateTimeRefusal =
  | { why: 'not-understood' }
  | { why: 'time-missing'; date: CalendarDate }
  | { why: 'date-missing'; time: number }
  | { why: 'date-refused'; refusal: DateRefusal }
  | { why: 'time-refused'; refusal: TimeRefusal };

type Reading = Parsed<DateAndTime, DateTimeRefusal>;

/** Longer messages are stories, not appointments; this also bounds the work. */
const LONGEST = 80;

/** Reads a date and a time in either order, with or without a space between ("พรุ่งนี้บ่ายสอง", "8.30 น. วันที่ 31 พ.ค."). */
export function parseDateTime(
  text: string,
  options: { now: Instant; lookTo?: 'future' | 'past' },
): Parsed<DateAndTime, DateTimeRefusal> {
  const said = withoutParticles(normalForm(text));
  if (said.length > LONGEST) return refused({ why: 'not-understood' });
  const readings = splitsOf(said).map(([day, time]) => readBoth(day, time, options));
  const whole = readings.find((reading) => reading.ok);
  return whole ?? readings.find(isTelling) ?? readOne(said, options);
}

/** Every way to cut the text in two, either part first; never inside a number or a clock time. */
function splitsOf(said: string): [day: string, time: string][] {
  const cuts = Array.from({ length: said.length }, (_, at): [string, string] => [
    said.slice(0, at),
    said.slice(at),
  ]);
  const clean = cuts.filter(([left, right]) => !/[\d.:]$/.test(left) || !/^[\d.:]/.test(right));
  return clean.flatMap(([left, right]): [string, string][] => [
    [left.replace(/,?\s*$/, ''), right],
    [right.replace(/^\s*,?\s*(?:on )?/, ''), left.replace(/,?\s*$/, '')],
  ]);
}

function readBoth(day: string, time: string, options: { now: Instant; lookTo?: 'future' | 'past' }): Reading {
  const minutes = parseTime(time);
  if (!minutes.ok && minutes.why === 'not-a-time') return refused({ why: 'not-understood' });
  const date = parseDate(day, options);
  if (date.ok && minutes.ok) return understood({ date: date.value, time: minutes.value });
  if (date.ok && !minutes.ok) return refused({ why: 'time-refused', refusal: minutes });
  if (minutes.ok && !date.ok && date.why !== 'not-a-date')
    return refused({ why: 'date-refused', refusal: date });
  return refused({ why: 'not-understood' });
}

function isTelling(reading: Reading): boolean {
  return !reading.ok && reading.why !== 'not-understood';
}

function readOne(said: string, options: { now: Instant; lookTo?: 'future' | 'past' }): Reading {
  const date = parseDate(said, options);
  if (date.ok) return refused({ why: 'time-missing', date: date.value });
  if (date.why !== 'not-a-date') return refused({ why: 'date-refused', refusal: date });
  const time = parseTime(said);
  if (time.ok) return refused({ why: 'date-missing', time: time.value });
  return time.why === 'not-a-time'
    ? refused({ why: 'not-understood' })
    : refused({ why: 'time-refused', refusal: time });
}
