/**
 * Taking back a change of a pin: the steps further back, what somebody else has changed since, and what is said to
 * somebody who comes back to a question whose answer is stored already.
 */
import { isWord } from './answers/words.ts';
import type { At, Data, StepName } from './edit-pin-data.ts';
import type { Outcome } from './effects.ts';
import { anyOf } from './engine/accepts.ts';
import { stepsOf } from './engine/define-flow.ts';
import type { Accept, Advance, Move } from './engine/flow.ts';
import { type Asking, answer, type Message, type Option, say } from './engine/message.ts';
import { defineTexts } from './engine/text.ts';
import { fieldTexts, type PinField } from './pin-fields.ts';

export const undoTexts = defineTexts('edit-pin-undo', {
  undo: { th: 'เลิกทำ', en: 'Take it back' },
  before: { th: 'เลิกทำการแก้ก่อนหน้านั้น', en: 'Take back the one before' },
  undone: {
    th: 'เลิกทำแล้ว “{{label}}” กลับเป็นค่าก่อนที่คุณแก้',
    en: 'Taken back: “{{label}}” is what it was before your change.',
  },
  nothingLeft: {
    th: 'ไม่มีการแก้ของคุณเหลือให้เลิกทำแล้ว',
    en: 'There is no change of yours left to take back.',
  },
  changedSince: {
    th: '“{{label}}” มี{{who}}แก้ต่อจากคุณแล้ว จึงคงค่าล่าสุดไว้ ไม่ได้เลิกทำ',
    en: '“{{label}}” was changed after you by {{who}}, so it stays as it is; nothing was taken back.',
  },
  somebody: { th: 'คนอื่น', en: 'somebody else' },
  stored: {
    th: 'คุณแก้ข้อนี้ไว้แล้ว และยังบันทึกอยู่ ตอบใหม่เพื่อแก้อีกครั้ง หรือแตะ “เลิกทำ” เพื่อกลับเป็นค่าเดิม',
    en: 'You have changed this, and it stays stored. Answer anew to change it again, or tap “Take it back” for what it was.',
  },
});

/** So long somebody counts as being in the middle of it. Milliseconds. */
const LATELY = 24 * 3_600_000;
const UNDO = 'undo';
const BEFORE = 'undo:';
const UNDO_WORDS = ['เลิกทำ', 'take it back', 'take back'];

/** "Take it back", to tap under a question. */
const undoOption: Option = answer(undoTexts('undo'), UNDO);

const { question: plainQuestion } = stepsOf<Data, StepName>();

/** A tap or the words for taking back the last change, or the one before one that stays: then its key. */
export const undoAnswer: Accept<{ undo: true; past?: string }> = {
  freeText: false,
  read(input) {
    if (input.kind === 'text')
      return isWord(input.text, UNDO_WORDS) ? { ok: true, value: { undo: true } } : { ok: false };
    if (input.kind !== 'chosen') return { ok: false };
    if (input.value === UNDO) return { ok: true, value: { undo: true } };
    const past = input.value.startsWith(BEFORE) ? input.value.slice(BEFORE.length) : '';
    return past ? { ok: true, value: { undo: true, past } } : { ok: false };
  },
};

/** Whether an answer is one of `undoAnswer`. */
export function isUndo(given: unknown): given is { undo: true; past?: string } {
  return typeof given === 'object' && given !== null && 'undo' in given;
}

/** Takes back, and shows the pin. What is still to be asked for stays as it is. */
export function takeBack({ data: { pin = '' }, turn }: At, past?: string): Advance<Data, StepName> {
  const on = { id: turn, pin };
  return { to: 'overview', effects: [{ do: 'undoPinChange', ...on, ...(past !== undefined && { past }) }] };
}

/** A question about a field that can be answered by taking the last change back. */
export function undoable<Answer>(step: {
  ask: (at: At) => Asking | Promise<Asking>;
  accepts: Accept<Answer> | ((at: At) => Accept<Answer>);
  next: (given: Answer, at: At) => Move<Data, StepName> | Promise<Move<Data, StepName>>;
}) {
  const { ask, accepts, next } = step;
  const inner = (at: At) => (typeof accepts === 'function' ? accepts(at) : accepts);
  return plainQuestion<{ undo: true } | { given: Answer }>({
    ask,
    accepts: (at) => anyOf(undoAnswer, wrapped(inner(at))),
    next: (answered, at) => ('undo' in answered ? takeBack(at) : next(answered.given, at)),
  });
}

function wrapped<Answer>({ freeText, read }: Accept<Answer>): Accept<{ given: Answer }> {
  return {
    freeText,
    read(input, now) {
      const reading = read(input, now);
      return reading.ok ? { ok: true, value: { given: reading.value } } : reading;
    },
  };
}

/** The question, and before it that the last change of this field is stored, with a way to take it back. */
export async function withStored(field: PinField, at: At, asking: Asking): Promise<Asking> {
  if (!(await isStored(field, at))) return asking;
  return {
    messages: [say(undoTexts('stored')), ...asking.messages],
    quick: [undoOption, ...(asking.quick ?? [])],
  };
}

async function isStored(field: PinField, { data: { pin = '' }, find, person, now }: At): Promise<boolean> {
  const last = await find.pins.lastChangeOf(pin, person);
  return last?.fields.includes(field) === true && Date.parse(now) - Date.parse(last.at) < LATELY;
}

/** Of several fields of one change, such as an address in two languages, the first tells which it was. */
const labelOf = ([field = 'nameTh']: readonly PinField[]) => fieldTexts(field);

/** What came of taking back. */
export function undoNews(outcome: Extract<Outcome, { of: 'undoPinChange' }>): Message {
  switch (outcome.result) {
    case 'changed':
      return say(undoTexts('undone', { label: labelOf(outcome.fields) }));
    case 'changed-since': {
      const vars = { label: labelOf(outcome.fields), who: outcome.by ?? undoTexts('somebody') };
      const options = [answer(undoTexts('before'), `${BEFORE}${outcome.past}`)];
      return { kind: 'question', text: undoTexts('changedSince', vars), options };
    }
    default:
      return say(undoTexts('nothingLeft'));
  }
}
