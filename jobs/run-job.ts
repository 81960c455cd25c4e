/** Running one job under its lease, so that several job processes do it once. */
import { releaseJobLease, takeJobLease } from '../models/job-lease.ts';
import type { Job } from './job.ts';

/** Longer than any job takes; after a crash another process may start it again then. Milliseconds. */
const LEASE = 10 * 60_000;

/** What became of a run. */
export type Run = { ran: true; counts: Record<string, number> } | { ran: false; why: 'held-elsewhere' };

/** Runs `job` as of `now`, unless another process is at it. A failure of the job itself is thrown on. */
export async function runJob(job: Job, { now, holder }: { now: Date; holder: string }): Promise<Run> {
  if (!(await takeJobLease(job.name, { holder, now, leaseMilliseconds: LEASE })))
    return { ran: false, why: 'held-elsewhere' };
  try {
    return { ran: true, counts: await job.run(now) };
  } finally {
    await releaseJobLease(job.name, holder, now);
  }
}
