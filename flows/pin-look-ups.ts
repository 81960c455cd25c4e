/** What conversations about pins that one works on may read. Who may see what is decided where it is read. */
import type { OpeningHours } from '../models/thai/opening-hours.ts';
import type { Phone } from './answers/phone.ts';
import type { PinFields } from './effects.ts';
import type { Position } from './engine/message.ts';
import type { Name } from './engine/text.ts';
import type { PinFault } from './pin-effects.ts';

/** An unfinished pin. */
export type KeptDraft = { id: string; step: string; fields: PinFields; keptAt: string };

/** A published or retired pin for somebody who may work on it. Instants are ISO. */
export type WorkPin = {
  code: string;
  state: 'published' | 'retired';
  name: Name;
  kind: string;
  position: Position;
  spot: 'entrance' | 'counter';
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
  /** First names of others at work on it right now. */
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

/** An open task about a pin. */
export type OpenTask = { id: string; pin: string; fault: PinFault; words?: string; at: string };

/** Whose pins or tasks: an agency's, or without one the person's own. */
export type Whose = { person: string; agency?: string | undefined; skip: number; limit: number };

export type PinLookUps = {
  /** A pin by its code as people type it, if the person may work on it. */
  pinForWork(code: string, person: string): Promise<WorkPin | undefined>;
  /** Drafts, then published, then retired; `unchecked`: the published ones, longest unchecked first. */
  pinsOf(question: Whose & { order: 'state' | 'unchecked' }): Promise<{ pins: ListedPin[]; all: number }>;
  /** One draft, the person's own or a colleague's. */
  draftForWork(id: string, person: string): Promise<KeptDraft | undefined>;
  /** Ids of a published pin's photos, in the order of sending. */
  photosOfPin(code: string): Promise<string[]>;
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
  /** Open tasks, the oldest first. */
  openTasks(question: Whose): Promise<{ tasks: OpenTask[]; all: number }>;
};
