/** What conversations about pins that one works on may read. Who may see what is decided where it is read. */
import type { OpeningHours } from '../models/thai/opening-hours.ts';
import type { Phone } from './answers/phone.ts';
import type { PinFields } from './effects.ts';
import type { Position } from './engine/message.ts';
import type { Name } from './engine/text.ts';
import type { PinChange, PinFault } from './pin-effects.ts';

/** An unfinished pin. */
export type KeptDraft = { id: string; step: string; fields: PinFields; keptAt: string };

/** A published or retired pin for somebody who may work on it. Instants are ISO. */
export type WorkPin = {
  code: string;
  state: 'published' | 'retired';
  name: Name;
  kind: string;
  position: Position;
  spot: 'entrance' | 'counter' | 'centre';
  address?: Name;
  phones?: Phone[];
  website?: string;
  hours?: OpeningHours;
  /** The code of the pin this office is inside of. */
  parent?: string;
  contact?: { name: string; phone: Phone };
  agency?: string;
  checkedAt?: string;
  retired?: { reason: string; at: string };
  /** First names of others at work on it right now; empty for one who has not given theirs. */
  editors: string[];
};

/** A pin in a list. A draft is opened by its id, anything else by its code. */
export type ListedPin = {
  id: string;
  state: 'draft' | 'published' | 'retired';
  code?: string;
  name?: Name;
  checkedAt?: string;
};

/** An open task about a pin; `procedure` is the code of the one that a copy was still asked for. */
export type OpenTask = {
  id: string;
  pin: string;
  fault: PinFault | 'copy-asked';
  procedure?: string;
  words?: string;
  at: string;
};

/** A photo as it is shown to those who work on its pin; `key` opens it while its pin is not published. */
export type ShownPhoto = { id: string; key?: string };

/** Whose pins or tasks: an agency's, or without one the person's own. */
export type Whose = { person: string; agency?: string | undefined; skip: number; limit: number };

/** A part of what a coordinator looks after, such as a district, and how many there are; without a name it is nowhere. */
export type CountedPart = { area: string; name?: Name; count: number };

/** All that a coordinator or an administrator looks after, or one part of it. */
export type ScopedQuestion = { person: string; area?: string | undefined };

export type PinLookUps = {
  /** A pin by its code as people type it, if the person may work on it. */
  pinForWork(code: string, person: string): Promise<WorkPin | undefined>;
  /** Drafts, then published, then retired; `unchecked`: the published ones, longest unchecked first. */
  pinsOf(question: Whose & { order: 'state' | 'unchecked' }): Promise<{ pins: ListedPin[]; all: number }>;
  /** One draft, the person's own or a colleague's. */
  draftForWork(id: string, person: string): Promise<KeptDraft | undefined>;
  /** Ids of a published pin's photos, in the order of sending. */
  photosOfPin(code: string): Promise<string[]>;
  /** The photos of a pin (its code, or a draft's id) in the order of sending, if the person may work on it. */
  photosForWork(pin: string, person: string): Promise<ShownPhoto[] | undefined>;
  /** The address a position most likely has, to be confirmed. */
  addressAt(position: Position): Promise<Name | undefined>;
  /** How far a position lies outside of an agency's district, where that is worth a question. */
  outsideDistrict(
    position: Position,
    agency: string,
  ): Promise<{ metres: number; own: Name; found?: Name } | undefined>;
  /** Published pins close by whose name may mean the same office; `self` is the id of the pin being made. */
  similarPins(
    position: Position,
    nameTh: string,
    self: string,
  ): Promise<{ code: string; name: Name; metres: number }[]>;
  /** Which of these published pins (codes) the person looks after and so may merge. */
  mergeable(codes: readonly string[], person: string): Promise<string[]>;
  /** The person's own last change of a pin that can be taken back. `at` is an ISO instant. */
  lastChangeOf(
    code: string,
    person: string,
  ): Promise<{ fields: (keyof PinChange)[]; at: string } | undefined>;
  /** Published and retired pins of all agencies the person looks after, counted by province or district. */
  pinAreas(question: ScopedQuestion): Promise<CountedPart[]>;
  /** The same pins page by page; with `words` those that have them in their name, code, or agency's name. */
  scopedPins(
    question: ScopedQuestion & { words?: string | undefined; skip: number; limit: number },
  ): Promise<{ pins: ListedPin[]; all: number }>;
  /** Open tasks of all those agencies, counted. */
  taskAreas(question: ScopedQuestion): Promise<CountedPart[]>;
  /** The same tasks, the oldest first. */
  scopedTasks(
    question: ScopedQuestion & { skip: number; limit: number },
  ): Promise<{ tasks: OpenTask[]; all: number }>;
  /** Open tasks, the oldest first. */
  openTasks(question: Whose): Promise<{ tasks: OpenTask[]; all: number }>;
};
