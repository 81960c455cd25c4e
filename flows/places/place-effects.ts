/** The writes about the offices a person knows. `id` is the turn's own key, so that twice equals once. */

export type PlaceEffects = {
  /** Keeps an office as a favourite (at most 20), or no longer. */
  setFavourite: {
    takes: { id: string; pin: string; wanted: boolean };
    gives: { result: 'set' | 'full' | 'gone' };
  };
  /** Notes that the person looked at an office; the last ten are kept, for people who agreed to the notice. */
  noteVisit: { takes: { id: string; pin: string }; gives: { noted: boolean } };
};
