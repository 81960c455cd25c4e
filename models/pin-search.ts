/**
 * The search for published pins by name, place or code, in this process's memory, kept current by asking the
 * database for changes.
 */
import { metresBetween } from './distance.ts';
import { pinByCode, pinsChangedSince } from './pin.ts';
import { readPinCode } from './pin-code.ts';
import type { PinPosition, PublishedPin } from './pin-document.ts';
import { type NameSource, PolledNames, type PollingSettings } from './polled-names.ts';

/** A published pin that was searched for; `metres` from where the person is, when that is known. */
export type FoundPin = PublishedPin & { metres?: number };

/** One page of what is found; `near` is where the person is. */
export type SearchPage = { skip: number; limit: number; near?: PinPosition };

/** A running search. */
export type PinSearch = {
  /**
   * Pins whose name, place or code fits the words, the best first; with `near`, those that fit equally well by
   * distance. Waits for the first reading of the database and rejects when that fails.
   */
  search(words: string, page: SearchPage): Promise<FoundPin[]>;
  /** Reads what has changed until now: after publishing a pin, the publisher finds it at once. */
  refresh(): Promise<void>;
  /** Stops asking for changes. Resolves when no reading is under way any more. */
  stop(): Promise<void>;
};

/** `pollMilliseconds` from the end of one reading to the next; failed readings go to `onError` and are repeated. */
export type PinSearchSettings = PollingSettings;

/** So many names are put in order by distance at most. */
const MOST_ORDERED = 200;
/** Scores nearer to each other than this are the same: the last digits depend on the order of summing up. */
const SAME_SCORE = 0.001;

const publishedPins: NameSource<PublishedPin> = {
  async changesSince(since, limit) {
    const changes = await pinsChangedSince(since, limit);
    return changes.map(({ id, changedAt, pin }) => ({ id, changedAt, ...(pin && { item: pin }) }));
  },
  entryOf: ({ name, area, code }) => ({
    texts: name.en ? [name.th, name.en] : [name.th],
    area: `${area.th} ${area.en ?? ''}`,
    code,
  }),
  readCode: readPinCode,
};

/** Starts reading at once. */
export function startPinSearch(settings: PinSearchSettings): PinSearch {
  const names = new PolledNames(publishedPins, settings);
  return {
    async search(words, { skip, limit, near }) {
      const hits = await names.search(words, Math.max(MOST_ORDERED, skip + limit));
      const found = hits.map(({ item, score }) => ({ score, pin: withMetres(item, near) }));
      const successor = await mergedPin(
        words,
        hits.map(({ item }) => item),
      );
      const first = successor ? [withMetres(successor, near)] : [];
      const others = inOrder(found).filter(({ code }) => code !== successor?.code);
      return [...first, ...others].slice(skip, skip + limit);
    },
    refresh: () => names.refresh(),
    stop: () => names.stop(),
  };
}

/** The pin that took the place of the one whose code was typed, unless that one is found itself. */
async function mergedPin(words: string, found: readonly PublishedPin[]): Promise<PublishedPin | undefined> {
  const code = readPinCode(words);
  return code === undefined || found.some((pin) => pin.code === code) ? undefined : pinByCode(code);
}

function withMetres(pin: PublishedPin, near: PinPosition | undefined): FoundPin {
  return near ? { ...pin, metres: metresBetween(near, pin.position) } : { ...pin };
}

/** Hits come best first; among equals the nearest go first. */
function inOrder(found: readonly { score: number; pin: FoundPin }[]): FoundPin[] {
  const groups: { score: number; pins: FoundPin[] }[] = [];
  for (const { score, pin } of found) {
    const group = groups.at(-1);
    if (group && group.score - score < SAME_SCORE) group.pins.push(pin);
    else groups.push({ score, pins: [pin] });
  }
  return groups.flatMap(({ pins }) => pins.sort((a, b) => (a.metres ?? 0) - (b.metres ?? 0)));
}
