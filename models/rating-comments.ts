/**
 * Comments, as an office's people and everybody else read them: nobody's name, rude words and personal data masked. An
 * office answers a comment once; what is answered everybody may read.
 */
import { recordChanges } from './audit.ts';
import { maskIdentificationNumbers } from './comment-masking-personal.ts';
import { publishedBehind } from './merged-into.ts';
import { personById } from './person.ts';
import { photosOf } from './photo.ts';
import { PinModel, type StoredPin } from './pin-document.ts';
import { mayWorkOn } from './pin-rights.ts';
import { albumOf, RatingModel, type RatingTag, type StoredRating } from './rating-document.ts';
import { agenciesLookedAfter } from './scoped-area.ts';
import type { CalendarDate } from './thai/calendar.ts';

/** A comment as it may be shown. `day` is of Bangkok: the hour would tell the office too much. */
export type ShownComment = {
  id: string;
  stars: number;
  words: string;
  tags: RatingTag[];
  procedure?: string;
  day: CalendarDate;
  answer?: string;
  /** The id of its photo; only for the office. */
  photo?: string;
};

/** An office somebody works for, by its public code, and how many of its comments nobody has answered. */
export type CommentedOffice = {
  code: string;
  name: { th: string; en?: string | undefined };
  unanswered: number;
};

type Page = { skip: number; limit: number };
type CommentPage = { comments: ShownComment[]; all: number };

const GIVEN = { state: 'given' as const };
/** What there is to read: words, or a photo. */
const TOLD = { ...GIVEN, $or: [{ comment: { $exists: true } }, { hasPhoto: true }] };

/** An id is a mark under a random key: alone it would put the comments of one day into an order that means nothing. */
const NEWEST_FIRST = { day: -1, at: -1, _id: 1 } as const;

/** Comments everybody may read: those the office answered, the newest first. */
export async function publicComments(pin: string, page: Page): Promise<CommentPage> {
  const code = (await publishedBehind(pin))?.code ?? pin;
  const answered = { ...GIVEN, pin: code, answer: { $exists: true } };
  const { ratings, all } = await pageOf(answered, NEWEST_FIRST, page);
  return { comments: ratings.map(shownComment), all };
}

/** All comments of an office for who works for it or looks after it, the unanswered first; undefined for anybody else. */
export async function officeComments(
  pin: string,
  person: string,
  page: Page,
): Promise<CommentPage | undefined> {
  const stored = await publishedBehind(pin);
  if (!stored?.code || !(await mayWorkOn(person, stored))) return undefined;
  // Those without an answer come first: a missing value sorts before an instant.
  const order = { 'answer.at': 1, ...NEWEST_FIRST } as const;
  const { ratings, all } = await pageOf({ ...TOLD, pin: stored.code }, order, page);
  return { comments: await Promise.all(ratings.map(withPhoto)), all };
}

async function pageOf(
  filter: Record<string, unknown>,
  order: Record<string, 1 | -1>,
  { skip, limit }: Page,
): Promise<{ ratings: StoredRating[]; all: number }> {
  const [ratings, all] = await Promise.all([
    RatingModel.find(filter).sort(order).skip(skip).limit(limit).lean<StoredRating[]>(),
    RatingModel.countDocuments(filter),
  ]);
  return { ratings, all };
}

function shownComment({ _id, stars, comment, tags, procedure, day, answer }: StoredRating): ShownComment {
  return {
    id: _id,
    stars: stars ?? 0,
    words: comment?.shown ?? '',
    tags: tags ?? [],
    day,
    ...(procedure && { procedure }),
    ...(answer && { answer: answer.words }),
  };
}

async function withPhoto(rating: StoredRating): Promise<ShownComment> {
  const [photo] = rating.hasPhoto ? await photosOf(albumOf(rating._id)) : [];
  return { ...shownComment(rating), ...(photo && { photo: photo.id }) };
}

/** The offices with comments that somebody works for or looks after, those with the most unanswered first. */
export async function commentedOffices(
  person: string,
  { skip, limit }: Page,
): Promise<{ offices: CommentedOffice[]; all: number }> {
  const whose = await officesOf(person);
  const counted = await RatingModel.aggregate<{ _id: string; unanswered: number }>([
    { $match: { ...TOLD, ...whose } },
    { $group: { _id: '$pin', unanswered: { $sum: { $cond: [{ $gt: ['$answer', null] }, 0, 1] } } } },
    { $sort: { unanswered: -1, _id: 1 } },
  ]);
  const shown = counted.slice(skip, skip + limit);
  const pins = await PinModel.find({ code: { $in: shown.map(({ _id }) => _id) } }, { code: 1, name: 1 }).lean<
    StoredPin[]
  >();
  const names = new Map(pins.map(({ code, name }) => [code, name]));
  return {
    offices: shown.map(({ _id: code, unanswered }) => {
      const { th = code, en } = names.get(code) ?? {};
      return { code, name: en ? { th, en } : { th }, unanswered };
    }),
    all: counted.length,
  };
}

/** By agency; for somebody without a role their own pins. */
async function officesOf(person: string): Promise<Record<string, unknown>> {
  const { roles } = await personById(person);
  if (roles.length === 0) {
    const own = await PinModel.find({ owner: person, agency: null, state: 'published' }, { code: 1 }).lean<
      StoredPin[]
    >();
    return { pin: { $in: own.flatMap(({ code }) => code ?? []) } };
  }
  const offices = roles.flatMap((role) => (role.role === 'official' ? [role.agency] : []));
  const scoped = await agenciesLookedAfter(person);
  return { agency: { $in: [...new Set([...offices, ...scoped.map(({ code }) => code)])] } };
}

/** An answer to be given; `key` is the idempotency key. */
export type NewAnswer = { rating: string; words: string; by: string; at: Date; key: string };

/** Answers a comment for everybody to read, once, and notes in the audit trail who did. */
export async function answerComment({
  rating,
  words,
  by,
  at,
  key,
}: NewAnswer): Promise<{ result: 'answered' | 'already' | 'not-yours' }> {
  const stored = await RatingModel.findOne({ _id: rating, ...TOLD }).lean<StoredRating>();
  const pin = stored && (await publishedBehind(stored.pin));
  if (!pin || !(await mayWorkOn(by, pin))) return { result: 'not-yours' };
  const answer = { words: maskIdentificationNumbers(words), at, key };
  await RatingModel.updateOne({ _id: rating, ...TOLD, answer: null }, { $set: { answer } });
  const now = await RatingModel.findOne({ _id: rating, ...GIVEN }).lean<StoredRating>();
  if (!now) return { result: 'not-yours' };
  if (now.answer?.key !== key) return { result: 'already' };
  await recordChanges({
    // An answer that was unsent may be given anew: each has its own entry.
    key: `answer:${rating}:${key}`,
    at: now.answer.at,
    by,
    about: { kind: 'rating', id: rating },
    ...(pin.agency && { agency: pin.agency }),
    changes: [{ field: 'answer', from: null, to: now.answer.words }],
  });
  return { result: 'answered' };
}
