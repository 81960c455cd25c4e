/** What somebody's work on complaints remembers between turns. */
import { z } from 'zod';
import { agencySearch, rememberedAgency } from '../agency-choice.ts';
import { stepsOf } from '../engine/define-flow.ts';
import type { Advance, At as AtOf } from '../engine/flow.ts';
import { caseList, lookedFor } from './case-list.ts';
import type { HandledCase } from './complaint.ts';
import type { Collecting } from './photo-collecting.ts';

export const data = z.object({
  list: caseList.optional(),
  code: z.string().optional(),
  /** What was typed for a code and is none of theirs. */
  asked: z.string().optional(),
  elsewhere: lookedFor.optional(),
  /** The turn in which the case was opened: only then its whole history is shown. */
  opened: z.string().optional(),
  /** The page of the history in full. */
  page: z.number().optional(),
  /** The step being prepared, and its words. */
  act: z.enum(['reply', 'ask', 'solve', 'forward', 'up']).optional(),
  words: z.string().optional(),
  /** The turn in which they were written: who goes back and sends the same again has sent it once. */
  written: z.string().optional(),
  /** Photos of the evidence that were taken out again. */
  without: z.array(z.string()).optional(),
  /** Why there is no photo of it. */
  whyNoPhoto: z.string().optional(),
  search: agencySearch.optional(),
  agency: rememberedAgency.optional(),
});
export type Data = z.infer<typeof data>;
export type StepName =
  | 'list'
  | 'unknown'
  | 'elsewhere'
  | 'case'
  | 'whole'
  | 'say'
  | 'evidence'
  | 'noPhoto'
  | 'whyNoPhoto'
  | 'toWhom'
  | 'search'
  | 'pick'
  | 'reason'
  | 'sure'
  | 'none';
export type At = AtOf<Data>;
export type Step = Advance<Data, StepName>;

export const { question, closing } = stepsOf<Data, StepName>();

/** The case that is open, if the person still handles it. */
export function openCase({ find, person, data: { code = '' } }: At): Promise<HandledCase | undefined> {
  return find.complaints.handledCase(code, person);
}

/** Where the photos of its solution are. */
export function evidenceOf({ data: { code = '', without = [] } }: Pick<At, 'data'>): Collecting {
  return { complaint: code, without };
}

/** Nothing of an earlier step stays when another is begun. */
export const AFRESH = {
  act: undefined,
  words: undefined,
  written: undefined,
  without: undefined,
  whyNoPhoto: undefined,
  search: undefined,
  agency: undefined,
};
