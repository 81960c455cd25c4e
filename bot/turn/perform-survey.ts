/** Doing the writes about the readiness survey. Each is keyed by the turn's own id; who may do them the models decide. */
import type { SurveyEffects } from '../../flows/survey/survey-effects.ts';
import { applySurveyMatrix } from '../../models/copy-record.ts';
import { keepAnswer, keepMatrixRows, noteSurveying } from '../../models/survey-response.ts';
import { type DrawConsequences, submitSurvey } from '../../models/survey-submit.ts';

type Doer<Name extends keyof SurveyEffects> = (
  takes: SurveyEffects[Name]['takes'],
  person: string,
) => Promise<SurveyEffects[Name]['gives']>;

/** The doers of these writes. */
export function createSurveyDoers(now: () => Date): { [Name in keyof SurveyEffects]: Doer<Name> } {
  return {
    // One turn may answer several questions.
    answerSurvey: ({ id, ...answer }, by) =>
      keepAnswer({ ...answer, by, at: now(), key: `survey-answer:${id}:${answer.question}` }),
    answerMatrix: ({ id, ...rows }, by) =>
      keepMatrixRows({ ...rows, by, at: now(), key: `survey-rows:${id}` }),
    submitSurvey: ({ id, ...submission }, by) =>
      submitSurvey({ ...submission, by, at: now(), key: `survey-submit:${id}` }, changeCopies),
    noteSurveying: async ({ agency, round }, by) => {
      await noteSurveying({ agency, round, by, at: now() });
      return { noted: true };
    },
  };
}

/** What a revision says about copies is what the agency's offices ask for from then on. */
const changeCopies: DrawConsequences = ({ agency, matrix, by, at, key }, previous) =>
  applySurveyMatrix({ agency, matrix, previous: previous?.matrix, by, at, key });
