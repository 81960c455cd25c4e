// @ts-check
/** Reads values out of unchecked JSON without ever throwing: a wrong kind reads as absent. */

/** @typedef {import('./types.js').Json} Json */

/** The object, or an empty one. @param {unknown} value @returns {Json} */
export function asObject(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? /** @type {Json} */ (value)
    : {};
}

/** The objects of a list; anything else in it is left out. @param {unknown} value @returns {Json[]} */
export function asObjects(value) {
  if (!Array.isArray(value)) return [];
  return value.filter((item) => typeof item === 'object' && item !== null && !Array.isArray(item));
}

/** The text, or an empty one. @param {unknown} value @returns {string} */
export function asText(value) {
  return typeof value === 'string' ? value : '';
}

/** The finite number, or null. @param {unknown} value @returns {number | null} */
export function asNumber(value) {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}
