/**
 * Reminders of deadlines, to the officials of agencies that have not done what one asks for: one message for each person
 * and day, on working days, at the person's own hour. What was missed is made up for within two working days, as long as it
 * is still of use. How it is sent once and only once stands in `models/reminder-claim.ts`.
 */
import { finishBatches, settleBatches, settleNotes } from '../models/reminder-batch.ts';
import {
  type After,
  dropOldReminders,
  plannedReminders,
  type ReminderRun,
  takeOverReminders,
} from '../models/reminder-claim.ts';
import { FIRST_HOUR, QUIET_FROM } from '../models/reminder-days.ts';
import { reminderDayOf } from '../models/reminder-due.ts';
import { endNeedless } from '../models/reminder-held.ts';
import { noteReminderRun } from '../models/reminder-run-day.ts';
import { isReminderTime } from '../models/reminder-time.ts';
import { bangkokDate } from '../models/thai/calendar.ts';
import type { Job } from './job.ts';
import { planDueReminders } from './plan-reminders.ts';
import { previewReminders } from './preview-reminders.ts';
import { CLAIMS_AT_ONCE, type Queueing, queueReminders } from './queue-reminders.ts';

const NOTHING = { pushed: 0, noted: 0, held: 0, dropped: 0 };

export const sendReminders: Job = {
  name: 'send-reminders',
  schedule: `*/10 ${FIRST_HOUR}-${QUIET_FROM - 1} * * *`,
  async run(now, lease) {
    const day = bangkokDate(now);
    if (!(await isReminderTime(now))) return { ...NOTHING };
    const run = { day, fence: lease.fence };
    const today = await reminderDayOf(day);
    await lease.check();
    await dropOldReminders(day);
    await takeOverReminders(run);
    await finishBatches(day, now);
    await settleBatches(run);
    await settleNotes(run, now);
    await endNeedless(day, now);
    const check = () => lease.check();
    await planDueReminders(today, run, { now, check });
    const counts = await queueAll({ run, now, check, nextName: namesOf(run, now), counts: { ...NOTHING } });
    await lease.check();
    await noteReminderRun(now);
    return counts;
  },
  preview: previewReminders,
};

/** Names for batches: of the run, its instant, and a number. */
function namesOf({ day, fence }: ReminderRun, now: Date): () => string {
  let made = 0;
  return () => {
    made += 1;
    return `reminder:${day}:${fence}-${now.getTime()}-${made}`;
  };
}

async function queueAll(queueing: Queueing): Promise<Record<string, number>> {
  let after: After | undefined;
  for (;;) {
    const claims = await plannedReminders(queueing.run, { after, limit: CLAIMS_AT_ONCE });
    await queueReminders(claims, queueing);
    after = claims.at(-1);
    if (claims.length < CLAIMS_AT_ONCE) return { ...queueing.counts };
  }
}
