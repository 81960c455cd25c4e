/** On which days before and after a deadline is reminded, as people type it: "14 7 3 1 0 และหลังครบกำหนด 1 วัน". */
import { normalForm } from '../../models/thai/normal-form.ts';
import { isWord } from '../answers/words.ts';
import type { Accept, Reading } from '../engine/flow.ts';
import { answer, type Option } from '../engine/message.ts';
import { bothOf } from './deadline-answers.ts';
import { text } from './deadline-texts.ts';

/** Reminder days where nobody chooses others. */
export const USUAL_DAYS: readonly number[] = [14, 7, 3, 1, 0];
/** The day after the end on which is reminded once more. */
export const USUAL_DAY_AFTER = 1;

/** Days before the end, the most first, and the one after it; what is not said is not reminded of. */
export type RemindDays = { remindBefore: number[]; remindAfter?: number | undefined };

const MOST_DAYS = 90;
const DAYS_AT_MOST = 10;
const NEVER_WORDS = ['ไม่', 'ไม่เตือน', 'none', 'never'];

/** The one day after the end: "หลังครบกำหนด 1 วัน", "หลังจากนั้นอีก 2 วัน", "+1", "1 day after", "after 1 day". */
const AFTER = [
  /(?:และ)?\s*(?:เตือน)?\s*หลัง(?:จาก)?(?:วัน)?(?:ครบ)?(?:กำหนด|นั้น)?(?:แล้ว)?\s*(?:อีก)?\s*(\d{1,3})\s*(?:วัน)?/u,
  /(?:and\b|,)?\s*(\d{1,3})\s*(?:days?)?\s*(?:after|later)\b(?:\s*(?:it|that|the end))?/,
  /(?:and\b|,)?\s*after(?:\s*(?:it|that|the end))?\s*(\d{1,3})\s*(?:days?)?/,
  /(?:และ|and\b)?\s*\+\s*(\d{1,3})\s*(?:วัน|days?)?/u,
];
const SAYS_AFTER = /หลัง|after|later|\+/u;

/** Days typed in one line, the usual ones, the usual ones without the one after, or none at all. */
export const remindAnswer: Accept<RemindDays> = {
  freeText: false,
  read(input): Reading<RemindDays> {
    const said = input.kind === 'chosen' ? input.value : input.kind === 'text' ? input.text : '';
    if (input.kind === 'other') return { ok: false };
    const before = [...USUAL_DAYS];
    if (said === 'usual' || isWord(said, bothOf('usual')))
      return { ok: true, value: { remindBefore: before, remindAfter: USUAL_DAY_AFTER } };
    if (said === 'onlyBefore' || isWord(said, bothOf('onlyBefore')))
      return { ok: true, value: { remindBefore: before } };
    if (said === 'never' || isWord(said, [...bothOf('never'), ...NEVER_WORDS]))
      return { ok: true, value: { remindBefore: [] } };
    return typed(normalForm(said));
  },
};

/** They to tap. */
export const remindOptions: Option[] = [
  answer(text('usual'), 'usual', 'main'),
  answer(text('onlyBefore'), 'onlyBefore'),
  answer(text('never'), 'never'),
];

function typed(said: string): Reading<RemindDays> {
  const { rest, after } = withoutAfter(said);
  if (after !== undefined && (after < 1 || after > MOST_DAYS)) return { ok: false, why: text('oneAfter') };
  if (SAYS_AFTER.test(rest)) return { ok: false, why: text('oneAfter') };
  const before = daysIn(rest, after === undefined ? 1 : 0);
  if (!before) return { ok: false, why: text('noDays') };
  return { ok: true, value: { remindBefore: before, ...(after !== undefined && { remindAfter: after }) } };
}

/** The line without what it says of the day after, and that day. */
function withoutAfter(said: string): { rest: string; after?: number } {
  for (const pattern of AFTER) {
    const found = pattern.exec(said);
    if (!found) continue;
    const [whole, day = ''] = found;
    return { rest: said.replace(whole, ' '), after: Number.parseInt(day, 10) };
  }
  return { rest: said };
}

function daysIn(said: string, atLeast: number): number[] | undefined {
  const numbers = said
    .split(/[\s,;/]+|และ|\band\b/u)
    .filter((part) => part !== '' && !/^(?:วัน|ก่อน|ก่อนครบกำหนด|days?|before)$/.test(part));
  if (numbers.length < atLeast || !numbers.every((part) => /^\d{1,3}(?:วัน)?$/.test(part))) return undefined;
  const days = [...new Set(numbers.map((part) => Number.parseInt(part, 10)))];
  if (days.length > DAYS_AT_MOST || days.some((day) => day > MOST_DAYS)) return undefined;
  return days.sort((a, b) => b - a);
}
