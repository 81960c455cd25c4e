// The parts of opening hours: days, periods and breaks put together out of their words.

import { type Period, WEEKDAYS, type Weekday, WHOLE_DAY } from '../../models/thai/opening-hours.ts';
import type { OpeningHoursRefusal } from './opening-hours-outcome.ts';
import { type PeriodRefusal, periodBetween } from './opening-hours-time.ts';
import type { Token } from './opening-hours-tokens.ts';
import { type Parsed, refused, understood } from './parsed.ts';

/** Some days: named one by one or as a `range`, or all of them by `every`; `office` days are not holidays. */
export type DaysItem = {
  kind: 'days';
  days: readonly Weekday[];
  range: boolean;
  every: boolean;
  office: boolean;
  said: string;
};

/** A part of the text with a meaning of its own. `official` holidays may be meant to take in the weekend. */
export type Item =
  | DaysItem
  | { kind: 'period'; period: Period; office: boolean; said: string }
  | { kind: 'break'; period: Period; said: string }
  | { kind: 'holidays'; official: boolean; said: string }
  | {
      kind: 'and' | 'comma' | 'line' | 'closed' | 'except' | 'open' | 'not-even-holidays';
      said: string;
    };

/** Hours of offices by the rule of the civil service: 08.30–16.30. */
const OFFICE_HOURS: Readonly<Period> = { from: 510, to: 990 };
/** The lunch break by the same rule. */
const LUNCH: Readonly<Period> = { from: 720, to: 780 };

/** Between these times a break may be lunch. */
const AROUND_NOON: Readonly<Period> = { from: 660, to: 870 };

/** An item and the number of tokens it is made of; `undefined` for an item where words say nothing. */
type Made = Parsed<{ item?: Item; length: number }, OpeningHoursRefusal>;

/** Puts the words together; refuses what has no place among them. */
export function openingHoursItems(tokens: readonly Token[]): Parsed<Item[], OpeningHoursRefusal> {
  const items: Item[] = [];
  for (let at = 0; at < tokens.length; ) {
    const made = itemAt(tokens, at);
    if (!made.ok) return made;
    if (made.value.item) items.push(made.value.item);
    at += made.value.length;
  }
  return understood(items);
}

function itemAt(tokens: readonly Token[], at: number): Made {
  const token = tokens[at];
  if (!token) return understood({ length: 1 });
  switch (token.kind) {
    case 'no-break':
      return understood({ length: 1 });
    case 'day':
      return daysFrom(tokens, at, token.day);
    case 'days': {
      const { days, every, office, said } = token;
      return understood({ item: { kind: 'days', days, range: true, every, office, said }, length: 1 });
    }
    case 'time':
      return periodFrom(tokens, at);
    case 'whole-day':
      return understood({ item: period(WHOLE_DAY, false, token.said), length: 1 });
    case 'office-hours':
      return understood({ item: period(OFFICE_HOURS, true, token.said), length: 1 });
    case 'break':
      return breakFrom(tokens, at);
    case 'holidays':
      return understood({
        item: { kind: 'holidays', official: token.official, said: token.said },
        length: 1,
      });
    case 'no-such-time':
      return refused({ why: 'no-such-time', part: token.said, wrong: token.wrong });
    case 'unknown':
    case 'to':
    case 'next-day':
      return refused({ why: 'not-understood', part: token.said });
    default:
      return understood({ item: { kind: token.kind, said: token.said }, length: 1 });
  }
}

function daysFrom(tokens: readonly Token[], at: number, first: Weekday): Made {
  const last = tokens[at + 1]?.kind === 'to' ? tokens[at + 2] : undefined;
  const range = last?.kind === 'day';
  const part = saidBy(tokens, at, range ? 3 : 1);
  if (range && last.day === first) return refused({ why: 'not-understood', part });
  const days = range ? daysThrough(first, last.day) : [first];
  const item: DaysItem = { kind: 'days', days, range, every: false, office: false, said: part };
  return understood({ item, length: range ? 3 : 1 });
}

/** Also over the end of the week: "ศ-จ" is Friday to Monday. */
function daysThrough(first: Weekday, last: Weekday): Weekday[] {
  const [from, to] = [WEEKDAYS.indexOf(first), WEEKDAYS.indexOf(last)];
  return WEEKDAYS.filter((_, i) => (from <= to ? i >= from && i <= to : i >= from || i <= to));
}

/** "8.30-16.30", "เปิด 8.30 ปิด 16.30", "20.00-4.00 วันรุ่งขึ้น". */
function periodFrom(tokens: readonly Token[], at: number): Made {
  const [start, link, end, after] = tokens.slice(at, at + 4);
  if (start?.kind !== 'time') return refused({ why: 'not-understood', part: saidBy(tokens, at, 1) });
  const isLink = link?.kind === 'to' || link?.kind === 'closed';
  if (isLink && end?.kind === 'no-such-time')
    return refused({ why: 'no-such-time', part: end.said, wrong: end.wrong });
  if (!isLink || end?.kind !== 'time')
    return refused({ why: start.time.bare ? 'not-understood' : 'end-missing', part: start.said });
  const untilNextDay = after?.kind === 'next-day';
  const length = untilNextDay ? 4 : 3;
  const said = saidBy(tokens, at, length);
  const between = periodBetween(start.time, end.time, untilNextDay);
  return between.ok
    ? understood({ item: period(between.value, false, said), length })
    : withPart(between, said);
}

function withPart(refusal: PeriodRefusal, part: string): { ok: false } & OpeningHoursRefusal {
  if (refusal.why === 'longer-than-a-day') return refused({ why: refusal.why, part });
  return refused({ why: refusal.why, part, suggestions: refusal.suggestions });
}

/** "พักเที่ยง", or with its time "พัก 12.00-12.30"; a break by no name needs its time. */
function breakFrom(tokens: readonly Token[], at: number): Made {
  const said = saidBy(tokens, at, 1);
  const isLunch = /เที่ยง|กลางวัน|lunch/.test(said);
  const made = tokens[at + 1]?.kind === 'time' ? periodFrom(tokens, at + 1) : undefined;
  if (made && !made.ok) return made;
  const own = made?.value.item?.kind === 'period' ? made.value.item : undefined;
  // "จ-ศ พักเที่ยง 8.30-16.30": times that are not around noon are those of being open.
  if (isLunch && (!own || own.period.from < AROUND_NOON.from || own.period.to > AROUND_NOON.to))
    return understood({ item: { kind: 'break', period: { ...LUNCH }, said }, length: 1 });
  if (!own || !made) return refused({ why: 'not-understood', part: said });
  const item: Item = { kind: 'break', period: own.period, said: `${said} ${own.said}` };
  return understood({ item, length: made.value.length + 1 });
}

function period(value: Readonly<Period>, office: boolean, said: string): Item {
  return { kind: 'period', period: { ...value }, office, said };
}

function saidBy(tokens: readonly Token[], at: number, length: number): string {
  return tokens
    .slice(at, at + length)
    .map(({ said }) => said)
    .join(' ');
}
