/** What the questions about complaints take for answers: longer words with their lines, and how to reach somebody. */
import { parseEmail } from '../answers/email.ts';
import { formatPhone, parsePhones } from '../answers/phone.ts';
import { parsePlainText } from '../answers/plain-text.ts';
import { chat } from '../engine/chat-texts.ts';
import type { Accept, Reading } from '../engine/flow.ts';
import { profileTexts } from '../profile-answers.ts';

/** The longest that is said at once. Characters as people see them. */
export const LONGEST_WORDS = 2_000;
const SEEN_CHARACTERS = new Intl.Segmenter('th', { granularity: 'grapheme' });

/** Words of several lines. */
export function wordsOf({ min, max = LONGEST_WORDS }: { min: number; max?: number }): Accept<string> {
  return {
    freeText: true,
    read(input) {
      if (input.kind !== 'text') return { ok: false };
      const parsed = parsePlainText(input.text, { min, max, keepNewlines: true });
      if (parsed.ok) return parsed;
      if (parsed.why === 'too-long') return { ok: false, why: chat('tooLong', { over: parsed.over, max }) };
      return { ok: false, why: chat('tooShort', { min }) };
    },
  };
}

/** One phone number as it is printed, or one e-mail address. */
export const contactAnswer: Accept<string> = {
  freeText: true,
  read: (input) => (input.kind === 'text' ? readContact(input.text) : { ok: false }),
};

function readContact(words: string): Reading<string> {
  if (words.includes('@')) {
    const email = parseEmail(words);
    if (email.ok) return email;
    return { ok: false, why: profileTexts(email.why === 'several' ? 'emailSeveral' : 'emailWrong') };
  }
  const phones = parsePhones(words);
  if (!phones.ok) return { ok: false, why: profileTexts('phoneWrong') };
  const [only, ...more] = phones.value;
  if (!only || more.length > 0) return { ok: false, why: profileTexts('phoneSeveral') };
  return { ok: true, value: formatPhone(only, 'th') };
}

/** The beginning of long words; whole letters with all their marks. */
export function beginningOf(words: string, most: number): string {
  const seen = [...SEEN_CHARACTERS.segment(words)];
  if (seen.length <= most) return words;
  return `${seen
    .slice(0, most)
    .map(({ segment }) => segment)
    .join('')
    .trimEnd()}…`;
}
