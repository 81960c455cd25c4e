/** What claims tell of days: who was told, and what a run would send. */
import {
  ClaimModel,
  claimOf,
  MANUAL,
  type ReminderClaim,
  type StoredClaim,
  TO_SEND,
  TOLD,
} from './reminder-claim.ts';
import type { CalendarDate } from './thai/calendar.ts';

/** Whom the reminder of a day has gone to, or is on its way to. */
export async function toldOn(day: CalendarDate): Promise<Set<string>> {
  const moved = { day, _id: { $not: MANUAL }, state: { $in: [...TOLD] } };
  return new Set(await ClaimModel.distinct('person', moved));
}

/** Those among these people for whom something went out, or was held, on this day or later. */
export async function reachedSince(people: readonly string[], day: CalendarDate): Promise<Set<string>> {
  const states = [...TOLD, 'held' as const];
  const reached = { person: { $in: [...people] }, day: { $gte: day }, state: { $in: states } };
  return new Set(await ClaimModel.distinct('person', reached));
}

/** The claims of a day that a run would send: planned, or held until there are pushes. */
export async function claimsToSend(day: CalendarDate): Promise<ReminderClaim[]> {
  const stored = await ClaimModel.find({ day, ...TO_SEND }).lean<StoredClaim[]>();
  return stored.map(claimOf);
}
