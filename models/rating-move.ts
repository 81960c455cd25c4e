/** When a pin is merged into another one, its ratings go along: a person's two of one day become one. */
import { recount } from './rating-counts.ts';
import { RatingModel, type StoredRating, WORDS_GONE } from './rating-document.ts';

/** The office that stays: its code, and its agency if it has one. */
type Staying = { pin: string; agency?: string | null | undefined };

/** Moves all ratings of an office (its code) to another one. The same again changes nothing. */
export async function moveRatings(from: string, to: Staying): Promise<void> {
  const moving = await RatingModel.find({ pin: from }).lean<StoredRating[]>();
  for (const rating of moving) await move(rating, to);
  // After a crash they may have moved already and not be counted; where nobody ever rated there is nothing to count.
  if (!(await RatingModel.exists({ pin: { $in: [from, to.pin] } }))) return;
  await recount(from);
  await recount(to.pin);
}

/** Moves one rating (its id). */
export async function moveRating(id: string, from: string, to: Staying): Promise<void> {
  const rating = await RatingModel.findOne({ _id: id, pin: from }).lean<StoredRating>();
  if (rating) await move(rating, to);
  await recount(from);
  await recount(to.pin);
}

async function move({ _id, rater, at, state }: StoredRating, { pin, agency }: Staying): Promise<void> {
  const other = rater
    ? await RatingModel.findOne({ rater, pin, state: 'given', _id: { $ne: _id } }).lean<StoredRating>()
    : null;
  if (other && state === 'given') await withdrawn(other.at > at ? _id : other._id);
  const place = { pin, ...(agency && { agency }) };
  await RatingModel.updateOne({ _id }, { $set: place, ...(!agency && { $unset: { agency: 1 } }) });
}

/** The earlier one of two by the same person on the same day. */
async function withdrawn(id: string): Promise<void> {
  const gone = { $set: { state: 'withdrawn' as const, leftOut: false }, $unset: { ...WORDS_GONE, stars: 1 } };
  await RatingModel.updateOne({ _id: id }, gone);
}
