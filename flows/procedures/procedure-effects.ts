/** The writes about procedures. `id` is the turn's own key, so that twice equals once. */
import type { Paper } from './procedure.ts';

export type ProcedureEffects = {
  /** Links procedures to a published pin (its public code) and takes links away; the others stay. */
  linkProcedures: {
    takes: { id: string; pin: string; add: string[]; remove: string[] };
    gives: { result: 'linked' | 'not-yours'; count: number };
  };
  /** Links all of the agency's procedures to all of its published pins. */
  linkAllProcedures: {
    takes: { id: string; agency: string };
    gives: { result: 'linked' | 'not-yours'; pins: number; procedures: number };
  };
  /** Takes back what linking all did (`of` is the id of that write): links it made are taken away, others stay. */
  unlinkProcedures: {
    takes: { id: string; agency: string; of: string };
    gives: { result: 'unlinked' | 'not-yours'; count: number };
  };
  /** Adds a procedure that the manuals miss, as the agency's own; with `pin` (its public code) it is linked there. */
  addProcedure: {
    takes: { id: string; agency: string; titleTh: string; papers: Paper[]; pin?: string };
    gives: { result: 'added'; code: string } | { result: 'not-yours' | 'too-many' };
  };
  /** Takes a procedure of the agency's own away again; those of the manuals are not the agency's to take away. */
  withdrawProcedure: {
    takes: { id: string; code: string };
    gives: { result: 'withdrawn' | 'not-yours' };
  };
};
