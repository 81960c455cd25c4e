/** What conversations may read. `bot/turn/look-ups` answers these from the database; tests answer them from memory. */
import type { OpeningHours } from '../models/thai/opening-hours.ts';
import type { Phone } from './answers/phone.ts';
import type { Position } from './engine/message.ts';
import type { Name } from './engine/text.ts';
import type { PeopleLookUps } from './people-look-ups.ts';
import type { KeptDraft, PinLookUps } from './pin-look-ups.ts';

/** A published service point as a citizen sees it. */
export type FoundPin = {
  code: string;
  name: Name;
  kind: string;
  position: Position;
  /** e.g. "อ.เมืองระยอง จ.ระยอง"; empty when not known. */
  area: Name;
  /** As its official gave it. */
  address?: Name;
  /** Metres from where the person is, when they said where. */
  metres?: number;
  phones?: Phone[];
  website?: string;
  hours?: OpeningHours;
  /** The code of the pin this office is inside of. */
  parent?: string;
  /** When somebody last said that all of it is still right. */
  checkedAt?: Date;
};

/** Reads handed to every step. */
export type LookUps = {
  /** Pins somebody works on, and what citizens say of them. */
  pins: PinLookUps;
  /** Agencies, and who people are. */
  people: PeopleLookUps;
  /** Published pins, nearest first, with their distances. */
  pinsNear(position: Position, page: { skip: number; limit: number }): Promise<FoundPin[]>;
  /** Published pins whose name, place or code fits the words, best first. */
  pinsNamed(words: string, page: { skip: number; limit: number; near?: Position }): Promise<FoundPin[]>;
  /** One published pin. */
  pin(code: string): Promise<FoundPin | undefined>;
  /** The person's own unfinished pins, the newest first, at most 10. */
  draftsOf(person: string): Promise<KeptDraft[]>;
};
