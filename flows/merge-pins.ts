/**
 * Merging two pins of one office (รวมหมุด): both are found, shown side by side, and one is kept. Coordinators and
 * administrators only; who may merge which pins is asked again when it is written.
 */
import { metresBetween } from './distance.ts';
import { anyOf, choiceOf, oneOfOptions, yesOrNo } from './engine/accepts.ts';
import { defineFlow, stepsOf } from './engine/define-flow.ts';
import type { Advance, At, Closing, Move } from './engine/flow.ts';
import { answer, type Card, type Option, open, type Row, say } from './engine/message.ts';
import type { Text } from './engine/text.ts';
import {
  allowed,
  type Data,
  data,
  type Given,
  listOf,
  type Pin,
  pinAnswer,
  search,
} from './merge-pin-choice.ts';
import { text } from './merge-pin-texts.ts';
import { officeKindName } from './office-kinds.ts';
import { encodeSearch } from './office-search.ts';
import { fieldTexts, phonesInWords } from './pin-fields.ts';

type StepName = 'first' | 'second' | 'keep' | 'sure' | 'merged';

const sureAnswers = choiceOf(text, { merge: 'merge', other: 'other' });
const again: Option = open(text('again'), 'merge-pins');

const { question, closing } = stepsOf<Data, StepName>();

export const mergePins = defineFlow({
  id: 'merge-pins',
  version: 1,
  data,
  text,
  title: text('title'),
  listed: true,
  words: { th: ['รวมหมุด'], en: ['merge pins'] },
  takesWords: true,
  needsConsent: true,
  needs: ['coordinator', 'administrator'],
  async start({ value, words }, at) {
    const asked = value || words;
    if (!asked) return { to: 'first' };
    const found = await search(asked, at);
    if ('missed' in found) return { to: 'first', set: { missed: found.missed } };
    const [only, ...others] = found.pins;
    return only && others.length === 0 ? chosenFirst(only, at) : { to: 'first', set: { shown: found } };
  },
  steps: {
    first: question({
      ask: ({ data: { shown, missed } }) => ({
        messages: [...(missed ? [say(missedWords(missed))] : []), listOf(shown, text('first'))],
      }),
      accepts: ({ data: { shown } }) => pinAnswer(shown?.pins),
      next: (given, at) => found('first', given, at, (one) => chosenFirst(one, at)),
    }),
    second: question({
      ask: ({ data: { shown, first } }) => {
        const about = { name: first?.name ?? '', code: first?.code ?? '' };
        const isNear = shown !== undefined && shown.words === undefined;
        return { messages: [listOf(shown, isNear ? text('nearby', about) : text('second', about))] };
      },
      accepts: ({ data: { shown } }) => pinAnswer(shown?.pins),
      next: (given, at) =>
        found('second', given, at, (one) => ({ to: 'keep', set: { second: one, shown: undefined } })),
    }),
    keep: question({
      ask: sideBySide,
      accepts: ({ data: { first, second } }) =>
        oneOfOptions(
          [first, second].flatMap((one) =>
            one ? [{ value: one.code, labels: [one.code, `เก็บ ${one.code}`, `keep ${one.code}`] }] : [],
          ),
        ),
      next: (keep) => ({ to: 'sure', set: { keep } }),
    }),
    sure: question({
      ask: ({ data: known }) => {
        const { keep, away } = pairOf(known);
        return {
          messages: [
            {
              kind: 'question',
              text: text('sure', {
                keep: keep?.name ?? '',
                keepCode: keep?.code ?? '',
                away: away?.name ?? '',
                awayCode: away?.code ?? '',
              }),
              hint: text('consequences', { code: away?.code ?? '' }),
              options: sureAnswers.options,
            },
          ],
        };
      },
      accepts: anyOf(yesOrNo('merge', 'other'), sureAnswers.accept),
      next: (choice, at) => (choice === 'other' ? { to: 'keep', set: { keep: undefined } } : merge(at)),
    }),
    merged: closing(mergedWords),
  },
});

function missedWords({ why, words: query }: NonNullable<Data['missed']>): Text {
  return text(why, { query });
}

async function found(
  step: 'first' | 'second',
  given: Given,
  at: At<Data>,
  choose: (one: Pin) => Advance<Data, StepName> | Promise<Advance<Data, StepName>>,
): Promise<Move<Data, StepName>> {
  if ('pin' in given) {
    const tapped = at.data.shown?.pins.find(({ code }) => code === given.pin);
    return tapped ? choose(tapped) : { to: step };
  }
  const result = await search(given.words, at);
  // Once words have missed at the opening, what missed last is told in its place.
  if ('missed' in result && at.data.missed) return { to: step, set: { missed: result.missed } };
  if ('missed' in result) return { again: missedWords(result.missed) };
  const [only, ...others] = result.pins;
  return only && others.length === 0 ? choose(only) : { to: step, set: { shown: result, missed: undefined } };
}

/** With the first pin known, those close by of a similar name are offered. */
async function chosenFirst(first: Pin, { find, person }: At<Data>): Promise<Advance<Data, StepName>> {
  const alike = await find.pins.similarPins(first.position, first.name.th, '');
  const near = await Promise.all(alike.map(({ code }) => find.pin(code)));
  const others = near.flatMap((one) => (one && one.code !== first.code ? [one] : []));
  const pins = await allowed(others, { find, person });
  return { to: 'second', set: { first, shown: pins.length > 0 ? { pins } : undefined, missed: undefined } };
}

async function sideBySide({ data: { first, second }, find }: At<Data>) {
  if (!first || !second) return { messages: [say(text('gone'))] };
  const metres = metresBetween(first.position, second.position);
  const cards = await Promise.all([first, second].map((one) => card(one, find)));
  return { messages: [{ kind: 'cards' as const, text: text('apart', { distance: { metres } }), cards }] };
}

async function card(known: Pin, find: At<Data>['find']): Promise<Card> {
  const [now, photos] = await Promise.all([find.pin(known.code), find.pins.photosOfPin(known.code)]);
  const rows: Row[] = [
    { label: text('code'), value: known.code },
    ...(now ? [{ label: fieldTexts('kind'), value: officeKindName(now.kind) }] : []),
    ...(now?.address ? [{ label: fieldTexts('addressTh'), value: now.address }] : []),
    ...(now?.phones ? [{ label: fieldTexts('phones'), value: phonesInWords(now.phones) }] : []),
    { label: text('photos'), value: text('count', { count: photos.length }) },
  ];
  return {
    title: known.name,
    ...(known.area.th && { subtitle: known.area }),
    rows,
    options: [answer(text('keepThis', { code: known.code }), known.code)],
  };
}

function pairOf({ first, second, keep }: Data): { keep: Pin | undefined; away: Pin | undefined } {
  return keep === second?.code ? { keep: second, away: first } : { keep: first, away: second };
}

function merge({ data: known, run }: At<Data>): Advance<Data, StepName> {
  const { keep, away } = pairOf(known);
  if (!keep || !away) return { to: 'first' };
  return { to: 'merged', effects: [{ do: 'mergePins', id: run, keep: keep.code, away: away.code }] };
}

function mergedWords({ outcomes, data: known }: At<Data>): Closing {
  const done = outcomes.find((outcome) => outcome.of === 'mergePins');
  const { keep, away } = pairOf(known);
  switch (done?.result) {
    case 'merged': {
      const vars = { away: away?.code ?? '', keep: done.code };
      // The pin to keep may have been merged itself since it was chosen.
      const words =
        done.code === keep?.code
          ? text('merged', vars)
          : text('mergedFurther', { ...vars, old: keep?.code ?? '' });
      return withPin(words, done.code);
    }
    case 'already-merged':
      return withPin(text('already'), done.code);
    case 'not-allowed':
      return { messages: [say(text('outside'))], quick: [again] };
    default:
      return { messages: [say(text('gone'))], quick: [again] };
  }
}

/** The search shows the pin as everybody sees it. */
function withPin(words: Text, code: string): Closing {
  const value = encodeSearch({ by: 'code', code });
  return { messages: [say(words)], handOver: { flow: 'find-office', opening: { value, words: '' } } };
}
