/**
 * The outbox: messages that could not go with a free reply and are pushed, with the retry key that makes a push
 * safe to repeat. Turns whose reply token died and jobs write here; delivery empties it.
 */
import mongoose, { type InferSchemaType } from 'mongoose';
import { hasLeft } from './left-person.ts';

/** A message to be pushed to one person. */
export type OutboxEntry = {
  /** Idempotency key: the same key is kept once, whoever writes it how often. */
  key: string;
  to: string;
  /** The semantic messages, as plain JSON, and the language to say them in. */
  saying: unknown;
  language: string;
  /** UUID for `X-Line-Retry-Key`. */
  retryKey: string;
  /** Keys of the notes whose messages go along, to be marked as said. */
  notes?: string[];
};

/** One and the same message to many people, sent with one call of LINE's (at most 500) before an instant or never. */
export type MulticastEntry = Omit<OutboxEntry, 'to'> & { recipients: string[]; sendBefore: Date };

/** An entry in hand. One with `recipients` goes to all of them, and its `to` is empty. After `sendBefore` it is too late. */
export type OutboxClaim = OutboxEntry & {
  recipients?: string[];
  sendBefore?: Date;
  holder: string;
  attempts: number;
  createdAt: Date;
};

/** Why a message was given up, with LINE's own words. */
export type DeliveryFailure = {
  reason: 'refused' | 'expired' | 'quota' | 'left';
  status?: number;
  message: string;
};

const schema = new mongoose.Schema(
  {
    _id: { type: String, required: true },
    /** One person, or `recipients`. */
    to: { type: String },
    recipients: { type: [String], default: undefined },
    sendBefore: { type: Date },
    saying: { type: mongoose.Schema.Types.Mixed, required: true },
    language: { type: String, required: true },
    retryKey: { type: String, required: true },
    notes: { type: [String], default: undefined },
    state: { type: String, enum: ['waiting', 'sent', 'failed'], required: true },
    attempts: { type: Number, required: true },
    /** Not before this instant; while in hand, when the lease ends. */
    dueAt: { type: Date, required: true },
    holder: { type: String },
    createdAt: { type: Date, required: true },
    endedAt: { type: Date },
    failure: { type: mongoose.Schema.Types.Mixed },
  },
  { collection: 'outbox', versionKey: false, minimize: false },
);
schema.index({ state: 1, dueAt: 1 });
schema.index({ state: 1, endedAt: 1 });
schema.index({ recipients: 1 }, { sparse: true });
schema.index({ to: 1 }, { sparse: true });

type Stored = InferSchemaType<typeof schema>;
const Outbox = mongoose.model('Outbox', schema);

/** Keeps a message to be pushed, due at `now`, which may be yet to come. A key that is there already stays as it is. */
export async function putInOutbox(entry: OutboxEntry, now: Date): Promise<void> {
  await insertOnce(entry, { state: 'waiting', dueAt: now, createdAt: now });
}

/** The keys of the notes that go along with a message; undefined when there is no such message. */
export async function notesInOutbox(key: string): Promise<string[] | undefined> {
  const stored = await Outbox.findById(key, { notes: 1 }).lean<Stored>();
  return stored ? (stored.notes ?? []) : undefined;
}

/** Keeps a message to many. A key that is there already stays as it is. A single recipient gets a plain push. */
export async function putManyInOutbox({ recipients, ...entry }: MulticastEntry, now: Date): Promise<void> {
  const [to] = recipients;
  if (to === undefined) return;
  await insertOnce(
    { ...entry, ...(recipients.length === 1 ? { to } : { recipients }) },
    { state: 'waiting', dueAt: now, createdAt: now },
  );
}

/** What became of messages, by their keys; keys that were never put in are left out. */
export async function outboxStates(
  keys: readonly string[],
): Promise<Map<string, { state: string; people: Set<string>; failure?: DeliveryFailure }>> {
  const asked = { state: 1, to: 1, recipients: 1, failure: 1 } as const;
  const stored = await Outbox.find({ _id: { $in: [...keys] } }, asked).lean<Stored[]>();
  return new Map(
    stored.map(({ _id, state, to, recipients, failure }) => {
      const people = new Set([...(to ? [to] : []), ...(recipients ?? [])]);
      // `failure` is written by markFailed and recordFailedMessage only.
      return [_id, { state, people, ...(failure && { failure: failure as DeliveryFailure }) }];
    }),
  );
}

/** How many recipients wait to be sent to or were sent to since an instant: what LINE will have counted. */
export async function recipientsSince(since: Date): Promise<number> {
  const [counted] = await Outbox.aggregate<{ people: number }>([
    { $match: { $or: [{ state: 'waiting' }, { state: 'sent', endedAt: { $gte: since } }] } },
    {
      $group: {
        _id: null,
        people: {
          $sum: { $cond: [{ $isArray: '$recipients' }, { $size: { $ifNull: ['$recipients', []] } }, 1] },
        },
      },
    },
  ]);
  return counted?.people ?? 0;
}

/** Records a message that LINE refused for good, so that somebody can see it. */
export async function recordFailedMessage(
  entry: OutboxEntry,
  failure: DeliveryFailure,
  now: Date,
): Promise<void> {
  await insertOnce(entry, { state: 'failed', dueAt: now, createdAt: now, endedAt: now, failure });
}

type AnyEntry = Omit<OutboxEntry, 'to'> & { to?: string; recipients?: string[]; sendBefore?: Date };

async function insertOnce({ key, ...entry }: AnyEntry, rest: Partial<Stored>): Promise<void> {
  await Outbox.updateOne(
    { _id: key },
    { $setOnInsert: { ...entry, attempts: 0, ...rest } },
    { upsert: true },
  );
}

type Claiming = { holder: string; now: Date; leaseMilliseconds: number };

/** Takes the next due message in hand for `leaseMilliseconds`; atomic. What is due to somebody who left is given up. */
export async function claimDueMessage(claiming: Claiming): Promise<OutboxClaim | undefined> {
  for (;;) {
    const claim = await claimNextDue(claiming);
    if (!claim || claim.recipients || !(await hasLeft(claim.to))) return claim;
    await markFailed(claim, { reason: 'left', message: 'the person has blocked the account' }, claiming.now);
  }
}

async function claimNextDue({ holder, now, leaseMilliseconds }: Claiming): Promise<OutboxClaim | undefined> {
  const stored = await Outbox.findOneAndUpdate(
    { state: 'waiting', dueAt: { $lte: now } },
    { $set: { holder, dueAt: new Date(now.getTime() + leaseMilliseconds) }, $inc: { attempts: 1 } },
    { sort: { dueAt: 1 }, returnDocument: 'after' },
  ).lean<Stored>();
  if (!stored) return undefined;
  const { _id: key, to, recipients, sendBefore, saying, language, retryKey, attempts, createdAt } = stored;
  return {
    key,
    to: to ?? '',
    ...(recipients && { recipients }),
    ...(sendBefore && { sendBefore }),
    saying,
    language,
    retryKey,
    holder,
    attempts,
    createdAt,
  };
}

/** The message was accepted by LINE. */
export async function markSent(claim: OutboxClaim, now: Date): Promise<void> {
  await end(claim, { state: 'sent', endedAt: now });
}

/** The message is given up; the reason stays. */
export async function markFailed(claim: OutboxClaim, failure: DeliveryFailure, now: Date): Promise<void> {
  await end(claim, { state: 'failed', endedAt: now, failure });
}

/** The message is tried again at `dueAt`. */
export async function postponeMessage(claim: OutboxClaim, dueAt: Date): Promise<void> {
  await end(claim, { dueAt });
}

async function end({ key, holder }: OutboxClaim, change: Partial<Stored>): Promise<void> {
  await Outbox.updateOne({ _id: key, holder, state: 'waiting' }, { $set: change });
}

/** When the oldest unsent message was written; undefined when all are sent. */
export async function oldestUnsent(): Promise<Date | undefined> {
  const oldest = await Outbox.findOne({ state: 'waiting' }, { createdAt: 1 }).sort({ dueAt: 1 }).lean();
  return oldest?.createdAt;
}

/** Deletes sent and failed messages that ended before `before`. Returns how many. */
export async function deleteEndedMessages(before: Date): Promise<number> {
  const { deletedCount } = await Outbox.deleteMany({
    state: { $in: ['sent', 'failed'] },
    endedAt: { $lt: before },
  });
  return deletedCount;
}

/** How many messages are in each state. */
export async function countOutbox(): Promise<Record<string, number>> {
  const rows = await Outbox.aggregate<{ _id: string; count: number }>([
    { $group: { _id: '$state', count: { $sum: 1 } } },
  ]);
  return Object.fromEntries(rows.map(({ _id, count }) => [_id, count]));
}

/** The messages given up last, with the reason; at most `limit`. */
export async function failedMessages(
  limit: number,
): Promise<{ key: string; endedAt: Date; failure: DeliveryFailure }[]> {
  const stored = await Outbox.find({ state: 'failed' }).sort({ endedAt: -1 }).limit(limit).lean<Stored[]>();
  // `failure` is written by markFailed and recordFailedMessage only, together with the state.
  return stored.map(({ _id, endedAt, createdAt, failure }) => ({
    key: _id,
    endedAt: endedAt ?? createdAt,
    failure: failure as DeliveryFailure,
  }));
}
