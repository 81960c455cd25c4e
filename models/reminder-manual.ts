/** Reminders that a coordinator sends: to whom one would go, what it costs, and making it so. At most one a person and day. */
import { agenciesByCodes } from './agency.ts';
import { recordChanges } from './audit.ts';
import { agenciesWithOfficials, type Change, NotAllowed, personById } from './person.ts';
import { pushesLeft } from './push-quota.ts';
import type { PlannedReminder } from './reminder-claim.ts';
import { MOST_URGENT, planManualReminders, remindedByHand } from './reminder-claim-manual.ts';
import { type ReminderDay, type ReminderItem, reminderDayOf, stillMissing } from './reminder-due.ts';
import { officialsToRemind, type ReminderPerson } from './reminder-people.ts';
import { isReminderTime, nextReminderDay } from './reminder-time.ts';
import { lookAfter } from './role.ts';
import { bangkokDate, type CalendarDate } from './thai/calendar.ts';

/** What a coordinator wants to remind of: these agencies (codes) of a deadline, in their own words beside ours. */
export type ManualReminder = { deadline: string; agencies: readonly string[]; words?: string | undefined };

/**
 * What it would cost: pushes, out of those left (nothing said where there is no limit); the day it goes out; how many
 * agencies have nobody to remind.
 */
export type ManualCost = { messages: number; left?: number; day: CalendarDate; withoutOfficials: number };

/** Throws `NotAllowed` when one of the agencies is not looked after by who asks. */
export async function costOfReminder(
  reminder: ManualReminder,
  { by, now }: { by: string; now: Date },
): Promise<ManualCost> {
  const { day, planned, missing } = await whomToRemind(reminder, { by, now });
  const [left, withOfficials] = await Promise.all([pushesLeft(now), agenciesWithOfficials(missing)]);
  return {
    messages: planned.length,
    ...(left !== undefined && { left }),
    day,
    withoutOfficials: missing.length - withOfficials.size,
  };
}

/**
 * Claims the reminder for everybody concerned, once for its key; the day it goes out. The job sends it, or who asked for it
 * does at once. Throws `NotAllowed` as above.
 */
export async function claimManualReminder(
  reminder: ManualReminder,
  { by, key, at: now }: Change,
): Promise<CalendarDate> {
  const { day, planned } = await whomToRemind(reminder, { by, now, wish: key });
  // What goes out now goes to everybody; what waits for another hour or day waits for each person's own.
  const atOnce = day === bangkokDate(now) && (await isReminderTime(now));
  const withTheDay = atOnce ? await withDue(planned, day, now) : planned;
  await planManualReminders(withTheDay, { day, by, wish: key, words: reminder.words, atOnce, now });
  if (planned.length > 0)
    await recordChanges({
      key,
      at: now,
      by,
      about: { kind: 'reminder', id: reminder.deadline },
      changes: [
        { field: 'agencies', from: null, to: [...reminder.agencies] },
        ...(reminder.words ? [{ field: 'words' as const, from: null, to: reminder.words }] : []),
      ],
    });
  return day;
}

type Whom = { day: CalendarDate; planned: (PlannedReminder & ReminderPerson)[]; missing: string[] };

async function whomToRemind(
  { deadline, agencies }: ManualReminder,
  { by, now, wish }: { by: string; now: Date; wish?: string },
): Promise<Whom> {
  const [{ roles }, known, day] = await Promise.all([
    personById(by),
    agenciesByCodes([...new Set(agencies)]),
    nextReminderDay(now),
  ]);
  if (!known.every((agency) => lookAfter(roles, agency)))
    throw new NotAllowed('some of the agencies are outside the scope');
  const items = known.map(({ code }) => ({ deadline, agency: code }));
  const still = await stillMissing(items, await reminderDayOf(day), { now, onlyDue: false });
  const missing = items.filter((item) => still.has(item)).map(({ agency }) => agency);
  const people = await officialsToRemind(missing, day);
  const reminded = await remindedByHand(
    people.map(({ id }) => id),
    { day, wish },
  );
  const planned = people
    .filter(({ id }) => !reminded.has(id))
    .map((person) => ({
      ...person,
      person: person.id,
      items: [],
      extra: missing
        .filter((agency) => person.agencies.includes(agency))
        .map((agency) => ({ deadline, agency })),
      urgency: MOST_URGENT,
    }));
  return { day, planned, missing };
}

/** The same with all that these people are to be reminded of that day in any case: it may be their only message. */
async function withDue(planned: Whom['planned'], day: CalendarDate, now: Date): Promise<PlannedReminder[]> {
  const today = await reminderDayOf(day);
  const still = await stillMissing(
    planned.flatMap(({ agencies }) => dueAt(agencies, today)),
    today,
    { now, onlyDue: true },
  );
  return planned.map(({ person, agencies, extra, urgency }) => {
    const items = dueAt(agencies, today).filter((item) => still.has(item));
    return { person, items, extra, urgency };
  });
}

const dueAt = (agencies: readonly string[], { due }: ReminderDay): ReminderItem[] =>
  due.flatMap(({ id }) => agencies.map((agency) => ({ deadline: id, agency })));
