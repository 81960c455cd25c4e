// Whether a place is open at a moment, and when that changes next.

import {
  addDays,
  bangkokDate,
  type CalendarDate,
  type Instant,
  startOfBangkokDay,
  weekdayOf,
} from './calendar.ts';
import { type OpeningHours, type Period, WEEKDAYS } from './opening-hours.ts';

/** `closesAt` and `opensAt` are ISO instants in UTC; each is missing if there is none within the next 60 days. */
export type OpenState = { open: true; closesAt?: string } | { open: false; opensAt?: string };

/** No row of holidays is nearly this long. */
const DAYS_AHEAD = 60;
const MINUTE = 60_000;

/**
 * Whether the place is open at this instant, by the clock of Bangkok. It opens at the first moment of a period and is
 * closed at its last; periods that touch, also over midnight, are one stretch. `isHoliday` gets dates as YYYY-MM-DD and
 * counts only where the hours say so; what began the evening before a holiday goes on to its end.
 */
export function openState(
  hours: OpeningHours,
  instant: Instant,
  isHoliday: (date: CalendarDate) => boolean,
): OpenState {
  const today = bangkokDate(instant);
  const now = new Date(instant).getTime();
  const end = startOfBangkokDay(addDays(today, DAYS_AHEAD)).getTime();
  for (const { from, to } of stretches(hours, today, isHoliday)) {
    if (now >= to) continue;
    if (now < from) return { open: false, opensAt: new Date(from).toISOString() };
    return to < end ? { open: true, closesAt: new Date(to).toISOString() } : { open: true };
  }
  return { open: false };
}

/** The stretches of being open, in milliseconds, from yesterday's (which may last until today) on. */
function stretches(
  hours: OpeningHours,
  today: CalendarDate,
  isHoliday: (date: CalendarDate) => boolean,
): Period[] {
  const joined: Period[] = [];
  for (let ahead = -1; ahead < DAYS_AHEAD; ahead += 1) {
    const date = addDays(today, ahead);
    if (hours.closedOnHolidays && isHoliday(date)) continue;
    for (const period of periodsOn(hours, date)) {
      const last = joined.at(-1);
      if (last && last.to >= period.from) last.to = period.to;
      else joined.push(period);
    }
  }
  return joined;
}

function periodsOn({ weekdays }: OpeningHours, date: CalendarDate): Period[] {
  const weekday = WEEKDAYS[(weekdayOf(date) + 6) % 7];
  const midnight = startOfBangkokDay(date).getTime();
  const periods = weekday ? weekdays[weekday] : [];
  return periods.map(({ from, to }) => ({ from: midnight + from * MINUTE, to: midnight + to * MINUTE }));
}
