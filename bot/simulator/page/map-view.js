// @ts-check
/**
 * The arithmetic of the map: spherical Mercator, a view (centre and scale), and the way between
 * degrees and pixels. Pure functions.
 */

/**
 * @typedef {{ lat: number, lng: number }} Point WGS84 degrees
 * @typedef {{ centre: Point, metresPerPixel: number, width: number, height: number }} View
 *   metresPerPixel is on the ground at the centre; width and height in pixels
 */

const RADIUS = 6_378_137;
const RADIAN = Math.PI / 180;

/** From the whole country on a small phone to a street corner. */
const SCALE = { nearest: 10, farthest: 8000 };

/** Where the map may go: Thailand and a margin. */
const EDGE = { south: 4, north: 22, west: 94, east: 109 };

/** Mercator metres. @param {Point} point */
function project({ lat, lng }) {
  return { x: RADIUS * lng * RADIAN, y: RADIUS * Math.log(Math.tan(Math.PI / 4 + (lat * RADIAN) / 2)) };
}

/** @param {number} x @param {number} y @returns {Point} */
function unproject(x, y) {
  return { lng: x / RADIUS / RADIAN, lat: (2 * Math.atan(Math.exp(y / RADIUS)) - Math.PI / 2) / RADIAN };
}

/** Mercator metres per pixel: Mercator stretches the ground by 1/cos(latitude). @param {View} view */
function unitsPerPixel(view) {
  return view.metresPerPixel / Math.cos(view.centre.lat * RADIAN);
}

/** Degrees to pixels from the top left. @param {View} view @param {Point} point */
export function toPixels(view, point) {
  const units = unitsPerPixel(view);
  const centre = project(view.centre);
  const at = project(point);
  return { x: view.width / 2 + (at.x - centre.x) / units, y: view.height / 2 - (at.y - centre.y) / units };
}

/** Pixels from the top left to degrees. @param {View} view @param {number} x @param {number} y @returns {Point} */
export function toPoint(view, x, y) {
  const units = unitsPerPixel(view);
  const centre = project(view.centre);
  return unproject(centre.x + (x - view.width / 2) * units, centre.y - (y - view.height / 2) * units);
}

/** @param {number} value @param {number} low @param {number} high */
const between = (value, low, high) => Math.min(high, Math.max(low, value));

/** @param {Point} point @returns {Point} */
function insideEdge({ lat, lng }) {
  return { lat: between(lat, EDGE.south, EDGE.north), lng: between(lng, EDGE.west, EDGE.east) };
}

/** The view moved by pixels: positive looks further right and down. @param {View} view @param {number} x @param {number} y @returns {View} */
export function panned(view, x, y) {
  return { ...view, centre: insideEdge(toPoint(view, view.width / 2 + x, view.height / 2 + y)) };
}

/**
 * The view zoomed by a factor (2 shows half as much); the ground under the given pixel stays there.
 * @param {View} view @param {number} factor @param {number} [x] @param {number} [y]
 * @returns {View}
 */
export function zoomed(view, factor, x = view.width / 2, y = view.height / 2) {
  const metresPerPixel = between(view.metresPerPixel / factor, SCALE.nearest, SCALE.farthest);
  const held = toPoint(view, x, y);
  const next = { ...view, metresPerPixel };
  const moved = toPixels(next, held);
  return panned(next, moved.x - x, moved.y - y);
}

/** The whole country in the window. @param {number} width @param {number} height @returns {View} */
export function wholeCountry(width, height) {
  const metresPerPixel = between(
    Math.max(1_720_000 / height, 900_000 / width),
    SCALE.nearest,
    SCALE.farthest,
  );
  return { centre: { lat: 13.15, lng: 101.4 }, metresPerPixel, width, height };
}

/** The round number (1, 2, 5 times a power of ten) nearest below. @param {number} value */
export function roundNumber(value) {
  const power = 10 ** Math.floor(Math.log10(value));
  const first = value / power;
  return (first >= 5 ? 5 : first >= 2 ? 2 : 1) * power;
}
