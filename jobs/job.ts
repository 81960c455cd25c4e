/** What a job is: something time starts, as a function of `now`. */

/** A job. `run` may be repeated or cut off at any point without harm. */
export type Job = {
  name: string;
  /** When it runs, as cron fields in Bangkok time. */
  schedule: string;
  /** Does it as of `now`; gives counts for the log. */
  run(now: Date): Promise<Record<string, number>>;
};
