// What a step of the demonstration's story is made of, and who plays in it.

import { DEMO_COORDINATOR, DEMO_OFFICIAL, DEMO_PERSONAS, type DemoPersona } from './personas.ts';

/**
 * What a person does. `tap` names the label of a button or quick reply the bot has just shown; `hears` nothing: they
 * wait for a message that comes by itself. Words in braces, such as {office}, are what an earlier step has kept.
 */
export type Deed =
  | { text: string }
  | { tap: string }
  | { hears: true }
  | { location: { latitude: number; longitude: number; title?: string; address?: string } };

/** One step: who does what, and which words the answer must hold, all of them. */
export type StoryStep = {
  who: DemoPersona;
  does: Deed;
  expect: string[];
  /** Names what the pattern's group finds in the answer, for the steps that follow. The step fails where it is not. */
  keeps?: Record<string, RegExp>;
  /** The answer must hold a chart that the service draws when it is asked for. */
  showsChart?: true;
};

export const official = DEMO_OFFICIAL;
export const coordinator = DEMO_COORDINATOR;
export const [citizen = official, traveller = official] = DEMO_PERSONAS;
