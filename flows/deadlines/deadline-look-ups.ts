/** What conversations may read about deadlines. Who may see what is decided where it is read. */
import type { Name } from '../engine/text.ts';

/** What is asked for; `models/deadline-done.ts` says when each is done. */
export type DoneKind =
  | 'registered'
  | 'pinned'
  | 'surveyed'
  | 'procedures-linked'
  | 'copies-ended'
  | 'poster-printed'
  | 'pins-checked';

/** What a deadline says. Days are YYYY-MM-DD; `kinds` is empty for all; `within` is the id of the one it tightens. */
export type DeadlineFields = {
  title: Name;
  what: DoneKind;
  scope: string;
  kinds: string[];
  opensOn: string;
  closesOn: string;
  remindBefore: number[];
  remindAfter?: number | undefined;
  within?: string | undefined;
};

/** A deadline as a coordinator sees it; `changedAt` is an ISO instant. */
export type ShownDeadline = DeadlineFields & {
  id: string;
  place: Name;
  changedAt: string;
  isCancelled: boolean;
  mayChange: boolean;
  mayTighten: boolean;
};

/** A deadline as it counts for one agency. */
export type AgencyDeadline = { title: Name; what: DoneKind; closesOn: string; isDone: boolean };

/** A scope with its name. */
export type NamedScope = { scope: string; name: Name };

export type DeadlineLookUps = {
  /** All that are not over and touch what the person looks after, those that end first before the others. */
  seenBy(person: string): Promise<ShownDeadline[]>;
  /** One of them. */
  seen(id: string, person: string): Promise<ShownDeadline | undefined>;
  /** What counts for an agency now, what ends first first; undefined when the person does not work for it. */
  ofAgency(agency: string, person: string): Promise<AgencyDeadline[] | undefined>;
  /** What the person looks after within a scope ("country" for all), and the provinces or districts of it. */
  scopes(person: string, within: string): Promise<NamedScope[]>;
  /** Scopes within it by name, as far as the person looks after them. */
  scopesNamed(person: string, within: string, words: string): Promise<NamedScope[]>;
  /** How many agencies of each kind a scope has, the most first. */
  kinds(scope: string): Promise<{ kind: string; count: number }[]>;
  /** How many agencies a scope has of these kinds; of all where none are named. */
  agencies(scope: string, kinds: readonly string[]): Promise<number>;
};
