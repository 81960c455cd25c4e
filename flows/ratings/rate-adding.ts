/** Adding to a rating what is tapped: what was good or bad, and which service it was. */
import { oneOfOptions } from '../engine/accepts.ts';
import { stepsOf } from '../engine/define-flow.ts';
import { answer } from '../engine/message.ts';
import type { Bilingual } from '../engine/text.ts';
import type { Data, StepName } from './rate-data.ts';
import { hasNext, servicesFrom } from './rate-more.ts';
import { text } from './rate-texts.ts';
import { BAD, GOOD, starTexts } from './stars.ts';

const SAVE = 'save';
const NEXT = 'next';
const ALL = [...GOOD, ...BAD];
const NO_SERVICES = { skip: 0, all: 0, shown: [] };

const labelsOf = ({ th, en }: Bilingual): string[] => [th, en];
const { question } = stepsOf<Data, StepName>();

/** Several of the tags, each tapped on or off, and then kept together. */
export const tagsStep = question({
  ask({ data: { tags = [] } }) {
    const options = ALL.map((tag) => {
      const words = starTexts(tag);
      return answer(tags.includes(tag) ? text('chosen', { tag: words }) : words, tag);
    });
    return {
      messages: [{ kind: 'question', text: text('whichTags'), options }],
      quick: [answer(text('save'), SAVE, 'main')],
    };
  },
  accepts: oneOfOptions([
    ...ALL.map((value) => ({ value, labels: labelsOf(starTexts.texts[value]) })),
    { value: SAVE, labels: labelsOf(text.texts.save) },
  ]),
  next(chosen, { data: { pin = '', day = '', tags = [] }, turn: id }) {
    const tag = ALL.find((one) => one === chosen);
    if (!tag)
      return {
        to: 'more',
        set: { said: 'tags', tags: undefined },
        effects: [{ do: 'addToRating', id, pin, day, tags }],
      };
    const others = tags.filter((one) => one !== tag);
    return { to: 'tags', set: { tags: others.length < tags.length ? others : [...tags, tag] } };
  },
});

/** One of the services of the office. */
export const serviceStep = question({
  ask: ({ data: shown }) => {
    const { office = '', services: { skip, all, shown: items } = NO_SERVICES } = shown;
    const part = { office, from: skip + 1, to: skip + items.length, all };
    return {
      messages: [
        {
          kind: 'question',
          text: text('whichService', part),
          options: [
            ...items.map(({ code, title }) => answer(title, code)),
            ...(hasNext(shown) ? [answer(text('next'), NEXT)] : []),
          ],
        },
      ],
    };
  },
  accepts: ({ data: shown }) =>
    oneOfOptions([
      ...(shown.services?.shown ?? []).map(({ code, title: { th, en = th } }) => ({
        value: code,
        labels: [th, en],
      })),
      ...(hasNext(shown) ? [{ value: NEXT, labels: labelsOf(text.texts.next) }] : []),
    ]),
  next(chosen, at) {
    const { pin = '', day = '', services = NO_SERVICES } = at.data;
    if (chosen === NEXT) return servicesFrom(services.skip + services.shown.length, at);
    return {
      to: 'more',
      set: { said: 'service', services: undefined },
      effects: [{ do: 'addToRating', id: at.turn, pin, day, procedure: chosen }],
    };
  },
});
