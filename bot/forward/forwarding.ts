/** Forwarding, put together: which cases go to the complaint system 1111, and the sender that empties what waits. */
import { tellComplaintNews } from '../../jobs/tell-complaint-news.ts';
import type { ComplaintCategory } from '../../models/complaint-document.ts';
import {
  claimDueForwarding,
  forwardingStand,
  markForwarded,
  markForwardFailed,
  postponeForwarding,
} from '../../models/complaint-forwarding.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import type { PhotoKeys } from '../photos/photo-key.ts';
import { createForwardClient, type ForwardTarget } from './forward-client.ts';
import { measureForwards } from './forward-metrics.ts';
import { startForwards } from './send-forwards.ts';

/** Where cases go, and which do. */
export type ForwardSettings = ForwardTarget & { categories: readonly ComplaintCategory[] };

type Surroundings = {
  target: ForwardTarget;
  /** Where photos are served, without a slash at the end. */
  publicUrl: string;
  photoKeys: PhotoKeys;
  now: () => Date;
  random: () => number;
  /** A new UUID. */
  newId: () => string;
  pollMilliseconds: number;
  log: Log;
  metrics: Metrics;
  timeoutMilliseconds?: number;
};

/** A post that takes longer counts as unanswered. Milliseconds. */
const TIMEOUT = 10_000;
/** At a stop, posts in hand get this long; one that is broken off is made again under its key. Milliseconds. */
const LAST_POSTS = 3_000;
/** Well beyond a post and what is written after it: nobody else takes a case that is in hand. Milliseconds. */
const LEASE = 60_000;

/** Starts the sender. `stop` resolves when the posts in hand have ended; the rest waits on. */
export function startForwarding(surroundings: Surroundings): { stop: () => Promise<void> } {
  const {
    target,
    publicUrl,
    photoKeys,
    newId,
    metrics,
    timeoutMilliseconds = TIMEOUT,
    ...parts
  } = surroundings;
  const { now } = parts;
  const posts = measureForwards(metrics.registry, forwardingStand, now);
  const cutOff = new AbortController();
  const sender = startForwards({
    ...parts,
    post: createForwardClient({
      ...target,
      photoAddress: (id) => `${publicUrl}/photos/${id}-${photoKeys.keyOf(id)}.jpg`,
      timeoutMilliseconds,
      cutOff: cutOff.signal,
    }),
    claimDue: () => claimDueForwarding({ holder: newId(), now: now(), leaseMilliseconds: LEASE }),
    forwarded: (code, number) => markForwarded(code, number, now()),
    failed: (claim, failure) => markForwardFailed(claim, failure, now()),
    postpone: postponeForwarding,
    tell: (code) => tellComplaintNews(code, now()),
    counted: (result) => posts.inc({ result }),
  });
  return {
    async stop() {
      const timer = setTimeout(() => cutOff.abort(), LAST_POSTS);
      await sender.stop();
      clearTimeout(timer);
    },
  };
}
