/** Options put into words: what their buttons say, and the numbers people may type instead. */
import type { Action, Option } from '../../../flows/engine/message.ts';
import type { Voice } from './speak.ts';

/**
 * An option in words. `shown` is the label with its number before it, where it has one; `line` is the same for a
 * list of lines.
 */
export type Choice = { label: string; shown: string; line: string; main: boolean; do: Tap };

/** An action with the addresses of our pages written out. */
export type Tap = Exclude<Action, { act: 'page' }>;

/** From here on numbers help. With fewer they would be noise. */
const NUMBERED_FROM = 3;

/**
 * The options in words. Answers are numbered from 1 in their order when there are three or more, as the parsers count
 * them; links and ways into other flows are not, nor is a list whose labels all start with digits of their own (a
 * scale of 1–5).
 */
export function numberedChoices(options: readonly Option[], voice: Voice): Choice[] {
  const choices = choicesOf(options, voice);
  const answers = choices.filter(isAnswer);
  if (answers.length < NUMBERED_FROM || answers.every(startsWithDigit)) return choices;
  return choices.map((choice) => (isAnswer(choice) ? numbered(choice, answers.indexOf(choice) + 1) : choice));
}

/** The options in words, without numbers. Only the first main one stays main. */
export function choicesOf(options: readonly Option[], { speak, addressOf }: Voice): Choice[] {
  const main = options.findIndex((option) => option.look === 'main');
  return options.map((option, index) => {
    const label = oneLine(speak(option.label));
    return { label, shown: label, line: `• ${label}`, main: index === main, do: tapOf(option.do, addressOf) };
  });
}

function numbered(choice: Choice, number: number): Choice {
  return { ...choice, shown: `${number} ${choice.label}`, line: `${number}. ${choice.label}` };
}

function isAnswer({ do: tap }: Choice): boolean {
  return tap.act === 'button' && tap.button.kind === 'answer';
}

const startsWithDigit = ({ label }: Choice): boolean => /^\p{Nd}/u.test(label);

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

function tapOf(action: Action, addressOf: Voice['addressOf']): Tap {
  return action.act === 'page' ? { act: 'uri', uri: addressOf(action.path) } : action;
}
