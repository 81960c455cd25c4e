/**
 * แบบสำรวจ: an agency's readiness to stop asking for copies, asked in the chat. The conversation is made from the
 * questions' data; answers are kept with the agency one by one, so anybody of it goes on where the last one stopped.
 */

import { choiceOf } from '../engine/accepts.ts';
import { defineFlow } from '../engine/define-flow.ts';
import type { Flow } from '../engine/flow.ts';
import { open, say } from '../engine/message.ts';
import { sentWords } from './afterwards.ts';
import { begin, confirmStep, standing } from './beginning.ts';
import { bothStep } from './keep-answer.ts';
import { clearAllStep, matrixStep } from './matrix.ts';
import type { Question, Survey } from './question.ts';
import { questionSteps } from './question-steps.ts';
import { readinessSurvey } from './questions.ts';
import { reviewStep, revisionsStep, whichStep } from './review.ts';
import {
  type SurveyAt,
  type SurveySession,
  type SurveyStep,
  surveyClosing,
  surveyQuestion,
  surveySession,
} from './session.ts';
import { readSheet } from './sheet.ts';
import { surveyTexts as text } from './survey-texts.ts';

type Steps = Flow<SurveySession, SurveyStep>['steps'];

/** The conversation that asks these questions. Its version is theirs. */
export function surveyFlow(questions: Survey): Flow {
  const steps = stepsFor(questions);
  return defineFlow<SurveySession, SurveyStep>({
    id: 'survey',
    version: questions.version,
    data: surveySession,
    text,
    title: text('title'),
    words: {
      th: ['แบบสำรวจ', 'แบบสำรวจความพร้อม', 'ตอบแบบสำรวจ'],
      en: ['survey', 'readiness survey'],
    },
    takesWords: false,
    listed: true,
    needsConsent: true,
    // Coordinators may open it to be told whom it is for.
    needs: ['official', 'coordinator', 'administrator'],
    start: (opening, at) => begin(questions, opening, at),
    steps,
    migrate: ({ step, data }) => carriedOver(step, data, steps),
    leave: putAside,
  });
}

function stepsFor(questions: Survey): Steps {
  return {
    ...Object.fromEntries(questions.questions.flatMap((question) => stepsOfQuestion(questions, question))),
    confirm: confirmStep(questions),
    changed: changedStep(questions),
    both: bothStep(questions),
    clearAll: clearAllStep(questions, matrixOf(questions)),
    review: reviewStep(questions),
    which: whichStep(questions),
    revisions: revisionsStep(),
    sent: surveyClosing((at) => sentWords(questions, at)),
    officialsOnly: surveyClosing(() => ({ messages: [say(text('officialsOnly'))] })),
    unavailable: surveyClosing(() => ({
      messages: [say(text('unavailable'))],
      quick: [open(text('seeRole'), 'role')],
    })),
  };
}

function stepsOfQuestion(questions: Survey, question: Question): ReturnType<typeof questionSteps> {
  return question.kind === 'matrix'
    ? [[`q:${question.id}`, matrixStep(questions, question)]]
    : questionSteps(questions, question);
}

/** A survey without a matrix never comes to the steps that need one. */
function matrixOf({ questions }: Survey): Question {
  const title = text.texts.title;
  return (
    questions.find(({ kind }) => kind === 'matrix') ?? { id: 'matrix', kind: 'matrix', title, text: title }
  );
}

/**
 * A newer version asks on at the same question. Where that is gone nothing is lost either: answers are kept with the
 * agency, and the person is told and led to the first question that is open.
 */
function carriedOver(step: string, data: Record<string, unknown>, steps: Steps) {
  const { agency, round, ...rest } = surveySession.safeParse(data).data ?? {};
  if (agency === undefined) return null;
  const place = { agency, ...(round !== undefined && { round }) };
  return isStep(step, steps)
    ? { step, data: { ...rest, ...place } }
    : { step: 'changed' as const, data: place };
}

const isStep = (step: string, steps: Steps): step is SurveyStep => Object.hasOwn(steps, step);

const goingOn = choiceOf(text, { on: 'goOn' }, 'on');

/** Stands for a question that is no longer asked: whatever is answered leads on. */
function changedStep(questions: Survey) {
  return surveyQuestion({
    ask: () => ({ messages: [{ kind: 'question', text: text('changed'), options: goingOn.options }] }),
    accepts: { freeText: false, read: () => ({ ok: true as const, value: 'on' }) },
    async next(_, at) {
      const sheet = await readSheet(questions, at);
      return sheet ? standing(sheet, at) : { to: 'unavailable' };
    },
  });
}

/** Everything answered is kept already; what is marked on the open page of the matrix is written now. */
function putAside({ data: { agency, round, matrix }, turn }: SurveyAt, step: SurveyStep) {
  if (agency === undefined) return null;
  if (step === 'confirm') return { effects: [], say: text('leftAtStart'), resume: '' };
  const { marks = {}, seen = {} } = matrix ?? {};
  const isMarked = round !== undefined && Object.keys(marks).length > 0;
  return {
    effects: isMarked
      ? [{ do: 'answerMatrix' as const, id: `${turn}:rows`, agency, round, rows: marks, seen }]
      : [],
    say: text('left'),
    resume: agency,
  };
}

/** The readiness survey. */
export const survey = surveyFlow(readinessSurvey);
