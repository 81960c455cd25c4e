// Opening hours: their shape, and what makes them sensible.

/** The days of the week as they are stored, Monday first as a working week is read. */
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** A day of the week. */
export type Weekday = (typeof WEEKDAYS)[number];

/**
 * One stretch of being open, in minutes since the midnight that begins its day: 0 ≤ `from` < 1440, `from` < `to`, at
 * most 24 hours long. Beyond 1440 `to` lies in the next day: 22.00–02.00 is `{ from: 1320, to: 1560 }`, and belongs to
 * the day it begins on. `{ from: 0, to: 1440 }` is the whole day.
 */
export type Period = { from: number; to: number };

/**
 * The hours of a usual week. A day's periods are in order with a gap between them (a lunch break); no period reaches
 * into one of the next day; `[]` is closed. At least one day is open.
 */
export type OpeningHours = { weekdays: Record<Weekday, Period[]>; closedOnHolidays: boolean };

/** Minutes in a day. */
export const DAY_MINUTES = 1440;

/** A day that never closes. */
export const WHOLE_DAY: Readonly<Period> = { from: 0, to: DAY_MINUTES };

/** A week made by asking for each day's periods. */
export function weekOf(periodsOf: (day: Weekday) => Period[]): Record<Weekday, Period[]> {
  const [mon, tue, wed, thu, fri, sat, sun] = [
    ...[periodsOf('mon'), periodsOf('tue'), periodsOf('wed'), periodsOf('thu')],
    ...[periodsOf('fri'), periodsOf('sat'), periodsOf('sun')],
  ] as const;
  return { mon, tue, wed, thu, fri, sat, sun };
}

/** Whether anything at all is opening hours as `OpeningHours` describes them; for checking what was stored or sent. */
export function isOpeningHours(value: unknown): value is OpeningHours {
  if (!isRecord(value) || typeof value.closedOnHolidays !== 'boolean' || !isRecord(value.weekdays))
    return false;
  const { weekdays } = value;
  if (Object.keys(weekdays).length !== WEEKDAYS.length) return false;
  const days = WEEKDAYS.map((day) => weekdays[day]);
  return days.every(isDay) && days.some((day) => day.length > 0) && nightsEndInTime(days);
}

/** Whether two numbers make a period. */
export function isPeriod(value: unknown): value is Period {
  if (!isRecord(value) || Object.keys(value).length !== 2) return false;
  const { from, to } = value;
  if (!isMinutes(from) || !isMinutes(to)) return false;
  return from < DAY_MINUTES && from < to && to - from <= DAY_MINUTES;
}

/** Whether the periods of one day, in any order, get in each other's way; touching ones do not. */
export function overlap(periods: readonly Period[]): boolean {
  const inOrder = byBeginning(periods);
  return inOrder.some(({ from }, i) => from < (inOrder[i - 1]?.to ?? 0));
}

/** The periods in order, with those that touch joined into one. They must not overlap. */
export function joined(periods: readonly Period[]): Period[] {
  const whole: Period[] = [];
  for (const { from, to } of byBeginning(periods)) {
    const last = whole.at(-1);
    if (last && last.to === from) last.to = to;
    else whole.push({ from, to });
  }
  return whole;
}

/** Whether every period that goes on after midnight ends before the next day's first begins; days Monday first. */
export function nightsEndInTime(days: readonly (readonly Period[])[]): boolean {
  return days.every((periods, i) => {
    const next = days[(i + 1) % days.length]?.[0];
    return next === undefined || (periods.at(-1)?.to ?? 0) - DAY_MINUTES <= next.from;
  });
}

function byBeginning(periods: readonly Period[]): Period[] {
  return [...periods].sort((a, b) => a.from - b.from);
}

function isDay(periods: unknown): periods is Period[] {
  if (!Array.isArray(periods) || !periods.every(isPeriod)) return false;
  return periods.every(({ from }, i) => i === 0 || from > (periods[i - 1]?.to ?? 0));
}

function isMinutes(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 0;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
