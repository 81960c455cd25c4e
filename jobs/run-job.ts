/** Running one job under its lease, so that several job processes do it once, and keeping its history. */
import { MASK, maskPersonalData } from '../models/comment-masking-personal.ts';
import {
  type HeldLease,
  isLeaseHeld,
  releaseJobLease,
  renewJobLease,
  takeJobLease,
} from '../models/job-lease.ts';
import { endRun, startRun } from '../models/job-run.ts';
import { type Job, LeaseLost } from './job.ts';

const LINE_USER_ID = /U[0-9a-f]{32}/g;
/** A process that died is taken over after this long. Milliseconds. */
const LEASE = 60_000;
/** Three renewals may fail before the lease runs out. Milliseconds. */
const RENEWAL = 15_000;

/** What became of a run. */
export type Run = { ran: true; counts: Record<string, number> } | { ran: false; why: 'held-elsewhere' };

/** `now` is the instant the job works for; `clock` tells the time for leases and the history. */
export type Running = { now: Date; clock: () => Date; holder: string; leaseMilliseconds?: number };

/** Runs `job` as of `now`, unless another process is at it. A failure of the job itself is thrown on. */
export async function runJob(job: Job, running: Running): Promise<Run> {
  const { now, clock, holder, leaseMilliseconds = LEASE } = running;
  const held = await takeJobLease(job.name, { holder, now: clock(), leaseMilliseconds });
  if (!held) return { ran: false, why: 'held-elsewhere' };
  await startRun(held, { asOf: now, startedAt: clock() });
  const stopRenewing = keepRenewing(held, { clock, leaseMilliseconds });
  try {
    const counts = await job.run(now, leaseOf(held));
    await endRun(held, { endedAt: clock(), counts });
    return { ran: true, counts };
  } catch (error) {
    await endRun(held, { endedAt: clock(), error: messageOf(error) });
    throw error;
  } finally {
    stopRenewing();
    await releaseJobLease(held);
  }
}

/** What an error says, without whom: a failed write quotes keys and fields, and whose they are. */
function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return maskPersonalData(message.replace(LINE_USER_ID, MASK));
}

function leaseOf(held: HeldLease) {
  return {
    fence: held.fence,
    async check() {
      if (!(await isLeaseHeld(held))) throw new LeaseLost(`${held.job} was taken over`);
    },
  };
}

/** A renewal that fails is made up for by the next one; whether the lease is lost, `check` finds out. */
function keepRenewing(
  held: HeldLease,
  { clock, leaseMilliseconds }: { clock: () => Date; leaseMilliseconds: number },
): () => void {
  const every = Math.min(RENEWAL, leaseMilliseconds / 4);
  const timer = setInterval(() => {
    renewJobLease(held, { now: clock(), leaseMilliseconds }).catch(() => undefined);
  }, every);
  timer.unref();
  return () => clearInterval(timer);
}
