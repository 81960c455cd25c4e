/**
 * กำหนดส่ง: what is to be done by which day. Coordinators make, change and call off deadlines, and set earlier ones for
 * a part; officials see what counts for their agency, whether it is done, and a button to the next step.
 */

import { exampleDay } from '../answers/example-date.ts';
import { anyOf, choiceOf, oneOfOptions, textOf, yesOrNo } from '../engine/accepts.ts';
import { defineFlow, stepsOf } from '../engine/define-flow.ts';
import type { At } from '../engine/flow.ts';
import { answer, open, say } from '../engine/message.ts';
import { labelsOf } from '../engine/text.ts';
import { bothOf, dayAnswer, kindAnswer, kindOptions, openingDays } from './deadline-answers.ts';
import { again, mineWords, notStored, storedWords } from './deadline-closings.ts';
import { type Data, data, type StepName } from './deadline-data.ts';
import { besides, besidesIn, listed, shownIn } from './deadline-list.ts';
import {
  changedBecause,
  closesOn,
  closesQuestion,
  confirmed,
  doWith,
  keep,
  opensOn,
  scopeTyped,
  started,
} from './deadline-moves.ts';
import { editOne, reviewDeeds, reviewWords } from './deadline-review.ts';
import { text } from './deadline-texts.ts';
import { entryWords, rowsOf } from './deadline-words.ts';
import { DONE_KINDS, nextStepTexts } from './next-step.ts';
import { remindAnswer, remindOptions } from './remind-answer.ts';

const TITLE = { min: 3, max: 100 };
const SCOPE_NAME = { min: 2, max: 100 };
const REASON = { min: 2, max: 300 };

const { question, closing } = stepsOf<Data, StepName>();
const whats = choiceOf(nextStepTexts, Object.fromEntries(DONE_KINDS.map((what) => [what, what])));

export const deadlines = defineFlow({
  id: 'deadlines',
  version: 1,
  data,
  text,
  title: text('title'),
  listed: true,
  words: { th: ['กำหนดส่ง', 'กำหนดแล้วเสร็จ'], en: ['deadlines', 'deadline'] },
  takesWords: false,
  needsConsent: true,
  needs: ['official', 'coordinator', 'administrator'],
  browsing: ['list', 'one'],
  start: started,
  steps: {
    mine: closing(mineWords),
    list: question({
      ask: ({ data: { list = [] }, data: known }) => ({
        messages: [
          {
            kind: 'question',
            text: text(list.length > 0 ? 'listed' : 'listedNone'),
            options: [...shownIn(known).map((one) => answer(entryWords(one), one.id)), ...besides(known)],
          },
        ],
      }),
      accepts: ({ data: known }) =>
        oneOfOptions([
          ...shownIn(known).map(({ id, title }) => ({ value: id, labels: labelsOf(title) })),
          ...besidesIn(known).map((key) => ({ value: key, labels: bothOf(key) })),
        ]),
      next: (given, at) => listed(given, at),
    }),
    one: question({
      ask: ({ data: { chosen } }) => ({
        messages: [
          {
            kind: 'summary',
            title: text(chosen?.isCancelled ? 'cancelledOne' : 'shown'),
            rows: chosen ? rowsOf(chosen) : [],
            options: deedsFor(chosen).map((deed) => answer(text(DEEDS[deed]), deed)),
          },
        ],
      }),
      accepts: ({ data: { chosen } }) =>
        oneOfOptions(deedsFor(chosen).map((deed) => ({ value: deed, labels: bothOf(DEEDS[deed]) }))),
      next: doWith,
    }),
    titleTh: question({
      ask: () => ({ messages: [say(text('titleTh'))] }),
      accepts: textOf(TITLE),
      next: (th, at) => keep('titleTh', { title: { th } }, at.data.single ? titleAgain(at) : at),
    }),
    titleEn: question({
      ask: () => ({ messages: [say(text('titleEn'))], quick: [answer(text('skip'), 'skip')] }),
      accepts: anyOf(
        oneOfOptions([{ value: 'skip', labels: [...bothOf('skip'), 'ไม่มี', 'none'] }]),
        textOf(TITLE),
      ),
      next: (en, at) =>
        keep('titleEn', { title: { th: at.data.draft?.title?.th ?? '', ...(en !== 'skip' && { en }) } }, at),
    }),
    what: question({
      ask: () => ({ messages: [{ kind: 'question', text: text('what'), options: whats.options }] }),
      accepts: whats.accept,
      next: (given, at) => keep('what', { what: DONE_KINDS.find((what) => what === given) }, at),
    }),
    scope: question({
      ask: ({ data: { scopes = [] } }) => ({
        messages: [
          {
            kind: 'question',
            text: text('scope'),
            options: scopes.map(({ scope, name }) => answer(name, scope)),
          },
        ],
      }),
      accepts: ({ data: { scopes = [] } }) =>
        anyOf(
          oneOfOptions(scopes.map(({ scope, name }) => ({ value: scope, labels: labelsOf(name) }))),
          textOf(SCOPE_NAME),
        ),
      next(given, at) {
        const known = at.data.scopes?.find(({ scope }) => scope === given);
        return known ? keep('scope', { scope: known.scope, place: known.name }, at) : scopeTyped(given, at);
      },
    }),
    kinds: question({
      ask: ({ data: { kinds = [], draft } }) => ({
        messages: [
          { kind: 'question', text: text('kinds'), options: kindOptions(kinds, draft?.kinds ?? []) },
        ],
      }),
      accepts: ({ data: { kinds = [] } }) => kindAnswer(kinds),
      next(given, at) {
        const chosen = at.data.draft?.kinds ?? [];
        if (given === 'goOn') return keep('kinds', {}, at);
        if ('are' in given) return keep('kinds', { kinds: given.are }, at);
        const { toggle } = given;
        const kinds = chosen.includes(toggle)
          ? chosen.filter((kind) => kind !== toggle)
          : [...chosen, toggle];
        return { to: 'kinds', set: { draft: { ...at.data.draft, kinds } } };
      },
    }),
    opens: question({
      ask: ({ now }) => ({
        messages: [say(text('opens', { example: exampleDay(now) }))],
        quick: openingDays,
      }),
      accepts: dayAnswer,
      next: opensOn,
    }),
    closes: question({
      ask: closesQuestion,
      accepts: dayAnswer,
      next: closesOn,
    }),
    remind: question({
      ask: () => ({ messages: [{ kind: 'question', text: text('remind'), options: remindOptions }] }),
      accepts: remindAnswer,
      next: ({ remindBefore, remindAfter }, at) => keep('remind', { remindBefore, remindAfter }, at),
    }),
    review: question({
      ask: reviewWords,
      accepts: ({ data: known }) =>
        anyOf(
          yesOrNo('ok'),
          oneOfOptions(reviewDeeds(known).map(({ value, key }) => ({ value, labels: bothOf(key) }))),
        ),
      next: (deed, at) => (deed === 'ok' ? confirmed(at) : editOne(deed, at)),
    }),
    reason: question({
      ask: () => ({ messages: [say(text('reason'))] }),
      accepts: textOf(REASON),
      next: changedBecause,
    }),
    cancelReason: question({
      ask: ({ data: { chosen } }) => ({
        messages: [say(text('cancelReason', { title: chosen?.title ?? '' }))],
      }),
      accepts: textOf(REASON),
      next: (reason, { data: { chosen }, turn }) => ({
        to: 'cancelled',
        effects: [{ do: 'cancelDeadline', id: chosen?.id ?? '', key: turn, reason }],
      }),
    }),
    stored: closing(storedWords),
    cancelled: closing(({ outcomes, data: { chosen } }) => {
      const done = outcomes.find((outcome) => outcome.of === 'cancelDeadline');
      if (done?.result !== 'cancelled') return notStored(done);
      const undo = open(text('restore'), 'deadlines', `restore ${chosen?.id ?? ''}`);
      return { messages: [say(text('cancelled'))], quick: [undo, again] };
    }),
    restored: closing(({ outcomes }) => {
      const done = outcomes.find((outcome) => outcome.of === 'restoreDeadline');
      return done?.result === 'restored'
        ? { messages: [say(text('restored'))], quick: [again] }
        : notStored(done);
    }),
  },
});

/** What can be done with one deadline, and how it is called. */
const DEEDS = { change: 'change', tighten: 'tighten', cancel: 'cancelIt', list: 'toList' } as const;

function deedsFor(chosen: Data['chosen']): (keyof typeof DEEDS)[] {
  return [
    ...(chosen?.mayChange ? (['change'] as const) : []),
    ...(chosen?.mayTighten ? (['tighten'] as const) : []),
    ...(chosen?.mayChange ? (['cancel'] as const) : []),
    'list',
  ];
}

/** A title that is changed loses its English one, which would say something else. */
function titleAgain(at: At<Data>): At<Data> {
  return { ...at, data: { ...at.data, single: false, job: 'make' } };
}
