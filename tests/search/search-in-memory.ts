/** The search over offices and services that stand in memory only, without a database. */
import { namesFound } from '../../models/found-names.ts';
import type { FoundPin, Reading } from '../../models/found-reading.ts';
import { KnownAreas } from '../../models/known-areas.ts';
import { officesOfKind } from '../../models/offices-of-kind.ts';
import { newPinCode } from '../../models/pin-code.ts';
import type { PublishedPin } from '../../models/pin-document.ts';
import { PolledNames } from '../../models/polled-names.ts';
import type { NamedProcedure } from '../../models/procedure-document.ts';
import { readingsOf } from '../../models/search-readings.ts';
import { publishedPins, titles } from '../../models/search-sources.ts';
import type { SearchedPin } from '../../models/searched-pins.ts';
import { seededRandom } from '../models/search-queries.ts';
import type { ServicePoint } from '../models/service-points.ts';
import { SERVICE_TITLES } from './service-titles.ts';

/** What words lead to: their readings, and what the likeliest of them shows first. */
export type Understood = { readings: Reading[]; pins: FoundPin[] };

export type SearchInMemory = {
  understand(words: string): Promise<Understood>;
  nearest(position: [number, number], kind: string): Promise<FoundPin[]>;
  idOf(code: string): string;
  stop(): Promise<void>;
};

const AN_HOUR = 3_600_000;
const START = new Date('2018-05-08T05:00:00Z');

/** Starts it; points come with their own ids. */
export async function searchInMemory(points: readonly ServicePoint[]): Promise<SearchInMemory> {
  const settings = {
    pollMilliseconds: AN_HOUR,
    now: () => START,
    onError: (error: unknown) => {
      throw error;
    },
  };
  const areas = new KnownAreas();
  const items = pinsOf(points);
  for (const { item } of items) areas.add(item.pin.area);
  const names = new PolledNames<SearchedPin>(
    { ...publishedPins(areas), changesSince: once(items) },
    settings,
  );
  const services = new PolledNames<NamedProcedure>({ ...titles, changesSince: once(SERVICES) }, settings);
  const pins = await names.items();
  await services.items();
  const ids = new Map(items.map(({ id, item }) => [item.pin.code, id]));
  return {
    async understand(words) {
      const readings = await readingsOf(words, { names, services, areas });
      return { readings, pins: await shownFirst(readings[0]) };
    },
    async nearest(position, kind) {
      return officesOfKind(kind, { position }, { skip: 0, limit: 5 }, { pins, areas }).offices;
    },
    idOf: (code) => ids.get(code) ?? '',
    async stop() {
      await Promise.all([names.stop(), services.stop()]);
    },
  };

  async function shownFirst(reading: Reading | undefined): Promise<FoundPin[]> {
    if (reading?.by === 'name') return namesFound(names, reading.words, { skip: 0, limit: 5 });
    if (reading?.by !== 'kind' || !reading.area) return [];
    const page = { skip: 0, limit: 5 };
    return officesOfKind(reading.kind, { area: reading.area.th }, page, { pins, areas }).offices;
  }
}

const SERVICES = SERVICE_TITLES.map(([code, th, en]) => ({
  id: code,
  changedAt: START,
  item: { code, title: { th, en }, own: false },
}));

function pinsOf(points: readonly ServicePoint[]) {
  const random = seededRandom(40_000);
  const codes = new Set<string>();
  while (codes.size < points.length) codes.add(newPinCode(random));
  const code = codes.values();
  return points.map(({ id, name, area, position, kind = 'other' }) => {
    const pin: PublishedPin = { code: code.next().value ?? '', name, area, position, kind, spot: 'entrance' };
    return { id, changedAt: START, item: { pin } };
  });
}

/** All at the first reading, and nothing new ever after. */
function once<Change>(changes: Change[]) {
  return async (since: unknown): Promise<Change[]> =>
    since instanceof Date && since.getTime() === 0 ? changes : [];
}
