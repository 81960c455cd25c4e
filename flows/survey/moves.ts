/** Going through the survey: to a question, on to the next one, and what every move writes besides its answer. */
import type { Effect } from '../effects.ts';
import { enterMatrix } from './matrix-page.ts';
import type { Question } from './question.ts';
import type { SurveyAdvance, SurveyAt } from './session.ts';
import { chosenIn, nextUnanswered, type Sheet } from './sheet.ts';

/** Colleagues are told for ten minutes who is at work; so often it is said again. Milliseconds. */
const NOTED_ANEW_AFTER = 5 * 60_000;

/** To a question, with what is kept of its answer to begin with. */
export function enter(question: Question, sheet: Sheet, at: SurveyAt): SurveyAdvance {
  const kept = sheet.state.answers[question.id];
  const choices = question.kind === 'several' ? chosenIn(kept?.answer) : [];
  const noted = noting(sheet, at);
  return {
    to: `q:${question.id}`,
    set: {
      ...noted.set,
      round: sheet.state.round.id,
      seen: kept?.change || undefined,
      draft: choices.length > 0 ? { choices, details: {}, parts: [] } : undefined,
      conflict: undefined,
      matrix: question.kind === 'matrix' ? enterMatrix(sheet) : undefined,
    },
    effects: noted.effects,
  };
}

/** On from `from`: to the next question without an answer, or to all answers when there is none or one is corrected. */
export function onward(sheet: Sheet, from: string | undefined, at: SurveyAt): SurveyAdvance {
  const next = at.data.editing ? undefined : nextUnanswered(sheet, from);
  return next ? enter(next, sheet, at) : toReview();
}

/** To all answers. */
export function toReview(): SurveyAdvance {
  return {
    to: 'review',
    set: {
      seen: undefined,
      draft: undefined,
      editing: undefined,
      conflict: undefined,
      matrix: undefined,
    },
  };
}

/** A move with further writes before its own. */
export function writing(effects: readonly Effect[], move: SurveyAdvance): SurveyAdvance {
  return { ...move, effects: [...effects, ...(move.effects ?? [])] };
}

/** Says that the person is at work, now and then. */
export function noting(
  { state }: Sheet,
  { data: { agency = '', notedAt }, now, turn }: SurveyAt,
): { set: { notedAt?: string }; effects: Effect[] } {
  const isRecent = notedAt !== undefined && Date.parse(now) - Date.parse(notedAt) < NOTED_ANEW_AFTER;
  if (isRecent) return { set: {}, effects: [] };
  return {
    set: { notedAt: now },
    effects: [{ do: 'noteSurveying', id: `${turn}:at-work`, agency, round: state.round.id }],
  };
}
