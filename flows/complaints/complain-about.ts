/** Making a complaint: which office or place, what kind of complaint, and whether somebody reported it before. */
import { bangkokDate } from '../../models/thai/calendar.ts';
import { anyOf, type GivenPlace, oneOfOptions, placeAnswer, textOf } from '../engine/accepts.ts';
import type { Accept, Move } from '../engine/flow.ts';
import { answer, type Option, open, type Position, say } from '../engine/message.ts';
import { labelsOf } from '../engine/text.ts';
import type { FoundPin } from '../found-pin.ts';
import { categories, targetName } from './case-words.ts';
import {
  type At,
  closing,
  type Data,
  filled,
  hasLeftAnother,
  question,
  type Step,
  type StepName,
  targetOf,
} from './complain-data.ts';
import { text } from './complain-texts.ts';

/** Offices that fit, on one list; farther down nothing fits well. */
const FOUND_AT_MOST = 6;
/** No name is longer. */
const NAME_LENGTH = { min: 2, max: 80 };
const NONE = 'none';

const sendLocation: Option = { label: text('sendLocation'), do: { act: 'location' } };
const both = (key: 'notListed' | 'different'): string[] => [text.texts[key].th, text.texts[key].en];

/** A name, a code or a position. */
const whereabouts: Accept<string | GivenPlace> = anyOf(onlyPlaces(), textOf(NAME_LENGTH));

/** Coordinates and location messages; what else is typed is a name. */
function onlyPlaces(): Accept<GivenPlace> {
  return { freeText: true, read: (input, now) => placeAnswer.read(input, now) };
}

/** The steps from where it happened to whether it is known already. */
export const aboutSteps = {
  about: question({
    ask: ({ data: { isGone, category }, turn, run }) => ({
      messages: [say(text(isGone ? 'officeGone' : turn === run && !category ? 'about' : 'aboutAgain'))],
      quick: [sendLocation],
    }),
    accepts: whereabouts,
    next: (given, at) => placed(given, at),
  }),
  pick: question({
    ask: ({ data: { found = [] } }) => ({
      messages: [
        {
          kind: 'question',
          text: text('pick'),
          options: [
            ...found.map(({ code, name, area }) =>
              answer(area.th ? text('inArea', { name, area }) : name, code),
            ),
            answer(text('notListed'), NONE),
          ],
        },
      ],
      quick: [sendLocation],
    }),
    accepts: ({ data: { found = [] } }) => {
      const listed = oneOfOptions([
        ...found.map(({ code, name }) => ({ value: code, labels: [code, ...labelsOf(name)] })),
        { value: NONE, labels: both('notListed') },
      ]);
      const tapped: Accept<{ listed: string }> = {
        freeText: true,
        read(input, now) {
          const reading = listed.read(input, now);
          return reading.ok ? { ok: true, value: { listed: reading.value } } : reading;
        },
      };
      return anyOf(tapped, whereabouts);
    },
    async next(given, at): Promise<Move<Data, StepName>> {
      if (typeof given !== 'object' || !('listed' in given)) return placed(given, at);
      if (given.listed === NONE) return { to: 'about', set: { found: undefined } };
      const pin = await at.find.pin(given.listed);
      return pin ? aboutOffice(pin, at) : { again: text('officeGone') };
    },
  }),
  category: question({
    ask: ({ data: given }) => {
      const target = targetOf(given);
      const about = target ? targetName(target) : '';
      return {
        messages: [{ kind: 'question', text: text('category', { about }), options: categories.options }],
      };
    },
    accepts: categories.accept,
    async next(category, at) {
      const { pin } = at.data;
      return (await hasLeftAnother(at))
        ? { to: 'draft', set: { opened: pin } }
        : unlessAlike({ category }, at);
    },
  }),
  alike: question({
    ask: ({ data: { alike = [] } }) => ({
      messages: [
        {
          kind: 'question',
          text: text('alike'),
          options: [...alike.map(alikeOption), answer(text('different'), NONE)],
        },
      ],
    }),
    accepts: ({ data: { alike = [] } }) =>
      oneOfOptions([
        ...alike.map(({ code }) => ({ value: code, labels: [code] })),
        { value: NONE, labels: both('different') },
      ]),
    next(chosen, at) {
      if (chosen === NONE) return filled(at, { alike: undefined, isOwn: true });
      return {
        to: 'followed',
        set: { follow: chosen },
        effects: [
          { do: 'followComplaint', id: at.turn, code: chosen },
          { do: 'discardComplaintDraft', id: at.turn },
        ],
      };
    },
  }),
  followed: closing(({ outcomes, data: { follow: code = '' } }) => {
    const result = outcomes.find((outcome) => outcome.of === 'followComplaint')?.result;
    if (result === 'gone' || result === undefined)
      return { messages: [say(text('followGone'))], quick: [open(text('complainAnew'), 'complain', 'new')] };
    return {
      messages: [say(text(result === 'already' ? 'already' : 'followed', { code }))],
      quick: [open(text('track'), 'track-complaint', code)],
    };
  }),
};

/** Where it happened, as somebody says it: the one office of that name, several to choose from, or a place. */
export async function placed(given: string | GivenPlace, at: At): Promise<Move<Data, StepName>> {
  if (typeof given !== 'string') return aboutPlace(given.position, at);
  const found = await at.find.pinsNamed(given, { skip: 0, limit: FOUND_AT_MOST });
  const [only, ...others] = found;
  if (!only) return { again: text('noneNamed', { words: given }) };
  if (others.length === 0) return aboutOffice(only, at);
  return { to: 'pick', set: { found: found.map(({ code, name, area }) => ({ code, name, area })) } };
}

/** Goes on with an office. */
export function aboutOffice({ code, name }: FoundPin, at: At): Promise<Step> {
  const other = { position: undefined, isGone: undefined, found: undefined };
  return unlessAlike({ pin: code, name, ...other }, at);
}

async function aboutPlace(position: Position, at: At): Promise<Step> {
  const area = (await at.find.pins.addressAt(position)) ?? { th: '' };
  return unlessAlike({ position, name: area, pin: undefined, isGone: undefined, found: undefined }, at);
}

/** Offers open cases like it, once for each place and category. */
async function unlessAlike(set: Step['set'] & object, at: At): Promise<Step> {
  const next = filled(at, { ...set, isOwn: undefined });
  const given = { ...at.data, ...set };
  const position = given.position ?? (given.pin ? (await at.find.pin(given.pin))?.position : undefined);
  if (!position || !given.category) return next;
  const alike = await at.find.complaints.alike(position, given.category);
  if (alike.length === 0) return next;
  return { ...next, to: 'alike', set: { ...next.set, alike } };
}

function alikeOption({ code, area, metres, at }: NonNullable<Data['alike']>[number]): Option {
  return answer(text('alikeOne', { area, distance: { metres }, date: { date: bangkokDate(at) } }), code);
}
