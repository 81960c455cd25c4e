/** The writes on pins that are published, and on photos. `id` is the turn's own key; `pin` a pin's public code. */
import type { OpeningHours } from '../models/thai/opening-hours.ts';
import type { Phone } from './answers/phone.ts';
import type { Position } from './engine/message.ts';

/** What can be changed of a published pin; `null` takes a value away. */
export type PinChange = {
  nameTh?: string;
  nameEn?: string | null;
  kind?: string;
  position?: Position;
  spot?: 'entrance' | 'counter' | 'centre';
  addressTh?: string | null;
  addressEn?: string | null;
  phones?: Phone[] | null;
  website?: string | null;
  hours?: OpeningHours | null;
  parent?: string | null;
  contact?: { name: string; phone: Phone } | null;
};

/** Why a pin is taken off the map. */
export type RetiringReason = 'closed' | 'merged' | 'duplicate' | 'mistake';

/** What a citizen says is wrong with a pin. */
export type PinFault = 'moved' | 'closed' | 'phone' | 'hours' | 'other';

/**
 * What became of a change: `not-yours` when the person may not, or the pin is gone; `round-about` when the pin would
 * have come to stand inside of itself.
 */
type Changed = { result: 'changed' | 'unchanged' | 'not-yours' | 'round-about' };
/** What became of taking back: `by` is the first name of who changed it since, `past` leads to the change before. */
type Undone =
  | { result: 'unchanged' | 'not-yours' | 'round-about' }
  | { result: 'changed'; fields: (keyof PinChange)[] }
  | { result: 'nothing-left' }
  | { result: 'changed-since'; fields: (keyof PinChange)[]; by?: string; past: string };
type OnPin = { id: string; pin: string };

export type PinEffects = {
  /** Changes fields, each by itself; the others stay as they are. */
  changePin: { takes: OnPin & { fields: PinChange }; gives: Changed };
  /** Takes back the person's own last change that still stands, or the last one before that of `past`. */
  undoPinChange: { takes: OnPin & { past?: string }; gives: Undone };
  /** Takes a pin off the map. */
  retirePin: { takes: OnPin & { reason: RetiringReason }; gives: Changed };
  /** Puts a retired pin back on the map. */
  bringPinBack: { takes: OnPin; gives: Changed };
  /** Notes that all of a pin was looked over and is right. */
  checkPin: { takes: OnPin; gives: Changed };
  /** Notes that the person is at work on a pin, for a colleague to be told. */
  noteEditing: { takes: OnPin; gives: { noted: true } };
  /** Fetches a picture that was just sent and keeps it as a photo of the pin: by its code, or a draft's by its id. */
  addPhoto: {
    takes: OnPin & { messageId: string };
    gives:
      | { result: 'stored' | 'too-many'; count: number }
      | { result: 'not-a-picture' | 'too-small' | 'too-large' | 'gone' | 'try-again' | 'not-yours' };
  };
  /** Deletes one photo of a pin, or by its id of a draft. */
  deletePhoto: { takes: OnPin & { photo: string }; gives: { result: 'deleted' | 'not-yours' } };
  /** Tells the pin's keepers that something is wrong; once for each person, pin and day. */
  reportPin: {
    takes: OnPin & { fault: PinFault; words?: string };
    gives: { result: 'taken' | 'already' | 'gone' };
  };
  /** Merges the pin `away` into the pin `keep` (codes), or into the one that took that one's place. `code` is the pin that is on the map now. */
  mergePins: {
    takes: { id: string; keep: string; away: string };
    gives:
      | { result: 'merged' | 'already-merged'; code: string }
      | { result: 'same' | 'gone' | 'not-allowed' };
  };
  /** Closes a task. */
  closeTask: { takes: { id: string; task: string }; gives: { result: 'closed' | 'not-yours' } };
};
