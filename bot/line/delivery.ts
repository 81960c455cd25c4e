/** Delivery, put together: answers go by reply or into the outbox, and the outbox is emptied by pushes. */
import type { messagingApi } from '@line/bot-sdk';
import type { Saying } from '../../flows/engine/message.ts';
import type { Language } from '../../flows/engine/text.ts';
import {
  claimDueMessage,
  markFailed,
  markSent,
  postponeMessage,
  putInOutbox,
  recordFailedMessage,
} from '../../models/outbox.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import type { Answer } from '../turn/take-turn.ts';
import { deliverAnswer } from './deliver-answer.ts';
import { inTurns } from './in-turns.ts';
import type { LineClient } from './line-client.ts';
import { startOutbox } from './send-outbox.ts';

type Surroundings = {
  line: LineClient;
  render: (saying: Saying, language: Language) => messagingApi.Message[];
  now: () => Date;
  random: () => number;
  /** A new UUID. */
  newId: () => string;
  /** Milliseconds. */
  timing: { lease: number; pollOutbox: number };
  log: Log;
  metrics: Metrics;
};

/** Running delivery. `stop` resolves when the pushes in hand are done; the rest stays in the outbox. */
export type Delivery = { deliver: (answer: Answer) => Promise<void>; stop: () => Promise<void> };

/** LINE takes 200 multicasts a second of a channel; two processes stay below that. Milliseconds. */
const MULTICAST_EVERY = 12;

/** Starts emptying the outbox. */
export function startDelivery({ timing, newId, ...parts }: Surroundings): Delivery {
  const { now } = parts;
  const outbox = startOutbox({
    ...parts,
    claimDue: () => claimDueMessage({ holder: newId(), now: now(), leaseMilliseconds: timing.lease }),
    sent: (claim) => markSent(claim, now()),
    failed: (claim, failure) => markFailed(claim, failure, now()),
    postpone: postponeMessage,
    pollMilliseconds: timing.pollOutbox,
    multicastTurn: inTurns(MULTICAST_EVERY),
  });
  const answering = {
    ...parts,
    putInOutbox: (entry: Parameters<typeof putInOutbox>[0]) => putInOutbox(entry, now()),
    recordFailed: (
      entry: Parameters<typeof putInOutbox>[0],
      failure: Parameters<typeof recordFailedMessage>[1],
    ) => recordFailedMessage(entry, failure, now()),
    onOutbox: outbox.kick,
    newRetryKey: newId,
    wait,
  };
  return { deliver: (answer) => deliverAnswer(answer, answering), stop: outbox.stop };
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
