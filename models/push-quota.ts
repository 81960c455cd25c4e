/**
 * How many pushes may still be sent this month: what LINE's counters said last, less what went out since, within the
 * budget that is set. LINE counts each recipient, by months of Japan.
 */
import mongoose, { type InferSchemaType } from 'mongoose';
import { recipientsSince } from './outbox.ts';

/** What LINE says: the month's pushes (nothing when unlimited) and those used. `budget` is the most the bot may use. */
export type PushCounters = { limit?: number | undefined; used: number; budget?: number | undefined };

const schema = new mongoose.Schema(
  {
    /** There is one channel. */
    _id: { type: String, required: true },
    limit: { type: Number },
    used: { type: Number, required: true },
    budget: { type: Number },
    readAt: { type: Date, required: true },
  },
  { collection: 'push_quota', versionKey: false },
);

type Stored = InferSchemaType<typeof schema>;
const QuotaModel = mongoose.model('PushQuota', schema);

const THE_CHANNEL = 'line';
const JAPAN_OFFSET = 9 * 3_600_000;

/** Keeps what was read at `now`. */
export async function keepPushCounters(counters: PushCounters, now: Date): Promise<void> {
  const { limit, used, budget } = counters;
  await QuotaModel.replaceOne(
    { _id: THE_CHANNEL },
    { used, readAt: now, ...(limit !== undefined && { limit }), ...(budget !== undefined && { budget }) },
    { upsert: true },
  );
}

/** How many more recipients may be sent to; undefined where nothing limits it, or nothing was read yet. */
export async function pushesLeft(now: Date): Promise<number | undefined> {
  const stored = await QuotaModel.findById(THE_CHANNEL).lean<Stored>();
  if (!stored) return undefined;
  const most = Math.min(stored.limit ?? Number.POSITIVE_INFINITY, stored.budget ?? Number.POSITIVE_INFINITY);
  if (most === Number.POSITIVE_INFINITY) return undefined;
  // A new month begins at nought, whatever was read in the old one.
  const isOfThisMonth = monthOf(stored.readAt) === monthOf(now);
  const since = isOfThisMonth ? stored.readAt : startOfMonth(now);
  return Math.max(0, most - (isOfThisMonth ? stored.used : 0) - (await recipientsSince(since)));
}

const monthOf = (instant: Date): string =>
  new Date(instant.getTime() + JAPAN_OFFSET).toISOString().slice(0, 7);

function startOfMonth(now: Date): Date {
  return new Date(Date.parse(`${monthOf(now)}-01T00:00:00Z`) - JAPAN_OFFSET);
}
