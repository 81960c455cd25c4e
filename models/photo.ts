/**
 * Photos of pins. Each pin has one album, a document of its own that lists its photos; a photo is there exactly
 * while its album lists it. The album is not part of the pin: a photo may come before the pin is first kept, and
 * nothing that rewrites a pin can lose its photos. Listing is one conditional write to one document, so the limit
 * holds however many photos come at once.
 */
import type { Readable } from 'node:stream';
import mongoose, { type InferSchemaType, type Types } from 'mongoose';
import {
  deleteLostPictures,
  deletePictures,
  type PhotoSize,
  type Picture,
  readPicture,
  writePicture,
} from './photo-files.ts';
import { isPublished } from './published-pins.ts';

/**
 * A photo to store. The caller derives `id` from what brought it (the webhook event), so that storing twice equals
 * storing once. `by` is the LINE user id of its sender; `messageId` is LINE's, for unsending.
 */
export type NewPhoto = {
  id: string;
  pin: string;
  by: string;
  at: Date;
  messageId: string;
  full: Picture;
  small: Picture;
};

/** A photo of a pin; width and height are the full size's, in pixels. */
export type Photo = { id: string; at: Date; width: number; height: number };

/** A photo's bytes for everybody to see; `length` in bytes. `read` begins a new stream of them. */
export type OpenPhoto = { length: number; etag: string; read: () => Readable };

/** At most so many photos show one pin. */
const MOST_PHOTOS = 10;

const picture = new mongoose.Schema(
  {
    file: { type: mongoose.Schema.Types.ObjectId, required: true },
    length: { type: Number, required: true },
  },
  { _id: false, versionKey: false },
);

const photo = new mongoose.Schema(
  {
    id: { type: String, required: true },
    messageId: { type: String, required: true },
    at: { type: Date, required: true },
    width: { type: Number, required: true },
    height: { type: Number, required: true },
    full: { type: picture, required: true },
    small: { type: picture, required: true },
  },
  { _id: false, versionKey: false },
);

/** `_id` is the pin's id. */
const schema = new mongoose.Schema(
  { _id: { type: String, required: true }, photos: { type: [photo], required: true } },
  { collection: 'photoAlbums', versionKey: false, minimize: false },
);
schema.index({ 'photos.id': 1 });
schema.index({ 'photos.messageId': 1 });

type Album = InferSchemaType<typeof schema>;
type ListedPhoto = InferSchemaType<typeof photo>;
const AlbumModel = mongoose.model('PhotoAlbum', schema);

const DUPLICATE_KEY = 11_000;

/** Photo ids stand in addresses: letters and digits only. */
const PHOTO_ID = /^[0-9A-Za-z]{1,64}$/;

/**
 * Stores a photo, unless its pin has ten already. The same id again changes nothing. The pictures are written
 * first and listed last; until then nobody sees them.
 */
export async function storePhoto(
  newPhoto: NewPhoto,
): Promise<{ stored: true } | { stored: false; why: 'too-many' }> {
  const { id, pin } = newPhoto;
  if (!PHOTO_ID.test(id)) throw new Error('a photo id has letters and digits only');
  const photos = await listedPhotos(pin);
  if (photos.some((listed) => listed.id === id)) return { stored: true };
  if (photos.length >= MOST_PHOTOS) return { stored: false, why: 'too-many' };
  const written = await writePhoto(newPhoto);
  if (await list(pin, written)) return { stored: true };
  await deletePictures(filesOf([written]));
  // Either the same photo was being stored at the same moment, or others were and they filled the album.
  const isListed = (await listedPhotos(pin)).some((listed) => listed.id === id);
  return isListed ? { stored: true } : { stored: false, why: 'too-many' };
}

async function writePhoto({ full, small, id, ...facts }: NewPhoto): Promise<ListedPhoto> {
  const { pin, by, at, messageId } = facts;
  const written = async (size: PhotoSize, picture: Picture) => ({
    file: await writePicture(picture, { photo: id, size, pin, by, at, messageId }),
    length: picture.bytes.length,
  });
  const { width, height } = full;
  return {
    id,
    messageId,
    at,
    width,
    height,
    full: await written('full', full),
    small: await written('small', small),
  };
}

/** False when the photo is listed already, or the album is full. */
async function list(pin: string, written: ListedPhoto): Promise<boolean> {
  await makeAlbum(pin);
  const roomForIt = {
    _id: pin,
    'photos.id': { $ne: written.id },
    [`photos.${MOST_PHOTOS - 1}`]: { $exists: false },
  };
  const { matchedCount } = await AlbumModel.updateOne(roomForIt, { $push: { photos: written } });
  return matchedCount === 1;
}

async function makeAlbum(pin: string): Promise<void> {
  try {
    await AlbumModel.updateOne({ _id: pin }, { $setOnInsert: { photos: [] } }, { upsert: true });
  } catch (error) {
    // Somebody else made it at the same moment.
    if (!(error instanceof mongoose.mongo.MongoServerError) || error.code !== DUPLICATE_KEY) throw error;
  }
}

async function listedPhotos(pin: string): Promise<ListedPhoto[]> {
  return (await AlbumModel.findById(pin).lean<Album>())?.photos ?? [];
}

/** The photos of a pin, in the order in which they were sent. */
export async function photosOf(pin: string): Promise<Photo[]> {
  const photos = await listedPhotos(pin);
  return photos
    .map(({ id, at, width, height }) => ({ id, at, width, height }))
    .sort((one, other) => one.at.getTime() - other.at.getTime());
}

/**
 * Moves the photos of a pin to another one, the oldest first, as far as they fit. `onMoved` is told of each one that
 * is listed there, before it goes from here; after a crash in between it is told again.
 */
export async function movePhotos(
  from: string,
  to: string,
  onMoved: (id: string) => Promise<void>,
): Promise<void> {
  const photos = await listedPhotos(from);
  for (const photo of photos.toSorted((one, other) => one.at.getTime() - other.at.getTime())) {
    const fits = (await list(to, photo)) || (await listedPhotos(to)).some(({ id }) => id === photo.id);
    if (!fits) return;
    await onMoved(photo.id);
    await AlbumModel.updateOne({ _id: from }, { $pull: { photos: { id: photo.id } } });
  }
}

/** Takes one photo from a pin and deletes its pictures. One that is not there is left so. */
export async function removePhoto({ pin, id }: { pin: string; id: string }): Promise<void> {
  const before = await AlbumModel.findOneAndUpdate({ _id: pin }, { $pull: { photos: { id } } }).lean<Album>();
  await deletePictures(filesOf(before?.photos.filter((listed) => listed.id === id)));
}

/** Deletes what an unsent message had brought. */
export async function removePhotoOfMessage(messageId: string): Promise<void> {
  const brought = { 'photos.messageId': messageId };
  const takenOut = { $pull: { photos: { messageId } } };
  for (;;) {
    const before = await AlbumModel.findOneAndUpdate(brought, takenOut).lean<Album>();
    if (!before) return;
    await deletePictures(filesOf(before.photos.filter((listed) => listed.messageId === messageId)));
  }
}

/** Deletes a pin's album with all its photos, for a draft that is thrown away. */
export async function removePhotosOf(pin: string): Promise<void> {
  const before = await AlbumModel.findOneAndDelete({ _id: pin }).lean<Album>();
  await deletePictures(filesOf(before?.photos));
}

/** In which album each of these photos is listed; those that are gone are left out. */
export async function albumsOfPhotos(ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const wanted = new Set(ids);
  const albums = await AlbumModel.find({ 'photos.id': { $in: [...wanted] } }).lean<Album[]>();
  return new Map(
    albums.flatMap(({ _id, photos }) =>
      photos.flatMap(({ id }): [string, string][] => (wanted.has(id) ? [[id, _id]] : [])),
    ),
  );
}

/** A photo for everybody to see: only while its pin is published. */
export async function openPhoto(id: string, size: PhotoSize): Promise<OpenPhoto | undefined> {
  const album = await albumWith(id);
  return album && (await isPublished(album._id)) ? opened(album, id, size) : undefined;
}

/** A photo for those who were given its secret address: while it is listed, whatever the state of its pin. */
export async function openListedPhoto(id: string, size: PhotoSize): Promise<OpenPhoto | undefined> {
  const album = await albumWith(id);
  return album ? opened(album, id, size) : undefined;
}

async function albumWith(id: string): Promise<Album | undefined> {
  return (await AlbumModel.findOne({ 'photos.id': id }).lean<Album>()) ?? undefined;
}

function opened({ photos }: Album, id: string, size: PhotoSize): OpenPhoto | undefined {
  const listed = photos.find((candidate) => candidate.id === id);
  if (!listed) return undefined;
  const { file, length } = listed[size];
  // Bytes under a file id never change.
  return { length, etag: `"${file}"`, read: () => readPicture(file) };
}

/**
 * Deletes pictures that crashes left unlisted or half written. `before` must be long past (a day), because
 * uploads in hand look the same. Returns how many files were deleted.
 */
export async function deleteUnlistedPhotos(before: Date): Promise<number> {
  return deleteLostPictures(before, async (photos) => {
    const albums = await AlbumModel.find({ 'photos.id': { $in: photos } }).lean<Album[]>();
    return albums.flatMap((album) => filesOf(album.photos));
  });
}

function filesOf(photos: readonly ListedPhoto[] = []): Types.ObjectId[] {
  return photos.flatMap(({ full, small }) => [full.file, small.file]);
}
