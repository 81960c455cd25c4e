/** After the one tap: what may be added, what became of it, and what was given in the end. */
import type { Outcome } from '../effects.ts';
import type { At, Move } from '../engine/flow.ts';
import { type Asking, answer, type Message, type Option, open, type Row, say } from '../engine/message.ts';
import type { Text, Words } from '../engine/text.ts';
import { PRIVACY_NOTICE_VERSION } from '../privacy-notice.ts';
import type { Data, Next, StepName } from './rate-data.ts';
import { encodeOwn } from './rate-opening.ts';
import { text } from './rate-texts.ts';
import type { OwnRating } from './rating-look-ups.ts';
import { face, starTexts } from './stars.ts';

/** What can be tapped after rating. */
export type Added = 'done' | 'tags' | 'service' | 'comment' | 'photo';

/** Services on one page. */
const PAGE = 8;

/** The question after the tap: done, or more. */
export async function askMore(at: At<Data>): Promise<Asking> {
  const { data, outcomes } = at;
  const own = await ownOf(at);
  if (!own) return { messages: [say(whyNotThere(outcomes, data))], quick: [done] };
  const hasServices = (await at.find.procedures.ofPin(data.pin ?? '')).length > 0;
  const options = [
    done,
    answer(text('tags'), 'tags'),
    ...(hasServices ? [answer(text('service'), 'service')] : []),
    answer(text('comment'), 'comment'),
    answer(text('photo'), 'photo'),
  ];
  const news = outcomes.flatMap((outcome) => newsOf(outcome, own, data)).map(say);
  return { messages: [...news, { kind: 'question', text: text('more'), options }] };
}

const done = answer(text('done'), 'done', 'main');

function ownOf({ data: { pin = '', day = '' }, find, person }: At<Data>): Promise<OwnRating | undefined> {
  return find.ratings.own(pin, person, day);
}

/** Somebody got a role, or the office went, between the question and the tap. */
function whyNotThere(outcomes: readonly Outcome[], { office = { th: '' } }: Data): Words {
  const result = outcomes.find((outcome) => outcome.of === 'rate')?.result;
  if (result === 'own-agency') return text('ownAgency', { office });
  if (result === 'too-many') return text('tooMany');
  return text(result === 'gone' ? 'gone' : 'notThere');
}

function newsOf(outcome: Outcome, own: OwnRating, { office = { th: '' }, said }: Data): Words[] {
  switch (outcome.of) {
    case 'rate':
      return [text(outcome.result === 'replaced' ? 'replaced' : 'rated', { office, face: face(own.stars) })];
    case 'addToRating':
      if (outcome.result !== 'added')
        return [text(outcome.result === 'answered' ? 'answeredAlready' : 'notThere')];
      if (said === 'comment') return [text('commentKept', { words: own.comment ?? '' })];
      return [text(said === 'service' ? 'serviceKept' : 'tagsKept')];
    case 'addRatingPhoto':
      return [PHOTO_NEWS[outcome.result]];
    default:
      return [];
  }
}

const PHOTO_NEWS = {
  stored: text('photoKept'),
  'not-a-picture': text('notAPicture'),
  'too-small': text('tooSmall'),
  'too-large': text('tooLarge'),
  gone: text('photoGone'),
  'try-again': text('tryAgain'),
  'not-yours': text('notThere'),
} as const;

/** Where an answer to that question leads. */
export async function nextOfMore(
  given: Added | { words: string } | { image: string },
  at: At<Data>,
): Promise<Move<Data, StepName>> {
  if (typeof given !== 'string') return addOrConsent(given, at);
  switch (given) {
    case 'done':
      return { to: 'thanks' };
    case 'tags':
      return { to: 'tags', set: { tags: (await ownOf(at))?.tags ?? [] } };
    case 'service':
      return servicesFrom(0, at);
    case 'comment':
    case 'photo':
      return hasAgreed(at) ? { to: given } : { to: 'consent', set: { wanted: given } };
  }
}

/**
 * Rating needs no consent: nothing in it tells who rated. Words and pictures may, so they are kept only of somebody who
 * agreed to the notice; of anybody else they are not even remembered until then.
 */
export function addOrConsent(given: { words: string } | { image: string }, at: At<Data>): Next {
  const {
    data: { pin = '', day = '' },
    turn: id,
  } = at;
  const own = { id, pin, day };
  if ('words' in given) {
    if (!hasAgreed(at)) return { to: 'consent', set: { wanted: 'comment' } };
    const effect = { do: 'addToRating' as const, ...own, comment: given.words };
    return { to: 'more', set: { said: 'comment' }, effects: [effect] };
  }
  if (!hasAgreed(at)) return { to: 'consent', set: { wanted: 'photo' } };
  return { to: 'more', effects: [{ do: 'addRatingPhoto', ...own, messageId: given.image }] };
}

function hasAgreed({ consent }: At<Data>): boolean {
  return consent?.version === PRIVACY_NOTICE_VERSION;
}

/** One page of the office's services. */
export async function servicesFrom(skip: number, { find, data: { pin = '' } }: At<Data>): Promise<Next> {
  const offered = await find.procedures.ofPin(pin);
  const shown = offered.slice(skip, skip + PAGE).map(({ code, title }) => ({ code, title }));
  return { to: 'service', set: { services: { skip, all: offered.length, shown } } };
}

/** Whether more services follow those shown. */
export function hasNext({ services }: Data): boolean {
  return services !== undefined && services.skip + services.shown.length < services.all;
}

/** What was given, with a way to take it back. */
export async function thanks(at: At<Data>): Promise<Asking> {
  const { office = { th: '' }, pin = '', day = '' } = at.data;
  const own = await ownOf(at);
  const seeOffice: Option = open(text('seeOffice'), 'find-office', `code ${pin}`);
  if (!own) return { messages: [say(text('notThere'))], quick: [seeOffice] };
  const summary: Message = {
    kind: 'summary',
    title: text('thanks', { office }),
    rows: await rowsOf(own, at),
    options: [open(text('withdraw'), 'rate', encodeOwn('withdraw', pin, day))],
  };
  return { messages: [summary], quick: [seeOffice] };
}

async function rowsOf(
  { stars, tags, procedure, comment, hasPhoto }: OwnRating,
  at: At<Data>,
): Promise<Row[]> {
  const service = procedure && (await at.find.procedures.procedure(procedure))?.title;
  const tagged = tagWords(tags);
  return [
    { label: text('rating'), value: face(stars) },
    ...(tagged ? [{ label: text('goodOrBad'), value: tagged }] : []),
    ...(service ? [{ label: text('serviceRow'), value: service }] : []),
    ...(comment ? [{ label: text('commentRow'), value: comment }] : []),
    ...(hasPhoto ? [{ label: text('photoRow'), value: text('onePhoto') }] : []),
  ];
}

/** Tags as one row of words; undefined without any. */
export function tagWords(tags: readonly OwnRating['tags'][number][]): Words | undefined {
  const [first, ...others] = tags.map((tag): Text => starTexts(tag));
  return others.reduce<Text | undefined>(
    (before, next) => before && text('two', { first: before, second: next }),
    first,
  );
}
