/** Webhook requests as LINE makes them: a body of events, and its signature over the raw bytes. */
import { createHmac } from 'node:crypto';
import type { Express } from 'express';
import request, { type Test } from 'supertest';
import type { WebhookEvent } from './webhook-events.ts';

/** The secret of the tests' channel. */
export const channelSecret = 'a-channel-secret-of-tests';

/** The body that carries these events. */
export function bodyOf(events: readonly unknown[]): Buffer {
  return Buffer.from(JSON.stringify({ destination: `U${'b'.repeat(32)}`, events }));
}

/** Base64 of HMAC-SHA256 over the bytes. */
export function signatureOf(body: Buffer, secret: string = channelSecret): string {
  return createHmac('sha256', secret).update(body).digest('base64');
}

/** Posts a body of UTF-8 text with the signature given; an empty one leaves the header out. */
export function postRaw(app: Express, body: Buffer, signature: string | undefined = signatureOf(body)): Test {
  const post = request(app).post('/webhook').set('content-type', 'application/json; charset=utf-8');
  if (signature !== '') post.set('x-line-signature', signature);
  // As a string, because supertest would write a Buffer as JSON.
  return post.send(body.toString('utf8'));
}

/** Posts events as LINE does. */
export function postEvents(app: Express, ...events: WebhookEvent[]): Test {
  return postRaw(app, bodyOf(events));
}
