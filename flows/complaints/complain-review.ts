/** Making a complaint: the look at all of it, changing it by number, sending or throwing it away. */
import { parseEditRequest } from '../answers/edit-request.ts';
import { parseWholeNumber } from '../answers/whole-number.ts';
import { anyOf, choiceOf, oneOfOptions, yesOrNo } from '../engine/accepts.ts';
import type { Accept, Closing } from '../engine/flow.ts';
import { type Asking, answer, link, type Option, open, type Row, say } from '../engine/message.ts';
import type { Words } from '../engine/text.ts';
import { phoneInWords } from '../profile-answers.ts';
import { beginningOf } from './case-answers.ts';
import { categoryName, levelName, targetName } from './case-words.ts';
import {
  type At,
  changeable,
  closing,
  collecting,
  type Data,
  keepDraft,
  nextOpen,
  question,
  type Step,
  targetOf,
} from './complain-data.ts';
import { text } from './complain-texts.ts';
import { photosFor, photosShown, photoTexts } from './photo-collecting.ts';

/** Enough to recognise one's own words by. */
const WORDS_SHOWN = 400;

const LABELS = {
  about: 'aboutLabel',
  category: 'categoryLabel',
  words: 'wordsLabel',
  photos: 'photosLabel',
  contact: 'contactLabel',
} as const satisfies Record<(typeof changeable)[number], string>;

type Field = (typeof changeable)[number];
const fields = changeable.map((value) => {
  const { th, en } = text.texts[LABELS[value]];
  return { value, labels: [th, en] };
});

const buttons = choiceOf(text, { send: 'send', which: 'change', sure: 'discard' }, 'send');
const sureAnswers = choiceOf(text, { yes: 'throwIt', no: 'keepIt' });

/** "แก้ 3", "change photos", or the bare number of a row. */
const fieldAnswer: Accept<Field> = {
  freeText: false,
  read(input) {
    if (input.kind !== 'text') return { ok: false };
    const number = parseWholeNumber(input.text, { min: 1, max: fields.length });
    const numbered = number.ok ? fields[number.value - 1] : undefined;
    if (numbered) return { ok: true, value: numbered.value };
    const wish = parseEditRequest(input.text, fields);
    return wish?.kind === 'field'
      ? { ok: true, value: wish.value }
      : { ok: false, why: text('noSuchNumber') };
  },
};

/** A button's tap or whole label: numbers are those of the rows. */
const byLabel: typeof buttons.accept = {
  freeText: false,
  read: (input, now) =>
    input.kind === 'text' && parseWholeNumber(input.text).ok
      ? { ok: false }
      : buttons.accept.read(input, now),
};

/** The steps at the end. */
export const reviewSteps = {
  review: question({
    ask: overview,
    accepts: anyOf(byLabel, anyOf(yesOrNo('send'), fieldAnswer)),
    next: (choice, at) => (choice === 'send' ? send(at) : toChange(choice)),
  }),
  which: question({
    ask: () => ({
      messages: [
        {
          kind: 'question',
          text: text('which'),
          options: changeable.map((field) => answer(text(LABELS[field]), field)),
        },
      ],
    }),
    accepts: oneOfOptions(fields),
    next: (field) => toChange(changeable.find((known) => known === field) ?? 'which'),
  }),
  sure: question({
    ask: () => ({ messages: [{ kind: 'question', text: text('sure'), options: sureAnswers.options }] }),
    accepts: anyOf(yesOrNo('yes', 'no'), sureAnswers.accept),
    next: (choice, at) =>
      choice === 'yes'
        ? { to: 'discarded', effects: [{ do: 'discardComplaintDraft', id: at.turn }] }
        : { to: nextOpen(at.data) },
  }),
  discarded: closing(() => ({
    messages: [say(text('discarded'))],
    quick: [open(text('complainAnew'), 'complain', 'new')],
  })),
  sent: closing(sentWords),
};

/** Photos are asked for again; the rest is answered anew and comes back here. */
function toChange(field: Field | 'which' | 'sure'): Step {
  return { to: field, ...(field === 'photos' && { set: { photosDone: undefined } }) };
}

async function overview(at: At): Promise<Asking> {
  const photos = await photosFor(at, collecting(at));
  const words = await wordsToSend(at);
  const values = valuesOf(at, words, photos.length);
  const rows = changeable.map((field, index): Row => {
    const label = text('row', { number: index + 1, label: text(LABELS[field]) });
    return { label, value: values[field] };
  });
  return {
    messages: [
      ...photosShown(photoTexts('shown'), photos),
      ...(words === at.data.words ? [] : [say(text('numbersHidden'))]),
      { kind: 'summary', title: text('review'), rows, options: buttons.options.slice(0, 2) },
    ],
    quick: buttons.options.slice(2),
  };
}

/** Who stays anonymous sees the words as they will be kept. */
async function wordsToSend({ find, data: { words = '', contact } }: At): Promise<string> {
  return contact ? words : find.complaints.masked(words);
}

function valuesOf({ data: given }: At, words: string, photos: number): Record<Field, Words> {
  const { category = 'other', contact } = given;
  const target = targetOf(given);
  return {
    about: target ? targetName(target) : '',
    category: categoryName(category),
    words: beginningOf(words, WORDS_SHOWN),
    photos: photos > 0 ? text('photoCount', { count: photos }) : photoTexts('none'),
    contact: contact ? text('onlyHandler', { contact: phoneInWords(contact) }) : text('anonymousIs'),
  };
}

/** The draft is kept first, so that nothing is lost when it cannot be sent. */
async function send(at: At): Promise<Step> {
  const { category, words, contact } = at.data;
  const about = placeIn(at.data);
  if (!about || !category || !words) return { to: nextOpen(at.data) };
  const album = collecting(at);
  const photos = (await photosFor(at, album)).map(({ id }) => id);
  const complaint = { id: album.complaint, about, category, words, photos, ...(contact && { contact }) };
  return { to: 'sent', effects: [...keepDraft(at), { do: 'sendComplaint', ...complaint }] };
}

/** Never sent without any place. */
function placeIn({ pin, position, area }: Data) {
  if (pin) return { pin };
  return position ? { position } : area && { area };
}

async function sentWords({ outcomes, find, person, data: { pin } }: At): Promise<Closing> {
  const done = outcomes.find((outcome) => outcome.of === 'sendComplaint');
  if (done?.result === 'too-many-today') return { messages: [say(text('tooManyToday'))], quick: [call1111] };
  if (done?.result !== 'sent')
    return {
      messages: [say(text('notSent'))],
      quick: [open(text('goOnWriting'), 'complain', `elsewhere ${pin ?? ''}`)],
    };
  const { code, forwards } = done;
  const made = await find.complaints.own(code, person);
  const vars = { code, level: levelName(made?.level ?? 'office'), date: { date: made?.dueOn ?? '' } };
  return {
    messages: [say(text('sent', vars)), say(text(forwards ? 'goesTo1111' : 'notTo1111'))],
    quick: [open(text('track'), 'track-complaint', code), ...(forwards ? [] : [call1111])],
  };
}

const call1111: Option = link(text('call1111'), 'tel:1111');
