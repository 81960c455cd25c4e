/** Pins that fit a name, in the order in which they are shown. */
import { metresBetween } from './distance.ts';
import type { FoundPin, Page } from './found-reading.ts';
import { readPinCode } from './pin-code.ts';
import type { PinPosition, PublishedPin } from './pin-document.ts';
import type { PolledNames } from './polled-names.ts';
import { pinByCode } from './published-pins.ts';
import type { SearchedPin } from './searched-pins.ts';

/** One page of what is found; `near` is where the person is. */
export type SearchPage = Page & { near?: PinPosition };

type Scored = { score: number; pin: FoundPin };

/** So many names are put in order by distance at most. */
const MOST_ORDERED = 200;
/** Scores nearer to each other than this are the same: the last digits depend on the order of summing up. */
const SAME_SCORE = 0.001;
/** From here on the best one is what was asked for, and what is less than half as like it is something else. */
const SURE = 0.8;
const FAR_BELOW = 0.5;
/**
 * Each further pin of one name stands that much lower: where nobody can tell which name was meant, five equal ones would
 * hide the others. Names that are exactly what was typed keep their place.
 */
const REPEATED = 0.03;
/** Counters of one office are repetitions of its name: "อบต.เขาใหม่ (จุดบริการ 2)". */
const COUNTER = /\s*\([^)]*\)$/;

/** The best first; with `near`, those that fit equally well by distance. */
export async function namesFound(
  names: PolledNames<SearchedPin>,
  words: string,
  { skip, limit, near }: SearchPage,
): Promise<FoundPin[]> {
  const hits = await names.search(words, Math.max(MOST_ORDERED, skip + limit));
  const found = hits.map(({ item, score }) => ({ score, pin: withMetres(item.pin, near) }));
  const successor = await mergedPin(
    words,
    hits.map(({ item }) => item.pin),
  );
  const first = successor ? [withMetres(successor, near)] : [];
  const others = varied(inOrder(alikeEnough(found))).filter(({ code }) => code !== successor?.code);
  return [...first, ...others].slice(skip, skip + limit);
}

/** The pin that took the place of the one whose code was typed, unless that one is found itself. */
async function mergedPin(words: string, found: readonly PublishedPin[]): Promise<PublishedPin | undefined> {
  const code = readPinCode(words);
  return code === undefined || found.some((pin) => pin.code === code) ? undefined : pinByCode(code);
}

function withMetres(pin: PublishedPin, near: PinPosition | undefined): FoundPin {
  return near ? { ...pin, metres: metresBetween(near, pin.position) } : { ...pin };
}

/** Behind a hit that leaves no doubt, only what is like it. */
function alikeEnough(found: readonly Scored[]): readonly Scored[] {
  const best = found[0]?.score ?? 0;
  return best < SURE ? found : found.filter(({ score }) => score >= FAR_BELOW * best);
}

/** Hits come best first; among equals the nearest go first. */
function inOrder(found: readonly Scored[]): Scored[] {
  const groups: Scored[][] = [];
  for (const hit of found) {
    const group = groups.at(-1);
    if (group?.[0] && group[0].score - hit.score < SAME_SCORE) group.push(hit);
    else groups.push([hit]);
  }
  return groups.flatMap((group) => group.sort((a, b) => (a.pin.metres ?? 0) - (b.pin.metres ?? 0)));
}

/** Moves repeated names back a little; equals keep their order. */
function varied(found: readonly Scored[]): FoundPin[] {
  const seen = new Map<string, number>();
  const placed = found.map(({ pin, score }) => {
    const name = pin.name.th.replace(COUNTER, '');
    const repeated = seen.get(name) ?? 0;
    seen.set(name, repeated + 1);
    return { pin, score: score > 1 - SAME_SCORE ? score : score - REPEATED * repeated };
  });
  return placed.sort((a, b) => b.score - a.score).map(({ pin }) => pin);
}
