// The story of the demonstration: an office is pinned and found, its copies become fewer, a complaint is solved.

import { SOLVING } from './story-of-a-complaint.ts';
import { PINNING } from './story-of-a-pin.ts';
import { ENDING_COPIES } from './story-of-copies.ts';
import type { StoryStep } from './story-step.ts';

/** The whole story, in order. */
export const STORY: readonly StoryStep[] = [...PINNING, ...ENDING_COPIES, ...SOLVING];
