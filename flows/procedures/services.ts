/**
 * บริการ: what an office offers, from the citizen manuals linked to its pin, and one service as a card. All buttons
 * carry the office and the service, so that none goes stale; nothing is kept when somebody leaves.
 */
import { z } from 'zod';
import { looseForm } from '../../models/thai/normal-form.ts';
import { anyOf, type GivenPlace, oneOfOptions, placeAnswer, textOf } from '../engine/accepts.ts';
import { defineFlow, stepsOf } from '../engine/define-flow.ts';
import type { Advance, At, Closing, Move } from '../engine/flow.ts';
import { type Option, open, type Position, say } from '../engine/message.ts';
import type { Words } from '../engine/text.ts';
import type { FoundPin } from '../found-pin.ts';
import { backToOffice, serviceCard } from './service-card.ts';
import { encodeServices, readServices } from './service-opening.ts';
import { text } from './service-texts.ts';

const name = z.object({ th: z.string(), en: z.string().optional() });
const data = z.object({
  /** The words no office fits; `near` when it was a place. */
  unfound: z.union([z.object({ words: z.string() }), z.literal('near')]).optional(),
  offices: z.array(z.object({ code: z.string(), name, area: name })).optional(),
  pin: z.string().optional(),
  office: name.optional(),
  procedure: z.string().optional(),
  /** How many services stand before the page shown, and what of their names was typed. */
  skip: z.number().optional(),
  all: z.number().optional(),
  words: z.string().optional(),
  items: z.array(z.object({ code: z.string(), title: name })).optional(),
});
type Data = z.infer<typeof data>;
type StepName = 'ask' | 'offices' | 'list' | 'few' | 'service' | 'none' | 'gone';
type Next = Advance<Data, StepName>;

/** Services on one page; with up to so many nothing needs to be searched. */
const PAGE = 8;
const OFFICES = 6;
const OFFICE_NAME = { min: 1, max: 200 };
const PART_OF_NAME = { min: 2, max: 60 };

const { question, closing } = stepsOf<Data, StepName>();
const sendLocation: Option = { label: text('sendLocation'), do: { act: 'location' } };

export const services = defineFlow({
  id: 'services',
  version: 1,
  data,
  text,
  title: text('title'),
  listed: true,
  words: { th: ['บริการ', 'บริการของสำนักงาน'], en: ['services', 'service'] },
  takesWords: true,
  needsConsent: false,
  browsing: ['ask', 'offices', 'list'],
  start({ value, words, position }, at) {
    const asked = readServices(value);
    if (asked) {
      if ('procedure' in asked) return { to: 'service', set: asked };
      return listOf(asked.pin, at, asked);
    }
    if (position) return officesNear(position, at);
    return words ? officesNamed(words, at) : { to: 'ask' };
  },
  // Nothing was answered that somebody would go on with.
  leave: () => null,
  steps: {
    ask: question({
      ask: ({ data: { unfound } }) => ({
        messages: [...(unfound ? [say(whyNone(unfound))] : []), say(text('ask'))],
        quick: [sendLocation],
      }),
      accepts: anyOf(placeAnswer, textOf(OFFICE_NAME)),
      next: officesFor,
    }),
    offices: question({
      ask: ({ data: { offices = [] } }) => ({
        messages: [
          {
            kind: 'question',
            text: text('whichOffice'),
            options: offices.map(({ code, ...office }) => open(officeLabel(office), 'services', code)),
          },
        ],
        quick: [sendLocation],
      }),
      accepts: ({ data: { offices = [] } }) =>
        anyOf(
          oneOfOptions(offices.map(({ code, name: { th, en = th } }) => ({ value: code, labels: [th, en] }))),
          anyOf(placeAnswer, textOf(OFFICE_NAME)),
        ),
      next: (given, at) =>
        at.data.offices?.some(({ code }) => code === given) && typeof given === 'string'
          ? listOf(given, at)
          : otherOffices(given, at),
    }),
    list: question({
      ask: ({ data: shown }) => ({
        messages: [
          { kind: 'question', text: heading(shown), hint: text('searchToo'), options: listOptions(shown) },
        ],
      }),
      accepts: ({ data: { items = [] } }) =>
        anyOf(
          oneOfOptions(items.map(({ code, title: { th, en = th } }) => ({ value: code, labels: [th, en] }))),
          textOf(PART_OF_NAME),
        ),
      async next(given, at) {
        const { pin = '', items = [] } = at.data;
        if (items.some(({ code }) => code === given)) return { to: 'service', set: { procedure: given } };
        const found = await listOf(pin, at, { skip: 0, words: given });
        return found.set?.all === 0 ? { again: text('noneWith', { words: given }) } : found;
      },
    }),
    few: closing(({ data: shown }) => ({
      messages: [{ kind: 'question', text: heading(shown), options: listOptions(shown) }],
      quick: [backToOffice(shown.pin ?? '')],
    })),
    service: closing(oneService),
    none: closing(({ data: { pin = '', office = { th: pin } } }) => ({
      messages: [say(text('none', { office }))],
      quick: [backToOffice(pin), sendLocation],
    })),
    gone: closing(() => ({ messages: [say(text('gone'))], quick: [sendLocation] })),
  },
});

function whyNone(unfound: NonNullable<Data['unfound']>): Words {
  return unfound === 'near' ? text('nothingNear') : text('nothingNamed', unfound);
}

function officeLabel({ name: called, area }: { name: FoundPin['name']; area: FoundPin['area'] }): Words {
  return area.th ? text('inArea', { name: called, area }) : called;
}

function officesFor(given: string | GivenPlace, at: At<Data>): Promise<Next> {
  return typeof given === 'string' ? officesNamed(given, at) : officesNear(given.position, at);
}

/** Where offices are shown already, they stay when others are not found. */
async function otherOffices(given: string | GivenPlace, at: At<Data>): Promise<Move<Data, StepName>> {
  const found = await officesFor(given, at);
  return found.set?.unfound ? { again: whyNone(found.set.unfound) } : found;
}

async function officesNamed(words: string, at: At<Data>): Promise<Next> {
  const asked = words.slice(0, OFFICE_NAME.max);
  const found = await at.find.pinsNamed(asked, { skip: 0, limit: OFFICES });
  return among(found, { words: asked }, at);
}

async function officesNear(position: Position, at: At<Data>): Promise<Next> {
  return among(await at.find.pinsNear(position, { skip: 0, limit: OFFICES }), 'near', at);
}

async function among(found: FoundPin[], unfound: NonNullable<Data['unfound']>, at: At<Data>): Promise<Next> {
  const [first, ...others] = found;
  if (!first) return { to: 'ask', set: { unfound } };
  if (others.length === 0) return listOf(first.code, at);
  const offices = found.map(({ code, name: called, area }) => ({ code, name: called, area }));
  return { to: 'offices', set: { offices, unfound: undefined } };
}

/** One page of what an office offers, or that it is not on the map or offers nothing. */
async function listOf(
  pin: string,
  { find }: At<Data>,
  { skip = 0, words }: { skip?: number; words?: string } = {},
): Promise<Next> {
  const found = await find.pin(pin);
  if (!found) return { to: 'gone' };
  const offered = await find.procedures.ofPin(found.code);
  const office = { pin: found.code, office: found.name };
  if (offered.length === 0) return { to: 'none', set: office };
  const part = looseForm(words ?? '');
  const fitting = offered.filter(({ title: { th, en = '' } }) =>
    [th, en].some((written) => looseForm(written).includes(part)),
  );
  // The list may have become shorter since the button was made.
  const from = skip < fitting.length ? skip : 0;
  const items = fitting.slice(from, from + PAGE).map(({ code, title }) => ({ code, title }));
  const set = { ...office, skip: from, all: fitting.length, words, items };
  return { to: offered.length > PAGE ? 'list' : 'few', set };
}

function heading({ office = { th: '' }, skip = 0, all = 0, words, items = [] }: Data): Words {
  const part = { office, from: skip + 1, to: skip + items.length, all };
  return words ? text('withWords', { ...part, words }) : text('list', part);
}

function listOptions({ pin = '', items = [], skip = 0, all = 0, words }: Data): Option[] {
  const page = (at: number) => encodeServices({ pin, skip: at, ...(words && { words }) });
  return [
    ...items.map(({ code, title }) => open(title, 'services', encodeServices({ pin, procedure: code }))),
    ...(skip + PAGE < all ? [open(text('next'), 'services', page(skip + PAGE))] : []),
    ...(skip > 0 ? [open(text('previous'), 'services', page(Math.max(0, skip - PAGE)))] : []),
    ...(words ? [open(text('everything'), 'services', encodeServices({ pin, skip: 0 }))] : []),
  ];
}

async function oneService({ data: { pin = '', procedure: code = '' }, find }: At<Data>): Promise<Closing> {
  const found = await find.pin(pin);
  if (!found) return { messages: [say(text('gone'))], quick: [sendLocation] };
  const offered = await find.procedures.ofPin(found.code);
  const procedure = offered.some((one) => one.code === code)
    ? await find.procedures.procedure(code)
    : undefined;
  if (!procedure) {
    const others = open(text('others'), 'services', found.code);
    return {
      messages: [say(text('notHere', { office: found.name }))],
      quick: [others, backToOffice(found.code)],
    };
  }
  const copies = await find.copies.atPin(found.code);
  return serviceCard(
    found,
    procedure,
    copies.find((one) => one.procedure === code),
  );
}
