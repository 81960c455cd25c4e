/** Submitted revisions of the readiness survey: what an agency said, by whom, when. Written once, never changed. */
import { isDeepStrictEqual } from 'node:util';
import mongoose, { type InferSchemaType } from 'mongoose';
import { byField, byId, type SurveyContent } from './survey-answer.ts';

/** In `changed`, the name of the table of procedures, beside the ids of questions. */
export const MATRIX = 'matrix';

/**
 * A revision, numbered from 1 in its round. `questions` is the version of the questions it answers; `late`: it came
 * after the deadline; `changed`: the questions answered otherwise than in the revision before, and `matrix`.
 */
export type SurveyRevision = SurveyContent & {
  round: string;
  agency: string;
  revision: number;
  questions: number;
  at: Date;
  by: string;
  late: boolean;
  changed: string[];
  /** The key of the turn that submitted it. */
  key: string;
};

const DUPLICATE_KEY = 11_000;

const schema = new mongoose.Schema(
  {
    _id: { type: String, required: true },
    round: { type: String, required: true },
    agency: { type: String, required: true },
    revision: { type: Number, required: true },
    questions: { type: Number, required: true },
    /** By question id and by procedure code, their names as `fieldOfId` writes them. */
    answers: { type: mongoose.Schema.Types.Mixed, required: true },
    matrix: { type: mongoose.Schema.Types.Mixed, required: true },
    at: { type: Date, required: true },
    by: { type: String, required: true },
    late: { type: Boolean, required: true },
    changed: { type: [String], required: true },
    key: { type: String, required: true },
  },
  { collection: 'survey_revisions', versionKey: false, minimize: false },
);
schema.index({ round: 1, agency: 1, revision: 1 });
schema.index({ agency: 1, at: -1, revision: -1 });
schema.index({ key: 1 }, { unique: true });

/** A revision as it is stored. */
export type StoredRevision = Omit<InferSchemaType<typeof schema>, keyof SurveyContent> & SurveyContent;

/** The collection; only the operations on the survey touch it. */
export const RevisionModel = mongoose.model('SurveyRevision', schema);

/** Keeps a revision; false when its number or its turn's key is taken. */
export async function addRevision(revision: SurveyRevision): Promise<boolean> {
  const { round, agency, answers, matrix } = revision;
  const stored = { ...revision, answers: byField(answers), matrix: byField(matrix) };
  try {
    await RevisionModel.create({ _id: `${round}:${agency}:${revision.revision}`, ...stored });
    return true;
  } catch (error) {
    if (error instanceof mongoose.mongo.MongoServerError && error.code === DUPLICATE_KEY) return false;
    throw error;
  }
}

/** The revision that a turn submitted. */
export async function revisionOfTurn(key: string): Promise<SurveyRevision | undefined> {
  const stored = await RevisionModel.findOne({ key }).lean<StoredRevision>();
  return stored ? revisionOf(stored) : undefined;
}

/** The newest revision of an agency in a round. */
export async function newestRevision(round: string, agency: string): Promise<SurveyRevision | undefined> {
  const stored = await RevisionModel.findOne({ round, agency }).sort({ revision: -1 }).lean<StoredRevision>();
  return stored ? revisionOf(stored) : undefined;
}

/** The newest revision of an agency in any other round: what it said last time. */
export async function revisionOfLastRound(
  round: string,
  agency: string,
): Promise<SurveyRevision | undefined> {
  const stored = await RevisionModel.findOne({ agency, round: { $ne: round } })
    .sort({ at: -1, revision: -1 })
    .lean<StoredRevision>();
  return stored ? revisionOf(stored) : undefined;
}

/** All revisions of an agency in a round above a number, the oldest first. */
export async function revisionsAbove(
  round: string,
  agency: string,
  revision: number,
): Promise<SurveyRevision[]> {
  const stored = await RevisionModel.find({ round, agency, revision: { $gt: revision } })
    .sort({ revision: 1 })
    .lean<StoredRevision[]>();
  return stored.map(revisionOf);
}

/** A stored revision as it is handed out. */
export function revisionOf({ _id, ...stored }: StoredRevision): SurveyRevision {
  return { ...stored, answers: byId(stored.answers), matrix: byId(stored.matrix) };
}

/** Ids of the questions answered otherwise, and `matrix` if any of its rows says something else. */
export function changedBetween(before: SurveyContent | undefined, after: SurveyContent): string[] {
  const { answers, matrix } = before ?? { answers: {}, matrix: {} };
  const ids = new Set([...Object.keys(answers), ...Object.keys(after.answers)]);
  const questions = [...ids].filter((id) => !isDeepStrictEqual(answers[id], after.answers[id]));
  return isDeepStrictEqual(matrix, after.matrix) ? questions : [...questions, MATRIX];
}
