/** How far two points are from each other. */
import type { PinPosition } from './pin-document.ts';

/** The radius MongoDB reckons with, in metres, so that both give the same distances. */
const EARTH_RADIUS_METRES = 6_378_100;

/** Metres along the surface of the earth, taken as a sphere (haversine). */
export function metresBetween([lngA, latA]: PinPosition, [lngB, latB]: PinPosition): number {
  const halfLat = Math.sin(radians(latB - latA) / 2);
  const halfLng = Math.sin(radians(lngB - lngA) / 2);
  const chord = halfLat ** 2 + Math.cos(radians(latA)) * Math.cos(radians(latB)) * halfLng ** 2;
  return 2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(chord)));
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
