// The survey's look-ups and writes as conversations use them, at an instant that tests can move, on the real engine.

import { createSurveyDoers } from '../../bot/turn/perform-survey.ts';
import { createSurveyLookUps } from '../../bot/turn/survey-look-ups.ts';
import type { SurveyAnswer } from '../../flows/survey/answers.ts';
import type { SurveyState } from '../../flows/survey/survey-look-ups.ts';
import { giveRole, saveProfile } from '../../models/person.ts';
import { change, HERE, MALI, peopleAndAgencies } from './people-builder.ts';
import { NOON } from './register-builder.ts';

/** The clock of the survey's tests. */
export const clock = { now: NOON };
/** The round that is made when there is none. */
export const ROUND = '2561';

export const doers = createSurveyDoers(() => clock.now);
export const lookUps = createSurveyLookUps(() => clock.now);

/** Two officials of HERE, มะลิ and สมชาย, beside those of `peopleAndAgencies`. */
export async function surveyors(): Promise<void> {
  clock.now = NOON;
  await peopleAndAgencies();
  for (const [id, firstName] of [
    ['mali', 'มะลิ'],
    ['somchai', 'สมชาย'],
  ] as const) {
    await giveRole(id, { role: 'official', agency: HERE }, change('manage', `seed-${id}`));
    await saveProfile(id, { ...MALI, firstName });
  }
}

export const yes: SurveyAnswer = { choices: ['yes'] };
export const no: SurveyAnswer = { choices: ['no'] };
export const number = (n: number): SurveyAnswer => ({ number: n });

/** One answer of somebody; `on` says what is not as usual. */
export const answer = (
  by: string,
  id: string,
  question: string,
  given: SurveyAnswer,
  on: { seen?: number; round?: string; agency?: string } = {},
) => doers.answerSurvey({ id, agency: HERE, round: ROUND, question, answer: given, seen: 0, ...on }, by);

export const needs = (idCard: boolean, house: boolean) => ({ idCard, house });

export const rows = (
  by: string,
  id: string,
  given: Record<string, { idCard: boolean; house: boolean }>,
  seen: Record<string, number> = {},
  round = ROUND,
) => doers.answerMatrix({ id, agency: HERE, round, rows: given, seen }, by);

export const submit = (
  by: string,
  id: string,
  on: { asked?: string[]; round?: string; agency?: string } = {},
) => doers.submitSurvey({ id, agency: HERE, round: ROUND, questions: 1, asked: ['q1'], ...on }, by);

/** The state as somebody of HERE sees it. */
export async function state(by = 'mali'): Promise<SurveyState> {
  const found = await lookUps.state(HERE, by);
  if (!found) throw new Error(`${by} sees nothing`);
  return found;
}
