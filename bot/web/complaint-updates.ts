/**
 * `POST /complaints/updates`: what the complaint system 1111 says of cases that were forwarded. The body is signed as
 * it is sent (header `x-signature`: base64 HMAC-SHA256 under COMPLAINT_UPDATES_SECRET) and says itself when it was
 * sent, so that an old one cannot be sent again; one that comes twice is one step on the case.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import express, { type ErrorRequestHandler, type RequestHandler, type Response, Router } from 'express';
import { z } from 'zod';
import type { ComplaintUpdate, Updated } from '../../models/complaint-update.ts';
import type { Log } from '../log.ts';

type Parts = {
  secret: string;
  /** Stores an update. */
  store: (update: ComplaintUpdate) => Promise<Updated>;
  /** Tells those concerned; a failure here is made up for later. */
  tell: (code: string) => Promise<unknown>;
  now: () => Date;
  log: Log;
};

const BODY_LIMIT = '64kb';
/** How far the sender's clock may be from ours, either way. Milliseconds. */
const FRESH_FOR = 5 * 60_000;

/** Fields beside these are let through and not read. */
const body = z
  .object({
    id: z.string().min(1).max(100),
    sentAt: z.iso.datetime({ offset: true }),
    number: z.string().trim().min(1).max(100).optional(),
    code: z.string().trim().min(1).max(20).optional(),
    status: z.enum(['received', 'working', 'done', 'rejected']),
    words: z.string().trim().max(1_500).optional(),
  })
  .refine(({ number, code }) => number !== undefined || code !== undefined, {
    path: ['number'],
    message: 'number or code is needed',
  });

/** What is answered when an update is not taken; nothing of ours stands in it. */
const REFUSALS = {
  'wrong-signature': [401, 'x-signature is not the base64 HMAC-SHA256 of the body under the agreed secret'],
  'too-old': [401, 'sentAt is more than 5 minutes from now'],
  'not-an-update': [400, 'the body should be JSON with id, sentAt, status, and number or code'],
  'no-such-case': [404, 'no case was forwarded under this number or code'],
  'too-large': [413, 'the body is larger than 64 KB'],
  'not-stored': [503, 'it could not be stored now; send it again'],
} as const;

/** The route. */
export function complaintUpdatesRouter({ secret, store, tell, now, log }: Parts): Router {
  const receive: RequestHandler = async (request, response) => {
    const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    if (!isSigned(bytes, secret, request.get('x-signature'))) return refuse(response, 'wrong-signature');
    const update = readUpdate(bytes);
    if ('wrong' in update) return refuse(response, 'not-an-update', update.wrong);
    const at = now();
    if (Math.abs(at.getTime() - update.sentAt.getTime()) > FRESH_FOR) return refuse(response, 'too-old');
    const { sentAt: _, ...rest } = update;
    const updated = await store({ ...rest, at });
    if (updated.result === 'no-such-case') return refuse(response, 'no-such-case');
    await tell(updated.code).catch((error: unknown) =>
      log.warn({ err: error }, 'news of a case wait to be told'),
    );
    response.status(200).json({ result: updated.result });
  };

  const onFailure: ErrorRequestHandler = (error, _request, response, next) => {
    if (response.headersSent) return next(error);
    const status =
      typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined;
    if (status === 413) return refuse(response, 'too-large');
    if (typeof status === 'number' && status >= 400 && status < 500) return refuse(response, 'not-an-update');
    log.error({ err: error }, 'an update of a case could not be stored');
    return refuse(response, 'not-stored');
  };

  return Router().post(
    '/complaints/updates',
    express.raw({ type: () => true, limit: BODY_LIMIT, inflate: false }),
    receive,
    onFailure,
  );
}

function refuse(response: Response, error: keyof typeof REFUSALS, fields?: string[]): void {
  const [status, message] = REFUSALS[error];
  response.status(status).json({ error, message, ...(fields && fields.length > 0 && { fields }) });
}

/** Constant time. */
function isSigned(bytes: Buffer, secret: string, signature: string | undefined): boolean {
  const expected = createHmac('sha256', secret).update(bytes).digest();
  const given = Buffer.from(signature ?? '', 'base64');
  return given.length === expected.length && timingSafeEqual(given, expected);
}

type Read = Omit<ComplaintUpdate, 'at'> & { sentAt: Date };

/** The update, or which fields are wrong. */
function readUpdate(bytes: Buffer): Read | { wrong: string[] } {
  const parsed = body.safeParse(parseJson(bytes));
  if (!parsed.success)
    return { wrong: [...new Set(parsed.error.issues.map(({ path }) => path.join('.')))].filter(Boolean) };
  return { ...parsed.data, sentAt: new Date(parsed.data.sentAt) };
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}
