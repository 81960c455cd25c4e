/** What is forgotten of ratings: whose they were and what was said, when their time has passed or somebody wants it. */
import { removePhotosOf } from './photo.ts';
import { albumOf, RatingModel, type StoredRating, WORDS_GONE } from './rating-document.ts';
import { deleteOldKeys, deleteOldWordKeys, knownAuthors, knownRaters } from './rating-key.ts';

/** Deletes old keys, the marks made with them and what was withdrawn; how many there were. */
export async function forgetRaters(now: Date): Promise<{ keys: number; ratings: number; withdrawn: number }> {
  const { deleted: keys, keptFrom } = await deleteOldKeys(now);
  const old = { day: { $lt: keptFrom } };
  const { deletedCount: withdrawn } = await RatingModel.deleteMany({ ...old, state: 'withdrawn' });
  const { modifiedCount: ratings } = await RatingModel.updateMany(
    { ...old, rater: { $exists: true } },
    { $unset: { rater: 1, madeBy: 1, changedBy: 1 } },
  );
  // Words that went since were all that was known of their author.
  const wordless = { ...old, author: { $exists: true }, comment: null, hasPhoto: { $ne: true } };
  await RatingModel.updateMany(wordless, { $unset: { author: 1 } });
  return { keys, ratings, withdrawn };
}

/** Deletes words and photos of ratings that were kept long enough, and the keys of their authors; how many had some. */
export async function forgetOldWords(now: Date): Promise<number> {
  const { keptFrom } = await deleteOldWordKeys(now);
  const told = [{ comment: { $exists: true } }, { hasPhoto: true }, { author: { $exists: true } }];
  return forgetWordsOf({ day: { $lt: keptFrom }, $or: told }, WORDS);
}

/** What is said in a rating. Its tags are no words of anybody, and stay with the number. */
const WORDS = { comment: 1, hasPhoto: 1, answer: 1, author: 1 } as const;

async function forgetWordsOf(which: Record<string, unknown>, gone: Record<string, 1>): Promise<number> {
  const stored = await RatingModel.find(which, { hasPhoto: 1 }).lean<StoredRating[]>();
  for (const { _id, hasPhoto } of stored) if (hasPhoto) await removePhotosOf(albumOf(_id));
  await RatingModel.updateMany({ ...which, _id: { $in: stored.map(({ _id }) => _id) } }, { $unset: gone });
  return stored.length;
}

/** One of a person's own ratings that can still be told to be theirs. */
export type StoredOwnRating = {
  pin: string;
  day: string;
  stars: number;
  tags: string[];
  comment?: string;
  hasPhoto: boolean;
};

/** The ratings that can be told to be the person's, or to hold their words. */
async function theirs(person: string, now: Date): Promise<Record<string, unknown>> {
  const [raters, authors] = await Promise.all([knownRaters(person, now), knownAuthors(person, now)]);
  return { $or: [{ rater: { $in: raters } }, { author: { $in: authors } }] };
}

/** The person's ratings of which that can still be told, by day. Older ones are nobody's. */
export async function ratingsKnownOf(person: string, now: Date): Promise<StoredOwnRating[]> {
  const stored = await RatingModel.find({ ...(await theirs(person, now)), state: 'given' })
    .sort({ day: 1, _id: 1 })
    .lean<StoredRating[]>();
  return stored.map(({ pin, day, stars, tags, comment, hasPhoto }) => ({
    pin,
    day,
    stars: stars ?? 0,
    tags: tags ?? [],
    ...(comment && { comment: comment.kept }),
    hasPhoto: hasPhoto ?? false,
  }));
}

/**
 * Erases a person from their ratings: comments, photos and answers to them, and the marks. The numbers stay, nobody's.
 * Whoever rates the same office again on that day still has one rating there.
 */
export async function eraseRater(person: string, now: Date): Promise<{ ratings: number }> {
  const gone = { ...WORDS_GONE, rater: 1, madeBy: 1, changedBy: 1 } as const;
  return { ratings: await forgetWordsOf(await theirs(person, now), gone) };
}
