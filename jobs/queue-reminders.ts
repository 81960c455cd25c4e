/**
 * Sending what is planned: each claim is looked at again right before, as somebody may have finished a minute ago. Who is
 * talking with the bot gets it with the next reply, for nothing; equal messages to all others go together. What there are
 * no pushes left for is held, the least urgent first.
 */
import type { Message } from '../flows/engine/message.ts';
import { type Missing, reminder } from '../flows/reminders/reminder-words.ts';
import { noteReminders, sendBatch } from '../models/reminder-batch.ts';
import { endReminders, type ReminderClaim, type ReminderRun } from '../models/reminder-claim.ts';
import { QUIET_FROM } from '../models/reminder-days.ts';
import { type ReminderDay, type StillMissing, stillMissing } from '../models/reminder-due.ts';
import { peopleToRemind, type ReminderPerson } from '../models/reminder-people.ts';
import { daysBetween, startOfBangkokDay } from '../models/thai/calendar.ts';
import { hasCome } from './plan-reminders.ts';

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

/** Where claims are sent. `left` are the pushes that may still be used; it goes down with each. Undefined: no end of them. */
export type Queueing = {
  today: ReminderDay;
  run: ReminderRun;
  now: Date;
  check: () => Promise<void>;
  left: number | undefined;
  /** A name for the next batch that no other has had. */
  nextName: () => string;
  counts: QueueCounts;
};

/** A reminder as it goes out. */
type ReadyReminder = { claim: ReminderClaim; person: ReminderPerson; message: Message };

/** Sends these claims, of one kind, or holds or drops them. */
export async function queueReminders(claims: readonly ReminderClaim[], queueing: Queueing): Promise<void> {
  const { run, now, counts } = queueing;
  const ready = await readyReminders(claims, queueing);
  const isReady = new Set(ready.map(({ claim }) => claim.id));
  const noted = ready.filter((one) => mayBeNoted(one, now));
  const paid = ready.filter((one) => !noted.includes(one));
  const affordable = paid.slice(0, queueing.left);
  await queueing.check();
  counts.dropped += await endReminders(
    claims.filter(({ id }) => !isReady.has(id)).map(({ id }) => id),
    run,
    'dropped',
  );
  await noteReminders(
    noted.map(({ claim, message }) => ({ claim: claim.id, messages: [message] })),
    run,
    { now, until: new Date(now.getTime() + NOTE_WAITS) },
  );
  counts.noted += noted.length;
  const batches = alike(affordable);
  for (let from = 0; from < batches.length; from += BATCHES_AT_ONCE) {
    await queueing.check();
    const some = batches.slice(from, from + BATCHES_AT_ONCE);
    await Promise.all(some.map((batch) => sendTogether(batch, queueing)));
  }
  counts.held += await endReminders(
    paid.slice(affordable.length).map(({ claim }) => claim.id),
    run,
    'held',
  );
}

async function sendTogether(batch: readonly ReadyReminder[], queueing: Queueing): Promise<void> {
  const [first] = batch;
  if (!first) return;
  const { today, run, now, counts } = queueing;
  const reached = await sendBatch(
    {
      id: queueing.nextName(),
      saying: { messages: [first.message], quick: [] },
      language: first.person.language,
      sendBefore: new Date(startOfBangkokDay(today.day).getTime() + QUIET_FROM * HOUR),
    },
    batch.map(({ claim }) => claim.id),
    run,
    now,
  );
  counts.pushed += reached;
  if (queueing.left !== undefined) queueing.left -= reached;
}

/** Those of these claims that still have something to say, and somebody to say it to. */
async function readyReminders(
  claims: readonly ReminderClaim[],
  { today, now }: Pick<Queueing, 'today' | 'now'>,
): Promise<ReadyReminder[]> {
  const [byHand, daily] = [
    claims.filter(({ isManual }) => isManual),
    claims.filter(({ isManual }) => !isManual),
  ];
  const [people, missingByHand, missingToday] = await Promise.all([
    peopleToRemind(
      claims.map(({ person }) => person),
      today.day,
    ),
    stillMissing(itemsOf(byHand), today, { now, onlyDue: false }),
    stillMissing(itemsOf(daily), today, { now, onlyDue: true }),
  ]);
  return claims.flatMap((claim) => {
    const person = people.get(claim.person);
    if (!person || !(claim.isManual || hasCome(person.hour, now))) return [];
    const missing = missingFor(claim, person, claim.isManual ? missingByHand : missingToday, today);
    return missing.length > 0 ? [{ claim, person, message: reminder(missing, claim.words) }] : [];
  });
}

const itemsOf = (claims: readonly ReminderClaim[]) => claims.flatMap(({ items }) => items);

/** By deadline, what is most pressing first. An agency is named only to who works for several. */
function missingFor(
  { items }: ReminderClaim,
  { agencies: own }: ReminderPerson,
  missing: StillMissing,
  { day }: ReminderDay,
): Missing[] {
  const still = items.filter((item) => own.includes(item.agency) && missing.has(item));
  const byDeadline = Map.groupBy(still, (item) => missing.deadlineOf(item));
  return [...byDeadline]
    .flatMap(([deadline, group]) => {
      if (!deadline) return [];
      const { title, what, closesOn } = deadline;
      const agencies = group.flatMap(({ agency }) => missing.agencyOf(agency)?.name ?? []);
      return [
        {
          title,
          what,
          closesOn,
          daysLeft: daysBetween(day, closesOn),
          ...(own.length > 1 && { agencies }),
        },
      ];
    })
    .sort((a, b) => pressing(a) - pressing(b) || (a.title.th < b.title.th ? -1 : 1));
}

/** What has passed comes after all that has not. */
const pressing = ({ daysLeft }: Missing): number => (daysLeft < 0 ? Number.MAX_SAFE_INTEGER : daysLeft);

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
