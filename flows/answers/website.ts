// A website's address, typed or pasted.

import { type Parsed, refused, understood } from './parsed.ts';

/** Why no address was taken. `no-site`: an address of a single machine, or one with a name and password in it. */
export type WebsiteRefusal =
  | { why: 'empty' }
  | { why: 'too-long'; most: number }
  | { why: 'spaces' }
  | { why: 'not-a-website' }
  | { why: 'no-site' };

const LONGEST = 200;
/** LINE takes addresses of at most 1,000 characters, and Thai ones grow when they are percent-encoded. */
const LONGEST_ENCODED = 1000;
const SCHEME = /^[a-z][a-z0-9+.-]*:/i;
const HOST_AND_PORT = /^[^/?#@:]+:\d+(?:[/?#]|$)/;
const NAMES = /^(?=.{1,253}$)(?:(?!-)[a-z0-9-]{1,63}(?<!-)\.)+(?:xn--[a-z0-9-]{1,59}|[a-z]{2,63})$/;
const MACHINES = /(?:^|\.)(?:local|localhost|internal|invalid|test|example|arpa|onion)$/;

/**
 * Reads the address of a website, with or without "https://", also of Thai domain names. The value is a normalised http
 * or https address in ASCII ("https://www.khaomai.go.th/"), as LINE takes it; without a scheme it is https.
 */
export function parseWebsite(text: string): Parsed<string, WebsiteRefusal> {
  const said = text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .trim();
  if (said === '') return refused({ why: 'empty' });
  if (said.length > LONGEST) return refused({ why: 'too-long', most: LONGEST });
  if (/[\s\p{Cc}]/u.test(said)) return refused({ why: 'spaces' });
  const url = urlOf(said);
  if (!url) return refused({ why: 'not-a-website' });
  const isSite = NAMES.test(url.hostname) && !MACHINES.test(url.hostname);
  if (!isSite || url.username !== '' || url.password !== '') return refused({ why: 'no-site' });
  return url.href.length > LONGEST_ENCODED
    ? refused({ why: 'too-long', most: LONGEST })
    : understood(encoded(url.href));
}

function urlOf(said: string): URL | undefined {
  const hasScheme = SCHEME.test(said) && !HOST_AND_PORT.test(said);
  // The rules for addresses mend "https:/x" and "https:\\x"; what needs mending was not meant so.
  if (said.includes('\\') || (hasScheme && !/^https?:\/\/[^/]/i.test(said))) return undefined;
  const url = URL.parse(hasScheme ? said : `https://${said.replace(/^\/\//, '')}`);
  const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:';
  // A word alone is no address; only names with a dot lead anywhere.
  return url && isWeb && url.hostname.includes('.') ? url : undefined;
}

/** What the rules for addresses leave as it is, though it is not allowed in a URI: "|", "^" and the like. */
function encoded(href: string): string {
  return href
    .replace(/[^A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]/g, (sign) => encodeURIComponent(sign))
    .replace(/%(?![0-9A-Fa-f]{2})/g, '%25');
}
