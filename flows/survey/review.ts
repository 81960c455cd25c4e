/** All answers at once: looking them over, choosing one to correct, what was sent before. */
import { parseChoice } from '../answers/choice.ts';
import { anyOf, choiceOf, oneOfOptions, valueNumbered, yesOrNo } from '../engine/accepts.ts';
import type { QuestionStep, Reading } from '../engine/flow.ts';
import { type Asking, answer, type Message, type Option, type Row, say } from '../engine/message.ts';
import type { Text, Words } from '../engine/text.ts';
import { instant } from '../role-names.ts';
import { presentWords } from './answer-words.ts';
import { notesOf } from './keep-answer.ts';
import { enter } from './moves.ts';
import type { Question, Survey } from './question.ts';
import { namesOf } from './read-answers.ts';
import { reviewTexts as text } from './review-texts.ts';
import {
  type SurveyAt,
  type SurveyMove,
  type SurveySession,
  type SurveyStep,
  surveyQuestion,
} from './session.ts';
import { askedQuestions, isAnswered, nextUnanswered, readSheet, type Sheet } from './sheet.ts';
import { editingOf, obey, orCommand, type SurveyCommand } from './survey-commands.ts';
import { colleague, surveyTexts } from './survey-texts.ts';

type Step = QuestionStep<SurveySession, SurveyStep>;

const unavailable: Asking = { messages: [say(surveyTexts('unavailable'))] };

/** What is offered, as far as it makes sense; the first is to send or to go on, whichever is due. */
const OFFERS = [
  { value: 'forward', keys: ['send', 'sendAgain', 'goOn'] },
  { value: 'which', keys: ['edit'] },
  { value: 'revisions', keys: ['history'] },
] as const;
const offered = oneOfOptions(
  OFFERS.map(({ value, keys }) => ({
    value,
    labels: keys.flatMap((key) => [text.texts[key].th, text.texts[key].en]),
  })),
);

/** The answers, to be sent. */
export function reviewStep(survey: Survey): Step {
  return surveyQuestion({
    async ask(at) {
      const sheet = await readSheet(survey, at);
      return sheet ? { messages: [...notesOf(sheet, at), overview(sheet, at)] } : unavailable;
    },
    accepts: orCommand(survey, false, (input, now) => {
      const choice = offered.read(input, now);
      return choice.ok ? { ok: true, value: { choice: choice.value } } : choice;
    }),
    async next(given: { choice: string } | SurveyCommand, at): Promise<SurveyMove> {
      if ('command' in given) return obey(given, survey, undefined, at);
      if (given.choice === 'which' || given.choice === 'revisions') return { to: given.choice };
      const sheet = await readSheet(survey, at);
      return sheet ? forward(sheet, at) : { to: 'unavailable' };
    },
  });
}

/** To the first question without an answer; with none left the answers are sent. The same again is no new revision. */
function forward(sheet: Sheet, at: SurveyAt): SurveyMove {
  const open = nextUnanswered(sheet);
  if (open) return enter(open, sheet, at);
  const { agency = '' } = at.data;
  const asked = askedQuestions(sheet)
    .filter((question) => question.kind !== 'matrix' && !isOptional(question))
    .map(({ id }) => id);
  const round = sheet.state.round.id;
  const questions = sheet.survey.version;
  return { to: 'sent', effects: [{ do: 'submitSurvey', id: at.turn, agency, round, questions, asked }] };
}

const isOptional = (question: Question): boolean => question.kind === 'text' && question.none !== undefined;

function overview(sheet: Sheet, at: SurveyAt): Message {
  const { submitted, isChanged } = sheet.state;
  const open = nextUnanswered(sheet) !== undefined;
  const isSent = submitted !== undefined && !isChanged && !open;
  const first = submitted ? 'sendAgain' : 'send';
  const options: Option[] = [
    ...(isSent ? [] : [answer(text(open ? 'goOn' : first), 'forward', 'main')]),
    answer(text('edit'), 'which'),
    ...(submitted ? [answer(text('history'), 'revisions')] : []),
  ];
  return { kind: 'summary', title: titleOf(sheet, at), rows: rowsOf(sheet), options };
}

function titleOf(sheet: Sheet, { language }: SurveyAt): Text {
  const { submitted, isChanged } = sheet.state;
  const agency = sheet.state.agency.name;
  const asked = askedQuestions(sheet);
  const done = asked.filter((question) => isAnswered(question, sheet)).length;
  if (done < asked.length) return text('notReady', { agency, done, count: asked.length });
  if (!submitted) return text('ready', { agency });
  const { revision, by } = submitted;
  const at = instant(submitted.at, language);
  return isChanged
    ? text('changedSince', { agency, revision, at })
    : text('sentAlready', { agency, revision, at, by: colleague(by) });
}

function rowsOf(sheet: Sheet): Row[] {
  return askedQuestions(sheet).map((question, index) => ({
    label: text('row', { number: index + 1, title: question.title }),
    value: answerOf(question, sheet),
  }));
}

function answerOf(question: Question, sheet: Sheet): Words {
  const said = presentWords(question, sheet);
  if (said === undefined) return text('missing');
  const kept = sheet.state.answers[question.id];
  return kept && !kept.mine ? text('by', { answer: said, by: colleague(kept.by) }) : said;
}

/** A question picked from the list, or what was typed for it. */
type Picked = { id: string } | { words: string };

/** Which answer to correct. */
export function whichStep(survey: Survey): Step {
  return surveyQuestion({
    async ask(at) {
      const sheet = await readSheet(survey, at);
      if (!sheet) return unavailable;
      const options = askedQuestions(sheet).map(({ id, title }) => answer(title, id));
      return { messages: [{ kind: 'question', text: text('which'), options }] };
    },
    accepts: orCommand(survey, false, (input): Reading<Picked> => {
      if (input.kind === 'chosen') return { ok: true, value: { id: input.value } };
      if (input.kind !== 'text') return { ok: false };
      const id = valueNumbered(input);
      return { ok: true, value: id === undefined ? { words: input.text } : { id } };
    }),
    async next(given: Picked | SurveyCommand, at): Promise<SurveyMove> {
      if ('command' in given) return obey(given, survey, undefined, at);
      const sheet = await readSheet(survey, at);
      if (!sheet) return { to: 'unavailable' };
      const id = 'id' in given ? given.id : named(given.words, sheet);
      const { length: count } = askedQuestions(sheet);
      return id === undefined
        ? { again: surveyTexts('noSuchQuestion', { count }) }
        : editingOf(id, sheet, at);
    },
  });
}

function named(words: string, sheet: Sheet): string | undefined {
  const asked = askedQuestions(sheet).map(({ id, title }) => ({ id, label: title }));
  const parsed = parseChoice(words, namesOf(asked));
  return parsed.ok ? parsed.value : undefined;
}

const REVISIONS_SHOWN = 10;
const backToAnswers = choiceOf(text, { back: 'toAnswers' });

/** What was sent before, with who and when. */
export function revisionsStep(): Step {
  return surveyQuestion({
    async ask({ find, data: { agency = '' }, person, language }) {
      const all = await find.survey.revisions(agency, person);
      const rows = all.slice(0, REVISIONS_SHOWN).map(({ revision, at, by, changed }) => ({
        label: text('revision', { revision }),
        value: text('revisionFacts', {
          at: instant(at, language),
          by: colleague(by),
          changed: changed.length,
        }),
      }));
      const title = text('revisions', { count: all.length });
      return { messages: [{ kind: 'summary', title, rows, options: backToAnswers.options }] };
    },
    accepts: anyOf(yesOrNo('back'), backToAnswers.accept),
    next: () => ({ to: 'review' }),
  });
}
