/** Planning the reminders of a day: everybody whose hour has come is claimed, for all that is missing at once. */
import type { KnownAgency } from '../models/agency-document.ts';
import type { Deadline } from '../models/deadline.ts';
import { type PlannedReminder, planReminders, type ReminderRun } from '../models/reminder-claim.ts';
import { agenciesToRemind, type ReminderDay, urgencyOf } from '../models/reminder-due.ts';
import { officialsToRemind } from '../models/reminder-people.ts';
import { bangkokMinutes } from '../models/thai/calendar.ts';

const MINUTES = 60;

/** Claims in bulk, a page of agencies after the other; who was told today already is left alone. */
export async function planDueReminders(
  today: ReminderDay,
  run: ReminderRun,
  { now, check }: { now: Date; check: () => Promise<void> },
): Promise<void> {
  for (const deadline of today.due) {
    for await (const agencies of agenciesToRemind(deadline, today, now)) {
      const planned = await dueOfficials(deadline, agencies, { today, now });
      await check();
      await planReminders(planned, run, now);
    }
  }
}

/** The officials of these agencies whose hour has come, with what they are to be reminded of. */
export async function dueOfficials(
  deadline: Deadline,
  agencies: readonly KnownAgency[],
  { today: { day }, now }: { today: ReminderDay; now: Date },
): Promise<PlannedReminder[]> {
  const codes = new Set(agencies.map(({ code }) => code));
  const people = await officialsToRemind([...codes], day);
  return people.flatMap(({ id, hour, agencies: own }) => {
    if (!hasCome(hour, now)) return [];
    const items = own
      .filter((agency) => codes.has(agency))
      .map((agency) => ({ deadline: deadline.id, agency }));
    return [{ person: id, items, urgency: urgencyOf(deadline, day) }];
  });
}

/** Whether it is this hour of Bangkok or later. */
export const hasCome = (hour: number, now: Date): boolean => bangkokMinutes(now) >= hour * MINUTES;
