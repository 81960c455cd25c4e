/** What somebody adds to their own rating: what was good or bad, which service, a comment, a photo. */
import { maskComment } from './comment-masking.ts';
import { photosOf, removePhotosOf, storePhoto } from './photo.ts';
import type { Picture } from './photo-files.ts';
import { ownStored, type RatingOf } from './rating.ts';
import { albumOf, RatingModel, type RatingTag } from './rating-document.ts';
import { authorOf } from './rating-key.ts';

/** Characters of a comment, as people see them. */
const COMMENT_AT_MOST = 1_000;
/** Stands for the sender of a photo: who it was is not kept beside it. */
const SOMEBODY = 'rating';

/** What is added; what is left out stays as it was. */
export type RatingWords = {
  tags?: readonly RatingTag[] | undefined;
  procedure?: string | undefined;
  comment?: string | undefined;
};

/**
 * Adds to the person's own rating. A comment is masked before it is stored. Nothing is added to what an office has
 * answered. Throws RangeError for a comment of more than 1,000 characters.
 */
export async function addToRating(
  of: RatingOf,
  { tags, procedure, comment }: RatingWords,
): Promise<{ result: 'added' | 'answered' | 'not-yours' }> {
  const own = await ownStored(of);
  if (own?.rating.state !== 'given') return { result: 'not-yours' };
  const added = {
    ...(tags && { tags: [...tags] }),
    ...(procedure && { procedure }),
    ...(comment && { comment: maskComment(shortEnough(comment)), ...(await authored(of)) }),
  };
  // What has an answer stays as the answer found it.
  const open = comment ? { answer: null } : {};
  const { matchedCount } = await RatingModel.updateOne(
    { _id: own.rating._id, state: 'given', ...open },
    { $set: added },
  );
  return { result: matchedCount === 1 ? 'added' : comment ? 'answered' : 'not-yours' };
}

/** The mark by which its author can have it erased for as long as it is kept. */
async function authored({ by, day }: RatingOf): Promise<{ author?: string }> {
  const author = await authorOf(by, day);
  return author ? { author } : {};
}

function shortEnough(comment: string): string {
  const length = [...new Intl.Segmenter('th').segment(comment)].length;
  if (length > COMMENT_AT_MOST) throw new RangeError(`${length} characters, not at most ${COMMENT_AT_MOST}`);
  return comment;
}

/** Whether the person has a rating there to which a photo can be added: nothing is fetched otherwise. */
export async function mayAddPhoto(of: RatingOf): Promise<boolean> {
  return (await ownStored(of))?.rating.state === 'given';
}

/** A re-encoded photo; `messageId` is LINE's, so that unsending the message deletes it. */
export type RatingPhoto = { id: string; messageId: string; full: Picture; small: Picture };

/** Puts the one photo of the person's own rating there, in place of the one before. The same id again changes nothing. */
export async function addRatingPhoto(
  of: RatingOf,
  { at, ...photo }: RatingPhoto & { at: Date },
): Promise<{ result: 'stored' | 'not-yours' }> {
  const own = await ownStored(of);
  if (own?.rating.state !== 'given') return { result: 'not-yours' };
  const { _id } = own.rating;
  const album = albumOf(_id);
  const others = (await photosOf(album)).filter(({ id }) => id !== photo.id);
  if (others.length > 0) await removePhotosOf(album);
  await storePhoto({ ...photo, pin: album, by: SOMEBODY, at });
  const { matchedCount } = await RatingModel.updateOne(
    { _id, state: 'given' },
    { $set: { hasPhoto: true, ...(await authored(of)) } },
  );
  if (matchedCount === 1) return { result: 'stored' };
  await removePhotosOf(album);
  return { result: 'not-yours' };
}
