/** Doing the writes about ratings. Each is keyed by the turn's own id; who may do them the models decide. */
import { createHash } from 'node:crypto';
import type { RatingEffects } from '../../flows/ratings/rating-effects.ts';
import { rateOffice, withdrawRating } from '../../models/rating.ts';
import { answerComment } from '../../models/rating-comments.ts';
import { wantQuestion } from '../../models/rating-question.ts';
import { addRatingPhoto, addToRating, mayAddPhoto } from '../../models/rating-words.ts';
import type { ContentClient, Fetched } from '../line/content.ts';
import { encodePhoto } from '../photos/encode.ts';

type Surroundings = {
  now: () => Date;
  content: ContentClient;
  /** A new UUID: two of them are a month's secret. */
  newId: () => string;
};

type Doer<Name extends keyof RatingEffects> = (
  takes: RatingEffects[Name]['takes'],
  person: string,
) => Promise<RatingEffects[Name]['gives']>;

/** The doers of these writes. */
export function createRatingDoers({ now, content, newId }: Surroundings): {
  [Name in keyof RatingEffects]: Doer<Name>;
} {
  // A UUID holds 122 random bits; two make a key as strong as the hash it is for.
  const newSecret = () => `${newId()}${newId()}`;
  return {
    rate: ({ id, ...rating }, by) => rateOffice({ ...rating, by, at: now(), key: `rate:${id}` }, newSecret),
    addToRating: ({ pin, day, tags, procedure, comment }, by) =>
      addToRating({ pin, day, by }, { tags, procedure, comment }),
    addRatingPhoto: (takes, by) => fetchPhoto(takes, by, { now, content }),
    withdrawRating: ({ id, ...of }, by) => withdrawRating({ ...of, by, key: `withdraw:${id}` }),
    answerComment: ({ id, ...answer }, by) =>
      answerComment({ ...answer, by, at: now(), key: `answer:${id}` }),
    async askAfterwards({ wanted }, person) {
      await wantQuestion(person, wanted);
      return { wanted };
    },
  };
}

/** Nothing is fetched for somebody who may not keep it. */
async function fetchPhoto(
  { id, pin, day, messageId }: RatingEffects['addRatingPhoto']['takes'],
  by: string,
  { now, content }: Pick<Surroundings, 'now' | 'content'>,
): Promise<RatingEffects['addRatingPhoto']['gives']> {
  const of = { pin, day, by };
  if (!(await mayAddPhoto(of))) return { result: 'not-yours' };
  const fetched = await content.fetchContent(messageId);
  if (!fetched.ok) return { result: WHY_NOT[fetched.why] };
  const encoded = await encodePhoto(fetched.bytes);
  if ('refused' in encoded) return { result: encoded.refused };
  return addRatingPhoto(of, { ...encoded, id: photoId(id), messageId, at: now() });
}

const WHY_NOT = {
  gone: 'gone',
  'too-large': 'too-large',
  'not-ready': 'try-again',
  unclear: 'try-again',
} as const satisfies Record<Extract<Fetched, { ok: false }>['why'], string>;

/** It stands in an address and must not lead back to the turn, and so to a person. */
const photoId = (turn: string): string =>
  createHash('sha256').update(`rating photo:${turn}`).digest('hex').slice(0, 40);
