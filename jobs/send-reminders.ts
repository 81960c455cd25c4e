/**
 * Reminders of deadlines, to the officials of agencies that have not done what one asks for: one message for each person
 * and day, on working days, at the person's own hour. A run that was missed is made up for on the same day; what was not
 * sent by its evening is not sent. How it is sent once and only once stands in `models/reminder-claim.ts`.
 */
import { pushesLeft } from '../models/push-quota.ts';
import { finishBatches, settleBatches, settleNotes } from '../models/reminder-batch.ts';
import {
  type After,
  dropOldReminders,
  plannedReminders,
  type ReminderRun,
  takeOverReminders,
  toldOn,
} from '../models/reminder-claim.ts';
import { FIRST_HOUR, QUIET_FROM } from '../models/reminder-days.ts';
import { agenciesToRemind, reminderDayOf } from '../models/reminder-due.ts';
import { isReminderTime } from '../models/reminder-time.ts';
import { bangkokDate } from '../models/thai/calendar.ts';
import type { Job } from './job.ts';
import { dueOfficials, planDueReminders } from './plan-reminders.ts';
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
    const check = () => lease.check();
    await planDueReminders(today, run, { now, check });
    const left = await pushesLeft(now);
    return queueAll({ today, run, now, check, left, nextName: namesOf(run, now), counts: { ...NOTHING } });
  },
  async preview(now) {
    if (!(await isReminderTime(now))) return [];
    const today = await reminderDayOf(bangkokDate(now));
    const lines = new Map<string, string[]>();
    for (const deadline of today.due)
      for await (const agencies of agenciesToRemind(deadline, today, now)) {
        const names = new Map(agencies.map(({ code, name }) => [code, name.th]));
        for (const { person, items } of await dueOfficials(deadline, agencies, { today, now })) {
          const what = items.map(({ agency }) => `${deadline.title.th} (${names.get(agency) ?? agency})`);
          lines.set(person, [...(lines.get(person) ?? []), ...what]);
        }
      }
    const told = await toldOn(today.day);
    return [...lines]
      .filter(([person]) => !told.has(person))
      .map(([person, what]) => `${person.slice(0, ID_SHOWN)}…: ${what.join(', ')}`);
  },
};

/** Enough of an id to tell two people apart, too little to reach one. Characters. */
const ID_SHOWN = 7;

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
