/**
 * Conversations: where each person stands. One document a person; a whole turn is stored in one atomic write,
 * guarded by the revision, together with what is still to be said.
 */
import mongoose, { type InferSchemaType } from 'mongoose';

/** The last turn taken: kept until the next one, so that a crash after storing still ends in an answer. */
export type LastTurn = {
  /** The event it answered. */
  eventId: string;
  /** What to say: the flow's semantic messages, as plain JSON. */
  saying: unknown;
};

/** What is stored of a person. `state` is the flow engine's conversation, as plain JSON; null before the first turn. */
export type StoredConversation = { revision: number; state: unknown; lastTurn: LastTurn | null };

const schema = new mongoose.Schema(
  {
    _id: { type: String, required: true },
    revision: { type: Number, required: true },
    state: { type: mongoose.Schema.Types.Mixed, default: null },
    lastTurn: { type: mongoose.Schema.Types.Mixed, default: null },
    updatedAt: { type: Date, required: true },
  },
  { collection: 'conversations', versionKey: false, minimize: false },
);

type Stored = InferSchemaType<typeof schema>;
const ConversationModel = mongoose.model('Conversation', schema);

const DUPLICATE_KEY = 11_000;

/** A person's conversation; revision 0 for somebody new. One round trip. */
export async function loadConversation(person: string): Promise<StoredConversation> {
  const stored = await ConversationModel.findById(person).lean<Stored>();
  if (!stored) return { revision: 0, state: null, lastTurn: null };
  return { revision: stored.revision, state: stored.state, lastTurn: stored.lastTurn };
}

/**
 * Stores a turn, if nobody stored another one since `revision` was loaded. 'conflict' means that somebody did:
 * nothing was written, and the turn must be taken again from the newer state. One round trip.
 */
export async function storeTurn(
  person: string,
  turn: { revision: number; state: unknown; lastTurn: LastTurn },
  now: Date,
): Promise<'stored' | 'conflict'> {
  const { revision, state, lastTurn } = turn;
  const content = { revision: revision + 1, state, lastTurn, updatedAt: now };
  if (revision === 0) return insertFirst(person, content);
  const { matchedCount } = await ConversationModel.updateOne({ _id: person, revision }, { $set: content });
  return matchedCount === 1 ? 'stored' : 'conflict';
}

async function insertFirst(person: string, content: Omit<Stored, '_id'>): Promise<'stored' | 'conflict'> {
  try {
    await ConversationModel.create({ _id: person, ...content });
    return 'stored';
  } catch (error) {
    if (error instanceof mongoose.mongo.MongoServerError && error.code === DUPLICATE_KEY) return 'conflict';
    throw error;
  }
}
