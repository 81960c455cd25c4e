/** Making a complaint: which office or place, what kind of complaint, and whether somebody reported it before. */
import { bangkokDate } from '../../models/thai/calendar.ts';
import { isWord } from '../answers/words.ts';
import { anyOf, type GivenPlace, oneOfOptions, placeAnswer, valueNumbered } from '../engine/accepts.ts';
import type { Accept, Move } from '../engine/flow.ts';
import { type Asking, answer, type Option, open, say } from '../engine/message.ts';
import { labelsOf, type Text } from '../engine/text.ts';
import { unlessCommand } from '../unless-command.ts';
import { beginningOf, wordsOf } from './case-answers.ts';
import { categories, targetName } from './case-words.ts';
import {
  type At,
  closing,
  type Data,
  filled,
  hasLeftAnother,
  isPlaced,
  question,
  type StepName,
  targetOf,
} from './complain-data.ts';
import { aboutArea, aboutOffice, kept, placed, unlessAlike } from './complain-place.ts';
import { text } from './complain-texts.ts';

/** Enough to recognise one's own words by. */
const WORDS_SHOWN = 200;
const NONE = 'none';
const LATER = 'later';

const sendLocation: Option = { label: text('sendLocation'), do: { act: 'location' } };
const both = (key: 'notListed' | 'different' | 'later'): string[] => [text.texts[key].th, text.texts[key].en];

/** A name, a code, an area, a position, or what happened; a command with words behind it is none. */
const whereabouts: Accept<string | GivenPlace> = unlessCommand(anyOf(placeAnswer, wordsOf({ min: 2 })));

/** Its button, its number or its whole words: a single letter may begin a name. */
const later: Accept<typeof LATER> = {
  freeText: false,
  read(input) {
    const isTapped = input.kind === 'chosen' && input.value === LATER;
    const isNumbered = input.kind === 'text' && /\p{Nd}/u.test(input.text) && valueNumbered(input) === LATER;
    const isTyped = input.kind === 'text' && isWord(input.text, both('later'));
    return isTapped || isNumbered || isTyped ? { ok: true, value: LATER } : { ok: false };
  },
};

/** The steps from where it happened to whether it is known already. */
export const aboutSteps = {
  about: question({
    ask: askAbout,
    accepts: ({ data: given }) => (mayComeLater(given) ? anyOf(later, whereabouts) : whereabouts),
    next: (given, at) =>
      given === LATER && mayComeLater(at.data) ? filled(at, { placeLater: true }) : placed(given, at),
  }),
  pick: question({
    ask: ({ data: { found = [], areas = [] } }) => ({
      messages: [
        {
          kind: 'question',
          text: text(areas.length > 0 ? 'pickPlace' : 'pick'),
          options: [
            ...areas.map(({ code, name }) => answer(text('place', { area: name }), code)),
            ...found.map(({ code, name, area }) =>
              answer(area.th ? text('inArea', { name, area }) : name, code),
            ),
            answer(text('notListed'), NONE),
          ],
        },
      ],
      quick: [sendLocation],
    }),
    accepts: ({ data: { found = [], areas = [] } }) => {
      const listed = oneOfOptions([
        ...areas.map(({ code, name }) => ({ value: code, labels: [...labelsOf(name)] })),
        ...found.map(({ code, name }) => ({ value: code, labels: [code, ...labelsOf(name)] })),
        { value: NONE, labels: both('notListed') },
      ]);
      const tapped: Accept<{ listed: string }> = {
        freeText: false,
        read(input, now) {
          const reading = listed.read(input, now);
          return reading.ok ? { ok: true, value: { listed: reading.value } } : reading;
        },
      };
      return anyOf(tapped, whereabouts);
    },
    async next(given, at): Promise<Move<Data, StepName>> {
      if (typeof given !== 'object' || !('listed' in given)) return placed(given, at);
      const { typed, areas = [] } = at.data;
      const none = { found: undefined, areas: undefined, typed: undefined };
      // What fits no office may have been what happened.
      if (given.listed === NONE) return { to: 'about', set: { ...none, ...kept(typed, at) } };
      const area = areas.find(({ code }) => code === given.listed);
      if (area) return aboutArea(area, at);
      const pin = await at.find.pin(given.listed);
      return pin ? aboutOffice(pin, at) : { again: text('officeGone') };
    },
  }),
  category: question({
    ask: ({ data: given }) => {
      const target = targetOf(given);
      const words = target ? text('category', { about: targetName(target) }) : text('categoryAlone');
      return { messages: [{ kind: 'question', text: words, options: categories.options }] };
    },
    accepts: categories.accept,
    async next(category, at) {
      const { pin, words } = at.data;
      return (await hasLeftAnother(at))
        ? { to: 'draft', set: { opened: pin ?? words } }
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

/** Where it happened can wait, once, till all else is said. */
const mayComeLater = (given: Data): boolean => !given.placeLater && !isPlaced(given);

function askAbout({ data: given, turn, run }: At): Asking {
  const quick = mayComeLater(given) ? [sendLocation, answer(text('later'), LATER)] : [sendLocation];
  return { messages: [say(aboutWords(given, turn === run))], quick };
}

function aboutWords({ isGone, words, category, ...given }: Data, isFirst: boolean): Text {
  if (isGone) return text('officeGone');
  if (given.placeLater) return text('aboutLast');
  if (words && !isPlaced(given)) return text('wordsKept', { words: beginningOf(words, WORDS_SHOWN) });
  return text(isFirst && !category ? 'about' : 'aboutAgain');
}

function alikeOption({ code, area, metres, at }: NonNullable<Data['alike']>[number]): Option {
  return answer(text('alikeOne', { area, distance: { metres }, date: { date: bangkokDate(at) } }), code);
}
