/** One question for each field of a pin, with what it is now, an example, and its own way of reading the answer. */

import { metresBetween } from './distance.ts';
import { questionTexts } from './edit-pin-questions.ts';
import { type At, done, question, withNews } from './edit-pin-steps.ts';
import { anyOf, choiceOf, oneOfOptions, placeAnswer, textOf, yesOrNo } from './engine/accepts.ts';
import { type Asking, answer, type Option } from './engine/message.ts';
import type { Words } from './engine/text.ts';
import { officeKinds } from './office-kinds.ts';
import { hoursAnswer, noneOption, noneOr, personAnswer, phonesAnswer, websiteAnswer } from './pin-answers.ts';
import { coordinates, fieldTexts, type PinField, spotChoice, valueInWords } from './pin-fields.ts';

/** Characters as people see them. */
const NAME_LENGTH = { min: 3, max: 120 };
const ADDRESS_LENGTH = { min: 5, max: 200 };
/** LINE's longest text is cut by the search itself. */
const SEARCH_LENGTH = { min: 2, max: 80 };
const FOUND_AT_MOST = 5;

const moves = choiceOf(questionTexts, { yes: 'moveIt', again: 'sendAgain' });
const proposal = choiceOf(questionTexts, { use: 'useIt' });

async function asked(field: PinField, at: At, words: Words, options: Option[] = []): Promise<Asking> {
  const pin = await at.find.pins.pinForWork(at.data.pin ?? '', at.person);
  const parent = pin?.parent ? await at.find.pin(pin.parent) : undefined;
  const value = pin ? valueInWords(field, pin, parent?.name) : fieldTexts('none');
  const sentence = questionTexts('now', { label: fieldTexts(field), value, question: words });
  return withNews(at, { messages: [{ kind: 'question', text: sentence, options }] });
}

export const fieldSteps = {
  nameTh: question({
    ask: (at) => asked('nameTh', at, questionTexts('nameTh')),
    accepts: textOf(NAME_LENGTH),
    next: (nameTh, at) =>
      /[\u0e01-\u0e2e]/.test(nameTh) ? done(at, { nameTh }) : { again: questionTexts('notThai') },
  }),
  nameEn: question({
    ask: (at) => asked('nameEn', at, questionTexts('nameEn'), [noneOption]),
    accepts: noneOr(textOf(NAME_LENGTH)),
    next: (nameEn, at) => {
      if (nameEn === 'none') return done(at, { nameEn: null });
      return /[a-z]/i.test(nameEn) ? done(at, { nameEn }) : { again: questionTexts('notEnglish') };
    },
  }),
  kind: question({
    ask: (at) => asked('kind', at, questionTexts('kind'), officeKinds.options),
    accepts: officeKinds.accept,
    next: (kind, at) => done(at, { kind }),
  }),
  position: question({
    ask: async (at) => ({
      ...(await asked('position', at, questionTexts('position'))),
      quick: [{ label: questionTexts('sendLocation'), do: { act: 'location' } }],
    }),
    accepts: placeAnswer,
    next: ({ position }) => ({ to: 'move', set: { position } }),
  }),
  move: question({
    ask: askMove,
    accepts: anyOf(yesOrNo('yes', 'again'), moves.accept),
    next: (choice, at) => {
      const { position } = at.data;
      return choice === 'again' || !position
        ? { to: 'position', set: { position: undefined } }
        : done(at, { position });
    },
  }),
  spot: question({
    ask: (at) => asked('spot', at, questionTexts('spot'), spotChoice.options),
    accepts: spotChoice.accept,
    next: (spot, at) => done(at, { spot }),
  }),
  addressTh: question({
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
  addressEn: question({
    ask: (at) => asked('addressEn', at, questionTexts('addressEn'), [noneOption]),
    accepts: noneOr(textOf(ADDRESS_LENGTH)),
    async next(given, at) {
      const pin = await at.find.pins.pinForWork(at.data.pin ?? '', at.person);
      if (given === 'none') return done(at, { addressEn: null });
      if (!pin?.address) return { again: questionTexts('thaiFirst') };
      return /[a-z]/i.test(given) ? done(at, { addressEn: given }) : { again: questionTexts('addressEn') };
    },
  }),
  phones: question({
    ask: (at) => asked('phones', at, questionTexts('phones'), [noneOption]),
    accepts: noneOr(phonesAnswer),
    next: (phones, at) => done(at, { phones: phones === 'none' ? null : phones }),
  }),
  website: question({
    ask: (at) => asked('website', at, questionTexts('website'), [noneOption]),
    accepts: noneOr(websiteAnswer),
    next: (website, at) => done(at, { website: website === 'none' ? null : website }),
  }),
  hours: question({
    ask: (at) => asked('hours', at, questionTexts('hours'), [noneOption]),
    accepts: noneOr(hoursAnswer),
    next: (hours, at) => done(at, { hours: hours === 'none' ? null : hours }),
  }),
  parent: question({
    ask: (at) => asked('parent', at, questionTexts('parent'), [noneOption]),
    accepts: noneOr(textOf(SEARCH_LENGTH)),
    async next(words, at) {
      if (words === 'none') return done(at, { parent: null });
      const found = await at.find.pinsNamed(words, { skip: 0, limit: FOUND_AT_MOST + 1 });
      const others = found.filter(({ code }) => code !== at.data.pin).slice(0, FOUND_AT_MOST);
      if (others.length === 0) return { again: questionTexts('noneFound', { words }) };
      return {
        to: 'parentChoice',
        set: { found: others.map(({ code, name }) => ({ code, name: name.th })) },
      };
    },
  }),
  parentChoice: question({
    ask: ({ data: { found = [] } }) => ({
      messages: [
        {
          kind: 'question',
          text: questionTexts('parentChoice'),
          options: [
            ...found.map(({ code, name }) => answer(name, code)),
            answer(questionTexts('notListed'), 'again'),
          ],
        },
      ],
    }),
    accepts: ({ data: { found = [] } }) => {
      const { th, en } = questionTexts.texts.notListed;
      return oneOfOptions([
        ...found.map(({ code, name }) => ({ value: code, labels: [name] })),
        { value: 'again', labels: [th, en] },
      ]);
    },
    async next(code, at) {
      if (code === 'again') return { to: 'parent', set: { found: undefined } };
      const around = (await at.find.pin(code))?.parent === at.data.pin;
      return around ? { again: questionTexts('roundAbout') } : done(at, { parent: code });
    },
  }),
  contact: question({
    ask: (at) => asked('contact', at, questionTexts('contact'), [noneOption]),
    accepts: noneOr(personAnswer),
    next: (contact, at) =>
      contact === 'none' ? done(at, { contact: null }) : { to: 'contactPhone', set: { contact } },
  }),
  contactPhone: question({
    ask: ({ data: { contact = '' } }) => ({
      messages: [{ kind: 'say', text: questionTexts('contactPhone', { name: contact }) }],
    }),
    accepts: phonesAnswer,
    next: ([phone], at) =>
      phone && at.data.contact ? done(at, { contact: { name: at.data.contact, phone } }) : { to: 'contact' },
  }),
};

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
        text: questionTexts('move', vars),
        ...(outside && {
          hint: questionTexts('outside', {
            distance: { metres: outside.metres },
            own: outside.own,
            found: outside.found ?? coordinates(after),
          }),
        }),
        options: moves.options,
      },
    ],
  };
}
