// A day, as people in Thailand write it or say it.

import { bangkokDate, type CalendarDate, type Instant } from '../../models/thai/calendar.ts';
import { normalForm } from '../../models/thai/normal-form.ts';
import type { DateFrame, DateRefusal } from './date-outcome.ts';
import { readRelativeDate } from './date-relative.ts';
import { readWeekday } from './date-weekday.ts';
import { readWrittenDate } from './date-written.ts';
import { type Parsed, refused } from './parsed.ts';
import { withoutParticles } from './politeness.ts';

/**
 * Reads a date in Thai or English: "31 พ.ค. 61", "๓๑/๕/๒๕๖๑", "2018-05-31", "May 31", "พรุ่งนี้", "สิ้นเดือนหน้า",
 * "วันศุกร์หน้า", "อีก 3 วัน". Numbers go day before month. Without a year it is the next such date, today included;
 * with `lookTo: 'past'` the last one. `now` decides what today is in Bangkok.
 */
export function parseDate(
  text: string,
  { now, lookTo = 'future' }: { now: Instant; lookTo?: 'future' | 'past' },
): Parsed<CalendarDate, DateRefusal> {
  const said = withoutParticles(normalForm(text)).replace(/^ภายใน(?=วันที่)/, '');
  const frame: DateFrame = { today: bangkokDate(now), lookTo };
  const reading = readRelativeDate(said, frame) ?? readWeekday(said, frame) ?? readWrittenDate(said, frame);
  return reading ?? refused({ why: 'not-a-date' });
}
