/**
 * Conversations: where each person stands. One document a person; a whole turn is stored in one atomic write,
 * guarded by the revision, together with what is still to be said.
 */
import mongoose, { type InferSchemaType } from 'mongoose';
import { type Note, noteOf, type StoredNote, unsaidNotes } from './note.ts';
import { PEOPLE, type Person, personOf } from './person.ts';

/** The last turn taken: kept until the next one, so that a crash after storing still ends in an answer. */
export type LastTurn = {
  /** The event it answered. */
  eventId: string;
  /** What to say: the flow's semantic messages, as plain JSON. */
  saying: unknown;
  /** The key of the note that rode along, if one did. */
  note?: string;
};

/** What is stored of a person. `state` is the flow engine's conversation, as plain JSON; null before the first turn. */
export type StoredConversation = { revision: number; state: unknown; lastTurn: LastTurn | null };

/** Name of the collection. */
export const CONVERSATIONS = 'conversations';

const schema = new mongoose.Schema(
  {
    _id: { type: String, required: true },
    revision: { type: Number, required: true },
    state: { type: mongoose.Schema.Types.Mixed, default: null },
    lastTurn: { type: mongoose.Schema.Types.Mixed, default: null },
    updatedAt: { type: Date, required: true },
    /** When the first turn was stored; missing in conversations begun before this was kept. */
    startedAt: { type: Date },
  },
  { collection: CONVERSATIONS, versionKey: false, minimize: false },
);

// For forgetting who has not written for long.
schema.index({ updatedAt: 1 });

type Stored = InferSchemaType<typeof schema>;
const ConversationModel = mongoose.model('Conversation', schema);

const DUPLICATE_KEY = 11_000;

type Together = { conversations: Stored[]; people: Parameters<typeof personOf>[0][]; notes: StoredNote[] };

/** A person's conversation, revision 0 for somebody new, who they are, and the notes that wait for them. One round trip. */
export async function loadConversation(
  id: string,
): Promise<StoredConversation & { person: Person; notes: Note[] }> {
  const beside = (from: string) => ({ $lookup: { from, localField: '_id', foreignField: '_id', as: from } });
  const { db } = mongoose.connection;
  if (!db) throw new mongoose.mongo.MongoNotConnectedError('the models are not connected');
  // One document made up on the spot, so that somebody with a role and without a conversation is found too.
  const stages = [{ $documents: [{ _id: id }] }, beside(CONVERSATIONS), beside(PEOPLE), unsaidNotes];
  const [found] = await db.aggregate<Together>(stages).toArray();
  const [known] = found?.people ?? [];
  const person = known ? personOf(known) : { id, roles: [] };
  const notes = (found?.notes ?? []).map(noteOf);
  const [stored] = found?.conversations ?? [];
  if (!stored) return { revision: 0, state: null, lastTurn: null, person, notes };
  return { revision: stored.revision, state: stored.state, lastTurn: stored.lastTurn, person, notes };
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
  const { revision } = turn;
  // As JSON has it: MongoDB would turn what is undefined into null.
  const { state, lastTurn } = JSON.parse(JSON.stringify(turn));
  const content = { revision: revision + 1, state, lastTurn, updatedAt: now };
  if (revision === 0) return insertFirst(person, { ...content, startedAt: now });
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

/** The languages people chose, by their ids; who has not talked to us is left out. */
export async function languagesOf(people: readonly string[]): Promise<Map<string, unknown>> {
  const stored = await ConversationModel.find({ _id: { $in: people } }, { 'state.language': 1 }).lean<
    Stored[]
  >();
  return new Map(stored.map(({ _id, state }) => [_id, state?.language]));
}

/** When people last said something, by their ids; who never did is left out. */
export async function lastSeenOf(people: readonly string[]): Promise<Map<string, Date>> {
  const stored = await ConversationModel.find({ _id: { $in: [...people] } }, { updatedAt: 1 }).lean<
    Stored[]
  >();
  return new Map(stored.map(({ _id, updatedAt }) => [_id, updatedAt]));
}

/** When somebody first talked to us, or, where that was not kept, agreed to the privacy notice; undefined for somebody unknown. */
export async function firstSeen(person: string): Promise<Date | undefined> {
  const stored = await ConversationModel.findById(person, {
    startedAt: 1,
    'state.consent.at': 1,
  }).lean<Stored>();
  const agreedAt: unknown = stored?.state?.consent?.at;
  return stored?.startedAt ?? (typeof agreedAt === 'string' ? new Date(agreedAt) : undefined);
}
