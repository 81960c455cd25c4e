/** What conversations may read about the progress of a whole scope. Who may see what is decided where it is read. */
import type { Name } from '../engine/text.ts';

/** How many chose each choice of a question, by ids. */
export type ChoiceCounts = Record<string, Record<string, number>>;

/** How far a scope is, from the newest submitted revisions and the copies asked for today. */
export type SurveyReport = {
  scope: string;
  name: Name;
  round: { id: string; title: Name };
  agencies: number;
  answered: number;
  choices: ChoiceCounts;
  /** Sums of the questions that are answered with a number, and of numbers that belong to a choice ("question.choice"). */
  sums: Record<string, number>;
  /** Procedures of those agencies that ask for a copy: when they first answered, and today. */
  procedures: { all: number; before: number; now: number };
  routes: Record<RouteId, number>;
  readersMissing: number;
  /** Most frequent first. */
  blockers: { id: 'law' | 'budget' | 'people'; count: number }[];
};

/** The way to zero copies: read the card offline with a reader, or the register online with DOPA's tool (A) or DGA's (B). */
export type RouteId = 'offline' | 'online-a' | 'online-b';

/** An agency's route by the rule, why, and the next steps (with a number where one belongs to it). */
export type AgencyRoute = {
  agency: { code: string; name: Name };
  route: RouteId;
  byRule: RouteId;
  reasons: string[];
  steps: { id: string; number?: number }[];
  /** When a coordinator decided otherwise. `at` is an ISO instant. */
  override?: { reason: string; by: string; at: string };
  mayOverride: boolean;
};

export type ReportLookUps = {
  /** An agency's route, once it has submitted its survey; undefined before, or when the person may not see it. */
  route(agency: string, person: string): Promise<AgencyRoute | undefined>;
  /** The report of a scope as `readScope` writes it, or of `agency:CODE`; undefined when the person may not see it. */
  survey(scope: string, person: string): Promise<SurveyReport | undefined>;
};
