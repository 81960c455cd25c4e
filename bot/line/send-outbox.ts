/** Emptying the outbox: pushes with their stored retry keys, tried again within a day, then ended in a state people can see. */
import type { messagingApi } from '@line/bot-sdk';
import type { Saying } from '../../flows/engine/message.ts';
import type { Language } from '../../flows/engine/text.ts';
import type { DeliveryFailure, OutboxClaim } from '../../models/outbox.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import type { Handed, LineClient } from './line-client.ts';

type Parts = {
  line: LineClient;
  render: (saying: Saying, language: Language) => messagingApi.Message[];
  claimDue: () => Promise<OutboxClaim | undefined>;
  sent: (claim: OutboxClaim) => Promise<void>;
  failed: (claim: OutboxClaim, failure: DeliveryFailure) => Promise<void>;
  postpone: (claim: OutboxClaim, dueAt: Date) => Promise<void>;
  now: () => Date;
  random: () => number;
  pollMilliseconds: number;
  /** Resolves when the next multicast may begin. */
  multicastTurn: () => Promise<void>;
  log: Log;
  metrics: Metrics;
};

const SECOND = 1_000;
const HOUR = 3_600 * SECOND;
/** LINE forgets a retry key after 24 hours; repeating a push later could send it twice. */
const GIVE_UP_AFTER = 24 * HOUR;
/** With the month's quota used up, only a new month or a bigger plan helps; asking hourly is enough. */
const QUOTA_WAIT = HOUR;

/** When to try again after `attempts` tries: 1 s, 2 s, 4 s … at most an hour, spread by up to a quarter. Milliseconds. */
export function backoff(attempts: number, random: number): number {
  const base = Math.min(HOUR, SECOND * 2 ** (attempts - 1));
  return Math.round(base * (0.75 + random / 2));
}

/** Pushes one claimed message and records what became of it. */
async function sendMessage(claim: OutboxClaim, parts: Parts): Promise<void> {
  const isTried = claim.attempts > 1;
  // LINE has forgotten the key of an earlier try by now: the same push again might be said twice.
  if (isTried && ageOf(claim, parts) > GIVE_UP_AFTER) return parts.failed(claim, tooLate);
  if (claim.sendBefore && parts.now() >= claim.sendBefore) return parts.failed(claim, noLongerWanted);
  const messages = rendered(claim, parts);
  if (!messages) return parts.failed(claim, { reason: 'refused', message: 'it could not be rendered' });
  const handed = await hand(claim, messages, parts);
  switch (handed.result) {
    case 'accepted':
      return parts.sent(claim);
    case 'refused':
      parts.log.error({ key: claim.key, status: handed.status }, 'LINE refused a push of ours');
      return parts.failed(claim, { reason: 'refused', status: handed.status, message: handed.message });
    case 'quota':
      return tryAgain(
        claim,
        QUOTA_WAIT,
        { reason: 'quota', message: 'the monthly quota was used up for a day' },
        parts,
      );
    case 'rate':
    case 'unclear':
    case 'barred':
    case 'dead-token': {
      const failure = {
        reason: 'expired',
        message: `no success within a day; at last: ${handed.result}`,
      } as const;
      return tryAgain(claim, backoff(claim.attempts, parts.random()), failure, parts);
    }
  }
}

/** Hands a message to LINE: to one person, or to all its recipients at once. */
async function hand(claim: OutboxClaim, messages: messagingApi.Message[], parts: Parts): Promise<Handed> {
  const { to, recipients, retryKey } = claim;
  if (recipients) await parts.multicastTurn();
  const handed = recipients
    ? await parts.line.multicast(recipients, messages, retryKey)
    : await parts.line.push(to, messages, retryKey);
  parts.metrics.deliveries.inc({ way: recipients ? 'multicast' : 'push', result: handed.result });
  return handed;
}

const noLongerWanted: DeliveryFailure = { reason: 'expired', message: 'its time had passed' };
const tooLate: DeliveryFailure = { reason: 'expired', message: 'it was not sent within a day' };

function ageOf({ createdAt }: OutboxClaim, { now }: Parts): number {
  return now().getTime() - createdAt.getTime();
}

function rendered(claim: OutboxClaim, { render, log }: Parts): messagingApi.Message[] | undefined {
  try {
    // Written by our own code as a Saying in one of our languages; it comes back as it went.
    return render(claim.saying as Saying, claim.language as Language);
  } catch (error) {
    log.error({ err: error, key: claim.key }, 'a message could not be rendered');
    return undefined;
  }
}

function tryAgain(
  claim: OutboxClaim,
  wait: number,
  failure: DeliveryFailure,
  { now, failed, postpone }: Parts,
): Promise<void> {
  const dueAt = new Date(now().getTime() + wait);
  const isUnwanted = claim.sendBefore !== undefined && dueAt >= claim.sendBefore;
  const isTooLate = isUnwanted || dueAt.getTime() - claim.createdAt.getTime() > GIVE_UP_AFTER;
  return isTooLate ? failed(claim, failure) : postpone(claim, dueAt);
}

/** Sends what is due, a few at a time, at once after `kick` and otherwise every `pollMilliseconds`. */
export function startOutbox(parts: Parts, concurrency = 8): { kick: () => void; stop: () => Promise<void> } {
  let stopped = false;
  let wake: (() => void) | undefined;
  let kicked = false;
  const kick = () => {
    kicked = true;
    wake?.();
  };

  const sleep = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, parts.pollMilliseconds);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const drain = async (first: OutboxClaim) => {
    for (
      let claim: OutboxClaim | undefined = first;
      claim;
      claim = stopped ? undefined : await parts.claimDue()
    ) {
      await sendMessage(claim, parts);
    }
  };

  /** One look while nothing is due; all hands while something is. */
  const round = async () => {
    const claims = [await parts.claimDue()];
    while (claims.at(-1) && claims.length < concurrency) claims.push(await parts.claimDue());
    await Promise.all(claims.flatMap((claim) => (claim ? [drain(claim)] : [])));
  };

  const run = async () => {
    while (!stopped) {
      await round().catch((error: unknown) => parts.log.warn({ err: error }, 'the outbox was interrupted'));
      // A kick during the round may be about a message that the round did not see any more.
      if (!stopped && !kicked) await sleep();
      kicked = false;
    }
  };

  const running = run();
  return {
    kick,
    stop: async () => {
      stopped = true;
      kick();
      await running;
    },
  };
}
