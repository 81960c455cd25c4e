/**
 * How many slips of the finger lie between a name and a question: letters left out, added, mistaken or swapped
 * with their neighbour (optimal string alignment). Trigrams say little about short names; this does.
 */

/** `slips` in the first `length` characters of the question, which are taken to be the name. */
export type Alignment = { slips: number; length: number };

/** What one slip costs, in characters that fit: a name with a slip is believed from four fitting characters on. */
const SLIP_COST = 3;

/**
 * Lays the end of a name onto the start of a question: people leave out the kind of office before the name, and
 * write the district or province behind it. The part of the question that speaks most for the name is chosen.
 */
export function alignEnd(name: string, question: string): Alignment {
  let best: Alignment = { slips: 0, length: 0 };
  let beforeLast = new Uint16Array(name.length + 1);
  let last = new Uint16Array(name.length + 1);
  let row = new Uint16Array(name.length + 1);
  for (let length = 1; length <= question.length; length++) {
    fillRow(row, last, beforeLast, name, question, length);
    const slips = row[name.length] ?? 0;
    if (length - SLIP_COST * slips >= best.length - SLIP_COST * best.slips) best = { slips, length };
    [beforeLast, last, row] = [last, row, beforeLast];
  }
  return best;
}

/** Slips between the question's first `length` characters and the ends of each beginning of the name. */
function fillRow(
  row: Uint16Array,
  last: Uint16Array,
  beforeLast: Uint16Array,
  name: string,
  question: string,
  length: number,
): void {
  const typed = question.charCodeAt(length - 1);
  const typedBefore = length > 1 ? question.charCodeAt(length - 2) : -1;
  row[0] = length;
  for (let at = 1; at <= name.length; at++) {
    const meant = name.charCodeAt(at - 1);
    // All three rows are one longer than the name, so that none of these is undefined.
    let least = (last[at - 1] as number) + (meant === typed ? 0 : 1);
    const added = (last[at] as number) + 1;
    const leftOut = (row[at - 1] as number) + 1;
    if (added < least) least = added;
    if (leftOut < least) least = leftOut;
    if (at > 1 && meant === typedBefore && name.charCodeAt(at - 2) === typed) {
      const swapped = (beforeLast[at - 2] as number) + 1;
      if (swapped < least) least = swapped;
    }
    row[at] = least;
  }
}
