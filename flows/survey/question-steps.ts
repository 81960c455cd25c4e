/** The steps that ask one question of the survey, made from its data: one for the question, one for each choice that asks for more. */
import { valueNumbered } from '../engine/accepts.ts';
import type { QuestionStep } from '../engine/flow.ts';
import { answer } from '../engine/message.ts';
import { askMore, askQuestion, choiceOptions, tickOptions } from './asking.ts';
import { keepAnswer } from './keep-answer.ts';
import type { Choice, Follow, Question, Survey } from './question.ts';
import {
  periodExample,
  readNumber,
  readOne,
  readPeriod,
  readTicks,
  readWords,
  saysNothing,
  type Ticks,
  tickedAfter,
} from './read-answers.ts';
import {
  type SurveyAt,
  type SurveyMove,
  type SurveySession,
  type SurveyStep,
  surveyQuestion,
} from './session.ts';
import { choicesOf } from './sheet.ts';
import { obey, orCommand, type SurveyCommand } from './survey-commands.ts';
import { surveyTexts as text } from './survey-texts.ts';

type Step = QuestionStep<SurveySession, SurveyStep>;
type Draft = NonNullable<SurveySession['draft']>;
type Of<Kind extends Question['kind']> = Extract<Question, { kind: Kind }>;

/** A question's steps by their names. The matrix has its own. */
export function questionSteps(survey: Survey, question: Question): [SurveyStep, Step][] {
  const more = choicesOf(question).flatMap((choice): [SurveyStep, Step][] =>
    choice.asks ? [[moreStep(question, choice), followStep(survey, question, choice, choice.asks)]] : [],
  );
  return [[`q:${question.id}`, questionStep(survey, question)], ...more];
}

function questionStep(survey: Survey, question: Question): Step {
  switch (question.kind) {
    case 'one':
      return oneStep(survey, question);
    case 'several':
      return severalStep(survey, question);
    case 'number':
      return numberStep(survey, question);
    case 'text':
      return textStep(survey, question);
    case 'matrix':
      throw new Error('the matrix has steps of its own');
  }
}

const moreStep = ({ id }: Question, choice: Choice): SurveyStep => `more:${id}:${choice.id}`;

const NOTHING_YET: Draft = { choices: [], details: {}, parts: [] };

function oneStep(survey: Survey, question: Of<'one'>): Step {
  const { choices, id } = question;
  return surveyQuestion({
    ask: (at) => askQuestion(survey, question, at, { options: choiceOptions(choices) }),
    accepts: orCommand(survey, false, (input) => {
      const one = readOne(input, choices);
      return one.ok ? { ok: true, value: { choice: one.value } } : one;
    }),
    async next(given, at) {
      if ('command' in given) return obey(given, survey, id, at);
      return withMore(survey, question, { ...NOTHING_YET, choices: [given.choice] }, at);
    },
  });
}

function severalStep(survey: Survey, question: Of<'several'>): Step {
  const { choices, id } = question;
  return surveyQuestion({
    ask: (at) =>
      askQuestion(survey, question, at, {
        hint: text('tickHint'),
        options: tickOptions(choices, at.data.draft?.choices ?? []),
      }),
    accepts: orCommand(survey, false, (input) => readTicks(input, choices)),
    async next(given: Ticks | SurveyCommand, at): Promise<SurveyMove> {
      if ('command' in given) return obey(given, survey, id, at);
      const ticked = at.data.draft?.choices ?? [];
      if ('done' in given)
        return ticked.length === 0
          ? { again: text('tickOne') }
          : withMore(survey, question, { ...NOTHING_YET, choices: ticked }, at);
      const draft = { ...NOTHING_YET, choices: tickedAfter(ticked, given, choices) };
      return { to: `q:${id}`, set: { draft } };
    },
  });
}

function numberStep(survey: Survey, question: Of<'number'>): Step {
  return surveyQuestion({
    ask: (at) => askQuestion(survey, question, at, { hint: text('numberHint'), options: [] }),
    accepts: orCommand(survey, false, (input) => {
      const number = readNumber(input, question);
      return number.ok ? { ok: true, value: { number: number.value } } : number;
    }),
    next: (given, at) =>
      'command' in given ? obey(given, survey, question.id, at) : keepAnswer(survey, question, given, at),
  });
}

function textStep(survey: Survey, question: Of<'text'>): Step {
  const { none, max } = question;
  return surveyQuestion({
    ask: (at) => askQuestion(survey, question, at, { options: none ? [answer(none, 'none')] : [] }),
    accepts: orCommand(survey, true, (input) => {
      if (none && (saysNothing(input) || valueNumbered(input) === 'none'))
        return { ok: true, value: { text: '' } };
      const words = readWords(input, max);
      return words.ok ? { ok: true, value: { text: words.value } } : words;
    }),
    next: (given, at) =>
      'command' in given ? obey(given, survey, question.id, at) : keepAnswer(survey, question, given, at),
  });
}

/** On to what the next choice asks for besides; with nothing left to ask, the answer is kept. */
async function withMore(survey: Survey, question: Question, draft: Draft, at: SurveyAt): Promise<SurveyMove> {
  const next = choicesOf(question).find(
    ({ id, asks }) => asks && draft.choices.includes(id) && draft.details[id] === undefined,
  );
  if (next) return { to: moreStep(question, next), set: { draft } };
  const { choices, details } = draft;
  const hasDetails = Object.keys(details).length > 0;
  return keepAnswer(survey, question, hasDetails ? { choices, details } : { choices }, at);
}

function followStep(survey: Survey, question: Question, choice: Choice, asks: Follow): Step {
  const about = { question, choice, wanted: asks.text };
  const given = (detail: Draft['details'][string], at: SurveyAt) => {
    const draft = at.data.draft ?? { ...NOTHING_YET, choices: [choice.id] };
    const details = { ...draft.details, [choice.id]: detail };
    return withMore(survey, question, { ...draft, details, parts: [] }, at);
  };
  const next = (reply: { detail: Draft['details'][string] } | SurveyCommand, at: SurveyAt) =>
    'command' in reply ? obey(reply, survey, question.id, at) : given(reply.detail, at);
  if (asks.kind === 'parts') return partsStep(survey, about, asks, given);
  return surveyQuestion({
    ask: (at) => askMore(survey, about, at, shownFor(asks, survey, at.now)),
    accepts: orCommand(survey, asks.kind === 'text', (input, now) => {
      const detail = readFollow(input, asks, survey, now);
      return detail.ok ? { ok: true, value: { detail: detail.value } } : detail;
    }),
    next,
  });
}

type SimpleFollow = Exclude<Follow, { kind: 'parts' }>;

function shownFor(asks: SimpleFollow, { periods }: Survey, now: string) {
  switch (asks.kind) {
    case 'period':
      return { hint: text('periodHint', { example: periodExample(now) }), options: choiceOptions(periods) };
    case 'number':
      return { hint: text('numberHint'), options: [] };
    case 'text':
      return { options: [] };
  }
}

function readFollow(
  input: Parameters<typeof readOne>[0],
  asks: SimpleFollow,
  { periods }: Survey,
  now: string,
) {
  switch (asks.kind) {
    case 'period':
      return readPeriod(input, periods, now);
    case 'number':
      return readNumber(input, asks);
    case 'text':
      return readWords(input, asks.max);
  }
}

function partsStep(
  survey: Survey,
  about: { question: Question; choice: Choice; wanted: Follow['text'] },
  { parts }: Extract<Follow, { kind: 'parts' }>,
  given: (detail: string[], at: SurveyAt) => Promise<SurveyMove>,
): Step {
  const { question, choice } = about;
  return surveyQuestion({
    ask: (at) =>
      askMore(survey, about, at, {
        hint: text('tickHint'),
        options: tickOptions(parts, at.data.draft?.parts ?? []),
      }),
    accepts: orCommand(survey, false, (input) => readTicks(input, parts)),
    async next(reply: Ticks | SurveyCommand, at): Promise<SurveyMove> {
      if ('command' in reply) return obey(reply, survey, question.id, at);
      const draft = at.data.draft ?? { ...NOTHING_YET, choices: [choice.id] };
      if ('done' in reply)
        return draft.parts.length === 0 ? { again: text('tickOne') } : given(draft.parts, at);
      return {
        to: moreStep(question, choice),
        set: { draft: { ...draft, parts: tickedAfter(draft.parts, reply, parts) } },
      };
    },
  });
}
