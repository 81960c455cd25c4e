/** Doing the writes about posters. Each is keyed by the turn's own id; who may do them the models decide. */
import type { PosterEffects } from '../../flows/posters/poster-effects.ts';
import { makePoster } from '../../models/poster.ts';

type Doer<Name extends keyof PosterEffects> = (
  takes: PosterEffects[Name]['takes'],
  person: string,
) => Promise<PosterEffects[Name]['gives']>;

/** The doers of these writes. */
export function createPosterDoers(now: () => Date): { [Name in keyof PosterEffects]: Doer<Name> } {
  return { makePoster: ({ id, pin }, by) => makePoster({ pin, by, at: now(), key: `poster:${id}` }) };
}
