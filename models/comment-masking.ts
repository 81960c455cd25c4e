/**
 * What becomes of a comment before it is stored: personal data are masked in every copy of it, rude words only in the
 * one that is shown, so that it can still be looked into why somebody was masked.
 */
import { maskPersonalData } from './comment-masking-personal.ts';
import { maskRudeWords } from './comment-masking-rude.ts';

/** `kept` is for looking into a dispute, `shown` for everybody who may read it. */
export type MaskedComment = { kept: string; shown: string };

/** Both forms of a comment. The words as they came are in neither where they held personal data. */
export function maskComment(words: string): MaskedComment {
  const kept = maskPersonalData(words);
  return { kept, shown: maskRudeWords(kept) };
}
