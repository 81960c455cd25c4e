/**
 * The bytes of photos, in GridFS (bucket `photos`). A picture written here is seen by nobody until an album lists
 * it; albums are kept by `photo.ts`.
 */
import type { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import mongoose, { type Types } from 'mongoose';

/** An encoded picture; width and height in pixels. */
export type Picture = { bytes: Buffer; width: number; height: number };

/** The two sizes each photo is kept in. */
export type PhotoSize = 'full' | 'small';

/** What is written beside the bytes. `photo` is the id both sizes share; `by` is the person's LINE user id. */
export type PictureFacts = {
  photo: string;
  size: PhotoSize;
  pin: string;
  by: string;
  at: Date;
  messageId: string;
};

type FileDocument = { _id: Types.ObjectId; uploadDate: Date; metadata: { photo: string } };
type ChunkDocument = { files_id: Types.ObjectId };

const BUCKET = 'photos';
/** How many files are looked at together when lost ones are searched for. */
const SEARCHED_AT_ONCE = 500;

let bucket: { of: mongoose.mongo.Db; gridFs: mongoose.mongo.GridFSBucket } | undefined;

/** One per connection, because each new one asks the database for its indexes before its first upload. */
function photoBucket(): mongoose.mongo.GridFSBucket {
  const { db } = mongoose.connection;
  if (!db) throw new Error('photos need a connected database');
  if (bucket?.of !== db) {
    bucket = { of: db, gridFs: new mongoose.mongo.GridFSBucket(db, { bucketName: BUCKET }) };
  }
  return bucket.gridFs;
}

const files = () => mongoose.connection.collection<FileDocument>(`${BUCKET}.files`);
const chunks = () => mongoose.connection.collection<ChunkDocument>(`${BUCKET}.chunks`);

/** Writes a picture and gives its new file id. The file exists only when all its bytes are written. */
export async function writePicture(
  { bytes, width, height }: Picture,
  facts: PictureFacts,
): Promise<Types.ObjectId> {
  const upload = photoBucket().openUploadStream(`${facts.photo}-${facts.size}.jpg`, {
    metadata: { ...facts, width, height },
  });
  upload.end(bytes);
  await finished(upload);
  return upload.id;
}

/** A stream of a picture's bytes; the database is asked when the stream is first read. */
export function readPicture(file: Types.ObjectId): Readable {
  return photoBucket().openDownloadStream(file);
}

/** Deletes pictures with all their bytes; those that are gone already are no mistake. */
export async function deletePictures(ids: readonly Types.ObjectId[]): Promise<void> {
  if (ids.length === 0) return;
  await files().deleteMany({ _id: { $in: [...ids] } });
  await chunks().deleteMany({ files_id: { $in: [...ids] } });
}

/**
 * Deletes what crashes left behind: whole pictures uploaded before `before` that no album lists, and the bytes of
 * uploads begun before it that were never finished. `listedAmong` says which files of these photos are listed.
 * Returns how many were deleted.
 */
export async function deleteLostPictures(
  before: Date,
  listedAmong: (photos: string[]) => Promise<Types.ObjectId[]>,
): Promise<number> {
  const unlisted = await deleteWhere(
    files()
      .find({ uploadDate: { $lt: before } })
      .project<FileDocument>({ 'metadata.photo': 1 }),
    (batch) => listedAmong(batch.map((file) => file.metadata.photo)),
  );
  // A file id tells when its upload began.
  const begunBefore = mongoose.Types.ObjectId.createFromTime(Math.floor(before.getTime() / 1000));
  const unfinished = await deleteWhere(
    chunks().aggregate<{ _id: Types.ObjectId }>([
      { $match: { files_id: { $lt: begunBefore } } },
      { $group: { _id: '$files_id' } },
    ]),
    async (batch) => {
      const whole = await files()
        .find({ _id: { $in: idsOf(batch) } })
        .project<{ _id: Types.ObjectId }>({ _id: 1 })
        .toArray();
      return idsOf(whole);
    },
  );
  return unlisted + unfinished;
}

/** Goes through the found documents batch by batch and deletes the pictures that `keep` does not name. */
async function deleteWhere<T extends { _id: Types.ObjectId }>(
  found: AsyncIterable<T>,
  keep: (batch: T[]) => Promise<Types.ObjectId[]>,
): Promise<number> {
  let deleted = 0;
  for await (const batch of batchesOf(found)) {
    const kept = new Set((await keep(batch)).map(String));
    const lost = idsOf(batch).filter((id) => !kept.has(String(id)));
    await deletePictures(lost);
    deleted += lost.length;
  }
  return deleted;
}

async function* batchesOf<T>(found: AsyncIterable<T>): AsyncGenerator<T[]> {
  let batch: T[] = [];
  for await (const one of found) {
    batch.push(one);
    if (batch.length < SEARCHED_AT_ONCE) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

function idsOf(documents: { _id: Types.ObjectId }[]): Types.ObjectId[] {
  return documents.map(({ _id }) => _id);
}
