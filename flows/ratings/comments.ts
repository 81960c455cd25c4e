/**
 * ความเห็น: an office's people read what citizens say, without who they are, and answer each comment once; everybody
 * else reads what was answered.
 */
import { anyOf, choiceOf, oneOfOptions, textOf, yesOrNo } from '../engine/accepts.ts';
import { defineFlow, stepsOf } from '../engine/define-flow.ts';
import type { At, Closing } from '../engine/flow.ts';
import { answer, type Option, open, say } from '../engine/message.ts';
import { commentCards } from './comment-cards.ts';
import {
  commentsOf,
  type Data,
  data,
  officesFrom,
  PAGE,
  type StepName,
  turnedTo,
  turnsOf,
} from './comments-data.ts';
import { text } from './comments-texts.ts';

const ANSWER_LENGTH = { min: 2, max: 500 };
const CODE_LENGTH = { min: 1, max: 200 };

const sure = choiceOf(text, { send: 'send', rewrite: 'rewrite' });
const { question, closing } = stepsOf<Data, StepName>();

export const comments = defineFlow({
  id: 'comments',
  version: 1,
  data,
  text,
  title: text('title'),
  listed: false,
  words: { th: ['ความเห็น', 'ความเห็นของประชาชน'], en: ['comments'] },
  takesWords: true,
  needsConsent: false,
  browsing: ['which', 'offices', 'list'],
  async start({ value, words }, at) {
    const [typed = '', skip = '0'] = value.split(' :');
    const asked = typed || words.trim();
    if (!asked) return officesFrom(0, at);
    return (await commentsOf(asked, at, Number(skip) || 0)) ?? { to: 'which', set: { asked } };
  },
  steps: {
    which: question({
      ask: ({ data: { asked } }) => ({
        messages: [...(asked ? [say(text('wrongCode', { asked }))] : []), say(text('which'))],
        quick: [open(text('find'), 'find-office')],
      }),
      accepts: textOf(CODE_LENGTH),
      next: async (asked, at) => (await commentsOf(asked, at)) ?? { to: 'which', set: { asked } },
    }),
    offices: question({
      ask: ({ data: shown }) => {
        const { skip = 0, all = 0, offices = [] } = shown;
        return {
          messages: [
            {
              kind: 'question',
              text: text('offices', { from: skip + 1, to: skip + offices.length, all }),
              options: offices.map(({ code, name, unanswered }) =>
                answer(unanswered > 0 ? text('waiting', { office: name, count: unanswered }) : name, code),
              ),
            },
          ],
          quick: turnsOf(shown, offices.length).map((turn) => answer(text(turn), turn)),
        };
      },
      accepts: ({ data: shown }) =>
        oneOfOptions([
          ...(shown.offices ?? []).map(({ code, name: { th, en = th } }) => ({
            value: code,
            labels: [th, en],
          })),
          ...turnAnswers(shown, shown.offices?.length ?? 0),
        ]),
      next: async (chosen, at) =>
        chosen === 'next' || chosen === 'previous'
          ? officesFrom(turnedTo(chosen, at.data), at)
          : ((await commentsOf(chosen, at)) ?? { to: 'gone' }),
    }),
    list: question({
      async ask({ data: shown, find }) {
        const { office = '', skip = 0, all = 0, comments: items = [] } = shown;
        const part = { office, from: skip + 1, to: skip + items.length, all };
        return {
          messages: [
            {
              kind: 'cards',
              text: text('list', part),
              cards: await commentCards(items, find, { mayAnswer: true }),
            },
          ],
          quick: turnsOf(shown, items.length).map((turn) => answer(text(turn), turn)),
        };
      },
      accepts: ({ data: shown }) =>
        oneOfOptions([
          ...(shown.comments ?? []).map(({ id }) => ({ value: id, labels: [] })),
          ...turnAnswers(shown, shown.comments?.length ?? 0),
        ]),
      async next(chosen, at) {
        const { pin = '', comments: items = [] } = at.data;
        const comment = items.find(({ id }) => id === chosen);
        if (comment?.answer) return { again: text('already') };
        if (comment) return { to: 'write', set: { comment } };
        return (await commentsOf(pin, at, turnedTo(chosen, at.data))) ?? { to: 'gone' };
      },
    }),
    write: question({
      ask: ({ data: { comment } }) => ({
        messages: [say(text('write', { words: comment?.words || text('onlyPhoto') }))],
      }),
      accepts: textOf(ANSWER_LENGTH),
      next: (words) => ({ to: 'sure', set: { answer: words } }),
    }),
    sure: question({
      ask: ({ data: { answer: words = '' } }) => ({
        messages: [{ kind: 'question', text: text('sure', { answer: words }), options: sure.options }],
      }),
      accepts: anyOf(yesOrNo('send', 'rewrite'), sure.accept),
      next(choice, { data: { comment, answer: words = '' }, turn: id }) {
        if (choice === 'rewrite') return { to: 'write' };
        return { to: 'answered', effects: [{ do: 'answerComment', id, rating: comment?.id ?? '', words }] };
      },
    }),
    answered: closing(({ data: { pin = '' }, outcomes }) => {
      const result = outcomes.find((outcome) => outcome.of === 'answerComment')?.result;
      const said = result === 'answered' ? 'sent' : result === 'already' ? 'already' : 'notYours';
      return { messages: [say(text(said))], quick: [open(text('others'), 'comments', pin)] };
    }),
    everybody: closing(answeredOnes),
    noneHere: closing(({ data: { pin = '', office = '' } }) => ({
      messages: [say(text('noneHere', { office }))],
      quick: [seeOffice(pin)],
    })),
    none: closing(() => ({ messages: [say(text('none'))] })),
    gone: closing(() => ({ messages: [say(text('gone'))], quick: [open(text('find'), 'find-office')] })),
  },
});

function turnAnswers(shown: Data, count: number) {
  return turnsOf(shown, count).map((value) => ({
    value,
    labels: [text.texts[value].th, text.texts[value].en],
  }));
}

const seeOffice = (pin: string): Option => open(text('seeOffice'), 'find-office', `code ${pin}`);

/** Last words, with buttons that carry the page and never go stale. */
async function answeredOnes({ data: shown, find }: At<Data>): Promise<Closing> {
  const { pin = '', office = '', skip = 0 } = shown;
  const page = await find.ratings.publicComments(pin, { skip, limit: PAGE });
  const rating = [open(text('rate'), 'rate', pin), seeOffice(pin)];
  if (page.comments.length === 0) return { messages: [say(text('noneAnswered', { office }))], quick: rating };
  const part = { office, from: skip + 1, to: skip + page.comments.length, all: page.all };
  const cards = await commentCards(page.comments, find, { mayAnswer: false });
  const turns = turnsOf({ skip, all: page.all }, page.comments.length).map((turn) =>
    open(text(turn), 'comments', `${pin} :${turn === 'next' ? skip + PAGE : Math.max(0, skip - PAGE)}`),
  );
  return {
    messages: [{ kind: 'cards', text: text('answeredOnes', part), cards }],
    quick: [...turns, ...rating],
  };
}
