/**
 * Masking rude words for display. They are looked for in a folded form of the text, without spaces and signs between
 * the letters and with repeated letters once, so that "ค ว ย" and "ควยยย" are found; what is masked is the text itself. Pure.
 */
import { MASK } from './comment-masking-personal.ts';
import { ENDINGS, RUDE_ENGLISH, RUDE_THAI } from './comment-masking-rude-words.ts';
import { normalForm } from './thai/normal-form.ts';

/** A folded letter, where it stands in the text, and whether something that is no letter stands before it. */
type Letter = { letter: string; from: number; to: number; isApart: boolean };
type Range = { from: number; to: number };
type Pattern = { letters: string[]; except: string[][] };

const CHARACTERS = new Intl.Segmenter('th', { granularity: 'grapheme' });
const LETTER = /[\p{L}\p{N}]/u;
const LATIN = /^[a-z]$/;
/** Signs and digits that are typed in place of a letter. */
const IN_PLACE_OF: Readonly<Record<string, string>> = {
  '@': 'a',
  $: 's',
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '5': 's',
};

/** The letters of a word, repeated ones once. */
const lettersOf = (word: string): string[] =>
  foldedText(word)
    .map(({ letter }) => letter)
    .filter((letter, index, all) => letter !== all[index - 1]);
const thai: Pattern[] = RUDE_THAI.map(({ word, except = [] }) => ({
  letters: lettersOf(word),
  except: except.map(lettersOf),
}));
const english: string[][] = RUDE_ENGLISH.flatMap(({ word }) =>
  // "fuck" and "fucker", "shit" and "shitty": longest first, so that the ending is masked too.
  ENDINGS.map((ending) => lettersOf(word + ending)),
).toSorted((one, other) => other.length - one.length);

/** The text with rude words masked. Idempotent: nothing is found across a mask. */
export function maskRudeWords(text: string): string {
  const ranges = text.split(MASK).reduce<{ at: number; found: Range[] }>(
    ({ at, found }, part) => ({
      at: at + part.length + MASK.length,
      found: [...found, ...rudeIn(part).map(({ from, to }) => ({ from: from + at, to: to + at }))],
    }),
    { at: 0, found: [] },
  ).found;
  return ranges.reduceRight((shown, { from, to }) => shown.slice(0, from) + MASK + shown.slice(to), text);
}

function rudeIn(text: string): Range[] {
  const letters = foldedText(text);
  const found: Range[] = [];
  for (let place = 0; place < letters.length; ) {
    const length = rudeAt(letters, place);
    const [first, last] = [letters[place], letters[place + length - 1]];
    if (length > 0 && first && last) found.push({ from: first.from, to: last.to });
    place += Math.max(1, length);
  }
  return found;
}

/** How many folded letters from here on are a rude word. */
function rudeAt(letters: readonly Letter[], place: number): number {
  const found = thai.find(
    (one) =>
      lengthOf(one.letters, letters, place) > 0 &&
      !one.except.some((innocent) => lengthOf(innocent, letters, place) > 0),
  );
  if (found) return lengthOf(found.letters, letters, place);
  if (!begins(letters, place)) return 0;
  const lengths = english.map((one) => lengthOf(one, letters, place));
  return lengths.find((length) => length > 0 && begins(letters, place + length)) ?? 0;
}

/** How many letters from here on the pattern takes up, each of its letters once or more; 0 when it is not there. */
function lengthOf(pattern: readonly string[], letters: readonly Letter[], from: number): number {
  let place = from;
  for (const [index, letter] of pattern.entries()) {
    if (letters[place]?.letter !== letter) return 0;
    place += 1;
    // At its ends, a letter beyond a gap belongs to the neighbouring word.
    const isInside = index > 0 && index < pattern.length - 1;
    while (letters[place]?.letter === letter && (isInside || !letters[place]?.isApart)) place += 1;
  }
  return place - from;
}

/** Whether a Latin word can begin or end here: a gap, the end, or another script. */
function begins(letters: readonly Letter[], place: number): boolean {
  const [before, here] = [letters[place - 1], letters[place]];
  return !before || !here || here.isApart || !LATIN.test(before.letter) || !LATIN.test(here.letter);
}

function foldedText(text: string): Letter[] {
  const letters: Letter[] = [];
  let isApart = false;
  for (const { segment, index } of CHARACTERS.segment(text)) {
    const letter = folded(segment);
    if (letter !== '') letters.push({ letter, from: index, to: index + segment.length, isApart });
    isApart = letter === '';
  }
  return letters;
}

/** One character as people see it in the form it is compared in; empty for what is no letter. เเ is typed for แ. */
function folded(segment: string): string {
  const plain = normalForm(segment);
  const stood = IN_PLACE_OF[plain] ?? plain;
  return LETTER.test(stood) ? stood.replace('แ', 'เ') : '';
}
