/**
 * Rounds of the readiness survey. The current round is the newest that has opened. What comes after a round's
 * deadline is taken and marked late, until the next round opens.
 */
import mongoose, { type InferSchemaType } from 'mongoose';
import type { PinName } from './pin-document.ts';
import { type PutCounts, putRows, type Register, type Writing } from './register.ts';
import {
  bangkokDate,
  calendarDate,
  datePartsOf,
  startOfBangkokDay,
  toBuddhistYear,
} from './thai/calendar.ts';

/** A round; `closesAt` is when answers are due. `id` stands in the ids of responses: letters, digits, hyphens. */
export type SurveyRound = { id: string; title: PinName; opensAt: Date; closesAt?: Date };

const schema = new mongoose.Schema(
  {
    _id: { type: String, required: true },
    title: {
      type: new mongoose.Schema(
        { th: { type: String, required: true }, en: { type: String } },
        { _id: false },
      ),
      required: true,
    },
    opensAt: { type: Date, required: true },
    closesAt: { type: Date },
    createdAt: { type: Date, required: true },
    updatedAt: { type: Date, required: true },
    /** Changes that are not in the audit trail yet, see `register.ts`. */
    unaudited: { type: [mongoose.Schema.Types.Mixed], default: undefined },
  },
  { collection: 'survey_rounds', versionKey: false, minimize: false },
);
schema.index({ opensAt: -1 });

type StoredRound = InferSchemaType<typeof schema>;
const RoundModel = mongoose.model('SurveyRound', schema);

const register: Register<'survey'> = {
  model: RoundModel.modelName,
  subjectOf: ({ _id }) => ({ about: { kind: 'survey', id: _id } }),
};

/** Whether this can be the id of a round. */
export function isRoundId(text: string): boolean {
  return /^[a-z0-9][a-z0-9-]{0,19}$/i.test(text);
}

/** Adds a round or corrects one, such as its deadline. The same again changes nothing. */
export async function putRound(
  { id, title, opensAt, closesAt }: SurveyRound,
  writing: Writing,
): Promise<PutCounts> {
  const values = { 'title.th': title.th, 'title.en': title.en ?? null, opensAt, closesAt: closesAt ?? null };
  return putRows(register, [{ id, values }], writing);
}

/**
 * The round at this instant. While rounds are only planned, the first of them counts: nobody is locked out. Where
 * there is none at all, the year's is made.
 */
export async function currentRound(now: Date): Promise<SurveyRound> {
  const stored =
    (await RoundModel.findOne({ opensAt: { $lte: now } })
      .sort({ opensAt: -1, _id: -1 })
      .lean<StoredRound>()) ??
    (await RoundModel.findOne().sort({ opensAt: 1, _id: 1 }).lean<StoredRound>()) ??
    (await roundOfYear(now));
  return roundOf(stored);
}

/** All rounds, the newest first. */
export async function allRounds(): Promise<SurveyRound[]> {
  const stored = await RoundModel.find().sort({ opensAt: -1, _id: -1 }).lean<StoredRound[]>();
  return stored.map(roundOf);
}

/** Whether an answer at this instant comes after the deadline. */
export function isLate({ closesAt }: SurveyRound, at: Date): boolean {
  return closesAt !== undefined && at > closesAt;
}

async function roundOfYear(now: Date): Promise<StoredRound> {
  const { year } = datePartsOf(bangkokDate(now));
  const id = String(toBuddhistYear(year));
  const opensAt = startOfBangkokDay(calendarDate(year, 1, 1) ?? bangkokDate(now));
  const first = {
    title: { th: `รอบปี ${id}`, en: `Round ${year}` },
    opensAt,
    createdAt: now,
    updatedAt: now,
  };
  return RoundModel.findOneAndUpdate(
    { _id: id },
    { $setOnInsert: first },
    { upsert: true, returnDocument: 'after' },
  ).lean<StoredRound>();
}

function roundOf({ _id, title, opensAt, closesAt }: StoredRound): SurveyRound {
  return {
    id: _id,
    title: title.en ? { th: title.th, en: title.en } : { th: title.th },
    opensAt,
    ...(closesAt && { closesAt }),
  };
}
