// Fetching what people sent, from the simulated LINE and from one that behaves badly.

import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { createContentClient } from '../../bot/line/content.ts';
import { until } from '../builders/until.ts';
import { channelAccessToken, pngOf, type Stand, somchai, startStand } from '../simulator/stand.ts';

const MEGABYTE = 1024 * 1024;
/** Long enough for the slowest machine; only tests of lateness choose less. */
const PATIENCE = 30_000;

function clientOf(dataApiBaseUrl: string, changes: Partial<Parameters<typeof createContentClient>[0]> = {}) {
  return createContentClient({
    channelAccessToken,
    dataApiBaseUrl,
    timeoutMilliseconds: PATIENCE,
    sleep: async () => {},
    ...changes,
  });
}

describe('the simulated LINE', () => {
  let stand: Stand;
  beforeAll(async () => {
    stand = await startStand();
  });
  afterAll(() => stand.close());

  test('gives a picture with its type', async () => {
    const { messageId = '' } = await stand.platform.sendImage(somchai, pngOf(3, 2), 'image/png');
    expect(await clientOf(stand.url).fetchContent(messageId)).toEqual({
      ok: true,
      bytes: pngOf(3, 2),
      contentType: 'image/png',
    });
  });

  test('prepares a content for a while', async () => {
    const { messageId = '' } = await stand.platform.sendVideo(
      somchai,
      Buffer.from('film'),
      'video/mp4',
      false,
    );
    const waits: number[] = [];
    const sleep = async (milliseconds: number) => {
      const found = stand.platform.contents.find(messageId);
      if (waits.push(milliseconds) === 2 && found.state === 'kept') found.content.ready = true;
    };
    const fetched = await clientOf(stand.url, { sleep }).fetchContent(messageId);
    expect(fetched).toMatchObject({ ok: true, bytes: Buffer.from('film') });
    expect(waits).toEqual([500, 1_000]);
  });

  test('is not asked for ever', async () => {
    const { messageId = '' } = await stand.platform.sendVideo(
      somchai,
      Buffer.from('film'),
      'video/mp4',
      false,
    );
    const waits: number[] = [];
    const sleep = async (milliseconds: number) => waits.push(milliseconds);
    const fetched = await clientOf(stand.url, { sleep }).fetchContent(messageId);
    expect(fetched).toEqual({ ok: false, why: 'not-ready' });
    expect(waits).toEqual([500, 1_000, 2_000]);
  });

  test('has nothing of what was unsent or never was', async () => {
    const { messageId = '' } = await stand.platform.sendImage(somchai, pngOf(3, 2), 'image/png');
    await stand.platform.unsend(somchai, messageId);
    expect(await clientOf(stand.url).fetchContent(messageId)).toEqual({ ok: false, why: 'gone' });
    expect(await clientOf(stand.url).fetchContent('1')).toEqual({ ok: false, why: 'gone' });
  });

  test('may hold more than is fetched', async () => {
    const most = Buffer.alloc(15 * MEGABYTE, 1);
    const sent = await stand.platform.sendImage(somchai, most, 'image/jpeg');
    const fetched = await clientOf(stand.url).fetchContent(sent.messageId ?? '');
    expect(fetched.ok && fetched.bytes.equals(most)).toBe(true);
    const more = await stand.platform.sendImage(somchai, Buffer.alloc(most.length + 1), 'image/jpeg');
    expect(await clientOf(stand.url).fetchContent(more.messageId ?? '')).toEqual({
      ok: false,
      why: 'too-large',
    });
  });

  test('refuses a wrong token', async () => {
    const { messageId = '' } = await stand.platform.sendImage(somchai, pngOf(3, 2), 'image/png');
    const client = clientOf(stand.url, { channelAccessToken: 'wrong' });
    expect(await client.fetchContent(messageId)).toEqual({ ok: false, why: 'unclear' });
  });
});

describe('a LINE that behaves badly', () => {
  let server: Server | undefined;
  afterEach(async () => {
    server?.closeAllConnections();
    await new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)));
    server = undefined;
  });

  async function serve(answer: RequestListener): Promise<string> {
    const started = createServer(answer);
    server = started;
    await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
    const bound = started.address();
    if (bound === null || typeof bound === 'string') throw new Error('no port');
    return `http://127.0.0.1:${bound.port}`;
  }

  test('no id but a number becomes part of a path', async () => {
    const asked: (string | undefined)[] = [];
    const url = await serve((request, response) => {
      asked.push(request.url);
      response.end();
    });
    for (const id of ['', '../../bot/info?', '1/../2', '1%2f2', '๑๒', '1\n', '-1'])
      expect(await clientOf(url).fetchContent(id)).toEqual({ ok: false, why: 'gone' });
    expect(asked).toEqual([]);
    await clientOf(url).fetchContent('12');
    expect(asked).toEqual(['/v2/bot/message/12/content']);
  });

  test('bytes without end are broken off at the limit', async () => {
    let sent = 0;
    let isClosed = false;
    const url = await serve((_request, response) => {
      response.on('close', () => {
        isClosed = true;
      });
      response.writeHead(200, { 'content-type': 'image/jpeg' });
      sendWithoutEnd(response, (length) => {
        sent += length;
      });
    });
    expect(await clientOf(url).fetchContent('1')).toEqual({ ok: false, why: 'too-large' });
    await until('the transfer is broken off', () => isClosed);
    expect(sent).toBeLessThan(64 * MEGABYTE);
  });

  test.each([
    ['never answers', () => {}],
    ['stops in the middle', (response: ServerResponse) => response.writeHead(200).write('half')],
  ])('one that %s is given up', async (_how, answer) => {
    const url = await serve((_request, response) => void answer(response));
    const client = clientOf(url, { timeoutMilliseconds: 100 });
    expect(await client.fetchContent('1')).toEqual({ ok: false, why: 'unclear' });
  });

  test('a content that is cut off is none', async () => {
    const url = await serve((_request, response) => {
      response.writeHead(200, { 'content-length': 1_000 });
      response.write('half', () => response.destroy());
    });
    expect(await clientOf(url).fetchContent('1')).toEqual({ ok: false, why: 'unclear' });
  });

  test('the token follows no redirection', async () => {
    const asked: (string | undefined)[] = [];
    const url = await serve((request, response) => {
      asked.push(request.url);
      response.writeHead(302, { location: '/elsewhere' }).end();
    });
    expect(await clientOf(url).fetchContent('1')).toEqual({ ok: false, why: 'unclear' });
    expect(asked).toEqual(['/v2/bot/message/1/content']);
  });

  test.each([
    [404, 'gone'],
    [410, 'gone'],
    [401, 'unclear'],
    [429, 'unclear'],
    [500, 'unclear'],
    [202, 'not-ready'],
  ])('%i means %s', async (status, why) => {
    const url = await serve((_request, response) => response.writeHead(status).end('{}'));
    expect(await clientOf(url).fetchContent('1')).toEqual({ ok: false, why });
  });

  test('nobody there is no failure of ours', async () => {
    const url = await serve(() => {});
    await new Promise((resolve) => server?.close(resolve));
    server = undefined;
    expect(await clientOf(url).fetchContent('1')).toEqual({ ok: false, why: 'unclear' });
  });
});

function sendWithoutEnd(response: ServerResponse, onSent: (length: number) => void): void {
  const part = Buffer.alloc(64 * 1024);
  const send = () => {
    while (!response.destroyed) {
      onSent(part.length);
      if (!response.write(part)) return;
    }
  };
  response.on('drain', send);
  send();
}
