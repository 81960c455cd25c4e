/**
 * The search for published pins in this process's memory, by name, place, code, kind of office and service, kept
 * current by asking the database for changes.
 */
import { metresBetween } from './distance.ts';
import type { FoundOffices, FoundPin, OfferingPin, Page, Reading, Where } from './found-reading.ts';
import { KnownAreas } from './known-areas.ts';
import { officesOfKind } from './offices-of-kind.ts';
import { officesOffering, type Service } from './offices-offering.ts';
import { readPinCode } from './pin-code.ts';
import type { PinName, PinPosition, PublishedPin } from './pin-document.ts';
import { PolledNames, type PollingSettings } from './polled-names.ts';
import { pinByCode } from './published-pins.ts';
import { readingsOf } from './search-readings.ts';
import { publishedPins, titles } from './search-sources.ts';
import { areaNamed, type SearchedPin } from './searched-pins.ts';

export type { FoundPin } from './found-reading.ts';

/** One page of what is found; `near` is where the person is. */
export type SearchPage = Page & { near?: PinPosition };

/** A running search. Each question waits for the first reading of the database and rejects when that fails. */
export type PinSearch = {
  /**
   * Pins whose name, place or code fits the words, the best first; with `near`, those that fit equally well by
   * distance.
   */
  search(words: string, page: SearchPage): Promise<FoundPin[]>;
  /** What the words can mean, the likeliest first; empty when nothing fits them. */
  readings(words: string): Promise<Reading[]>;
  /** Pins of a kind (a key of `KINDS_OF_OFFICE`): the nearest first, or those of an area. */
  ofKind(kind: string, where: Where, page: Page): Promise<FoundOffices<FoundPin>>;
  /** Where a service (the code of its procedure) is done; undefined when it is no longer offered. */
  offering(
    code: string,
    where: Where,
    page: Page,
  ): Promise<(FoundOffices<OfferingPin> & { service: Service }) | undefined>;
  /** The district or province that the words name, if pins stand there. */
  areaNamed(words: string): Promise<PinName | undefined>;
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

/** Starts reading at once. */
export function startPinSearch(settings: PinSearchSettings): PinSearch {
  const areas = new KnownAreas();
  const names = new PolledNames(publishedPins(areas), settings);
  const services = new PolledNames(titles, settings);
  const pins = () => names.items();
  return {
    search: (words, page) => searchNames(names, words, page),
    readings: (words) => readingsOf(words, { names, services, areas }),
    ofKind: async (kind, where, page) => officesOfKind(kind, where, page, { pins: await pins(), areas }),
    offering: async (code, where, page) => officesOffering(code, where, page, { pins: await pins(), areas }),
    async areaNamed(words) {
      await pins();
      return areaNamed(words, areas);
    },
    async refresh() {
      await Promise.all([names.refresh(), services.refresh()]);
    },
    async stop() {
      await Promise.all([names.stop(), services.stop()]);
    },
  };
}

async function searchNames(
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
  const others = inOrder(found).filter(({ code }) => code !== successor?.code);
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
