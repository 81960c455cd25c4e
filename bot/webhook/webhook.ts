/**
 * `POST /webhook`: checks the signature, writes the events to the inbox, answers 200. Nothing else happens before
 * the 200, and nothing a person sent is lost after it.
 */
import express, { type ErrorRequestHandler, type RequestHandler, Router } from 'express';
import type { InboxEvent } from '../../models/inbox.ts';
import { validSignature } from '../line/signature.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import { readBody } from './read-body.ts';

/** LINE's own limit of a request body. */
const BODY_LIMIT = '2mb';

type Parts = {
  channelSecret: string;
  /** Keeps the events; gives the ids of those that are new. */
  keep: (events: InboxEvent[]) => Promise<string[]>;
  /** Told after the answer which events are new. */
  onKept: (events: InboxEvent[]) => void;
  metrics: Metrics;
  log: Log;
};

/** The webhook's route. */
export function webhookRouter({ channelSecret, keep, onKept, metrics, log }: Parts): Router {
  const refuse =
    (status: number, result: string): RequestHandler =>
    (_request, response) => {
      metrics.webhooks.inc({ result });
      response.status(status).json({ error: result });
    };

  const receive: RequestHandler = async (request, response) => {
    const raw: unknown = request.body;
    // Without a content-length express leaves the body unset.
    const bytes = Buffer.isBuffer(raw) ? raw : Buffer.alloc(0);
    if (!validSignature(bytes, channelSecret, request.get('x-line-signature'))) {
      return refuse(401, 'wrong-signature')(request, response, () => undefined);
    }
    const body = readBody(bytes);
    if (!body.ok) return refuse(400, 'not-a-webhook')(request, response, () => undefined);
    const fresh = firstOfEach(await keep(body.events), body.events);
    metrics.webhooks.inc({ result: 'kept' });
    for (const event of body.events) {
      metrics.events.inc({ type: typeOf(event), seen: fresh.includes(event) ? 'new' : 'before' });
    }
    response.status(200).json({});
    onKept(fresh);
  };

  const onFailure: ErrorRequestHandler = (error, request, response, next) => {
    if (response.headersSent) return next(error);
    const status = senderMistake(error);
    if (status) return refuse(status, status === 413 ? 'too-large' : 'unreadable')(request, response, next);
    // LINE redelivers what was not answered with 200, when the channel has redelivery switched on.
    log.error({ err: error }, 'webhook events could not be kept');
    return refuse(503, 'not-kept')(request, response, next);
  };

  return Router().post(
    '/webhook',
    express.raw({ type: () => true, limit: BODY_LIMIT, inflate: false }),
    receive,
    onFailure,
  );
}

/** Types known when this was written; a label must not grow with what others send. */
const TYPES = [
  'message',
  'postback',
  'follow',
  'unfollow',
  'unsend',
  'join',
  'leave',
  'memberJoined',
  'memberLeft',
];

function typeOf({ body }: InboxEvent): string {
  return TYPES.find((type) => type === body.type) ?? 'other';
}

/** The events with these ids; of one that stands twice in a request, the first. */
function firstOfEach(ids: string[], events: InboxEvent[]): InboxEvent[] {
  return ids.flatMap((id) => events.find((event) => event.id === id) ?? []);
}

/** The status express gives to bodies it cannot take (too large, cut off, packed); undefined for failures of ours. */
function senderMistake(error: unknown): number | undefined {
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : undefined;
}
