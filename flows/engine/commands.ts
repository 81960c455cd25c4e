/** The words that work at any moment, and the words that open a flow. They are whole messages, never parts of an answer. */
import { normalForm } from '../../models/thai/normal-form.ts';
import { isWord } from '../answers/words.ts';
import type { Flow } from './flow.ts';
import type { GlobalWord } from './message.ts';

/** How people say each global word. The first of each language is the one shown on buttons. */
export const globalWords: Record<GlobalWord, string[]> = {
  back: ['ย้อนกลับ', 'กลับ', 'ก่อนหน้า', 'back', 'undo'],
  cancel: ['ยกเลิก', 'ออก', 'เลิก', 'พอแล้ว', 'cancel', 'quit', 'exit', 'stop'],
  help: ['ช่วยเหลือ', 'ช่วยด้วย', 'เมนู', 'วิธีใช้', 'help', 'menu', '?'],
  continue: ['ทำต่อ', 'ต่อ', 'continue', 'go on', 'resume'],
  thai: ['ภาษาไทย', 'ไทย', 'thai'],
  english: ['ภาษาอังกฤษ', 'อังกฤษ', 'english'],
};

// The keys of globalWords are exactly GlobalWord; Object.entries widens them.
const wordsOfGlobals = Object.entries(globalWords) as [GlobalWord, string[]][];

/** A message understood as a command. */
export type Command = { kind: 'word'; word: GlobalWord } | { kind: 'open'; flow: string; words: string };

/**
 * Reads a text as a command. With `wholeOnly` (a question that takes any words is open) only a text that is a
 * command and nothing else counts, so that no answer is eaten by accident.
 */
export function readCommand(text: string, flows: readonly Flow[], wholeOnly: boolean): Command | undefined {
  const word = wordsOfGlobals.find(([, forms]) => isWord(text, forms));
  if (word) return { kind: 'word', word: word[0] };
  const exact = flows.find((flow) => isWord(text, [...flow.words.th, ...flow.words.en]));
  if (exact) return { kind: 'open', flow: exact.id, words: '' };
  return wholeOnly ? undefined : openingWithWords(normalForm(text), flows);
}

function openingWithWords(form: string, flows: readonly Flow[]): Command | undefined {
  for (const flow of flows) {
    if (!flow.takesWords) continue;
    const word = openingWords(flow).find((candidate) => startsWithWord(form, candidate));
    if (word) return { kind: 'open', flow: flow.id, words: form.slice(word.length).trim() };
  }
  return undefined;
}

/** Thai is written without spaces, so a Thai word may be followed by anything; a Latin one needs its space. */
function startsWithWord(form: string, word: string): boolean {
  if (!form.startsWith(word)) return false;
  return /^[\u0e00-\u0e7f]/.test(word) || form[word.length] === ' ';
}

function openingWords(flow: Flow): string[] {
  return [...flow.words.th, ...flow.words.en].map(normalForm);
}
