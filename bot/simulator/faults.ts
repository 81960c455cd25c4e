/** What can be made to go wrong on LINE's side, on purpose. */
import { z } from 'zod';

const remaining = z.number().int().min(1).max(1_000_000).nullable().default(null);
const milliseconds = z.number().int().min(0).max(120_000).default(3000);
const userId = z.string().max(40).optional();

const callKinds = [
  'tooManyRequests',
  'badRequest',
  'serverError',
  'slow',
  'loseAnswer',
  'answerLate',
] as const;

const callFault = z.strictObject({
  kind: z.enum(callKinds),
  userId,
  endpoint: z.string().max(60).optional(),
  milliseconds,
  retryAfterSeconds: z.number().int().min(0).max(86_400).optional(),
  remaining,
});

const webhookFault = z.strictObject({
  kind: z.enum(['duplicate', 'outOfOrder', 'redeliver', 'delay']),
  userId,
  milliseconds,
  remaining,
});

/** The form of the faults on the wire; everything left out is off. */
export const faultsSchema = z.strictObject({
  calls: z.array(callFault).max(50).default([]),
  webhooks: z.array(webhookFault).max(50).default([]),
  replyTokensExpired: z.boolean().default(false),
  quotaExhausted: z.boolean().default(false),
});

/**
 * A fault in the bot's calls to LINE. `tooManyRequests` answers 429 (with `retryAfterSeconds` in a header, if given),
 * `badRequest` 400, `serverError` 500; `slow` waits `milliseconds` and then does the work; `loseAnswer` does the work
 * and then drops the connection, `answerLate` after `milliseconds`. For one person with `userId`,
 * for one endpoint with `endpoint` (its name, such as `push`). `remaining` null means until switched off.
 */
export type CallFault = {
  kind: (typeof callKinds)[number];
  userId?: string | undefined;
  endpoint?: string | undefined;
  milliseconds?: number;
  retryAfterSeconds?: number | undefined;
  remaining?: number | null;
};

/**
 * A fault in the webhooks to the bot. `duplicate` sends each twice at once, `outOfOrder` holds one and sends
 * it after the next, `redeliver` sends it again as a redelivery, `delay` waits `milliseconds` first.
 */
export type WebhookFault = {
  kind: 'duplicate' | 'outOfOrder' | 'redeliver' | 'delay';
  userId?: string | undefined;
  milliseconds?: number;
  remaining?: number | null;
};

/** All faults; tests change the object, the page reads and replaces it. */
export type Faults = {
  calls: CallFault[];
  webhooks: WebhookFault[];
  replyTokensExpired: boolean;
  quotaExhausted: boolean;
};

/** Everything in order. */
export const noFaults = (): Faults => ({
  calls: [],
  webhooks: [],
  replyTokensExpired: false,
  quotaExhausted: false,
});

/** Finds the faults that hit this call and counts them down; spent ones leave the list. */
export function takeCallFaults(faults: Faults, endpoint: string, userIds: readonly string[]): CallFault[] {
  const hit = faults.calls.filter(
    (fault) =>
      (fault.endpoint === undefined || fault.endpoint === endpoint) &&
      (fault.userId === undefined || userIds.includes(fault.userId)),
  );
  faults.calls = countDown(faults.calls, hit);
  return hit;
}

/** The same for a webhook that carries events of these chats. */
export function takeWebhookFaults(faults: Faults, userIds: readonly string[]): WebhookFault[] {
  const hit = faults.webhooks.filter((fault) => fault.userId === undefined || userIds.includes(fault.userId));
  faults.webhooks = countDown(faults.webhooks, hit);
  return hit;
}

function countDown<Fault extends { remaining?: number | null }>(
  all: Fault[],
  hit: readonly Fault[],
): Fault[] {
  for (const fault of hit) {
    if (typeof fault.remaining === 'number') fault.remaining -= 1;
  }
  return all.filter((fault) => fault.remaining !== 0);
}
