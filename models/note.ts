/**
 * Notes: messages that are not worth a paid push and ride along with the next free reply to their person. What is
 * not said before it expires is never said.
 */
import mongoose, { type InferSchemaType } from 'mongoose';

/** A note. `messages` are semantic messages as plain JSON. */
export type Note = {
  /** Idempotency key: the same key is kept once. */
  key: string;
  person: string;
  messages: unknown[];
  notBefore: Date;
  expiresAt: Date;
  /** What it is about, for what goes along with a push about the same: the code of a case. */
  about?: string;
};

/** Name of the collection, for reading notes together with a conversation. */
const NOTES = 'notes';

const schema = new mongoose.Schema(
  {
    _id: { type: String, required: true },
    person: { type: String, required: true },
    messages: { type: [mongoose.Schema.Types.Mixed], required: true },
    notBefore: { type: Date, required: true },
    expiresAt: { type: Date, required: true },
    saidAt: { type: Date },
    about: { type: String },
  },
  { collection: NOTES, versionKey: false, minimize: false },
);
schema.index({ person: 1, saidAt: 1, notBefore: 1 });
schema.index({ expiresAt: 1 });
schema.index({ notBefore: 1 });

/** A note as it is stored. */
export type StoredNote = InferSchemaType<typeof schema>;
const NoteModel = mongoose.model('Note', schema);

/** The stage of an aggregation that puts the unsaid notes beside a document whose `_id` is a person. */
export const unsaidNotes = {
  $lookup: {
    from: NOTES,
    localField: '_id',
    foreignField: 'person',
    pipeline: [
      { $match: { saidAt: null } },
      { $sort: { notBefore: 1 as const, _id: 1 as const } },
      { $limit: 20 },
    ],
    as: NOTES,
  },
};

/** The plain shape of a stored note. */
export function noteOf({ _id, person, messages, notBefore, expiresAt }: StoredNote): Note {
  return { key: _id, person, messages, notBefore, expiresAt };
}

/** Keeps a note for its person's next reply. A key that is there already stays as it is. */
export async function putNote({ key, ...note }: Note): Promise<void> {
  await NoteModel.updateOne({ _id: key }, { $setOnInsert: note }, { upsert: true });
}

/** Notes that a note was said, so that it is not said again. */
export async function noteSaid(key: string, now: Date): Promise<void> {
  await NoteModel.updateOne({ _id: key, saidAt: null }, { $set: { saidAt: now } });
}

/** A person's notes about something that are due and were not said, the oldest first; at most 20. */
export async function unsaidNotesAbout(person: string, about: string, now: Date): Promise<Note[]> {
  const stored = await NoteModel.find({
    person,
    about,
    saidAt: null,
    notBefore: { $lte: now },
    expiresAt: { $gt: now },
  })
    .sort({ notBefore: 1, _id: 1 })
    .limit(20)
    .lean<StoredNote[]>();
  return stored.map(noteOf);
}

/** Whether there is a note under this key, said or not. */
export async function isNoteKept(key: string): Promise<boolean> {
  return (await NoteModel.exists({ _id: key })) !== null;
}

/** Takes back a note that was not said yet; whether it was still there. */
export async function withdrawNote(key: string): Promise<boolean> {
  return (await NoteModel.deleteOne({ _id: key, saidAt: null })).deletedCount === 1;
}

/** Takes back a person's notes that were not said yet and whose keys begin so. */
export async function withdrawNotes(person: string, keysBegin: string): Promise<void> {
  const unsaid = await NoteModel.find({ person, saidAt: null }, { _id: 1 }).lean<{ _id: string }[]>();
  const keys = unsaid.map(({ _id }) => _id).filter((key) => key.startsWith(keysBegin));
  if (keys.length > 0) await NoteModel.deleteMany({ _id: { $in: keys }, saidAt: null });
}

/** Whether a note is still to be said: nobody took it back. */
export async function isNoteUnsaid(key: string): Promise<boolean> {
  return (await NoteModel.exists({ _id: key, saidAt: null })) !== null;
}

/** Which of these notes were said. */
export async function notesSaid(keys: readonly string[]): Promise<Set<string>> {
  const said = await NoteModel.find({ _id: { $in: [...keys] }, saidAt: { $ne: null } }, { _id: 1 }).lean<
    { _id: string }[]
  >();
  return new Set(said.map(({ _id }) => _id));
}

/** Deletes notes that expired before an instant; how many there were. */
export async function deleteExpiredNotes(before: Date): Promise<number> {
  return (await NoteModel.deleteMany({ expiresAt: { $lt: before } })).deletedCount;
}
