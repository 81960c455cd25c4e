// The weekdays by name, and dates that are named by their weekday: "วันศุกร์หน้า".

import { addDays, type CalendarDate, weekdayOf } from '../../models/thai/calendar.ts';
import { WEEKDAY_NAMES } from '../../models/thai/calendar-names.ts';
import { normalForm } from '../../models/thai/normal-form.ts';
import type { DateFrame, DateReading } from './date-outcome.ts';
import { understood } from './parsed.ts';

const WEEKDAYS = new Map<string, number>([
  ...WEEKDAY_NAMES.flatMap(({ th, en, enShort }, i) =>
    [th, en, enShort].map((name): [string, number] => [normalForm(name), i]),
  ),
  ['พฤหัส', 4],
  ['tues', 2],
  ['thur', 4],
  ['thurs', 4],
]);

/** The regular expression source of a weekday's name in normal form, without วัน. */
export const WEEKDAY = [...WEEKDAYS.keys()].sort((a, b) => b.length - a.length).join('|');

const THAI = new RegExp(`^(?<day>วัน)?(?<name>${WEEKDAY})\\s*(?<which>นี้|หน้า|ที่แล้ว|ที่ผ่านมา|ก่อน)?$`);
const ENGLISH = new RegExp(`^(?:on )?(?:(?<which>this|next|last) )?(?<name>${WEEKDAY})$`);

/** 0 (Sunday) to 6 of a name that `WEEKDAY` matched. */
export function weekdayNamed(name: string): number | undefined {
  return WEEKDAYS.get(name);
}

/**
 * Reads a weekday in normal form: alone or with นี้ the next such day, today included (or the last, looking to the
 * past); with หน้า the one in the next week, Monday to Sunday; with ที่แล้ว the last one before today.
 */
export function readWeekday(form: string, { today, lookTo }: DateFrame): DateReading {
  const { day, name = '', which } = (THAI.exec(form) ?? ENGLISH.exec(form))?.groups ?? {};
  const weekday = weekdayNamed(name);
  // "อาทิตย์หน้า" without วัน is next week, which is no date.
  if (weekday === undefined || (name === 'อาทิตย์' && which !== undefined && day === undefined))
    return undefined;
  if (which === 'หน้า' || which === 'next') return understood(inNextWeek(today, weekday));
  if (which !== undefined && which !== 'นี้' && which !== 'this') return understood(lastBefore(today, weekday));
  return understood(
    lookTo === 'past' && !which ? lastBefore(addDays(today, 1), weekday) : nextFrom(today, weekday),
  );
}

function nextFrom(today: CalendarDate, weekday: number): CalendarDate {
  return addDays(today, (weekday - weekdayOf(today) + 7) % 7);
}

function lastBefore(today: CalendarDate, weekday: number): CalendarDate {
  return addDays(nextFrom(today, weekday), -7);
}

function inNextWeek(today: CalendarDate, weekday: number): CalendarDate {
  const sinceMonday = (weekdayOf(today) + 6) % 7;
  return addDays(today, 7 - sinceMonday + ((weekday + 6) % 7));
}
