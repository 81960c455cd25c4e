// Coordinates typed or pasted, e.g. from a map on another phone: "19.9072, 99.8325".

import { toArabicDigits } from '../../models/thai/digits.ts';
import { type Parsed, refused, understood } from './parsed.ts';

/** Why a text is no point: it does not look like one, or it looks like one but lies off the map. */
export type CoordinatesRefusal = { why: 'not-coordinates' } | { why: 'off-the-map' };

const PAIR = /^\(?\s*([+-]?\d{1,3}(?:\.\d+)?)\s*°?\s*[,;\s]\s*([+-]?\d{1,3}(?:\.\d+)?)\s*°?\s*\)?$/;

/** A point that was read. `turned`: latitude and longitude stood the wrong way round, for the point to be on the map. */
export type Coordinates = { position: [lng: number, lat: number]; turned: boolean };

/** Reads latitude and longitude in degrees, in this order, as maps show them; the position is `[longitude, latitude]`. */
export function parseCoordinates(text: string): Parsed<Coordinates, CoordinatesRefusal> {
  const [, first, second] = PAIR.exec(toArabicDigits(text).trim()) ?? [];
  if (first === undefined || second === undefined) return refused({ why: 'not-coordinates' });
  const coordinates = onTheMap([Number(second), Number(first)]);
  return coordinates ? understood(coordinates) : refused({ why: 'off-the-map' });
}

/** The point as given if it is on the map, else turned round if that is; undefined when neither is. */
export function onTheMap([lng, lat]: [lng: number, lat: number]): Coordinates | undefined {
  if (isOnTheMap([lng, lat])) return { position: [lng, lat], turned: false };
  return isOnTheMap([lat, lng]) ? { position: [lat, lng], turned: true } : undefined;
}

function isOnTheMap([lng, lat]: [lng: number, lat: number]): boolean {
  return Math.abs(lat) <= 90 && Math.abs(lng) <= 180;
}
