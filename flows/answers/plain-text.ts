// Free text: cleaned of what nobody sees, and measured as people see it.

import { type Parsed, refused, understood } from './parsed.ts';

/** Why a text was not taken; lengths are in characters as people see them. */
export type PlainTextRefusal =
  | { why: 'empty' }
  | { why: 'too-short'; length: number; missing: number }
  | { why: 'too-long'; length: number; over: number };

const SEEN_CHARACTERS = new Intl.Segmenter('th', { granularity: 'grapheme' });
/** Control characters and what turns the writing direction; joiners inside emoji stay. */
const UNWANTED = /[\p{Cc}\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu;

/**
 * Takes free text: control characters gone, spaces folded, ends trimmed, NFC. `min` and `max` are inclusive and count
 * what people see ("น้ำ" is one character, and so is a family of emoji). With `keepNewlines`, lines stay lines, with at
 * most one empty line between them; else they become spaces.
 */
export function parsePlainText(
  text: string,
  { min = 1, max, keepNewlines = false }: { min?: number; max: number; keepNewlines?: boolean },
): Parsed<string, PlainTextRefusal> {
  const clean = keepNewlines ? cleanLines(text) : cleanLine(text);
  const length = [...SEEN_CHARACTERS.segment(clean)].length;
  if (length === 0) return refused({ why: 'empty' });
  if (length < min) return refused({ why: 'too-short', length, missing: min - length });
  return length > max ? refused({ why: 'too-long', length, over: length - max }) : understood(clean);
}

function cleanLines(text: string): string {
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/).map(cleanLine);
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function cleanLine(text: string): string {
  const spaced = text.toWellFormed().replace(/\s+/g, ' ').replace(UNWANTED, '');
  return spaced.replace(/ {2,}/g, ' ').trim().normalize('NFC');
}
