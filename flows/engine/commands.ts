/** The words that work at any moment, and the words that open a flow. They are whole messages, never parts of an answer. */
import { normalForm } from '../../models/thai/normal-form.ts';
import { looksLikeCode } from '../answers/code.ts';
import { isWord } from '../answers/words.ts';
import type { Flow } from './flow.ts';
import type { GlobalWord } from './message.ts';

/** How people say each global word. The first of each language is the one shown on buttons. */
export const globalWords: Record<GlobalWord, string[]> = {
  back: ['ย้อนกลับ', 'กลับ', 'ก่อนหน้า', 'back', 'undo'],
  cancel: ['ยกเลิก', 'ออก', 'เลิก', 'พอแล้ว', 'cancel', 'quit', 'exit', 'stop'],
  help: ['ช่วยเหลือ', 'ช่วยด้วย', 'เมนู', 'วิธีใช้', 'คำสั่ง', 'help', 'menu', 'commands', '?'],
  continue: ['ทำต่อ', 'ต่อ', 'continue', 'go on', 'resume'],
  thai: ['ภาษาไทย', 'ไทย', 'thai'],
  english: ['ภาษาอังกฤษ', 'อังกฤษ', 'english'],
  thanks: ['ขอบคุณ', 'ขอบใจ', 'thank you', 'thanks'],
};

// The keys of globalWords are exactly GlobalWord; Object.entries widens them.
const wordsOfGlobals = Object.entries(globalWords) as [GlobalWord, string[]][];

/** A message understood as a command. */
export type Command =
  | { kind: 'word'; word: GlobalWord }
  | { kind: 'open'; flow: string; value: string; words: string };

/**
 * Reads a text as a command. With `wholeOnly` (a question that takes any words is open) only a text that is a
 * command and nothing else counts, so that no answer is eaten by accident; or an opening word with a code behind it,
 * as posters and shared links send it: that is no answer to anything.
 */
export function readCommand(text: string, flows: readonly Flow[], wholeOnly: boolean): Command | undefined {
  const word = wordsOfGlobals.find(([, forms]) => isWord(text, forms));
  if (word) return { kind: 'word', word: word[0] };
  const opened = openedBy(text, flows) ?? openedWithWords(text, flows);
  if (!opened || (wholeOnly && opened.words !== '' && !looksLikeCode(opened.words))) return undefined;
  return { kind: 'open', ...opened };
}

type Opened = { flow: string; value: string; words: string };

function openedBy(text: string, flows: readonly Flow[]): Opened | undefined {
  for (const flow of flows) {
    const word = openingWords(flow).find((candidate) => isWord(text, [candidate]));
    if (word) return { flow: flow.id, value: flow.wordValues?.[word] ?? '', words: '' };
  }
  return undefined;
}

function openedWithWords(text: string, flows: readonly Flow[]): Opened | undefined {
  for (const flow of flows.filter(({ takesWords }) => takesWords)) {
    for (const word of openingWords(flow)) {
      const rest = restAfter(word, text.trim());
      if (rest) return { flow: flow.id, value: flow.wordValues?.[word] ?? '', words: rest };
    }
  }
  return undefined;
}

/**
 * What stands after the opening word, as the person wrote it; undefined when the text does not begin with the word.
 * Thai is written without spaces, so a Thai word may be followed by anything; a Latin one needs its space.
 */
function restAfter(word: string, text: string): string | undefined {
  if (!normalForm(text).startsWith(word)) return undefined;
  // The word may be spelt longer than its normal form, with marks typed twice; it ends where its form is complete.
  const end = [...text].findIndex(
    (_, index, letters) => normalForm(letters.slice(0, index + 1).join('')) === word,
  );
  const rest = end < 0 ? '' : [...text].slice(end + 1).join('');
  const isSeparate = /^[\u0e00-\u0e7f]/.test(word) || /^\s/.test(rest);
  return isSeparate ? rest.trim() || undefined : undefined;
}

function openingWords(flow: Flow): string[] {
  return [...flow.words.th, ...flow.words.en].map(normalForm);
}
