// Calendar dates as Thailand counts them: days of Asia/Bangkok (UTC+7, no daylight saving), whatever the machine's zone.

import { type CalendarName, MONTH_NAMES, WEEKDAY_NAMES } from './calendar-names.ts';

/** A day as `YYYY-MM-DD` in Christian years 0001–9999. It has no time and no zone. */
export type CalendarDate = string;

/** A moment: a Date, or an ISO text that names its zone ("2018-05-08T09:30+07:00"). */
export type Instant = Date | string;

const DAY = 86_400_000;
const BANGKOK_OFFSET = 7 * 3_600_000;
const BUDDHIST_ERA = 543;

/** พ.ศ. from ค.ศ. */
export function toBuddhistYear(christianYear: number): number {
  return christianYear + BUDDHIST_ERA;
}

/** ค.ศ. from พ.ศ.; a year of two digits belongs to the 26th Buddhist century (61 → 2561 → 2018). */
export function toChristianYear(buddhistYear: number): number {
  return (buddhistYear < 100 ? buddhistYear + 2500 : buddhistYear) - BUDDHIST_ERA;
}

/** The date of these numbers (month and day from 1), or undefined where there is no such day (31 February). */
export function calendarDate(year: number, month: number, day: number): CalendarDate | undefined {
  const utc = new Date(0);
  utc.setUTCFullYear(year, month - 1, day);
  const exists = year >= 1 && year <= 9999 && utc.getUTCMonth() === month - 1 && utc.getUTCDate() === day;
  return exists ? isoDay(utc.getTime()) : undefined;
}

/** Whether the text is a `YYYY-MM-DD` of a day that exists. */
export function isCalendarDate(text: string): text is CalendarDate {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  return match !== null && calendarDate(Number(match[1]), Number(match[2]), Number(match[3])) === text;
}

/** The numbers of a date; month and day from 1. Throws RangeError on a text that is no date. */
export function datePartsOf(date: CalendarDate): { year: number; month: number; day: number } {
  const utc = new Date(utcMidnight(date));
  return { year: utc.getUTCFullYear(), month: utc.getUTCMonth() + 1, day: utc.getUTCDate() };
}

/** The day it is in Bangkok at this instant. Throws RangeError on an instant without a zone. */
export function bangkokDate(instant: Instant): CalendarDate {
  return isoDay(millisecondsOf(instant) + BANGKOK_OFFSET);
}

/** Minutes since midnight in Bangkok at this instant, 0–1439. */
export function bangkokMinutes(instant: Instant): number {
  const sinceMidnight = (millisecondsOf(instant) + BANGKOK_OFFSET) % DAY;
  return Math.floor(((sinceMidnight + DAY) % DAY) / 60_000);
}

/** The instant at which this day begins in Bangkok. */
export function startOfBangkokDay(date: CalendarDate): Date {
  return new Date(utcMidnight(date) - BANGKOK_OFFSET);
}

/** The date so many days later (earlier if negative). */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return isoDay(utcMidnight(date) + days * DAY);
}

/** The same day so many months later, or the last day of that month where it is shorter (31 Jan + 1 → 28 Feb). */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const { year, month, day } = datePartsOf(date);
  const lastDay = new Date(utcOf(year, month + months, 0)).getUTCDate();
  return isoDay(utcOf(year, month + months - 1, Math.min(day, lastDay)));
}

/** Whole days from one date to another; negative if the second is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Math.round((utcMidnight(to) - utcMidnight(from)) / DAY);
}

/** The last day of the date's month. */
export function endOfMonth(date: CalendarDate): CalendarDate {
  const { year, month } = datePartsOf(date);
  return isoDay(utcOf(year, month, 0));
}

/** 0 for Sunday to 6 for Saturday. */
export function weekdayOf(date: CalendarDate): number {
  return new Date(utcMidnight(date)).getUTCDay();
}

/** "31 พฤษภาคม 2561" or "31 May 2018". */
export function formatDate(date: CalendarDate, language: 'th' | 'en'): string {
  return written(date, language, language);
}

/** "31 พ.ค. 2561" or "31 May 2018", for narrow places; the year stays whole so that it cannot be misread. */
export function formatShortDate(date: CalendarDate, language: 'th' | 'en'): string {
  return written(date, language, language === 'th' ? 'thShort' : 'enShort');
}

/** "วันพฤหัสบดีที่ 31 พฤษภาคม 2561" or "Thursday 31 May 2018". */
export function formatDateWithWeekday(date: CalendarDate, language: 'th' | 'en'): string {
  const weekday = WEEKDAY_NAMES[weekdayOf(date)]?.[language] ?? '';
  const rest = formatDate(date, language);
  return language === 'th' ? `วัน${weekday}ที่ ${rest}` : `${weekday} ${rest}`;
}

/** "08:30 น." or "08:30", from minutes since midnight (0–1440). Throws RangeError outside of that. */
export function formatTime(minutes: number, language: 'th' | 'en'): string {
  if (!Number.isInteger(minutes) || minutes < 0 || minutes > 1440)
    throw new RangeError(`No time of day: ${minutes}`);
  const clock = `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
  return language === 'th' ? `${clock} น.` : clock;
}

function written(date: CalendarDate, language: 'th' | 'en', name: keyof CalendarName): string {
  const { year, month, day } = datePartsOf(date);
  return `${day} ${MONTH_NAMES[month - 1]?.[name]} ${language === 'th' ? toBuddhistYear(year) : year}`;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

/** Date.UTC reads years below 100 as 19xx; this does not. The month counts from 0 and, like the day, may overflow. */
function utcOf(year: number, month: number, day: number): number {
  return new Date(0).setUTCFullYear(year, month, day);
}

function utcMidnight(date: CalendarDate): number {
  if (!isCalendarDate(date)) throw new RangeError(`Not a calendar date: ${date}`);
  return Date.parse(`${date}T00:00:00Z`);
}

function isoDay(utcMilliseconds: number): CalendarDate {
  const iso = new Date(utcMilliseconds).toISOString();
  if (!/^\d{4}-/.test(iso)) throw new RangeError(`Beyond the years 0000-9999: ${iso}`);
  return iso.slice(0, 10);
}

function millisecondsOf(instant: Instant): number {
  if (typeof instant === 'string' && !/T.*(?:Z|[+-]\d\d:?\d\d)$/i.test(instant))
    throw new RangeError(`An instant must name its zone: ${instant}`);
  const milliseconds = new Date(instant).getTime();
  if (Number.isNaN(milliseconds)) throw new RangeError(`Not an instant: ${instant}`);
  return milliseconds;
}
