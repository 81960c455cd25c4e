/** What can be made to go wrong on purpose: on the way to the bot and in the bot's calls. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { hello, lastReplyToken, malee, type Stand, somchai, startStand } from './stand.ts';

let stand: Stand;
beforeEach(async () => {
  stand = await startStand();
});
afterEach(() => stand.close());

const events = () => stand.bot.received.flatMap((one) => one.events);

describe('faults of webhooks', () => {
  const texts = () => events().map(({ message }) => message?.text);

  test('duplicate: the same event twice, neither marked', async () => {
    stand.platform.faults.webhooks = [{ kind: 'duplicate', remaining: 1 }];
    await stand.platform.say(somchai, 'ก');
    await stand.platform.say(somchai, 'ข');
    expect(texts()).toEqual(['ก', 'ก', 'ข']);
    const [first, second] = events();
    expect(second).toEqual(first);
  });

  test('out of order: the next two change places', async () => {
    stand.platform.faults.webhooks = [{ kind: 'outOfOrder', remaining: 1 }];
    await Promise.all([stand.platform.say(somchai, 'ก'), stand.platform.say(somchai, 'ข')]);
    await stand.platform.say(somchai, 'ค');
    expect(texts()).toEqual(['ข', 'ก', 'ค']);
  });

  test('redeliver: again although it was taken', async () => {
    stand.platform.faults.webhooks = [{ kind: 'redeliver', remaining: 1 }];
    await stand.platform.say(somchai, 'ก');
    expect(events().map(({ deliveryContext }) => deliveryContext.isRedelivery)).toEqual([false, true]);
  });

  test('delay: later ones overtake it; until switched off; for one person', async () => {
    stand.platform.faults.webhooks = [{ kind: 'delay', milliseconds: 60_000, userId: somchai }];
    const delayed = stand.platform.say(somchai, 'ก');
    await stand.platform.say(malee, 'ข');
    expect(texts()).toEqual(['ข']);
    stand.platform.faults.webhooks = [{ kind: 'delay', milliseconds: 1 }];
    await stand.platform.say(somchai, 'ค');
    expect(texts()).toEqual(['ข', 'ค']);
    expect(stand.platform.faults.webhooks).toHaveLength(1);
    stand.platform.webhooks.close();
    await delayed;
  });
});

describe("faults of the bot's calls", () => {
  const push = (to = somchai) => stand.call('POST', '/v2/bot/message/push', { to, messages: hello });

  test.each([
    ['tooManyRequests', 429],
    ['serverError', 500],
  ] as const)('%s for the next two calls', async (kind, status) => {
    stand.platform.faults.calls = [{ kind, remaining: 2 }];
    expect([(await push()).status, (await push()).status, (await push()).status]).toEqual([
      status,
      status,
      200,
    ]);
    expect(stand.platform.chat(somchai)).toHaveLength(1);
  });

  test('for one person or one endpoint, until switched off', async () => {
    stand.platform.faults.calls = [{ kind: 'serverError', userId: somchai, endpoint: 'push' }];
    expect([(await push()).status, (await push(malee)).status, (await push()).status]).toEqual([
      500, 200, 500,
    ]);
    expect((await stand.call('GET', `/v2/bot/profile/${somchai}`)).status).toBe(200);
    await stand.platform.say(somchai, 'ก');
    stand.platform.faults.calls = [{ kind: 'serverError', userId: somchai }];
    const body = { replyToken: lastReplyToken(stand), messages: hello };
    expect((await stand.call('POST', '/v2/bot/message/reply', body)).status).toBe(500);
    stand.platform.faults.calls = [];
    expect((await push()).status).toBe(200);
  });

  test('slow: the answer comes after the wait', async () => {
    stand.platform.faults.calls = [{ kind: 'slow', milliseconds: 60, remaining: 1 }];
    const started = performance.now();
    expect((await push()).status).toBe(200);
    expect(performance.now() - started).toBeGreaterThan(50);
  });

  test('a lost answer: the work is done, the connection breaks, and the retry key tells', async () => {
    const headers = { 'x-line-retry-key': '123e4567-e89b-12d3-a456-426614174000' };
    const send = () => stand.call('POST', '/v2/bot/message/push', { to: somchai, messages: hello }, headers);
    stand.platform.faults.calls = [{ kind: 'loseAnswer', remaining: 1 }];
    await expect(send()).rejects.toThrow('fetch failed');
    expect(stand.platform.chat(somchai)).toHaveLength(1);
    expect((await send()).status).toBe(409);
    expect(stand.platform.chat(somchai)).toHaveLength(1);
  });
});
