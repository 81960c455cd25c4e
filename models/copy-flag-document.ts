/** How it is stored that a citizen was still asked for a copy: one document per person, procedure, pin and month. */
import mongoose, { type InferSchemaType } from 'mongoose';
import { addMonths, bangkokDate, startOfBangkokDay } from './thai/calendar.ts';

/** For how long a flag counts. Months. */
const COUNTED_MONTHS = 12;

const schema = new mongoose.Schema(
  {
    /** `person:procedure:pin:month`; a flag that was moved to another pin keeps its id. */
    _id: { type: String, required: true },
    /** The idempotency key of what made it. */
    key: { type: String, required: true },
    by: { type: String, required: true },
    procedure: { type: String, required: true },
    /** The pin's id. */
    pin: { type: String, required: true },
    agency: { type: String },
    /** Of Bangkok, as YYYY-MM. */
    month: { type: String, required: true },
    words: { type: String },
    at: { type: Date, required: true },
    /** Whether no copy was asked for at that time, as the state had it. */
    disagrees: { type: Boolean, required: true },
  },
  { collection: 'copy_flags', versionKey: false },
);
schema.index({ by: 1, at: -1 });
schema.index({ pin: 1, procedure: 1, at: 1 });
schema.index({ disagrees: 1, agency: 1, at: 1 });

/** A flag as it is stored. */
export type StoredFlag = InferSchemaType<typeof schema>;

/** The collection; only the operations of the `copy-*.ts` files touch it. */
export const FlagModel = mongoose.model('CopyFlag', schema);

/** Everybody who said in the last 12 months that they were still asked at this pin (its id), though no copy was. */
export type Disagreement = { agency: string; procedure: string; pin: string; people: string[] };

/** What `filter` finds of those flags, by agency, procedure and pin. */
export async function disagreements(
  filter: { agency?: { $in: string[] }; pin?: string },
  now: Date,
): Promise<Disagreement[]> {
  const since = startOfBangkokDay(addMonths(bangkokDate(now), -COUNTED_MONTHS));
  const found = await FlagModel.aggregate<{ _id: Omit<Disagreement, 'people'>; people: string[] }>([
    { $match: { disagrees: true, at: { $gte: since }, ...filter } },
    {
      $group: {
        _id: { agency: '$agency', procedure: '$procedure', pin: '$pin' },
        people: { $addToSet: '$by' },
      },
    },
  ]);
  return found.map(({ _id: { agency = '', procedure, pin }, people }) => ({
    agency,
    procedure,
    pin,
    people,
  }));
}
