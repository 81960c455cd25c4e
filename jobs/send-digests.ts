/**
 * Digests for coordinators, each once for its person and day: the outbox takes one key once, whoever writes it how often,
 * and only then the day is noted. What would say nothing is noted and not sent.
 */
import { digestSaying } from '../flows/progress/digest-words.ts';
import { uuidOf } from '../models/complaint-telling.ts';
import { languagesOf } from '../models/conversation.ts';
import { type Digest, digestKey, dueDigest, whoMayGetDigests } from '../models/digest.ts';
import { noteDigest } from '../models/digest-settings.ts';
import { holidaysAround } from '../models/holiday.ts';
import { putInOutbox } from '../models/outbox.ts';
import { bangkokDate } from '../models/thai/calendar.ts';
import type { Job } from './job.ts';

export const sendDigests: Job = {
  name: 'send-digests',
  schedule: '0,30 8-19 * * 1-5',
  async run(now, { check }) {
    const counts = { sent: 0, quiet: 0 };
    for await (const due of dueAt(now)) {
      await check();
      if ('nothing' in due.digest) {
        await noteDigest(due.person, due.digest.slot);
        counts.quiet += 1;
      } else {
        await send(due.digest, now);
        counts.sent += 1;
      }
    }
    return counts;
  },
  async preview(now) {
    const lines: string[] = [];
    for await (const { digest } of dueAt(now))
      if (!('nothing' in digest))
        lines.push(
          `a coordinator, for ${digest.slot}: ${digest.changes.length} changes, ${digest.urgent.length} urgent`,
        );
    return lines;
  },
};

type Due = { person: string; digest: NonNullable<Awaited<ReturnType<typeof dueDigest>>> };

async function* dueAt(now: Date): AsyncGenerator<Due> {
  const holidays = await holidaysAround(bangkokDate(now));
  for await (const person of whoMayGetDigests()) {
    const digest = await dueDigest(person, now, holidays);
    if (digest) yield { person, digest };
  }
}

async function send({ person, slot, changes, urgent, counts }: Digest, now: Date): Promise<void> {
  const key = digestKey(person, slot);
  const language = (await languagesOf([person])).get(person) === 'en' ? 'en' : 'th';
  const saying = digestSaying({ today: bangkokDate(now), changes, urgent });
  await putInOutbox({ key, to: person, saying, language, retryKey: uuidOf(key) }, now);
  await noteDigest(person, slot, { counts, sentAt: now });
}
