/** What correcting a pin remembers between turns, and its steps. */
import { z } from 'zod';
import { isOpeningHours, type OpeningHours } from '../models/thai/opening-hours.ts';
import type { At as AtStep } from './engine/flow.ts';
import type { PinField } from './pin-fields.ts';
import { rememberedName } from './remembered-name.ts';

const field = z.enum([
  ...(['nameTh', 'nameEn', 'kind', 'position', 'spot', 'addressTh', 'addressEn'] as const),
  ...(['phones', 'website', 'hours', 'parent', 'contact'] as const),
]);

export const data = z.object({
  /** The pin's public code. */
  pin: z.string().optional(),
  /** Fields still to be asked for, after a check of the whole pin. */
  queue: z.array(field).optional(),
  /** The change ends a check: the pin counts as checked when the queue is empty. */
  checking: z.boolean().optional(),
  /** A new position, until it is confirmed. */
  position: z.tuple([z.number(), z.number()]).optional(),
  /** Pins found for the building this office is inside of. */
  found: z.array(z.object({ code: z.string(), name: rememberedName })).optional(),
  /** What unclear opening hours may mean. */
  weeks: z.array(z.custom<OpeningHours>(isOpeningHours)).optional(),
  /** The contact person's name, until the phone is known. */
  contact: z.string().optional(),
});
export type Data = z.infer<typeof data>;
export type At = AtStep<Data>;
export type StepName =
  | PinField
  | 'overview'
  | 'move'
  | 'parentChoice'
  | 'hoursChoice'
  | 'contactPhone'
  | 'retire'
  | 'photos'
  | 'merge'
  | 'list'
  | 'notYours'
  | 'finished';
