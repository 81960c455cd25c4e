/**
 * Forwarding what waits for the complaint system 1111: each case is posted under its key until it is there, refused
 * for good, or was tried so often that somebody has to look. A crash at any point only means one more post of the
 * same key.
 */

import type { ForwardClaim, ForwardFailure } from '../../models/complaint-forwarding.ts';
import {
  type CaseToForward,
  caseToForward,
  noteArrived,
  noteGivenUp,
} from '../../models/complaint-passed-on.ts';
import type { Log } from '../log.ts';
import type { PostCase, Posted } from './forward-client.ts';

/** What sending needs; the store's operations are the models'. */
export type ForwardParts = {
  claimDue: () => Promise<ForwardClaim | undefined>;
  forwarded: (code: string, number: string) => Promise<void>;
  failed: (claim: ForwardClaim, failure: ForwardFailure) => Promise<void>;
  postpone: (claim: ForwardClaim, dueAt: Date) => Promise<void>;
  post: PostCase;
  /** Tells those concerned what is new in the case. */
  tell: (code: string) => Promise<unknown>;
  now: () => Date;
  random: () => number;
  pollMilliseconds: number;
  log: Log;
  counted: (result: string) => void;
};

const SECOND = 1_000;
const HOUR = 3_600 * SECOND;
/** With the waits below, spread over 15 to 21 hours: a day's outage of a public service is lived through. */
export const MOST_TRIES = 14;
const FIRST_WAIT = 30 * SECOND;
const LONGEST_WAIT = 4 * HOUR;
/** Posts at once; the other side is one small service. */
const CONCURRENCY = 2;

/** When to try again after so many tries: 30 s, 1 min, 2 min … at most 4 h, each up to a quarter sooner. Milliseconds. */
export function waitAfter(attempts: number, random: number): number {
  const longest = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (attempts - 1));
  return Math.round(longest * (1 - random / 4));
}

/** Posts one claimed case and records what became of it. */
export async function sendForward(claim: ForwardClaim, parts: ForwardParts): Promise<void> {
  const passedOn = await caseToForward(claim.code);
  // A try before may have arrived all the same: then its number is still wanted.
  if (!passedOn || (passedOn.isClosed && claim.attempts === 1))
    return parts.failed(claim, { reason: 'closed' });
  await record(claim, await parts.post(passedOn, claim.key), passedOn, parts);
}

async function record(
  claim: ForwardClaim,
  posted: Posted,
  { code }: CaseToForward,
  parts: ForwardParts,
): Promise<void> {
  parts.counted(posted.result);
  switch (posted.result) {
    case 'accepted':
      // The case first: should this process end in between, the next post gets the same number.
      await noteArrived({ code, number: posted.number, at: parts.now(), key: claim.key });
      await parts.forwarded(code, posted.number);
      await parts.tell(code);
      return;
    case 'refused':
      return giveUp(claim, { reason: 'refused', status: posted.status }, parts);
    case 'unclear':
      return tryAgain(claim, posted, parts);
  }
}

async function tryAgain(
  claim: ForwardClaim,
  { status, waitMilliseconds = 0 }: Extract<Posted, { result: 'unclear' }>,
  parts: ForwardParts,
): Promise<void> {
  if (claim.attempts >= MOST_TRIES)
    return giveUp(claim, { reason: 'unanswered', ...(status && { status }) }, parts);
  const wished = Math.min(waitMilliseconds, LONGEST_WAIT);
  const wait = Math.max(waitAfter(claim.attempts, parts.random()), wished);
  await parts.postpone(claim, new Date(parts.now().getTime() + wait));
}

/** Its reporter is told too, who may want to call 1111. */
async function giveUp(
  claim: ForwardClaim,
  failure: ForwardFailure,
  { log, failed, tell }: ForwardParts,
): Promise<void> {
  log.error({ key: claim.key, ...failure }, 'a case could not be forwarded');
  // The news first: should this process end in between, the next one is told under the same key.
  await noteGivenUp(claim.code);
  await failed(claim, failure);
  await tell(claim.code);
}

/** Sends what is due, every `pollMilliseconds`. `stop` resolves when the posts in hand have ended. */
export function startForwards(parts: ForwardParts): { stop: () => Promise<void> } {
  const stopping = new AbortController();
  const running = run(parts, stopping.signal);
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

async function run(parts: ForwardParts, stopped: AbortSignal): Promise<void> {
  while (!stopped.aborted) {
    const hands = Array.from({ length: CONCURRENCY }, () => drain(parts, stopped));
    for (const { status, reason } of (await Promise.allSettled(hands)).flatMap(rejection))
      parts.log.warn({ err: reason, status }, 'forwarding was interrupted');
    if (!stopped.aborted) await pause(parts.pollMilliseconds, stopped);
  }
}

const rejection = (settled: PromiseSettledResult<void>) => (settled.status === 'rejected' ? [settled] : []);

async function drain(parts: ForwardParts, stopped: AbortSignal): Promise<void> {
  while (!stopped.aborted) {
    const claim = await parts.claimDue();
    if (!claim) return;
    await sendForward(claim, parts);
  }
}

/** Cut short by the stop. */
function pause(milliseconds: number, stopped: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    stopped.addEventListener('abort', () => resolve(clearTimeout(timer)), { once: true });
  });
}
