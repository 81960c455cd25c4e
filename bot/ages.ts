/** How old the oldest of what waits is, and since when jobs have not ended well: for `GET /metrics`. */
import { jobs } from '../jobs/registry.ts';
import { oldestWaiting } from '../models/inbox.ts';
import { lastSuccesses } from '../models/job-run.ts';
import { oldestUnsent } from '../models/outbox.ts';
import type { Ages } from './metrics.ts';

/** Seconds since each job last ended well. */
export async function sinceSuccess(now: Date): Promise<ReadonlyMap<string, number>> {
  const last = await lastSuccesses(jobs.map(({ name }) => name));
  return new Map([...last].map(([job, at]) => [job, (now.getTime() - at.getTime()) / 1000]));
}

/** Ages of the oldest event not answered and the oldest message not sent. */
export async function agesAt(now: Date): Promise<Ages> {
  const [event, message] = await Promise.all([oldestWaiting(), oldestUnsent()]);
  const seconds = (since: Date | undefined) => (since ? (now.getTime() - since.getTime()) / 1000 : 0);
  return { oldestWaitingEvent: seconds(event), oldestUnsentMessage: seconds(message) };
}
