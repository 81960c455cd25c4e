/** Whether an office is open now, and when that changes, in words. */
import {
  addDays,
  bangkokDate,
  bangkokMinutes,
  type CalendarDate,
  formatDateWithWeekday,
  formatTime,
} from '../models/thai/calendar.ts';
import { openState } from '../models/thai/open-state.ts';
import type { OpeningHours } from '../models/thai/opening-hours.ts';
import type { Name, Text } from './engine/text.ts';
import { cardTexts as text } from './office-card-texts.ts';

const END_OF_DAY = 1440;

/** As it is at `now` (an ISO instant) by the clock of Bangkok; a holiday that closes the office is named. */
export function openInWords(
  hours: OpeningHours,
  now: string,
  holidays: ReadonlyMap<CalendarDate, Name>,
): Text {
  const state = openState(hours, now, (date) => holidays.has(date));
  if (state.open) return state.closesAt ? until(state.closesAt, now) : text('openAlways');
  const words = state.opensAt ? from(state.opensAt, now) : text('closed');
  const holiday = hours.closedOnHolidays && holidays.get(bangkokDate(now));
  return holiday ? text('holiday', { state: words, holiday }) : words;
}

function until(closesAt: string, now: string): Text {
  const today = bangkokDate(now);
  const isMidnight = bangkokMinutes(closesAt) === 0;
  // What closes at midnight closes at the end of the day before.
  const day = isMidnight ? addDays(bangkokDate(closesAt), -1) : bangkokDate(closesAt);
  const time = timeInWords(isMidnight ? END_OF_DAY : bangkokMinutes(closesAt));
  return day === today ? text('openUntil', { time }) : text('openUntilDay', { day: dayInWords(day), time });
}

function from(opensAt: string, now: string): Text {
  const today = bangkokDate(now);
  const day = bangkokDate(opensAt);
  const time = timeInWords(bangkokMinutes(opensAt));
  if (day === today) return text('opensToday', { time });
  if (day === addDays(today, 1)) return text('opensTomorrow', { time });
  return text('opensOn', { day: dayInWords(day), time });
}

function timeInWords(minutes: number): Name {
  return { th: formatTime(minutes, 'th'), en: formatTime(minutes, 'en') };
}

function dayInWords(day: CalendarDate): Name {
  return { th: formatDateWithWeekday(day, 'th'), en: formatDateWithWeekday(day, 'en') };
}
