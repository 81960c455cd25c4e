/** What steps take for answers: the parsers of `flows/answers`, with what is said when they refuse. */
import { parseChoice, positionOf } from '../answers/choice.ts';
import { onTheMap, parseCoordinates } from '../answers/coordinates.ts';
import { parsePlainText } from '../answers/plain-text.ts';
import { parseYesNo } from '../answers/yes-no.ts';
import { chat } from './chat-texts.ts';
import type { Accept, AnswerInput, Reading } from './flow.ts';
import { answer, type Option, type Position } from './message.ts';
import type { Bilingual, TextMaker, Words } from './text.ts';

/** One of a fixed set of choices: the options to show, and the reading of a tap, a number as shown, a letter or the label typed. */
export type Choice<Value extends string> = { options: Option[]; accept: Accept<Value> };

/**
 * Choices by value: `choiceOf(text, { entrance: 'atEntrance', counter: 'atCounter' })` names for each value the text
 * that labels it. `main` is the value to stand out; without it no choice is pressed on anybody.
 */
export function choiceOf<
  T extends Record<string, Bilingual>,
  const Labels extends Record<string, keyof T & string>,
>(text: TextMaker<T>, labels: Labels, main?: NoInfer<keyof Labels & string>): Choice<keyof Labels & string> {
  const known: { value: keyof Labels & string; labels: string[]; label: Words }[] = [];
  for (const value in labels) {
    const key: (keyof T & string) | undefined = labels[value];
    const pair = key && text.texts[key];
    if (pair) known.push({ value, labels: [pair.th, pair.en], label: { th: pair.th, en: pair.en } });
  }
  return {
    options: known.map(({ label, value }) => answer(label, value, value === main ? 'main' : 'plain')),
    accept: { freeText: false, read: (input) => readChoice(input, known) },
  };
}

/** One of the options a step has just made up, such as a list out of the database. Typed numbers count as shown. */
export function oneOfOptions(values: readonly { value: string; labels: string[] }[]): Accept<string> {
  return { freeText: false, read: (input) => readChoice(input, values) };
}

function readChoice<Value extends string>(
  input: AnswerInput,
  known: readonly { value: Value; labels: string[] }[],
): Reading<Value> {
  if (input.kind === 'chosen') {
    const tapped = known.find(({ value }) => value === input.value);
    return tapped ? { ok: true, value: tapped.value } : { ok: false };
  }
  if (input.kind !== 'text') return { ok: false };
  const parsed = parseChoice(input.text, known, input.shown);
  if (parsed.ok) return parsed;
  return { ok: false, why: chat(parsed.why === 'ambiguous' ? 'ambiguous' : 'chooseOne') };
}

/** The value of the button whose number was typed, as it was shown; undefined when the input names none. */
export function valueNumbered(input: AnswerInput): string | undefined {
  const position = input.kind === 'text' ? positionOf(input.text) : undefined;
  return (position !== undefined && input.kind === 'text' && input.shown[position - 1]) || undefined;
}

/** Free text of `min` to `max` characters as people see them, on one line. */
export function textOf({ min, max }: { min: number; max: number }): Accept<string> {
  return {
    freeText: true,
    read(input) {
      if (input.kind !== 'text') return { ok: false };
      const parsed = parsePlainText(input.text, { min, max });
      if (parsed.ok) return parsed;
      return {
        ok: false,
        why:
          parsed.why === 'too-long' ? chat('tooLong', { over: parsed.over, max }) : chat('tooShort', { min }),
      };
    },
  };
}

/** A place as a person gave it. `turned`: latitude and longitude were the wrong way round and have been turned. */
export type GivenPlace = { position: Position; turned: boolean; address?: string };

/** A location message, or coordinates typed as "latitude, longitude". */
export const placeAnswer: Accept<GivenPlace> = {
  freeText: false,
  read(input) {
    if (input.kind === 'place') return readPlace(input);
    if (input.kind !== 'text')
      return input.kind === 'other' || input.kind === 'image'
        ? { ok: false }
        : { ok: false, why: chat('notAPlace') };
    const parsed = parseCoordinates(input.text);
    if (parsed.ok) return parsed;
    return { ok: false, why: chat(parsed.why === 'off-the-map' ? 'noSuchPlace' : 'notAPlace') };
  },
};

function readPlace({ position, address }: Extract<AnswerInput, { kind: 'place' }>): Reading<GivenPlace> {
  const place = onTheMap(position);
  return place
    ? { ok: true, value: { ...place, ...(address && { address }) } }
    : { ok: false, why: chat('noSuchPlace') };
}

/** "Yes" and "no" in any of their forms, standing for these values; without a value for no, no is no answer. */
export function yesOrNo<const Value extends string>(yes: Value, no?: Value): Accept<Value> {
  return {
    freeText: false,
    read(input) {
      const parsed = input.kind === 'text' ? parseYesNo(input.text) : undefined;
      if (!parsed?.ok) return { ok: false };
      const value = parsed.value ? yes : no;
      return value === undefined ? { ok: false } : { ok: true, value };
    },
  };
}

/** The first of several readings that takes the answer; if none does, the last one says why. */
export function anyOf<First, Second>(first: Accept<First>, second: Accept<Second>): Accept<First | Second> {
  return {
    freeText: first.freeText || second.freeText,
    read(input, now) {
      const reading: Reading<First | Second> = first.read(input, now);
      return reading.ok ? reading : second.read(input, now);
    },
  };
}
