/**
 * Planning the reminders of a day: everybody whose hour has come is claimed, for all that is missing at once. Besides what
 * is due that day this is what the last two working days would have said, had a run come; and what was held for want of
 * pushes, once there are some.
 */
import type { KnownAgency } from '../models/agency-document.ts';
import type { Deadline } from '../models/deadline.ts';
import { pushesLeft } from '../models/push-quota.ts';
import { type PlannedReminder, planReminders, type ReminderRun } from '../models/reminder-claim.ts';
import { MOST_URGENT } from '../models/reminder-claim-manual.ts';
import { reachedSince } from '../models/reminder-claim-read.ts';
import { agenciesToRemind, type ReminderDay, type ReminderItem, urgencyOf } from '../models/reminder-due.ts';
import { type HeldClaim, heldUntil } from '../models/reminder-held.ts';
import { officialsToRemind, type ReminderPerson } from '../models/reminder-people.ts';
import { type RunDay, runDaysBefore } from '../models/reminder-run-day.ts';
import { addDays, bangkokMinutes } from '../models/thai/calendar.ts';

const MINUTES = 60;

/** Claims in bulk, a page of agencies after the other; who was told today already is left alone. */
export async function planDueReminders(
  today: ReminderDay,
  run: ReminderRun,
  { now, check }: { now: Date; check: () => Promise<void> },
): Promise<void> {
  for await (const planned of remindersToPlan(today, now)) {
    await check();
    await planReminders(planned, run, now);
  }
}

/** Whom to remind of what as of now, in pages; somebody may be on several. */
export async function* remindersToPlan(today: ReminderDay, now: Date): AsyncGenerator<PlannedReminder[]> {
  for (const deadline of today.due)
    for await (const agencies of agenciesToRemind(deadline, today, now)) {
      const found = await officialsOf(agencies, today, now);
      const urgency = urgencyOf(deadline, today.day);
      yield found.map(({ id, own }) => ({
        person: id,
        items: itemsOf(deadline, own),
        extra: [],
        urgency,
      }));
    }
  for (const missed of await runDaysBefore(today.day, today.holidays)) yield* missedOn(missed, today, now);
  yield* heldBefore(today, now);
}

/** What was due on an earlier day is made up for where it can still be done in time and nothing was sent since. */
async function* missedOn(missed: RunDay, today: ReminderDay, now: Date): AsyncGenerator<PlannedReminder[]> {
  const deadlines = today
    .dueOn(missed.day)
    .filter((deadline) => deadline.closesOn >= today.day && !today.due.includes(deadline));
  for (const deadline of deadlines)
    for await (const agencies of agenciesToRemind(deadline, today, now)) {
      const found = (await officialsOf(agencies, today, now)).filter(({ hour }) => wasMissed(missed, hour));
      const reached = await reachedSince(
        found.map(({ id }) => id),
        missed.day,
      );
      const urgency = urgencyOf(deadline, today.day);
      yield found
        .filter(({ id }) => !reached.has(id))
        .map(({ id, own }) => ({ person: id, items: [], extra: itemsOf(deadline, own), urgency }));
    }
}

/** Whether no run came at this hour of that day, or later. */
const wasMissed = ({ until }: RunDay, hour: number): boolean => until === undefined || !hasCome(hour, until);

/** A coordinator's sentence of an earlier day is not repeated: it was meant for that day. */
async function* heldBefore(today: ReminderDay, now: Date): AsyncGenerator<PlannedReminder[]> {
  if ((await pushesLeft(now)) === 0) return;
  for await (const { claims } of heldUntil(addDays(today.day, -1), now))
    yield claims
      .filter(({ person: { hour } }) => hasCome(hour, now))
      .map((claim) => ({
        person: claim.person.id,
        items: [],
        extra: claim.items,
        urgency: urgencyOfHeld(claim, today),
      }));
}

function urgencyOfHeld({ items, wasAsked }: HeldClaim, { day, all }: ReminderDay): number {
  if (wasAsked) return MOST_URGENT;
  const ids = new Set(items.map(({ deadline }) => deadline));
  return Math.min(...all.filter(({ id }) => ids.has(id)).map((deadline) => urgencyOf(deadline, day)));
}

/** The officials of these agencies whose hour has come, with those of them that are theirs. */
async function officialsOf(
  agencies: readonly KnownAgency[],
  { day }: ReminderDay,
  now: Date,
): Promise<(ReminderPerson & { own: string[] })[]> {
  const codes = new Set(agencies.map(({ code }) => code));
  const people = await officialsToRemind([...codes], day);
  return people
    .filter(({ hour }) => hasCome(hour, now))
    .map((person) => ({ ...person, own: person.agencies.filter((agency) => codes.has(agency)) }));
}

const itemsOf = ({ id }: Deadline, agencies: readonly string[]): ReminderItem[] =>
  agencies.map((agency) => ({ deadline: id, agency }));

/** Whether it is this hour of Bangkok or later. */
export const hasCome = (hour: number, now: Date): boolean => bangkokMinutes(now) >= hour * MINUTES;
