/** What the questions about copies take for answers. */
import { bangkokDate } from '../../models/thai/calendar.ts';
import { parseChoices } from '../answers/choice.ts';
import { parseDate } from '../answers/date.ts';
import { exampleMonthEnd } from '../answers/example-date.ts';
import { isWord } from '../answers/words.ts';
import { oneOfOptions, valueNumbered } from '../engine/accepts.ts';
import type { Accept, Reading } from '../engine/flow.ts';
import { answer, type Option } from '../engine/message.ts';
import type { Text } from '../engine/text.ts';
import type { ShownPlan } from './copy-data.ts';
import type { Blocker } from './copy-look-ups.ts';
import { text } from './copy-texts.ts';

/** What can be done with a plan. */
export type PlanDeed =
  | 'none'
  | 'noIdCard'
  | 'noHouse'
  | 'askAgain'
  | 'tellBlockers'
  | 'setTarget'
  | 'onePin'
  | 'allPins';

/** Those that make sense for a plan, the most likely first. */
export function deedsFor({ idCard, house, pin }: ShownPlan): PlanDeed[] {
  const where: PlanDeed = pin ? 'allPins' : 'onePin';
  if (!idCard && !house) return ['askAgain', where];
  const partly: PlanDeed[] = idCard && house ? ['noIdCard', 'noHouse'] : [];
  return ['none', ...partly, 'tellBlockers', 'setTarget', where];
}

/** They as options; the first stands out. */
export function deedOptions(deeds: readonly PlanDeed[]): Option[] {
  return deeds.map((deed) => answer(text(deed), deed, deed === 'none' ? 'main' : 'plain'));
}

/** A tap, a number or a label. */
export function deedAnswer(deeds: readonly PlanDeed[]): Accept<string> {
  return oneOfOptions(deeds.map((value) => ({ value, labels: bothOf(value) })));
}

/** A text of ours in both languages, as what may be typed for it. */
export function bothOf(key: keyof typeof text.texts): string[] {
  const { th, en } = text.texts[key];
  return [th, en];
}

/** All blockers, in their order. */
export const BLOCKERS: readonly Blocker[] = ['law', 'budget', 'people'];
const NONE_WORDS = ['ไม่มี', 'ไม่มีแล้ว', 'none', 'nothing'];

/** One blocker to choose or give up, all that block it, or that these are all. */
export type BlockerAnswer = { toggle: Blocker } | { are: Blocker[] } | 'goOn';

/** Taps toggle; words such as "ก ค" or "1,3" name all of them at once. */
export const blockerAnswer: Accept<BlockerAnswer> = {
  freeText: false,
  read(input): Reading<BlockerAnswer> {
    if (input.kind === 'chosen') return tapped(input.value);
    if (input.kind !== 'text') return { ok: false };
    const below = valueNumbered(input);
    if (below === 'goOn' || isWord(input.text, bothOf('goOn'))) return { ok: true, value: 'goOn' };
    if (below === 'noBlockers' || isWord(input.text, [...NONE_WORDS, ...bothOf('noBlockers')]))
      return { ok: true, value: { are: [] } };
    const named = parseChoices(
      input.text,
      BLOCKERS.map((value) => ({ value, labels: bothOf(value).flatMap((label) => [label, label.slice(2)]) })),
    );
    return named.ok ? { ok: true, value: { are: named.value } } : { ok: false, why: text('chooseBlockers') };
  },
};

function tapped(value: string): Reading<BlockerAnswer> {
  if (value === 'goOn') return { ok: true, value };
  if (value === 'noBlockers') return { ok: true, value: { are: [] } };
  const toggle = BLOCKERS.find((blocker) => blocker === value);
  return toggle ? { ok: true, value: { toggle } } : { ok: false };
}

/** The blockers after one more was tapped, in their order. */
export function toggled(chosen: readonly Blocker[], one: Blocker): Blocker[] {
  return BLOCKERS.filter((blocker) => chosen.includes(blocker) !== (blocker === one));
}

/** That a question is skipped. */
export const skipAnswer: Accept<{ skip: true }> = {
  freeText: false,
  read: (input) =>
    (input.kind === 'chosen' && input.value === 'skip') ||
    valueNumbered(input) === 'skip' ||
    (input.kind === 'text' && isWord(input.text, ['ข้าม', 'ไม่มี', 'skip', 'none', ...bothOf('skip')]))
      ? { ok: true, value: { skip: true } }
      : { ok: false },
};

/** A day, today or later (YYYY-MM-DD), or that there is to be none. */
export type TargetAnswer = { date: string } | 'clear';

/** A date as people type it. */
export const targetAnswer: Accept<TargetAnswer> = {
  freeText: false,
  read(input, now): Reading<TargetAnswer> {
    if (input.kind === 'chosen')
      return input.value === 'clear' ? { ok: true, value: 'clear' } : { ok: false };
    if (input.kind !== 'text') return { ok: false };
    if (isWord(input.text, bothOf('clearTarget'))) return { ok: true, value: 'clear' };
    const parsed = parseDate(input.text, { now });
    if (!parsed.ok) return { ok: false, why: whyNoDate(parsed.why, now) };
    const date = parsed.value;
    if (date < bangkokDate(now)) return { ok: false, why: text('dayPassed', { date: { date } }) };
    return { ok: true, value: { date } };
  },
};

function whyNoDate(why: string, now: string): Text {
  const example = exampleMonthEnd(now, 3);
  if (why === 'ambiguous-year') return text('whichYear', { example });
  return text(why === 'no-such-day' || why === 'wrong-weekday' ? 'noSuchDay' : 'notADate', { example });
}
