/**
 * ให้คะแนน: one tap on a face and one on "done". Opened from a poster's code, from an office's card, or by the question
 * of the next morning; what was good or bad, the service, a comment and a photo may be added.
 */
import { bangkokDate } from '../../models/thai/calendar.ts';
import { anyOf, choiceOf, oneOfOptions } from '../engine/accepts.ts';
import { defineFlow, stepsOf } from '../engine/define-flow.ts';
import type { At, Opening } from '../engine/flow.ts';
import { answer, open, say } from '../engine/message.ts';
import { ASKING_OFF, ASKING_ON } from './how-was-it.ts';
import { serviceStep, tagsStep } from './rate-adding.ts';
import { commentWords, picture, shortComment, starsAnswer } from './rate-answers.ts';
import { type Data, data, type Next, type StepName } from './rate-data.ts';
import { addOrConsent, askMore, nextOfMore, thanks } from './rate-more.ts';
import { officeName, officeOf, officeTyped, whyNone } from './rate-office.ts';
import { encodeOwn, type RateOpening, readRateOpening } from './rate-opening.ts';
import { text } from './rate-texts.ts';
import { face, faces } from './stars.ts';

/** Steps after the rating was counted. */
const COUNTED: readonly StepName[] = ['more', 'tags', 'service', 'comment', 'photo'];

const moreChoices = choiceOf(text, {
  done: 'done',
  tags: 'tags',
  service: 'service',
  comment: 'comment',
  photo: 'photo',
});
const { question, closing } = stepsOf<Data, StepName>();

export const rate = defineFlow({
  id: 'rate',
  version: 1,
  data,
  text,
  title: text('title'),
  listed: true,
  words: {
    th: ['ให้คะแนน', 'ไม่ต้องถามคะแนน', 'ถามคะแนนได้'],
    en: ['rate', 'stop asking', 'ask me again'],
  },
  wordValues: {
    ไม่ต้องถามคะแนน: ASKING_OFF,
    'stop asking': ASKING_OFF,
    ถามคะแนนได้: ASKING_ON,
    'ask me again': ASKING_ON,
  },
  takesWords: true,
  needsConsent: false,
  browsing: ['which', 'several', 'more'],
  start({ value, words }: Opening, at): Next | Promise<Next> {
    const asked = readRateOpening(value);
    if (asked) return opened(asked, at);
    return words ? officeTyped(words, at) : { to: 'which' };
  },
  leave: ({ data: { office = '', pin = '', day = '' } }, step) =>
    COUNTED.includes(step)
      ? { effects: [], say: text('kept', { office }), resume: encodeOwn('more', pin, day) }
      : null,
  steps: {
    which: question({
      ask: ({ data: { asked } }) => ({
        messages: [...(asked ? [say(whyNone(asked))] : []), say(text('which'))],
        quick: [open(text('find'), 'find-office')],
      }),
      accepts: officeName,
      next: officeTyped,
    }),
    several: question({
      ask: ({ data: { found = [] } }) => ({
        messages: [
          {
            kind: 'question',
            text: text('several'),
            options: found.map(({ code, name, area }) =>
              answer(area.th ? text('inArea', { name, area }) : name, code),
            ),
          },
        ],
      }),
      accepts: ({ data: { found = [] } }) =>
        anyOf(
          oneOfOptions(found.map(({ code, name: { th, en = th } }) => ({ value: code, labels: [th, en] }))),
          officeName,
        ),
      next: officeTyped,
    }),
    stars: question({
      async ask({ data: { pin = '', office = '' }, find, person, now }) {
        const own = await find.ratings.own(pin, person, bangkokDate(now));
        const asked = own ? text('again', { office, face: face(own.stars) }) : text('stars', { office });
        const withdraw = own ? [open(text('withdraw'), 'rate', encodeOwn('withdraw', pin, own.day))] : [];
        return {
          messages: [
            {
              kind: 'question',
              text: asked,
              hint: text('anonymous'),
              options: [...faces.options, ...withdraw],
            },
          ],
        };
      },
      accepts: starsAnswer,
      // Anew, since the question may have stood there for long.
      next: async (stars, at) => (await officeOf(at.data.pin ?? '', at, stars)) ?? { to: 'gone' },
    }),
    more: question({
      ask: askMore,
      accepts: anyOf(moreChoices.accept, anyOf(picture, shortComment)),
      next: nextOfMore,
    }),
    tags: tagsStep,
    service: serviceStep,
    comment: question({
      ask: ({ data: { office = '' } }) => ({ messages: [say(text('writeComment', { office }))] }),
      accepts: commentWords,
      next: addOrConsent,
    }),
    photo: question({
      ask: () => ({ messages: [say(text('sendPhoto'))] }),
      accepts: picture,
      next: addOrConsent,
    }),
    consent: closing(({ data: { pin = '', day = '', wanted = 'comment' } }) => ({
      messages: [say(text('consentFirst'))],
      handOver: {
        flow: 'welcome',
        opening: {
          value: '',
          words: '',
          afterwards: { flow: 'rate', opening: { value: encodeOwn(wanted, pin, day), words: '' } },
        },
      },
    })),
    thanks: closing(thanks),
    withdrawn: closing(({ data: { pin = '' }, outcomes }) => {
      const isDone = outcomes.some(
        (outcome) => outcome.of === 'withdrawRating' && outcome.result === 'withdrawn',
      );
      return {
        messages: [say(text(isDone ? 'withdrawn' : 'notThere'))],
        quick: [open(text('rateAgain'), 'rate', pin)],
      };
    }),
    asking: closing(({ outcomes }) => {
      const isWanted = outcomes.some((outcome) => outcome.of === 'askAfterwards' && outcome.wanted);
      return { messages: [say(text(isWanted ? 'askingOn' : 'askingOff'))] };
    }),
    ownAgency: closing(({ data: { pin = '', office = '' } }) => ({
      messages: [say(text('ownAgency', { office }))],
      quick: [open(text('seeOffice'), 'find-office', `code ${pin}`)],
    })),
    gone: closing(() => ({ messages: [say(text('gone'))], quick: [open(text('find'), 'find-office')] })),
    tooMany: closing(() => ({ messages: [say(text('tooMany'))] })),
  },
});

async function opened(asked: RateOpening, at: At<Data>): Promise<Next> {
  if (asked.open === 'asking')
    return { to: 'asking', effects: [{ do: 'askAfterwards', id: at.turn, wanted: asked.wanted }] };
  if (asked.open === 'office') return (await officeOf(asked.code, at, asked.stars)) ?? { to: 'gone' };
  const { pin, day } = asked;
  const office = (await at.find.pin(pin))?.name ?? { th: pin };
  if (asked.open === 'withdraw')
    return { to: 'withdrawn', set: { pin }, effects: [{ do: 'withdrawRating', id: at.turn, pin, day }] };
  return { to: asked.open, set: { pin, day, office } };
}
