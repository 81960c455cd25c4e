// A time of day, by the clock or in the Thai way of counting hours.

import { normalForm } from '../../models/thai/normal-form.ts';
import { readNumberWords } from '../../models/thai/number-words.ts';
import { type Parsed, refused, understood } from './parsed.ts';
import { withoutParticles } from './politeness.ts';

/** Why no time was taken; "หกโมง" may be morning or evening, `candidates` in minutes since midnight. */
export type TimeRefusal =
  | { why: 'not-a-time' }
  | { why: 'no-such-time' }
  | { why: 'ambiguous'; candidates: number[] };

type TimeReading = Parsed<number, TimeRefusal>;

/** A way to say a time: the pattern may name `hour` (digits or words) and `rest`, the minutes after it. */
type Saying = {
  pattern: RegExp;
  hours: (hour: number, half: string | undefined) => number | 'open' | undefined;
};

const NO_SUCH_TIME = refused({ why: 'no-such-time' });
const LEAD = /^(?:ใน)?(?:เวลา|ตอน|ประมาณ|at|about)\s*/;
const HOUR = '(?<hour>\\d{1,2}|สิบเอ็ด|สิบสอง|สิบ|หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า)';
const HALF = '(?:\\s*(?<half>เช้า|เย็น))?';
const REST = '(?<rest>.*)$';

const SAYINGS: readonly Saying[] = [
  { pattern: new RegExp(`^เที่ยงคืน${REST}`), hours: () => 0 },
  { pattern: new RegExp(`^เที่ยง(?:วัน)?${REST}`), hours: () => 12 },
  { pattern: new RegExp(`^ตี\\s*${HOUR}${REST}`), hours: (hour) => within(hour, 1, 5, hour) },
  { pattern: new RegExp(`^บ่าย\\s*โมง${REST}`), hours: () => 13 },
  {
    pattern: new RegExp(`^บ่าย\\s*${HOUR}\\s*(?:โมง)?${REST}`),
    hours: (hour) => within(hour, 1, 5, hour + 12),
  },
  { pattern: new RegExp(`^${HOUR}\\s*โมง${HALF}${REST}`), hours: hourOfMong },
  { pattern: new RegExp(`^(?<hour>)โมงเช้า${REST}`), hours: () => 7 },
  { pattern: new RegExp(`^${HOUR}\\s*ทุ่ม${REST}`), hours: (hour) => within(hour, 1, 5, hour + 18) },
  { pattern: new RegExp(`^ทุ่ม${REST}`), hours: () => 19 },
];

const CLOCK = /^(?<hour>\d{1,2})[.:](?<minute>\d{2})(?::\d{2})?\s*(?:น|นาฬิกา|hrs?|(?<half>[ap])\.?m)?$/;
const TWELVE_HOURS = /^(?<hour>\d{1,2})\s*(?<half>[ap])\.?m$/;
const FULL_HOURS = /^(?<hour>\d{1,2}|[ก-๎]+?)\s*(?:นาฬิกา|น(?![ก-๎]))\s*(?<rest>.*)$/;

/**
 * Reads a time of day as minutes since midnight: 0–1439, and 1440 for "24.00 น.", the end of a day. By the clock
 * ("8.30", "08:30 น.", "2pm") or in Thai ("บ่ายสองครึ่ง", "สี่โมงเย็น", "3 ทุ่ม", "ตีห้า", "เที่ยงคืน" is 0). A bare number
 * is no time. Hours of โมง without more are the ones of daylight: 7–11 and 13–17; six is open.
 */
export function parseTime(text: string): Parsed<number, TimeRefusal> {
  const said = withoutParticles(normalForm(text)).replace(LEAD, '');
  return readEnglishWord(said) ?? readClock(said) ?? readSaying(said) ?? refused({ why: 'not-a-time' });
}

function readEnglishWord(said: string): TimeReading | undefined {
  if (said === 'noon' || said === 'midday') return understood(720);
  return said === 'midnight' ? understood(0) : undefined;
}

function readClock(said: string): TimeReading | undefined {
  const clock = (CLOCK.exec(said) ?? TWELVE_HOURS.exec(said))?.groups;
  if (clock) return timeOf(hourOfClock(Number(clock.hour), clock.half), Number(clock.minute ?? 0));
  const { hour, rest = '' } = FULL_HOURS.exec(said)?.groups ?? {};
  const hours = hour === undefined ? undefined : numberOf(hour);
  const minutes = minutesOf(rest);
  return hours === undefined || minutes === undefined ? undefined : timeOf(hours, minutes);
}

function readSaying(said: string): TimeReading | undefined {
  for (const { pattern, hours } of SAYINGS) {
    const groups = pattern.exec(said)?.groups;
    // Minutes may stand before เช้า and เย็น: "4 โมงครึ่งเย็น".
    const [, rest = '', lateHalf] = /^(.*?)(เช้า|เย็น)?$/s.exec(groups?.rest ?? '') ?? [];
    const minutes = minutesOf(rest);
    if (!groups || minutes === undefined) continue;
    const hour = hours(numberOf(groups.hour ?? '') ?? 0, groups.half ?? lateHalf);
    return hour === 'open' ? eitherHalf(360 + minutes) : timeOf(hour, minutes);
  }
  return undefined;
}

function eitherHalf(morning: number): TimeReading {
  const candidates = [morning, morning + 720];
  return refused({ why: 'ambiguous', candidates });
}

function timeOf(hours: number | undefined, minutes: number): TimeReading {
  const time = (hours ?? 99) * 60 + minutes;
  return minutes > 59 || time > 1440 ? NO_SUCH_TIME : understood(time);
}

function hourOfClock(hour: number, half: string | undefined): number | undefined {
  if (half === undefined) return hour;
  return within(hour, 1, 12, (hour % 12) + (half === 'p' ? 12 : 0));
}

/** โมง of the morning counts 6–11 by the clock, or 1–5 from six in the old way; of the evening 3–6. */
function hourOfMong(hour: number, half: string | undefined): number | 'open' | undefined {
  if (half === 'เช้า') return within(hour, 1, 11, hour < 6 ? hour + 6 : hour);
  if (half === 'เย็น') return within(hour, 3, 6, hour + 12);
  if (hour === 6) return 'open';
  return within(hour, 1, 12, hour < 6 ? hour + 12 : hour);
}

function within(hour: number, low: number, high: number, value: number): number | undefined {
  return hour >= low && hour <= high ? value : undefined;
}

/** Minutes after a named hour: none, ครึ่ง, "15 นาที", "สิบห้า"; undefined if it is something else. */
function minutesOf(rest: string): number | undefined {
  const said = rest.replace(/^[.:]/, '').replace(/นาที$/, '').trim();
  if (said === '' || said === 'ตรง') return 0;
  if (said === 'ครึ่ง') return 30;
  const minutes = numberOf(said);
  return minutes !== undefined && minutes < 60 ? minutes : undefined;
}

function numberOf(said: string): number | undefined {
  return /^\d{1,2}$/.test(said) ? Number(said) : readNumberWords(said);
}
