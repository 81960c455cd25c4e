/** Counting and cutting as LINE counts: UTF-16 units, grapheme clusters, bytes of JSON. */

const segmenter = new Intl.Segmenter('th', { granularity: 'grapheme' });

/** What people see as characters: "กำ้" is one. */
export function graphemesIn(text: string): number {
  return [...segmenter.segment(text)].length;
}

/** UTF-16 units: how LINE counts texts. */
export function unitsIn(text: string): number {
  return text.length;
}

/** Bytes of the value as JSON in UTF-8. A Thai character is three. */
export function bytesIn(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value), 'utf8');
}

/** The text, or as much of it as fits `most` UTF-16 units with a … at the end, cut between graphemes. */
export function cutToUnits(text: string, most: number): string {
  return cut(text, most, unitsIn) || `${halfPairsOff(text.slice(0, most - 1))}…`;
}

/** The text, or as much of it as fits `most` graphemes with a … at the end. */
export function cutToGraphemes(text: string, most: number): string {
  return cut(text, most, graphemesIn);
}

/** Empty where not even the first grapheme fits: a pile of combining marks can be longer than any limit. */
function cut(text: string, most: number, sizeOf: (text: string) => number): string {
  // No grapheme is shorter than a unit, so a text with few units has few graphemes.
  if (unitsIn(text) <= most || sizeOf(text) <= most) return text;
  let kept = '';
  let size = 0;
  for (const { segment } of segmenter.segment(text)) {
    size += sizeOf(segment);
    if (size > most - 1) break;
    kept += segment;
  }
  return kept && `${looseEndsOff(kept)}…`;
}

/** A Thai vowel written before its consonant means nothing alone: "เ…" for "เขา". */
function looseEndsOff(text: string): string {
  return text.replace(/[เ-ไ\s]+$/, '') || text;
}

function halfPairsOff(text: string): string {
  return text.replace(/[\uD800-\uDBFF]$/, '');
}
