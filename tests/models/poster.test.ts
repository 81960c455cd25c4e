// Posters on the real engine: who may fetch one, once in the trail however often, after a merge; and the page with its QR code.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import express from 'express';
import decodeQR from 'qr/decode.js';
import sharp from 'sharp';
import supertest from 'supertest';
import { POSTER_SIZE } from '../../bot/pictures/poster.ts';
import { postersRouter } from '../../bot/web/posters.ts';
import { lastChanges } from '../../models/audit.ts';
import { makePoster, movePoster, postersMade } from '../../models/poster.ts';
import { emptyDatabase } from '../builders/running-service.ts';
import { connectEmptyDatabase, NOON, OWNER, publish, retirePin, STRANGER } from './pin-builder.ts';

let disconnect: () => Promise<void>;
beforeAll(async () => {
  disconnect = await connectEmptyDatabase();
});
afterAll(() => disconnect());
beforeEach(() => emptyDatabase());

const make = (pin: string, by = OWNER, key = 'turn 1') => makePoster({ pin, by, at: NOON, key });

describe('fetching a poster', () => {
  test('counts once, with one entry in the trail, however often and by whom', async () => {
    const code = await publish('pin-1');
    await publish('pin-2');
    expect(await make(code)).toEqual({ result: 'made' });
    expect(await make(code)).toEqual({ result: 'made' });
    expect(await make(code, OWNER, 'turn 2')).toEqual({ result: 'made' });
    expect(await postersMade(['pin-1', 'pin-2'])).toEqual(new Set(['pin-1']));
    expect(await lastChanges('all', 10)).toMatchObject([{ about: { kind: 'pin', id: code }, by: OWNER }]);
  });

  test('is for those who work on the pin, while it is on the map', async () => {
    const code = await publish('pin-1');
    expect(await make(code, STRANGER)).toEqual({ result: 'not-yours' });
    await retirePin({ id: 'pin-1', owner: OWNER, now: NOON });
    expect(await make(code)).toEqual({ result: 'not-yours' });
    expect(await make('ZZZZZZ')).toEqual({ result: 'not-yours' });
    expect(await postersMade(['pin-1'])).toEqual(new Set());
  });

  test('goes with a merge: the old poster still hangs and leads to the pin that stays', async () => {
    const code = await publish('pin-1');
    await make(code);
    await movePoster('pin-1', 'pin-2');
    await movePoster('pin-1', 'pin-2');
    await movePoster('pin-3', 'pin-4');
    expect(await postersMade(['pin-2', 'pin-4'])).toEqual(new Set(['pin-2']));
  });
});

describe('GET /posters', () => {
  const link = (code: string) =>
    `https://line.me/R/oaMessage/%40pakmud/?${encodeURIComponent(`ให้คะแนน ${code}`)}`;
  const app = express().use(postersRouter(link));

  test('is an A4 picture whose QR code opens our chat with the words to rate the office', async () => {
    const code = await publish('pin-1', {
      nameTh: 'องค์การบริหารส่วนตำบลเขาใหม่ <สาขา> "บึงทอง" ที่ยาวมากเกินกว่าหนึ่งบรรทัด',
    });
    const { body, headers } = await supertest(app).get(`/posters/${code}.png`).expect(200);
    expect(headers).toMatchObject({
      'content-type': 'image/png',
      'content-disposition': `inline; filename="pakmud-${code}.png"`,
    });
    const { data, info } = await sharp(body).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
    expect({ width: info.width, height: info.height }).toEqual(POSTER_SIZE);
    expect(decodeQR({ data, width: info.width, height: info.height })).toBe(link(code));
  });

  test('is not found for a pin that is none, nor without the name of our account', async () => {
    const code = await publish('pin-1');
    await supertest(app).get('/posters/ZZZZZZ.png').expect(404);
    const nameless = express().use(postersRouter(() => undefined));
    await supertest(nameless).get(`/posters/${code}.png`).expect(404);
  });
});
