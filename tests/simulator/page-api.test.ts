/** What the page talks to: people, chats, the stream, pictures, faults, and that nobody else may. */
import { request as httpRequest } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { hello, malee, pngOf, type Stand, somchai, startStand } from './stand.ts';

let stand: Stand;
beforeEach(async () => {
  stand = await startStand();
});
afterEach(() => stand.close());

const page = (method: string, path: string, body?: unknown, headers?: Record<string, string>) =>
  stand.call(method, `/page/api/${path}`, body, headers);
const chat = (action: string, body: unknown, userId = somchai) =>
  page('POST', `chats/${userId}/${action}`, body);

/** Resolves when the bot has got so many webhooks. */
async function botGot(count: number) {
  while (stand.bot.received.length < count) await new Promise((resolve) => setTimeout(resolve, 2));
  await stand.platform.webhooks.settled();
  return stand.bot.received.flatMap(({ events }) => events);
}

type StreamEvent = { event: string; id?: string; data: Record<string, unknown> };

/** Reads the stream until `enough`. */
async function readStream(
  enough: (events: StreamEvent[]) => boolean,
  lastEventId?: string,
  live?: () => unknown,
) {
  const abort = new AbortController();
  const headers = lastEventId === undefined ? {} : { 'last-event-id': lastEventId };
  const answer = await fetch(`${stand.url}/page/api/chats/${somchai}/stream`, {
    headers,
    signal: abort.signal,
  });
  expect(answer.headers.get('content-type')).toContain('text/event-stream');
  let text = '';
  let events: StreamEvent[] = [];
  let started = false;
  for await (const part of answer.body ?? []) {
    text += Buffer.from(part).toString('utf8');
    events = text.split('\n\n').slice(0, -1).map(parseEvent);
    if (!started && events.some(({ event }) => event === 'menu')) {
      started = true;
      await live?.();
    }
    if (enough(events)) break;
  }
  abort.abort();
  return events;
}

function parseEvent(block: string): StreamEvent {
  const fields = new Map(
    block.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
  );
  const id = fields.get('id');
  return {
    event: fields.get('event') ?? '',
    data: JSON.parse(fields.get('data') ?? '{}'),
    ...(id === undefined ? {} : { id }),
  };
}

const hasMenu = (events: StreamEvent[]) => events.some(({ event }) => event === 'menu');

describe('people', () => {
  test('are listed with their standing; another citizen can be made', async () => {
    expect((await page('GET', 'personas')).body).toMatchObject([
      { userId: somchai, displayName: 'สมชาย', role: { th: 'ประชาชน' }, following: true },
      { userId: malee },
    ]);
    const made = await page('POST', 'personas', { displayName: 'สมหญิง' });
    expect(made.body).toMatchObject({
      userId: expect.stringMatching(/^U[0-9a-f]{32}$/),
      displayName: 'สมหญิง',
      following: false,
    });
    await chat('follow', { following: true }, String(made.body.userId));
    expect((await botGot(1))[0]).toMatchObject({ type: 'follow', follow: { isUnblocked: false } });
    expect((await page('GET', 'personas')).body).toMatchObject({ 2: { following: true } });
  });

  test.each([{}, { displayName: '' }, { displayName: 'ก'.repeat(51) }, { displayName: 'ก', role: 'x' }])(
    '%p makes nobody',
    async (body) => {
      expect((await page('POST', 'personas', body)).status).toBe(400);
    },
  );
});

describe('a chat', () => {
  test('texts, stickers and places reach the bot', async () => {
    await chat('messages', { type: 'text', text: 'สวัสดี' });
    await botGot(1);
    await chat('messages', { type: 'sticker', packageId: '446', stickerId: '1988' });
    await botGot(2);
    await chat('messages', { type: 'location', latitude: 19.9, longitude: 99.8, title: 'บ้าน' });
    expect((await botGot(3)).map(({ message }) => message)).toMatchObject([
      { type: 'text', text: 'สวัสดี' },
      { type: 'sticker', stickerId: '1988' },
      { type: 'location', title: 'บ้าน' },
    ]);
    expect(stand.platform.chat(somchai)).toHaveLength(3);
  });

  test.each([
    ['messages', { type: 'text', text: '' }],
    ['messages', { type: 'text', text: 'ก', id: '1' }],
    ['messages', { type: 'flex' }],
    ['messages', { type: 'location', latitude: 91, longitude: 0 }],
    ['messages', { type: 'sticker', packageId: '../1', stickerId: '1' }],
    ['postbacks', { data: 'a'.repeat(301) }],
    ['postbacks', {}],
    ['follow', { following: 'yes' }],
    ['menu', { data: 'a' }],
  ])('%s %p is refused', async (action, body) => {
    expect((await chat(action, body)).status).toBe(400);
    expect(stand.platform.chat(somchai)).toEqual([]);
  });

  test('postbacks', async () => {
    await chat('postbacks', {
      data: 'a=1',
      displayText: 'เลือก',
      params: { date: '2026-02-03' },
      inputOption: 'openKeyboard',
    });
    expect(await botGot(1)).toMatchObject([
      { type: 'postback', postback: { data: 'a=1', params: { date: '2026-02-03' } } },
    ]);
    expect(stand.platform.chat(somchai)).toMatchObject([{ from: 'person', message: { text: 'เลือก' } }]);
  });

  test('a picture is sent, shown and taken back', async () => {
    const path = `chats/${somchai}/images`;
    const picture = pngOf(4, 3);
    expect((await page('POST', path, picture, { 'content-type': 'image/png' })).status).toBe(202);
    const id = (await botGot(1))[0]?.message?.id ?? '';
    const shown = await page('GET', `content/${id}`);
    expect([shown.bytes, shown.headers.get('content-type')]).toEqual([picture, 'image/png']);
    expect((await chat(`messages/${id}/unsend`, {}, malee)).status).toBe(404);
    expect((await chat(`messages/${id}/unsend`, {})).status).toBe(202);
    expect((await botGot(2))[1]).toMatchObject({ type: 'unsend', unsend: { messageId: id } });
    expect((await page('GET', `content/${id}`)).status).toBe(410);
  });

  test.each([
    ['image/png', Buffer.from('<svg/>'), 415],
    ['image/gif', pngOf(1, 1), 415],
    ['image/png', pngOf(1, 1, 10 * 1024 * 1024 + 1), 413],
  ])('a picture of %s is refused when it is none or too large', async (type, bytes, status) => {
    expect((await page('POST', `chats/${somchai}/images`, bytes, { 'content-type': type })).status).toBe(
      status,
    );
  });

  test('what is no picture is never shown as one', async () => {
    const { messageId } = await stand.platform.sendFile(somchai, Buffer.from('<script>'), 'a.html');
    const { headers } = await page('GET', `content/${messageId}`);
    expect(headers.get('content-type')).toContain('application/octet-stream');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  test('blocking: nothing more can be sent until the account is followed again', async () => {
    await chat('follow', { following: false });
    expect((await chat('messages', { type: 'text', text: 'ก' })).status).toBe(409);
    await chat('follow', { following: true });
    expect((await chat('messages', { type: 'text', text: 'ก' })).status).toBe(202);
    expect((await botGot(3)).map(({ type }) => type)).toEqual(['unfollow', 'follow', 'message']);
    expect(stand.platform.chat(somchai)).toMatchObject([
      { from: 'note' },
      { from: 'note' },
      { from: 'person' },
    ]);
  });

  test('of nobody, and without a bot', async () => {
    expect((await chat('messages', { type: 'text', text: 'ก' }, `U${'9'.repeat(32)}`)).status).toBe(404);
    stand.platform.setWebhookUrl(undefined);
    expect((await chat('messages', { type: 'text', text: 'ก' })).status).toBe(503);
  });

  test('switching the rich menu', async () => {
    const { richMenus } = stand.platform;
    richMenus.menus.set('richmenu-1', {
      richMenuId: 'richmenu-1',
      body: { size: { width: 800, height: 250 } },
      image: { bytes: pngOf(1, 1), contentType: 'image/png' },
    });
    richMenus.aliases.set('more', 'richmenu-1').set('gone', 'richmenu-2');
    for (const [index, alias] of ['more', 'gone', 'none'].entries()) {
      await chat('menu', { richMenuAliasId: alias, data: 'switch' });
      await botGot(index + 1);
    }
    const params = (await botGot(3)).map(({ postback }) => postback?.params);
    expect(params).toEqual([
      { newRichMenuAliasId: 'more', status: 'SUCCESS' },
      { newRichMenuAliasId: 'gone', status: 'RICHMENU_NOTFOUND' },
      { newRichMenuAliasId: 'none', status: 'RICHMENU_ALIAS_ID_NOTFOUND' },
    ]);
    const [menu] = await readStream(hasMenu);
    expect(menu?.data).toMatchObject({
      richMenu: { richMenuId: 'richmenu-1' },
      imageUrl: '/page/api/menus/richmenu-1/image',
    });
    expect((await page('GET', 'menus/richmenu-1/image')).bytes).toEqual(pngOf(1, 1));
  });
});

describe('the stream', () => {
  test('replays everything, then goes on live', async () => {
    await stand.platform.say(somchai, 'หนึ่ง');
    stand.platform.receive(somchai, [{ type: 'text', text: 'สอง' }]);
    const live = async () => {
      await stand.call('POST', '/v2/bot/chat/loading/start', { chatId: somchai });
      await stand.call('POST', '/v2/bot/message/push', { to: somchai, messages: hello });
      await stand.call('POST', '/v2/bot/message/markAsRead', { chat: { userId: somchai } });
    };
    const events = await readStream((all) => all.some(({ event }) => event === 'read'), undefined, live);
    expect(events.map(({ event, id }) => [event, id])).toEqual([
      ['entry', '1'],
      ['entry', '2'],
      ['menu', undefined],
      ['typing', undefined],
      ['typing', undefined],
      ['entry', '3'],
      ['read', undefined],
    ]);
    expect(events[0]?.data).toMatchObject({
      id: 1,
      at: '2026-02-03T04:05:06.000Z',
      from: 'person',
      message: { text: 'หนึ่ง' },
    });
    expect(events[2]?.data).toEqual({ richMenu: null, imageUrl: null });
    expect(events.filter(({ event }) => event === 'typing').map(({ data }) => data)).toEqual([
      { seconds: 20 },
      { seconds: 0 },
    ]);
  });

  test.each([
    ['1', ['2']],
    ['2', []],
    ['99', ['1', '2']],
    ['x', ['1', '2']],
  ])('after Last-Event-ID %s', async (lastEventId, expected) => {
    stand.platform.receive(somchai, [...hello, ...hello]);
    const events = await readStream(hasMenu, lastEventId);
    expect(events.flatMap(({ id }) => id ?? [])).toEqual(expected);
  });

  test('a message taken back comes again under its id', async () => {
    const { messageId = '' } = await stand.platform.say(somchai, 'ผิด');
    const unsend = () => stand.platform.unsend(somchai, messageId);
    const events = await readStream((all) => all.some(({ data }) => data.unsent === true), undefined, unsend);
    expect(events.map(({ id }) => id)).toEqual(['1', undefined, '1']);
  });
});

describe('faults', () => {
  test('are read and set; wrong ones change nothing', async () => {
    const off = { calls: [], webhooks: [], replyTokensExpired: false, quotaExhausted: false };
    expect((await page('GET', 'faults')).body).toEqual(off);
    const calls = [{ kind: 'serverError', remaining: 1 }];
    expect((await page('PUT', 'faults', { ...off, calls })).status).toBe(200);
    expect((await stand.call('GET', '/v2/bot/info')).status).toBe(500);
    expect((await stand.call('GET', '/v2/bot/info')).status).toBe(200);
    for (const wrong of [{ calls: [{ kind: 'earthquake' }] }, { quotaExhausted: 1 }, { x: 1 }]) {
      expect((await page('PUT', 'faults', wrong)).status).toBe(400);
    }
    expect((await page('GET', 'faults')).body).toEqual(off);
  });
});

describe('who may use it', () => {
  /** `fetch` sets the Host header itself, so this one goes by hand. */
  const statusWith = (headers: Record<string, string>, method = 'POST') =>
    new Promise<number>((resolve, reject) => {
      const sent = httpRequest(`${stand.url}/page/api/personas`, {
        method,
        headers: { 'content-type': 'application/json', ...headers },
      });
      sent.on('response', (answer) => {
        answer.resume();
        resolve(answer.statusCode ?? 0);
      });
      sent.on('error', reject);
      sent.end(method === 'GET' ? undefined : JSON.stringify({ displayName: 'ก' }));
    });

  test('its own page and tools of this machine', async () => {
    expect(await statusWith({})).toBe(201);
    expect(await statusWith({ origin: stand.url, 'sec-fetch-site': 'same-origin' })).toBe(201);
    const { port } = new URL(stand.url);
    expect(await statusWith({ host: `localhost:${port}`, origin: `http://localhost:${port}` })).toBe(201);
  });

  test.each([
    ['another origin', { origin: 'https://example.com' }],
    ['another port of this machine', { origin: 'http://127.0.0.1:1' }],
    ['no origin to speak of', { origin: 'null' }],
    ['a foreign name of this machine', { host: 'rebound.example.com' }],
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['a sister site', { 'sec-fetch-site': 'same-site' }],
  ])('not %s', async (_who, headers) => {
    expect([await statusWith(headers), await statusWith(headers, 'GET')]).toEqual([403, 403]);
  });

  test("the page's security policy forbids foreign and inline scripts", async () => {
    const { headers } = await stand.call('GET', '/page/api/personas');
    const policy = headers.get('content-security-policy');
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("img-src 'self' data: https: http://localhost:* http://127.0.0.1:*");
    expect(policy).not.toContain('script-src');
  });

  test('the page itself is served', async () => {
    const { status, headers } = await stand.call('GET', '/');
    expect([status, headers.get('content-type')]).toEqual([200, expect.stringContaining('text/html')]);
    expect((await stand.call('GET', '/page/start.js')).headers.get('content-type')).toContain('javascript');
  });

  test.each([
    '/page/../start-simulator.ts',
    '/page/%2e%2e/start-simulator.ts',
    '/page/..%2fstart-simulator.ts',
  ])('files outside the page stay closed: %s', async (path) => {
    const status = await new Promise((resolve, reject) => {
      const sent = httpRequest(stand.url, { path });
      sent.on('response', (answer) => resolve(answer.resume().statusCode));
      sent.on('error', reject).end();
    });
    expect([403, 404]).toContain(status);
  });
});
