/** The monthly quota and the rates of the endpoints. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { hello, lastReplyToken, malee, type Stand, somchai, startStand } from './stand.ts';

const second = 1000;

let stand: Stand;
beforeEach(async () => {
  stand = await startStand();
});
afterEach(() => stand.close());

const post = (path: string, body: unknown, headers?: Record<string, string>) =>
  stand.call('POST', `/v2/bot/message/${path}`, body, headers);
const reply = (replyToken = lastReplyToken(stand)) => post('reply', { replyToken, messages: hello });
const push = (retryKey?: string, to = somchai) =>
  post('push', { to, messages: hello }, retryKey === undefined ? {} : { 'x-line-retry-key': retryKey });
const multicast = (to: string[], retryKey?: string) =>
  post('multicast', { to, messages: hello }, retryKey === undefined ? {} : { 'x-line-retry-key': retryKey });
const botEntries = (userId = somchai) => stand.platform.chat(userId).filter(({ from }) => from === 'bot');

describe('quota', () => {
  test('counts recipients of pushes and multicasts, not messages and not replies', async () => {
    await post('push', { to: somchai, messages: [...hello, ...hello] });
    await multicast([somchai, malee, somchai]);
    await stand.platform.say(somchai, 'สวัสดี');
    await reply();
    const { body } = await stand.call('GET', '/v2/bot/message/quota/consumption');
    expect(body).toEqual({ totalUsage: 3 });
  });

  test('used up is 429 until the next month; replies go on', async () => {
    stand.platform.quota.limit = 2;
    expect((await multicast([somchai, malee])).status).toBe(200);
    expect(await push()).toMatchObject({
      status: 429,
      body: { message: 'You have reached your monthly limit.' },
    });
    await stand.platform.say(somchai, 'สวัสดี');
    expect((await reply()).status).toBe(200);
    stand.clock.instant = Date.parse('2026-02-28T15:00:00Z');
    expect((await push()).status).toBe(200);
  });

  test('a multicast that goes beyond it reaches nobody', async () => {
    stand.platform.quota.limit = 1;
    expect((await multicast([somchai, malee])).status).toBe(429);
    expect([botEntries(), botEntries(malee), stand.platform.quotaUsed]).toEqual([[], [], 0]);
  });

  test('is told, limited or not', async () => {
    expect((await stand.call('GET', '/v2/bot/message/quota')).body).toEqual({ type: 'limited', value: 500 });
    stand.platform.quota.limit = null;
    expect((await stand.call('GET', '/v2/bot/message/quota')).body).toEqual({ type: 'none' });
  });

  test('can be exhausted by a fault', async () => {
    stand.platform.faults.quotaExhausted = true;
    expect((await push()).body.message).toBe('You have reached your monthly limit.');
  });
});

describe('rates', () => {
  const limits: [string, string, string, number][] = [
    ['loading animation', 'POST', '/v2/bot/chat/loading/start', 100],
    ['rich menu list', 'GET', '/v2/bot/richmenu/list', 10],
    ['rich menu creation', 'POST', '/v2/bot/richmenu', 100],
    ['rich menu batch', 'POST', '/v2/bot/richmenu/batch', 3],
    ['webhook test', 'POST', '/v2/bot/channel/webhook/test', 60],
    ['multicast', 'POST', '/v2/bot/message/multicast', 200],
  ];
  test.each(limits)('%s: %s %s %d times', async (_what, method, path, calls) => {
    const body = method === 'GET' ? undefined : {};
    for (let call = 0; call < calls; call += 1) {
      expect((await stand.call(method, path, body)).status).not.toBe(429);
    }
    const { status, body: refusal } = await stand.call(method, path, body);
    expect([status, refusal.message]).toEqual([
      429,
      'The API rate limit has been exceeded. Try again later.',
    ]);
  });

  test('the bucket fills evenly with time and other endpoints have their own', async () => {
    stand.platform.rateLimits.overrides.set('push', { calls: 2, milliseconds: second });
    expect([(await push()).status, (await push()).status, (await push()).status]).toEqual([200, 200, 429]);
    expect((await multicast([somchai])).status).toBe(200);
    stand.clock.instant += 500;
    expect([(await push()).status, (await push()).status]).toEqual([200, 429]);
  });
});
