/** How LINE counts the length of a text: some properties by UTF-16 units, others by what a reader sees as one. */
import { z } from 'zod';

const segmenter = new Intl.Segmenter('th', { granularity: 'grapheme' });

/** Grapheme clusters: a Thai consonant with its vowel and tone mark is one. */
export function countGraphemes(text: string): number {
  return [...segmenter.segment(text)].length;
}

const between = (min: number, max: number) => `Length must be between ${min} and ${max}`;

/** A text of at most `max` UTF-16 units. Not zod's own `max`, which counts code points. */
export function units(max: number, min = 0) {
  return z
    .string()
    .min(min, 'May not be empty')
    .refine((text) => text.length <= max, between(min, max));
}

/** A text of at most `max` grapheme clusters. */
export function graphemes(max: number, min = 0) {
  return z
    .string()
    .min(min, 'May not be empty')
    .refine((text) => text.length <= max || countGraphemes(text) <= max, between(min, max));
}

/** The size of a value as JSON, in bytes of UTF-8: Thai letters are three each. */
export const jsonBytes = (value: unknown) => Buffer.byteLength(JSON.stringify(value));
