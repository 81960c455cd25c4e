/**
 * By when each step of a case is due, in Thai working days. No law sets these limits for a service like this one: they
 * are ours, chosen so that a district office can keep them; changing one touches this table only.
 */
import type { ComplaintLevel } from './complaint-document.ts';
import { holidaysAround } from './holiday.ts';
import { bangkokDate, type CalendarDate } from './thai/calendar.ts';
import { addWorkingDays, workingDaysBetween } from './thai/working-days.ts';

/** What is due: that somebody takes the case, that it is solved, that a dispute is answered. */
export type DueStep = 'take' | 'solve' | 'after-dispute';

/** Working days after the day on which the step began. Source: ours. */
const WORKING_DAYS: Readonly<Record<DueStep, Readonly<Record<ComplaintLevel, number>>>> = {
  take: { office: 2, district: 2, province: 2, department: 2 },
  solve: { office: 15, district: 10, province: 10, department: 10 },
  'after-dispute': { office: 5, district: 5, province: 5, department: 5 },
};

/** So many working days after the due day have to be over before a case climbs. Source: ours. */
const GRACE = 3;

/** The day by which the step is due that begins now. Asking the reporter something does not stop the clock. */
export async function dueAfter(step: DueStep, level: ComplaintLevel, now: Date): Promise<CalendarDate> {
  const today = bangkokDate(now);
  return addWorkingDays(today, WORKING_DAYS[step][level], await holidaysAround(today));
}

/** Whether the due day is over. */
export function isOverdue(dueOn: CalendarDate | undefined, now: Date): boolean {
  return dueOn !== undefined && dueOn < bangkokDate(now);
}

/** Whether it is overdue by so much that the case climbs. */
export async function isLongOverdue(dueOn: CalendarDate, now: Date): Promise<boolean> {
  const today = bangkokDate(now);
  return workingDaysBetween(dueOn, today, await holidaysAround(today)) > GRACE;
}
