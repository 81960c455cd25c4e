/** What conversations may read. `bot/turn/look-ups` answers these from the database; tests answer them from memory. */
import type { PinFields } from './effects.ts';
import type { Position } from './engine/message.ts';
import type { Name } from './engine/text.ts';

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
};

/** An unfinished pin. */
export type KeptDraft = { id: string; step: string; fields: PinFields; keptAt: string };

/** Reads handed to every step. */
export type LookUps = {
  /** Published pins, nearest first, with their distances. */
  pinsNear(position: Position, page: { skip: number; limit: number }): Promise<FoundPin[]>;
  /** Published pins whose name, place or code fits the words, best first. */
  pinsNamed(words: string, page: { skip: number; limit: number; near?: Position }): Promise<FoundPin[]>;
  /** One published pin. */
  pin(code: string): Promise<FoundPin | undefined>;
  /** The person's own unfinished pins, the newest first, at most 10. */
  draftsOf(person: string): Promise<KeptDraft[]>;
};
