/**
 * The writes about ratings. `id` is the turn's own key, so that twice equals once. One's own rating is named by its
 * office and its day (of Bangkok, YYYY-MM-DD): no name for it that would lead to its person is handed out.
 */
import type { RatingTag } from './rating-look-ups.ts';

type OnOwn = { id: string; pin: string; day: string };

export type RatingEffects = {
  /** Rates an office, 1 to 5. A second one on the same day replaces the first; officials' of their own agency are not stored. */
  rate: {
    takes: OnOwn & { stars: number };
    gives: { result: 'rated' | 'replaced' | 'own-agency' | 'gone' | 'too-many' };
  };
  /** Adds to one's own rating; a comment not when it is answered already. */
  addToRating: {
    takes: OnOwn & { tags?: RatingTag[]; procedure?: string; comment?: string };
    gives: { result: 'added' | 'answered' | 'not-yours' };
  };
  /** The one photo of one's own rating, in place of the one before. */
  addRatingPhoto: {
    takes: OnOwn & { messageId: string };
    gives: {
      result: 'stored' | 'not-a-picture' | 'too-small' | 'too-large' | 'gone' | 'try-again' | 'not-yours';
    };
  };
  withdrawRating: { takes: OnOwn; gives: { result: 'withdrawn' | 'not-yours' } };
  /** An official answers a comment, once, for everybody to read. */
  answerComment: {
    takes: { id: string; rating: string; words: string };
    gives: { result: 'answered' | 'already' | 'not-yours' };
  };
  /** Switches the question of the next morning on or off. */
  askAfterwards: { takes: { id: string; wanted: boolean }; gives: { wanted: boolean } };
};
