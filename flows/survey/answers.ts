/** Answers to the readiness survey as they are kept: by ids, never by words, so that words may change. */
import { z } from 'zod';

/** What was chosen, with what belongs to a choice (a period's id or an ISO date, a number, a reason, more choices). */
const chosen = z.object({
  choices: z.array(z.string()),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])).optional(),
});

/** One answer. */
export const surveyAnswer = z.union([
  chosen,
  z.object({ number: z.number() }),
  z.object({ text: z.string() }),
]);
export type SurveyAnswer = z.infer<typeof surveyAnswer>;
