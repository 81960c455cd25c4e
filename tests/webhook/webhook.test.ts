/** The webhook: only LINE's own requests are kept, each event once, and LINE is never kept waiting. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import express from 'express';
import request from 'supertest';
import { createMetrics } from '../../bot/metrics.ts';
import { webhookRouter } from '../../bot/webhook/webhook.ts';
import { connectModels, disconnectModels } from '../../models/connection.ts';
import { allEnded, emptyDatabase, inboxRows, runService } from '../builders/running-service.ts';
import { bodyOf, channelSecret, postEvents, postRaw, signatureOf } from '../builders/signed-request.ts';
import { openTestDatabase, type TestDatabase } from '../builders/test-database.ts';
import { personNumber, textEvent, unknownEvent } from '../builders/webhook-events.ts';
import { keptLog } from '../fakes/kept-log.ts';

/** LINE's limit of a request body: 2 MB. */
const LARGEST = 2 * 1024 * 1024;

let database: TestDatabase;
let bot: ReturnType<typeof runService>;
beforeAll(async () => {
  database = await openTestDatabase();
  await connectModels(database.uri);
});
afterAll(async () => {
  await disconnectModels();
  await database.close();
});
beforeEach(() => {
  bot = runService();
});
afterEach(async () => {
  await bot.stop();
  await emptyDatabase();
});

async function metric(name: string): Promise<number> {
  const { text } = await request(bot.app).get('/metrics').expect(200);
  const line = text.split('\n').find((candidate) => candidate.startsWith(`${name} `));
  return Number(line?.slice(name.length) ?? 0);
}

describe('the signature', () => {
  const body = bodyOf([textEvent('สวัสดี')]);
  const right = signatureOf(body);
  test.each<[string, string]>([
    ['missing', ''],
    ['made with another secret', signatureOf(body, 'another secret')],
    ['of another body', signatureOf(Buffer.from('{"events":[]}'))],
    ['cut short', right.slice(0, -4)],
    ['with one letter changed', right.replace(/^./, (letter) => (letter === 'A' ? 'B' : 'A'))],
    ['in hexadecimal', Buffer.from(right, 'base64').toString('hex')],
    ['no base64 at all', '!!! ???'],
    ['very long', 'A'.repeat(5_000)],
  ])('%s: 401, nothing is kept, and it is counted', async (_name, signature) => {
    await postRaw(bot.app, body, signature).expect(401);
    expect(await inboxRows()).toEqual([]);
    expect(bot.line.calls).toEqual([]);
    expect(await metric('pakmud_webhooks_total{result="wrong-signature"}')).toBe(1);
  });

  test('is looked at before the body is read: no JSON without a signature is 401', async () => {
    await postRaw(bot.app, Buffer.from('nonsense'), 'wrong').expect(401);
  });

  test('counts over the raw bytes: emoji, Thai marks and odd spacing', async () => {
    const event = textEvent('ก๊วยเตี๋ยว น้ำ 👨‍👩‍👧‍👦🇹🇭 ทำ ก\u0e4d\u0e32');
    const body = Buffer.from(`\n ${JSON.stringify({ events: [event], destination: 'x' }, null, '\t')} `);
    await postRaw(bot.app, body).expect(200);
    expect((await inboxRows())[0]?.body.message).toEqual(event.message);
  });

  test('counts for escaped letters as they were sent', async () => {
    const body = Buffer.from(
      JSON.stringify({ events: [textEvent('é ก')] })
        .replaceAll('ก', '\\u0e01')
        .replaceAll('é', '\\u00e9'),
    );
    await postRaw(bot.app, body).expect(200);
    expect((await inboxRows())[0]?.body.message).toMatchObject({ text: 'é ก' });
  });
});

describe('the size', () => {
  const padded = (size: number): Buffer => {
    const empty = bodyOf([unknownEvent({ padding: '' })]);
    return Buffer.from(
      String(empty).replace('"padding":""', `"padding":"${'x'.repeat(size - empty.length)}"`),
    );
  };

  test('2 MB is taken', async () => {
    const body = padded(LARGEST);
    expect(body.length).toBe(LARGEST);
    await postRaw(bot.app, body).expect(200);
    expect(await inboxRows()).toHaveLength(1);
  });

  test('one byte more is 413, and nothing is kept', async () => {
    await postRaw(bot.app, padded(LARGEST + 1)).expect(413);
    expect(await inboxRows()).toEqual([]);
    expect(await metric('pakmud_webhooks_total{result="too-large"}')).toBe(1);
  });
});

describe('the form', () => {
  test.each([
    ['nothing', ''],
    ['no JSON', 'hello'],
    ['half a body', '{"events":[{"type":"mess'],
    ['a list', '[]'],
    ['no events', '{}'],
    ['events that are no list', '{"events":{}}'],
    ['an event without an id', '{"events":[{"type":"message","timestamp":1}]}'],
    ['an event with an empty id', '{"events":[{"type":"message","timestamp":1,"webhookEventId":""}]}'],
    ['an event without a type', '{"events":[{"timestamp":1,"webhookEventId":"a"}]}'],
    ['an event without an instant', '{"events":[{"type":"message","webhookEventId":"a"}]}'],
    ['bytes that are no text', '\ufffd\u0000'],
  ])('%s: 400 though it is signed, and nothing is kept', async (_name, body) => {
    await postRaw(bot.app, Buffer.from(body)).expect(400);
    expect(await inboxRows()).toEqual([]);
    expect(await metric('pakmud_webhooks_total{result="not-a-webhook"}')).toBe(1);
  });

  test('a body that cannot be unpacked is the sender’s mistake, not a failure of ours', async () => {
    const answers = await Promise.all(
      ['gzip', 'lzma'].map((encoding) =>
        postRaw(bot.app, Buffer.from('not packed at all')).set('content-encoding', encoding),
      ),
    );
    for (const { status } of answers) expect([400, 401, 415]).toContain(status);
    expect(bot.lines.filter(({ level }) => level >= 50)).toEqual([]);
  });

  test('no events, as the console’s Verify button sends it: 200', async () => {
    await postEvents(bot.app).expect(200);
    expect(await metric('pakmud_webhooks_total{result="kept"}')).toBe(1);
  });

  test('unknown types and fields are kept as they came', async () => {
    const events = [
      unknownEvent(),
      textEvent('a', { newField: [{ deep: null }], source: { type: 'agent' } }),
    ];
    await postEvents(bot.app, ...events).expect(200);
    await allEnded();
    const rows = await inboxRows();
    expect(rows.map((row) => row.body)).toEqual(events);
    expect(await metric('pakmud_events_total{type="other",seen="new"}')).toBe(1);
  });
});

describe('each event once', () => {
  test('the same request twice', async () => {
    const event = textEvent('ช่วยเหลือ');
    await bot.send(event);
    await bot.send(event);
    expect(await inboxRows()).toHaveLength(1);
    expect(bot.line.calls).toHaveLength(1);
    expect(await metric('pakmud_events_total{type="message",seen="before"}')).toBe(1);
  });

  test('the same request many times at once', async () => {
    const event = textEvent('ช่วยเหลือ');
    await Promise.all(Array.from({ length: 10 }, () => postEvents(bot.app, event).expect(200)));
    await allEnded();
    expect(bot.line.calls).toHaveLength(1);
  });

  test('a redelivery, together with a new event', async () => {
    const event = textEvent('ช่วยเหลือ');
    await bot.send(event);
    const again = { ...event, deliveryContext: { isRedelivery: true } };
    await bot.send(again, textEvent('ค้นหา', { source: { type: 'user', userId: personNumber(2) } }));
    expect(await inboxRows()).toHaveLength(2);
    expect(bot.line.calls).toHaveLength(2);
  });

  test('the same event twice in one request', async () => {
    const event = textEvent('ช่วยเหลือ');
    await bot.send(event, event);
    expect(await inboxRows()).toHaveLength(1);
    expect(bot.line.calls).toHaveLength(1);
    expect(await metric('pakmud_events_total{type="message",seen="new"}')).toBe(1);
  });
});

describe('nothing but keeping happens before the answer', () => {
  test('the 200 comes while a turn is held', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    bot.line.hold = promise;
    await postEvents(bot.app, textEvent('ช่วยเหลือ')).expect(200);
    await postEvents(bot.app, textEvent('ค้นหา')).expect(200);
    expect(bot.line.arrived).toEqual([]);
    bot.line.hold = undefined;
    resolve();
    await allEnded();
    expect(bot.line.arrived).toHaveLength(2);
  });

  test('a database that fails: 503, so that LINE delivers again, and no word of it in the log', async () => {
    const { log, lines } = keptLog();
    const kept: unknown[] = [];
    const metrics = createMetrics(async () => ({ oldestWaitingEvent: 0, oldestUnsentMessage: 0 }));
    const app = express().use(
      webhookRouter({
        channelSecret,
        keep: () => Promise.reject(new Error('the disk is full')),
        onKept: (events) => kept.push(events),
        metrics,
        log,
      }),
    );
    await postEvents(app, textEvent('ความลับ')).expect(503);
    expect(kept).toEqual([]);
    expect(lines.map(({ level }) => level)).toEqual([50]);
    expect(JSON.stringify(lines)).not.toContain('ความลับ');
    expect(await metrics.registry.metrics()).toContain('pakmud_webhooks_total{result="not-kept"} 1');
  });
});
