// Photos that come by chat: fetched only when they may be kept, judged, stored, and gone when unsent or discarded.

import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import sharp from 'sharp';
import type { Fetched } from '../../bot/line/content.ts';
import { createPerform } from '../../bot/turn/perform.ts';
import { createPinDoers } from '../../bot/turn/perform-pins.ts';
import { deleteLostPhotos } from '../../jobs/delete-lost-photos.ts';
import { lastChanges } from '../../models/audit.ts';
import {
  openListedPhoto,
  openPhoto,
  photosOf,
  removePhotoOfMessage,
  storePhoto,
} from '../../models/photo.ts';
import { writePicture } from '../../models/photo-files.ts';
import { discardDraft, keepDraft } from '../../models/pin.ts';
import { photosForWork, publicPhotosOf } from '../../models/pin-photos.ts';
import { emptyDatabase } from '../builders/running-service.ts';
import { connectEmptyDatabase, NOON, OWNER, publish, STRANGER } from '../models/pin-builder.ts';
import { aPhoto, emptyPhotoFiles } from './photo-builder.ts';

let disconnect: () => Promise<void>;
let code = '';
beforeAll(async () => {
  disconnect = await connectEmptyDatabase();
});
afterAll(() => disconnect());
beforeEach(async () => {
  await Promise.all([emptyDatabase(), emptyPhotoFiles()]);
  code = await publish('pin');
});

const picture = (side: number) =>
  sharp({ create: { width: side, height: side, channels: 3, background: '#0a6b4b' } })
    .jpeg()
    .toBuffer();

/** Doers whose LINE answers with `answer`; `asked` are the messages it was asked for. */
function doersWith(answer: () => Promise<Fetched>) {
  const asked: string[] = [];
  const fetchContent = (messageId: string) => {
    asked.push(messageId);
    return answer();
  };
  const doers = createPinDoers({ now: () => NOON, onPublished: async () => {}, content: { fetchContent } });
  const add = (turn: string, by = OWNER) =>
    doers.addPhoto({ id: turn, pin: code, messageId: `1${turn.length}` }, by);
  return { asked, doers, add };
}
const bytesOf = (bytes: Buffer) => async (): Promise<Fetched> => ({
  ok: true,
  bytes,
  contentType: 'image/jpeg',
});

describe('adding', () => {
  test('a picture is stored once for its turn, and the eleventh is too many', async () => {
    const { add } = doersWith(bytesOf(await picture(400)));
    expect(await add('TURN')).toEqual({ result: 'stored', count: 1 });
    expect(await add('TURN')).toEqual({ result: 'stored', count: 1 });
    for (let n = 2; n <= 10; n++) expect(await add(`TURN${n}`)).toEqual({ result: 'stored', count: n });
    expect(await add('TURN11')).toEqual({ result: 'too-many', count: 10 });
    expect(await lastChanges({ about: { kind: 'pin', id: code } }, 50)).toHaveLength(10);
  });

  test('what is no picture, too small, gone or late is said so, and nothing is kept', async () => {
    expect(await doersWith(bytesOf(Buffer.from('PDF'))).add('A')).toEqual({ result: 'not-a-picture' });
    expect(await doersWith(bytesOf(await picture(50))).add('A')).toEqual({ result: 'too-small' });
    const failing = (why: Extract<Fetched, { ok: false }>['why']) =>
      doersWith(async () => ({ ok: false, why }));
    expect(await failing('gone').add('A')).toEqual({ result: 'gone' });
    expect(await failing('too-large').add('A')).toEqual({ result: 'too-large' });
    expect(await failing('unclear').add('A')).toEqual({ result: 'try-again' });
    expect(await failing('not-ready').add('A')).toEqual({ result: 'try-again' });
    expect(await publicPhotosOf(code)).toEqual([]);
  });

  test('nothing is even fetched for somebody who may not', async () => {
    const { add, asked } = doersWith(bytesOf(await picture(400)));
    expect(await add('A', STRANGER)).toEqual({ result: 'not-yours' });
    expect(asked).toEqual([]);
  });
});

test('a photo is deleted by its keepers only, and with its message when that is unsent', async () => {
  const { add, doers } = doersWith(bytesOf(await picture(400)));
  await add('A');
  await add('BB');
  expect(await doers.deletePhoto({ id: 'T1', pin: code, photo: 'A' }, STRANGER)).toEqual({
    result: 'not-yours',
  });
  expect(await publicPhotosOf(code)).toHaveLength(2);
  expect(await doers.deletePhoto({ id: 'T2', pin: code, photo: 'A' }, OWNER)).toEqual({ result: 'deleted' });
  expect(await doers.deletePhoto({ id: 'T2', pin: code, photo: 'A' }, OWNER)).toEqual({ result: 'deleted' });
  expect(await publicPhotosOf(code)).toEqual(['BB']);
  await removePhotoOfMessage('12');
  expect(await publicPhotosOf(code)).toEqual([]);
});

describe('pins that are not published', () => {
  test('photos of a draft are added, seen and deleted by those who may work on it, and go with it', async () => {
    await keepDraft({ id: 'DRAFT', owner: OWNER, fields: {}, step: 'confirm', now: NOON });
    const { doers } = doersWith(bytesOf(await picture(400)));
    const on = { pin: 'DRAFT', messageId: '1' };
    expect(await doers.addPhoto({ id: 'A', ...on }, STRANGER)).toEqual({ result: 'not-yours' });
    expect(await doers.addPhoto({ id: 'A', ...on }, OWNER)).toEqual({ result: 'stored', count: 1 });
    expect(await doers.addPhoto({ id: 'B', ...on }, OWNER)).toEqual({ result: 'stored', count: 2 });
    expect(await doers.deletePhoto({ id: 'T', pin: 'DRAFT', photo: 'A' }, STRANGER)).toEqual({
      result: 'not-yours',
    });
    expect(await doers.deletePhoto({ id: 'T', pin: 'DRAFT', photo: 'A' }, OWNER)).toEqual({
      result: 'deleted',
    });
    expect(await photosForWork('DRAFT', OWNER)).toEqual({ photos: ['B'], areOpen: false });
    expect(await photosForWork('DRAFT', STRANGER)).toBeUndefined();
    expect(await lastChanges({ about: { kind: 'pin', id: 'DRAFT' } }, 50)).toEqual([]);
    const published = await publish('DRAFT');
    expect(await photosForWork(published, OWNER)).toEqual({ photos: ['B'], areOpen: true });
    expect(await publicPhotosOf(published)).toEqual(['B']);
  });

  test('so are those of a retired pin; to everybody else they are closed, but by a key', async () => {
    const { add, doers } = doersWith(bytesOf(await picture(400)));
    await add('A');
    await doers.retirePin({ id: 'T1', pin: code, reason: 'closed' }, OWNER);
    expect(await add('BB')).toEqual({ result: 'stored', count: 2 });
    expect(await doers.deletePhoto({ id: 'T2', pin: code, photo: 'A' }, OWNER)).toEqual({
      result: 'deleted',
    });
    expect(await photosForWork(code, OWNER)).toEqual({ photos: ['BB'], areOpen: false });
    expect(await publicPhotosOf(code)).toEqual([]);
    expect(await openPhoto('BB', 'full')).toBeUndefined();
    expect(await openListedPhoto('BB', 'full')).toBeDefined();
    expect(await openListedPhoto('A', 'full')).toBeUndefined();
  });

  test('a photo of a draft that is thrown away while the photo comes leaves nothing behind', async () => {
    await keepDraft({ id: 'DRAFT', owner: OWNER, fields: {}, step: 'confirm', now: NOON });
    const bytes = await picture(400);
    const { doers } = doersWith(async () => {
      // The draft is still there when the fetching begins, and gone when the photo is listed.
      await discardDraft({ id: 'DRAFT', owner: OWNER });
      return { ok: true, bytes, contentType: 'image/jpeg' };
    });
    expect(await doers.addPhoto({ id: 'A', pin: 'DRAFT', messageId: '1' }, OWNER)).toEqual({
      result: 'not-yours',
    });
    expect(await photosOf('DRAFT')).toEqual([]);
  });
});

test('a draft that is thrown away takes its photos along; a published pin keeps them', async () => {
  const doing = {
    now: () => NOON,
    random: () => 0,
    newId: () => 'id',
    invitationSecret: 'a secret of the test',
    onPublished: async () => {},
  };
  const perform = createPerform({
    ...doing,
    content: { fetchContent: async () => ({ ok: false, why: 'gone' }) },
  });
  await keepDraft({ id: 'draft', owner: OWNER, fields: {}, step: 'name', now: NOON });
  await storePhoto(aPhoto('ofDraft', { pin: 'draft' }));
  await storePhoto(aPhoto('ofPin', { pin: 'pin' }));
  await perform({ do: 'discardDraft', id: 'draft' }, STRANGER);
  expect(await photosOf('draft')).toHaveLength(1);
  for (const id of ['draft', 'pin']) await perform({ do: 'discardDraft', id }, OWNER);
  expect(await photosOf('draft')).toEqual([]);
  expect(await photosOf('pin')).toHaveLength(1);
});

test('the daily job deletes pictures in no album once they are a day old', async () => {
  const { full } = aPhoto('lost');
  const facts = { photo: 'lost', size: 'full' as const, pin: 'pin', by: OWNER, at: NOON, messageId: '1' };
  await writePicture(full, facts);
  const lease = { fence: 1, check: async () => {} };
  const now = Date.now();
  expect(await deleteLostPhotos.run(new Date(now), lease)).toEqual({ photos: 0 });
  expect(await deleteLostPhotos.run(new Date(now + 25 * 3_600_000), lease)).toEqual({ photos: 1 });
});
