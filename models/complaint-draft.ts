/**
 * Unfinished complaints: one for each person, kept when they leave, until they are sent or thrown away.
 */
import mongoose, { type InferSchemaType } from 'mongoose';
import { photosOf, removePhoto, removePhotosOf } from './photo.ts';

const schema = new mongoose.Schema(
  {
    /** The person's LINE user id. */
    _id: { type: String, required: true },
    fields: { type: mongoose.Schema.Types.Mixed },
    /** The albums of the pictures sent so far. */
    albums: { type: [String], default: [] },
    updatedAt: { type: Date, required: true },
  },
  { collection: 'complaintDrafts', versionKey: false, minimize: false },
);
schema.index({ updatedAt: 1 });

type StoredDraft = InferSchemaType<typeof schema>;
const DraftModel = mongoose.model('ComplaintDraft', schema);

/** Keeps what was said so far in place of what was kept before. */
export async function keepComplaintDraft({
  person,
  fields,
  at,
}: {
  person: string;
  fields: Record<string, unknown>;
  at: Date;
}): Promise<void> {
  await DraftModel.updateOne({ _id: person }, { $set: { fields, updatedAt: at } }, { upsert: true });
}

/** The draft the person left, if any. */
export async function complaintDraft(person: string): Promise<Record<string, unknown> | undefined> {
  // Written by `keepComplaintDraft` only.
  return ((await DraftModel.findById(person).lean<StoredDraft>())?.fields ?? undefined) as
    | Record<string, unknown>
    | undefined;
}

/** Remembers where the pictures of the person's draft are, so that they can go with it. */
export async function noteDraftAlbum(note: { person: string; album: string; at: Date }): Promise<void> {
  const { person, album, at } = note;
  await DraftModel.updateOne(
    { _id: person },
    { $addToSet: { albums: album }, $set: { updatedAt: at } },
    { upsert: true },
  );
}

/** The albums with the pictures of the person's draft. */
export async function draftAlbums(person: string): Promise<string[]> {
  return (await DraftModel.findById(person).lean<StoredDraft>())?.albums ?? [];
}

/** Throws the draft away, with its pictures but those in `keep`, which were sent. */
export async function discardComplaintDraft(person: string, keep: readonly string[] = []): Promise<void> {
  const stored = await DraftModel.findById(person).lean<StoredDraft>();
  for (const album of stored?.albums ?? []) await emptyAlbum(album, keep);
  await DraftModel.deleteOne({ _id: person });
}

async function emptyAlbum(album: string, keep: readonly string[]): Promise<void> {
  const photos = await photosOf(album);
  if (!photos.some(({ id }) => keep.includes(id))) return removePhotosOf(album);
  for (const { id } of photos) if (!keep.includes(id)) await removePhoto({ pin: album, id });
}

/** Throws away the drafts that nobody has touched since `before`; how many there were. */
export async function deleteOldComplaintDrafts(before: Date): Promise<number> {
  const old = await DraftModel.find({ updatedAt: { $lt: before } }, { _id: 1 }).lean<{ _id: string }[]>();
  for (const { _id } of old) await discardComplaintDraft(_id);
  return old.length;
}
