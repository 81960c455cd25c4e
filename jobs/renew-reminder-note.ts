/**
 * A reminder that rides along with a reply says what holds once the turn has done its work: its person may have finished
 * with this very turn, gone on leave, or lost the role since it was put down.
 */
import type { Message } from '../flows/engine/message.ts';
import { isClaimId } from '../models/reminder-claim.ts';
import { reminderDayOf } from '../models/reminder-due.ts';
import { dropNoted, notedClaim } from '../models/reminder-note.ts';
import { readyReminders } from './ready-reminders.ts';

/** Whether the note under this key is a reminder: all others are said as they are. */
export const isReminderNote = isClaimId;

/** What it says as of now; undefined where nothing is left to say, and then it is withdrawn. */
export async function renewReminderNote(key: string, now: Date): Promise<Message[] | undefined> {
  const noted = await notedClaim(key);
  if (noted) {
    const { ready } = await readyReminders([noted.claim], await reminderDayOf(noted.day), now);
    const [first] = ready;
    if (first) return [first.message];
  }
  await dropNoted(key);
  return undefined;
}
