/** LINE's webhook body, read leniently: types and fields that we do not know come without notice and are kept. */
import { z } from 'zod';
import type { InboxEvent } from '../../models/inbox.ts';

/** MongoDB refuses deeper documents; LINE's are four or five deep. */
const DEEPEST = 50;

const source = z.looseObject({
  type: z.string().optional(),
  userId: z.string().optional(),
  groupId: z.string().optional(),
  roomId: z.string().optional(),
});
const event = z.looseObject({
  type: z.string().max(100),
  webhookEventId: z.string().min(1).max(100),
  timestamp: z.number(),
  source: source.optional(),
});
const body = z.looseObject({ destination: z.string().optional(), events: z.array(event).max(1_000) });

/** What a webhook body holds. */
export type Body = { ok: true; events: InboxEvent[] } | { ok: false };

/** Reads a body. `{"events":[]}`, which the console's Verify button sends, is fine. */
export function readBody(raw: Buffer): Body {
  const parsed = body.safeParse(parseJson(raw));
  if (!parsed.success) return { ok: false };
  if (parsed.data.events.some((one) => depthOf(one) > DEEPEST)) return { ok: false };
  return { ok: true, events: parsed.data.events.map(inboxEvent) };
}

function inboxEvent(one: z.infer<typeof event>): InboxEvent {
  const chat = one.source?.groupId ?? one.source?.roomId ?? one.source?.userId ?? '';
  const isGroup = one.source !== undefined && ['group', 'room'].includes(one.source.type ?? '');
  return {
    id: one.webhookEventId,
    chat,
    occurredAt: one.timestamp,
    body: isGroup ? withoutPeople(one) : one,
  };
}

/** Of what happens in a group nothing is read but that the account came or went: who said what is not kept. */
function withoutPeople({ type, webhookEventId, timestamp, source: from, ...rest }: z.infer<typeof event>) {
  const { userId: _userId, ...group } = from ?? {};
  const { mode, replyToken } = rest;
  const answering = { ...(mode !== undefined && { mode }), ...(replyToken !== undefined && { replyToken }) };
  return { type, webhookEventId, timestamp, source: group, ...answering };
}

function parseJson(raw: Buffer): unknown {
  try {
    return JSON.parse(raw.toString('utf8'));
  } catch {
    return undefined;
  }
}

function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depthOf));
}
