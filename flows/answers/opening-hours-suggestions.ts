// What unclear opening hours may have meant, as whole weeks, so that one tap accepts one of them.

import { toArabicDigits } from '../../models/thai/digits.ts';
import { DAY_MINUTES, type OpeningHours, type Period } from '../../models/thai/opening-hours.ts';
import { parseOpeningHours } from './opening-hours.ts';

/** More are no help to choose from. */
const MOST = 4;
/** Times in doubt in one text; each is tried with each of its meanings. */
const DEEPEST = 3;

/**
 * The weeks that a text may mean which `parseOpeningHours` refuses as unclear, the likeliest first; at most four, and
 * none for a text that is clear, or wrong in another way.
 */
export function suggestedHours(text: string): OpeningHours[] {
  const found = meaningsOf(toArabicDigits(text.normalize('NFKC')), DEEPEST);
  const distinct = new Map(found.map((hours) => [JSON.stringify(hours), hours]));
  return [...distinct.values()].slice(0, MOST);
}

function meaningsOf(text: string, depth: number): OpeningHours[] {
  const parsed = parseOpeningHours(text);
  // At the first reading nothing is in doubt: the text was clear.
  if (parsed.ok) return depth === DEEPEST ? [] : [parsed.value];
  if (parsed.why === 'ambiguous') return parsed.candidates;
  if (depth === 0 || !('suggestions' in parsed)) return [];
  return parsed.suggestions.flatMap((period) => {
    const said = replaced(text, parsed.part, written(period));
    return said === undefined ? [] : meaningsOf(said, depth - 1);
  });
}

/** A part comes as its words with single spaces between them. */
function replaced(text: string, part: string, by: string): string | undefined {
  const words = part.split(' ').map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const pattern = new RegExp(`(?<!\\d)${words.join('\\.?\\s*(?:น\\.?)?\\s*')}`, 'i');
  return pattern.test(text) ? text.replace(pattern, by) : undefined;
}

function written({ from, to }: Period): string {
  const night = to > DAY_MINUTES ? ' วันรุ่งขึ้น' : '';
  return `${clock(from)}-${clock(to > DAY_MINUTES ? to - DAY_MINUTES : to)}${night}`;
}

function clock(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return `${String(hours).padStart(2, '0')}.${String(rest).padStart(2, '0')}`;
}
