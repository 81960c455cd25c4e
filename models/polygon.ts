/**
 * Plane geometry of areas on the map: whether a point lies in one, and how far outside. Pure. Made for areas the
 * size of a district, away from the poles and the 180th meridian.
 */
import { metresBetween } from './distance.ts';
import type { PinPosition } from './pin-document.ts';

/** A closed line: the last point is the first one again. */
type Ring = readonly PinPosition[];

/** An area in GeoJSON's order: polygons, each an outer ring and then the rings of its holes. */
export type Area = readonly (readonly Ring[])[];

/** The smallest rectangle around an area, in degrees. */
export type Box = { west: number; south: number; east: number; north: number };

/** Whether the point lies in one of the polygons and in none of its holes. The edge itself belongs to the area. */
export function containsPoint(area: Area, point: PinPosition): boolean {
  return area.some((rings) => rings.some((ring) => isOnRing(ring, point)) || crossesOddly(rings, point));
}

/**
 * Metres from a point to the nearest edge of the area, from inside or outside; `Infinity` for an area without
 * points. The nearest point is sought on a plane laid around `point` (equirectangular), the distance is measured on
 * the sphere: within 0.1 % up to 100 km.
 */
export function metresToEdge(area: Area, point: PinPosition): number {
  const squeeze = Math.cos((point[1] * Math.PI) / 180);
  let nearest: PinPosition | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const [from, to] of edgesOf(area.flat())) {
    const candidate = nearestOnEdge(from, to, point, squeeze);
    const distance = Math.hypot((candidate[0] - point[0]) * squeeze, candidate[1] - point[1]);
    if (distance >= least) continue;
    least = distance;
    nearest = candidate;
  }
  return nearest ? metresBetween(point, nearest) : Number.POSITIVE_INFINITY;
}

/** The box around an area with at least one point. */
export function boxOf(area: Area): Box {
  const box = { west: 180, south: 90, east: -180, north: -90 };
  for (const [lng, lat] of area.flat(2)) {
    box.west = Math.min(box.west, lng);
    box.east = Math.max(box.east, lng);
    box.south = Math.min(box.south, lat);
    box.north = Math.max(box.north, lat);
  }
  return box;
}

/** Counts the edges that a line from the point to the east crosses, over outer ring and holes alike. */
function crossesOddly(rings: readonly Ring[], [lng, lat]: PinPosition): boolean {
  let inside = false;
  for (const [[lngA, latA], [lngB, latB]] of edgesOf(rings)) {
    // Half-open, so that a corner on the line counts for one of its two edges only.
    if (latA > lat === latB > lat) continue;
    if (lng < lngA + ((lat - latA) / (latB - latA)) * (lngB - lngA)) inside = !inside;
  }
  return inside;
}

function isOnRing(ring: Ring, [lng, lat]: PinPosition): boolean {
  for (const [[lngA, latA], [lngB, latB]] of edgesOf([ring])) {
    const isBetween =
      Math.min(lngA, lngB) <= lng &&
      lng <= Math.max(lngA, lngB) &&
      Math.min(latA, latB) <= lat &&
      lat <= Math.max(latA, latB);
    if (isBetween && (lngB - lngA) * (lat - latA) === (latB - latA) * (lng - lngA)) return true;
  }
  return false;
}

function* edgesOf(rings: readonly Ring[]): Generator<[PinPosition, PinPosition]> {
  for (const ring of rings) {
    let from = ring[0];
    if (!from) continue;
    for (const to of ring) {
      yield [from, to];
      from = to;
    }
  }
}

function nearestOnEdge(
  [lngA, latA]: PinPosition,
  [lngB, latB]: PinPosition,
  [lng, lat]: PinPosition,
  squeeze: number,
): PinPosition {
  const east = (lngB - lngA) * squeeze;
  const north = latB - latA;
  const length = east ** 2 + north ** 2;
  const along = length === 0 ? 0 : ((lng - lngA) * squeeze * east + (lat - latA) * north) / length;
  const share = Math.min(1, Math.max(0, along));
  return [lngA + share * (lngB - lngA), latA + share * (latB - latA)];
}
