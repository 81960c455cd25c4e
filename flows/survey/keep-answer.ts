/** Keeping an answer, and what is asked when a colleague has answered the same question meanwhile. */
import { oneOfOptions } from '../engine/accepts.ts';
import type { QuestionStep } from '../engine/flow.ts';
import { answer, type Message, say } from '../engine/message.ts';
import type { Words } from '../engine/text.ts';
import { answerWords } from './answer-words.ts';
import type { SurveyAnswer } from './answers.ts';
import { onward, writing } from './moves.ts';
import { goingOn } from './opening-words.ts';
import type { Question, Survey } from './question.ts';
import {
  type SurveyAdvance,
  type SurveyAt,
  type SurveySession,
  type SurveyStep,
  surveyQuestion,
} from './session.ts';
import { questionNamed, readSheet, type Sheet, withAnswer } from './sheet.ts';
import { colleague, joined, surveyTexts as text } from './survey-texts.ts';

/** Writes the answer and goes on; unless a colleague said something else that the person has not seen. */
export async function keepAnswer(
  survey: Survey,
  question: Question,
  given: SurveyAnswer,
  at: SurveyAt,
): Promise<SurveyAdvance> {
  const sheet = await readSheet(survey, at);
  if (!sheet) return { to: 'unavailable' };
  const there = sheet.state.answers[question.id];
  const seen = at.data.seen ?? 0;
  if (!there || there.mine || there.change === seen || isSame(there.answer, given))
    return written(sheet, question, given, there?.mine ? there.change : seen, at);
  const { answer: theirs, by, change } = there;
  return { to: 'both', set: { conflict: { question: question.id, mine: given, theirs, by, change } } };
}

function written(
  sheet: Sheet,
  { id }: Question,
  given: SurveyAnswer,
  seen: number,
  at: SurveyAt,
): SurveyAdvance {
  const { agency = '' } = at.data;
  const move = onward(withAnswer(sheet, id, given), id, at);
  const round = sheet.state.round.id;
  return writing([{ do: 'answerSurvey', id: at.turn, agency, round, question: id, answer: given, seen }], {
    ...move,
    set: { ...move.set, last: id },
  });
}

function isSame(one: SurveyAnswer, other: SurveyAnswer): boolean {
  return JSON.stringify(plain(one)) === JSON.stringify(plain(other));
}

/** Whatever the order in which the fields were stored. */
function plain(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return entries.map(([key, inner]) => [key, plain(inner)]);
}

/** The step that shows both answers and asks which stays. */
export function bothStep(survey: Survey): QuestionStep<SurveySession, SurveyStep> {
  return surveyQuestion({
    ask: ({ data: { conflict } }) => {
      const question = questionNamed(survey, conflict?.question);
      if (!conflict || !question) return { messages: [say(text('changed'))] };
      const by = colleague(conflict.by);
      const words = (given: SurveyAnswer) => answerWords(question, given, survey);
      return {
        messages: [
          {
            kind: 'question',
            text: text('both', { by, question: question.title }),
            options: [
              answer(text('theirs', { by, answer: words(conflict.theirs) }), 'theirs'),
              answer(text('mine', { answer: words(conflict.mine) }), 'mine'),
            ],
          },
        ],
      };
    },
    accepts: ({ data: { conflict } }) =>
      oneOfOptions([
        {
          value: 'theirs',
          labels: ['ของเพื่อน', 'theirs', ...(conflict?.by ? [conflict.by, `ของ ${conflict.by}`] : [])],
        },
        { value: 'mine', labels: ['ของฉัน', 'mine'] },
      ]),
    async next(which, at) {
      const { conflict } = at.data;
      const sheet = await readSheet(survey, at);
      const question = questionNamed(survey, conflict?.question);
      if (!sheet || !conflict || !question) return { to: 'unavailable' };
      return which === 'mine'
        ? written(sheet, question, conflict.mine, conflict.change, at)
        : onward(sheet, question.id, at);
    },
  });
}

/** What the last write came to, when the person must know: said before the next question. */
export function notesOf(sheet: Sheet, at: SurveyAt): Message[] {
  const notes = at.outcomes.flatMap((outcome): Words[] => {
    if (outcome.of !== 'answerSurvey' && outcome.of !== 'answerMatrix') return [];
    if (outcome.result === 'not-yours') return [text('notKept')];
    if (outcome.result === 'round-over') return [text('roundOver')];
    if (outcome.result === 'partly') return [rowsLeft(outcome.left, outcome.by, sheet)];
    if (outcome.result !== 'taken-by-other') return [];
    const question = questionNamed(sheet.survey, at.data.last);
    if (!question) return [];
    const said = answerWords(question, outcome.answer, sheet.survey);
    return [text('theirsStays', { question: question.title, by: colleague(outcome.by), answer: said })];
  });
  return [...goingOn(sheet, at), ...notes.map(say)];
}

/** Titles that are named; of more only how many. */
const NAMED_AT_MOST = 5;

function rowsLeft(left: readonly string[], by: string, { procedures }: Sheet): Words {
  const titles = procedures.filter(({ code }) => left.includes(code)).map(({ title }) => title);
  return text('rowsLeft', {
    by: colleague(by),
    count: left.length,
    titles: joined(titles.slice(0, NAMED_AT_MOST)),
  });
}
