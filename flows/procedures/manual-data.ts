/** What the conversation about citizen manuals remembers, and the makers of its steps. */
import { z } from 'zod';
import { stepsOf } from '../engine/define-flow.ts';
import type { Advance, At as AtStep } from '../engine/flow.ts';

const name = z.object({ th: z.string(), en: z.string().optional() });
const paper = z.object({
  name,
  need: z.enum(['original', 'copy', 'both']),
  of: z.enum(['id-card', 'house-registration']).optional(),
});

export const data = z.object({
  agency: z.string().optional(),
  /** How many pins stand before the page shown, and those on it. */
  skip: z.number().optional(),
  pins: z.array(z.object({ code: z.string(), name })).optional(),
  /** The pin that is open. */
  pin: z.object({ code: z.string(), name }).optional(),
  /** What was ticked and unticked since the pin was opened; all else is as it is stored. */
  on: z.array(z.string()).optional(),
  off: z.array(z.string()).optional(),
  /** How many procedures stand before the page shown, a part of their names, and those on the page. */
  from: z.number().optional(),
  words: z.string().optional(),
  shown: z.array(z.object({ code: z.string(), title: name })).optional(),
  /** What was last tapped is offered no more; the list was read anew. */
  isOneGone: z.boolean().optional(),
  /** What all is applied to, as it was asked. */
  numbers: z.object({ pins: z.number(), procedures: z.number() }).optional(),
  /** The procedure that is being added: its papers, and those that are not told yet what is needed of them. */
  newTitle: z.string().optional(),
  papers: z.array(paper).optional(),
  pending: z.array(z.string()).optional(),
});
export type Data = z.infer<typeof data>;
export type StepName =
  | 'pins'
  | 'ticks'
  | 'confirmAll'
  | 'newTitle'
  | 'newPapers'
  | 'newNeed'
  | 'review'
  | 'saved'
  | 'allDone'
  | 'undone'
  | 'noPins'
  | 'notYours';
export type At = AtStep<Data>;
export type Next = Advance<Data, StepName>;

export const { question, closing } = stepsOf<Data, StepName>();

/** What a new procedure is made of goes when it is added or given up. */
export const nothingNew = { newTitle: undefined, papers: undefined, pending: undefined };
