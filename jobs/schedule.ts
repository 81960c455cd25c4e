/** Starting jobs when their time comes, in Bangkok time whatever the machine's zone is. */
import cron from 'node-cron';
import type { Job } from './job.ts';
import { type Run, runJob } from './run-job.ts';

type Surroundings = {
  now: () => Date;
  /** This process, for the leases. */
  holder: string;
  onRun: (job: Job, run: Run) => void;
  onFailure: (job: Job, error: unknown) => void;
};

/** Schedules `jobs`; the function given back stops them, after the runs in hand. */
export function scheduleJobs(
  jobs: readonly Job[],
  { now, holder, onRun, onFailure }: Surroundings,
): () => Promise<void> {
  const inHand = new Set<Promise<void>>();
  const start = (job: Job) => {
    const run = runJob(job, { now: now(), clock: now, holder }).then(
      (result) => onRun(job, result),
      (error: unknown) => onFailure(job, error),
    );
    inHand.add(run);
    void run.finally(() => inHand.delete(run));
  };
  const tasks = jobs.map((job) =>
    cron.schedule(job.schedule, () => start(job), { timezone: 'Asia/Bangkok' }),
  );
  return async () => {
    await Promise.all(tasks.map((task) => task.destroy()));
    await Promise.all(inHand);
  };
}
