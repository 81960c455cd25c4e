/** A dead-man's switch: an address elsewhere hears of every job that ended well, and raises the alarm when it hears nothing. */
import type { Log } from './log.ts';

/** Longer is as good as no answer. Milliseconds. */
const TIMEOUT = 5_000;

/** Tells `url` of a job by `?job=NAME`; without an address nothing is told. Never rejects. */
export function createHeartbeat(url: string | undefined, log: Log): (job: string) => Promise<void> {
  return async (job) => {
    if (url === undefined) return;
    const address = new URL(url);
    address.searchParams.set('job', job);
    try {
      const { ok, status } = await fetch(address, { signal: AbortSignal.timeout(TIMEOUT) });
      if (!ok) log.warn({ job, status }, 'the heartbeat was not taken');
    } catch (error) {
      log.warn({ job, err: error }, 'the heartbeat could not be sent');
    }
  };
}
