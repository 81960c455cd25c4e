/** A procedure (กระบวนการ) as the citizen manual (คู่มือสำหรับประชาชน) tells it: what to bring, what it costs, how long it takes. */
import type { Name } from '../engine/text.ts';

/** A paper to bring. `of` says which register it comes from, when it is one that Zero Copy is about. */
export type Paper = {
  name: Name;
  /** What is asked for: the paper itself, a copy of it, or both. */
  need: 'original' | 'copy' | 'both';
  of?: 'id-card' | 'house-registration' | undefined;
};

/** A procedure. `own`: an agency added it itself; otherwise it came with the manuals. */
export type Procedure = {
  code: string;
  title: Name;
  own: boolean;
  steps: Name[];
  papers: Paper[];
  fee?: Name;
  duration?: Name;
  law?: string;
  link?: string;
};

/** A procedure in a list. */
export type ListedProcedure = { code: string; title: Name; own: boolean };

/** Which copies are asked for. */
export type CopyNeeds = { idCard: boolean; house: boolean };
