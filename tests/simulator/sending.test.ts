/** Replies, pushes and multicasts: tokens, retry keys, quota, rates, and people who blocked the account. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { HTTPFetchError, messagingApi } from '@line/bot-sdk';
import {
  channelAccessToken,
  hello,
  lastReplyToken,
  malee,
  type Stand,
  somchai,
  startStand,
} from './stand.ts';

const key = '123e4567-e89b-12d3-a456-426614174000';
const second = 1000;
const minute = 60 * second;

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

describe('authorization and answers', () => {
  test('every answer carries a request id of its own', async () => {
    const ids = [(await push()).headers, (await reply('x')).headers].map((headers) =>
      headers.get('x-line-request-id'),
    );
    expect(new Set(ids).size).toBe(2);
    expect(ids[0]).toMatch(/^[0-9a-f-]{36}$/);
  });

  test.each([{}, { authorization: 'Bearer wrong' }, { authorization: channelAccessToken }])(
    '401 without the right token: %p',
    async (headers) => {
      const answer = await fetch(`${stand.url}/v2/bot/info`, { headers });
      expect(answer.status).toBe(401);
      expect(await answer.json()).toEqual({ message: expect.stringContaining('Authentication failed') });
    },
  );

  test('404 for what LINE does not have', async () => {
    expect((await stand.call('GET', '/v2/bot/nothing')).status).toBe(404);
  });

  test("LINE's own client works against it", async () => {
    const client = new messagingApi.MessagingApiClient({ channelAccessToken, baseURL: stand.url });
    const { sentMessages } = await client.pushMessage(
      { to: somchai, messages: [{ type: 'text', text: 'ดี' }] },
      key,
    );
    expect(sentMessages).toEqual([{ id: expect.stringMatching(/^\d+$/), quoteToken: expect.any(String) }]);
    const again = client.pushMessage({ to: somchai, messages: [{ type: 'text', text: 'ดี' }] }, key);
    await expect(again).rejects.toBeInstanceOf(HTTPFetchError);
  });
});

describe('reply tokens', () => {
  test('work once', async () => {
    await stand.platform.say(somchai, 'สวัสดี');
    const { status, body } = await reply();
    expect([status, body]).toEqual([
      200,
      { sentMessages: [{ id: expect.stringMatching(/^\d+$/), quoteToken: expect.any(String) }] },
    ]);
    expect(botEntries()).toMatchObject([{ message: hello[0] }]);
    expect(await reply()).toMatchObject({ status: 400, body: { message: 'Invalid reply token' } });
    expect(botEntries()).toHaveLength(1);
  });

  test.each([
    ['in time', minute, 200],
    ['too late', minute + 1, 400],
  ])('%s', async (_what, later, status) => {
    await stand.platform.say(somchai, 'สวัสดี');
    stand.clock.instant += later;
    expect((await reply()).status).toBe(status);
  });

  test.each([
    ['renewed by a redelivery', 5 * minute, minute, 200],
    ['a minute after the redelivery it is over', 5 * minute, minute + 1, 400],
    ['20 minutes after the event it is over', 19.5 * minute, 0.5 * minute + 1, 400],
  ])('%s', async (_what, untilRedelivery, untilReply, status) => {
    const { event } = await stand.platform.say(somchai, 'สวัสดี');
    stand.clock.instant += untilRedelivery;
    await stand.platform.redeliver(event.webhookEventId);
    stand.clock.instant += untilReply;
    expect((await reply()).status).toBe(status);
  });

  test('a used one stays used after a redelivery', async () => {
    const { event } = await stand.platform.say(somchai, 'สวัสดี');
    await reply();
    await stand.platform.redeliver(event.webhookEventId);
    expect((await reply()).status).toBe(400);
  });

  test('a refused message does not spend it', async () => {
    await stand.platform.say(somchai, 'สวัสดี');
    const replyToken = lastReplyToken(stand);
    expect((await post('reply', { replyToken, messages: [{ type: 'text' }] })).status).toBe(400);
    expect((await reply()).status).toBe(200);
  });

  test('unknown, empty and expired by a fault', async () => {
    expect((await reply('made-up')).body.message).toBe('Invalid reply token');
    expect((await reply('')).body.details).toEqual([{ message: 'May not be empty', property: 'replyToken' }]);
    await stand.platform.say(somchai, 'สวัสดี');
    stand.platform.faults.replyTokensExpired = true;
    expect((await reply()).body.message).toBe('Invalid reply token');
  });
});

describe('retry keys', () => {
  test('the same key again is 409 with the first answer, and nothing is sent twice', async () => {
    const first = await push(key);
    const again = await push(key.toUpperCase());
    expect(again.status).toBe(409);
    expect(again.headers.get('x-line-accepted-request-id')).toBe(first.headers.get('x-line-request-id'));
    expect(again.body).toEqual({ message: 'The retry key is already accepted', ...first.body });
    expect(botEntries()).toHaveLength(1);
    expect(stand.platform.quotaUsed).toBe(1);
  });

  test('for multicast too', async () => {
    expect((await multicast([somchai, malee], key)).status).toBe(200);
    expect((await multicast([somchai, malee], key)).body).toEqual({
      message: 'The retry key is already accepted',
    });
  });

  test('is forgotten after 24 hours', async () => {
    await push(key);
    stand.clock.instant += 24 * 60 * minute;
    expect((await push(key)).status).toBe(409);
    stand.clock.instant += 1;
    expect((await push(key)).status).toBe(200);
  });

  test('a refused request does not use it up', async () => {
    const bad = await post('push', { to: somchai, messages: [] }, { 'x-line-retry-key': key });
    expect(bad.status).toBe(400);
    expect((await push(key)).status).toBe(200);
  });

  test('must be a UUID, and only push and multicast know it', async () => {
    expect((await push('not-a-uuid')).status).toBe(400);
    const headers = { 'x-line-retry-key': key };
    await stand.platform.say(somchai, 'สวัสดี');
    const body = { replyToken: lastReplyToken(stand), messages: hello };
    expect((await post('reply', body, headers)).status).toBe(400);
    expect((await stand.call('GET', `/v2/bot/profile/${somchai}`, undefined, headers)).status).toBe(400);
    expect((await post('validate/push', { messages: hello }, headers)).status).toBe(400);
    expect(botEntries()).toEqual([]);
  });
});

describe('people', () => {
  test('who blocked the account: 200, nothing reaches them, nothing is paid', async () => {
    await stand.platform.unfollow(somchai);
    expect([(await push()).status, (await multicast([somchai])).status]).toEqual([200, 200]);
    expect(botEntries()).toEqual([]);
    expect(stand.platform.quotaUsed).toBe(0);
    await expect(stand.platform.say(somchai, 'สวัสดี')).rejects.toMatchObject({ code: 'ACCOUNT_BLOCKED' });
  });

  test('who do not exist, or are no ids', async () => {
    expect((await push(undefined, `U${'9'.repeat(32)}`)).body).toEqual({
      message: 'Failed to send messages',
    });
    const invalid = (property: string) => ({
      message: `The property, '${property}', in the request body is invalid (line: -, column: -)`,
    });
    expect((await push(undefined, 'somchai')).body).toEqual(invalid('to'));
    expect((await multicast([somchai, 'malee'])).body).toEqual(invalid('to[1]'));
  });

  test('of a multicast: 1 to 500', async () => {
    expect((await multicast([])).body.details?.[0]?.property).toBe('to');
    expect((await multicast(Array(501).fill(somchai))).body.details?.[0]?.property).toBe('to');
    expect((await multicast(Array(500).fill(somchai))).status).toBe(200);
  });

  test('40,000 of them by multicasts', async () => {
    stand.platform.quota.limit = null;
    const all = Array.from({ length: 40_000 }, (_, index) => `U${index.toString(16).padStart(32, '0')}`);
    stand.platform.addFollowers(all);
    for (let start = 0; start < all.length; start += 500) {
      expect((await multicast(all.slice(start, start + 500))).status).toBe(200);
    }
    expect(stand.platform.quotaUsed).toBe(40_000);
    expect(all.filter((userId) => botEntries(userId).length !== 1)).toEqual([]);
    expect(stand.platform.callsOf('multicast')).toBe(80);
  });
});

describe('waiting for a reply', () => {
  test('gives all messages of the answer, and rejects when none comes', async () => {
    await stand.platform.say(somchai, 'สวัสดี');
    const before = stand.platform.chat(somchai).length;
    const waiting = stand.platform.waitForReply(somchai, before, 5000);
    await post('reply', { replyToken: lastReplyToken(stand), messages: [...hello, ...hello] });
    expect(await waiting).toMatchObject([{ id: 2 }, { id: 3 }]);
    await expect(stand.platform.waitForReply(somchai, 3, 10)).rejects.toMatchObject({ code: 'NO_REPLY' });
  });

  test('a long chat keeps its newest 500 entries', async () => {
    for (let count = 0; count < 700; count += 1)
      stand.platform.receive(somchai, [{ type: 'text', text: `${count}` }]);
    const entries = stand.platform.chat(somchai);
    expect([entries.length, entries[0]?.id, entries.at(-1)?.id]).toEqual([500, 201, 700]);
  });
});
