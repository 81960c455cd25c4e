/**
 * Ratings (คะแนน): one counted for each person, office and day of Bangkok; a later one of the day replaces it. Who
 * rated is kept only as marks under a key that is deleted. Nobody rates an office they work for or look after.
 */
import { firstSeen } from './conversation.ts';
import { publishedBehind } from './merged-into.ts';
import { removePhotosOf } from './photo.ts';
import { PinModel } from './pin-document.ts';
import { mayWorkOn } from './pin-rights.ts';
import { isNewcomer } from './rating-burst.ts';
import { recount } from './rating-counts.ts';
import { albumOf, RatingModel, type RatingTag, type StoredRating, WORDS_GONE } from './rating-document.ts';
import { ignoreDuplicate } from './rating-duplicate.ts';
import { knownMarks, type Marks, marksOf } from './rating-key.ts';
import { moveRating } from './rating-move.ts';
import { takeBackQuestion } from './rating-question.ts';
import { addDays, bangkokDate, type CalendarDate } from './thai/calendar.ts';

/** More than anybody visits in a day. */
const RATINGS_A_DAY = 20;
/** Each round only waits for the same person's other message. */
const MOST_ROUNDS = 10;

/** Whose rating: of an office (public code) by a person on a day of Bangkok. */
export type RatingOf = { pin: string; by: string; day: CalendarDate };

/** A rating to be given; `key` is the idempotency key. */
export type NewRating = RatingOf & { stars: number; at: Date; key: string };

/** A person's own rating. */
export type OwnRating = {
  stars: number;
  day: CalendarDate;
  tags: RatingTag[];
  procedure?: string;
  /** As it is shown. */
  comment?: string;
  hasPhoto: boolean;
};

/** Whether somebody may rate an office: `own`: they work for it, `gone`: it is not on the map, `too-many`: enough for today. */
export type Standing = 'may' | 'own' | 'gone' | 'too-many';

/** Whether a code belongs to an office that was on the map once. */
export async function wasOffice(code: string): Promise<boolean> {
  return (await PinModel.exists({ code, state: 'retired' })) !== null;
}

/** Whether the person may rate the office (its code, or one that was merged into it) on that day. */
export async function standingOf({ pin, by, day }: RatingOf): Promise<Standing> {
  const stored = await publishedBehind(pin);
  if (!stored?.code) return 'gone';
  if (await mayWorkOn(by, stored)) return 'own';
  const marks = await knownMarks(by, day);
  if (!marks) return 'may';
  const own = await ratingUnder(marks, stored.code);
  return own || (await countOf(marks)) < RATINGS_A_DAY ? 'may' : 'too-many';
}

/**
 * Rates an office, 1 to 5, and counts it. `own-agency`: somebody who works for the office or looks after it; nothing is
 * stored then. `newSecret` makes the month's key. Throws RangeError for anything but 1 to 5.
 */
export async function rateOffice(
  rating: NewRating,
  newSecret: () => string,
): Promise<{ result: 'rated' | 'replaced' | 'own-agency' | 'gone' | 'too-many' }> {
  const { by, day, at, stars } = rating;
  if (![1, 2, 3, 4, 5].includes(stars)) throw new RangeError(`${stars} is no number of stars`);
  const pin = await publishedBehind(rating.pin);
  if (!pin?.code) return { result: 'gone' };
  if (await mayWorkOn(by, pin)) return { result: 'own-agency' };
  const marks = await marksOf(by, day, newSecret);
  const own = await ratingUnder(marks, pin.code);
  if (!own && (await countOf(marks)) >= RATINGS_A_DAY) return { result: 'too-many' };
  const newcomer = isNewcomer(await firstSeen(by), at);
  const id = own?._id ?? marks.rating(pin.code);
  const result = await give({ ...rating, pin: pin.code, agency: pin.agency, id, marks, newcomer });
  if (result === 'replaced') await removePhotosOf(albumOf(id));
  await settle(id, pin.code, at);
  await takeBackQuestion(by, pin.code);
  return { result };
}

type Giving = Omit<NewRating, 'by'> & {
  agency: string | null | undefined;
  id: string;
  marks: Marks;
  newcomer: boolean;
};

/** The one rating of the day, new or in place of the one before; a repeated turn comes to what it came to. */
async function give({ agency, marks, key, ...giving }: Giving): Promise<'rated' | 'replaced'> {
  const { id, pin, day, stars, at, newcomer } = giving;
  const turn = marks.turn(key);
  const { rater } = marks;
  const made = { state: 'given' as const, stars, at, newcomer, rater, madeBy: turn, changedBy: turn };
  const place = { pin, day, ...(agency && { agency }) };
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const own = await RatingModel.findById(id).lean<StoredRating>();
    const before = own ? givenBy(turn, own) : undefined;
    if (before) return before;
    const insert = () => RatingModel.create({ _id: id, ...place, ...made });
    if (own ? await replaced(own, made) : await ignoreDuplicate(insert))
      return own?.state === 'given' ? 'replaced' : 'rated';
  }
  throw new Error('a rating never came to rest');
}

/** What a turn has come to, if it was this one that made or last changed the rating. */
function givenBy(turn: string, { state, madeBy, changedBy }: StoredRating): 'rated' | 'replaced' | undefined {
  if (state !== 'given') return undefined;
  if (madeBy === turn) return 'rated';
  return changedBy === turn ? 'replaced' : undefined;
}

type Made = { stars: number; rater: string; changedBy: string };

/** Puts a rating in the place of one that is still as it was read; a withdrawn one begins anew. */
async function replaced(own: StoredRating, made: Made): Promise<boolean> {
  // Whoever had themselves erased since is in it no more.
  const { stars, rater, changedBy } = made;
  const { matchedCount } = await RatingModel.updateOne(
    { _id: own._id, state: own.state, changedBy: own.changedBy ?? null },
    { $set: own.state === 'given' ? { stars, rater, changedBy } : made, $unset: WORDS_GONE },
  );
  return matchedCount === 1;
}

/** Takes the person's own rating back, with all that was said in it. Only while it can be told whose it is. */
export async function withdrawRating({
  by,
  day,
  pin,
  key,
}: RatingOf & { key: string }): Promise<{ result: 'withdrawn' | 'not-yours' }> {
  const own = await ownStored({ by, day, pin });
  if (!own) return { result: 'not-yours' };
  const { rating, turn } = { rating: own.rating, turn: own.marks.turn(key) };
  if (rating.state === 'withdrawn' && rating.changedBy !== turn) return { result: 'not-yours' };
  await RatingModel.updateOne(
    { _id: rating._id, state: 'given' },
    { $set: { state: 'withdrawn', changedBy: turn, leftOut: false }, $unset: { ...WORDS_GONE, stars: 1 } },
  );
  await removePhotosOf(albumOf(rating._id));
  await settle(rating._id, rating.pin, rating.at);
  return { result: 'withdrawn' };
}

/** The person's own rating of an office on a day; undefined when there is none, or it cannot be told any more. */
export async function ownRating(of: RatingOf): Promise<OwnRating | undefined> {
  const own = await ownStored(of);
  if (own?.rating.state !== 'given') return undefined;
  const { stars, day, tags, procedure, comment, hasPhoto } = own.rating;
  return {
    stars: stars ?? 0,
    day,
    tags: tags ?? [],
    ...(procedure && { procedure }),
    ...(comment && { comment: comment.shown }),
    hasPhoto: hasPhoto ?? false,
  };
}

/** Whether the person has rated the office yesterday or today (days of Bangkok). */
export async function hasRatedLately({
  pin,
  by,
  now,
}: {
  pin: string;
  by: string;
  now: Date;
}): Promise<boolean> {
  const today = bangkokDate(now);
  const own = await Promise.all([addDays(today, -1), today].map((day) => ownRating({ pin, by, day })));
  return own.some((rating) => rating !== undefined);
}

/** The person's own rating as it is stored, a withdrawn one too, wherever its office was merged to. */
export async function ownStored({
  pin,
  by,
  day,
}: RatingOf): Promise<{ rating: StoredRating; marks: Marks } | undefined> {
  const marks = await knownMarks(by, day);
  if (!marks) return undefined;
  const rating =
    (await ratingUnder(marks, pin)) ?? (await ratingUnder(marks, (await publishedBehind(pin))?.code ?? pin));
  return rating && { rating, marks };
}

/** Looked for by its office, since one that was moved with a merged pin keeps its id. */
async function ratingUnder({ rater }: Marks, pin: string): Promise<StoredRating | undefined> {
  return (await RatingModel.findOne({ rater, pin }).sort({ state: 1 }).lean<StoredRating>()) ?? undefined;
}

/** Withdrawn ones count too: nobody rates and withdraws all day. */
const countOf = ({ rater }: Marks): Promise<number> => RatingModel.countDocuments({ rater });

/** The office may have been merged between looking it up and writing: then its ratings have moved already, but for this one. */
async function settle(id: string, pin: string, at: Date): Promise<void> {
  await recount(pin, at);
  const behind = await publishedBehind(pin);
  if (behind?.code && behind.code !== pin)
    await moveRating(id, pin, { pin: behind.code, agency: behind.agency });
}
