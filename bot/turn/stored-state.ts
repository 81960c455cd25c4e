/** A conversation as it is stored, checked when it comes back, and the one a newcomer begins with. */
import { z } from 'zod';
import type { Conversation } from '../../flows/engine/flow.ts';

const flowState = z.object({
  flow: z.string(),
  version: z.number(),
  run: z.string(),
  step: z.string(),
  data: z.record(z.string(), z.unknown()),
  trail: z.array(z.object({ step: z.string(), data: z.record(z.string(), z.unknown()) })),
});

const pressable = z.union([
  z.object({ act: z.literal('answer'), value: z.string() }),
  z.object({ act: z.literal('open'), flow: z.string(), value: z.string().exactOptional() }),
  z.object({
    act: z.literal('word'),
    word: z.enum(['back', 'cancel', 'help', 'continue', 'thai', 'english', 'thanks']),
  }),
]);

const conversation = z.object({
  person: z.string(),
  language: z.enum(['th', 'en']),
  consent: z.object({ version: z.number(), at: z.string() }).nullable(),
  active: flowState.nullable(),
  parked: z.array(
    z.union([
      z.object({ flow: z.string(), state: flowState }),
      z.object({ flow: z.string(), value: z.string() }),
    ]),
  ),
  shown: z.object({ under: z.array(pressable), quick: z.array(pressable) }).exactOptional(),
  answered: z.object({ run: z.string(), step: z.string(), value: z.string() }).exactOptional(),
});

/** Somebody who has not written before. */
export function newConversation(person: string): Conversation {
  return { person, language: 'th', consent: null, active: null, parked: [] };
}

/** The stored state of `person`'s conversation; a state that cannot be read is a bug and throws. */
export function readConversation(person: string, stored: unknown): Conversation {
  return stored === null ? newConversation(person) : conversation.parse(stored);
}
