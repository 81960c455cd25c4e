/**
 * Who asked the way to which office on which day, so that they can be asked the next morning how it was. Only of people
 * who agreed to the privacy notice; deleted after three days.
 */
import mongoose, { type InferSchemaType } from 'mongoose';
import { ignoreDuplicate } from './rating-duplicate.ts';
import { addDays, bangkokDate, type CalendarDate } from './thai/calendar.ts';

/** Days, the one of asking among them. */
const KEPT_DAYS = 3;

const schema = new mongoose.Schema(
  {
    _id: { type: String, required: true },
    person: { type: String, required: true },
    /** The office's public code. */
    pin: { type: String, required: true },
    /** Of Bangkok, YYYY-MM-DD. */
    day: { type: String, required: true },
    at: { type: Date, required: true },
  },
  { collection: 'ways_asked', versionKey: false },
);
schema.index({ day: 1, person: 1, at: -1 });
schema.index({ person: 1 });

type StoredWay = InferSchemaType<typeof schema>;
const WayModel = mongoose.model('WayAsked', schema);

/** One asking: a person, an office (its code). */
export type WayAsked = { person: string; pin: string };

/** Notes that somebody asked the way; of several askings in a day the last one counts. */
export async function noteWayAsked({ person, pin, at }: WayAsked & { at: Date }): Promise<void> {
  const day = bangkokDate(at);
  const write = () =>
    WayModel.updateOne(
      { _id: JSON.stringify([person, pin, day]) },
      { $set: { at }, $setOnInsert: { person, pin, day } },
      { upsert: true },
    );
  if (!(await ignoreDuplicate(write))) await write();
}

/** The offices everybody asked the way to on a day: person after person, what each asked last first. */
export async function* waysAskedOn(day: CalendarDate): AsyncGenerator<WayAsked> {
  const cursor = WayModel.find({ day }).sort({ person: 1, at: -1, _id: 1 }).lean<StoredWay>().cursor();
  for await (const { person, pin } of cursor) yield { person, pin };
}

/** Deletes what a person asked. */
export async function eraseWaysAsked(person: string): Promise<number> {
  return (await WayModel.deleteMany({ person })).deletedCount;
}

/** Deletes askings older than three days; how many there were. */
export async function deleteOldWaysAsked(now: Date): Promise<number> {
  const keptFrom = addDays(bangkokDate(now), 1 - KEPT_DAYS);
  return (await WayModel.deleteMany({ day: { $lt: keptFrom } })).deletedCount;
}
