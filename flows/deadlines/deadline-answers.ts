/** What the questions about deadlines take for answers. */
import { addMonths, bangkokDate, endOfMonth } from '../../models/thai/calendar.ts';
import { parseChoices } from '../answers/choice.ts';
import { parseDate } from '../answers/date.ts';
import { exampleMonthEnd } from '../answers/example-date.ts';
import { isWord } from '../answers/words.ts';
import { valueNumbered } from '../engine/accepts.ts';
import type { Accept, Reading } from '../engine/flow.ts';
import { answer, type Option } from '../engine/message.ts';
import type { Text } from '../engine/text.ts';
import { officeKindName, officeKindTexts } from '../office-kinds.ts';
import { text } from './deadline-texts.ts';

/** A text of ours in both languages, as what may be typed for it. */
export function bothOf(key: keyof typeof text.texts): string[] {
  const { th, en } = text.texts[key];
  return [th, en];
}

/** A day as people type it, or one of the days offered. */
export const dayAnswer: Accept<string> = {
  freeText: false,
  read(input, now): Reading<string> {
    const today = bangkokDate(now);
    const offered: Record<string, string> = {
      today,
      endOfMonth: endOfMonth(today),
      endOfNextMonth: endOfMonth(addMonths(today, 1)),
    };
    if (input.kind === 'chosen') {
      const day = offered[input.value];
      return day ? { ok: true, value: day } : { ok: false };
    }
    if (input.kind !== 'text') return { ok: false };
    const parsed = parseDate(input.text, { now });
    return parsed.ok ? parsed : { ok: false, why: whyNoDate(parsed.why, now) };
  },
};

function whyNoDate(why: string, now: string): Text {
  const example = exampleMonthEnd(now);
  if (why === 'ambiguous-year' || why === 'year-out-of-range') return text('whichYear', { example });
  return text(why === 'no-such-day' || why === 'wrong-weekday' ? 'noSuchDay' : 'notADate', { example });
}

/** Days offered beside what can be typed. */
export const openingDays: Option[] = [answer(text('today'), 'today')];
export const closingDays: Option[] = [
  answer(text('endOfMonth'), 'endOfMonth'),
  answer(text('endOfNextMonth'), 'endOfNextMonth'),
];

/** Kinds of agencies as they are offered. */
export type OfferedKind = { kind: string; count: number };

/** One kind to take or give up, all that it shall be (none for every kind), or that these are all. */
export type KindAnswer = { toggle: string } | { are: string[] } | 'goOn';

/** Taps toggle; numbers and names, such as "1 3", say all of them at once. */
export function kindAnswer(kinds: readonly OfferedKind[]): Accept<KindAnswer> {
  return {
    freeText: false,
    read(input): Reading<KindAnswer> {
      if (input.kind === 'chosen') return tapped(input.value, kinds);
      if (input.kind !== 'text') return { ok: false };
      const below = valueNumbered(input);
      if (below === 'goOn' || isWord(input.text, bothOf('goOn'))) return { ok: true, value: 'goOn' };
      if (below === 'allKinds' || isWord(input.text, [...bothOf('allKinds'), 'ทั้งหมด', 'all']))
        return { ok: true, value: { are: [] } };
      const named = parseChoices(
        input.text,
        kinds.map(({ kind }) => ({ value: kind, labels: kindLabels(kind) })),
      );
      return named.ok ? { ok: true, value: { are: named.value } } : { ok: false, why: text('whichKinds') };
    },
  };
}

function tapped(value: string, kinds: readonly OfferedKind[]): Reading<KindAnswer> {
  if (value === 'goOn') return { ok: true, value };
  if (value === 'allKinds') return { ok: true, value: { are: [] } };
  return kinds.some(({ kind }) => kind === value) ? { ok: true, value: { toggle: value } } : { ok: false };
}

function kindLabels(kind: string): string[] {
  const known = Object.entries(officeKindTexts.texts).find(([id]) => id === kind)?.[1];
  return known ? [known.th, known.en] : [kind];
}

/** The kinds to tap, those chosen marked; all kinds stand at the end so that the numbers are the kinds'. */
export function kindOptions(kinds: readonly OfferedKind[], chosen: readonly string[]): Option[] {
  return [
    ...kinds.map(({ kind, count }) =>
      answer(
        text(chosen.includes(kind) ? 'kindChosen' : 'kindOption', { kind: officeKindName(kind), count }),
        kind,
      ),
    ),
    chosen.length > 0 ? answer(text('goOn'), 'goOn', 'main') : answer(text('allKinds'), 'allKinds', 'main'),
  ];
}
