// Photos over HTTP: what is sent, what may be kept, and what is not found.

import { createServer, get } from 'node:http';
import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import express, { type ErrorRequestHandler, type Express, Router } from 'express';
import request from 'supertest';
import { createMetrics } from '../../bot/metrics.ts';
import { createPhotoKeys } from '../../bot/photos/photo-key.ts';
import { createApp } from '../../bot/web/app.ts';
import { photosRouter } from '../../bot/web/photos.ts';
import { storePhoto } from '../../models/photo.ts';
import { until } from '../builders/until.ts';
import { keptLog } from '../fakes/kept-log.ts';
import { connectEmptyDatabase, publish } from '../models/pin-builder.ts';
import { aPhoto } from './photo-builder.ts';

const photoKeys = createPhotoKeys('a secret of the test');
const nothing = async () => undefined;
const photo = aPhoto('01ARZ3NDEKTSV4RRFFQ69G5FAV');
const address = `/photos/${photo.id}.jpg`;
const smallAddress = `/photos/${photo.id}-small.jpg`;

let app: Express;
let disconnect: () => Promise<void>;
beforeAll(async () => {
  disconnect = await connectEmptyDatabase();
  app = createApp({
    webhook: Router(),
    readiness: async () => ({ ready: true }),
    metrics: createMetrics(async () => ({ oldestWaitingEvent: 0, oldestUnsentMessage: 0 })),
    log: keptLog().log,
    photoKeys,
    chartKey: 'a key of the test',
    chatLink: () => undefined,
  });
  await publish('pin');
  await storePhoto(photo);
  await storePhoto(aPhoto('OFADRAFT', { pin: 'a-draft' }));
});
afterAll(() => disconnect());

const headers = {
  'content-type': 'image/jpeg',
  'cache-control': 'public, max-age=31536000, immutable',
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'cross-origin',
  etag: expect.stringMatching(/^"[0-9a-f]{24}"$/),
};

describe('a photo of a published pin', () => {
  test.each([
    ['full', address],
    ['small', smallAddress],
  ] as const)('is sent in its %s size', async (size, path) => {
    const { bytes } = photo[size];
    const answer = await request(app).get(path).expect(200);
    expect(answer.headers).toMatchObject({ ...headers, 'content-length': String(bytes.length) });
    expect(bytes.equals(answer.body)).toBe(true);
  });

  test('is not sent again to those who have it', async () => {
    const { etag = '' } = (await request(app).get(address)).headers;
    const answer = await request(app).get(address).set('If-None-Match', etag).expect(304);
    expect(answer.headers).toMatchObject({ etag, 'cache-control': headers['cache-control'] });
    expect(answer.headers).not.toHaveProperty('content-length');
    await request(app).get(address).set('If-None-Match', `W/"x", ${etag}`).expect(304);
    await request(app).get(address).set('If-None-Match', '"another"').expect(200);
    await request(app).get(smallAddress).set('If-None-Match', etag).expect(200);
  });

  test('can be asked about without its bytes', async () => {
    const answer = await request(app).head(address).expect(200);
    expect(answer.headers).toMatchObject({ ...headers, 'content-length': String(photo.full.bytes.length) });
    expect(answer.text).toBeUndefined();
  });

  test('leaves the rest of the service closed to other origins', async () => {
    const answer = await request(app).get('/healthz').expect(200);
    expect(answer.headers['cross-origin-resource-policy']).toBe('same-origin');
  });
});

describe('a photo of a pin that is not published', () => {
  const key = photoKeys.keyOf('OFADRAFT');

  test.each([
    ['full', `/photos/OFADRAFT-${key}.jpg`],
    ['small', `/photos/OFADRAFT-small-${key}.jpg`],
  ] as const)(
    'is sent in its %s size to those who have its key, and kept by nobody else',
    async (size, path) => {
      const answer = await request(app).get(path).expect(200);
      expect(answer.headers['cache-control']).toBe('private, max-age=3600');
      expect(photo[size].bytes.equals(answer.body)).toBe(true);
    },
  );

  test.each([
    ['the key of another photo', `/photos/OFADRAFT-${photoKeys.keyOf(photo.id)}.jpg`],
    ['a key of another secret', `/photos/OFADRAFT-${createPhotoKeys('another').keyOf('OFADRAFT')}.jpg`],
    ['half a key', `/photos/OFADRAFT-${key.slice(0, 16)}.jpg`],
    ['a key and more', `/photos/OFADRAFT-${key}0.jpg`],
    ['a key in capitals', `/photos/OFADRAFT-${key.toUpperCase()}.jpg`],
    ['a key to no photo', `/photos/UNKNOWN-${photoKeys.keyOf('UNKNOWN')}.jpg`],
  ])('%s opens nothing', async (_what, path) => {
    await request(app).get(path).expect(404, { error: 'not-found' });
  });
});

describe('nothing is found', () => {
  test.each([
    ['a photo of a pin that is not published', '/photos/OFADRAFT.jpg'],
    ['an unknown photo', '/photos/UNKNOWN.jpg'],
    ['an unknown photo, small', '/photos/UNKNOWN-small.jpg'],
  ])('%s; and that may change', async (_what, path) => {
    const answer = await request(app).get(path).expect(404, { error: 'not-found' });
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  test.each([
    '/photos/',
    '/photos/.jpg',
    '/photos/-small.jpg',
    `/photos/${photo.id}`,
    `/photos/${photo.id}.png`,
    `/photos/${photo.id}-full.jpg`,
    `/photos/${photo.id}-small-small.jpg`,
    `/photos/${photo.id}.jpg/`,
    `/photos/x/../${photo.id}%00.jpg`,
    '/photos/%2e%2e%2fpackage.json.jpg',
    '/photos/..%2f..%2fetc%2fpasswd',
    '/photos/%E0%A4%A.jpg',
    '/photos/$ne.jpg',
    `/photos/${'A'.repeat(65)}.jpg`,
  ])('%s', async (path) => {
    await request(app).get(path).expect(404, { error: 'not-found' });
  });

  test('nothing but an id is ever looked up', async () => {
    const lookedUp: string[] = [];
    const router = photosRouter({
      open: async (id, size) => void lookedUp.push(`${id} ${size}`),
      openListed: async (id, size) => void lookedUp.push(`listed ${id} ${size}`),
      keys: photoKeys,
    });
    const alone = express().use(router);
    for (const id of ['A'.repeat(65), 'a.b', 'a%2fb', '$ne', '%00', 'a-small-small', 'รูป'])
      await request(alone)
        .get(`/photos/${encodeURI(id)}.jpg`)
        .expect(404);
    expect(lookedUp).toEqual([]);
    await request(alone)
      .get(`/photos/${'A'.repeat(64)}.jpg`)
      .expect(404);
    await request(alone).get('/photos/b-small.jpg').expect(404);
    await request(alone)
      .get(`/photos/c-${'0'.repeat(32)}.jpg`)
      .expect(404);
    await request(alone)
      .get(`/photos/d-${photoKeys.keyOf('d')}.jpg`)
      .expect(404);
    expect(lookedUp).toEqual([`${'A'.repeat(64)} full`, 'b small', 'listed d full']);
  });

  test('photos are only read', async () => {
    await request(app).post(address).expect(404);
    await request(app).delete(address).expect(404);
  });
});

describe('transfers that break off', () => {
  test('a reader who leaves ends the reading of the database, and that is no failure', async () => {
    const source = new PassThrough();
    const served = await serve(source);
    const asked = get(served.address, (answer) => answer.once('data', () => asked.destroy()));
    asked.on('error', () => {});
    source.write('the first bytes');
    await until('the source is closed', () => source.destroyed);
    await served.close();
    expect(served.failures).toEqual([]);
  });

  test('a failing database breaks the transfer off instead of sending half a photo as whole', async () => {
    const source = new PassThrough();
    const served = await serve(source);
    const end = new Promise((resolve) => {
      get(served.address, (answer) => {
        answer.once('data', () => source.destroy(new Error('the database is away')));
        answer.on('error', () => resolve('broken off')).on('end', () => resolve('whole'));
      });
      source.write('the first bytes');
    });
    expect(await end).toBe('broken off');
    await served.close();
    expect(served.failures).toEqual([new Error('the database is away')]);
  });
});

/** A server whose only photo comes out of `source`. */
async function serve(source: PassThrough) {
  const failures: unknown[] = [];
  const keep: ErrorRequestHandler = (error, _request, response, _next) => {
    failures.push(error);
    response.destroy();
  };
  const open = async () => ({ length: 1_000, etag: '"a"', read: () => source });
  const router = photosRouter({ open, openListed: nothing, keys: photoKeys });
  const server = createServer(express().use(router).use(keep));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('no port');
  const close = () => new Promise((resolve) => server.close(resolve));
  return { failures, address: `http://127.0.0.1:${bound.port}/photos/A.jpg`, close };
}
