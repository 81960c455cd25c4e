/**
 * Unsent locations: how a point is known again, and what a case that was sent keeps in place of it, so that it still
 * reaches who looks after the area: the subdistrict, or the district where no more is known, and its middle roughly.
 */
import { proposeAddress } from './address.ts';
import { areaByCode } from './area-said.ts';
import type { PinPosition } from './pin-document.ts';
import { UNSENT } from './unsent-words.ts';

/** Decimals of a degree with which points are shown, and carried by buttons. */
const DECIMALS = [5, 4] as const;

/** What a point `[lng, lat]` may have become: as it is kept, and as it is written. */
export function formsOfPoint(point: PinPosition): { values: PinPosition[]; texts: string[] } {
  const [lng, lat] = point;
  const rounded = DECIMALS.map((decimals) => [lng.toFixed(decimals), lat.toFixed(decimals)] as const);
  return {
    values: [point, ...rounded.map(([x, y]): PinPosition => [Number(x), Number(y)])],
    texts: [
      `${lat}, ${lng}`,
      // In a link to the way there.
      `${lat.toFixed(6)},${lng.toFixed(6)}`,
      ...rounded.flatMap(([x, y]) => [`${y}, ${x}`, `${x} ${y}`]),
    ],
  };
}

/** Whether a value of a document is a point. */
export const isPoint = (value: unknown): value is PinPosition =>
  Array.isArray(value) && value.length === 2 && value.every((one) => typeof one === 'number');

/** A hundredth of a degree is about a kilometre, a tenth about ten. */
const ROUGHLY = 2;
const VERY_ROUGHLY = 1;

/** What a case about a point keeps of it: `area` tells that no more is known, `name` that its sender took the rest back. */
export async function areaInstead(point: PinPosition): Promise<{
  coordinates: PinPosition;
  area: string;
  name: { th: string; en?: string };
}> {
  const found = await proposeAddress(point);
  const area = found && (found.subdistrictKnown ? found.place.code : found.place.district.code);
  const known = area === undefined ? undefined : await areaByCode(area);
  // Where no place is known, abroad or at sea, nothing but the region stays.
  if (!area || !known)
    return { coordinates: roughly(point, VERY_ROUGHLY), area: 'unknown', name: { th: UNSENT } };
  const { th, en } = known.name;
  const name = { th: `${th} ${UNSENT}`, ...(en && { en: `${en} ${UNSENT}` }) };
  return { coordinates: roughly(known.position, ROUGHLY), area, name };
}

const roughly = ([lng, lat]: PinPosition, decimals: number): PinPosition => [
  Number(lng.toFixed(decimals)),
  Number(lat.toFixed(decimals)),
];
