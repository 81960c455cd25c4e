/** The steps of the matrix: which copies each procedure of the agency still needs. */
import { isWord } from '../answers/words.ts';
import { anyOf, choiceOf, yesOrNo } from '../engine/accepts.ts';
import type { AnswerInput, QuestionStep, Reading } from '../engine/flow.ts';
import { say } from '../engine/message.ts';
import { askPage, readTap } from './matrix-asking.ts';
import {
  allNone,
  asLastYear,
  leaving,
  type MatrixTurn,
  markedCodes,
  nextPage,
  placeIn,
  restNone,
  stayAt,
  tapped,
  toPage,
  typed,
} from './matrix-moves.ts';
import { codesShown, MATRIX_PAGE, withSeen } from './matrix-page.ts';
import { matrixTexts as text } from './matrix-texts.ts';
import { type Marking, type MatrixWords, readMatrixWords } from './matrix-words.ts';
import type { Question, Survey } from './question.ts';
import {
  type SurveyAt,
  type SurveyMove,
  type SurveySession,
  type SurveyStep,
  surveyQuestion,
} from './session.ts';
import { readSheet } from './sheet.ts';
import { obey, orCommand, type SurveyCommand } from './survey-commands.ts';
import { joined, surveyTexts } from './survey-texts.ts';

type Step = QuestionStep<SurveySession, SurveyStep>;

/** What can be tapped under the page, and how people type it. */
const ACTIONS = {
  next: [
    text.texts.next.th,
    text.texts.next.en,
    text.texts.finish.th,
    text.texts.finish.en,
    'ถัดไป',
    'เสร็จแล้ว',
    'next',
  ],
  rest: [text.texts.rest.th, text.texts.rest.en, 'ที่เหลือไม่ใช้', 'ที่เหลือไม่ใช้สำเนา', 'rest none'],
  none: [
    text.texts.none.th,
    text.texts.none.en,
    'ไม่ต้องใช้สำเนาเลยทุกรายการ',
    'ไม่ใช้ทุกรายการ',
    'ไม่ใช้สำเนา',
    'none',
  ],
  'as-last-year': [text.texts.asLastYear.th, text.texts.asLastYear.en, 'as last year'],
  search: [text.texts.search.th, text.texts.search.en],
  previous: [text.texts.previous.th, text.texts.previous.en],
  list: [text.texts.list.th, text.texts.list.en],
};
type ActionName = keyof typeof ACTIONS;
// The keys of ACTIONS are exactly its names; Object.keys widens them.
const ACTION_NAMES = Object.keys(ACTIONS) as ActionName[];

type MatrixAnswer = { action: ActionName } | { tap: { code: string; set: Marking } } | { typed: MatrixWords };

/** The page of the matrix. */
export function matrixStep(survey: Survey, question: Question): Step {
  return surveyQuestion({
    async ask(at) {
      const sheet = await readSheet(survey, at);
      if (!sheet) return { messages: [say(surveyTexts('unavailable'))] };
      return askPage(question, placeIn(sheet, at), sheet, at);
    },
    accepts: ({ data: { matrix } }) =>
      orCommand(survey, true, (input) => readAnswer(input, matrix ? codesShown(matrix) : [])),
    async next(given: MatrixAnswer | SurveyCommand, at): Promise<SurveyMove> {
      const sheet = await readSheet(survey, at);
      if (!sheet) return { to: 'unavailable' };
      const turn: MatrixTurn = { question, place: placeIn(sheet, at), sheet, at };
      if (!('command' in given)) return afterAnswer(given, turn);
      const move = await obey(given, survey, question.id, at);
      // What was marked on the page is not lost by looking elsewhere.
      return 'again' in move ? move : leaving(turn.place.marks, turn, () => move);
    },
  });
}

/** A toggle of a page that was left is stale, like any button of a question that is over. */
function readAnswer(input: AnswerInput, shown: readonly string[]): Reading<MatrixAnswer> {
  if (input.kind === 'chosen') {
    const action = ACTION_NAMES.find((name) => name === input.value);
    if (action) return { ok: true, value: { action } };
    const tap = readTap(input.value);
    return tap && shown.includes(tap.code) ? { ok: true, value: { tap } } : { ok: false };
  }
  if (input.kind !== 'text' || input.text.trim() === '') return { ok: false };
  const action = ACTION_NAMES.find((name) => isWord(input.text, ACTIONS[name]));
  return { ok: true, value: action ? { action } : { typed: readMatrixWords(input.text) } };
}

function afterAnswer(given: MatrixAnswer, turn: MatrixTurn): SurveyMove {
  if ('tap' in given) return tapped(given.tap.code, given.tap.set, turn);
  return 'typed' in given ? typed(given.typed, turn) : afterAction(given.action, turn);
}

function afterAction(action: ActionName, turn: MatrixTurn): SurveyMove {
  const { skip } = turn.place;
  switch (action) {
    case 'next':
      return nextPage(turn);
    case 'rest':
      return restNone(turn);
    case 'none':
      return noneAtAll(turn);
    case 'as-last-year':
      return turn.sheet.state.lastRound ? asLastYear(turn) : { again: text('howToSearch') };
    case 'search':
      return { again: text('howToSearch') };
    case 'previous':
      return toPage(Math.max(0, skip - MATRIX_PAGE), turn);
    case 'list':
      return toPage(skip, turn);
  }
}

/** Marks are shown before they are cleared: they may be a colleague's. */
function noneAtAll(turn: MatrixTurn): SurveyMove {
  const marked = markedCodes(turn);
  if (marked.length === 0) return allNone(turn);
  return { to: 'clearAll', set: { matrix: withSeen(turn.place, marked, turn.sheet) } };
}

const clearing = choiceOf(text, { clear: 'yesClear', look: 'keepThem' });
/** Titles that are named before they are cleared. */
const NAMED_AT_MOST = 5;

/** Asks before marks are cleared. */
export function clearAllStep(survey: Survey, question: Question): Step {
  return surveyQuestion({
    async ask(at) {
      const turn = await turnOf(survey, question, at);
      if (!turn) return { messages: [say(surveyTexts('unavailable'))] };
      const codes = markedCodes(turn);
      const titles = turn.sheet.procedures
        .filter(({ code }) => codes.includes(code))
        .map(({ title }) => title);
      const about = { count: codes.length, titles: joined(titles.slice(0, NAMED_AT_MOST)) };
      return { messages: [{ kind: 'question', text: text('clearAll', about), options: clearing.options }] };
    },
    accepts: anyOf(yesOrNo('clear', 'look'), clearing.accept),
    async next(choice, at) {
      const turn = await turnOf(survey, question, at);
      if (!turn) return { to: 'unavailable' };
      return choice === 'clear' ? allNone(turn) : stayAt(turn.place, turn);
    },
  });
}

async function turnOf(survey: Survey, question: Question, at: SurveyAt): Promise<MatrixTurn | undefined> {
  const sheet = await readSheet(survey, at);
  return sheet && { question, place: placeIn(sheet, at), sheet, at };
}
