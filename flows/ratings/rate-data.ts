/** What rating an office remembers between two messages. Never a word of a comment: those go straight into the rating. */
import { z } from 'zod';
import type { Advance } from '../engine/flow.ts';
import { BAD, GOOD } from './stars.ts';

const name = z.object({ th: z.string(), en: z.string().optional() });

export const data = z.object({
  /** The office, and the day of the rating. */
  pin: z.string().optional(),
  office: name.optional(),
  day: z.string().optional(),
  /** What was typed, when no office fits it. */
  asked: z.string().optional(),
  found: z.array(z.object({ code: z.string(), name, area: name })).optional(),
  tags: z.array(z.enum([...GOOD, ...BAD])).optional(),
  services: z
    .object({
      skip: z.number(),
      all: z.number(),
      shown: z.array(z.object({ code: z.string(), title: name })),
    })
    .optional(),
  /** What was added by the answer before, so that it can be said. */
  said: z.enum(['tags', 'service', 'comment']).optional(),
  /** What waits for consent. */
  wanted: z.enum(['comment', 'photo']).optional(),
});
export type Data = z.infer<typeof data>;

export type StepName =
  | 'which'
  | 'several'
  | 'stars'
  | 'more'
  | 'tags'
  | 'service'
  | 'comment'
  | 'photo'
  | 'consent'
  | 'thanks'
  | 'withdrawn'
  | 'asking'
  | 'ownAgency'
  | 'gone'
  | 'tooMany';
export type Next = Advance<Data, StepName>;
