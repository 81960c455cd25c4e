/** How alike two names are. Pure. */
import { gramsOf, searchForm } from './name-grams.ts';

/**
 * From here on two names within a few steps of each other may mean one office. With abbreviations written out, two
 * ways of writing one name come to 0.63 and more, offices of different kinds in one town stay below 0.5
 * (pin-doubts.test.ts has examples). Names that differ in one word only may be caught too: a person is asked.
 */
const ALIKE = 0.6;

/** Whether two names may mean the same: Dice's coefficient of the trigrams of their search forms. */
export function areAlike(one: string, other: string): boolean {
  return likeness(one, other) >= ALIKE;
}

/** 0 for nothing in common to 1 for the same spelling. */
function likeness(one: string, other: string): number {
  const [a, b] = [gramsOf(searchForm(one)), gramsOf(searchForm(other))];
  const common = [...a].filter((gram) => b.has(gram)).length;
  return a.size + b.size === 0 ? 0 : (2 * common) / (a.size + b.size);
}
