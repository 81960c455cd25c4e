/** `job NAME` runs one job once; `jobs` tells when each ran last, and how that went. */
import { randomUUID } from 'node:crypto';
import type { Job } from '../../jobs/job.ts';
import { jobs } from '../../jobs/registry.ts';
import { runJob } from '../../jobs/run-job.ts';
import { type JobRun, lastRuns } from '../../models/job-run.ts';
import { type Call, type Command, WrongCall } from './command.ts';

/** Runs told of one job. */
const RUNS_SHOWN = 20;

/** The command that runs a job. */
export const jobCommand: Command = {
  usage: `job NAME [--now INSTANT] [--dry-run]
                                            runs one job once; --dry-run only tells what it would send`,
  options: { 'dry-run': { type: 'boolean' } },
  async run(call) {
    const job = jobNamed(call.words[0]);
    if (call.options['dry-run'] === true) return preview(job, call);
    const clock = () => new Date();
    const run = await runJob(job, { now: call.now, clock, holder: `manage:${randomUUID()}` });
    call.print(
      run.ran ? `${job.name}: ${inWords(run.counts)}` : `${job.name}: another process is running it`,
    );
    return undefined;
  },
};

/** The command that tells of the runs. */
export const jobsCommand: Command = {
  usage: 'jobs [NAME]                 when each job ran last, or the last 20 runs of one',
  async run({ words: [name], print }) {
    if (name !== undefined) {
      for (const run of await lastRuns(RUNS_SHOWN, jobNamed(name).name)) print(lineOf(run));
      return undefined;
    }
    for (const job of jobs) {
      const [last] = await lastRuns(1, job.name);
      print(last ? lineOf(last) : `${job.name}  has not run yet (${job.schedule})`);
    }
    return undefined;
  },
};

function jobNamed(name: string | undefined): Job {
  const wanted = jobs.find((candidate) => candidate.name === name);
  if (!wanted) throw new WrongCall(`job needs a name: ${jobs.map((known) => known.name).join(', ')}`);
  return wanted;
}

async function preview(job: Job, { now, print }: Call): Promise<undefined> {
  if (!job.preview) throw new WrongCall(`${job.name} sends nothing: there is nothing to tell beforehand`);
  const lines = await job.preview(now);
  for (const line of lines) print(line);
  print(`${job.name}: ${lines.length} would be sent`);
}

function lineOf({ job, startedAt, endedAt, counts, error }: JobRun): string {
  const seconds = endedAt
    ? `${((endedAt.getTime() - startedAt.getTime()) / 1000).toFixed(1)} s`
    : 'not ended';
  const result = error ? `failed: ${error}` : inWords(counts ?? {});
  return `${startedAt.toISOString()}  ${job}  ${seconds}  ${result}`;
}

function inWords(counts: Record<string, number>): string {
  return Object.entries(counts)
    .map(([what, count]) => `${what} ${count}`)
    .join(', ');
}
