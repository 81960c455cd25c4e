/** The question of the next morning: who does not want it, and about which offices somebody was asked already. */
import mongoose, { type InferSchemaType } from 'mongoose';
import { putNote, withdrawNotes } from './note.ts';
import { ignoreDuplicate } from './rating-duplicate.ts';
import { bangkokDate } from './thai/calendar.ts';

/** After so long somebody may be asked about the same office again. Milliseconds. */
const REMEMBERED = 365 * 24 * 3_600_000;
/** How long the question waits for a reply to ride with. Milliseconds. */
const WAITS = 3 * 24 * 3_600_000;

const schema = new mongoose.Schema(
  {
    /** The person. */
    _id: { type: String, required: true },
    isUnwanted: { type: Boolean },
    /** Offices by their public code. */
    asked: {
      type: [
        new mongoose.Schema(
          { pin: { type: String, required: true }, at: { type: Date, required: true } },
          { _id: false, versionKey: false },
        ),
      ],
      default: undefined,
    },
  },
  { collection: 'rating_questions', versionKey: false },
);
schema.index({ 'asked.at': 1 });

type StoredQuestion = InferSchemaType<typeof schema>;
const QuestionModel = mongoose.model('RatingQuestion', schema);

/** Switches the question on or off for a person; off, one that waits is taken back too. */
export async function wantQuestion(person: string, wanted: boolean): Promise<void> {
  const change = wanted ? { $unset: { isUnwanted: 1 } } : { $set: { isUnwanted: true } };
  await upsert(person, change);
  if (!wanted) await withdrawNotes(person, keyOf(person));
}

/** Whether the person wants to be asked; everybody does until they say otherwise. */
export async function wantsQuestion(person: string): Promise<boolean> {
  return !(await QuestionModel.findById(person).lean<StoredQuestion>())?.isUnwanted;
}

/** Whether a person may be asked about an office: they want it, and were not asked about it before. */
export async function mayAsk(person: string, pin: string): Promise<boolean> {
  const stored = await QuestionModel.findById(person).lean<StoredQuestion>();
  return !stored?.isUnwanted && !stored?.asked?.some((one) => one.pin === pin);
}

/** Lets the question about an office wait for the person's next reply, and notes that they were asked. */
export async function putQuestion({
  person,
  pin,
  messages,
  now,
}: {
  person: string;
  pin: string;
  messages: unknown[];
  now: Date;
}): Promise<void> {
  const expiresAt = new Date(now.getTime() + WAITS);
  const key = `${keyOf(person, pin)}${bangkokDate(now)}`;
  await putNote({ key, person, messages, notBefore: now, expiresAt });
  await noteAsked(person, pin, now);
}

/** Takes back the question about an office that the person has rated meanwhile. */
export function takeBackQuestion(person: string, pin: string): Promise<void> {
  return withdrawNotes(person, keyOf(person, pin));
}

/** What the keys of a person's questions begin with: all, or those about one office. */
const keyOf = (person: string, ...pin: string[]): string => `${['how-was-it', person, ...pin].join(':')}:`;

/** Notes that a person was asked about an office. */
export async function noteAsked(person: string, pin: string, at: Date): Promise<void> {
  await upsert(person, {});
  await QuestionModel.updateOne(
    { _id: person, 'asked.pin': { $ne: pin } },
    { $push: { asked: { pin, at } } },
  );
}

/** What is kept about a person: a wish, and how many offices. */
export async function questionsKnownOf(person: string): Promise<{ isUnwanted: boolean; asked: number }> {
  const stored = await QuestionModel.findById(person).lean<StoredQuestion>();
  return { isUnwanted: stored?.isUnwanted ?? false, asked: stored?.asked?.length ?? 0 };
}

/** Deletes it. */
export async function eraseQuestions(person: string): Promise<number> {
  return (await QuestionModel.deleteOne({ _id: person })).deletedCount;
}

/** Forgets what people were asked a year ago; how many people that concerned. */
export async function forgetOldQuestions(now: Date): Promise<number> {
  const old = { at: { $lt: new Date(now.getTime() - REMEMBERED) } };
  const { modifiedCount } = await QuestionModel.updateMany({ 'asked.at': old.at }, { $pull: { asked: old } });
  await QuestionModel.deleteMany({ isUnwanted: null, asked: { $size: 0 } });
  return modifiedCount;
}

async function upsert(person: string, change: Record<string, unknown>): Promise<void> {
  const write = () => QuestionModel.updateOne({ _id: person }, change, { upsert: true });
  if (!(await ignoreDuplicate(write))) await write();
}
