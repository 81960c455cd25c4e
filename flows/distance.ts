/** How far two points are from each other. */
import type { Position } from './engine/message.ts';

const EARTH_RADIUS_METRES = 6_371_009;

/** Metres along the surface of the earth, taken as a sphere (haversine). */
export function metresBetween([fromLng, fromLat]: Position, [toLng, toLat]: Position): number {
  const half = (degrees: number) => Math.sin((degrees * Math.PI) / 360) ** 2;
  const cosine = (degrees: number) => Math.cos((degrees * Math.PI) / 180);
  const chord = half(toLat - fromLat) + cosine(fromLat) * cosine(toLat) * half(toLng - fromLng);
  return 2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(chord)));
}
