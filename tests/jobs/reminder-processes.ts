/** Job processes that die at a write, stand still before it, or come back after they were overtaken. */
import mongoose from 'mongoose';
import type { Job, Lease } from '../../jobs/job.ts';

/** Runs a job as process after process would, each run under a greater fence. */
export class JobProcesses {
  #fence = 0;

  /** A run that nobody else knows of; the lease holds as long as no newer run began. */
  run(job: Job, now: Date): Promise<Record<string, number>> {
    this.#fence += 1;
    return job.run(now, this.#lease(this.#fence));
  }

  /** A process that was paused so long that others hold the lease: it does not even notice. */
  runUnaware(job: Job, now: Date): Promise<Record<string, number>> {
    this.#fence += 1;
    return job.run(now, { fence: this.#fence, check: async () => undefined });
  }

  /** A run in which something happens right after each time it has asked for its lease, and before it goes on. */
  runAsking(job: Job, now: Date, asked: (nth: number) => Promise<void>): Promise<Record<string, number>> {
    this.#fence += 1;
    const lease = this.#lease(this.#fence);
    let nth = 0;
    const check = async () => {
      await lease.check();
      nth += 1;
      await asked(nth);
    };
    return job.run(now, { fence: lease.fence, check });
  }

  #lease(fence: number): Lease {
    return {
      fence,
      check: async () => {
        if (fence !== this.#fence) throw new Killed('the lease is lost');
      },
    };
  }
}

/** What a killed process does not say. */
class Killed extends Error {
  readonly code = 'killed';
}

const WRITES = [
  'insertOne',
  'updateOne',
  'updateMany',
  'bulkWrite',
  'deleteOne',
  'deleteMany',
  'replaceOne',
  'findOneAndUpdate',
] as const;
type Write = (...given: unknown[]) => Promise<unknown>;

/**
 * While `work` runs, the `nth` write to the database fails, before it is done or right after, and every one behind it: the
 * process is dead. Whether it came so far.
 */
export async function killedAt(
  nth: number,
  when: 'before' | 'after',
  work: () => Promise<unknown>,
): Promise<boolean> {
  let writes = 0;
  try {
    await aroundWrites(work, async (write) => {
      writes += 1;
      if (writes > nth || (writes === nth && when === 'before')) throw new Killed('killed before a write');
      const result = await write();
      if (writes === nth) throw new Killed('killed after a write');
      return result;
    });
    return false;
  } catch (error) {
    if (error instanceof Killed) return true;
    throw error;
  }
}

/** While `work` runs, its process stands still before its `nth` write until `meanwhile` is done. Whether it came so far. */
export async function pausedAt(
  nth: number,
  work: () => Promise<unknown>,
  meanwhile: () => Promise<unknown>,
): Promise<boolean> {
  let writes = 0;
  let isPaused = false;
  await aroundWrites(work, async (write) => {
    if (!isPaused) writes += 1;
    if (writes === nth && !isPaused) {
      isPaused = true;
      await meanwhile();
      writes += 1;
      isPaused = false;
    }
    return write();
  });
  return writes > nth;
}

async function aroundWrites(
  work: () => Promise<unknown>,
  around: (write: () => Promise<unknown>) => Promise<unknown>,
): Promise<void> {
  // The driver's own methods, each taking and giving what it likes; they are only counted here.
  const prototype = mongoose.mongo.Collection.prototype as Record<(typeof WRITES)[number], unknown> as Record<
    (typeof WRITES)[number],
    Write
  >;
  const own = new Map(WRITES.map((name) => [name, prototype[name]]));
  for (const [name, write] of own)
    prototype[name] = function (this: unknown, ...given: unknown[]) {
      return around(() => write.apply(this, given));
    };
  try {
    await work();
  } finally {
    for (const [name, write] of own) prototype[name] = write;
  }
}
