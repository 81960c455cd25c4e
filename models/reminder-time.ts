/** When reminders may be sent at all: on working days, from 8 to 20 o'clock of Bangkok. */
import { holidaysAround } from './holiday.ts';
import { FIRST_HOUR, QUIET_FROM } from './reminder-days.ts';
import { addDays, bangkokDate, bangkokMinutes, type CalendarDate } from './thai/calendar.ts';
import { isWorkingDay, workingDayOnOrAfter } from './thai/working-days.ts';

const MINUTES = 60;

/** Whether reminders may be sent at this instant. */
export async function isReminderTime(now: Date): Promise<boolean> {
  const day = bangkokDate(now);
  const minutes = bangkokMinutes(now);
  if (minutes < FIRST_HOUR * MINUTES || minutes >= QUIET_FROM * MINUTES) return false;
  return isWorkingDay(day, await holidaysAround(day));
}

/** The day on which a reminder goes out that somebody asks for now: today, or the next working day. */
export async function nextReminderDay(now: Date): Promise<CalendarDate> {
  const day = bangkokDate(now);
  const isOver = bangkokMinutes(now) >= QUIET_FROM * MINUTES;
  return workingDayOnOrAfter(isOver ? addDays(day, 1) : day, await holidaysAround(day));
}
