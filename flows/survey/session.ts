/** What the survey's flow remembers between turns. Answers themselves are kept with the agency, not here. */
import { z } from 'zod';
import { stepsOf } from '../engine/define-flow.ts';
import type { Advance, At, Move } from '../engine/flow.ts';
import { surveyAnswer } from './answers.ts';

const needs = z.object({ idCard: z.boolean(), house: z.boolean() });

/** Where somebody stands in the matrix. */
const matrixPlace = z.object({
  /** All procedures' codes in the order in which they are numbered: a typed number means what was seen. */
  codes: z.array(z.string()),
  /** How many of them stand before the page that is open. */
  skip: z.number().int().min(0),
  /** Shown in place of the page: what was searched for, or, without words, what was just marked by number or name. */
  found: z
    .object({ codes: z.array(z.string()), skip: z.number().int().min(0), words: z.string().optional() })
    .optional(),
  /** Changes of this page, not kept yet. */
  marks: z.record(z.string(), needs),
  /** `change` of the rows as they were shown, 0 left out. */
  seen: z.record(z.string(), z.number()),
});
export type MatrixPlace = z.infer<typeof matrixPlace>;

export const surveySession = z.object({
  agency: z.string().optional(),
  round: z.string().optional(),
  /** `change` of the answer shown with the open question; 0 is left out. */
  seen: z.number().optional(),
  /** What is ticked or half answered. */
  draft: z
    .object({
      choices: z.array(z.string()),
      details: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])),
      parts: z.array(z.string()),
    })
    .optional(),
  /** Whether one answer is being corrected: then its answer leads back to all of them. */
  editing: z.boolean().optional(),
  /** The question answered last, for what its write gives back. */
  last: z.string().optional(),
  /** An answer that met a colleague's. */
  conflict: z
    .object({
      question: z.string(),
      mine: surveyAnswer,
      theirs: surveyAnswer,
      by: z.string(),
      change: z.number(),
    })
    .optional(),
  /** When colleagues were last told that the person is at work (ISO instant). */
  notedAt: z.string().optional(),
  matrix: matrixPlace.optional(),
});
export type SurveySession = z.infer<typeof surveySession>;

/** A question's step is called after it; what its choices ask for besides has steps of its own. */
export type SurveyStep =
  | `q:${string}`
  | `more:${string}`
  | 'confirm'
  | 'changed'
  | 'both'
  | 'clearAll'
  | 'review'
  | 'which'
  | 'revisions'
  | 'sent'
  | 'officialsOnly'
  | 'unavailable';

export type SurveyAt = At<SurveySession>;
export type SurveyMove = Move<SurveySession, SurveyStep>;
export type SurveyAdvance = Advance<SurveySession, SurveyStep>;

export const { question: surveyQuestion, closing: surveyClosing } = stepsOf<SurveySession, SurveyStep>();
