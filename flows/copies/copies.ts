/**
 * สำเนา: which copies an agency's services still ask for. Officials say in two taps what is no longer asked for, at one
 * service point or at all of them; coordinators see who is behind.
 */
import { exampleMonthEnd } from '../answers/example-date.ts';
import { anyOf, oneOfOptions, textOf } from '../engine/accepts.ts';
import { defineFlow, stepsOf } from '../engine/define-flow.ts';
import type { At, Move } from '../engine/flow.ts';
import { answer, open, say } from '../engine/message.ts';
import {
  BLOCKERS,
  blockerAnswer,
  bothOf,
  deedAnswer,
  deedOptions,
  deedsFor,
  skipAnswer,
  targetAnswer,
  toggled,
} from './copy-answers.ts';
import { changedWords, undoneWords } from './copy-closings.ts';
import { type Data, data, type StepName } from './copy-data.ts';
import {
  behindFrom,
  behindOption,
  listAnswer,
  listOptions,
  pinsFrom,
  plansFrom,
  turnedTo,
  turningsOf,
} from './copy-lists.ts';
import { change, doDeed, openAt, openPlan, pinTyped, started } from './copy-moves.ts';
import { text } from './copy-texts.ts';
import { blockerOption, planLabel, planSummary } from './copy-words.ts';

const PART_OF_TITLE = { min: 2, max: 80 };
const PIN_CODE = { min: 2, max: 20 };
const REASON_LENGTH = { min: 2, max: 500 };

const { question, closing } = stepsOf<Data, StepName>();

export const copies = defineFlow({
  id: 'copies',
  version: 1,
  data,
  text,
  title: text('title'),
  listed: true,
  words: { th: ['สำเนา'], en: ['copies'] },
  takesWords: false,
  needsConsent: true,
  needs: ['official', 'coordinator', 'administrator'],
  browsing: ['behind', 'list', 'pins'],
  start: started,
  steps: {
    behind: question({
      ask: ({ data: { behind } }) => ({
        messages: [
          {
            kind: 'question',
            text: text('behind', partOf(behind?.skip, behind?.agencies, behind?.all)),
            options: listOptions((behind?.agencies ?? []).map(behindOption), turningsOf(behind)),
          },
        ],
      }),
      accepts: ({ data: { behind } }) =>
        listAnswer(
          (behind?.agencies ?? []).map(({ code, name }) => ({ value: code, labels: labelsOf(name) })),
          turningsOf(behind),
        ),
      next(given, at) {
        const { behind, scope = '' } = at.data;
        const chosen = behind?.agencies.find(({ code }) => code === given);
        if (!chosen) return behindFrom(scope, turnedTo(given, behind?.skip ?? 0) ?? 0, at);
        const agency = { code: chosen.code, name: chosen.name };
        return plansFrom({ skip: 0 }, { ...at, data: { ...at.data, agency, pin: undefined } });
      },
    }),
    list: question({
      ask: ({ data: known }) => ({
        messages: [
          {
            kind: 'question',
            text: listHeading(known),
            options: listOptions(
              (known.list?.plans ?? []).map((plan) => answer(planLabel(plan), planValue(plan))),
              turningsOf(known.list),
            ),
          },
        ],
        quick: [answer(text(known.pin ? 'everywhere' : 'onePin'), known.pin ? 'allPins' : 'onePin')],
      }),
      accepts: ({ data: { list, pin } }) =>
        anyOf(
          listAnswer(
            [
              ...(list?.plans ?? []).map((plan) => ({
                value: planValue(plan),
                labels: labelsOf(plan.title),
              })),
              pin
                ? { value: 'allPins', labels: bothOf('everywhere') }
                : { value: 'onePin', labels: bothOf('onePin') },
            ],
            turningsOf(list),
          ),
          textOf(PART_OF_TITLE),
        ),
      next: listed,
    }),
    pins: question({
      ask: ({ data: { pins } }) => ({
        messages: [
          {
            kind: 'question',
            text: text('whichPin', partOf(pins?.skip, pins?.items, pins?.all)),
            options: listOptions(
              (pins?.items ?? []).map(({ code, name }) => answer(text('at', { pin: name, code }), code)),
              turningsOf(pins),
            ),
          },
        ],
      }),
      accepts: ({ data: { pins } }) =>
        anyOf(
          listAnswer(
            (pins?.items ?? []).map(({ code, name }) => ({ value: code, labels: [code, ...labelsOf(name)] })),
            turningsOf(pins),
          ),
          textOf(PIN_CODE),
        ),
      async next(given, at) {
        const skip = turnedTo(given, at.data.pins?.skip ?? 0);
        if (skip !== undefined) return pinsFrom(skip, at);
        const pin = await pinTyped(given, at);
        return pin ? openAt(pin, at) : { again: text('noPin', { code: given }) };
      },
    }),
    plan: question({
      ask: ({ data: { plan } }) =>
        plan
          ? { messages: [planSummary(plan, deedOptions(deedsFor(plan)))] }
          : { messages: [say(text('notYours'))] },
      accepts: ({ data: { plan } }) => deedAnswer(plan ? deedsFor(plan) : []),
      next: doDeed,
    }),
    again: question({
      ask: ({ data: { plan } }) => ({
        messages: [
          {
            kind: 'question',
            text: text('whichAgain', { title: plan?.title ?? '' }),
            options: (['idCard', 'house', 'both'] as const).map((needs) => answer(text(needs), needs)),
          },
        ],
      }),
      accepts: oneOfOptions(
        (['idCard', 'house', 'both'] as const).map((value) => ({ value, labels: bothOf(value) })),
      ),
      next: (needs, at) => change({ idCard: needs !== 'house', house: needs !== 'idCard' }, at),
    }),
    blockers: question({
      ask: ({ data: { blockers = [], plan } }) => ({
        messages: [
          {
            kind: 'question',
            text: text('whichBlockers'),
            options: [
              ...BLOCKERS.map((one) => blockerOption(one, blockers.includes(one))),
              ...(blockers.length > 0 ? [answer(text('goOn'), 'goOn', 'main')] : []),
              ...(plan?.blockers.length ? [answer(text('noBlockers'), 'noBlockers')] : []),
            ],
          },
        ],
      }),
      accepts: blockerAnswer,
      next(given, at) {
        const { blockers = [] } = at.data;
        if (given === 'goOn')
          return blockers.length > 0 ? { to: 'reason' } : { again: text('chooseBlockers') };
        if ('toggle' in given) return { to: 'blockers', set: { blockers: toggled(blockers, given.toggle) } };
        if (given.are.length === 0) return change({ blockers: [], blockerText: null }, at);
        return { to: 'reason', set: { blockers: given.are } };
      },
    }),
    reason: question({
      ask: () => ({
        messages: [{ kind: 'question', text: text('askReason'), options: [answer(text('skip'), 'skip')] }],
      }),
      accepts: anyOf(skipAnswer, textOf(REASON_LENGTH)),
      next: (given, at) =>
        change(
          {
            blockers: [...(at.data.blockers ?? [])],
            blockerText: typeof given === 'string' ? given : null,
          },
          at,
        ),
    }),
    target: question({
      ask: ({ data: { plan }, now }) => ({
        messages: [
          {
            kind: 'question',
            text: text('askTarget', { example: exampleMonthEnd(now, 3) }),
            options: plan?.target ? [answer(text('clearTarget'), 'clear')] : [],
          },
        ],
      }),
      accepts: targetAnswer,
      next: (given, at) => change({ target: given === 'clear' ? null : given.date }, at),
    }),
    changed: closing(changedWords),
    undone: closing(undoneWords),
    nothingBehind: closing(() => ({ messages: [say(text('nothingBehind'))] })),
    noProcedures: closing(() => ({ messages: [say(text('noProcedures'))] })),
    notYours: closing(() => ({
      messages: [say(text('notYours'))],
      quick: [open(text('others'), 'copies')],
    })),
  },
});

function partOf(skip = 0, items: readonly unknown[] = [], all = 0) {
  return { from: skip + 1, to: skip + items.length, all };
}

const labelsOf = ({ th, en }: { th: string; en?: string | undefined }): string[] => (en ? [th, en] : [th]);

const planValue = ({ procedure, pin }: { procedure: string; pin?: string | undefined }): string =>
  pin ? `${procedure} ${pin}` : procedure;

function listHeading({ list, agency, pin }: Data) {
  const { skip = 0, plans = [], all = 0, overdue = 0, asking = 0, words } = list ?? {};
  if (words) return text('listNamed', { words, ...partOf(skip, plans, all) });
  const where = pin ? text('at', { pin: pin.name, code: pin.code }) : (agency?.name ?? '');
  return text('list', { agency: where, asking, all, overdue });
}

async function listed(given: string, at: At<Data>): Promise<Move<Data, StepName>> {
  const { list, pin: _pin, ...others } = at.data;
  const chosen = list?.plans.find((plan) => planValue(plan) === given);
  if (chosen) return openPlan(chosen, at);
  if (given === 'onePin') return pinsFrom(0, at);
  if (given === 'allPins') return plansFrom({ skip: 0 }, { ...at, data: others });
  const words = given === 'everything' ? undefined : list?.words;
  const skip = turnedTo(given, list?.skip ?? 0);
  if (skip !== undefined) return plansFrom({ skip, words }, at);
  const found = await plansFrom({ skip: 0, words: given }, at);
  return found.set?.list?.all === 0 ? { again: text('noneNamed', { words: given }) } : found;
}
