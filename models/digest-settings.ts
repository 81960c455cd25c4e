/** When somebody gets a digest, and which was their last: one document a person, made when either is first known. */
import mongoose, { type InferSchemaType } from 'mongoose';
import type { CalendarDate } from './thai/calendar.ts';

/** `weekly` is every day where a deadline is in its last week. */
export type DigestFrequency = 'weekly' | 'daily' | 'off';

/** Where nobody chose another. */
const USUAL_FREQUENCY: DigestFrequency = 'weekly';

/** How things stood when somebody was last told: by deadline, how many were done and how many late; open complaints. */
export type DigestCounts = {
  deadlines: { id: string; done: number; overdue: number }[];
  complaints: number;
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

const schema = new mongoose.Schema(
  {
    _id: { type: String, required: true },
    frequency: { type: String, enum: ['weekly', 'daily', 'off'] },
    slot: { type: String },
    counts: { type: mongoose.Schema.Types.Mixed },
    sentAt: { type: Date },
  },
  { collection: DIGESTS, versionKey: false, minimize: false },
);

type Stored = InferSchemaType<typeof schema>;
const DigestModel = mongoose.model('Digest', schema);

/** How it stands with somebody's digests. */
export async function digestStateOf(person: string): Promise<DigestState> {
  const stored = await DigestModel.findById(person).lean<Stored & { counts?: DigestCounts }>();
  return {
    frequency: stored?.frequency ?? USUAL_FREQUENCY,
    ...(stored?.slot && { slot: stored.slot }),
    ...(stored?.counts && { counts: stored.counts }),
    ...(stored?.sentAt && { sentAt: stored.sentAt }),
  };
}

/** Keeps when somebody wants their digest. */
export async function keepDigestFrequency(person: string, frequency: DigestFrequency): Promise<void> {
  await DigestModel.updateOne({ _id: person }, { $set: { frequency } }, { upsert: true });
}

/** Notes that a day's digest was looked at and, where it was told, what it said. */
export async function noteDigest(
  person: string,
  slot: CalendarDate,
  told?: { counts: DigestCounts; sentAt: Date },
): Promise<void> {
  await DigestModel.updateOne({ _id: person }, { $set: { slot, ...told } }, { upsert: true });
}
