/** The writes about deadlines. `key` is derived from the turn, so that twice equals once. */
import type { Name } from '../engine/text.ts';
import type { DeadlineFields } from './deadline-look-ups.ts';

/** Why nothing was written. */
export type DeadlineFault =
  | 'not-yours'
  | 'ends-before-it-opens'
  | 'no-scope'
  | 'reminder-days'
  | 'wider-unknown'
  | 'not-earlier'
  | 'outside-wider'
  | 'opens-with-wider';

type Refused = { result: 'refused'; why: DeadlineFault };

/** What of a deadline can be changed; `null` takes a value away. */
export type DeadlineWish = {
  title?: Name | undefined;
  scope?: string | undefined;
  kinds?: string[] | undefined;
  opensOn?: string | undefined;
  closesOn?: string | undefined;
  remindBefore?: number[] | undefined;
  remindAfter?: number | null | undefined;
};

export type DeadlineEffects = {
  /** Makes a deadline under this id. */
  makeDeadline: {
    takes: { id: string; key: string; fields: DeadlineFields };
    gives: { result: 'made' } | Refused;
  };
  /** Changes it, as long as it is as it was `seen` (its `changedAt`). */
  changeDeadline: {
    takes: { id: string; key: string; seen: string; change: DeadlineWish; reason: string };
    gives: { result: 'changed' | 'unchanged' | 'changed-meanwhile' } | Refused;
  };
  /** Cancels it, and with it what tightens it. */
  cancelDeadline: {
    takes: { id: string; key: string; reason: string };
    gives: { result: 'cancelled' | 'changed-meanwhile' } | Refused;
  };
  /** Takes the cancelling back. */
  restoreDeadline: {
    takes: { id: string; key: string };
    gives: { result: 'restored' | 'changed-meanwhile' } | Refused;
  };
};
