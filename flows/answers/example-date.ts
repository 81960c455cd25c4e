/** Days for examples in questions: near ones, counted from today, so that no example is ever a day long past. */
import { addDays, addMonths, bangkokDate, endOfMonth } from '../../models/thai/calendar.ts';

/** A day as examples write it: “5 ธ.ค. 2569”, “5 Dec 2026”. */
export type ExampleDay = { shortDate: string };

/** So many days from today, a week without. `now` is an ISO instant. */
export function exampleDay(now: string, days = 7): ExampleDay {
  return { shortDate: addDays(bangkokDate(now), days) };
}

/** The end of the month that comes so many months after this one. */
export function exampleMonthEnd(now: string, months = 1): ExampleDay {
  return { shortDate: endOfMonth(addMonths(bangkokDate(now), months)) };
}

/** A day before another one, a week where that is not past. */
export function exampleBefore(day: string, now: string): ExampleDay {
  const days = [addDays(day, -7), bangkokDate(now)].sort();
  return { shortDate: days.at(-1) ?? day };
}
