/** The writes about copies asked for. `id` is the turn's own key, so that twice equals once. */
import type { CopyNeeds } from '../procedures/procedure.ts';
import type { Blocker } from './copy-look-ups.ts';

/** What can be changed of a plan; `null` takes a value away. Dates are ISO dates. */
export type CopyChange = Partial<CopyNeeds> & {
  blockers?: Blocker[];
  blockerText?: string | null;
  target?: string | null;
};

export type CopyEffects = {
  /** Changes what a procedure asks for at one pin (its public code), or without one at all pins of the agency. */
  changeCopies: {
    takes: { id: string; agency: string; procedure: string; pin?: string; change: CopyChange };
    gives: { result: 'changed' | 'unchanged' | 'not-yours' };
  };
  /** Takes back the change that was made by the effect with the id `undoes`, if it still stands as it was made. */
  undoCopies: {
    takes: { id: string; agency: string; procedure: string; pin?: string; undoes: string };
    gives: { result: 'undone' | 'changed-since' | 'not-yours' };
  };
  /** A citizen was still asked for a copy; once for each person, procedure, office and month. */
  flagCopy: {
    takes: { id: string; pin: string; procedure: string; words?: string };
    gives: { result: 'counted' | 'already' | 'gone' | 'too-many' };
  };
};
