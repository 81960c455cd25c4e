/** What is forgotten of ratings: whose they were, when their key's time has passed; their words, when somebody wants it. */
import { removePhotosOf } from './photo.ts';
import { albumOf, RatingModel, type StoredRating, WORDS_GONE } from './rating-document.ts';
import { deleteOldKeys, knownRaters } from './rating-key.ts';

/** Deletes old keys, the marks made with them and what was withdrawn; how many there were. */
export async function forgetRaters(now: Date): Promise<{ keys: number; ratings: number; withdrawn: number }> {
  const { deleted: keys, keptFrom } = await deleteOldKeys(now);
  const old = { day: { $lt: keptFrom } };
  const { deletedCount: withdrawn } = await RatingModel.deleteMany({ ...old, state: 'withdrawn' });
  const { modifiedCount: ratings } = await RatingModel.updateMany(
    { ...old, rater: { $exists: true } },
    { $unset: { rater: 1, madeBy: 1, changedBy: 1 } },
  );
  return { keys, ratings, withdrawn };
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

/** The person's ratings whose key is still there, by day. Older ones are nobody's. */
export async function ratingsKnownOf(person: string, now: Date): Promise<StoredOwnRating[]> {
  const stored = await RatingModel.find({ rater: { $in: await knownRaters(person, now) }, state: 'given' })
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
  const theirs = { rater: { $in: await knownRaters(person, now) } };
  const stored = await RatingModel.find(theirs, { hasPhoto: 1 }).lean<StoredRating[]>();
  for (const { _id, hasPhoto } of stored) if (hasPhoto) await removePhotosOf(albumOf(_id));
  await RatingModel.updateMany(theirs, {
    $unset: { ...WORDS_GONE, rater: 1, madeBy: 1, changedBy: 1 },
  });
  return { ratings: stored.length };
}
