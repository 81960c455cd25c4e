/** หมุดของฉัน: the pins of one's agency, or one's own: drafts, published and retired, page by page or by a part of the name. */
import { z } from 'zod';
import { looseForm } from '../models/thai/normal-form.ts';
import { anyOf, oneOfOptions, textOf } from './engine/accepts.ts';
import { defineFlow, stepsOf } from './engine/define-flow.ts';
import type { Advance, At, Closing } from './engine/flow.ts';
import { answer, type Option, open } from './engine/message.ts';
import { defineTexts, type Words } from './engine/text.ts';
import type { ListedPin } from './pin-look-ups.ts';
import { whoseWork } from './whose.ts';

const item = z.object({
  value: z.string(),
  name: z.string(),
  state: z.enum(['draft', 'published', 'retired']),
});
const data = z.object({
  /** How many pins stand before the page shown. */
  skip: z.number().optional(),
  all: z.number().optional(),
  items: z.array(item).optional(),
  /** A part of a name that was typed; only what has it is listed then. */
  words: z.string().optional(),
  chosen: z.string().optional(),
});
type Data = z.infer<typeof data>;
type StepName = 'list' | 'draft' | 'opened' | 'empty';

/** Pins on one page: with "next" and "back" they fill two bubbles side by side. */
const PAGE = 10;
/** More than any agency has; only read when a part of a name is typed. */
const SEARCHED = 500;
const PART_OF_NAME = { min: 2, max: 80 };

const text = defineTexts('my-pins', {
  title: { th: 'หมุดของฉัน', en: 'My pins' },
  list: {
    th: 'หมุดที่คุณดูแล {{from}}–{{to}} จาก {{all}}\nแตะเพื่อเปิด หรือพิมพ์ส่วนหนึ่งของชื่อ',
    en: 'The pins you look after, {{from}}–{{to}} of {{all}}.\nTap one to open it, or type a part of its name.',
  },
  withWords: {
    th: 'หมุดที่มีคำว่า “{{words}}” {{from}}–{{to}} จาก {{all}}',
    en: 'Pins with “{{words}}” in their name, {{from}}–{{to}} of {{all}}.',
  },
  draftNamed: { th: 'ร่าง: {{name}}', en: 'Draft: {{name}}' },
  retiredNamed: { th: 'ถอดแล้ว: {{name}}', en: 'Off the map: {{name}}' },
  unnamed: { th: 'ยังไม่มีชื่อ', en: 'without a name' },
  next: { th: 'หน้าถัดไป', en: 'Next page' },
  previous: { th: 'หน้าก่อน', en: 'Previous page' },
  everything: { th: 'ดูทั้งหมด', en: 'Show all' },
  noneWith: {
    th: 'ไม่มีหมุดที่มีคำว่า “{{words}}” ลองพิมพ์ให้สั้นลง',
    en: 'No pin has “{{words}}” in its name. Try fewer letters.',
  },
  empty: {
    th: 'ยังไม่มีหมุดที่คุณดูแล เริ่มปักหมุดแรกได้เลย',
    en: 'You have no pins yet. Start with the first one.',
  },
  pinOne: { th: 'ปักหมุดใหม่', en: 'New pin' },
  check: { th: 'ตรวจสอบหมุด', en: 'Check pins' },
  tasks: { th: 'งานที่ต้องดู', en: 'Tasks' },
});

const { question, closing } = stepsOf<Data, StepName>();

export const myPins = defineFlow({
  id: 'my-pins',
  version: 1,
  data,
  text,
  title: text('title'),
  listed: true,
  words: { th: ['หมุดของฉัน', 'หมุดของหน่วยงาน'], en: ['my pins'] },
  takesWords: false,
  needsConsent: true,
  async start(_opening, at) {
    const first = await listFrom(0, at);
    return first.set?.all ? first : { to: 'empty' };
  },
  steps: {
    list: question({
      ask: ({ data: { skip = 0, all = 0, items = [], words } }) => {
        const part = { from: skip + 1, to: skip + items.length, all };
        return {
          messages: [
            {
              kind: 'question',
              text: words ? text('withWords', { ...part, words }) : text('list', part),
              options: [...items.map(itemOption), ...turning(skip, all, words)],
            },
          ],
          quick: offers,
        };
      },
      accepts: ({ data: { skip = 0, all = 0, items = [], words } }) =>
        anyOf(
          oneOfOptions([
            ...items.map(({ value, name }) => ({ value, labels: name ? [name] : bothOf('unnamed') })),
            ...turningValues(skip, all, words),
          ]),
          textOf(PART_OF_NAME),
        ),
      next: (given, at) => chosen(given, at),
    }),
    draft: closing(({ data: { chosen: value = '' } }) => handOver('pin-office', value)),
    opened: closing(({ data: { chosen: value = '' } }) => handOver('edit-pin', value)),
    empty: closing(() => ({
      messages: [{ kind: 'say', text: text('empty') }],
      quick: [open(text('pinOne'), 'pin-office', 'new')],
    })),
  },
});

const offers: Option[] = [
  open(text('check'), 'check-pins'),
  open(text('tasks'), 'tasks'),
  open(text('pinOne'), 'pin-office', 'new'),
];

async function chosen(given: string, at: At<Data>) {
  const { items = [], skip = 0, words } = at.data;
  const found = items.find(({ value }) => value === given);
  if (found) return { to: found.state === 'draft' ? 'draft' : 'opened', set: { chosen: given } } as const;
  if (given === 'next') return listFrom(skip + PAGE, at, words);
  if (given === 'previous') return listFrom(Math.max(0, skip - PAGE), at, words);
  if (given === 'everything') return listFrom(0, at);
  const listed = await listFrom(0, at, given);
  return listed.set?.all ? listed : { again: text('noneWith', { words: given }) };
}

async function listFrom(skip: number, at: At<Data>, words?: string): Promise<Advance<Data, StepName>> {
  const { pins, all } = await pinsFrom(skip, at, words);
  return { to: 'list', set: { skip, all, words, items: pins.map(itemOf) } };
}

async function pinsFrom(skip: number, { find, who, person }: At<Data>, words: string | undefined) {
  const whose = whoseWork(who, person);
  if (!words) return find.pins.pinsOf({ ...whose, order: 'state', skip, limit: PAGE });
  const { pins } = await find.pins.pinsOf({ ...whose, order: 'state', skip: 0, limit: SEARCHED });
  const part = looseForm(words);
  const fitting = pins.filter(({ name, code = '' }) =>
    [name?.th ?? '', name?.en ?? '', code].some((written) => looseForm(written).includes(part)),
  );
  return { pins: fitting.slice(skip, skip + PAGE), all: fitting.length };
}

function itemOf({ id, code, name, state }: ListedPin) {
  return { value: code ?? id, name: name?.th ?? '', state };
}

function itemOption({ value, name, state }: z.infer<typeof item>): Option {
  const called: Words = name || text('unnamed');
  if (state === 'published') return answer(called, value);
  return answer(text(state === 'draft' ? 'draftNamed' : 'retiredNamed', { name: called }), value);
}

type Turning = 'next' | 'previous' | 'everything';

function turningsAt(skip: number, all: number, words: string | undefined): Turning[] {
  return [
    ...(skip + PAGE < all ? ['next' as const] : []),
    ...(skip > 0 ? ['previous' as const] : []),
    ...(words ? ['everything' as const] : []),
  ];
}

function turning(skip: number, all: number, words: string | undefined): Option[] {
  return turningsAt(skip, all, words).map((value) => answer(text(value), value));
}

function turningValues(skip: number, all: number, words: string | undefined) {
  return turningsAt(skip, all, words).map((value) => ({ value, labels: bothOf(value) }));
}

function bothOf(key: Turning | 'unnamed'): string[] {
  const { th, en } = text.texts[key];
  return [th, en];
}

function handOver(flow: string, value: string): Closing {
  return { messages: [], handOver: { flow, opening: { value, words: '' } } };
}
