/** What the conversation about progress remembers. */
import { z } from 'zod';

export const data = z.object({
  deadline: z.string().optional(),
  /** The part; empty for all. */
  area: z.string().optional(),
  page: z.number().int().min(0).optional(),
  /** Who is to be reminded, by their codes, and with which words besides ours. */
  agencies: z.array(z.string()).optional(),
  words: z.string().optional(),
});

export type Data = z.infer<typeof data>;
export type StepName =
  | 'overview'
  | 'one'
  | 'missing'
  | 'figures'
  | 'held'
  | 'heldFirst'
  | 'confirm'
  | 'words'
  | 'reminded'
  | 'nobody'
  | 'unstaffed';
