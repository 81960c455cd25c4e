/** What conversations may read about the readiness survey. Who may see what is decided where it is read. Instants are ISO. */
import type { Name } from '../engine/text.ts';
import type { CopyNeeds } from '../procedures/procedure.ts';
import type { SurveyAnswer } from './answers.ts';

/** An answer with who gave it (first name; empty when not known) and when. `change` grows with every change of it. */
export type KeptAnswer = { answer: SurveyAnswer; by: string; mine: boolean; at: string; change: number };

/** A row of the matrix: which copies one procedure still needs. */
export type KeptRow = CopyNeeds & { by: string; mine: boolean; at: string; change: number };

/** The one response of an agency in a survey round. */
export type SurveyState = {
  /** `closesAt` is when answers were due; later ones are taken and marked late. */
  round: { id: string; title: Name; closesAt?: string };
  agency: { code: string; name: Name; area: Name; department: string; ministry: string };
  /** By question id. */
  answers: Record<string, KeptAnswer>;
  /** By procedure code; procedures that nobody answered for are not there. */
  matrix: Record<string, KeptRow>;
  /** What the agency submitted in the round before, when it did. */
  lastRound?: Record<string, CopyNeeds>;
  /** The newest submitted revision. */
  submitted?: { revision: number; at: string; by: string };
  /** Whether it says something else than the newest submitted revision, or anything at all when there is none. */
  isChanged: boolean;
  /** First names of colleagues at work on it right now; empty for one who has not given theirs. */
  editors: string[];
};

/**
 * A submitted revision, for the history. `late`: it came after the deadline; `changed`: ids of the questions answered
 * otherwise than in the one before, and `matrix`.
 */
export type SurveyRevision = { revision: number; at: string; by: string; late: boolean; changed: string[] };

export type SurveyLookUps = {
  /** The current round's response of an agency, empty when nobody began; undefined when the person may not see it. */
  state(agency: string, person: string): Promise<SurveyState | undefined>;
  /** Submitted revisions of the current round, the newest first; empty when the person may not see them. */
  revisions(agency: string, person: string): Promise<SurveyRevision[]>;
};
