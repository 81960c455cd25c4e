/** When a digest is due: from 08:30 to 19:00 of Bangkok on working days. Pure. */
import type { DigestFrequency } from './digest-settings.ts';
import {
  addDays,
  bangkokDate,
  bangkokMinutes,
  type CalendarDate,
  daysBetween,
  weekdayOf,
} from './thai/calendar.ts';
import { type Holidays, isWorkingDay, workingDayOnOrAfter } from './thai/working-days.ts';

/** From when to when digests are sent. Minutes since midnight. */
const FROM = 8 * 60 + 30;
const UNTIL = 19 * 60;
/** A deadline's last week: the days before its end on which the weekly digest comes daily. */
const LAST_WEEK = 7;

/**
 * The day whose digest may be sent at this instant: today's, or that of the week, which is for its first working day and
 * is made up for later in the week when nobody was there to send it. Undefined outside of those hours.
 */
export function digestSlot(
  now: Date,
  frequency: DigestFrequency,
  holidays: Holidays,
  deadlines: readonly { closesOn: CalendarDate }[],
): CalendarDate | undefined {
  const today = bangkokDate(now);
  const minutes = bangkokMinutes(now);
  if (frequency === 'off' || minutes < FROM || minutes >= UNTIL || !isWorkingDay(today, holidays))
    return undefined;
  const isNear = deadlines.some(({ closesOn }) => isInLastWeek(daysBetween(today, closesOn)));
  if (frequency === 'daily' || isNear) return today;
  const monday = addDays(today, -((weekdayOf(today) + 6) % 7));
  return workingDayOnOrAfter(monday, holidays);
}

const isInLastWeek = (days: number): boolean => days >= 0 && days <= LAST_WEEK;
