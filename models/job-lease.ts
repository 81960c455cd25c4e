/**
 * Which process runs a job now: one lease a job, taken atomically, renewed while the job runs, free again after a
 * crash. Each taking has a number of its own, the fence: whoever was paused and comes back with an older one is late.
 */
import mongoose from 'mongoose';

const schema = new mongoose.Schema(
  {
    _id: { type: String, required: true },
    holder: { type: String, required: true },
    leaseUntil: { type: Date, required: true },
    fence: { type: Number, required: true },
  },
  { collection: 'job_leases', versionKey: false },
);
const JobLease = mongoose.model('JobLease', schema);

const DUPLICATE_KEY = 11_000;

/** A lease in hand. */
export type HeldLease = { job: string; holder: string; fence: number };

/** Takes the lease of `job`; undefined while another holds it. */
export async function takeJobLease(
  job: string,
  { holder, now, leaseMilliseconds }: { holder: string; now: Date; leaseMilliseconds: number },
): Promise<HeldLease | undefined> {
  const leaseUntil = new Date(now.getTime() + leaseMilliseconds);
  // Nobody's clock is that far ahead: it was, and has been set back since.
  const outOfReach = new Date(leaseUntil.getTime() + leaseMilliseconds);
  try {
    const { fence } = await JobLease.findOneAndUpdate(
      { _id: job, $or: [{ leaseUntil: { $lte: now } }, { leaseUntil: { $gt: outOfReach } }] },
      { $set: { holder, leaseUntil }, $inc: { fence: 1 } },
      { upsert: true, returnDocument: 'after' },
    ).lean<{ fence: number }>();
    return { job, holder, fence };
  } catch (error) {
    // The upsert met the lease that somebody holds.
    if (error instanceof mongoose.mongo.MongoServerError && error.code === DUPLICATE_KEY) return undefined;
    throw error;
  }
}

/** Holds on to a lease; false when somebody else has taken it since. */
export async function renewJobLease(
  { job, fence }: HeldLease,
  { now, leaseMilliseconds }: { now: Date; leaseMilliseconds: number },
): Promise<boolean> {
  const leaseUntil = new Date(now.getTime() + leaseMilliseconds);
  const { matchedCount } = await JobLease.updateOne({ _id: job, fence }, { $set: { leaseUntil } });
  return matchedCount === 1;
}

/** Whether nobody has taken the lease since. */
export async function isLeaseHeld({ job, fence }: HeldLease): Promise<boolean> {
  return (await JobLease.exists({ _id: job, fence })) !== null;
}

/** Gives the lease back, whatever a clock may say afterwards. */
export async function releaseJobLease({ job, fence }: HeldLease): Promise<void> {
  await JobLease.updateOne({ _id: job, fence }, { $set: { leaseUntil: new Date(0) } });
}
