/** The history of jobs: each run with its start and end, what it counted, or why it failed. */
import mongoose, { type InferSchemaType } from 'mongoose';

/** A run. Without `endedAt` it is under way, or its process died. `asOf` is the instant it worked for. */
export type JobRun = {
  job: string;
  fence: number;
  asOf: Date;
  startedAt: Date;
  endedAt?: Date;
  counts?: Record<string, number>;
  error?: string;
};

const schema = new mongoose.Schema(
  {
    /** `job:fence`. */
    _id: { type: String, required: true },
    job: { type: String, required: true },
    fence: { type: Number, required: true },
    holder: { type: String, required: true },
    asOf: { type: Date, required: true },
    startedAt: { type: Date, required: true },
    endedAt: { type: Date },
    counts: { type: mongoose.Schema.Types.Mixed },
    error: { type: String },
  },
  { collection: 'job_runs', versionKey: false, minimize: false },
);
schema.index({ job: 1, startedAt: -1 });
schema.index({ startedAt: 1 });

type Stored = InferSchemaType<typeof schema>;
const JobRunModel = mongoose.model('JobRun', schema);

/** Longer messages of errors are cut. */
const ERROR_AT_MOST = 1_000;

/** Notes that a run begins. */
export async function startRun(
  { job, fence, holder }: { job: string; fence: number; holder: string },
  { asOf, startedAt }: { asOf: Date; startedAt: Date },
): Promise<void> {
  await JobRunModel.create({ _id: `${job}:${fence}`, job, fence, holder, asOf, startedAt });
}

/** Notes how a run ended. */
export async function endRun(
  { job, fence }: { job: string; fence: number },
  ending: { endedAt: Date } & ({ counts: Record<string, number> } | { error: string }),
): Promise<void> {
  const how = 'error' in ending ? { ...ending, error: ending.error.slice(0, ERROR_AT_MOST) } : ending;
  await JobRunModel.updateOne({ _id: `${job}:${fence}` }, { $set: how });
}

/** The latest runs, of one job or of all, the newest first. */
export async function lastRuns(limit: number, job?: string): Promise<JobRun[]> {
  const stored = await JobRunModel.find(job ? { job } : {})
    .sort({ startedAt: -1, fence: -1 })
    .limit(limit)
    .lean<Stored[]>();
  return stored.map(runOf);
}

/** When each of these jobs last ended well; a job that never did is left out. */
export async function lastSuccesses(jobs: readonly string[]): Promise<ReadonlyMap<string, Date>> {
  const found = await JobRunModel.aggregate<{ _id: string; at: Date }>([
    { $match: { job: { $in: [...jobs] }, counts: { $exists: true } } },
    { $group: { _id: '$job', at: { $max: '$endedAt' } } },
  ]);
  return new Map(found.map(({ _id, at }) => [_id, at]));
}

/** When each of these jobs first began, as far back as runs are kept; a job that never did is left out. */
export async function firstRuns(jobs: readonly string[]): Promise<ReadonlyMap<string, Date>> {
  const found = await JobRunModel.aggregate<{ _id: string; at: Date }>([
    { $match: { job: { $in: [...jobs] } } },
    { $group: { _id: '$job', at: { $min: '$startedAt' } } },
  ]);
  return new Map(found.map(({ _id, at }) => [_id, at]));
}

/** Deletes runs that began before an instant; how many there were. */
export async function deleteOldRuns(before: Date): Promise<number> {
  return (await JobRunModel.deleteMany({ startedAt: { $lt: before } })).deletedCount;
}

function runOf({ job, fence, asOf, startedAt, endedAt, counts, error }: Stored): JobRun {
  return {
    job,
    fence,
    asOf,
    startedAt,
    ...(endedAt && { endedAt }),
    ...(counts && { counts }),
    ...(error && { error }),
  };
}
