/** How answers to the survey's questions are read, and what is said when they are not understood. */
import { bangkokDate } from '../../models/thai/calendar.ts';
import { type ChoiceOption, parseChoice, parseChoices } from '../answers/choice.ts';
import { parseDate } from '../answers/date.ts';
import type { DateRefusal } from '../answers/date-outcome.ts';
import { exampleMonthEnd } from '../answers/example-date.ts';
import { parsePlainText } from '../answers/plain-text.ts';
import { parseWholeNumber } from '../answers/whole-number.ts';
import { isWord } from '../answers/words.ts';
import { valueNumbered } from '../engine/accepts.ts';
import { chat } from '../engine/chat-texts.ts';
import type { AnswerInput, Reading } from '../engine/flow.ts';
import type { Text } from '../engine/text.ts';
import type { Choice } from './question.ts';
import { surveyTexts as text } from './survey-texts.ts';

/** Everything a choice may be called. */
export function namesOf(choices: readonly Choice[]): ChoiceOption[] {
  return choices.map(({ id, label, also = [] }) => ({ value: id, labels: [label.th, label.en, ...also] }));
}

const UNSURE = ['ไม่แน่ใจ', 'ไม่รู้', 'ไม่ทราบ', 'not sure', 'unsure', "i don't know"];
const NOTHING = ['ไม่มี', 'ข้าม', '-', 'ไม่มีข้อเสนอแนะ', 'none', 'no', 'skip', 'nothing'];
const DONE = ['เสร็จ', 'เสร็จแล้ว', 'done', 'finished'];
/** Takes ticks away instead of setting them: "ไม่เอา 3". */
const WITHOUT = /^(?:ไม่เอา|เอาออก|ลบ|ยกเลิกข้อ|not|remove|without)\s*/i;

/** One of the choices, by a tap, its number, letter or label. */
export function readOne(input: AnswerInput, choices: readonly Choice[]): Reading<string> {
  if (input.kind === 'chosen')
    return choices.some(({ id }) => id === input.value) ? { ok: true, value: input.value } : { ok: false };
  if (input.kind !== 'text') return { ok: false };
  const parsed = parseChoice(input.text, namesOf(choices), input.shown);
  if (parsed.ok) return parsed;
  if (isWord(input.text, UNSURE)) return { ok: false, why: text('notUnsure') };
  return { ok: false, why: chat(parsed.why === 'ambiguous' ? 'ambiguous' : 'chooseOne') };
}

/** Ticks set or taken away, or that all are set. */
export type Ticks = { done: true } | { on: string[]; off: string[] };

/** Several of the choices. A tap says what the tick shall be, so that tapping twice does no harm. */
export function readTicks(input: AnswerInput, choices: readonly Choice[]): Reading<Ticks> {
  if (input.kind === 'chosen') return tappedTick(input.value, choices);
  if (input.kind !== 'text') return { ok: false };
  if (isWord(input.text, DONE) || valueNumbered(input) === 'done') return { ok: true, value: { done: true } };
  // Choices are told apart by spaces too, so a space inside one must go.
  const said = input.text.replace(/\s+ๆ/g, 'ๆ');
  const bare = said.replace(WITHOUT, '');
  const parsed = parseChoices(bare, namesOf(choices));
  if (parsed.ok)
    return {
      ok: true,
      value: bare === said ? { on: parsed.value, off: [] } : { on: [], off: parsed.value },
    };
  if (parsed.why === 'ambiguous') return { ok: false, why: chat('ambiguous') };
  return {
    ok: false,
    why: parsed.why === 'empty' ? text('tickOne') : text('notThere', { part: parsed.part.slice(0, 60) }),
  };
}

function tappedTick(value: string, choices: readonly Choice[]): Reading<Ticks> {
  if (value === 'done') return { ok: true, value: { done: true } };
  const id = value.slice(1);
  if (!choices.some((choice) => choice.id === id)) return { ok: false };
  return { ok: true, value: value.startsWith('+') ? { on: [id], off: [] } : { on: [], off: [id] } };
}

/** The choices ticked after that, in their order. */
export function tickedAfter(
  before: readonly string[],
  ticks: { on: string[]; off: string[] },
  choices: readonly Choice[],
): string[] {
  const wanted = (id: string) => (before.includes(id) || ticks.on.includes(id)) && !ticks.off.includes(id);
  return choices.map(({ id }) => id).filter(wanted);
}

/** A whole number within limits. */
export function readNumber(input: AnswerInput, limits: { min: number; max: number }): Reading<number> {
  if (input.kind !== 'text') return { ok: false };
  const parsed = parseWholeNumber(input.text, limits);
  if (parsed.ok) return parsed;
  switch (parsed.why) {
    case 'too-small':
      return { ok: false, why: text('tooFew', { min: parsed.min }) };
    case 'negative':
      return { ok: false, why: text('tooFew', { min: limits.min }) };
    case 'too-large':
      return { ok: false, why: text('tooMany', { max: parsed.max }) };
    default:
      return { ok: false, why: text('notANumber') };
  }
}

/** A period's id, or a date from today on as an ISO date. */
export function readPeriod(input: AnswerInput, periods: readonly Choice[], now: string): Reading<string> {
  if (input.kind === 'chosen') return readOne(input, periods);
  if (input.kind !== 'text') return { ok: false };
  const period = parseChoice(input.text, namesOf(periods), input.shown);
  if (period.ok) return period;
  const date = parseDate(input.text, { now });
  if (!date.ok) return { ok: false, why: notADate(date.why, now) };
  if (date.value < bangkokDate(now))
    return { ok: false, why: text('past', { date: { date: date.value }, example: periodExample(now) }) };
  return date;
}

/** A day on which something bigger could be ready. `now` is an ISO instant. */
export const periodExample = (now: string) => exampleMonthEnd(now, 6);

function notADate(why: DateRefusal['why'], now: string): Text {
  const example = periodExample(now);
  switch (why) {
    case 'no-such-day':
    case 'wrong-weekday':
      return text('noSuchDay', { example });
    case 'ambiguous-year':
    case 'year-out-of-range':
      return text('whichYear', { example });
    case 'not-a-date':
      return text('notADate', { example });
  }
}

/** Words of at most `max` characters as people see them. */
export function readWords(input: AnswerInput, max: number): Reading<string> {
  if (input.kind !== 'text') return { ok: false };
  const parsed = parsePlainText(input.text, { max, keepNewlines: true });
  if (parsed.ok) return parsed;
  if (parsed.why === 'too-long')
    return { ok: false, why: text('tooLong', { length: parsed.length, max, over: parsed.over }) };
  return { ok: false, why: text('noWords') };
}

/** Whether nothing is to be said. */
export function saysNothing(input: AnswerInput): boolean {
  return input.kind === 'chosen'
    ? input.value === 'none'
    : input.kind === 'text' && isWord(input.text, NOTHING);
}
