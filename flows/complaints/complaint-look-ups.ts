/** What conversations may read about complaints. Who may see what is decided where it is read. */
import type { Position } from '../engine/message.ts';
import type { Name } from '../engine/text.ts';
import type { ShownPhoto } from '../pin-look-ups.ts';
import type { ComplaintCategory, HandledCase, OwnCase } from './complaint.ts';

/** A case in a list. */
export type ListedCase = Pick<
  HandledCase,
  'code' | 'state' | 'level' | 'category' | 'target' | 'dueOn' | 'isOverdue'
>;

/** A subdistrict (code of 6 digits) or a district (of 4), with all that it lies in. */
export type SaidArea = { code: string; name: Name };

export type ComplaintLookUps = {
  /** A case the person reported or follows, by its code as people type it; the beginning of the code is enough. */
  own(code: string, person: string): Promise<OwnCase | undefined>;
  /** The person's cases, open ones first, the newest first. */
  ownCases(
    person: string,
    page: { skip: number; limit: number },
  ): Promise<{ cases: ListedCase[]; all: number }>;
  /** The draft the person left, if any. */
  draft(person: string): Promise<Record<string, unknown> | undefined>;
  /**
   * The photos sent so far, in their order: for the complaint that the person is writing (its run), or as evidence on a
   * case they work on (its code).
   */
  photos(complaint: string, person: string): Promise<ShownPhoto[]>;
  /**
   * The subdistricts and districts that words name, at most six; `isMarked` when they say so ("ต.", "district"), `hasMore`
   * when they say more than that.
   */
  areas(words: string): Promise<{ areas: SaidArea[]; isMarked: boolean; hasMore: boolean }>;
  /** The words as they are kept when no contact is given: phone and identification numbers and e-mail addresses masked. */
  masked(words: string): Promise<string>;
  /** Open cases of the same category within 100 m and 14 days, nearest first. */
  alike(
    position: Position,
    category: ComplaintCategory,
  ): Promise<{ code: string; area: Name; metres: number; at: string }[]>;
  /** Cases the person handles in the role in use, by due date. */
  handled(question: {
    person: string;
    role: string;
    skip: number;
    limit: number;
  }): Promise<{ cases: ListedCase[]; all: number; overdue: number }>;
  /** How many of those are overdue. */
  countOverdue(question: { person: string; role: string }): Promise<number>;
  /** One case for who handles it. */
  handledCase(code: string, person: string): Promise<HandledCase | undefined>;
};
