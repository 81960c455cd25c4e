/** Which process runs a job now: one lease a job, taken atomically, free again after a crash. */
import mongoose from 'mongoose';

const schema = new mongoose.Schema(
  {
    _id: { type: String, required: true },
    holder: { type: String, required: true },
    leaseUntil: { type: Date, required: true },
  },
  { collection: 'job_leases', versionKey: false },
);
const JobLease = mongoose.model('JobLease', schema);

const DUPLICATE_KEY = 11_000;

/** Takes the lease of `job` unless another holds it. False when somebody else is running the job. */
export async function takeJobLease(
  job: string,
  { holder, now, leaseMilliseconds }: { holder: string; now: Date; leaseMilliseconds: number },
): Promise<boolean> {
  const lease = { holder, leaseUntil: new Date(now.getTime() + leaseMilliseconds) };
  try {
    await JobLease.updateOne({ _id: job, leaseUntil: { $lte: now } }, { $set: lease }, { upsert: true });
    return true;
  } catch (error) {
    // The upsert met the lease that somebody holds.
    if (error instanceof mongoose.mongo.MongoServerError && error.code === DUPLICATE_KEY) return false;
    throw error;
  }
}

/** Gives the lease back. */
export async function releaseJobLease(job: string, holder: string, now: Date): Promise<void> {
  await JobLease.updateOne({ _id: job, holder }, { $set: { leaseUntil: now } });
}
