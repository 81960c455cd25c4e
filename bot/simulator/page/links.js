// @ts-check
/** What a URI of a bot's button means inside LINE: some addresses open the app's own windows. */
import { safeLink } from './safe-values.js';

/**
 * @typedef {{ kind: 'place' } | { kind: 'picture' } | { kind: 'fill', text: string }
 *   | { kind: 'open', address: string } | { kind: 'refused' }} UriMeaning
 */

/**
 * Reads a URI as LINE would (URL schemes of the LINE documentation, "LINE URL scheme").
 * @param {unknown} uri
 * @returns {UriMeaning}
 */
export function readUri(uri) {
  const address = safeLink(uri);
  if (!address) return { kind: 'refused' };
  const inside = /^(?:https:\/\/line\.me\/R|line:\/)\/(.*)$/i.exec(address)?.[1] ?? '';
  if (/^nv\/location\b/i.test(inside)) return { kind: 'place' };
  if (/^nv\/camera/i.test(inside)) return { kind: 'picture' };
  const prefilled = /^oaMessage\/[^/?]*\/?\?(.*)$/i.exec(inside);
  if (prefilled) return { kind: 'fill', text: decoded(prefilled[1] ?? '') };
  return { kind: 'open', address };
}

/** @param {string} text */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
