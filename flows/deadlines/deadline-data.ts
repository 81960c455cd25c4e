/** What the conversation about deadlines remembers. */
import { z } from 'zod';
import { DONE_KINDS } from './next-step.ts';

const name = z.object({ th: z.string(), en: z.string().optional() });
const what = z.enum(DONE_KINDS);

/** A deadline as it is being put together; `place` is the name of its scope. */
const draft = z.object({
  title: name.optional(),
  what: what.optional(),
  scope: z.string().optional(),
  place: name.optional(),
  kinds: z.array(z.string()).optional(),
  opensOn: z.string().optional(),
  closesOn: z.string().optional(),
  remindBefore: z.array(z.number()).optional(),
  remindAfter: z.number().optional(),
  within: z.string().optional(),
});

const shown = draft.required().partial({ within: true, remindAfter: true }).extend({
  id: z.string(),
  changedAt: z.string(),
  isCancelled: z.boolean(),
  mayChange: z.boolean(),
  mayTighten: z.boolean(),
});

export const data = z.object({
  /** The deadlines as they were listed, and how many stand before the page. */
  list: z.array(shown).optional(),
  skip: z.number().int().min(0).optional(),
  /** The one in hand. */
  chosen: shown.optional(),
  /** What is being done: a new one, an earlier one for a part of `chosen`, or changes to `chosen`. */
  job: z.enum(['make', 'tighten', 'change']).optional(),
  draft: draft.optional(),
  /** Only one answer is asked again; then back to the look at all of it. */
  single: z.boolean().optional(),
  /** Scopes to choose from. */
  scopes: z.array(z.object({ scope: z.string(), name })).optional(),
  /** Kinds to choose from, and how many agencies there are of each. */
  kinds: z.array(z.object({ kind: z.string(), count: z.number() })).optional(),
});

export type Data = z.infer<typeof data>;
export type Draft = z.infer<typeof draft>;
export type Shown = z.infer<typeof shown>;
export type StepName =
  | 'mine'
  | 'list'
  | 'one'
  | 'titleTh'
  | 'titleEn'
  | 'what'
  | 'scope'
  | 'kinds'
  | 'opens'
  | 'closes'
  | 'remind'
  | 'review'
  | 'reason'
  | 'cancelReason'
  | 'stored'
  | 'cancelled'
  | 'restored';
