/** Answers of the survey put into words, out of the survey's own labels. */

import { isCalendarDate } from '../../models/thai/calendar.ts';
import type { Text, Words } from '../engine/text.ts';
import type { SurveyAnswer } from './answers.ts';
import type { Choice, Question, Survey } from './question.ts';
import { choicesOf, isAnswered, type Sheet } from './sheet.ts';
import type { KeptAnswer } from './survey-look-ups.ts';
import { colleague, joined, surveyTexts as text } from './survey-texts.ts';

type Detail = string | number | string[];

/** An answer as people read it. Ids the survey no longer has are left out. */
export function answerWords(question: Question, answer: SurveyAnswer, survey: Survey): Words {
  if ('number' in answer) return text('number', { number: answer.number });
  if ('text' in answer)
    return answer.text || (question.kind === 'text' && question.none ? question.none : '–');
  const chosen = choicesOf(question).filter(({ id }) => answer.choices.includes(id));
  return joined(chosen.map((choice) => choiceWords(choice, answer.details?.[choice.id], survey)));
}

function choiceWords(choice: Choice, detail: Detail | undefined, survey: Survey): Words {
  if (detail === undefined) return choice.label;
  return text('withDetail', { choice: choice.label, detail: detailWords(choice, detail, survey) });
}

function detailWords({ asks }: Choice, detail: Detail, { periods }: Survey): Words {
  if (typeof detail === 'number') return text('number', { number: detail });
  if (typeof detail === 'object') {
    const parts = asks?.kind === 'parts' ? asks.parts : [];
    return joined(parts.filter(({ id }) => detail.includes(id)).map(({ label }) => label));
  }
  if (asks?.kind !== 'period') return detail;
  const period = periods.find(({ id }) => id === detail);
  if (period) return period.label;
  return isCalendarDate(detail) ? text('date', { date: { date: detail } }) : detail;
}

/** What a question's answer is now; for the matrix how many procedures need copies. Undefined when there is none. */
export function presentWords(question: Question, sheet: Sheet): Words | undefined {
  if (question.kind === 'matrix') return matrixWords(sheet, isAnswered(question, sheet));
  const kept = sheet.state.answers[question.id];
  return kept && answerWords(question, kept.answer, sheet.survey);
}

function matrixWords({ state: { matrix }, procedures }: Sheet, isWhole: boolean): Text | undefined {
  const rows = procedures.flatMap(({ code }) => matrix[code] ?? []);
  if (rows.length === 0) return undefined;
  const needing = rows.filter(({ idCard, house }) => idCard || house).length;
  const counts = { needing, rows: rows.length, all: procedures.length };
  return isWhole
    ? text('matrixWhole', { needing: counts.needing, all: counts.all })
    : text('matrixPart', counts);
}

/** The answer now, with who gave it when that was somebody else. */
export function presentLine(
  question: Question,
  kept: KeptAnswer | undefined,
  survey: Survey,
): Text | undefined {
  if (!kept) return undefined;
  const answer = answerWords(question, kept.answer, survey);
  return kept.mine ? text('now', { answer }) : text('nowBy', { answer, by: colleague(kept.by) });
}
