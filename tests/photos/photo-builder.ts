/** Photos for tests: what a test does not care about is filled in. The bytes need not be pictures. */
import mongoose from 'mongoose';
import type { NewPhoto } from '../../models/photo.ts';
import { NOON, OWNER } from '../models/pin-builder.ts';

/** Longer than one chunk of GridFS, so that reading it takes more than one. */
const full = Buffer.alloc(300_000, 'full size ');
const small = Buffer.alloc(30_000, 'small size ');

export const aPhoto = (id: string, change: Partial<NewPhoto> = {}): NewPhoto => ({
  id,
  pin: 'pin',
  by: OWNER,
  at: NOON,
  messageId: '100',
  full: { bytes: full, width: 1_600, height: 1_200 },
  small: { bytes: small, width: 480, height: 360 },
  ...change,
});

export const minutesAfterNoon = (minutes: number) => new Date(NOON.getTime() + minutes * 60_000);

/** How many pictures GridFS holds; fails when chunks and files do not belong together. */
export async function filesStored(): Promise<number> {
  const files = await mongoose.connection.collection('photos.files').distinct('_id');
  const chunked = await mongoose.connection.collection('photos.chunks').distinct('files_id');
  if (files.map(String).sort().join() !== chunked.map(String).sort().join())
    throw new Error('there are files without bytes, or bytes without a file');
  return files.length;
}

export async function emptyPhotoFiles(): Promise<void> {
  await mongoose.connection.collection('photos.files').deleteMany({});
  await mongoose.connection.collection('photos.chunks').deleteMany({});
}
