// @ts-check
/** Lets only harmless links, picture addresses, colours and lengths through: what a bot sends may hold anything. */

const LINK_SCHEMES = new Set(['https:', 'http:', 'tel:', 'line:']);
const OWN_MACHINE = new Set(['localhost', '127.0.0.1']);

/** @param {unknown} value @param {string} [base] @returns {URL | null} */
function parseUrl(value, base) {
  if (typeof value !== 'string' || value.length > 2000) return null;
  return URL.parse(value, base);
}

/** The absolute address of a link a person may open, or null. @param {unknown} value @returns {string | null} */
export function safeLink(value) {
  const url = parseUrl(value);
  return url && LINK_SCHEMES.has(url.protocol) ? url.href : null;
}

/**
 * The address of a picture the page may load, or null: https anywhere, http on this machine only.
 * @param {unknown} value
 * @returns {string | null}
 */
export function safePicture(value) {
  if (value === '') return null;
  const url = parseUrl(value, document.baseURI);
  if (!url) return null;
  const own = url.protocol === 'http:' && (OWN_MACHINE.has(url.hostname) || url.origin === location.origin);
  return url.protocol === 'https:' || own ? url.href : null;
}

/** `#RRGGBB` or `#RRGGBBAA`, the only colours LINE takes; else null. @param {unknown} value */
export function safeColor(value) {
  return typeof value === 'string' && /^#(?:[0-9a-f]{6}|[0-9a-f]{8})$/i.test(value) ? value : null;
}

/** A length in pixels or per cent, else null. @param {unknown} value */
export function safeLength(value) {
  return typeof value === 'string' && /^-?\d{1,4}(?:\.\d{1,3})?(?:px|%)$/.test(value) ? value : null;
}
