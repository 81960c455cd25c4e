/** What the conversation about copies remembers between turns, and how it is opened. */
import { z } from 'zod';
import type { Advance } from '../engine/flow.ts';

const name = z.object({ th: z.string(), en: z.string().optional() });
const blocker = z.enum(['law', 'budget', 'people']);

/** A plan as it was shown. */
export const shownPlan = z.object({
  procedure: z.string(),
  title: name,
  pin: z.string().optional(),
  pinName: name.optional(),
  idCard: z.boolean(),
  house: z.boolean(),
  since: z.string().optional(),
  blockers: z.array(blocker),
  blockerText: z.string().optional(),
  target: z.string().optional(),
  doneOn: z.string().optional(),
  isOverdue: z.boolean(),
  disagreeing: z.number(),
});
/** The same as a type. */
export type ShownPlan = z.infer<typeof shownPlan>;

const pin = z.object({ code: z.string(), name });
const agency = z.object({
  code: z.string(),
  name,
  overdue: z.number(),
  disputed: z.number(),
  citizens: z.number(),
});

/** Lists are kept as they were shown, so that a typed number means what was seen. */
export const data = z.object({
  agency: z.object({ code: z.string(), name }).optional(),
  /** The service point it is about; without one it is about all of the agency. */
  pin: pin.optional(),
  list: z
    .object({
      skip: z.number(),
      all: z.number(),
      overdue: z.number(),
      asking: z.number(),
      words: z.string().optional(),
      plans: z.array(shownPlan),
    })
    .optional(),
  pins: z.object({ skip: z.number(), all: z.number(), items: z.array(pin) }).optional(),
  scope: z.string().optional(),
  behind: z.object({ skip: z.number(), all: z.number(), agencies: z.array(agency) }).optional(),
  plan: shownPlan.optional(),
  blockers: z.array(blocker).optional(),
  /** What is taken back. */
  undoing: z.object({ procedure: z.string(), pin: z.string().optional() }).optional(),
});
/** The same as a type. */
export type Data = z.infer<typeof data>;

/** The steps of the conversation. */
export type StepName =
  | 'behind'
  | 'list'
  | 'pins'
  | 'plan'
  | 'again'
  | 'blockers'
  | 'reason'
  | 'target'
  | 'changed'
  | 'undone'
  | 'nothingBehind'
  | 'noProcedures'
  | 'notYours';

/** Where an answer leads. */
export type Next = Advance<Data, StepName>;

/** Items on one page. */
export const PAGE = 8;

/** How a button opens the conversation; `mine`: at the person's own agency, whatever role is in use. `id` is the id of the change that is taken back. */
export type CopyOpening =
  | { for: 'mine' }
  | { for: 'list'; agency: string; pin?: string }
  | { for: 'pin'; pin: string; procedure?: string }
  | { for: 'undo'; id: string; agency: string; procedure: string; pin?: string };

/** An opening as a button's value. `${pin}` and `${pin} ${procedure}` are understood as well. */
export function encodeOpening(opening: Exclude<CopyOpening, { for: 'pin' | 'mine' }>): string {
  const { agency, pin = '' } = opening;
  const parts =
    opening.for === 'list' ? ['list', agency, pin] : ['undo', opening.id, agency, opening.procedure, pin];
  return parts.join(' ').trim();
}

/** The opening a button's value stands for; undefined when there is none. */
export function readOpening(value: string): CopyOpening | undefined {
  const [first = '', second = '', third = '', fourth = '', fifth] = value.trim().split(/\s+/);
  if (!first) return undefined;
  if (first === 'mine') return { for: 'mine' };
  if (first === 'list') return { for: 'list', agency: second, ...(third && { pin: third }) };
  if (first !== 'undo') return { for: 'pin', pin: first, ...(second && { procedure: second }) };
  return { for: 'undo', id: second, agency: third, procedure: fourth, ...(fifth && { pin: fifth }) };
}
