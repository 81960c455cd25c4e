// Dates counted from today: "พรุ่งนี้", "อีก 3 วัน", "สิ้นเดือนหน้า", "วันที่ 5 เดือนหน้า".

import {
  addDays,
  addMonths,
  type CalendarDate,
  calendarDate,
  datePartsOf,
  endOfMonth,
} from '../../models/thai/calendar.ts';
import { looseForm } from '../../models/thai/normal-form.ts';
import { readNumberWords } from '../../models/thai/number-words.ts';
import type { DateFrame, DateReading } from './date-outcome.ts';
import { refused, understood } from './parsed.ts';

const DAY_WORDS = new Map<string, number>(
  Object.entries({
    'เมื่อวานซืน|วานซืน|วานซืนนี้|the day before yesterday|day before yesterday': -2,
    'เมื่อวาน|เมื่อวานนี้|วานนี้|yesterday': -1,
    'วันนี้|today': 0,
    'พรุ่งนี้|วันพรุ่งนี้|พรุ้งนี้|วันรุ่งขึ้น|tomorrow|tmr': 1,
    'มะรืน|มะรืนนี้|วันมะรืน|วันมะรืนนี้|the day after tomorrow|day after tomorrow': 2,
    'มะเรื่อง|มะเรื่องนี้': 3,
  }).flatMap(([words, days]) => words.split('|').map((word): [string, number] => [looseForm(word), days])),
);

const MONTH_ENDS = new Map<string, number>(
  Object.entries({
    'สิ้นเดือน|สิ้นเดือนนี้|วันสิ้นเดือน|end of month|end of the month|end of this month': 0,
    'สิ้นเดือนหน้า|end of next month': 1,
    'สิ้นเดือนที่แล้ว|สิ้นเดือนก่อน|end of last month': -1,
  }).flatMap(([words, months]) =>
    words.split('|').map((word): [string, number] => [looseForm(word), months]),
  ),
);
const YEAR_ENDS = new Map<string, number>(
  ['สิ้นปี', 'สิ้นปีนี้', 'end of year', 'end of the year', 'สิ้นปีหน้า', 'end of next year'].map((words, i) => [
    looseForm(words),
    i < 4 ? 0 : 1,
  ]),
);

const COUNT = '(?<count>\\d{1,3}|[ก-๎]+?)';
const UNIT = '(?<unit>วัน|สัปดาห์|อาทิตย์|เดือน|ปี)';
const AHEAD = [
  new RegExp(`^(?:ใน|ภายใน)?\\s*อีก\\s*${COUNT}\\s*${UNIT}(?:ข้างหน้า)?$`),
  new RegExp(`^(?:(?:ใน|ภายใน)\\s*)?${COUNT}\\s*${UNIT}\\s*ข้างหน้า$`),
  /^(?:in\s+)(?<count>\d{1,3}|an?|one)\s+(?<unit>day|week|month|year)s?$/,
];
const BACK = [
  new RegExp(`^(?:เมื่อ\\s*)?${COUNT}\\s*${UNIT}\\s*(?:ก่อน|ที่แล้ว|ที่ผ่านมา)$`),
  /^(?<count>\d{1,3}|an?|one)\s+(?<unit>day|week|month|year)s?\s+ago$/,
];

const DAY_OF_MONTH = /^(?:วันที่|ที่)\s*(?<day>\d{1,2})(?:\s*(?:ของ)?\s*เดือน(?<which>นี้|หน้า))?$/;
const DAY_OF_MONTH_ENGLISH = /^(?:on )?the (?<day>\d{1,2})(?:st|nd|rd|th)$/;

/** Reads a date, in normal form, that is counted from today. */
export function readRelativeDate(form: string, frame: DateFrame): DateReading {
  const { today } = frame;
  const loose = looseForm(form);
  const days = DAY_WORDS.get(loose);
  if (days !== undefined) return understood(addDays(today, days));
  const months = MONTH_ENDS.get(loose);
  if (months !== undefined) return understood(endOfMonth(addMonths(today, months)));
  const years = YEAR_ENDS.get(loose);
  if (years !== undefined) return understood(`${addMonths(today, 12 * years).slice(0, 4)}-12-31`);
  return (
    readOffset(form, today, AHEAD, 1) ?? readOffset(form, today, BACK, -1) ?? readDayOfMonth(form, frame)
  );
}

function readOffset(
  form: string,
  today: CalendarDate,
  patterns: readonly RegExp[],
  sign: 1 | -1,
): DateReading {
  const groups = patterns.map((pattern) => pattern.exec(form)?.groups).find((found) => found !== undefined);
  const count = countOf(groups?.count ?? '');
  if (count === undefined) return undefined;
  return understood(offset(today, sign * count, groups?.unit ?? ''));
}

function countOf(written: string): number | undefined {
  if (/^\d+$/.test(written)) return Number(written);
  if (/^(?:an?|one)$/.test(written)) return 1;
  const number = readNumberWords(written);
  return number !== undefined && number <= 999 ? number : undefined;
}

function offset(today: CalendarDate, count: number, unit: string): CalendarDate {
  if (unit === 'วัน' || unit === 'day') return addDays(today, count);
  if (unit === 'เดือน' || unit === 'month') return addMonths(today, count);
  return unit === 'ปี' || unit === 'year' ? addMonths(today, 12 * count) : addDays(today, 7 * count);
}

function readDayOfMonth(form: string, frame: DateFrame): DateReading {
  const { day, which } = (DAY_OF_MONTH.exec(form) ?? DAY_OF_MONTH_ENGLISH.exec(form))?.groups ?? {};
  if (day === undefined) return undefined;
  const date = which
    ? dayIn(frame.today, which === 'หน้า' ? 1 : 0, Number(day))
    : nearestDay(frame, Number(day));
  return date === undefined ? refused({ why: 'no-such-day' }) : understood(date);
}

/** The nearest month that has such a day on the right side of today; no two neighbours both lack the 31st for long. */
function nearestDay({ today, lookTo }: DateFrame, day: number): CalendarDate | undefined {
  const direction = lookTo === 'future' ? 1 : -1;
  const candidates = [0, 1, 2].map((distance) => dayIn(today, direction * distance, day));
  return candidates.find(
    (date) => date !== undefined && (lookTo === 'future' ? date >= today : date <= today),
  );
}

function dayIn(today: CalendarDate, monthsAway: number, day: number): CalendarDate | undefined {
  const { year, month } = datePartsOf(addMonths(today, monthsAway));
  return calendarDate(year, month, day);
}
