/**
 * Lists of cases, page by page: chosen by a tap, a number as shown, or a tracking code. A code that is none of theirs can
 * be typed again; what is no code at all goes to the search.
 */
import { z } from 'zod';
import { anyOf, type GivenPlace, oneOfOptions, placeAnswer, textOf } from '../engine/accepts.ts';
import type { Accept, Closing } from '../engine/flow.ts';
import { type Asking, answer, type Option, say } from '../engine/message.ts';
import { type Bilingual, defineTexts, type Text } from '../engine/text.ts';
import { beginningOf } from './case-answers.ts';
import { caseLine } from './case-words.ts';
import { complaintCategories } from './complaint.ts';
import type { ListedCase } from './complaint-look-ups.ts';

const name = z.object({ th: z.string(), en: z.string().optional() });
const listed = z.object({
  code: z.string(),
  state: z.enum(['received', 'forwarded', 'working', 'solved', 'closed']),
  level: z.enum(['office', 'district', 'province', 'department']),
  category: z.enum(complaintCategories),
  target: z.union([
    z.object({ pin: z.string(), name }),
    z.object({ position: z.tuple([z.number(), z.number()]).exactOptional(), area: name }),
  ]),
  dueOn: z.string().exactOptional(),
  isOverdue: z.boolean(),
});

/** One page as it was shown, so that a number means what was seen; `skip` cases stand before it. */
export const caseList = z.object({
  cases: z.array(listed),
  skip: z.number(),
  all: z.number(),
  overdue: z.number().optional(),
});
export type CaseList = z.infer<typeof caseList>;

/** A page of nothing. */
export const EMPTY_LIST: CaseList = { cases: [], skip: 0, all: 0 };

/** Cases on one page. */
export const PAGE = 6;

export const listTexts = defineTexts('complaint-list', {
  next: { th: 'หน้าถัดไป', en: 'Next page' },
  previous: { th: 'หน้าก่อน', en: 'Previous page' },
  overdueLine: { th: '⚠ เกินกำหนด {{date}}: {{line}}', en: '⚠ Overdue since {{date}}: {{line}}' },
  dueLine: { th: 'ภายใน {{date}}: {{line}}', en: 'By {{date}}: {{line}}' },
  notACode: {
    th: 'แตะเรื่องที่ต้องการ หรือพิมพ์รหัสติดตาม ซึ่งหน้าตาแบบ RY-4F7K2-M9',
    en: 'Tap the case you mean, or type its tracking code, which looks like RY-4F7K2-M9.',
  },
});

/** What was chosen: a page, or a case by its code, as typed. */
export type ListAnswer = { code: string } | { skip: number };

/** The page as buttons; `withDue` puts the due day first. */
export function listOptions(list: CaseList, withDue: boolean): Option[] {
  const cases = list.cases.map((one) => answer(withDue ? lineWithDue(one) : caseLine(one), one.code));
  return [...cases, ...turnsOf(list).map((turn) => answer(listTexts(turn), turn))];
}

function lineWithDue(found: ListedCase): Text {
  const line = caseLine(found);
  if (!found.dueOn) return line;
  const vars = { date: { date: found.dueOn }, line };
  return found.isOverdue ? listTexts('overdueLine', vars) : listTexts('dueLine', vars);
}

function turnsOf({ cases, skip, all }: CaseList): ('next' | 'previous')[] {
  return [
    ...(skip + cases.length < all ? ['next' as const] : []),
    ...(skip > 0 ? ['previous' as const] : []),
  ];
}

/** Takes a tap, a number, or words with a digit in them, which may be a code. */
export function listAnswer(list: CaseList): Accept<ListAnswer> {
  const options = oneOfOptions([
    ...list.cases.map(({ code }) => ({ value: code, labels: [code] })),
    ...turnsOf(list).map((value) => ({
      value,
      labels: [listTexts.texts[value].th, listTexts.texts[value].en],
    })),
  ]);
  return {
    freeText: false,
    read(input, now) {
      const reading = options.read(input, now);
      if (reading.ok) return { ok: true, value: chosen(reading.value, list) };
      if (input.kind === 'text' && looksLikeCode(input.text))
        return { ok: true, value: { code: input.text.trim() } };
      return input.kind === 'text' ? { ok: false, why: listTexts('notACode') } : { ok: false };
    },
  };
}

function chosen(value: string, { skip }: CaseList): ListAnswer {
  if (value === 'next') return { skip: skip + PAGE };
  return value === 'previous' ? { skip: Math.max(0, skip - PAGE) } : { code: value };
}

/** Of what was typed for a code, so much is said back. */
const CODE_SHOWN = 30;
const ALL = 'allCases';
/** LINE's longest text. */
const ANY_TEXT = { min: 1, max: 5_000 };

/** What is looked for instead of a case. */
export const lookedFor = z.union([z.string(), z.tuple([z.number(), z.number()])]);
export type LookedFor = z.infer<typeof lookedFor>;

/** What was answered to an unknown code: the list, another code, or something to look for. */
export type UnknownAnswer = 'list' | { code: string } | { elsewhere: LookedFor };

/** What was typed for a code, to be said back. */
export const askedAs = (typed: string): string => beginningOf(typed.trim(), CODE_SHOWN);

/** Says that there is no such case; `allCases` leads to the list. */
export function askUnknown(unknown: Text, allCases: Text): Asking {
  return { messages: [say(unknown)], quick: [answer(allCases, ALL)] };
}

/** Takes the way to the list by its button or `label`, a code, and whatever else for a search. */
export function unknownAnswer(label: Bilingual): Accept<UnknownAnswer> {
  const all = oneOfOptions([{ value: ALL, labels: [label.th, label.en] }]);
  const accept = anyOf(all, anyOf(placeAnswer, textOf(ANY_TEXT)));
  return {
    freeText: false,
    read(input, now) {
      const reading = accept.read(input, now);
      return reading.ok ? { ok: true, value: meant(reading.value) } : reading;
    },
  };
}

function meant(given: string | GivenPlace): UnknownAnswer {
  if (typeof given !== 'string') return { elsewhere: given.position };
  if (given === ALL) return 'list';
  return looksLikeCode(given) ? { code: given } : { elsewhere: given };
}

/** Leaves for the search. */
export function toSearch(wanted: LookedFor = ''): Closing {
  const opening = typeof wanted === 'string' ? { words: wanted } : { words: '', position: wanted };
  return { messages: [], handOver: { flow: 'find-office', opening: { value: '', ...opening } } };
}

/** Whether somebody may have meant a code; which it is, if any, is found out where cases are read. */
export function looksLikeCode(words: string): boolean {
  return /\p{Nd}/u.test(words) && /[a-z]/i.test(words) && words.trim().length <= 20;
}
