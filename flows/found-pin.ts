/** A published service point as conversations find it. */
import type { OpeningHours } from '../models/thai/opening-hours.ts';
import type { Phone } from './answers/phone.ts';
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
  phones?: Phone[];
  website?: string;
  hours?: OpeningHours;
  /** The code of the pin this office is inside of. */
  parent?: string;
  /** When somebody last said that all of it is still right. */
  checkedAt?: Date;
};
