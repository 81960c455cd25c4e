/** The writes on pins that are published. `id` is the turn's own key; `pin` a pin's public code. */
import type { OpeningHours } from '../models/thai/opening-hours.ts';
import type { Phone } from './answers/phone.ts';
import type { Position } from './engine/message.ts';

/** What can be changed of a published pin; `null` takes a value away. */
export type PinChange = {
  nameTh?: string;
  nameEn?: string | null;
  kind?: string;
  position?: Position;
  spot?: 'entrance' | 'counter';
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

/** What became of a change: `not-yours` when the person may not, or the pin is gone. */
type Changed = { result: 'changed' | 'unchanged' | 'not-yours' };
type OnPin = { id: string; pin: string };

export type PinEffects = {
  /** Changes fields, each by itself; the others stay as they are. */
  changePin: { takes: OnPin & { fields: PinChange }; gives: Changed };
  /** Undoes the person's own last change, where nobody has changed the field since. */
  undoPinChange: { takes: OnPin; gives: Changed };
  /** Takes a pin off the map. */
  retirePin: { takes: OnPin & { reason: RetiringReason }; gives: Changed };
  /** Puts a retired pin back on the map. */
  bringPinBack: { takes: OnPin; gives: Changed };
  /** Notes that all of a pin was looked over and is right. */
  checkPin: { takes: OnPin; gives: Changed };
  /** Notes that the person is at work on a pin, for a colleague to be told. */
  noteEditing: { takes: OnPin; gives: { noted: true } };
  /** Fetches a picture that was just sent and keeps it as a photo of the pin. */
  addPhoto: {
    takes: OnPin & { messageId: string };
    gives:
      | { result: 'stored' | 'too-many'; count: number }
      | { result: 'not-a-picture' | 'too-small' | 'too-large' | 'gone' | 'try-again' | 'not-yours' };
  };
  /** Deletes one photo. */
  deletePhoto: { takes: OnPin & { photo: string }; gives: { result: 'deleted' | 'not-yours' } };
  /** Tells the pin's keepers that something is wrong; once for each person, pin and day. */
  reportPin: {
    takes: OnPin & { fault: PinFault; words?: string };
    gives: { result: 'taken' | 'already' | 'gone' };
  };
  /** Merges the pin `away` into the pin `keep` (codes). `code` is the pin that is on the map now. */
  mergePins: {
    takes: { id: string; keep: string; away: string };
    gives:
      | { result: 'merged' | 'already-merged'; code: string }
      | { result: 'same' | 'gone' | 'not-allowed' };
  };
  /** Closes a task. */
  closeTask: { takes: { id: string; task: string }; gives: { result: 'closed' | 'not-yours' } };
};
