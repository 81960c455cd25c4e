/** What conversations may read about procedures (คู่มือ). Who may see what is decided where it is read. */
import type { Name } from '../engine/text.ts';
import type { ListedProcedure, Procedure } from './procedure.ts';

/** A published pin of an agency, and which procedures are linked to it. */
export type PinWithProcedures = { code: string; name: Name; linked: string[] };

export type ProcedureLookUps = {
  /** All procedures an agency has: its own, and those of its kind; by Thai title. */
  ofAgency(agency: string): Promise<ListedProcedure[]>;
  /** One procedure. */
  procedure(code: string): Promise<Procedure | undefined>;
  /** The procedures linked to a published pin (its public code), by Thai title. */
  ofPin(pin: string): Promise<ListedProcedure[]>;
  /** The agency's published pins with their links, those without any first; undefined when the person may not see them. */
  pinsOf(
    agency: string,
    person: string,
    page: { skip: number; limit: number },
  ): Promise<{ pins: PinWithProcedures[]; all: number; withoutAny: number } | undefined>;
};
