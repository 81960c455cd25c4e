/**
 * The inbox: every webhook event, kept before LINE is answered. It decides who may work on which event: one at a
 * time per chat, in the order things happened, by one process only.
 */
import mongoose, { type InferSchemaType } from 'mongoose';

/** A webhook event as it came, with what the inbox needs to know of it. */
export type InboxEvent = {
  /** LINE's `webhookEventId`. */
  id: string;
  /** The chat it belongs to: a user id, or the group's or room's; empty when LINE named none. */
  chat: string;
  /** LINE's `timestamp`, milliseconds since 1970. */
  occurredAt: number;
  body: Record<string, unknown>;
};

/** An event in hand. `holder` proves who has it. */
export type Claim = InboxEvent & { holder: string; receivedAt: Date; attempts: number };

/** Why nothing was claimed: nothing waits, or somebody else is at work on this chat. */
export type NoClaim = 'nothing' | 'busy';

/** How an event ended. `failed` means that it was tried too often; it stays for people to look at. */
export type Ending = 'done' | 'failed';

const schema = new mongoose.Schema(
  {
    _id: { type: String, required: true },
    chat: { type: String, default: '' },
    // Alphabetical order matters: 'taken' sorts before 'waiting', so a claim always meets the event in hand first.
    state: { type: String, enum: ['taken', 'waiting', 'done', 'failed'], required: true },
    occurredAt: { type: Number, required: true },
    receivedAt: { type: Date, required: true },
    body: { type: mongoose.Schema.Types.Mixed, required: true },
    attempts: { type: Number, default: 0 },
    holder: { type: String },
    leaseUntil: { type: Date },
    endedAt: { type: Date },
  },
  { collection: 'inbox', versionKey: false, minimize: false },
);
schema.index({ chat: 1, state: 1, occurredAt: 1, _id: 1 });
// At most one event of a chat is in hand, whatever is inserted while others claim.
schema.index({ chat: 1 }, { unique: true, partialFilterExpression: { state: 'taken' } });
schema.index({ state: 1, receivedAt: 1 });
schema.index({ state: 1, endedAt: 1 });

type Stored = InferSchemaType<typeof schema>;
const Inbox = mongoose.model('Inbox', schema);

const DUPLICATE_KEY = 11_000;

/** Keeps events, each once. Returns the ids that were new; the others had come before. One round trip. */
export async function keepEvents(events: InboxEvent[], now: Date): Promise<string[]> {
  if (events.length === 0) return [];
  const documents = events.map(({ id, chat, occurredAt, body }) => ({
    _id: id,
    chat,
    state: 'waiting' as const,
    occurredAt,
    receivedAt: now,
    body,
    attempts: 0,
  }));
  try {
    await mongoose.connection.collection<Stored>('inbox').insertMany(documents, { ordered: false });
    return events.map((event) => event.id);
  } catch (error) {
    const refused = duplicatesOf(error);
    return events.filter((_, index) => !refused.has(index)).map((event) => event.id);
  }
}

/** Positions of the documents that were there already. Any other failure is thrown on. */
function duplicatesOf(error: unknown): Set<number> {
  if (!(error instanceof mongoose.mongo.MongoBulkWriteError)) throw error;
  const failures = [error.writeErrors].flat();
  if (failures.some((failure) => failure.code !== DUPLICATE_KEY)) throw error;
  return new Set(failures.map((failure) => failure.index));
}

/**
 * Takes the next event of a chat in hand, in the order of LINE's timestamps, unless somebody holds one. An expired
 * lease (its holder crashed or hangs) is taken over. One round trip; atomic, because the event in hand always
 * sorts first and so two claims meet at the same document.
 */
export async function claimNext(
  chat: string,
  { holder, now, leaseMilliseconds }: { holder: string; now: Date; leaseMilliseconds: number },
): Promise<Claim | NoClaim> {
  const free = { $or: [{ $eq: ['$state', 'waiting'] }, { $lte: ['$leaseUntil', now] }] };
  const take = (value: unknown, otherwise: string) => ({ $cond: [free, value, otherwise] });
  const claiming = Inbox.findOneAndUpdate(
    { chat, state: { $in: ['taken', 'waiting'] } },
    [
      {
        $set: {
          state: 'taken',
          holder: take(holder, '$holder'),
          leaseUntil: take(new Date(now.getTime() + leaseMilliseconds), '$leaseUntil'),
          attempts: { $cond: [free, { $add: ['$attempts', 1] }, '$attempts'] },
        },
      },
    ],
    { sort: { state: 1, occurredAt: 1, _id: 1 }, returnDocument: 'after', updatePipeline: true },
  ).lean<Stored>();
  const found = await claiming.catch(takenMeanwhile);
  if (found === 'busy') return 'busy';
  if (!found) return 'nothing';
  return found.holder === holder
    ? { ...eventOf(found), holder, receivedAt: found.receivedAt, attempts: found.attempts }
    : 'busy';
}

/** Another event of the chat came in hand between our looking and our taking. */
function takenMeanwhile(error: unknown): 'busy' {
  if (error instanceof mongoose.mongo.MongoServerError && error.code === DUPLICATE_KEY) return 'busy';
  throw error;
}

function eventOf(stored: Stored): InboxEvent {
  return { id: stored._id, chat: stored.chat, occurredAt: stored.occurredAt, body: stored.body };
}

/** Whether `claim` is still held by its holder: false after its lease ran out and another took it. */
export async function stillHeld({ id, holder }: Claim): Promise<boolean> {
  return (await Inbox.exists({ _id: id, holder, state: 'taken' })) !== null;
}

/** Ends a claim. False when it was no longer ours; then the new holder ends it. One round trip. */
export async function endClaim({ id, holder }: Claim, ending: Ending, now: Date): Promise<boolean> {
  const { matchedCount } = await Inbox.updateOne(
    { _id: id, holder, state: 'taken' },
    { $set: { state: ending, endedAt: now }, $unset: { leaseUntil: 1 } },
  );
  return matchedCount === 1;
}

/** Gives a claim back to be tried again after `notBefore` (its lease simply runs until then). */
export async function postponeClaim({ id, holder }: Claim, notBefore: Date): Promise<void> {
  await Inbox.updateOne({ _id: id, holder, state: 'taken' }, { $set: { leaseUntil: notBefore } });
}

/** Chats with events that nobody is at work on: waiting since before `receivedBefore`, or left by a crash. */
export async function chatsWaiting({
  receivedBefore,
  now,
  limit,
}: {
  receivedBefore: Date;
  now: Date;
  limit: number;
}): Promise<string[]> {
  const rows = await Inbox.aggregate<{ _id: string }>([
    {
      $match: {
        $or: [
          { state: 'waiting', receivedAt: { $lte: receivedBefore } },
          { state: 'taken', leaseUntil: { $lte: now } },
        ],
      },
    },
    { $group: { _id: '$chat', first: { $min: '$receivedAt' } } },
    { $sort: { first: 1 } },
    { $limit: limit },
  ]);
  return rows.map((row) => row._id);
}

/** When the longest-waiting unanswered event came in; undefined when none waits. */
export async function oldestWaiting(): Promise<Date | undefined> {
  const oldest = await Inbox.findOne({ state: { $in: ['waiting', 'taken'] } }, { receivedAt: 1 })
    .sort({ receivedAt: 1 })
    .lean();
  return oldest?.receivedAt;
}

/** What a message that is still kept said: its words, or the names of a place and its latitude and longitude; and when it came. */
export async function wordsOfMessage(
  chat: string,
  messageId: string,
): Promise<{ texts: string[]; receivedAt: Date } | undefined> {
  const stored = await Inbox.findOne({ chat, 'body.message.id': messageId }).lean<Stored>();
  // Kept as LINE sent it; what is no text in it says nothing.
  const message: Record<string, unknown> = stored?.body.message ?? {};
  const { latitude, longitude } = message;
  const isPlace = typeof latitude === 'number' && typeof longitude === 'number';
  const texts = [message.text, message.title, message.address, isPlace && `${latitude}, ${longitude}`];
  return stored
    ? { texts: texts.filter((text) => typeof text === 'string'), receivedAt: stored.receivedAt }
    : undefined;
}

/** Takes the content of an unsent message out of everything the inbox kept of it. */
export async function forgetMessage(chat: string, messageId: string): Promise<void> {
  await Inbox.updateMany(
    { chat, 'body.message.id': messageId },
    { $set: { 'body.message': { id: messageId, type: 'unsent' } } },
  );
}

/** Deletes ended events older than `before`. Returns how many. LINE redelivers within minutes, so days are ample. */
export async function deleteEndedEvents(before: Date): Promise<number> {
  const { deletedCount } = await Inbox.deleteMany({
    state: { $in: ['done', 'failed'] },
    endedAt: { $lt: before },
  });
  return deletedCount;
}

/** How many events are in each state. */
export async function countInbox(): Promise<Record<string, number>> {
  const rows = await Inbox.aggregate<{ _id: string; count: number }>([
    { $group: { _id: '$state', count: { $sum: 1 } } },
  ]);
  return Object.fromEntries(rows.map(({ _id, count }) => [_id, count]));
}
