/** How the survey's questions are put: progress, the question, the answer there is, and who else is at work. */
import { type Asking, answer, type Message, type Option, say } from '../engine/message.ts';
import type { Words } from '../engine/text.ts';
import { colleaguesAtWork } from '../role-names.ts';
import { presentLine } from './answer-words.ts';
import { notesOf } from './keep-answer.ts';
import type { Choice, Question, Survey } from './question.ts';
import type { SurveyAt } from './session.ts';
import { placeOf, readSheet, type Sheet } from './sheet.ts';
import { commandOptions } from './survey-commands.ts';
import { lines, surveyTexts as text } from './survey-texts.ts';

/** What one question shows besides its words. */
type Shown = { options: Option[]; hint?: Words };

/** A question as it is asked. */
export async function askQuestion(
  survey: Survey,
  question: Question,
  at: SurveyAt,
  shown: Shown,
): Promise<Asking> {
  const sheet = await readSheet(survey, at);
  if (!sheet) return { messages: [say(text('unavailable'))] };
  const kept = sheet.state.answers[question.id];
  const hint = lines([shown.hint, presentLine(question, kept, survey), workingLine(sheet)]);
  return {
    messages: [
      ...notesOf(sheet, at),
      asked(text('asking', { ...placeOf(question, sheet), question: question.text }), hint, shown.options),
    ],
    quick: commandOptions({ isAnswered: kept !== undefined }),
  };
}

/** What a choice asks for besides, as it is asked. */
export async function askMore(
  survey: Survey,
  { question, choice, wanted }: { question: Question; choice: Choice; wanted: Words },
  at: SurveyAt,
  shown: Shown,
): Promise<Asking> {
  const sheet = await readSheet(survey, at);
  if (!sheet) return { messages: [say(text('unavailable'))] };
  const place = placeOf(question, sheet);
  const words = text('askingMore', { ...place, choice: choice.label, question: wanted });
  return {
    messages: [asked(words, shown.hint, shown.options)],
    quick: commandOptions({ isAnswered: false }),
  };
}

function asked(words: Words, hint: Words | undefined, options: Option[]): Message {
  return { kind: 'question', text: words, ...(hint !== undefined && { hint }), options };
}

/** Who else is at work; undefined when nobody is. */
export function workingLine({ state: { editors } }: Sheet): Words | undefined {
  return editors.length > 0 ? text('working', { names: colleaguesAtWork(editors) }) : undefined;
}

/** Choices to tap. */
export function choiceOptions(choices: readonly Choice[]): Option[] {
  return choices.map(({ id, label }) => answer(label, id));
}

/** Choices to tick, and the end of ticking. */
export function tickOptions(choices: readonly Choice[], ticked: readonly string[]): Option[] {
  return [
    ...choices.map(({ id, label }) =>
      ticked.includes(id)
        ? answer(text('ticked', { label }), `-${id}`)
        : answer(text('open', { label }), `+${id}`),
    ),
    answer(text('done'), 'done', 'main'),
  ];
}
