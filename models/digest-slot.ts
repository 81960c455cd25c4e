/** When a digest is due: from 08:30 to 19:00 of Bangkok on working days. Pure. */
import type { DigestFrequency } from './digest-settings.ts';
import {
  addDays,
  bangkokDate,
  bangkokMinutes,
  type CalendarDate,
  daysBetween,
  startOfBangkokDay,
  weekdayOf,
} from './thai/calendar.ts';
import { type Holidays, isWorkingDay, workingDayOnOrAfter } from './thai/working-days.ts';

/** From when to when digests are sent. Minutes since midnight. */
const FROM = 8 * 60 + 30;
const UNTIL = 19 * 60;
const MINUTE = 60_000;
/** A deadline's last week: the days before its end on which the weekly digest comes daily. */
const LAST_WEEK = 7;

/**
 * The day a digest is for. `isWeekly`: it is that of the week, and says what is urgent even where nothing has changed;
 * those in between say only what is new or due on the very day.
 */
export type DigestSlot = { slot: CalendarDate; isWeekly: boolean };

/** Whether digests may be sent at this instant. */
export function isDigestTime(now: Date, holidays: Holidays): boolean {
  const minutes = bangkokMinutes(now);
  return minutes >= FROM && minutes < UNTIL && isWorkingDay(bangkokDate(now), holidays);
}

/** When the digests of a day are sent no more. */
export const digestsEndAt = (now: Date): Date =>
  new Date(startOfBangkokDay(bangkokDate(now)).getTime() + UNTIL * MINUTE);

/**
 * The digest that may be sent at this instant: today's, or that of the week, which is for its first working day and is
 * made up for later in the week when nobody was there to send it. Undefined outside of those hours. `last` is the day of
 * the one that was looked at before.
 */
export function digestSlot(
  now: Date,
  { frequency, last }: { frequency: DigestFrequency; last: CalendarDate | undefined },
  holidays: Holidays,
  deadlines: readonly { closesOn: CalendarDate }[],
): DigestSlot | undefined {
  if (frequency === 'off' || !isDigestTime(now, holidays)) return undefined;
  const today = bangkokDate(now);
  const monday = addDays(today, -((weekdayOf(today) + 6) % 7));
  const weekly = workingDayOnOrAfter(monday, holidays);
  const isWeekly = last === undefined || last < weekly;
  const isNear = deadlines.some(({ closesOn }) => isInLastWeek(daysBetween(today, closesOn)));
  const slot = frequency === 'daily' || isNear ? today : weekly;
  return last === undefined || last < slot ? { slot, isWeekly } : undefined;
}

const isInLastWeek = (days: number): boolean => days >= 0 && days <= LAST_WEEK;
