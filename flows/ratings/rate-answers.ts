/** What is taken for an answer while rating: a face or a number of stars, words, a picture. */
import { normalForm } from '../../models/thai/normal-form.ts';
import { anyOf, textOf } from '../engine/accepts.ts';
import type { Accept } from '../engine/flow.ts';
import { unlessCommand } from '../unless-command.ts';
import { text } from './rate-texts.ts';
import { faces } from './stars.ts';

/** Characters of a comment, as people see them; the models keep to it. */
const COMMENT_LENGTH = { min: 2, max: 1_000 };

type Stars = 1 | 2 | 3 | 4 | 5;

const tapped: Accept<Stars> = {
  freeText: false,
  read(input, now) {
    const reading = faces.accept.read(input, now);
    return reading.ok ? { ok: true, value: starsOf(reading.value) } : { ok: false };
  },
};

/** "5 ดาว", "5/5", "★★★★☆". */
const written: Accept<Stars> = {
  freeText: false,
  read(input) {
    if (input.kind !== 'text') return { ok: false };
    const drawn = [...input.text].filter((sign) => sign === '★' || sign === '⭐').length;
    const [, typed = ''] = /^([1-5])(?: ?\/ ?5)? ?(?:ดาว|คะแนน|stars?)?$/.exec(normalForm(input.text)) ?? [];
    const stars = typed || (drawn >= 1 && drawn <= 5 ? String(drawn) : '');
    return stars ? { ok: true, value: starsOf(stars) } : { ok: false, why: text('oneToFive') };
  },
};

/** One to five. */
export const starsAnswer: Accept<Stars> = anyOf(tapped, written);

function starsOf(digit: string): Stars {
  const stars = ([1, 2, 3, 4, 5] as const).find((one) => String(one) === digit);
  if (!stars) throw new Error(`${digit} is no number of stars`);
  return stars;
}

/** A picture that was just sent. */
export const picture: Accept<{ image: string }> = {
  freeText: false,
  read: (input) =>
    input.kind === 'image'
      ? { ok: true, value: { image: input.messageId } }
      : { ok: false, why: text('onlyPhoto') },
};

/** A comment. */
export const commentWords: Accept<{ words: string }> = {
  freeText: true,
  read(input, now) {
    const reading = textOf(COMMENT_LENGTH).read(input, now);
    return reading.ok ? { ok: true, value: { words: reading.value } } : reading;
  },
};

/** The same where nobody asked for one: what begins like a command, such as "ค้นหา บึงทอง", is a command there. */
export const shortComment: Accept<{ words: string }> = unlessCommand(commentWords);
