// Coordinates typed or pasted, e.g. from a map on another phone: "19.9072, 99.8325".

import { toArabicDigits } from '../../models/thai/digits.ts';
import { type Parsed, refused, understood } from './parsed.ts';

/** Why a text is no point: it does not look like one, or it looks like one but lies off the map. */
export type CoordinatesRefusal = { why: 'not-coordinates' } | { why: 'off-the-map' };

const PAIR = /^\(?\s*([+-]?\d{1,3}(?:\.\d+)?)\s*°?\s*[,;\s]\s*([+-]?\d{1,3}(?:\.\d+)?)\s*°?\s*\)?$/;

/** Reads latitude and longitude in degrees, in this order, as maps show them. The value is `[longitude, latitude]`. */
export function parseCoordinates(text: string): Parsed<[lng: number, lat: number], CoordinatesRefusal> {
  const [, first, second] = PAIR.exec(toArabicDigits(text).trim()) ?? [];
  if (first === undefined || second === undefined) return refused({ why: 'not-coordinates' });
  const [lat, lng] = [Number(first), Number(second)];
  return isOnTheMap([lng, lat]) ? understood([lng, lat]) : refused({ why: 'off-the-map' });
}

/** Whether a point has a latitude from -90 to 90 and a longitude from -180 to 180. */
export function isOnTheMap([lng, lat]: [lng: number, lat: number]): boolean {
  return Math.abs(lat) <= 90 && Math.abs(lng) <= 180;
}
