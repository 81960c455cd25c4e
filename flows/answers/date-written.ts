// Dates written with a day and a month: "31 พ.ค. 61", "31/5/2561", "2018-05-31", "May 31", "สิ้นเดือนพฤษภาคม".

import {
  type CalendarDate,
  calendarDate,
  datePartsOf,
  endOfMonth,
  weekdayOf,
} from '../../models/thai/calendar.ts';
import { MONTH_NAMES } from '../../models/thai/calendar-names.ts';
import { normalForm } from '../../models/thai/normal-form.ts';
import type { DateFrame, DateReading } from './date-outcome.ts';
import { WEEKDAY, weekdayNamed } from './date-weekday.ts';
import { ERA, type Era, eraOf, yearsOf } from './date-year.ts';
import { refused, understood } from './parsed.ts';

const MONTHS = new Map(
  MONTH_NAMES.flatMap((_, i) => spellingsOf(i).map((name): [string, number] => [name, i + 1])),
);
const MONTH = [...MONTHS.keys()].sort((a, b) => b.length - a.length).join('|');
const YEAR = `(?:\\s*(?:ปี\\s*)?(?:(?<era>${ERA})\\s*)?(?<year>\\d{4}|\\d{2})(?:\\s*(?<eraAfter>${ERA}))?)?`;

/** Day and month as numbers; with dots or spaces only if a year follows, since "8.30" is a time. */
const NUMBERS = [
  /^(?<day>\d{1,2})\s*(?<mark>[/-])\s*(?<month>\d{1,2})(?:\s*\k<mark>\s*(?<year>\d{4}|\d{2}))?$/,
  /^(?<day>\d{1,2})(?<mark>[. ])(?<month>\d{1,2})\k<mark>(?<year>\d{4}|\d{2})$/,
  /^(?<year>\d{4})(?<mark>[-/.])(?<month>\d{1,2})\k<mark>(?<day>\d{1,2})$/,
];
const NAMES = [
  new RegExp(`^(?<day>\\d{1,2})\\s*(?:st|nd|rd|th)?\\s*(?:of |เดือน)?\\s*(?<month>${MONTH}),?${YEAR}$`),
  new RegExp(
    `^(?<month>[a-z]+)\\s*(?<day>\\d{1,2})(?:st|nd|rd|th)?(?:(?:,\\s*|\\s+)(?<year>\\d{4}|\\d{2})(?:\\s*(?<eraAfter>${ERA}))?)?$`,
  ),
];
const MONTH_END = new RegExp(`^(?:สิ้น(?:เดือน)?|end of )\\s*(?<month>${MONTH})${YEAR}$`);
const WITH_WEEKDAY = new RegExp(`^(?:วัน)?(?<weekday>${WEEKDAY})(?:ที่|,)?\\s*(?<rest>(?:\\d|[a-z]).*)$`);

type Fields = { day?: string; month?: string; year?: string; era?: string; eraAfter?: string };

/** Reads a written date in normal form; without a year it is the next such day (or the last, looking to the past). */
export function readWrittenDate(form: string, frame: DateFrame): DateReading {
  const { weekday, rest } = WITH_WEEKDAY.exec(form)?.groups ?? {};
  const reading = readUnnamed((rest ?? form).replace(/^(?:วันที่|ที่)\s*(?=\d)/, ''), frame);
  if (!reading?.ok || weekday === undefined) return reading;
  const agrees = weekdayOf(reading.value) === weekdayNamed(weekday);
  return agrees ? reading : refused({ why: 'wrong-weekday', date: reading.value });
}

function readUnnamed(form: string, frame: DateFrame): DateReading {
  const end = fieldsOf([MONTH_END], form);
  if (end) return dateIn(end, frame, (year, month) => lastDayOf(year, month));
  const fields = fieldsOf([...NUMBERS, ...NAMES], form);
  return fields && dateIn(fields, frame, (year, month) => calendarDate(year, month, Number(fields.day)));
}

function fieldsOf(patterns: readonly RegExp[], form: string): Fields | undefined {
  for (const pattern of patterns) {
    const groups = pattern.exec(form)?.groups;
    if (groups && monthOf(groups.month) !== undefined) return groups;
  }
  return undefined;
}

/** Which date the fields name, where `inMonth` finds the day of a given month. */
function dateIn(
  { month: name, year, era, eraAfter }: Fields,
  frame: DateFrame,
  inMonth: (year: number, month: number) => CalendarDate | undefined,
): DateReading {
  const month = monthOf(name) ?? 0;
  if (year === undefined) return nearest(frame, (candidate) => inMonth(candidate, month));
  const years = yearsOf(year, eraWritten(era, eraAfter), /^[a-z]/.test(name ?? ''));
  if (years.length === 0) return refused({ why: 'year-out-of-range' });
  const candidates = years.map((candidate) => inMonth(candidate, month)).filter((date) => date !== undefined);
  const [only] = candidates;
  if (candidates.length > 1) return refused({ why: 'ambiguous-year', candidates });
  return only === undefined ? refused({ why: 'no-such-day' }) : understood(only);
}

function eraWritten(before: string | undefined, after: string | undefined): Era {
  return eraOf(before ?? after);
}

/** The nearest year in which there is such a day on the right side of today; 29 February may be eight years off. */
function nearest(
  { today, lookTo }: DateFrame,
  inYear: (year: number) => CalendarDate | undefined,
): DateReading {
  const direction = lookTo === 'future' ? 1 : -1;
  const thisYear = datePartsOf(today).year;
  for (let distance = 0; distance <= 8; distance += 1) {
    const date = inYear(thisYear + direction * distance);
    if (date !== undefined && (lookTo === 'future' ? date >= today : date <= today)) return understood(date);
  }
  return refused({ why: 'no-such-day' });
}

function lastDayOf(year: number, month: number): CalendarDate | undefined {
  const first = calendarDate(year, month, 1);
  return first && endOfMonth(first);
}

function monthOf(written: string | undefined): number | undefined {
  if (written === undefined) return undefined;
  return /^\d+$/.test(written) ? Number(written) : MONTHS.get(written);
}

/** A month's names in normal form, with the ending people drop ("พฤษภา") and the frequent slip กรกฏาคม. */
function spellingsOf(index: number): string[] {
  const name = MONTH_NAMES[index];
  if (!name) return [];
  const withoutEnding = name.th.replace(/(?:คม|ยน|พันธ์)$/, '');
  const slips = name.th === 'กรกฎาคม' ? ['กรกฏาคม', 'กรกฏา'] : [];
  const sept = name.enShort === 'Sep' ? ['sept'] : [];
  return [...Object.values(name), withoutEnding, ...slips, ...sept].map(normalForm);
}
