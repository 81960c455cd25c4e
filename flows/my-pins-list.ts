/** The lists of หมุดของฉัน: what is remembered of a list, which pins stand on it, and how they are shown. */
import { z } from 'zod';
import { looseForm } from '../models/thai/normal-form.ts';
import type { Advance, At as AtStep } from './engine/flow.ts';
import { answer, type Option } from './engine/message.ts';
import { defineTexts, labelsOf, type Words } from './engine/text.ts';
import type { ListedPin } from './pin-look-ups.ts';
import { rememberedName } from './remembered-name.ts';
import { part } from './scope-parts.ts';
import { whoseWork } from './whose.ts';

const item = z.object({
  value: z.string(),
  name: rememberedName,
  state: z.enum(['draft', 'published', 'retired']),
});
export const data = z.object({
  /** How many pins stand before the page shown. */
  skip: z.number().optional(),
  all: z.number().optional(),
  items: z.array(item).optional(),
  /** A part of a name that was typed; only what has it is listed then. */
  words: z.string().optional(),
  chosen: z.string().optional(),
  /** The list is of all the person looks after, or of one part of it, not of an agency's or their own. */
  scoped: z.boolean().optional(),
  within: part.optional(),
  /** The parts to choose from, and how many of them stand before those shown. */
  parts: z.array(part).optional(),
  partSkip: z.number().optional(),
});
export type Data = z.infer<typeof data>;
export type At = AtStep<Data>;
export type StepName = 'areas' | 'districts' | 'list' | 'card' | 'draft' | 'opened' | 'merge' | 'empty';

/** Pins on one page: with "next" and "back" they fill two bubbles side by side. */
export const PAGE = 10;
/** More than any agency has; only read when a part of a name is typed. */
const SEARCHED = 500;

export const listTexts = defineTexts('my-pins-list', {
  draftNamed: { th: 'ร่าง: {{name}}', en: 'Draft: {{name}}' },
  retiredNamed: { th: 'ถอดแล้ว: {{name}}', en: 'Off the map: {{name}}' },
  unnamed: { th: 'ยังไม่มีชื่อ', en: 'without a name' },
  next: { th: 'หน้าถัดไป', en: 'Next page' },
  previous: { th: 'หน้าก่อน', en: 'Previous page' },
  everything: { th: 'ดูทั้งหมด', en: 'Show all' },
});

/** Which list: whose pins, in which part, with which words. */
export type Which = Pick<Data, 'scoped' | 'within' | 'words'>;

/** A page of a list. */
export async function listFrom(skip: number, at: At, which: Which): Promise<Advance<Data, StepName>> {
  const { pins, all } = await pinsFrom(skip, at, which);
  const { scoped, within, words } = which;
  return { to: 'list', set: { skip, all, scoped, within, words, items: pins.map(itemOf) } };
}

async function pinsFrom(skip: number, { find, who, person }: At, { scoped, within, words }: Which) {
  if (scoped) return find.pins.scopedPins({ person, area: within?.area, words, skip, limit: PAGE });
  const whose = whoseWork(who, person);
  if (!words) return find.pins.pinsOf({ ...whose, order: 'state', skip, limit: PAGE });
  const { pins } = await find.pins.pinsOf({ ...whose, order: 'state', skip: 0, limit: SEARCHED });
  const said = looseForm(words);
  const fitting = pins.filter(({ name, code = '' }) =>
    [name?.th ?? '', name?.en ?? '', code].some((written) => looseForm(written).includes(said)),
  );
  return { pins: fitting.slice(skip, skip + PAGE), all: fitting.length };
}

function itemOf({ id, code, name, state }: ListedPin) {
  return { value: code ?? id, name: name ?? '', state };
}

/** The page as options: its pins, then the other pages. */
export function listOptions({ skip = 0, all = 0, items = [], words }: Data): Option[] {
  return [
    ...items.map(itemOption),
    ...turningsAt(skip, all, words).map((value) => answer(listTexts(value), value)),
  ];
}

/** The same as values with the labels people may type. */
export function listValues({ skip = 0, all = 0, items = [], words }: Data) {
  return [
    ...items.map(({ value, name }) => ({ value, labels: name ? labelsOf(name) : bothOf('unnamed') })),
    ...turningsAt(skip, all, words).map((value) => ({ value, labels: bothOf(value) })),
  ];
}

function itemOption({ value, name, state }: z.infer<typeof item>): Option {
  const called: Words = name || listTexts('unnamed');
  if (state === 'published') return answer(called, value);
  return answer(listTexts(state === 'draft' ? 'draftNamed' : 'retiredNamed', { name: called }), value);
}

type Turning = 'next' | 'previous' | 'everything';

function turningsAt(skip: number, all: number, words: string | undefined): Turning[] {
  return [
    ...(skip + PAGE < all ? ['next' as const] : []),
    ...(skip > 0 ? ['previous' as const] : []),
    ...(words ? ['everything' as const] : []),
  ];
}

function bothOf(key: Turning | 'unnamed'): string[] {
  const { th, en } = listTexts.texts[key];
  return [th, en];
}
