/** Reminders that wait for their person's next reply: looked at again before they are said. */
import { withdrawNote } from './note.ts';
import { ClaimModel, claimOf, type ReminderClaim, type StoredClaim } from './reminder-claim.ts';
import type { CalendarDate } from './thai/calendar.ts';

const WAITS = { state: 'queued', way: 'note' } as const;

/** The claim that waits under this key, and its day; undefined when none does (any more). */
export async function notedClaim(
  key: string,
): Promise<{ claim: ReminderClaim; day: CalendarDate } | undefined> {
  const stored = await ClaimModel.findOne({ _id: key, ...WAITS }).lean<StoredClaim>();
  return stored ? { claim: claimOf(stored), day: stored.day } : undefined;
}

/** Nothing is to be said any more. The claim comes first: a note without one says nothing. */
export async function dropNoted(key: string): Promise<void> {
  await ClaimModel.updateOne(
    { _id: key, ...WAITS },
    { $set: { state: 'dropped' }, $unset: { way: 1, messages: 1, noteUntil: 1 } },
  );
  await withdrawNote(key);
}
