// Times of day inside opening hours, as they are said: alone each may be open to two readings, as a pair seldom.

import { DAY_MINUTES, isPeriod, type Period } from '../../models/thai/opening-hours.ts';
import { type Parsed, refused, understood } from './parsed.ts';
import { parseTime } from './time.ts';

/**
 * A time as said. `minutes` are its readings; `bare` is a number without minutes or unit; `open` one that may be
 * meant for the afternoon ("1.00", "4"); `before` and `after` are the words that may count for its partner as well
 * ("บ่าย" in "บ่าย 1-3", "pm" in "1-3pm").
 */
export type SaidTime = {
  minutes: number[];
  bare: boolean;
  open: boolean;
  certain: boolean;
  number: string;
  before: string;
  after: string;
};

/** A number that is no time of day: its hours are beyond 24, or its minutes beyond 59. */
export type NoSuchTime = { wrong: 'hour' | 'minute' };

/** Why two times made no period; `suggestions` are the periods that may have been meant, the likeliest first. */
export type PeriodRefusal =
  | { why: 'ends-before-it-begins'; suggestions: Period[] }
  | { why: 'ambiguous-time'; suggestions: Period[] }
  | { why: 'longer-than-a-day' };

const NOON = DAY_MINUTES / 2;
/** Nobody closes at five or six in the morning: an end before this time is meant for the afternoon. */
const EARLY = 420;
const ONES = 'หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า';
const HOUR = `(?:\\d{1,2}|สิบเอ็ด|สิบสอง|สิบ|${ONES})`;
const ONE_TO_FIVE = '(?:[1-5](?![\\d.:])|หนึ่ง|สอง|สาม|สี่|ห้า)';
const MINUTES_IN_WORDS = `(?:(?:ยี่|สาม|สี่|ห้า)?สิบ(?:ห้า)?|(?:${ONES})(?=\\s*นาที))(?:\\s*นาที)?`;
const MINUTES = `(?:\\s*(?:ตรง|ครึ่ง|\\d{1,2}\\s*นาที|\\d{2}(?![\\d.:]|\\s*(?:โมง|ทุ่ม))|${MINUTES_IN_WORDS}))?`;
const HALF_DAY = '(?:\\s*(?:เช้า|เย็น))?';
const UNIT = 'น(?=ถึง|[^ก-๎]|$)|นาฬิกา|hrs?(?![a-z])|[ap]\\.?m(?![a-z])';
const WORD_TIMES = [
  `เที่ยง(?:คืน|วัน)?${MINUTES}`,
  `ตี\\s*${ONE_TO_FIVE}${MINUTES}`,
  `บ่าย\\s*(?:โมง|${ONE_TO_FIVE}(?:\\s*โมง)?)${MINUTES}${HALF_DAY}`,
  `(?:${HOUR}\\s*)?โมง${HALF_DAY}${MINUTES}${HALF_DAY}`,
  `(?:${HOUR}\\s*)?ทุ่ม${MINUTES}`,
  `${HOUR}\\s*นาฬิกา${MINUTES}`,
];
const CLOCK_TIMES = [
  `\\d{1,2}[.:]\\d{2}(?:[.:]\\d{2})?(?!\\d)(?:\\s*(?:${UNIT}))?`,
  `\\d{1,2}\\s*(?:${UNIT})`,
];

/** Everything that may be a time, for finding them in a text in normal form. */
export const TIME = new RegExp(
  [
    ...WORD_TIMES,
    ...CLOCK_TIMES,
    `\\d{4}(?![\\d.:])(?:\\s*(?:${UNIT}))?`,
    '\\d{1,2}(?![\\d.:])',
    'noon(?![a-z])',
    'midday(?![a-z])',
    'midnight(?![a-z])',
  ].join('|'),
  'y',
);

/** What a text that `TIME` matched says. */
export function readSaidTime(said: string): SaidTime | NoSuchTime | undefined {
  const clock = said.replace(/^(\d\d)(\d\d)(?!\d)/, '$1.$2').replace(/^\d{1,2}$/, '$&.00');
  const parsed = parseTime(clock);
  if (!parsed.ok && parsed.why === 'not-a-time') return undefined;
  if (!parsed.ok && parsed.why === 'no-such-time')
    return { wrong: /^2[4-9]|^[3-9]\d/.test(clock) ? 'hour' : 'minute' };
  const bare = /^\d{1,2}$/.test(said);
  return {
    minutes: parsed.ok ? [parsed.value] : parsed.candidates,
    bare,
    open: /^[1-6](?:[.:]\d{2})?$/.test(said),
    certain: /น$|นาฬิกา/.test(said),
    number: /\d{1,2}(?:[.:]\d{2})?/.exec(said)?.[0] ?? '',
    before: /^(?:บ่าย|ตี)/.exec(said)?.[0] ?? '',
    after: /(?:โมง\s*(?:เช้า|เย็น)?|ทุ่ม|[ap]\.?m)$/.exec(said)?.[0] ?? '',
  };
}

/**
 * The period between two times. Each reading of the one goes with each of the other, and just one pair must make
 * sense. An end at 0.00 is the midnight that ends the day. Only with `untilNextDay` may the end lie before the beginning.
 */
export function periodBetween(
  start: SaidTime,
  end: SaidTime,
  untilNextDay: boolean,
): Parsed<Period, PeriodRefusal> {
  const starts = [...start.minutes, ...readingsWith('', start, end.after)];
  const ends = [...end.minutes, ...readingsWith(start.before, end, '')].map((time) => time || DAY_MINUTES);
  const pairs = starts.flatMap((from) =>
    ends.map((to) => ({ from, to: untilNextDay ? nextDay(from, to) : to })),
  );
  const possible = distinct([...pairs.filter(isPeriod), ...inTheAfternoon(start, end)]);
  const [only] = possible;
  if (possible.length > 1) return refused({ why: 'ambiguous-time', suggestions: possible });
  if (only) return understood(only);
  if (untilNextDay) return refused({ why: 'longer-than-a-day' });
  return refused({ why: 'ends-before-it-begins', suggestions: meantBy(starts[0] ?? 0, ends[0] ?? 0, end) });
}

/** How a number reads with the words of its partner: the "1" of "1-3pm" as "1pm". */
function readingsWith(before: string, time: SaidTime, after: string): number[] {
  const isEnglish = /m$/.test(after);
  const lacksWords = time.bare || (isEnglish && !time.certain && time.after === '' && time.number !== '');
  if (!lacksWords || (before === '' && after === '')) return [];
  const parsed = parseTime(`${before}${time.number}${after}`);
  if (parsed.ok) return [parsed.value];
  return parsed.why === 'ambiguous' ? parsed.candidates : [];
}

/** "1-4" and "1.00-4.00" may be said of the afternoon, unless a น. or another hour shows the clock of 24 hours. */
function inTheAfternoon(start: SaidTime, end: SaidTime): Period[] {
  const [from, to] = [start.minutes[0] ?? 0, end.minutes[0] ?? 0];
  const isOpen = start.open && !end.certain && end.after === '' && end.before === '' && to < NOON;
  return isOpen && from < to ? [{ from: from + NOON, to: to + NOON }] : [];
}

function nextDay(from: number, to: number): number {
  const isMidnight = to === DAY_MINUTES && from < DAY_MINUTES;
  return isMidnight ? to : to + DAY_MINUTES;
}

/** 8.30–4.30 is likely until 16.30; 16.30–8.30 the wrong way round, or through the night. */
function meantBy(from: number, to: number, end: SaidTime): Period[] {
  const later = !end.certain && to <= NOON ? [{ from, to: to + NOON }] : [];
  const turned = { from: to, to: from };
  const night = { from, to: to + DAY_MINUTES };
  const likeliest = to < EARLY ? [...later, turned, night] : [turned, night, ...later];
  return distinct(likeliest.filter(isPeriod));
}

function distinct(periods: readonly Period[]): Period[] {
  return periods.filter(
    ({ from, to }, i) => periods.findIndex((other) => other.from === from && other.to === to) === i,
  );
}
