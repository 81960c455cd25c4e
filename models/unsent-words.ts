/**
 * What an unsent message said, and how its words are known again. Records keep words and not ids of messages, so words
 * are looked for by what they became: cleaned (spaces folded, lines kept or not, politeness stripped), read by an answer
 * parser (a phone number, a website, opening hours), or masked. The wiring room, which knows the parsers, makes these
 * forms of the message again; the masks are ours and are added here.
 */
import { maskComment } from './comment-masking.ts';
import { maskIdentificationNumbers } from './comment-masking-personal.ts';

/** Stands where words stood that their sender took back. Whoever shows it says it in the reader's language. */
export const UNSENT = '(ผู้ส่งลบข้อความนี้)';

/** Shorter words stand in too many others to be looked for inside of them. UTF-16 units. */
const LONG_ENOUGH = 4;
const CUT_OFF = /(?:…|\.\.\.)$/;

/**
 * What a message may have become: as a whole, in part (one of its lines, the name in it), and as what is kept in a
 * structure of its own, such as opening hours.
 */
export type WordForms = { whole: readonly string[]; parts: readonly string[]; values: readonly unknown[] };

/** Knows the words of one message again. */
export type SaidWords = {
  /** Whether a value is what the message said, and nothing else. */
  isSaid: (value: unknown) => boolean;
  /** A shown text without the words, also where they stand among others or are cut off. */
  without: (text: string) => string;
};

/** The words in all their forms; undefined where there are none. */
export function saidWords({ whole, parts, values }: WordForms): SaidWords | undefined {
  const wholes = withMasks(whole);
  const texts = new Set([...wholes, ...withMasks(parts)]);
  if (texts.size === 0) return undefined;
  const structures = new Set(values.map((value) => JSON.stringify(value)));
  const within = [...wholes].filter(({ length }) => length >= LONG_ENOUGH);
  const isSaid = (value: unknown) =>
    typeof value === 'string' ? texts.has(value) : structures.has(JSON.stringify(value));
  const isBeginning = (text: string) => {
    const begun = text.replace(CUT_OFF, '').trimEnd();
    return (
      CUT_OFF.test(text) && begun.length >= LONG_ENOUGH && within.some((words) => words.startsWith(begun))
    );
  };
  const without = (text: string) =>
    isSaid(text) || isBeginning(text)
      ? UNSENT
      : within.reduce((left, words) => left.replaceAll(words, UNSENT), text);
  return { isSaid, without };
}

/** The longest first, so that no form leaves the rest of a longer one behind. */
function withMasks(texts: readonly string[]): Set<string> {
  const masked = texts.flatMap((text) => {
    const { kept, shown } = maskComment(text);
    return [text, kept, shown, maskIdentificationNumbers(text)];
  });
  return new Set(masked.filter((text) => text.trim() !== '').sort((a, b) => b.length - a.length));
}
