/** What conversations may read about ratings. Who may see what is decided where it is read. Days are of Bangkok, YYYY-MM-DD. */
import type { Name } from '../engine/text.ts';

/** What was good or bad, to tap. */
export type RatingTag =
  | 'polite'
  | 'fast'
  | 'clear'
  | 'clean'
  | 'no-copies'
  | 'rude'
  | 'slow'
  | 'unclear'
  | 'hard-to-reach'
  | 'copies';

/**
 * How satisfied people are with an office: `n` counted ratings, and from 5 on the share of 4 and 5 with its 95 %
 * Wilson interval (each 0 to 1). `leftOut` were flagged as a burst.
 */
export type Satisfaction = {
  n: number;
  leftOut: number;
  score?: { share: number; low: number; high: number };
};

/** A comment as it may be shown: rude words and personal data masked, nobody's name. */
export type ShownComment = {
  id: string;
  stars: number;
  words: string;
  tags: RatingTag[];
  procedure?: string;
  day: string;
  answer?: string;
  /** Its photo with the key of its address; only for the office. */
  photo?: { id: string; key: string };
};

/** The person's own rating of an office on a day; the comment as it is shown. */
export type OwnRating = {
  stars: number;
  day: string;
  tags: RatingTag[];
  procedure?: string;
  comment?: string;
  hasPhoto: boolean;
};

/** An office to rate, by a code as people type it. `own`: the person works for it. */
export type RatedOffice = { code: string; name: Name; standing: 'may' | 'own' | 'too-many' };

/** An office whose comments the person reads. */
export type CommentedOffice = { code: string; name: Name; unanswered: number };

type Page = { skip: number; limit: number };
type CommentPage = { comments: ShownComment[]; all: number };

export type RatingLookUps = {
  /** The office of a code, wherever it was merged to; `gone` when it is off the map, undefined when it is no code. */
  office(typed: string, person: string, day: string): Promise<RatedOffice | 'gone' | undefined>;
  satisfaction(pin: string): Promise<Satisfaction>;
  own(pin: string, person: string, day: string): Promise<OwnRating | undefined>;
  /** Comments everybody may read: those the office answered, the newest first. */
  publicComments(pin: string, page: Page): Promise<CommentPage>;
  /** All comments of an office for its officials and coordinators, unanswered first; undefined when the person may not. */
  comments(pin: string, person: string, page: Page): Promise<CommentPage | undefined>;
  /** The offices with comments that the person works for or looks after, most unanswered first. */
  commented(person: string, page: Page): Promise<{ offices: CommentedOffice[]; all: number }>;
  /** Whether the person wants to be asked the morning after asking the way. */
  isAskedAfterwards(person: string): Promise<boolean>;
  /** The page that leads the person the way to an office and notes that they asked. `now`: the instant of the turn. */
  wayPath(pin: string, person: string, now: string): string;
};
