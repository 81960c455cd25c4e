/**
 * A coordinator's own reminder: claimed for the next time reminders may be sent, and sent at once where that is now. Turns
 * do this, and may do it twice; what a crash leaves behind, the job sends.
 */
import { plannedAmong } from '../models/reminder-claim.ts';
import { claimsOfWish } from '../models/reminder-claim-manual.ts';
import { claimManualReminder, type ManualReminder } from '../models/reminder-manual.ts';
import { isReminderTime } from '../models/reminder-time.ts';
import { bangkokDate, type CalendarDate } from '../models/thai/calendar.ts';
import { CLAIMS_AT_ONCE, type Queueing, queueReminders } from './queue-reminders.ts';

/** No run of the job has this number: it takes over what is left planned. */
const BY_HAND = 0;

/**
 * Sends it. How many people it reminds, how many are held for want of pushes, and on which day. Throws `NotAllowed` when
 * some of the agencies are not looked after by `by`.
 */
export async function remindByHand(
  reminder: ManualReminder,
  { by, key, now }: { by: string; key: string; now: Date },
): Promise<{ messages: number; held: number; day: CalendarDate }> {
  const next = await claimManualReminder(reminder, { by, key, at: now });
  const claims = await claimsOfWish(key);
  if (next === bangkokDate(now) && (await isReminderTime(now)))
    await queueAtOnce(
      claims.map(({ id }) => id),
      { day: next, key, now },
    );
  const after = await claimsOfWish(key);
  const held = after.filter(({ state }) => state === 'held').length;
  const dropped = after.filter(({ state }) => state === 'dropped').length;
  // Asked again after midnight it is still the day it was claimed for.
  return { messages: after.length - held - dropped, held, day: after[0]?.day ?? next };
}

async function queueAtOnce(
  claims: readonly string[],
  { day, key, now }: { day: CalendarDate; key: string; now: Date },
): Promise<void> {
  const run = { day, fence: BY_HAND };
  let made = 0;
  const queueing: Queueing = {
    run,
    now,
    check: async () => undefined,
    nextName: () => {
      made += 1;
      return `reminder:${key}:${now.getTime()}-${made}`;
    },
    counts: { pushed: 0, noted: 0, held: 0, dropped: 0 },
  };
  for (let from = 0; from < claims.length; from += CLAIMS_AT_ONCE) {
    const some = await plannedAmong(claims.slice(from, from + CLAIMS_AT_ONCE), run);
    await queueReminders(some, queueing);
  }
}
