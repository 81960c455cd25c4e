// An e-mail address.

import { z } from 'zod';
import { type Parsed, refused, understood } from './parsed.ts';

/** Why no address was taken; `several`: there is more than one in the text. */
export type EmailRefusal =
  | { why: 'empty' }
  | { why: 'too-long'; most: number }
  | { why: 'several' }
  | { why: 'not-an-email' };

/** The longest address that mail can be sent to (RFC 5321). */
const LONGEST = 254;
const LONGEST_NAME = 64;
const emailAddress = z.email();

/**
 * Reads one e-mail address of the usual kind: full-width letters, invisible characters and a leading "mailto:" or "อีเมล"
 * are forgiven; the part behind the @ becomes lower case.
 */
export function parseEmail(text: string): Parsed<string, EmailRefusal> {
  const plain = text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .trim();
  const said = plain
    .replace(/^(?:mailto:|(?:อีเมลล?์?|e-?mail)\s*:?\s*)(?=\S+@)/i, '')
    .replace(/^<(.*)>$/, '$1');
  if (said === '') return refused({ why: 'empty' });
  if (said.length > LONGEST) return refused({ why: 'too-long', most: LONGEST });
  if (said.split(/[\s,;/]+/).filter((part) => emailAddress.safeParse(part).success).length > 1)
    return refused({ why: 'several' });
  const at = said.lastIndexOf('@');
  if (!emailAddress.safeParse(said).success || at > LONGEST_NAME) return refused({ why: 'not-an-email' });
  return understood(said.slice(0, at) + said.slice(at).toLowerCase());
}
