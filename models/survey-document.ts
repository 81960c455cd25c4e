/**
 * How an agency's response in a round is stored: one document of `survey_responses`, written field by field. Besides
 * what was answered it remembers what became of the latest turns, so that a repeated one ends as it did before.
 */
import mongoose, { type InferSchemaType } from 'mongoose';
import type { AuditEntry } from './audit.ts';
import type { CopiesNeeded, SurveyAnswer } from './survey-answer.ts';

/** Who gave an answer and when; `change` counts its changes, from 1. */
type Given = { by: string; at: Date; change: number };

/** An answer as it is stored. */
export type StoredAnswer = Given & { answer: SurveyAnswer };

/** A row of the matrix as it is stored. */
export type StoredRow = Given & CopiesNeeded;

const editor = new mongoose.Schema(
  { by: { type: String, required: true }, at: { type: Date, required: true } },
  { _id: false, versionKey: false },
);

const schema = new mongoose.Schema(
  {
    _id: { type: String, required: true },
    round: { type: String, required: true },
    agency: { type: String, required: true },
    /** By question id, its name as `fieldOfId` writes it. */
    answers: { type: mongoose.Schema.Types.Mixed, required: true },
    /** By procedure code, likewise. */
    matrix: { type: mongoose.Schema.Types.Mixed, required: true },
    /** Grows with every turn that was written; what is decided on an older reading is not written. */
    turns: { type: Number, required: true },
    /** What became of the latest turns, by their keys. */
    outcomes: { type: [mongoose.Schema.Types.Mixed], required: true },
    /** The newest submitted revision of which all consequences are drawn. */
    revision: { type: Number, required: true },
    editing: { type: [editor], default: undefined },
    /** Changes that are not in the audit trail yet. */
    unaudited: { type: [mongoose.Schema.Types.Mixed], default: undefined },
    createdAt: { type: Date, required: true },
    updatedAt: { type: Date, required: true },
  },
  { collection: 'survey_responses', versionKey: false, minimize: false },
);
schema.index({ agency: 1 });

/** A response as it is stored. */
export type StoredResponse = Omit<
  InferSchemaType<typeof schema>,
  'answers' | 'matrix' | 'outcomes' | 'unaudited'
> & {
  answers: Record<string, StoredAnswer>;
  matrix: Record<string, StoredRow>;
  outcomes: { key: string; outcome: unknown }[];
  unaudited?: AuditEntry<'survey'>[] | null;
};

/** The collection; only the operations on the survey touch it. */
export const ResponseModel = mongoose.model('SurveyResponse', schema);

/** The id of an agency's response in a round. */
export const responseId = (round: string, agency: string): string => `${round}:${agency}`;

/** Makes sure that there is a response to be written to. */
export async function beginResponse(round: string, agency: string, at: Date): Promise<void> {
  const empty = { answers: {}, matrix: {}, turns: 0, outcomes: [], revision: 0 };
  await ResponseModel.updateOne(
    { _id: responseId(round, agency) },
    { $setOnInsert: { round, agency, ...empty, createdAt: at, updatedAt: at } },
    { upsert: true },
  );
}

/** An agency's response in a round, when somebody began one. */
export async function storedResponse(round: string, agency: string): Promise<StoredResponse | undefined> {
  const stored = await ResponseModel.findById(responseId(round, agency)).lean<StoredResponse>();
  return stored ?? undefined;
}
