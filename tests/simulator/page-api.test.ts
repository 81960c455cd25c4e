/** What the page talks to: people, chats, the stream, pictures, faults, and that nobody else may. */
import { request as httpRequest } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { malee, type Stand, somchai, startStand } from './stand.ts';

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
