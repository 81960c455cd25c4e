/** The survey of one agency as it stands: which questions are asked of it, which are answered, which comes next. */
import type { ListedProcedure } from '../procedures/procedure.ts';
import type { SurveyAnswer } from './answers.ts';
import type { Choice, Question, Survey } from './question.ts';
import type { SurveyAt } from './session.ts';
import type { SurveyState } from './survey-look-ups.ts';

/** The questions, what is kept of their answers, and the agency's procedures in the order of the matrix. */
export type Sheet = { survey: Survey; state: SurveyState; procedures: readonly ListedProcedure[] };

/** Reads it; undefined when the person may not see it or there is no survey now. */
export async function readSheet(survey: Survey, at: SurveyAt): Promise<Sheet | undefined> {
  const agency = at.data.agency ?? '';
  const state = await at.find.survey.state(agency, at.person);
  return state && { survey, state, procedures: await at.find.procedures.ofAgency(agency) };
}

/** The questions asked of this agency, in their order: their conditions hold, and there is something to ask about. */
export function askedQuestions({ survey, state, procedures }: Sheet): Question[] {
  const asked: Question[] = [];
  for (const question of survey.questions) {
    const { when } = question;
    // A condition holds only if its own question is asked: an old answer to a question passed over says nothing.
    const holds = !when || (asked.some(({ id }) => id === when.question) && isChosen(when, state));
    if (holds && (question.kind !== 'matrix' || procedures.length > 0)) asked.push(question);
  }
  return asked;
}

function isChosen({ question, chosen }: NonNullable<Question['when']>, { answers }: SurveyState): boolean {
  return chosenIn(answers[question]?.answer).some((choice) => chosen.includes(choice));
}

/** The choices of an answer. */
export function chosenIn(answer: SurveyAnswer | undefined): string[] {
  return answer && 'choices' in answer ? answer.choices : [];
}

/** Whether a question has its answer: the matrix when every procedure has its row. */
export function isAnswered({ id, kind }: Question, { state, procedures }: Sheet): boolean {
  if (kind !== 'matrix') return state.answers[id] !== undefined;
  return procedures.every(({ code }) => state.matrix[code] !== undefined);
}

/** The first question without an answer after `from`, or else from the beginning; undefined when all are answered. */
export function nextUnanswered(sheet: Sheet, from?: string): Question | undefined {
  const asked = askedQuestions(sheet);
  const place = asked.findIndex(({ id }) => id === from) + 1;
  return [...asked.slice(place), ...asked.slice(0, place)].find((question) => !isAnswered(question, sheet));
}

/** Which of how many a question is. */
export function placeOf(question: Question, sheet: Sheet): { number: number; count: number } {
  const asked = askedQuestions(sheet);
  return { number: asked.findIndex(({ id }) => id === question.id) + 1, count: asked.length };
}

/** The question with this id. */
export function questionNamed(survey: Survey, id: string | undefined): Question | undefined {
  return survey.questions.find((question) => question.id === id);
}

/** The choices of a question; none for other kinds. */
export function choicesOf(question: Question): readonly Choice[] {
  return 'choices' in question ? question.choices : [];
}

/** The sheet with an answer that is being written in this turn. */
export function withAnswer(sheet: Sheet, id: string, answer: SurveyAnswer): Sheet {
  const kept = { answer, by: '', mine: true, at: '', change: 0 };
  return { ...sheet, state: { ...sheet.state, answers: { ...sheet.state.answers, [id]: kept } } };
}
