/** What conversations may read about how far deadlines are, digests and leave. Who may see what is decided where it is read. */
import type { DoneKind } from '../deadlines/deadline-look-ups.ts';
import type { Name } from '../engine/text.ts';

/** A deadline as it closes for the person (YYYY-MM-DD). */
export type FollowedDeadline = { id: string; title: Name; what: DoneKind; closesOn: string };

/** Which deadline and part: "province:48", "district:4805"; all that the person looks after without. */
export type ProgressWish = { deadline: string; area?: string | undefined; skip: number; limit: number };

/** How far it is; `up` is the part above, empty for all. The lowest part has agencies, of which `all` is the number. */
export type ShownProgress = FollowedDeadline & {
  place: Name;
  up?: string;
  done: number;
  all: number;
  overdue: number;
  parts: { area: string; name?: Name; done: number; all: number }[];
  agencies: { code: string; name: Name; isDone: boolean }[];
};

/** Who is missing; days are YYYY-MM-DD. The counts are of all of them. */
export type ShownMissing = {
  title: Name;
  place: Name;
  all: number;
  withoutOfficials: number;
  agencies: {
    code: string;
    name: Name;
    isOverdue: boolean;
    officials: { name: string; lastSeen?: string }[];
  }[];
};

/** When somebody gets a digest: weekly, and daily where a deadline is near; daily; or not at all. */
export type DigestFrequency = 'weekly' | 'daily' | 'off';

/** Somebody who can stand in, and for what they coordinate. */
export type StandInCandidate = { person: string; name: string; place: Name };

/**
 * A leave that is not over; days are YYYY-MM-DD, the last one included. `standIn` is their name, empty where it is not
 * known; `isTaken`: somebody stands in, which with a code is only so once it was used.
 */
export type ShownLeave = { id: string; from: string; until: string; standIn: string; isTaken: boolean };

export type ProgressLookUps = {
  /** Deadlines in force that touch what the person looks after, the closest first. */
  deadlines(person: string): Promise<FollowedDeadline[]>;
  /** How far one is there; undefined when there is nothing of it that the person looks after. */
  of(wish: ProgressWish, person: string): Promise<ShownProgress | undefined>;
  /** Who is missing there. */
  missing(wish: ProgressWish, person: string): Promise<ShownMissing | undefined>;
  /** The codes of all who are missing there; undefined where there are more than 500, or none of the person's. */
  missingCodes(deadline: string, area: string | undefined, person: string): Promise<string[] | undefined>;
  /** When the person gets their digest. */
  digest(person: string): Promise<DigestFrequency>;
  /** Other coordinators of all that the person coordinates, or more. */
  standIns(person: string): Promise<StandInCandidate[]>;
  /** The person's own leaves that are not over, the next first. */
  leaves(person: string): Promise<ShownLeave[]>;
};
