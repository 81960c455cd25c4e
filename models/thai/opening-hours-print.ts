// Opening hours in print, as short as people write them on a door.

import { WEEKDAY_NAMES } from './calendar-names.ts';
import { DAY_MINUTES, type OpeningHours, type Period, WEEKDAYS, type Weekday } from './opening-hours.ts';

type Language = 'th' | 'en';

/** Days with the same hours, in the order of the week. */
type Group = { days: Weekday[]; periods: Period[] };

const WORDS = {
  th: {
    everyDay: 'ทุกวัน',
    wholeDay: '24 ชั่วโมง',
    closed: 'หยุด ',
    holidays: 'วันหยุดราชการ',
    // วันหยุดราชการ may be read to take in Saturdays and Sundays, which "every day" must not leave open.
    holidaysOfEveryDay: 'วันหยุดนักขัตฤกษ์',
    except: 'เว้น',
    and: ' และ',
    nextDay: ' วันรุ่งขึ้น',
  },
  en: {
    everyDay: 'Every day',
    wholeDay: '24 hours',
    closed: 'closed ',
    holidays: 'public holidays',
    holidaysOfEveryDay: 'public holidays',
    except: 'closed on ',
    and: ' and on ',
    nextDay: ' next day',
  },
} as const;

/**
 * "จ.–ศ. 08.30–12.00, 13.00–16.30 น.; ส. 09.00–12.00 น.; หยุด อา. และวันหยุดราชการ", or
 * "Mon–Fri 08:30–16:30, closed on public holidays". Closed days are named only where the open ones differ.
 * `parseOpeningHours` reads it back.
 */
export function formatHours(hours: OpeningHours, language: Language): string {
  const groups = groupsOf(hours);
  const open = groups.filter(({ periods }) => periods.length > 0);
  const closed = groups.find(({ periods }) => periods.length === 0);
  const parts = open.map(
    (group) => `${daysInPrint(group.days, language)} ${formatPeriods(group.periods, language)}`,
  );
  if (closed && open.length > 1) return [...parts, closedInPrint(closed.days, hours, language)].join('; ');
  const text = parts.join('; ');
  return hours.closedOnHolidays ? text + holidaysInPrint(open, language) : text;
}

/** One day's hours without the day: "08.30–12.00, 13.00–16.30 น.", "22:00–02:00 next day", "24 ชั่วโมง". */
export function formatPeriods(periods: readonly Period[], language: Language): string {
  const [first] = periods;
  if (first?.from === 0 && first.to === DAY_MINUTES) return WORDS[language].wholeDay;
  const times = periods.map(({ from, to }) => `${clock(from, language)}–${clock(to, language)}`).join(', ');
  const unit = language === 'th' ? ' น.' : '';
  // Only a day's last period can go on after midnight.
  const night = (periods.at(-1)?.to ?? 0) > DAY_MINUTES ? WORDS[language].nextDay : '';
  return times + unit + night;
}

function groupsOf({ weekdays }: OpeningHours): Group[] {
  const groups = new Map<string, Group>();
  for (const day of WEEKDAYS) {
    const key = JSON.stringify(weekdays[day].map(({ from, to }) => [from, to]));
    const group = groups.get(key) ?? { days: [], periods: weekdays[day] };
    group.days.push(day);
    groups.set(key, group);
  }
  return [...groups.values()];
}

function closedInPrint(days: readonly Weekday[], hours: OpeningHours, language: Language): string {
  const { closed, and, holidays } = WORDS[language];
  return closed + daysInPrint(days, language) + (hours.closedOnHolidays ? and + holidays : '');
}

function holidaysInPrint(open: readonly Group[], language: Language): string {
  const { except, holidays, holidaysOfEveryDay } = WORDS[language];
  const everyDay = open[0]?.days.length === WEEKDAYS.length;
  const oneGroup = language === 'th' ? ' ' : ', ';
  return (open.length > 1 ? '; ' : oneGroup) + except + (everyDay ? holidaysOfEveryDay : holidays);
}

/** "จ.–ศ.", "Mon, Wed–Fri", "ทุกวัน". */
function daysInPrint(days: readonly Weekday[], language: Language): string {
  if (days.length === WEEKDAYS.length) return WORDS[language].everyDay;
  return runsOf(days)
    .map(([first, last]) => (first === last ? first : `${first}–${last}`))
    .map((run) => run.replace(/\d/g, (index) => shortName(Number(index), language)))
    .join(', ');
}

/** The first and last places in the week of every unbroken run of days, as digits. */
function runsOf(days: readonly Weekday[]): [first: string, last: string][] {
  const runs: [string, string][] = [];
  for (const index of days.map((day) => WEEKDAYS.indexOf(day))) {
    const run = runs.at(-1);
    if (run?.[1] === String(index - 1)) run[1] = String(index);
    else runs.push([String(index), String(index)]);
  }
  return runs;
}

function shortName(index: number, language: Language): string {
  const name = WEEKDAY_NAMES[(index + 1) % WEEKDAYS.length];
  return (language === 'th' ? name?.thShort : name?.enShort) ?? '';
}

function clock(minutes: number, language: Language): string {
  const ofDay = minutes > DAY_MINUTES ? minutes - DAY_MINUTES : minutes;
  const [hour, minute] = [Math.floor(ofDay / 60), ofDay % 60].map((part) => String(part).padStart(2, '0'));
  return `${hour}${language === 'th' ? '.' : ':'}${minute}`;
}
