/**
 * Every place where words of people stand, beside what becomes of them when they are unsent. A test types a sentence at every
 * free-text step of every conversation and looks through the whole database for it, so that a place without a row is found.
 * What waits to be said to others repeats these and is no place of its own: `repeated-words.ts`.
 */
import { wordsOfCitizens } from './said-words-citizens.ts';
import { wordsOfWork } from './said-words-work.ts';
import type { WordsPlace } from './words-place.ts';

/** All places. */
export const placesOfWords: readonly WordsPlace[] = [...wordsOfCitizens, ...wordsOfWork];
