/** What a job is: something time starts, as a function of `now`. */

/** The lease a run works under. */
export type Lease = {
  /** Grows with every run: of two runs the one with the greater number is the present one. */
  fence: number;
  /** Rejects with `LeaseLost` when another run has begun: asked before each batch of writes. */
  check(): Promise<void>;
};

/** Another process has taken the job over; this run must not write any more. */
export class LeaseLost extends Error {
  readonly code = 'lease-lost';
}

/** A job. `run` may be repeated or cut off at any point without harm. */
export type Job = {
  name: string;
  /** When it runs, as cron fields in Bangkok time. Runs that were missed are made up for by the next one. */
  schedule: string;
  /** Does it as of `now`; gives counts for the history. */
  run(now: Date, lease: Lease): Promise<Record<string, number>>;
  /** What a run as of `now` would send to whom, line by line, without doing it. Jobs that send have it. */
  preview?(now: Date): Promise<string[]>;
};
