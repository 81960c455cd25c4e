// Working days of government offices: Monday to Friday without holidays. Which days are holidays is a table, handed in.

import { addDays, type CalendarDate, weekdayOf } from './calendar.ts';

/** The holidays, as far as the table goes. */
export type Holidays = { has(date: CalendarDate): boolean };

/** Longer than any row of days off in a row; a table that has none in so many days is wrong. */
const LONGEST_BREAK = 60;

/** Whether offices work on that day. */
export function isWorkingDay(date: CalendarDate, holidays: Holidays): boolean {
  const weekday = weekdayOf(date);
  return weekday >= 1 && weekday <= 5 && !holidays.has(date);
}

/** That day, or the last working day before it. */
export function workingDayOnOrBefore(date: CalendarDate, holidays: Holidays): CalendarDate {
  return nearestWorkingDay(date, -1, holidays);
}

/** That day, or the first working day after it. */
export function workingDayOnOrAfter(date: CalendarDate, holidays: Holidays): CalendarDate {
  return nearestWorkingDay(date, 1, holidays);
}

/** The last of so many working days that begin on the day after `date`: what "within 3 working days" ends on. */
export function addWorkingDays(date: CalendarDate, days: number, holidays: Holidays): CalendarDate {
  let day = date;
  for (let left = days; left > 0; left -= 1) day = workingDayOnOrAfter(addDays(day, 1), holidays);
  return day;
}

/** How many working days lie after `from` up to and with `to`; negative where `to` is earlier. */
export function workingDaysBetween(from: CalendarDate, to: CalendarDate, holidays: Holidays): number {
  if (to < from) return -workingDaysBetween(to, from, holidays);
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1))
    if (isWorkingDay(day, holidays)) count += 1;
  return count;
}

function nearestWorkingDay(date: CalendarDate, step: 1 | -1, holidays: Holidays): CalendarDate {
  for (let away = 0; away <= LONGEST_BREAK; away += 1) {
    const day = addDays(date, step * away);
    if (isWorkingDay(day, holidays)) return day;
  }
  throw new RangeError(
    `No working day within ${LONGEST_BREAK} days of ${date}: the table of holidays is wrong`,
  );
}
