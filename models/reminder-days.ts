/**
 * On which days a deadline is reminded of. Offices that are closed read nothing: a day before the end that falls on a
 * weekend or a holiday moves to the working day before it, and where that is before the opening, to the first one after it;
 * the one after the end moves to the working day after. Where a deadline opens and ends on days off, none is left before its
 * end: nobody is disturbed on those. Pure.
 */
import type { Deadline } from './deadline.ts';
import { addDays, type CalendarDate } from './thai/calendar.ts';
import { type Holidays, workingDayOnOrAfter, workingDayOnOrBefore } from './thai/working-days.ts';

/** What of a deadline decides about its reminder days. */
export type Reminding = Pick<Deadline, 'opensOn' | 'closesOn' | 'remindBefore' | 'remindAfter'>;

/** The days of Bangkok on which is reminded, the earliest first, each once; none before the deadline opens. */
export function reminderDays(deadline: Reminding, holidays: Holidays): CalendarDate[] {
  const { opensOn, closesOn, remindBefore, remindAfter } = deadline;
  const before = remindBefore
    .map((days) => addDays(closesOn, -days))
    .filter((day) => day >= opensOn)
    .map((day) => {
      const moved = workingDayOnOrBefore(day, holidays);
      return moved >= opensOn ? moved : workingDayOnOrAfter(opensOn, holidays);
    })
    .filter((day) => day <= closesOn);
  const after =
    remindAfter === undefined ? [] : [workingDayOnOrAfter(addDays(closesOn, remindAfter), holidays)];
  return [...new Set([...before, ...after])].sort();
}

/** Reminders are sent from this hour of Bangkok on … */
export const FIRST_HOUR = 8;
/** … and never at this hour or later. */
export const QUIET_FROM = 20;
