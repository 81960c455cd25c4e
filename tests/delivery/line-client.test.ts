/** Calls to LINE over real HTTP: every ending is an outcome, and none takes longer than it may. */
import { randomUUID } from 'node:crypto';
import { createServer, type RequestListener, type Server } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { LineClient } from '../../bot/line/line-client.ts';
import { clientOf, runSimulator } from '../builders/running-simulator.ts';
import { personNumber } from '../builders/webhook-events.ts';

const person = personNumber(1);
const messages = [{ type: 'text' as const, text: 'สวัสดี' }];

describe('against the simulated LINE', () => {
  let line: Awaited<ReturnType<typeof runSimulator>>;
  beforeEach(async () => {
    line = await runSimulator({ monthlyQuota: 2 });
    line.platform.addFollowers([person]);
  });
  afterEach(() => line.close());

  /** A token as the webhook of a message brings it. */
  const aToken = () => {
    const token = line.platform.identifiers.token();
    line.platform.replyTokens.issue(token, person, Date.now());
    return token;
  };
  const push = (key = randomUUID(), to = person) => line.client.push(to, messages, key);

  test('a reply is accepted once; then the token is dead', async () => {
    const token = aToken();
    expect(await line.client.reply(token, messages)).toEqual({ result: 'accepted' });
    expect(await line.client.reply(token, messages)).toEqual({ result: 'dead-token' });
    expect(line.platform.chat(person)).toHaveLength(1);
    expect(line.platform.quotaUsed).toBe(0);
  });

  test('a token nobody was given is dead', async () => {
    expect(await line.client.reply('0'.repeat(32), messages)).toEqual({ result: 'dead-token' });
  });

  test('a push repeated with its key is accepted (409) and said once', async () => {
    const key = randomUUID();
    expect(await push(key)).toEqual({ result: 'accepted' });
    expect(await push(key)).toEqual({ result: 'accepted' });
    expect(line.platform.chat(person)).toHaveLength(1);
    expect(line.platform.quotaUsed).toBe(1);
  });

  test('429 with the month used up is the quota: LINE’s counters were asked', async () => {
    await push();
    await push();
    expect(await push()).toEqual({ result: 'quota' });
    expect(line.platform.callsOf('quota')).toBe(1);
    expect(line.platform.callsOf('quota-consumption')).toBe(1);
  });

  test('429 with quota left is the rate', async () => {
    line.platform.faults.calls = [{ kind: 'tooManyRequests', endpoint: 'push', remaining: 1 }];
    expect(await push()).toEqual({ result: 'rate' });
    expect(line.platform.callsOf('quota-consumption')).toBe(1);
    expect(await push()).toEqual({ result: 'accepted' });
  });

  test('429 while the counters cannot be had is taken for the rate, which is tried sooner', async () => {
    line.platform.quota.limit = 0;
    line.platform.faults.calls = [{ kind: 'serverError', endpoint: 'quota' }];
    expect(await push()).toEqual({ result: 'rate' });
  });

  test('the simulator’s used-up quota shows in its counters, as LINE’s does', async () => {
    line.platform.faults.quotaExhausted = true;
    expect(await push()).toEqual({ result: 'quota' });
  });

  test('429 of a reply is the rate, without asking: replies are free', async () => {
    line.platform.faults.calls = [{ kind: 'tooManyRequests', endpoint: 'reply', remaining: 1 }];
    expect(await line.client.reply(aToken(), messages)).toEqual({ result: 'rate' });
    expect(line.platform.callsOf('quota')).toBe(0);
  });

  test.each(['serverError', 'loseAnswer'] as const)('%s: it may or may not have been taken', async (kind) => {
    line.platform.faults.calls = [{ kind, remaining: 2 }];
    expect(await push()).toEqual({ result: 'unclear' });
    expect(await line.client.reply(aToken(), messages)).toEqual({ result: 'unclear' });
  });

  test('what LINE will never take is refused, in LINE’s own words', async () => {
    const refused = await line.client.push(person, [{ type: 'text', text: '' }], randomUUID());
    expect(refused).toMatchObject({
      result: 'refused',
      status: 400,
      message: expect.stringContaining('message'),
    });
    expect(await line.client.reply(aToken(), [])).toMatchObject({ result: 'refused', status: 400 });
    expect(await push(randomUUID(), 'nobody')).toMatchObject({ result: 'refused', status: 400 });
  });

  test('the animation and the read mark reach the chat', async () => {
    await line.client.showLoading(person, 20);
    expect(line.platform.callsOf('loading')).toBe(1);
    await line.client.markAsRead('unknown token');
    expect(line.platform.callsOf('markAsRead')).toBe(1);
  });
});

describe('against a server that does not behave', () => {
  let server: Server;
  afterEach(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );

  async function clientOfServer(answer: RequestListener, timeout: number): Promise<LineClient> {
    server = createServer(answer);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    return clientOf(`http://127.0.0.1:${address.port}`, timeout);
  }

  /** All four calls, and how long they took together, in milliseconds. */
  async function callAll(client: LineClient) {
    const begun = performance.now();
    const endings = await Promise.all([
      client.reply('token', messages),
      client.push(person, messages, randomUUID()),
      client.showLoading(person, 20),
      client.markAsRead('token'),
    ]);
    return { endings, took: performance.now() - begun };
  }

  test.each<[string, RequestListener]>([
    ['never answers', () => undefined],
    ['begins an answer and never ends it', (_request, response) => void response.write('{"sentMes')],
    [
      'sends letter by letter',
      (_request, response) => {
        const timer = setInterval(() => response.write(' '), 20);
        response.on('close', () => clearInterval(timer));
      },
    ],
  ])('one that %s is given up after the time-out', async (_name, answer) => {
    const client = await clientOfServer(answer, 300);
    const { endings, took } = await callAll(client);
    expect(endings).toEqual([{ result: 'unclear' }, { result: 'unclear' }, undefined, undefined]);
    expect(took).toBeGreaterThanOrEqual(290);
    // Without the time-out it would be for ever.
    expect(took).toBeLessThan(10_000);
  });

  test.each<[string, RequestListener]>([
    ['drops the connection', (request) => void request.socket.destroy()],
    ['answers 500', (_request, response) => void response.writeHead(500).end('oops')],
    ['answers 502 with a page', (_request, response) => void response.writeHead(502).end('<html>')],
    ['answers 200 with nonsense', (_request, response) => void response.writeHead(200).end('<html>')],
  ])('one that %s leaves it unclear', async (_name, answer) => {
    const client = await clientOfServer(answer, 5_000);
    const { endings } = await callAll(client);
    expect(endings).toEqual([{ result: 'unclear' }, { result: 'unclear' }, undefined, undefined]);
  });

  test('counters that never answer do not hold up a push beyond two time-outs', async () => {
    const client = await clientOfServer((request, response) => {
      if (request.url?.endsWith('/push')) response.writeHead(429).end('{}');
    }, 300);
    const begun = performance.now();
    expect(await client.push(person, messages, randomUUID())).toEqual({ result: 'rate' });
    expect(performance.now() - begun).toBeLessThan(10_000);
  });

  test('a very long refusal is kept in its beginning', async () => {
    const client = await clientOfServer((_request, response) => {
      response.writeHead(400).end('x'.repeat(100_000));
    }, 5_000);
    const ending = await client.push(person, messages, randomUUID());
    expect(ending.result === 'refused' && ending.message.length).toBe(2_000);
  });
});
