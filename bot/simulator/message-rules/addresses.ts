/** Which URIs LINE takes: percent-encoded, of a known scheme, not too long. */
import { z } from 'zod';

/** The characters of RFC 3986, with `%` only in front of two hexadecimal digits. */
const percentEncoded = /^(?:[\w.~:/?#[\]@!$&'()*+,;=-]|%[0-9a-fA-F]{2})+$/;
const linkScheme = /^(?:https?:\/\/.|line:\/\/.|tel:.)/i;

const isLink = (text: string) => percentEncoded.test(text) && linkScheme.test(text) && isParsable(text);
const isSecure = (text: string) =>
  percentEncoded.test(text) && /^https:\/\//i.test(text) && URL.canParse(text);

function isParsable(text: string): boolean {
  return !/^https?:/i.test(text) || URL.canParse(text);
}

/** What a tap opens: http, https, line or tel, at most 1,000 characters. */
export const linkUri = z
  .string()
  .min(1, 'May not be empty')
  .max(1000, 'Length must be between 1 and 1000')
  .refine(isLink, 'invalid uri');

/** What LINE itself fetches, such as pictures: https only, at most 2,000 characters. */
export const mediaUrl = z
  .string()
  .min(1, 'May not be empty')
  .max(2000, 'Length must be between 1 and 2000')
  .refine(isSecure, 'invalid uri scheme: must be a percent-encoded https URL');
