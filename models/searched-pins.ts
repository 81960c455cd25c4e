/** Published pins as the search has them in memory, put in order: around a point, or within an area. */
import { metresBetween } from './distance.ts';
import type { Page, Where } from './found-reading.ts';
import type { KnownAreas } from './known-areas.ts';
import { searchForm } from './name-grams.ts';
import type { PinName, PinPosition, PublishedPin } from './pin-document.ts';
import { naturalOrder } from './thai/natural-order.ts';

/** A published pin, and the code of the agency that keeps it. */
export type SearchedPin = { pin: PublishedPin; agency?: string };

/** What is in memory. */
export type Memory = { pins: ReadonlyMap<string, { item: SearchedPin }>; areas: KnownAreas };

/** Something with a pin, at its place in the order; `metres` around a point. */
export type Placed<Item> = { item: Item; metres?: number };

/** Farther than this is not near: a district is some 30 km across. Metres. */
const NEAR = 100_000;

/** The district or province that words name in which pins stand, as it is shown. */
export function areaNamed(words: string, areas: KnownAreas): PinName | undefined {
  return areas.named(searchForm(words))?.name;
}

/** The area that was meant, as it is shown. */
export function areaOf(where: Where, areas: KnownAreas): PinName | undefined {
  return 'area' in where ? (areaNamed(where.area, areas) ?? { th: where.area }) : undefined;
}

/**
 * What is at the wanted place, in order: by distance around a point; in an area what is named after it first, then by
 * name.
 */
export function placed<Item extends { pin: PublishedPin }>(
  items: readonly Item[],
  where: Where,
  areas: KnownAreas,
): Placed<Item>[] {
  return 'position' in where ? nearest(items, where.position) : within(items, where.area, areas);
}

function nearest<Item extends { pin: PublishedPin }>(
  items: readonly Item[],
  position: PinPosition,
): Placed<Item>[] {
  const near: { item: Item; metres: number }[] = [];
  for (const item of items) {
    const metres = metresBetween(position, item.pin.position);
    if (metres <= NEAR) near.push({ item, metres });
  }
  return near.sort((a, b) => a.metres - b.metres || (a.item.pin.code < b.item.pin.code ? -1 : 1));
}

function within<Item extends { pin: PublishedPin }>(
  items: readonly Item[],
  area: string,
  areas: KnownAreas,
): Placed<Item>[] {
  const there = areas.named(searchForm(area))?.areas ?? new Set();
  const own = ownName(area);
  const isNamesake = ({ name: { th, en = '' } }: PublishedPin) =>
    [th, en].some((name) => searchForm(name).endsWith(own));
  return items
    .filter(({ pin }) => there.has(pin.area.th))
    .map((item) => ({ item, rank: isNamesake(item.pin) ? 0 : 1 }))
    .sort((a, b) => a.rank - b.rank || byName(a.item.pin, b.item.pin))
    .map(({ item }) => ({ item }));
}

/** Equal names by code: pages of them must not change places. */
const byName = (a: PublishedPin, b: PublishedPin) =>
  naturalOrder.compare(a.name.th, b.name.th) || (a.code < b.code ? -1 : 1);

/** "จ.เชียงราย" → the form of "เชียงราย", as it stands in names of offices. */
function ownName(area: string): string {
  return searchForm(area.replace(/^(?:อ\.|จ\.|อำเภอ|จังหวัด|เขต)\s*/, ''));
}

/** One page of a list. */
export function pageOf<Item>(items: readonly Item[], { skip, limit }: Page): Item[] {
  return items.slice(skip, skip + limit);
}
