/** How much of a question about services a title holds, to tell a service that was named from one that only sounds like it. */
import { gramsOf, isAtEdge, searchForm } from './name-grams.ts';

/** From here on a title is what was asked for; slips and little words are left room. Measured over the written questions. */
const NAMED = 0.7;
/** A title of so many letters that stands whole in the question was named, whatever stands beside it. */
const WHOLE_TITLE = 5;
/** From here on it may be. */
const MAYBE = 0.4;

/** `named`, perhaps meant (`maybe`), or neither. Both in the spelling of `serviceWords`. */
export function fitOf(question: string, titles: readonly string[]): 'named' | 'maybe' | undefined {
  const share = Math.max(...titles.map((title) => shareHeld(question, title)));
  if (share >= NAMED || titles.some((title) => title.length >= WHOLE_TITLE && question.includes(title)))
    return 'named';
  return share >= MAYBE ? 'maybe' : undefined;
}

/** 0 to 1: of the trigrams within the question, those that the title has too. */
function shareHeld(question: string, title: string): number {
  const asked = [...gramsOf(searchForm(question))].filter((gram) => !isAtEdge(gram));
  const grams = gramsOf(searchForm(title));
  return asked.length === 0 ? 0 : asked.filter((gram) => grams.has(gram)).length / asked.length;
}
