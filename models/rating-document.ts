/**
 * How a rating is stored: one document per person, office and day of Bangkok. The person is in it only as marks made
 * under a key that is deleted (`rating-key.ts`); once the key is gone, and the marks with it, nobody can tell whose a
 * rating was, nor which ratings are of one person. Only one with words or a photo has a mark that lives as long as they do.
 */
import mongoose, { type InferSchemaType } from 'mongoose';

/** What was good or bad, to tap. */
export const RATING_TAGS = [
  'polite',
  'fast',
  'clear',
  'clean',
  'no-copies',
  'rude',
  'slow',
  'unclear',
  'hard-to-reach',
  'copies',
] as const;
export type RatingTag = (typeof RATING_TAGS)[number];

const comment = new mongoose.Schema(
  { kept: { type: String, required: true }, shown: { type: String, required: true } },
  { _id: false, versionKey: false },
);
const answer = new mongoose.Schema(
  {
    words: { type: String, required: true },
    at: { type: Date, required: true },
    key: { type: String, required: true },
  },
  { _id: false, versionKey: false },
);
const schema = new mongoose.Schema(
  {
    /** HMAC(person, office, day). */
    _id: { type: String, required: true },
    /** HMAC(person, day): counts what one person rates in a day. Taken away with the key. */
    rater: { type: String },
    /** HMACs of the turns that made it and changed it last, so that a repeated turn comes to the same. */
    madeBy: { type: String },
    changedBy: { type: String },
    /** HMAC(person, day) under another key, while there are words or a photo: so long they can be erased. */
    author: { type: String },
    /** The office's public code. */
    pin: { type: String, required: true },
    agency: { type: String },
    /** Of Bangkok, YYYY-MM-DD. */
    day: { type: String, required: true },
    state: { type: String, enum: ['given', 'withdrawn'], required: true },
    stars: { type: Number, min: 1, max: 5 },
    at: { type: Date, required: true },
    /** Whether the person was new to the bot; all that is known of them, see `rating-burst.ts`. */
    newcomer: { type: Boolean, required: true },
    /** Part of a burst: not counted. */
    leftOut: { type: Boolean, default: false },
    tags: { type: [String], enum: RATING_TAGS, default: undefined },
    /** The code of the procedure it was about. */
    procedure: { type: String },
    comment: { type: comment },
    hasPhoto: { type: Boolean },
    answer: { type: answer },
  },
  { collection: 'ratings', versionKey: false },
);
schema.index({ rater: 1, pin: 1 }, { sparse: true });
schema.index({ author: 1 }, { sparse: true });
// Counting an office reads nothing but the index.
schema.index({ pin: 1, state: 1, leftOut: 1, stars: 1 });
schema.index({ pin: 1, newcomer: 1, at: 1 });
schema.index({ pin: 1, hasPhoto: 1, at: -1 });
schema.index({ agency: 1, state: 1, day: 1 });
schema.index({ day: 1 });

/** A rating as it is stored. */
export type StoredRating = InferSchemaType<typeof schema>;

/** The collection; only the operations of the `rating*.ts` files touch it. */
export const RatingModel = mongoose.model('Rating', schema);

/** What is in a rating besides its stars; goes when the rating is replaced or withdrawn. */
export const WORDS_GONE = { tags: 1, procedure: 1, comment: 1, hasPhoto: 1, answer: 1, author: 1 } as const;

/** The album of a rating's photo, see `photo.ts`. */
export const albumOf = (rating: string): string => `rating:${rating}`;
