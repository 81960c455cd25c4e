/** Webhooks to the bot: signature, form, redelivery, and the faults on their way. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { validateSignature } from '@line/bot-sdk';
import { loadWebhookJudge } from '../builders/line-openapi.ts';
import {
  channelSecret,
  hello,
  lastReplyToken,
  malee,
  pngOf,
  type Stand,
  somchai,
  startStand,
  type WebhookEvent,
} from './stand.ts';

let stand: Stand;
beforeEach(async () => {
  stand = await startStand();
});
afterEach(() => stand.close());

const events = (): WebhookEvent[] => stand.bot.received.flatMap((one) => one.events);
const newest = () => events().at(-1);
const bytes = Buffer.from('abc');

const everything: [string, (stand: Stand) => Promise<unknown>, object][] = [
  [
    'text',
    ({ platform }) => platform.say(somchai, 'สวัสดี 👋🏽'),
    { type: 'message', message: { type: 'text', text: 'สวัสดี 👋🏽' } },
  ],
  [
    'location without title',
    ({ platform }) => platform.sendLocation(somchai, { latitude: 19.9, longitude: 99.8, title: undefined }),
    { message: { type: 'location', latitude: 19.9, longitude: 99.8 } },
  ],
  [
    'sticker',
    ({ platform }) => platform.sendSticker(somchai, { keywords: ['ดี'] }),
    { message: { type: 'sticker', stickerResourceType: 'STATIC', keywords: ['ดี'] } },
  ],
  [
    'image',
    ({ platform }) => platform.sendImage(somchai, pngOf(1, 1), 'image/png'),
    { message: { type: 'image', contentProvider: { type: 'line' } } },
  ],
  [
    'video',
    ({ platform }) => platform.sendVideo(somchai, bytes),
    { message: { type: 'video', duration: 1000 } },
  ],
  [
    'audio',
    ({ platform }) => platform.sendAudio(somchai, bytes),
    { message: { type: 'audio', duration: 1000 } },
  ],
  [
    'file',
    ({ platform }) => platform.sendFile(somchai, bytes, 'ก.pdf'),
    { message: { type: 'file', fileName: 'ก.pdf', fileSize: 3 } },
  ],
  [
    'postback',
    ({ platform }) => platform.tapPostback(somchai, { data: 'a=1', params: { date: '2026-02-03' } }),
    { type: 'postback', postback: { data: 'a=1', params: { date: '2026-02-03' } } },
  ],
  [
    'follow',
    ({ platform }) => platform.follow(`U${'3'.repeat(32)}`),
    { type: 'follow', follow: { isUnblocked: false } },
  ],
  ['unfollow', ({ platform }) => platform.unfollow(somchai), { type: 'unfollow' }],
  ['unsend', ({ platform }) => platform.unsend(somchai, '1'), { type: 'unsend', unsend: { messageId: '1' } }],
  [
    'join',
    ({ platform }) =>
      platform.sendEvent({ type: 'join', source: { type: 'group', groupId: `C${'1'.repeat(32)}` } }),
    { type: 'join', source: { type: 'group' } },
  ],
];

describe('the form', () => {
  const judge = loadWebhookJudge();
  if (judge === undefined)
    test.skip("of LINE's OpenAPI (line-openapi/webhook.yml is not at hand)", () => undefined);

  test.each(everything)('%s', async (_what, act, form) => {
    await act(stand);
    const [received] = stand.bot.received;
    const { body = '', headers } = received ?? {};
    expect(validateSignature(body, channelSecret, String(headers?.['x-line-signature']))).toBe(true);
    expect(validateSignature(`${body} `, channelSecret, String(headers?.['x-line-signature']))).toBe(false);
    expect(judge?.(JSON.parse(body)) ?? []).toEqual([]);
    expect(JSON.parse(body)).toMatchObject({
      destination: expect.stringMatching(/^U[0-9a-f]{32}$/),
      events: [
        {
          mode: 'active',
          timestamp: stand.clock.instant,
          webhookEventId: expect.stringMatching(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/),
          deliveryContext: { isRedelivery: false },
          ...form,
        },
      ],
    });
  });

  test('the judge itself finds a missing property', () => {
    const incomplete = { destination: `U${'1'.repeat(32)}`, events: [{ type: 'message' }] };
    if (judge !== undefined) expect(judge(incomplete).length).toBeGreaterThan(0);
  });

  test('only events that can be answered carry a token, and ids never repeat', async () => {
    for (const [, act] of everything) if (act !== everything[9]?.[1]) await act(stand);
    const silent = events().filter(({ replyToken }) => replyToken === undefined);
    expect(silent.map(({ type }) => type)).toEqual(['unsend']);
    expect(new Set(events().map(({ webhookEventId }) => webhookEventId)).size).toBe(everything.length - 1);
  });

  test('events of several people in one webhook; a group is answered in the group', async () => {
    const group = { type: 'group', groupId: `C${'1'.repeat(32)}`, userId: malee };
    await stand.platform.sendEvents([
      { type: 'follow', source: { type: 'user', userId: somchai }, follow: { isUnblocked: false } },
      {
        type: 'message',
        source: group,
        message: { type: 'text', id: '1', text: 'ก', quoteToken: 'q' },
        future: 1,
      },
    ]);
    expect(stand.bot.received).toHaveLength(1);
    expect(newest()).toMatchObject({ source: group, future: 1 });
    await stand.call('POST', '/v2/bot/message/reply', { replyToken: lastReplyToken(stand), messages: hello });
    expect(stand.platform.chat(group.groupId)).toMatchObject([{ from: 'bot' }]);
    expect(stand.platform.chat(malee)).toEqual([]);
  });

  test('following again after blocking is an unblocking', async () => {
    await stand.platform.unfollow(somchai);
    await stand.platform.follow(somchai);
    expect(newest()?.follow).toEqual({ isUnblocked: true });
  });

  test('a tapped button shows its words but sends only the postback', async () => {
    await stand.platform.tapPostback(somchai, { data: 'a=1', displayText: 'เลือก ก' });
    expect(stand.platform.chat(somchai)).toMatchObject([
      { from: 'person', message: { type: 'text', text: 'เลือก ก' } },
    ]);
    expect(events().map(({ type }) => type)).toEqual(['postback']);
  });
});

describe('delivery', () => {
  test('without a webhook URL nothing can be sent', async () => {
    stand.platform.setWebhookUrl(undefined);
    await expect(stand.platform.say(somchai, 'สวัสดี')).rejects.toMatchObject({ code: 'NO_WEBHOOK_URL' });
  });

  test('a refused webhook comes again as a redelivery, until it is taken', async () => {
    stand.bot.answer = (nth) => (nth <= 2 ? 500 : 200);
    const { delivery, event } = await stand.platform.say(somchai, 'สวัสดี');
    await stand.platform.webhooks.settled();
    expect(delivery.attempts).toMatchObject([
      { status: 500, isRedelivery: false, reason: 'error_status_code' },
      { status: 500, isRedelivery: true },
      { status: 200, isRedelivery: true },
    ]);
    expect(events().map(({ deliveryContext }) => deliveryContext.isRedelivery)).toEqual([false, true, true]);
    expect(events().every(({ webhookEventId }) => webhookEventId === event.webhookEventId)).toBe(true);
  });

  test('gives up after the last interval; switched off it tries once', async () => {
    stand.bot.answer = () => 503;
    await stand.platform.say(somchai, 'สวัสดี');
    await stand.platform.webhooks.settled();
    expect(stand.bot.received).toHaveLength(4);
    stand.platform.webhooks.redelivery.enabled = false;
    await stand.platform.say(somchai, 'สวัสดี');
    await stand.platform.webhooks.settled();
    expect(stand.bot.received).toHaveLength(5);
  });

  test('no answer within two seconds is a request_timeout, no server a could_not_connect', async () => {
    stand.platform.webhooks.redelivery.enabled = false;
    expect(stand.platform.webhooks.answerWithin).toBe(2000);
    stand.platform.webhooks.answerWithin = 50;
    stand.bot.answer = () => 'silence';
    const silent = await stand.platform.say(somchai, 'สวัสดี');
    expect(silent.delivery.attempts).toMatchObject([{ reason: 'request_timeout' }]);
    expect(silent.delivery.attempts[0]?.durationMilliseconds).toBeGreaterThan(40);
    stand.platform.setWebhookUrl('http://127.0.0.1:1/');
    const lost = await stand.platform.say(somchai, 'สวัสดี');
    expect(lost.delivery.attempts).toMatchObject([{ reason: 'could_not_connect' }]);
  });

  test('the webhook URL can be read, changed and tried', async () => {
    const path = '/v2/bot/channel/webhook';
    expect((await stand.call('GET', `${path}/endpoint`)).body).toEqual({
      endpoint: stand.bot.url,
      active: true,
    });
    const tried = await stand.call('POST', `${path}/test`, {});
    expect(tried.body).toMatchObject({
      success: true,
      statusCode: 200,
      timestamp: '2026-02-03T04:05:06.000Z',
    });
    expect(stand.bot.received.map(({ events: none }) => none)).toEqual([[]]);
    const other = await stand.call('POST', `${path}/test`, { endpoint: 'http://127.0.0.1:1/' });
    expect(other.body).toMatchObject({ success: false, statusCode: 0 });
    expect((await stand.call('PUT', `${path}/endpoint`, { endpoint: 'ftp://a' })).status).toBe(400);
    expect((await stand.call('PUT', `${path}/endpoint`, { endpoint: 'http://127.0.0.1:2/' })).status).toBe(
      200,
    );
    expect(stand.platform.webhooks.url).toBe('http://127.0.0.1:2/');
  });
});
