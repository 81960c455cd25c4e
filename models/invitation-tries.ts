/** Tries of invitation codes: each is counted before its code is looked at, so that many at once gain nothing. */
import mongoose from 'mongoose';

/** What became of counting a try. */
export type Tried = { result: 'counted'; triesLeft: number } | { result: 'locked'; until: Date };

const TRIES_AT_MOST = 5;
/** How long wrong tries are remembered. Milliseconds. */
const REMEMBERED = 3_600_000;

const oneTry = new mongoose.Schema(
  { at: { type: Date, required: true }, key: { type: String, required: true } },
  { _id: false, versionKey: false },
);
const schema = new mongoose.Schema(
  { _id: { type: String, required: true }, tries: { type: [oneTry], default: [] } },
  { collection: 'invitation_tries', versionKey: false },
);
const TriesModel = mongoose.model('InvitationTries', schema);

type Stored = { _id: string; tries: { at: Date; key: string }[] };

/** Counts a try, once for its key. 'locked' when there were five within an hour already; then it is not counted. */
export async function countTry(person: string, { at, key }: { at: Date; key: string }): Promise<Tried> {
  const horizon = new Date(at.getTime() - REMEMBERED);
  await TriesModel.updateOne({ _id: person }, { $setOnInsert: { tries: [] } }, { upsert: true });
  await TriesModel.updateOne(
    {
      _id: person,
      'tries.key': { $ne: key },
      $or: [{ [`tries.${TRIES_AT_MOST - 1}`]: { $exists: false } }, { 'tries.0.at': { $lte: horizon } }],
    },
    { $push: { tries: { $each: [{ at, key }], $slice: -TRIES_AT_MOST } } },
  );
  const stored = await TriesModel.findById(person).lean<Stored>();
  const recent = (stored?.tries ?? []).filter((tried) => tried.at > horizon);
  const isCounted = recent.some((tried) => tried.key === key);
  const [first] = recent;
  if (!isCounted && first) return { result: 'locked', until: new Date(first.at.getTime() + REMEMBERED) };
  return { result: 'counted', triesLeft: Math.max(0, TRIES_AT_MOST - recent.length) };
}

/** Takes a try back that turned out to be of a real code. */
export async function forgiveTry(person: string, key: string): Promise<void> {
  await TriesModel.updateOne({ _id: person }, { $pull: { tries: { key } } });
}
