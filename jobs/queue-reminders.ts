/**
 * Sending what is planned: each claim is looked at again right before, as somebody may have finished a minute ago. Who is
 * talking with the bot gets it with the next reply, for nothing; equal messages to all others go together. What there are
 * no pushes left for is held, the least urgent first.
 */
import { givePushesBack, promisePushes } from '../models/push-quota.ts';
import { noteReminders, sendBatch } from '../models/reminder-batch.ts';
import { endReminders, type ReminderClaim, type ReminderRun } from '../models/reminder-claim.ts';
import { QUIET_FROM } from '../models/reminder-days.ts';
import { reminderDayOf } from '../models/reminder-due.ts';
import { startOfBangkokDay } from '../models/thai/calendar.ts';
import { type ReadyReminder, readyReminders } from './ready-reminders.ts';

/** Claims that are looked at together; more of them fill multicasts better. */
export const CLAIMS_AT_ONCE = 2_000;
/** LINE takes so many recipients with one multicast. */
const RECIPIENTS_AT_MOST = 500;
/** Most texts that are one person's own wait for the database; it takes several at once. */
const BATCHES_AT_ONCE = 8;
/** Who said something within this time is in a conversation. Milliseconds. */
const TALKING = 10 * 60_000;
/** So long the reminder waits for the next reply. Milliseconds. */
const NOTE_WAITS = 30 * 60_000;
const HOUR = 3_600_000;

/** What was done with claims. */
export type QueueCounts = { pushed: number; noted: number; held: number; dropped: number };

/** Where claims are sent. */
export type Queueing = {
  run: ReminderRun;
  now: Date;
  check: () => Promise<void>;
  /** A name for the next batch, or promise of pushes, that no other has had. */
  nextName: () => string;
  counts: QueueCounts;
};

/** Sends these claims, or holds or drops them; those whose person's hour is still to come stay planned. */
export async function queueReminders(claims: readonly ReminderClaim[], queueing: Queueing): Promise<void> {
  const { run, now, counts } = queueing;
  await queueing.check();
  // Read anew: a deadline may have been changed or cancelled since it was planned.
  const today = await reminderDayOf(run.day);
  const { ready, waiting } = await readyReminders(claims, today, now);
  const isOfUse = new Set([...ready.map(({ claim }) => claim), ...waiting].map(({ id }) => id));
  const noted = ready.filter((one) => mayBeNoted(one, now));
  const paid = ready.filter((one) => !noted.includes(one));
  await queueing.check();
  counts.dropped += await endReminders(
    claims.filter(({ id }) => !isOfUse.has(id)).map(({ id }) => id),
    run,
    'dropped',
  );
  await noteReminders(
    noted.map(({ claim, message }) => ({ claim: claim.id, messages: [message] })),
    run,
    { now, until: new Date(now.getTime() + NOTE_WAITS) },
  );
  counts.noted += noted.length;
  counts.held += await endReminders(await sendPaid(paid, queueing), run, 'held');
}

/** Sends what there are pushes for, the most urgent first; gives the claims there are none for. */
async function sendPaid(paid: readonly ReadyReminder[], queueing: Queueing): Promise<string[]> {
  if (paid.length === 0) return [];
  const promised = queueing.nextName();
  const affordable = paid.slice(0, await promisePushes(promised, paid.length, queueing.now));
  const batches = alike(affordable);
  for (let from = 0; from < batches.length; from += BATCHES_AT_ONCE) {
    await queueing.check();
    const some = batches.slice(from, from + BATCHES_AT_ONCE);
    await Promise.all(some.map((batch) => sendTogether(batch, promised, queueing)));
  }
  if (affordable.length > 0) await givePushesBack(promised);
  return paid.slice(affordable.length).map(({ claim }) => claim.id);
}

async function sendTogether(
  batch: readonly ReadyReminder[],
  promised: string,
  { run, now, counts, nextName }: Queueing,
): Promise<void> {
  const [first] = batch;
  if (!first) return;
  const reached = await sendBatch(
    {
      id: nextName(),
      saying: { messages: [first.message], quick: [] },
      language: first.person.language,
      sendBefore: new Date(startOfBangkokDay(run.day).getTime() + QUIET_FROM * HOUR),
    },
    batch.map(({ claim }) => claim.id),
    run,
    now,
  );
  counts.pushed += reached;
  await givePushesBack(promised, batch.length);
}

function mayBeNoted({ claim, person: { talkedAt } }: ReadyReminder, now: Date): boolean {
  return !claim.noNote && talkedAt !== undefined && now.getTime() - talkedAt.getTime() <= TALKING;
}

/** Groups that say the same in the same language, none larger than one multicast. */
function alike(ready: readonly ReadyReminder[]): ReadyReminder[][] {
  const groups = Map.groupBy(ready, ({ person, message }) => `${person.language} ${JSON.stringify(message)}`);
  return [...groups.values()].flatMap((group) =>
    Array.from({ length: Math.ceil(group.length / RECIPIENTS_AT_MOST) }, (_, at) =>
      group.slice(at * RECIPIENTS_AT_MOST, (at + 1) * RECIPIENTS_AT_MOST),
    ),
  );
}
