/** What handlers do with a case beside taking it: each is written, looked over, and only then sent. */
import { agencyLabel, agencyQuestions } from '../agency-choice.ts';
import type { Effect } from '../effects.ts';
import { anyOf, choiceOf, oneOfOptions, yesOrNo } from '../engine/accepts.ts';
import { type Asking, answer, say } from '../engine/message.ts';
import type { Text } from '../engine/text.ts';
import { beginningOf, wordsOf } from './case-answers.ts';
import { caseTexts, whyNoPhotoInWords } from './case-words.ts';
import {
  AFRESH,
  type At,
  type Data,
  evidenceOf,
  openCase,
  question,
  type Step,
  type StepName,
} from './cases-data.ts';
import { text } from './cases-texts.ts';
import { NOTHING_TO_SHOW } from './complaint.ts';
import {
  askForPhotos,
  hasRoom,
  MOST_PHOTOS,
  photoAnswer,
  photosFor,
  photosShown,
  photoTexts,
} from './photo-collecting.ts';

/** A reason is read at a glance. */
const REASON_LENGTH = { min: 5, max: 500 };
const NO_PHOTO_LENGTH = { min: 5, max: 200 };
/** So much of the words is shown before they are sent; the rest stands above, as it was typed. */
const WORDS_SHOWN = 1_000;

const ASKS = { reply: 'sayReply', ask: 'sayAsk', solve: 'saySolve' } as const;

const ways = choiceOf(text, { agency: 'toAgency', up: 'up' });
const sureAnswers = choiceOf(text, { send: 'sendIt', rewrite: 'rewrite', leave: 'leaveIt' }, 'send');

const whyNot = anyOf(
  oneOfOptions([
    { value: NOTHING_TO_SHOW, labels: Object.values(caseTexts.texts.nothingToShow) },
    { value: 'other', labels: Object.values(text.texts.otherReason) },
  ]),
  wordsOf(NO_PHOTO_LENGTH),
);

/** The steps from the words to sending them. */
export const actSteps = {
  say: question({
    ask: ({ data: { act } }) => ({
      messages: [say(text(act === 'ask' || act === 'solve' ? ASKS[act] : ASKS.reply))],
    }),
    accepts: ({ data: { act } }) => wordsOf({ min: act === 'solve' ? 10 : 3 }),
    next: (words, { data: { act }, turn }) => ({
      to: act === 'solve' ? 'evidence' : 'sure',
      set: { words, written: turn },
    }),
  }),
  evidence: question({
    ask: (at) => askForPhotos(at, evidenceOf(at), text('evidence')),
    accepts: photoAnswer,
    async next(given, at) {
      const album = evidenceOf(at);
      const photos = await photosFor(at, album);
      if (given === 'done' || given === 'none') return { to: photos.length > 0 ? 'sure' : 'noPhoto' };
      if (given === 'takeOut') {
        const last = photos.at(-1);
        return { to: 'evidence', set: { without: [...album.without, ...(last ? [last.id] : [])] } };
      }
      if ((await openCase(at))?.state !== 'working') return { again: text('notWorking') };
      if (!hasRoom(photos, at.turn)) return { again: photoTexts('noRoom', { most: MOST_PHOTOS }) };
      const { complaint } = album;
      return {
        to: 'evidence',
        effects: [{ do: 'addComplaintPhoto', id: at.turn, complaint, messageId: given.image }],
      };
    },
  }),
  noPhoto: question({
    ask: () => {
      const options = [
        answer(caseTexts('nothingToShow'), NOTHING_TO_SHOW),
        answer(text('otherReason'), 'other'),
      ];
      return { messages: [{ kind: 'question', text: text('noPhoto'), options }] };
    },
    // The reason may as well be typed right away.
    accepts: whyNot,
    next: (given) => (given === 'other' ? { to: 'whyNoPhoto' } : { to: 'sure', set: { whyNoPhoto: given } }),
  }),
  whyNoPhoto: question({
    ask: () => ({ messages: [say(text('whyNoPhoto'))] }),
    accepts: wordsOf(NO_PHOTO_LENGTH),
    next: (whyNoPhoto) => ({ to: 'sure', set: { whyNoPhoto } }),
  }),
  toWhom: question({
    async ask(at) {
      const isTop = (await openCase(at))?.level === 'department';
      const options = isTop ? ways.options.slice(0, 1) : ways.options;
      return { messages: [{ kind: 'question', text: text('toWhom'), options }] };
    },
    accepts: ways.accept,
    next: (way) =>
      way === 'up' ? { to: 'reason', set: { act: 'up' } } : { to: 'search', set: { act: 'forward' } },
  }),
  ...agencyQuestions<Data, StepName>({
    asks: text('searchAgency'),
    offers: (query) => text('pickAgency', { query }),
    among: 'all',
    show: (search) => ({ to: 'pick', set: { search } }),
    chosen: (agency) => ({ to: 'reason', set: { agency } }),
  }),
  reason: question({
    ask: () => ({ messages: [say(text('reason'))] }),
    accepts: wordsOf(REASON_LENGTH),
    next: (words, { turn }) => ({ to: 'sure', set: { words, written: turn } }),
  }),
  sure: question({
    ask: askSure,
    accepts: anyOf(yesOrNo('send', 'leave'), sureAnswers.accept),
    async next(choice, at): Promise<Step> {
      if (choice === 'leave') return { to: 'case', set: AFRESH };
      if (choice === 'rewrite') return { to: isPassingOn(at) ? 'reason' : 'say' };
      return { to: 'case', set: AFRESH, effects: await effectsOf(at) };
    },
  }),
};

const isPassingOn = ({ data: { act } }: At): boolean => act === 'forward' || act === 'up';

async function askSure(at: At): Promise<Asking> {
  const { act, words: whole = '', agency, whyNoPhoto = NOTHING_TO_SHOW } = at.data;
  const words = beginningOf(whole, WORDS_SHOWN);
  const photos = act === 'solve' ? await photosFor(at, evidenceOf(at)) : [];
  const ask = (sentence: Text): Asking => ({
    messages: [
      ...photosShown(photoTexts('shown'), photos),
      { kind: 'question', text: sentence, options: sureAnswers.options },
    ],
  });
  switch (act) {
    case 'forward':
      return ask(text('sureForward', { agency: agency ? agencyLabel(agency) : '', words }));
    case 'up':
      return ask(text('sureUp', { words }));
    case 'solve':
      return ask(
        photos.length > 0
          ? text('sureSolve', { words })
          : text('sureSolveBare', { words, why: whyNoPhotoInWords(whyNoPhoto) }),
      );
    case 'ask':
      return ask(text('sureAsk', { words }));
    default:
      return ask(text('sureReply', { words }));
  }
}

async function effectsOf(at: At): Promise<Effect[]> {
  const { act, words = '', written = at.turn, agency, code = '', whyNoPhoto } = at.data;
  const on = { id: written, code, words };
  const solved = async (): Promise<Effect> => {
    const photos = (await photosFor(at, evidenceOf(at))).map(({ id }) => id);
    const isBare = photos.length === 0 && whyNoPhoto !== undefined;
    return { do: 'solveCase', ...on, photos, ...(isBare && { whyNoPhoto }) };
  };
  switch (act) {
    case 'reply':
      return [{ do: 'answerReporter', ...on }];
    case 'ask':
      return [{ do: 'askReporter', ...on }];
    case 'up':
      return [{ do: 'forwardCase', ...on, to: { up: true } }];
    case 'forward':
      return agency ? [{ do: 'forwardCase', ...on, to: { agency: agency.code } }] : [];
    case 'solve':
      return [await solved()];
    case undefined:
      return [];
  }
}
