/**
 * When somebody gets a digest, which was their last, and what of it is on its way: one document a person, made when
 * either is first known. How a digest is claimed and sent once stands in `digest-claim.ts`.
 */
import mongoose, { type InferSchemaType } from 'mongoose';
import type { CalendarDate } from './thai/calendar.ts';

/** `weekly` is every day where a deadline is in its last week. */
export type DigestFrequency = 'weekly' | 'daily' | 'off';

/** Where nobody chose another. */
const USUAL_FREQUENCY: DigestFrequency = 'weekly';

/**
 * How things stood when somebody was last told: by deadline, how many were done and how many late, and whether it was
 * urgent; open complaints, and those overdue.
 */
export type DigestCounts = {
  deadlines: { id: string; done: number; overdue: number; isUrgent?: boolean }[];
  complaints: number;
  complaintsOverdue?: number;
};

/** `slot` is the day of the last digest that was looked at; `counts` and `sentAt` are of the last that was told. */
export type DigestState = {
  frequency: DigestFrequency;
  slot?: CalendarDate;
  counts?: DigestCounts;
  sentAt?: Date;
};

/** Name of the collection. */
export const DIGESTS = 'digests';

/** A digest on its way. `before` is what was told before it: what comes back when it does not arrive. */
export type DigestClaim = {
  slot: CalendarDate;
  way: 'push' | 'note';
  saying: unknown;
  language: string;
  retryKey: string;
  /** Until when it is worth anything: as a note, and as a push. */
  noteUntil: Date;
  sendBefore: Date;
  claimedAt: Date;
  before: { counts: DigestCounts; sentAt: Date } | null;
};

const schema = new mongoose.Schema(
  {
    _id: { type: String, required: true },
    frequency: { type: String, enum: ['weekly', 'daily', 'off'] },
    slot: { type: String },
    counts: { type: mongoose.Schema.Types.Mixed },
    sentAt: { type: Date },
    /** What is on its way still; see `digest-claim.ts`. */
    claim: { type: mongoose.Schema.Types.Mixed },
  },
  { collection: DIGESTS, versionKey: false, minimize: false },
);
schema.index({ 'claim.slot': 1 }, { sparse: true });

/** A document as it is stored. */
export type StoredDigest = Omit<InferSchemaType<typeof schema>, 'counts' | 'claim'> & {
  counts?: DigestCounts | null;
  claim?: DigestClaim | null;
};

/** The collection; only `digest-*.ts` touch it. */
export const DigestModel = mongoose.model('Digest', schema);

/** How it stands with somebody's digests. */
export async function digestStateOf(person: string): Promise<DigestState> {
  return (await digestStatesOf([person])).get(person) ?? { frequency: USUAL_FREQUENCY };
}

/** The same of many people, by their ids; who chose nothing and got none yet is left out. */
export async function digestStatesOf(people: readonly string[]): Promise<Map<string, DigestState>> {
  const stored = await DigestModel.find({ _id: { $in: [...people] } }, { claim: 0 }).lean<StoredDigest[]>();
  return new Map(stored.map((one) => [one._id, stateOf(one)]));
}

function stateOf({ frequency, slot, counts, sentAt }: StoredDigest): DigestState {
  return {
    frequency: frequency ?? USUAL_FREQUENCY,
    ...(slot && { slot }),
    ...(counts && { counts }),
    ...(sentAt && { sentAt }),
  };
}

/** Keeps when somebody wants their digest. */
export async function keepDigestFrequency(person: string, frequency: DigestFrequency): Promise<void> {
  await DigestModel.updateOne({ _id: person }, { $set: { frequency } }, { upsert: true });
}
