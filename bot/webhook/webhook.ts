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
    const fresh = new Set(await keep(body.events));
    metrics.webhooks.inc({ result: 'kept' });
    for (const event of body.events)
      metrics.events.inc({ type: typeOf(event), seen: fresh.has(event.id) ? 'new' : 'before' });
    response.status(200).json({});
    onKept(body.events.filter((event) => fresh.has(event.id)));
  };

  const onFailure: ErrorRequestHandler = (error, request, response, next) => {
    if (response.headersSent) return next(error);
    if (isTooLarge(error)) return refuse(413, 'too-large')(request, response, next);
    // LINE redelivers what was not answered with 200, when the channel has redelivery switched on.
    log.error({ err: error }, 'webhook events could not be kept');
    return refuse(503, 'not-kept')(request, response, next);
  };

  return Router().post('/webhook', express.raw({ type: () => true, limit: BODY_LIMIT }), receive, onFailure);
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

function isTooLarge(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'type' in error && error.type === 'entity.too.large';
}
