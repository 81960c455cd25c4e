/** Offices of one kind, near a point or in an area. */
import type { FoundOffices, FoundPin, Page, Where } from './found-reading.ts';
import { KINDS_OF_OFFICE } from './office-kind-words.ts';
import { areaOf, type Memory, pageOf, placed } from './searched-pins.ts';

/** One page of them, in order; none for a kind that is not known. */
export function officesOfKind(
  kind: string,
  where: Where,
  page: Page,
  { pins, areas }: Memory,
): FoundOffices<FoundPin> {
  const kinds = new Set(KINDS_OF_OFFICE[kind]?.pins);
  const found = [];
  for (const { item } of pins.values()) if (kinds.has(item.pin.kind)) found.push(item);
  const area = areaOf(where, areas);
  const offices = pageOf(placed(found, where, areas), page).map(({ item, metres }) => ({
    ...item.pin,
    ...(metres !== undefined && { metres }),
  }));
  return { offices, ...(area && { area }) };
}
