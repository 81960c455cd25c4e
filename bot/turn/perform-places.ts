/** Doing the writes about the offices a person knows. Doing them twice comes to the same. */
import type { PlaceEffects } from '../../flows/places/place-effects.ts';
import { noteVisit, setFavourite } from '../../models/known-place.ts';

type Doer<Name extends keyof PlaceEffects> = (
  takes: PlaceEffects[Name]['takes'],
  person: string,
) => Promise<PlaceEffects[Name]['gives']>;

/** The doers of these writes. */
export function createPlaceDoers(now: () => Date): { [Name in keyof PlaceEffects]: Doer<Name> } {
  return {
    setFavourite: ({ pin, wanted }, person) => setFavourite({ person, pin, wanted, at: now() }),
    noteVisit: async ({ pin }, person) => ({ noted: await noteVisit({ person, pin, at: now() }) }),
  };
}
