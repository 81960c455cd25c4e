// @ts-check
/** Coordinates as people paste them, and as the page writes them. */

/** @typedef {import('./map-view.js').Point} Point */

const THAI_ZERO = '๐'.charCodeAt(0);
const PAIR =
  /^\s*\(?\s*([+-]?\d{1,3}(?:\.\d+)?)\s*°?\s*[Nn]?\s*[,;\s]\s*([+-]?\d{1,3}(?:\.\d+)?)\s*°?\s*[Ee]?\s*\)?\s*$/;

/**
 * "19.9072, 99.8325" (Thai digits too) as a point, or null when it is not two numbers on the globe.
 * @param {string} text
 * @returns {Point | null}
 */
export function parseCoordinates(text) {
  const plain = text.replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - THAI_ZERO));
  const match = PAIR.exec(plain);
  if (!match) return null;
  const point = { lat: Number(match[1]), lng: Number(match[2]) };
  return Math.abs(point.lat) <= 90 && Math.abs(point.lng) <= 180 ? point : null;
}

/** Five decimals: about a metre. @param {Point} point */
export function formatCoordinates({ lat, lng }) {
  return `${Number(lat.toFixed(5))}, ${Number(lng.toFixed(5))}`;
}
