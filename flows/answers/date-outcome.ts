// What reading a date can come to; the date parsers' common ground.

import type { CalendarDate } from '../../models/thai/calendar.ts';
import type { Parsed } from './parsed.ts';

/**
 * Why no date was taken. `no-such-day`: 31 February. `ambiguous-year`: two digits that may be either era, with the
 * dates they may mean. `wrong-weekday`: "วันศุกร์ที่ 31 พ.ค." when the 31st, `date`, is a Thursday.
 */
export type DateRefusal =
  | { why: 'not-a-date' }
  | { why: 'no-such-day' }
  | { why: 'year-out-of-range' }
  | { why: 'ambiguous-year'; candidates: CalendarDate[] }
  | { why: 'wrong-weekday'; date: CalendarDate };

/** A date that was read, or why none was; undefined where the text does not even have the shape. */
export type DateReading = Parsed<CalendarDate, DateRefusal> | undefined;

/** What dates without a year are measured by: today in Bangkok, and which way to look from it. */
export type DateFrame = { today: CalendarDate; lookTo: 'future' | 'past' };
