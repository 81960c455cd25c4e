/** Claims on reminders that coordinators send themselves, beside those of the day: at most one a person and day. */
import { ignoreDuplicates } from './duplicate-key.ts';
import {
  ClaimModel,
  claimsInBulk,
  type PlannedReminder,
  type ReminderState,
  type StoredClaim,
} from './reminder-claim.ts';
import type { CalendarDate } from './thai/calendar.ts';

/** A coordinator's own reminder to some people; who got one that day already gets no other. */
export async function planManualReminders(
  planned: readonly PlannedReminder[],
  {
    day,
    by,
    wish,
    words,
    now,
  }: { day: CalendarDate; by: string; wish: string; words?: string | undefined; now: Date },
): Promise<void> {
  const operations = planned.map(({ person, items, urgency }) => ({
    updateOne: {
      filter: { _id: manualClaimId(day, person) },
      update: {
        $setOnInsert: {
          day,
          person,
          items,
          urgency,
          state: 'planned' as const,
          fence: 0,
          by,
          wish,
          ...(words && { words }),
          createdAt: now,
        },
      },
      upsert: true,
    },
  }));
  if (operations.length > 0)
    await ignoreDuplicates(() => claimsInBulk().bulkWrite(operations, { ordered: false }));
}

/** Who got a coordinator's own reminder for this day already, by another wish than this one. */
export async function remindedByHand(
  people: readonly string[],
  { day, wish }: { day: CalendarDate; wish?: string | undefined },
): Promise<Set<string>> {
  const others = {
    _id: { $in: people.map((person) => manualClaimId(day, person)) },
    ...(wish && { wish: { $ne: wish } }),
  };
  const stored = await ClaimModel.find(others, { person: 1 }).lean<StoredClaim[]>();
  return new Set(stored.map(({ person }) => person));
}

/** The claims made by a coordinator's wish. */
export async function claimsOfWish(
  wish: string,
): Promise<{ id: string; day: CalendarDate; state: ReminderState }[]> {
  const stored = await ClaimModel.find({ wish }, { day: 1, state: 1 }).sort({ _id: 1 }).lean<StoredClaim[]>();
  return stored.map(({ _id, day, state }) => ({ id: _id, day, state }));
}

/** The id of the claim of a coordinator's own reminder. */
const manualClaimId = (day: CalendarDate, person: string): string => `${day}:${person}:manual`;
