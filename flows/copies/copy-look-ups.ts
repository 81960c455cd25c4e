/** What conversations may read about copies still asked for (สำเนา). Who may see what is decided where it is read. */
import type { Name } from '../engine/text.ts';
import type { CopyNeeds } from '../procedures/procedure.ts';

/** What keeps a copy from being abolished: ก law or rule, ข budget, equipment or system, ค people or process. */
export type Blocker = 'law' | 'budget' | 'people';

/** Which copies one procedure asks for at one office today, for citizens. */
export type CopiesAsked = CopyNeeds & { procedure: string; title: Name };

/** The same for those who work on it. Dates are ISO dates (YYYY-MM-DD), instants ISO. */
export type CopyPlan = CopiesAsked & {
  /** The public code of the pin; without one it is for all pins of the agency. */
  pin?: string;
  pinName?: Name;
  /** The date from which on it asks for just this. */
  since?: string;
  blockers: Blocker[];
  blockerText?: string;
  target?: string;
  doneOn?: string;
  isOverdue: boolean;
  /** Citizens who said in the last 12 months that they were still asked, though no copy is. */
  disagreeing: number;
};

/** An agency that is behind: plans past their target date; plans done that citizens dispute, and how many citizens. */
export type AgencyBehind = { code: string; name: Name; overdue: number; disputed: number; citizens: number };

export type CopyLookUps = {
  /** For each procedure linked to a published pin: which copies are asked for. */
  atPin(pin: string): Promise<CopiesAsked[]>;
  /**
   * An agency's plans, or those at one of its pins (its public code): overdue ones first, then those that ask for
   * copies, then those that citizens dispute. `words`: only those with them in their title. Undefined when the person
   * may not see them.
   */
  plansOf(
    agency: string,
    person: string,
    page: { skip: number; limit: number; pin?: string | undefined; words?: string | undefined },
  ): Promise<{ plans: CopyPlan[]; all: number; overdue: number; asking: number } | undefined>;
  /** One procedure's plan at a pin, or for all pins. */
  plan(
    question: { agency: string; procedure: string; pin?: string | undefined },
    person: string,
  ): Promise<CopyPlan | undefined>;
  /** The agencies of a scope (such as `province:21`) that are behind; undefined when the person does not look after it. */
  overdueIn(
    scope: string,
    person: string,
    page: { skip: number; limit: number },
  ): Promise<{ agencies: AgencyBehind[]; all: number } | undefined>;
};
