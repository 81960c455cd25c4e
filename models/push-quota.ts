/**
 * How many pushes may still be sent this month: what LINE's counters said last, less what went out since and what is
 * promised to somebody who is about to send, within the budget that is set. LINE counts each recipient, by months of Japan.
 *
 * Promises stand in the very document that is read, and every write to it raises its revision: of two that would spend the
 * same pushes at one instant, one finds the document changed and counts anew.
 */
import mongoose, { type InferSchemaType } from 'mongoose';
import { recipientsSince } from './outbox.ts';

/** What LINE says: the month's pushes (nothing when unlimited) and those used. `budget` is the most the bot may use. */
export type PushCounters = { limit?: number | undefined; used: number; budget?: number | undefined };

const promise = new mongoose.Schema(
  {
    id: { type: String, required: true },
    count: { type: Number, required: true },
    at: { type: Date, required: true },
  },
  { _id: false },
);
const schema = new mongoose.Schema(
  {
    /** There is one channel. */
    _id: { type: String, required: true },
    limit: { type: Number },
    used: { type: Number, required: true },
    budget: { type: Number },
    readAt: { type: Date, required: true },
    promises: { type: [promise], default: undefined },
    revision: { type: Number },
  },
  { collection: 'push_quota', versionKey: false },
);

type Stored = InferSchemaType<typeof schema>;
const QuotaModel = mongoose.model('PushQuota', schema);

const THE_CHANNEL = 'line';
const JAPAN_OFFSET = 9 * 3_600_000;
/** Whoever has not sent by then has died; longer than a run of a job and than the time between two. Milliseconds. */
const PROMISED_FOR = 15 * 60_000;

/** Keeps what was read at `now`. */
export async function keepPushCounters(counters: PushCounters, now: Date): Promise<void> {
  const { limit, used, budget } = counters;
  const unlimited = { ...(limit === undefined && { limit: 1 }), ...(budget === undefined && { budget: 1 }) };
  await QuotaModel.updateOne(
    { _id: THE_CHANNEL },
    {
      $set: {
        used,
        readAt: now,
        ...(limit !== undefined && { limit }),
        ...(budget !== undefined && { budget }),
      },
      ...(Object.keys(unlimited).length > 0 && { $unset: unlimited }),
      $inc: { revision: 1 },
    },
    { upsert: true },
  );
}

/** How many more recipients may be sent to; undefined where nothing limits it, or nothing was read yet. */
export async function pushesLeft(now: Date): Promise<number | undefined> {
  const stored = await QuotaModel.findById(THE_CHANNEL).lean<Stored>();
  return stored ? leftOf(stored, now) : undefined;
}

/**
 * Promises up to `wanted` pushes to whoever is about to send them; gives how many it may send. What has come into the
 * outbox since, and what will not be sent after all, is to be given back by `givePushesBack` with the same `id`.
 */
export async function promisePushes(id: string, wanted: number, now: Date): Promise<number> {
  for (;;) {
    const stored = await QuotaModel.findById(THE_CHANNEL).lean<Stored>();
    if (!stored) return wanted;
    const left = await leftOf(stored, now);
    if (left === undefined) return wanted;
    const count = Math.min(wanted, left);
    if (count === 0) return 0;
    const alive = (stored.promises ?? []).filter((other) => isAlive(other, now));
    const { modifiedCount } = await QuotaModel.updateOne(
      { _id: THE_CHANNEL, revision: stored.revision ?? { $exists: false } },
      { $set: { promises: [...alive, { id, count, at: now }] }, $inc: { revision: 1 } },
    );
    if (modifiedCount === 1) return count;
  }
}

/** `count` of the pushes promised under this id are counted elsewhere by now, or will not be sent; without it, all. */
export async function givePushesBack(id: string, count?: number): Promise<void> {
  const mine = { _id: THE_CHANNEL, 'promises.id': id };
  await QuotaModel.updateOne(
    mine,
    count === undefined
      ? { $pull: { promises: { id } }, $inc: { revision: 1 } }
      : { $inc: { 'promises.$.count': -count, revision: 1 } },
  );
}

/** The promises are read before the outbox: what moves from here to there in between counts twice, never not at all. */
async function leftOf(stored: Stored, now: Date): Promise<number | undefined> {
  const most = Math.min(stored.limit ?? Number.POSITIVE_INFINITY, stored.budget ?? Number.POSITIVE_INFINITY);
  if (most === Number.POSITIVE_INFINITY) return undefined;
  // A new month begins at nought, whatever was read in the old one.
  const isOfThisMonth = monthOf(stored.readAt) === monthOf(now);
  const since = isOfThisMonth ? stored.readAt : startOfMonth(now);
  const promised = (stored.promises ?? [])
    .filter((one) => isAlive(one, now))
    .reduce((sum, { count }) => sum + count, 0);
  const sent = await recipientsSince(since);
  return Math.max(0, most - (isOfThisMonth ? stored.used : 0) - promised - sent);
}

/** A clock that was set back makes no promise live longer. */
const isAlive = ({ at }: { at: Date }, now: Date): boolean =>
  Math.abs(now.getTime() - at.getTime()) < PROMISED_FOR;

const monthOf = (instant: Date): string =>
  new Date(instant.getTime() + JAPAN_OFFSET).toISOString().slice(0, 7);

function startOfMonth(now: Date): Date {
  return new Date(Date.parse(`${monthOf(now)}-01T00:00:00Z`) - JAPAN_OFFSET);
}
