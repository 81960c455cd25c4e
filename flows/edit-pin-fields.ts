/** One question for each field of a pin, with what it is now, an example, and its own way of reading the answer. */

import { metresBetween } from './distance.ts';
import type { At } from './edit-pin-data.ts';
import { hoursSteps } from './edit-pin-hours.ts';
import { questionTexts } from './edit-pin-questions.ts';
import { done, withNews } from './edit-pin-steps.ts';
import { undoable, withStored } from './edit-pin-undo.ts';
import { anyOf, choiceOf, oneOfOptions, placeAnswer, textOf, yesOrNo } from './engine/accepts.ts';
import { type Asking, answer, type Option, type Position } from './engine/message.ts';
import { labelsOf, type Words } from './engine/text.ts';
import { officeKinds } from './office-kinds.ts';
import { noneOption, noneOr, personAnswer, phonesAnswer, websiteAnswer } from './pin-answers.ts';
import { coordinates, fieldTexts, type PinField, spotChoice, valueInWords } from './pin-fields.ts';

/** Characters as people see them. */
const NAME_LENGTH = { min: 3, max: 120 };
const ADDRESS_LENGTH = { min: 5, max: 200 };
/** LINE's longest text is cut by the search itself. */
const SEARCH_LENGTH = { min: 2, max: 80 };
const FOUND_AT_MOST = 5;
/** The same as `models/pin-fields`: more nobody reads on a telephone. */
const MOST_PHONES = 10;
/** Buildings inside of buildings that are looked through here; the write itself looks through all. */
const DEEPEST = 10;

const moves = choiceOf(questionTexts, { yes: 'moveIt', again: 'sendAgain' });
const proposal = choiceOf(questionTexts, { use: 'useIt' });

async function asked(field: PinField, at: At, words: Words, options: Option[] = []): Promise<Asking> {
  const pin = await at.find.pins.pinForWork(at.data.pin ?? '', at.person);
  const parent = pin?.parent ? await at.find.pin(pin.parent) : undefined;
  const value = pin ? valueInWords(field, pin, parent?.name) : fieldTexts('none');
  const sentence = questionTexts('now', { label: fieldTexts(field), value, question: words });
  const asking: Asking = { messages: [{ kind: 'question', text: sentence, options }] };
  return withNews(at, await withStored(field, at, asking));
}

export const fieldSteps = {
  nameTh: undoable({
    ask: (at) => asked('nameTh', at, questionTexts('nameTh')),
    accepts: textOf(NAME_LENGTH),
    next: (nameTh, at) =>
      /[\u0e01-\u0e2e]/.test(nameTh) ? done(at, { nameTh }) : { again: questionTexts('notThai') },
  }),
  nameEn: undoable({
    ask: (at) => asked('nameEn', at, questionTexts('nameEn'), [noneOption]),
    accepts: noneOr(textOf(NAME_LENGTH)),
    next: (nameEn, at) => {
      if (nameEn === 'none') return done(at, { nameEn: null });
      return /[a-z]/i.test(nameEn) ? done(at, { nameEn }) : { again: questionTexts('notEnglish') };
    },
  }),
  kind: undoable({
    ask: (at) => asked('kind', at, questionTexts('kind'), officeKinds.options),
    accepts: officeKinds.accept,
    next: (kind, at) => done(at, { kind }),
  }),
  position: undoable({
    ask: async (at) => {
      const asking = await asked('position', at, questionTexts('position'));
      const send: Option = { label: questionTexts('sendLocation'), do: { act: 'location' } };
      return { ...asking, quick: [send, ...(asking.quick ?? [])] };
    },
    accepts: placeAnswer,
    next: ({ position }) => ({ to: 'move', set: { position } }),
  }),
  move: undoable({
    ask: async (at) => withStored('position', at, await askMove(at)),
    accepts: anyOf(yesOrNo('yes', 'again'), moves.accept),
    next: (choice, at) => {
      const { position } = at.data;
      return choice === 'again' || !position
        ? { to: 'position', set: { position: undefined } }
        : done(at, { position });
    },
  }),
  spot: undoable({
    ask: (at) => asked('spot', at, questionTexts('spot'), spotChoice.options),
    accepts: spotChoice.accept,
    next: (spot, at) => done(at, { spot }),
  }),
  addressTh: undoable({
    async ask(at) {
      const proposed = await proposedAddress(at);
      if (!proposed) return asked('addressTh', at, questionTexts('addressTh'), [noneOption]);
      const sentence = questionTexts('proposed', {
        question: questionTexts('addressTh'),
        address: proposed.th,
      });
      return asked('addressTh', at, sentence, [...proposal.options, noneOption]);
    },
    accepts: noneOr(anyOf(proposal.accept, textOf(ADDRESS_LENGTH))),
    async next(given, at) {
      if (given === 'none') return done(at, { addressTh: null });
      if (given !== 'use') return done(at, { addressTh: given });
      const proposed = await proposedAddress(at);
      if (!proposed) return { again: questionTexts('addressTh') };
      return done(at, { addressTh: proposed.th, ...(proposed.en && { addressEn: proposed.en }) });
    },
  }),
  addressEn: undoable({
    ask: (at) => asked('addressEn', at, questionTexts('addressEn'), [noneOption]),
    accepts: noneOr(textOf(ADDRESS_LENGTH)),
    async next(given, at) {
      const pin = await at.find.pins.pinForWork(at.data.pin ?? '', at.person);
      if (given === 'none') return done(at, { addressEn: null });
      if (!pin?.address) return { again: questionTexts('thaiFirst') };
      return /[a-z]/i.test(given) ? done(at, { addressEn: given }) : { again: questionTexts('addressEn') };
    },
  }),
  phones: undoable({
    ask: (at) => asked('phones', at, questionTexts('phones'), [noneOption]),
    accepts: noneOr(phonesAnswer),
    next: (phones, at) => {
      if (phones === 'none') return done(at, { phones: null });
      const count = phones.length;
      return count > MOST_PHONES
        ? { again: questionTexts('tooManyPhones', { most: MOST_PHONES, count }) }
        : done(at, { phones });
    },
  }),
  website: undoable({
    ask: (at) => asked('website', at, questionTexts('website'), [noneOption]),
    accepts: noneOr(websiteAnswer),
    next: (website, at) => done(at, { website: website === 'none' ? null : website }),
  }),
  ...hoursSteps((at) => asked('hours', at, questionTexts('hours'), [noneOption])),
  parent: undoable({
    ask: (at) => asked('parent', at, questionTexts('parent'), [noneOption]),
    accepts: noneOr(textOf(SEARCH_LENGTH)),
    async next(words, at) {
      if (words === 'none') return done(at, { parent: null });
      const found = await at.find.pinsNamed(words, { skip: 0, limit: FOUND_AT_MOST + 1 });
      const others = found.filter(({ code }) => code !== at.data.pin).slice(0, FOUND_AT_MOST);
      if (others.length === 0) return { again: questionTexts('noneFound', { words }) };
      return {
        to: 'parentChoice',
        set: { found: others.map(({ code, name }) => ({ code, name })) },
      };
    },
  }),
  parentChoice: undoable({
    ask: (at) => withStored('parent', at, askParent(at)),
    accepts: ({ data: { found = [] } }) => {
      const { th, en } = questionTexts.texts.notListed;
      return oneOfOptions([
        ...found.map(({ code, name }) => ({ value: code, labels: labelsOf(name) })),
        { value: 'again', labels: [th, en] },
      ]);
    },
    async next(code, at) {
      if (code === 'again') return { to: 'parent', set: { found: undefined } };
      return (await isInside(code, at)) ? { again: questionTexts('roundAbout') } : done(at, { parent: code });
    },
  }),
  contact: undoable({
    ask: (at) => asked('contact', at, questionTexts('contact'), [noneOption]),
    accepts: noneOr(personAnswer),
    next: (contact, at) =>
      contact === 'none' ? done(at, { contact: null }) : { to: 'contactPhone', set: { contact } },
  }),
  contactPhone: undoable({
    ask: (at) =>
      withStored('contact', at, {
        messages: [{ kind: 'say', text: questionTexts('contactPhone', { name: at.data.contact ?? '' }) }],
      }),
    accepts: phonesAnswer,
    next: ([phone], at) =>
      phone && at.data.contact ? done(at, { contact: { name: at.data.contact, phone } }) : { to: 'contact' },
  }),
};

function askParent({ data: { found = [] } }: At): Asking {
  const options = [
    ...found.map(({ code, name }) => answer(name, code)),
    answer(questionTexts('notListed'), 'again'),
  ];
  return { messages: [{ kind: 'question', text: questionTexts('parentChoice'), options }] };
}

/** Whether that office is inside of this pin, as far as can be seen from here. */
async function isInside(code: string, { find, data: { pin } }: At): Promise<boolean> {
  let next: string | undefined = code;
  for (let depth = 0; depth < DEEPEST && next !== undefined; depth++) {
    if (next === pin) return true;
    next = (await find.pin(next))?.parent;
  }
  return false;
}

async function proposedAddress({ find, data: { pin = '' }, person }: At) {
  const known = await find.pins.pinForWork(pin, person);
  return known && find.pins.addressAt(known.position);
}

async function askMove(at: At): Promise<Asking> {
  const pin = await at.find.pins.pinForWork(at.data.pin ?? '', at.person);
  const after = at.data.position ?? pin?.position ?? [0, 0];
  const before = pin?.position ?? after;
  const outside = pin?.agency ? await at.find.pins.outsideDistrict(after, pin.agency) : undefined;
  const vars = {
    distance: { metres: metresBetween(before, after) },
    before: coordinates(before),
    after: coordinates(after),
  };
  const isThere = vars.distance.metres === 0;
  const question = isThere ? questionTexts('alreadyThere', vars) : questionTexts('move', vars);
  return {
    messages: [
      {
        kind: 'place',
        title: pin?.name ?? questionTexts('newPlace'),
        address: questionTexts('newPlace'),
        position: after,
      },
      {
        kind: 'question',
        text: question,
        ...(outside && { hint: outsideHint(outside, after) }),
        options: isThere ? moves.options.slice(1) : moves.options,
      },
    ],
  };
}

type Outside = NonNullable<Awaited<ReturnType<At['find']['pins']['outsideDistrict']>>>;

function outsideHint({ metres, own, found }: Outside, after: Position): Words {
  return questionTexts('outside', { distance: { metres }, own, found: found ?? coordinates(after) });
}
