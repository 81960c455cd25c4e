/** What is said of each kind of personal data; see `personal-data.ts` for all of them. */
import type { Profile } from './person.ts';
import type { Replace } from './personal-data-replace.ts';

/** Erasing one person. */
export type Erasure = {
  /** The LINE user id. */
  person: string;
  /** The idempotency key of the erasure. */
  id: string;
  /** What stands in the person's place where records stay: `erased:…`. It tells nothing of who it was. */
  pseudonym: string;
  /** Who they said they are, if they did. */
  profile?: Profile;
  /** A text with the person's id replaced, and their name, e-mail address and phone number taken out. */
  replace: Replace;
  now: Date;
};

/** One kind of personal data. Every operation may be repeated, and be cut off at any point. */
export type PersonalKind = {
  id: string;
  /** The collections it lives in. */
  collections: readonly string[];
  /** For how many days it is kept, counted from `since`; without it until the person is erased. */
  keptDays?: number;
  /** What the days are counted from. */
  since?: 'answered' | 'sent' | 'last-used' | 'decided' | 'expired' | 'closed' | 'said' | 'made' | 'rated';
  /** When erased, the record stays and the person is taken out of it; without it the record goes. */
  stays?: true;
  /** What is stored about the person, for them to see and to take along; nobody else is in it. */
  show(person: string, now: Date): Promise<unknown[]>;
  /** Deletes it, or takes the person out of what stays. */
  erase(erasure: Erasure): Promise<void>;
  /**
   * Left until the turn in which the person asked for it is answered: the turn needs it. `in-part`: what `erase` does not
   * touch while the turn is in hand; it is called at once, and once more then.
   */
  isNeededByTurn?: true | 'in-part';
  /** Deletes or detaches what is too old; how many there were. Left out where nothing grows old. */
  deleteOld?(now: Date): Promise<number>;
};

const DAY = 24 * 3_600_000;

/** The instant so many days before. */
export const daysBefore = (now: Date, days: number): Date => new Date(now.getTime() - days * DAY);
