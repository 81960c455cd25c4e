/**
 * คู่มือ: officials say which citizen manuals are used at which of their agency's pins: one pin after the other with a
 * tick list, or all at once; and add what the manuals miss.
 */
import { anyOf, choiceOf, oneOfOptions, yesOrNo } from '../engine/accepts.ts';
import { defineFlow } from '../engine/define-flow.ts';
import type { Closing, Opening } from '../engine/flow.ts';
import { answer, type Option, open, say } from '../engine/message.ts';
import type { Words } from '../engine/text.ts';
import { roleOf } from '../engine/who.ts';
import { adding } from './manual-adding.ts';
import { type At, closing, data, type Next, question } from './manual-data.ts';
import { text } from './manual-texts.ts';
import { askAll, openTicks, ticks } from './manual-ticks.ts';
import type { PinWithProcedures } from './procedure-look-ups.ts';

/** Pins on one page. */
const PAGE = 8;
const UNDO = 'undo ';

const sure = choiceOf(text, { yes: 'yesAll', no: 'noAll' });
const TURNING = ['next', 'previous', 'everywhere'] as const;
type Turning = (typeof TURNING)[number];

export const manuals = defineFlow({
  id: 'manuals',
  version: 1,
  data,
  text,
  title: text('title'),
  listed: true,
  words: { th: ['คู่มือ', 'คู่มือประชาชน', 'ปักหมุดคู่มือ'], en: ['manuals', 'manual'] },
  takesWords: false,
  needsConsent: true,
  needs: ['official'],
  start,
  steps: {
    pins: question({
      async ask({ data: { agency = '', skip = 0 }, find, person }) {
        const found = await find.procedures.pinsOf(agency, person, { skip, limit: PAGE });
        if (!found) return { messages: [say(text('notYours'))] };
        if (found.all === 0) return { messages: [say(text('noPins'))] };
        const { pins, all, withoutAny } = found;
        const part = { from: skip + 1, to: skip + pins.length, all, withoutAny };
        return {
          messages: [{ kind: 'question', text: text('pins', part), options: pins.map(pinOption) }],
          quick: turningsAt(skip, all).map((value) => answer(text(value), value)),
        };
      },
      accepts: ({ data: { pins = [] } }) =>
        anyOf(
          oneOfOptions(pins.map(({ code, name: { th, en = th } }) => ({ value: code, labels: [th, en] }))),
          oneOfOptions(TURNING.map((value) => ({ value, labels: bothOf(value) }))),
        ),
      next(chosen, at) {
        const { agency = '', pins = [], skip = 0 } = at.data;
        const pin = pins.find(({ code }) => code === chosen);
        if (pin) return openTicks(pin, agency, at);
        if (chosen === 'everywhere') return askAll(agency, at);
        return pinsFrom(chosen === 'next' ? skip + PAGE : Math.max(0, skip - PAGE), agency, at);
      },
    }),
    ticks,
    confirmAll: question({
      ask: ({ data: { numbers: { pins, procedures } = { pins: 0, procedures: 0 } } }) => ({
        messages: [
          { kind: 'question', text: text('confirmAll', { pins, procedures }), options: sure.options },
        ],
      }),
      accepts: anyOf(yesOrNo('yes', 'no'), sure.accept),
      next(choice, at) {
        const { agency = '', pin } = at.data;
        if (choice === 'yes')
          return { to: 'allDone', effects: [{ do: 'linkAllProcedures', id: at.turn, agency }] };
        return pin ? { to: 'ticks' } : pinsFrom(0, agency, at);
      },
    }),
    ...adding,
    saved: closing(savedWords),
    allDone: closing(({ outcomes, turn, data: { agency = '' } }) => {
      const done = outcomes.find((outcome) => outcome.of === 'linkAllProcedures');
      if (done?.result !== 'linked') return refused();
      const { pins, procedures } = done;
      return {
        messages: [say(text('allDone', { pins, procedures }))],
        quick: [open(text('undoAll'), 'manuals', `${UNDO}${agency} ${turn}`), otherPins],
      };
    }),
    undone: closing(({ outcomes }) => {
      const done = outcomes.find((outcome) => outcome.of === 'unlinkProcedures');
      if (done?.result !== 'unlinked') return refused();
      return { messages: [say(text('undone', { count: done.count }))], quick: [otherPins] };
    }),
    noPins: closing(() => ({
      messages: [say(text('noPins'))],
      quick: [open(text('pinOne'), 'pin-office', 'new')],
    })),
    notYours: closing(() => ({ messages: [say(text('notYours'))], quick: [otherPins, myPins] })),
  },
});

const otherPins: Option = open(text('otherPins'), 'manuals');
const myPins: Option = open(text('myPins'), 'my-pins');

function refused(): Closing {
  return { messages: [say(text('refused'))], quick: [myPins] };
}

/** A pin's code opens its list; without one all pins of the agency are listed. */
async function start({ value }: Opening, at: At): Promise<Next> {
  if (value.startsWith(UNDO)) {
    const [agency = '', of = ''] = value.slice(UNDO.length).split(' ');
    return { to: 'undone', effects: [{ do: 'unlinkProcedures', id: at.turn, agency, of }] };
  }
  const agency = roleOf('official', at.who)?.agency ?? '';
  if (!value) return pinsFrom(0, agency, at);
  const pin = await at.find.pins.pinForWork(value, at.person);
  if (pin?.state !== 'published') return { to: 'notYours' };
  return openTicks({ code: pin.code, name: pin.name }, pin.agency ?? agency, at);
}

async function pinsFrom(skip: number, agency: string, { find, person }: At): Promise<Next> {
  const found = await find.procedures.pinsOf(agency, person, { skip, limit: PAGE });
  if (!found) return { to: 'notYours' };
  if (found.all === 0) return { to: 'noPins' };
  const pins = found.pins.map(({ code, name }) => ({ code, name }));
  return { to: 'pins', set: { agency, skip, pins, pin: undefined } };
}

function pinOption({ code, name, linked }: PinWithProcedures): Option {
  const count = linked.length;
  const label: Words = count > 0 ? text('pinWith', { name, count }) : text('pinWithout', { name });
  return answer(label, code);
}

function turningsAt(skip: number, all: number): Turning[] {
  return [
    ...(skip + PAGE < all ? (['next'] as const) : []),
    ...(skip > 0 ? (['previous'] as const) : []),
    'everywhere',
  ];
}

function bothOf(key: Turning): string[] {
  const { th, en } = text.texts[key];
  return [th, en];
}

async function savedWords({ outcomes, find, person, data: { agency = '', pin } }: At): Promise<Closing> {
  const done = outcomes.find((outcome) => outcome.of === 'linkProcedures');
  if (done?.result !== 'linked' || !pin) return refused();
  const left = (await find.procedures.pinsOf(agency, person, { skip: 0, limit: 1 }))?.withoutAny ?? 0;
  const news = { pin: pin.name, count: done.count };
  return {
    messages: [say(left > 0 ? text('savedLeft', { ...news, withoutAny: left }) : text('saved', news))],
    quick: [otherPins, open(text('seeServices'), 'services', pin.code)],
  };
}
