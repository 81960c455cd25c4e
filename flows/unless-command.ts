/**
 * Where the name of an office is asked for, a command with words behind it stays a command: "ค้นหา บึงทอง" is no office's
 * name. Words that switch the language are commands there too.
 */
import { isWord } from './answers/words.ts';
import { globalWords } from './engine/commands.ts';
import type { Accept } from './engine/flow.ts';

const LANGUAGES = [...globalWords.thai, ...globalWords.english];

/** Takes the same answers, save what begins like a command. */
export function unlessCommand<Answer>(accept: Accept<Answer>): Accept<Answer> {
  return {
    freeText: false,
    read: (input, now) =>
      input.kind === 'text' && isWord(input.text, LANGUAGES) ? { ok: false } : accept.read(input, now),
  };
}
