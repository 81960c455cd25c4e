/** All offices of a district or province, those that most people go to first; or, where none stands yet, the nearest. */
import { areaPoint } from './area-point.ts';
import type { FoundPin, Page } from './found-reading.ts';
import type { PinName } from './pin-document.ts';
import { areaNamed, type Memory, pageOf, placed, type SearchedPin } from './searched-pins.ts';

/** One page of them. `isNear`: none stands in the area, these stand around its middle; `metres` from there. */
export type AreaOffices = { offices: FoundPin[]; area: PinName; isNear: boolean };

/** Kinds in the order in which they come; what is not named comes last. */
const KINDS: readonly string[] = [
  ...['district-office', 'provincial-organisation', 'city-municipality', 'town-municipality'],
  ...['subdistrict-municipality', 'subdistrict-office', 'hospital', 'health-hospital', 'police-station'],
  ...['land-office', 'transport-office', 'revenue-office', 'school'],
];

/** `area` as a reading names it. */
export async function officesInArea(area: string, page: Page, { pins, areas }: Memory): Promise<AreaOffices> {
  const items = [...pins.values()].map(({ item }) => item);
  const there = placed(items, { area }, areas).sort((a, b) => rankOf(a.item) - rankOf(b.item));
  const name = areaNamed(area, areas) ?? { th: area };
  if (there.length > 0)
    return { offices: pageOf(there, page).map(({ item }) => ({ ...item.pin })), area: name, isNear: false };
  const middle = await areaPoint(area);
  const near = middle ? placed(items, { position: middle.position }, areas) : [];
  const offices = pageOf(near, page).map(({ item: { pin }, metres = 0 }) => ({ ...pin, metres }));
  return { offices, area: middle?.name ?? name, isNear: true };
}

function rankOf({ pin: { kind } }: SearchedPin): number {
  const rank = KINDS.indexOf(kind);
  return rank < 0 ? KINDS.length : rank;
}
