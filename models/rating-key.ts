/**
 * The keys under which people are marked in their ratings: two random secrets for each month of Bangkok. One is deleted 7
 * days after its month has ended, and the marks made with it too. Until then a person can change and withdraw a rating;
 * afterwards nobody, with the whole database in hand, can tell whose it was. The other one marks only ratings with words or
 * a photo, and lives as long as these may (`RATING_WORDS_KEPT_DAYS`), so that their author can have them erased.
 */
import { createHmac } from 'node:crypto';
import mongoose, { type InferSchemaType } from 'mongoose';
import { ignoreDuplicate } from './rating-duplicate.ts';
import { addDays, addMonths, bangkokDate, type CalendarDate } from './thai/calendar.ts';

/** A key is kept so many days beyond its month. */
const KEPT_BEYOND_MONTH = 7;
/** Words and photos of ratings are kept for so many days after the day of the rating. */
export const RATING_WORDS_KEPT_DAYS = 365;
/** Before the month in the id of a key that marks authors of words. */
const WORDS = 'words:';

const schema = new mongoose.Schema(
  { _id: { type: String, required: true }, secret: { type: String, required: true } },
  { collection: 'rating_keys', versionKey: false },
);
type StoredKey = InferSchemaType<typeof schema>;
const KeyModel = mongoose.model('RatingKey', schema);

/** What stands for a person in the ratings of one day. */
export type Marks = {
  /** The person on this day. */
  rater: string;
  /** The person's rating of an office (its code) on this day. */
  rating(pin: string): string;
  /** A turn, by its idempotency key. */
  turn(key: string): string;
};

/** A person's marks on a day of Bangkok. `newSecret` (unguessable) makes the month's key when it is the first one. */
export async function marksOf(person: string, day: CalendarDate, newSecret: () => string): Promise<Marks> {
  const month = monthOf(day);
  if ((await KeyModel.countDocuments({ _id: { $in: [month, WORDS + month] } })) < 2)
    for (const _id of [month, WORDS + month]) {
      const fresh = { $setOnInsert: { secret: newSecret() } };
      await ignoreDuplicate(() => KeyModel.updateOne({ _id }, fresh, { upsert: true }));
    }
  const made = await knownMarks(person, day);
  if (!made) throw new Error('a key that was made is there');
  return made;
}

/** The same where nobody need have rated; undefined when there is no key, or none any more. */
export async function knownMarks(person: string, day: CalendarDate): Promise<Marks | undefined> {
  const key = await KeyModel.findById(monthOf(day)).lean<StoredKey>();
  return key ? marksUnder(key.secret, person, day) : undefined;
}

/** What stands for a person on each day whose key is still there. */
export function knownRaters(person: string, now: Date): Promise<string[]> {
  return raterMarks({ _id: { $not: OF_WORDS } }, person, now);
}

/** What stands for the author of words on a day of Bangkok; undefined when there is no key any more. */
export async function authorOf(person: string, day: CalendarDate): Promise<string | undefined> {
  const key = await KeyModel.findById(WORDS + monthOf(day)).lean<StoredKey>();
  return key ? marksUnder(key.secret, person, day).rater : undefined;
}

/** The same for each day whose words may still be there. */
export function knownAuthors(person: string, now: Date): Promise<string[]> {
  return raterMarks({ _id: OF_WORDS }, person, now);
}

const OF_WORDS = new RegExp(`^${WORDS}`);

async function raterMarks(which: Record<string, unknown>, person: string, now: Date): Promise<string[]> {
  const today = bangkokDate(now);
  const keys = await KeyModel.find(which).lean<StoredKey[]>();
  return keys.flatMap(({ _id, secret }) =>
    daysOf(_id.replace(OF_WORDS, ''))
      .filter((day) => day <= today)
      .map((day) => marksUnder(secret, person, day).rater),
  );
}

/** Deletes the keys whose time has passed; gives the first day whose marks can still be made. */
export async function deleteOldKeys(now: Date): Promise<{ deleted: number; keptFrom: CalendarDate }> {
  const oldest = monthOf(addDays(bangkokDate(now), -KEPT_BEYOND_MONTH));
  // Letters sort behind digits: keys of words are not among these.
  const { deletedCount } = await KeyModel.deleteMany({ _id: { $lt: oldest } });
  return { deleted: deletedCount, keptFrom: `${oldest}-01` };
}

/** Deletes the keys under whose marks no words can be any more; gives the first day whose words are kept. */
export async function deleteOldWordKeys(now: Date): Promise<{ keptFrom: CalendarDate }> {
  const keptFrom = addDays(bangkokDate(now), -RATING_WORDS_KEPT_DAYS);
  await KeyModel.deleteMany({ _id: { $regex: OF_WORDS, $lt: WORDS + monthOf(keptFrom) } });
  return { keptFrom };
}

function marksUnder(secret: string, person: string, day: CalendarDate): Marks {
  const mark = (...parts: string[]) =>
    createHmac('sha256', secret).update(JSON.stringify(parts)).digest('hex').slice(0, 32);
  return {
    rater: mark('rater', person, day),
    rating: (pin) => mark('rating', person, day, pin),
    turn: (key) => mark('turn', person, day, key),
  };
}

const monthOf = (day: CalendarDate): string => day.slice(0, 7);

function daysOf(month: string): CalendarDate[] {
  const first = `${month}-01`;
  const next = addMonths(first, 1);
  return Array.from({ length: 31 }, (_, days) => addDays(first, days)).filter((day) => day < next);
}
