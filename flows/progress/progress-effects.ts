/** The writes about digests and leave. Each is keyed by the turn or the run, so that twice equals once. */
import type { Message } from '../engine/message.ts';
import type { DigestFrequency } from './progress-look-ups.ts';

export type ProgressEffects = {
  /** Keeps when the person gets their digest. */
  setDigest: { takes: { frequency: DigestFrequency }; gives: { result: 'kept' } };
  /** Lends what the person coordinates to somebody, from one day to the end of another. */
  takeLeave: {
    /** Without a stand-in whoever uses the code made under `id` stands in. `tell` is for the stand-in. */
    takes: { id: string; standIn?: string | undefined; from: string; until: string; tell: Message[] };
    gives:
      | { result: 'taken' }
      | { result: 'refused'; why: 'not-a-coordinator' | 'not-fit' | 'days' | 'overlaps' };
  };
  /** Ends a leave at once. */
  endLeave: { takes: { leave: string }; gives: { result: 'ended' | 'over' } };
};
