/** The writes about posters. `id` is the turn's own key, so that twice equals once. */

export type PosterEffects = {
  /** Notes that the poster of a pin (its public code) was fetched by somebody who works on it. */
  makePoster: { takes: { id: string; pin: string }; gives: { result: 'made' | 'not-yours' } };
};
