/** Reading LINE's counters of the month's pushes now and then, for whoever plans pushes. */
import { keepPushCounters } from '../../models/push-quota.ts';
import type { Log } from '../log.ts';
import type { LineClient } from './line-client.ts';

type Parts = {
  line: Pick<LineClient, 'pushQuota'>;
  /** The most pushes a month that the bot may use; all of LINE's where none is set. */
  budget: number | undefined;
  now: () => Date;
  pollMilliseconds: number;
  log: Log;
};

/** Reads them at once and then every `pollMilliseconds`; the function given back ends it. */
export function watchQuota({ line, budget, now, pollMilliseconds, log }: Parts): () => Promise<void> {
  const read = async () => {
    // Asked before, so that what is sent meanwhile counts as sent since.
    const at = now();
    const counters = await line.pushQuota();
    if (counters) await keepPushCounters({ ...counters, budget }, at);
  };
  const readQuietly = () =>
    read().catch((error: unknown) => log.warn({ err: error }, 'the counters of pushes could not be kept'));
  let reading = readQuietly();
  const timer = setInterval(() => {
    reading = reading.then(readQuietly);
  }, pollMilliseconds);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await reading;
  };
}
