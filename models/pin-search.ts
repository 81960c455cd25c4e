/**
 * The search for published pins in this process's memory, by name, place, code, kind of office and service, kept
 * current by asking the database for changes.
 */
import { namesFound, type SearchPage } from './found-names.ts';
import type { FoundOffices, FoundPin, OfferingPin, Page, Reading, Where } from './found-reading.ts';
import { KnownAreas } from './known-areas.ts';
import { type AreaOffices, officesInArea } from './offices-in-area.ts';
import { officesOfKind } from './offices-of-kind.ts';
import { officesOffering, type Service } from './offices-offering.ts';
import type { PinName } from './pin-document.ts';
import { PolledNames, type PollingSettings } from './polled-names.ts';
import { readingsOf } from './search-readings.ts';
import { publishedPins, titles } from './search-sources.ts';
import { areaNamed } from './searched-pins.ts';

export type { FoundPin } from './found-reading.ts';

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
  /** All pins of a district or province; the nearest ones where there is none. */
  inArea(area: string, page: Page): Promise<AreaOffices>;
  /** The district or province that the words name, if pins stand there. */
  areaNamed(words: string): Promise<PinName | undefined>;
  /** Reads what has changed until now: after publishing a pin, the publisher finds it at once. */
  refresh(): Promise<void>;
  /** Stops asking for changes. Resolves when no reading is under way any more. */
  stop(): Promise<void>;
};

/** `pollMilliseconds` from the end of one reading to the next; failed readings go to `onError` and are repeated. */
export type PinSearchSettings = PollingSettings;

/** Starts reading at once. */
export function startPinSearch(settings: PinSearchSettings): PinSearch {
  const areas = new KnownAreas();
  const names = new PolledNames(publishedPins(areas), settings);
  const services = new PolledNames(titles, settings);
  const pins = () => names.items();
  return {
    search: (words, page) => namesFound(names, words, page),
    readings: (words) => readingsOf(words, { names, services, areas }),
    ofKind: async (kind, where, page) => officesOfKind(kind, where, page, { pins: await pins(), areas }),
    offering: async (code, where, page) => officesOffering(code, where, page, { pins: await pins(), areas }),
    inArea: async (area, page) => officesInArea(area, page, { pins: await pins(), areas }),
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
