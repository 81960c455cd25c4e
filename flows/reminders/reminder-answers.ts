/** What the questions about reminders take for answers. */
import { bangkokDate } from '../../models/thai/calendar.ts';
import { normalForm } from '../../models/thai/normal-form.ts';
import { parseDate } from '../answers/date.ts';
import { exampleDay } from '../answers/example-date.ts';
import { parseTime } from '../answers/time.ts';
import type { Accept, Reading } from '../engine/flow.ts';
import { text } from './reminder-settings-texts.ts';

const FIRST_HOUR = 8;
const LAST_HOUR = 19;
const MINUTES = 60;
const UNTIL = /^(?:(?:ขอ)?(?:ลา|หยุด)(?:เตือน)?(?:ไป)?(?:จน)?ถึง|(?:off|away|on leave|leave)?\s*until)\s*(.+)$/;

/** An hour of the day, by the clock or in the Thai way; a tap brings it as a number. */
export const hourAnswer: Accept<number> = {
  freeText: false,
  read(input): Reading<number> {
    if (input.kind === 'chosen') return hourOf(Number(input.value) * MINUTES);
    if (input.kind !== 'text') return { ok: false };
    const bare = /^\d{1,2}$/.exec(normalForm(input.text))?.[0];
    if (bare) return hourOf(Number(bare) * MINUTES);
    const parsed = parseTime(input.text);
    return parsed.ok ? hourOf(parsed.value) : { ok: false, why: text('noHour') };
  },
};

function hourOf(minutes: number): Reading<number> {
  const hour = minutes / MINUTES;
  const isRight = Number.isInteger(hour) && hour >= FIRST_HOUR && hour <= LAST_HOUR;
  return isRight ? { ok: true, value: hour } : { ok: false, why: text('noHour') };
}

/** The last day of leave: "5 ก.พ.", "ลาถึงวันศุกร์", "until 5 Feb"; today at the earliest. */
export const untilAnswer: Accept<string> = {
  freeText: false,
  read: (input, now) =>
    input.kind === 'text'
      ? readDay(UNTIL.exec(normalForm(input.text))?.[1] ?? input.text, now)
      : { ok: false },
};

/** The same, where it has to be said that it is a leave. */
export const leaveAnswer: Accept<{ until: string }> = {
  freeText: false,
  read(input, now): Reading<{ until: string }> {
    const day = input.kind === 'text' ? UNTIL.exec(normalForm(input.text))?.[1] : undefined;
    const reading = day ? readDay(day, now) : undefined;
    if (!reading) return { ok: false };
    return reading.ok ? { ok: true, value: { until: reading.value } } : reading;
  },
};

function readDay(written: string, now: string): Reading<string> {
  const parsed = parseDate(written, { now });
  if (!parsed.ok) return { ok: false, why: text('noDay', { example: exampleDay(now) }) };
  return parsed.value < bangkokDate(now) ? { ok: false, why: text('pastDay') } : parsed;
}
