/**
 * Replaced menus whose people LINE is still to move to the new ones: noted before LINE is asked, so that a run that
 * comes after a crash asks with the same key, which lets LINE go on instead of beginning anew. One document a channel.
 */
import mongoose from 'mongoose';

/** Everybody linked to the menu `from` is to see the one of `key`; without `key` the default one. */
export type Move = { from: string; key?: string };

/** What LINE is asked for once; the same operations again go under the same `requestKey`. */
export type MoveRequest = {
  moves: Move[];
  /** The operations as LINE gets them, as JSON. */
  operations: string;
  /** LINE knows it for 14 days. */
  requestKey: string;
  /** LINE's id of the request, by which it tells how far it is; missing until it was accepted. */
  requestId?: string;
};

type Stored = MoveRequest & { _id: string };

const schema = new mongoose.Schema<Stored>(
  {
    _id: { type: String, required: true },
    moves: { type: [{ _id: false, from: String, key: String }], required: true },
    operations: { type: String, required: true },
    requestKey: { type: String, required: true },
    requestId: { type: String },
  },
  { collection: 'menu_moves', versionKey: false },
);
const MenuMoves = mongoose.model('MenuMoves', schema);

/** What is under way, if anything. */
export async function movesUnderWay(channel: string): Promise<MoveRequest | undefined> {
  const stored = await MenuMoves.findById(channel).lean<Stored>();
  if (!stored) return undefined;
  const { _id, ...request } = stored;
  return request;
}

/** Notes what LINE is going to be asked for, in place of what was under way. */
export async function noteMoves(channel: string, request: MoveRequest): Promise<void> {
  await MenuMoves.replaceOne({ _id: channel }, request, { upsert: true });
}

/** Notes that LINE has accepted it. */
export async function noteMovesAccepted(channel: string, requestId: string): Promise<void> {
  await MenuMoves.updateOne({ _id: channel }, { $set: { requestId } });
}

/** Everybody is moved. */
export async function endMoves(channel: string): Promise<void> {
  await MenuMoves.deleteOne({ _id: channel });
}
