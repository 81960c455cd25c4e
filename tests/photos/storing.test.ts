// Photos of pins on the real engine: the album's limit, storing twice, removing, and what crashes leave behind.

import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import {
  deleteUnlistedPhotos,
  openPhoto,
  photosOf,
  removePhoto,
  removePhotoOfMessage,
  removePhotosOf,
  storePhoto,
} from '../../models/photo.ts';
import { writePicture } from '../../models/photo-files.ts';
import { keepDraft } from '../../models/pin.ts';
import { emptyDatabase } from '../builders/running-service.ts';
import { connectEmptyDatabase, NOON, OWNER, publish, retirePin } from '../models/pin-builder.ts';
import { aPhoto, emptyPhotoFiles, filesStored, minutesAfterNoon } from './photo-builder.ts';

let disconnect: () => Promise<void>;
beforeAll(async () => {
  disconnect = await connectEmptyDatabase();
});
afterAll(() => disconnect());
beforeEach(async () => {
  await Promise.all([emptyDatabase(), emptyPhotoFiles()]);
});

const longAgo = new Date('1971-01-01T00:00:00Z');
const farAhead = new Date('2090-01-01T00:00:00Z');
const idsOf = async (pin: string) => (await photosOf(pin)).map((photo) => photo.id);
const numbered = (count: number) => Array.from({ length: count }, (_, index) => `E${index}`);

describe('storing', () => {
  test('a photo is listed with its size and instant, in the order of sending', async () => {
    expect(await photosOf('pin')).toEqual([]);
    expect(await storePhoto(aPhoto('B', { at: minutesAfterNoon(2) }))).toEqual({ stored: true });
    expect(await storePhoto(aPhoto('A', { at: minutesAfterNoon(1) }))).toEqual({ stored: true });
    await storePhoto(aPhoto('other', { pin: 'another-pin' }));
    expect(await photosOf('pin')).toEqual([
      { id: 'A', at: minutesAfterNoon(1), width: 1_600, height: 1_200 },
      { id: 'B', at: minutesAfterNoon(2), width: 1_600, height: 1_200 },
    ]);
  });

  test('what is known of a picture stands beside its bytes', async () => {
    await storePhoto(aPhoto('A'));
    const files = await mongoose.connection.collection('photos.files').find().sort({ length: 1 }).toArray();
    const facts = { photo: 'A', pin: 'pin', by: OWNER, at: NOON, messageId: '100' };
    expect(files.map((file) => file.metadata)).toEqual([
      { ...facts, size: 'small', width: 480, height: 360 },
      { ...facts, size: 'full', width: 1_600, height: 1_200 },
    ]);
  });

  test('the same photo again changes nothing, one after the other and at once', async () => {
    const again = Array.from({ length: 8 }, () => storePhoto(aPhoto('A')));
    expect(await Promise.all(again)).toEqual(again.map(() => ({ stored: true })));
    expect(await storePhoto(aPhoto('A'))).toEqual({ stored: true });
    expect(await idsOf('pin')).toEqual(['A']);
    expect(await filesStored()).toBe(2);
  });

  test('of twenty photos at once ten are stored, and nothing is left of the others', async () => {
    const results = await Promise.all(numbered(20).map((id) => storePhoto(aPhoto(id))));
    expect(results.filter((result) => result.stored)).toHaveLength(10);
    expect(results.filter((result) => !result.stored)).toEqual(
      Array.from({ length: 10 }, () => ({ stored: false, why: 'too-many' })),
    );
    const stored = numbered(20).filter((_, index) => results[index]?.stored);
    expect((await idsOf('pin')).sort()).toEqual(stored.sort());
    expect(await filesStored()).toBe(20);
    // Full: no new one, but one of the ten again is no mistake; after a removal there is room.
    expect(await storePhoto(aPhoto('E99'))).toEqual({ stored: false, why: 'too-many' });
    const [first = ''] = stored;
    expect(await storePhoto(aPhoto(first))).toEqual({ stored: true });
    await removePhoto({ pin: 'pin', id: first });
    expect(await storePhoto(aPhoto('E99'))).toEqual({ stored: true });
  });

  test('an id that could not stand in an address is a bug', async () => {
    await expect(storePhoto(aPhoto('a-small'))).rejects.toThrow('letters and digits');
    await expect(storePhoto(aPhoto('../a'))).rejects.toThrow('letters and digits');
  });
});

describe('removing', () => {
  test('one photo, twice, with its pictures', async () => {
    await storePhoto(aPhoto('A'));
    await storePhoto(aPhoto('B', { messageId: '101' }));
    await removePhoto({ pin: 'another-pin', id: 'A' });
    expect(await idsOf('pin')).toEqual(['A', 'B']);
    await removePhoto({ pin: 'pin', id: 'A' });
    await removePhoto({ pin: 'pin', id: 'A' });
    expect(await idsOf('pin')).toEqual(['B']);
    expect(await filesStored()).toBe(2);
  });

  test('what an unsent message brought', async () => {
    await storePhoto(aPhoto('A', { messageId: '100' }));
    await storePhoto(aPhoto('B', { messageId: '101' }));
    await removePhotoOfMessage('101');
    await removePhotoOfMessage('101');
    await removePhotoOfMessage('999');
    expect(await idsOf('pin')).toEqual(['A']);
    expect(await filesStored()).toBe(2);
  });

  test('all photos of a pin', async () => {
    await storePhoto(aPhoto('A'));
    await storePhoto(aPhoto('B'));
    await storePhoto(aPhoto('C', { pin: 'another-pin' }));
    await removePhotosOf('pin');
    await removePhotosOf('pin');
    expect([await idsOf('pin'), await idsOf('another-pin')]).toEqual([[], ['C']]);
    expect(await filesStored()).toBe(2);
  });
});

describe('who sees a photo', () => {
  test('everybody, but only while its pin is published', async () => {
    const photo = aPhoto('A');
    await storePhoto(photo);
    expect(await openPhoto('A', 'full')).toBeUndefined();
    await keepDraft({ id: 'pin', owner: OWNER, fields: {}, step: 'askKind', now: NOON });
    expect(await openPhoto('A', 'full')).toBeUndefined();
    await publish('pin');
    for (const size of ['full', 'small'] as const) {
      const open = await openPhoto('A', size);
      expect(open?.length).toBe(photo[size].bytes.length);
      expect(open && (await buffer(open.read())).equals(photo[size].bytes)).toBe(true);
    }
    expect((await openPhoto('A', 'full'))?.etag).not.toBe((await openPhoto('A', 'small'))?.etag);
    expect(await openPhoto('B', 'full')).toBeUndefined();
    await retirePin({ id: 'pin', owner: OWNER, now: NOON });
    expect(await openPhoto('A', 'full')).toBeUndefined();
  });
});

describe('what a crash leaves behind', () => {
  const facts = { photo: 'A', pin: 'pin', size: 'full', by: OWNER, at: NOON, messageId: '100' } as const;

  test('pictures that were written but not listed are not seen, and deleted later', async () => {
    await publish('pin');
    await writePicture(aPhoto('A').full, facts);
    expect([await idsOf('pin'), await openPhoto('A', 'full')]).toEqual([[], undefined]);
    expect(await storePhoto(aPhoto('A'))).toEqual({ stored: true });
    expect(await filesStored()).toBe(3);
    expect(await deleteUnlistedPhotos(longAgo)).toBe(0);
    expect(await filesStored()).toBe(3);
    expect(await deleteUnlistedPhotos(farAhead)).toBe(1);
    expect(await filesStored()).toBe(2);
    const open = await openPhoto('A', 'full');
    expect(open && (await buffer(open.read())).length).toBe(aPhoto('A').full.bytes.length);
  });

  test('the bytes of an upload that never ended are deleted later', async () => {
    await storePhoto(aPhoto('A'));
    const { ObjectId } = mongoose.mongo;
    const chunks = mongoose.connection.collection('photos.chunks');
    const whole = await chunks.countDocuments();
    const data = Buffer.from('half');
    await chunks.insertMany([0, 1].map((n) => ({ files_id: ObjectId.createFromTime(1), n, data })));
    expect(await deleteUnlistedPhotos(new Date(1_000))).toBe(0);
    expect(await deleteUnlistedPhotos(longAgo)).toBe(1);
    expect(await chunks.countDocuments()).toBe(whole);
    expect(await idsOf('pin')).toEqual(['A']);
  });
});
