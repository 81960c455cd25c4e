/**
 * Digests for coordinators, each once for its person and day (`models/digest-claim.ts`). Who is talking with the bot gets it
 * with the next reply, for nothing; all others as a push, as far as there are pushes left: what is held comes with a later
 * run. What would say nothing is noted and not sent.
 */
import { digestSaying } from '../flows/progress/digest-words.ts';
import { languagesOf, lastSeenOf } from '../models/conversation.ts';
import { type DueDigest, digestReader, dueDigests } from '../models/digest.ts';
import {
  noteQuietDigests,
  type ReadyDigest,
  sendDigestsOnce,
  settleDigests,
} from '../models/digest-claim.ts';
import type { Digest } from '../models/digest-news.ts';
import { coordinatingPeople, stillGetDigests } from '../models/digest-people.ts';
import { digestsEndAt, isDigestTime } from '../models/digest-slot.ts';
import { pushesLeft } from '../models/push-quota.ts';
import { bangkokDate } from '../models/thai/calendar.ts';
import type { Job } from './job.ts';

/** Who said something within this time is in a conversation. Milliseconds. */
const TALKING = 10 * 60_000;

export const sendDigests: Job = {
  name: 'send-digests',
  schedule: '*/10 8-19 * * 1-5',
  async run(now, { check }) {
    const counts = { sent: 0, noted: 0, held: 0, quiet: 0 };
    const reader = await digestReader(now, check);
    await check();
    await settleDigests({
      now,
      mayGet: (people) => stillGetDigests(people, now),
      mayPush: isDigestTime(now, reader.holidays) ? await pushesLeft(now) : 0,
    });
    if (!isDigestTime(now, reader.holidays)) return counts;
    let left = (await pushesLeft(now)) ?? Number.POSITIVE_INFINITY;
    for await (const people of coordinatingPeople()) {
      const due = await dueDigests(people, reader);
      await check();
      const quiet = due.filter(({ digest }) => !digest);
      await noteQuietDigests(quiet);
      const ready = await readyDigests(due, now);
      const noted = ready.filter(({ way }) => way === 'note');
      const paid = ready.filter(({ way }) => way === 'push');
      const affordable = paid.slice(0, left);
      left -= affordable.length;
      await sendDigestsOnce([...noted, ...affordable], { now, sendBefore: digestsEndAt(now) });
      counts.sent += affordable.length;
      counts.noted += noted.length;
      counts.held += paid.length - affordable.length;
      counts.quiet += quiet.length;
    }
    return counts;
  },
  async preview(now) {
    const lines: string[] = [];
    const reader = await digestReader(now, async () => undefined);
    for await (const people of coordinatingPeople())
      for (const { slot, digest } of await dueDigests(people, reader))
        if (digest)
          lines.push(
            `a coordinator, for ${slot}: ${digest.changes.length} changes, ${digest.urgent.length} urgent`,
          );
    return lines;
  },
};

/** Those that say something, as each is to be told. */
async function readyDigests(due: readonly DueDigest[], now: Date): Promise<ReadyDigest[]> {
  const told = due.flatMap(({ digest, ...one }) => (digest ? [{ ...one, digest }] : []));
  const people = told.map(({ person }) => person);
  const [languages, seen] = await Promise.all([languagesOf(people), lastSeenOf(people)]);
  return told.map(({ person, slot, state, digest }) => {
    const last = seen.get(person);
    const isTalking = last !== undefined && now.getTime() - last.getTime() <= TALKING;
    return {
      person,
      slot,
      state,
      counts: digest.counts,
      saying: sayingOf(digest, now),
      language: languages.get(person) === 'en' ? 'en' : 'th',
      way: isTalking ? 'note' : 'push',
    };
  });
}

const sayingOf = ({ changes, urgent, isFirst }: Digest, now: Date) =>
  digestSaying({ today: bangkokDate(now), changes, urgent, isFirst });
