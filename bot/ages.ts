/** How old the oldest of what waits is, since when jobs have not ended well, and what is held: for `GET /metrics`. */
import { jobs } from '../jobs/registry.ts';
import { oldestWaiting } from '../models/inbox.ts';
import { firstRuns, lastSuccesses } from '../models/job-run.ts';
import { oldestUnsent } from '../models/outbox.ts';
import { pushesLeft } from '../models/push-quota.ts';
import { countHeld } from '../models/reminder-held.ts';
import type { Ages, JobSeconds, PushCounts } from './metrics.ts';

/**
 * Seconds since each job last ended well; for one that never did, since it first began, or since the service started where
 * it did not even do that.
 */
export async function jobSeconds(now: Date, startedAt: Date): Promise<JobSeconds> {
  const names = jobs.map(({ name }) => name);
  const [last, first] = await Promise.all([lastSuccesses(names), firstRuns(names)]);
  const seconds = (since: Date) => (now.getTime() - since.getTime()) / 1000;
  return {
    sinceSuccess: new Map([...last].map(([job, at]) => [job, seconds(at)])),
    withoutSuccess: new Map(
      names.filter((job) => !last.has(job)).map((job) => [job, seconds(first.get(job) ?? startedAt)]),
    ),
  };
}

/** Reminders that are held, and the pushes left. */
export async function pushCounts(now: Date): Promise<PushCounts> {
  const [remindersHeld, left] = await Promise.all([countHeld(now), pushesLeft(now)]);
  return { remindersHeld, pushesLeft: left };
}

/** Ages of the oldest event not answered and the oldest message not sent. */
export async function agesAt(now: Date): Promise<Ages> {
  const [event, message] = await Promise.all([oldestWaiting(), oldestUnsent()]);
  // What is to be sent later only, such as in the morning, has no age yet.
  const seconds = (since: Date | undefined) =>
    since ? Math.max(0, (now.getTime() - since.getTime()) / 1000) : 0;
  return { oldestWaitingEvent: seconds(event), oldestUnsentMessage: seconds(message) };
}
