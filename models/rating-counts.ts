/**
 * What all ratings of an office come to, kept in one document per office, so that showing it is one read by key. The
 * document is counted anew from the ratings after each change of one; `version` makes sure that of two who count at
 * the same time the one who saw less does not write last.
 */
import mongoose, { type InferSchemaType } from 'mongoose';
import { BURST_WINDOW, burstsAmong } from './rating-burst.ts';
import { RatingModel, type StoredRating } from './rating-document.ts';
import { ignoreDuplicate } from './rating-duplicate.ts';
import {
  type OpenCount,
  openCount,
  type Satisfaction,
  type StarCounts,
  satisfactionFrom,
} from './satisfaction.ts';

const schema = new mongoose.Schema(
  {
    /** The office's public code. */
    _id: { type: String, required: true },
    version: { type: Number, required: true },
    stars: { type: [Number] },
    leftOut: { type: Number },
  },
  { collection: 'rating_counts', versionKey: false },
);
type StoredCounts = InferSchemaType<typeof schema>;
const CountsModel = mongoose.model('RatingCounts', schema);

/** The exact counts of an office: for its own people and the reports of those above it. */
export type RatingCounts = { pin: string; stars: StarCounts; leftOut: number };

/** Each round only waits for somebody who rates the same office at the same moment. */
const MOST_ROUNDS = 100;
const NONE: StarCounts = [0, 0, 0, 0, 0];

/** Brings the counts of an office up to date, bursts around an instant included. Twice equals once. */
export async function recount(pin: string, around?: Date): Promise<void> {
  const begun = { $inc: { version: 1 } };
  const begin = () => CountsModel.updateOne({ _id: pin }, begun, { upsert: true });
  // Two who make the document at once: the second one counts up what the first one made.
  if (!(await ignoreDuplicate(begin))) await begin();
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const before = await CountsModel.findById(pin).lean<StoredCounts>();
    if (around) await flagBursts(pin, around);
    const counted = await countedAt(pin);
    const { matchedCount } = await CountsModel.updateOne(
      { _id: pin, version: before?.version ?? 0 },
      { $set: counted },
    );
    if (matchedCount === 1) return;
  }
  throw new Error(`the ratings of ${pin} never came to rest`);
}

/** A rating can only change what is flagged within one window of it, and that depends on one window more. */
async function flagBursts(pin: string, around: Date): Promise<void> {
  const within = (windows: number) => ({
    $gte: new Date(around.getTime() - windows * BURST_WINDOW),
    $lte: new Date(around.getTime() + windows * BURST_WINDOW),
  });
  const near = { pin, newcomer: true, state: 'given' as const };
  const ratings = await RatingModel.find({ ...near, at: within(2) }, { at: 1, newcomer: 1 }).lean<
    StoredRating[]
  >();
  const flagged = [...burstsAmong(ratings.map(({ _id: id, at, newcomer }) => ({ id, at, newcomer })))];
  const known = ratings.map(({ _id }) => _id);
  const here = { ...near, at: within(1) };
  // What somebody added meanwhile is theirs to judge: only what was looked at is cleared.
  await RatingModel.updateMany({ ...here, _id: { $in: flagged } }, { $set: { leftOut: true } });
  const cleared = known.filter((id) => !flagged.includes(id));
  await RatingModel.updateMany({ ...here, _id: { $in: cleared } }, { $set: { leftOut: false } });
}

async function countedAt(pin: string): Promise<{ stars: number[]; leftOut: number }> {
  const rows = await RatingModel.aggregate<{ _id: { stars: number; leftOut: boolean }; count: number }>([
    { $match: { pin, state: 'given' } },
    { $group: { _id: { stars: '$stars', leftOut: '$leftOut' }, count: { $sum: 1 } } },
  ]);
  const stars = [1, 2, 3, 4, 5].map((star) => sumOf(rows, ({ _id }) => _id.stars === star && !_id.leftOut));
  return { stars, leftOut: sumOf(rows, ({ _id }) => _id.leftOut) };
}

function sumOf<Row extends { count: number }>(rows: readonly Row[], counts: (row: Row) => boolean): number {
  return rows.filter(counts).reduce((sum, { count }) => sum + count, 0);
}

/** How satisfied people are with these offices (public codes); an office that nobody rated has 0. One read. */
export async function satisfactionOf(pins: readonly string[]): Promise<Map<string, Satisfaction>> {
  const stored = await CountsModel.find({ _id: { $in: [...pins] } }).lean<StoredCounts[]>();
  const known = new Map(stored.map(countsOf).map((counts) => [counts.pin, counts]));
  return new Map(
    pins.map((pin) => {
      const { stars = NONE, leftOut = 0 } = known.get(pin) ?? {};
      return [pin, satisfactionFrom(stars, leftOut)];
    }),
  );
}

/** The exact counts of all offices that were rated, or of these, by code. Never for publishing: see `openRatingCounts`. */
export async function* ratingCounts(pins?: readonly string[]): AsyncGenerator<RatingCounts> {
  const cursor = CountsModel.find(pins ? { _id: { $in: [...pins] } } : {})
    .sort({ _id: 1 })
    .lean<StoredCounts>()
    .cursor();
  for await (const stored of cursor) yield countsOf(stored);
}

/** What may be published of each office, by code: offices with few ratings are left out. */
export async function* openRatingCounts(): AsyncGenerator<{ pin: string } & OpenCount> {
  for await (const { pin, stars } of ratingCounts()) {
    const open = openCount(stars);
    if (open.n !== undefined) yield { pin, ...open };
  }
}

function countsOf({ _id: pin, stars, leftOut }: StoredCounts): RatingCounts {
  const [one = 0, two = 0, three = 0, four = 0, five = 0] = stars ?? [];
  return { pin, stars: [one, two, three, four, five], leftOut: leftOut ?? 0 };
}
