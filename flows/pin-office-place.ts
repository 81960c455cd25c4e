/** Pinning an office: where it is, with a second question where the position looks wrong, and which spot of it that is. */
import type { PinFields } from './effects.ts';
import { anyOf, choiceOf, placeAnswer, yesOrNo } from './engine/accepts.ts';
import type { Advance } from './engine/flow.ts';
import type { Asking, Option, Position } from './engine/message.ts';
import { roleOf } from './engine/who.ts';
import { exampleMessage } from './photo-message.ts';
import { coordinates } from './pin-fields.ts';
import {
  type At,
  type Data,
  filled,
  question,
  type StepName,
  text,
  thereOrAgain,
} from './pin-office-steps.ts';

/** Thailand with a margin, degrees. Only a reason to ask, never to refuse: some offices are abroad. */
const THAILAND = { south: 5.5, north: 20.6, west: 97.2, east: 105.8 };

const spots = choiceOf(text, { entrance: 'entrance', counter: 'counter', centre: 'centre' });
const turnedAnswers = choiceOf(text, { there: 'turnThem', again: 'sendAgain' });

/** The steps from the position to the spot. */
export const placeSteps = {
  position: question({
    ask: ({ turn, run }) => ({
      messages: [
        // Once is enough: whoever is asked again has seen it.
        ...(turn === run ? [exampleMessage(text('example'))] : []),
        { kind: 'say', text: text('position') },
      ],
      quick: [{ label: text('sendLocation'), do: { act: 'location' } }],
    }),
    accepts: placeAnswer,
    next({ position, address, turned }, at) {
      const set = { position, address };
      if (turned) return { to: 'turned', set: { fields: { ...at.data.fields, ...set } } };
      if (!isInThailand(position)) return { to: 'abroad', set: { fields: { ...at.data.fields, ...set } } };
      return placed(at, set);
    },
  }),
  turned: question({
    ask: (at) => askAbout('turned', turnedAnswers.options, at),
    accepts: anyOf(yesOrNo('there', 'again'), turnedAnswers.accept),
    next: (choice, at) => (choice === 'again' ? { to: 'position' } : placed(at, {})),
  }),
  abroad: question({
    ask: (at) => askAbout('abroad', thereOrAgain.options, at),
    accepts: anyOf(yesOrNo('there', 'again'), thereOrAgain.accept),
    next: (choice, at) => (choice === 'again' ? { to: 'position' } : placed(at, {})),
  }),
  outside: question({
    ask: askOutside,
    accepts: anyOf(yesOrNo('there', 'again'), thereOrAgain.accept),
    next: (choice, at) => (choice === 'again' ? { to: 'position' } : filled(at, {}, 'spot')),
  }),
  spot: question({
    ask: () => ({ messages: [{ kind: 'question', text: text('spot'), options: spots.options }] }),
    accepts: spots.accept,
    next: (spot, at) => filled(at, { spot }, 'name'),
  }),
};

/** A position given: on to the next question, unless it lies far outside of the agency's district. */
async function placed(at: At, set: PinFields): Promise<Advance<Data, StepName>> {
  const fields = { ...at.data.fields, ...set };
  const agency = roleOf('official', at.who)?.agency;
  const outside = agency && fields.position && (await at.find.pins.outsideDistrict(fields.position, agency));
  return outside ? { to: 'outside', set: { fields } } : filled(at, set, 'spot');
}

async function askOutside({ data: { fields: given }, find, who }: At): Promise<Asking> {
  const position = given?.position ?? [0, 0];
  const outside = await find.pins.outsideDistrict(position, roleOf('official', who)?.agency ?? '');
  const { metres = 0, own = '', found = coordinates(position) } = outside ?? {};
  const sentence = text('outside', { distance: { metres }, own, found });
  return { messages: [{ kind: 'question', text: sentence, options: thereOrAgain.options }] };
}

function askAbout(key: 'turned' | 'abroad', options: Option[], { data: { fields: given } }: At): Asking {
  const place = coordinates(given?.position ?? [0, 0]);
  return { messages: [{ kind: 'question', text: text(key, { place }), options }] };
}

function isInThailand([lng, lat]: Position): boolean {
  return lat >= THAILAND.south && lat <= THAILAND.north && lng >= THAILAND.west && lng <= THAILAND.east;
}
