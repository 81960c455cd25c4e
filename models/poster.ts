/** Posters for the counter: which pins have one. A poster is made when an official of the office fetches it. */
import mongoose, { type InferSchemaType } from 'mongoose';
import { type AuditEntry, recordChanges } from './audit.ts';
import { PinModel, type StoredPin } from './pin-document.ts';
import { mayWorkOn } from './pin-rights.ts';

const schema = new mongoose.Schema(
  {
    /** The pin's id. */
    _id: { type: String, required: true },
    madeAt: { type: Date, required: true },
    by: { type: String, required: true },
    /** Idempotency key of its entry in the audit trail. */
    key: { type: String, required: true },
  },
  { collection: 'posters', versionKey: false },
);

type Stored = InferSchemaType<typeof schema>;
const PosterModel = mongoose.model('Poster', schema);

/** Notes that somebody who may work on the published pin with this code fetched its poster; the first time counts. */
export async function makePoster({
  pin,
  by,
  at,
  key,
}: {
  pin: string;
  by: string;
  at: Date;
  key: string;
}): Promise<{ result: 'made' | 'not-yours' }> {
  const stored = await PinModel.findOne({ code: pin, state: 'published' }).lean<StoredPin>();
  if (!stored || !(await mayWorkOn(by, stored))) return { result: 'not-yours' };
  const poster = await PosterModel.findOneAndUpdate(
    { _id: stored._id },
    { $setOnInsert: { madeAt: at, by, key } },
    { upsert: true, returnDocument: 'after' },
  ).lean<Stored>();
  await recordChanges(entryOf(poster, stored));
  return { result: 'made' };
}

/** The same entry however often the poster is fetched: its key is that of the first time. */
function entryOf({ madeAt, by, key }: Stored, { code, agency }: StoredPin): AuditEntry<'pin'> {
  return {
    key,
    at: madeAt,
    by,
    about: { kind: 'pin', id: code ?? '' },
    ...(agency && { agency }),
    changes: [{ field: 'poster', from: null, to: madeAt }],
  };
}

/** Which of these pins (their ids) have a poster. */
export async function postersMade(pins: readonly string[]): Promise<Set<string>> {
  const made = await PosterModel.find({ _id: { $in: [...pins] } }, { _id: 1 }).lean<{ _id: string }[]>();
  return new Set(made.map(({ _id }) => _id));
}

/** A merged pin's poster goes on working: the pin that stays has one then. */
export async function movePoster(from: string, to: string): Promise<void> {
  const poster = await PosterModel.findById(from).lean<Stored>();
  if (!poster) return;
  const { madeAt, by, key } = poster;
  await PosterModel.updateOne({ _id: to }, { $setOnInsert: { madeAt, by, key } }, { upsert: true });
}
