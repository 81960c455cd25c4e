/**
 * หมุดของฉัน: the pins of one's agency, or one's own: drafts, published and retired, page by page or by a part of the
 * name. For coordinators and administrators all they look after, part by part: provinces, districts, and then pins.
 */
import { daysSince } from './days-since.ts';
import { anyOf, choiceOf, oneOfOptions, textOf } from './engine/accepts.ts';
import { defineFlow, stepsOf } from './engine/define-flow.ts';
import type { Advance, Closing, Move } from './engine/flow.ts';
import { type Asking, answer, type Option, open, type Row, say } from './engine/message.ts';
import { defineTexts } from './engine/text.ts';
import {
  type At,
  type Data,
  data,
  listFrom,
  listOptions,
  listValues,
  PAGE,
  type StepName,
  type Which,
} from './my-pins-list.ts';
import { officeKindName } from './office-kinds.ts';
import { encodeSearch } from './office-search.ts';
import { fieldTexts } from './pin-fields.ts';
import {
  type Part,
  type PartAnswer,
  partAnswer,
  partName,
  partOptions,
  rememberedParts,
} from './scope-parts.ts';
import { worksOverScope } from './whose.ts';

const PART_OF_NAME = { min: 2, max: 80 };

const text = defineTexts('my-pins', {
  title: { th: 'หมุดของฉัน', en: 'My pins' },
  areas: {
    th: 'พื้นที่ที่คุณดูแลมีหมุด {{all}} หมุด\nเลือกพื้นที่ หรือพิมพ์ส่วนหนึ่งของชื่อหมุดหรือหน่วยงาน',
    en: 'There are {{all}} pins in what you look after.\nChoose an area, or type a part of the name of a pin or an agency.',
  },
  districts: {
    th: '{{name}} มีหมุด {{all}} หมุด\nเลือกพื้นที่ หรือพิมพ์ส่วนหนึ่งของชื่อหมุดหรือหน่วยงาน',
    en: '{{name}}: {{all}} pins.\nChoose an area, or type a part of the name of a pin or an agency.',
  },
  list: {
    th: 'หมุดที่คุณดูแล {{from}}–{{to}} จาก {{all}}\nแตะเพื่อเปิด หรือพิมพ์ส่วนหนึ่งของชื่อ',
    en: 'The pins you look after, {{from}}–{{to}} of {{all}}.\nTap one to open it, or type a part of its name.',
  },
  listIn: {
    th: '{{name}}: หมุดที่ {{from}}–{{to}} จาก {{all}}\nแตะเพื่อเปิด หรือพิมพ์ส่วนหนึ่งของชื่อหมุดหรือหน่วยงาน',
    en: '{{name}}: pins {{from}}–{{to}} of {{all}}.\nTap one to open it, or type a part of the name of a pin or an agency.',
  },
  withWords: {
    th: 'หมุดที่มีคำว่า “{{words}}” {{from}}–{{to}} จาก {{all}}',
    en: 'Pins with “{{words}}” in their name, {{from}}–{{to}} of {{all}}.',
  },
  noneWith: {
    th: 'ไม่มีหมุดที่มีคำว่า “{{words}}” ลองพิมพ์ให้สั้นลง',
    en: 'No pin has “{{words}}” in its name. Try fewer letters.',
  },
  empty: {
    th: 'ยังไม่มีหมุดที่คุณดูแล เริ่มปักหมุดแรกได้เลย',
    en: 'You have no pins yet. Start with the first one.',
  },
  noneOwn: {
    th: 'คุณยังไม่มีหมุดที่ปักเอง แตะ “ปักหมุดใหม่” เพื่อเริ่ม',
    en: 'You have no pins of your own yet. Tap “New pin” to start.',
  },
  notYours: {
    th: 'หมุดนี้อยู่นอกพื้นที่ที่คุณดูแลแล้ว พิมพ์ “ย้อนกลับ” เพื่อเลือกหมุดอื่น',
    en: 'This pin is no longer in what you look after. Type “back” to choose another one.',
  },
  own: { th: 'หมุดที่ฉันปักเอง', en: 'Pins of my own' },
  pinOne: { th: 'ปักหมุดใหม่', en: 'New pin' },
  check: { th: 'ตรวจสอบหมุด', en: 'Check pins' },
  tasks: { th: 'งานที่ต้องดู', en: 'Tasks' },
  code: { th: 'รหัสหมุด', en: 'Pin code' },
  state: { th: 'สถานะ', en: 'State' },
  published: { th: 'เผยแพร่อยู่', en: 'On the map' },
  retired: { th: 'ถอดออกจากแผนที่แล้ว', en: 'Taken off the map' },
  checked: { th: 'ตรวจล่าสุด', en: 'Last checked' },
  daysAgo: { th: '{{count}} วันก่อน', en: '{{count}} days ago', enOne: '{{count}} day ago' },
  never: { th: 'ยังไม่เคย', en: 'never' },
  edit: { th: 'แก้ไขหมุด', en: 'Correct the pin' },
  merge: { th: 'รวมกับหมุดอื่น', en: 'Merge' },
  see: { th: 'ดูหมุด', en: 'See the pin' },
});

const { question, closing } = stepsOf<Data, StepName>();
const cardChoices = choiceOf(text, { edit: 'edit', merge: 'merge' });

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
  browsing: ['areas', 'districts', 'list', 'card'],
  async start(_opening, at) {
    const scoped = worksOverScope(at.who) ? await partsOf(undefined, at) : undefined;
    if (scoped) return scoped;
    const first = await listFrom(0, at, {});
    return first.set?.all ? first : { to: 'empty' };
  },
  steps: {
    areas: partsStep('areas'),
    districts: partsStep('districts'),
    list: question({
      ask: ({ data: known }) => ({
        messages: [{ kind: 'question', text: heading(known), options: listOptions(known) }],
        quick: offers,
      }),
      accepts: ({ data: known }) => anyOf(oneOfOptions(listValues(known)), textOf(PART_OF_NAME)),
      next: (given, at) => chosen(given, at),
    }),
    card: question({
      ask: card,
      accepts: cardChoices.accept,
      next: (choice) => ({ to: choice === 'edit' ? 'opened' : 'merge' }),
    }),
    draft: closing(({ data: { chosen: value = '' } }) => handOver('pin-office', value)),
    opened: closing(({ data: { chosen: value = '' } }) => handOver('edit-pin', value)),
    merge: closing(({ data: { chosen: value = '' } }) => handOver('merge-pins', value)),
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

/** Choosing a part: a province first for those who look after several, then a district. */
function partsStep(step: 'areas' | 'districts') {
  return question({
    ask: ({ data: { parts = [], partSkip, within } }) => {
      const all = parts.reduce((sum, { count }) => sum + count, 0);
      const words = within ? text('districts', { name: partName(within), all }) : text('areas', { all });
      return {
        messages: [{ kind: 'question', text: words, options: partOptions(parts, partSkip) }],
        quick: [answer(text('own'), OWN), ...offers],
      };
    },
    accepts: ({ data: { parts = [], partSkip } }) =>
      anyOf(partAnswer(parts, partSkip), anyOf(oneOfOptions([ownPins]), textOf(PART_OF_NAME))),
    next: (given, at) => (typeof given === 'string' ? wordsOrOwn(given, at) : partChosen(step, given, at)),
  });
}

const OWN = 'own';
const ownPins = { value: OWN, labels: [text.texts.own.th, text.texts.own.en] };

async function wordsOrOwn(given: string, at: At): Promise<Move<Data, StepName>> {
  const which: Which = given === OWN ? {} : { scoped: true, within: at.data.within, words: given };
  const listed = await listFrom(0, at, which);
  if (listed.set?.all) return listed;
  return { again: given === OWN ? text('noneOwn') : text('noneWith', { words: given }) };
}

async function partChosen(
  step: 'areas' | 'districts',
  given: PartAnswer,
  at: At,
): Promise<Move<Data, StepName>> {
  if ('skip' in given) return { to: step, set: { partSkip: given.skip } };
  const districts = given.part.area.startsWith('province:') ? await partsOf(given.part, at) : undefined;
  return districts ?? listFrom(0, at, { scoped: true, within: given.part });
}

/** What is looked after, or one part of it: its own parts to choose from, or its pins when they fill one page. */
async function partsOf(within: Part | undefined, at: At): Promise<Advance<Data, StepName> | undefined> {
  const { find, person } = at;
  const parts = rememberedParts(await find.pins.pinAreas({ person, area: within?.area }));
  const all = parts.reduce((sum, { count }) => sum + count, 0);
  if (all === 0) return undefined;
  if (all <= PAGE || parts.length === 1)
    return listFrom(0, at, { scoped: true, within: within ?? soleOf(parts) });
  return { to: within ? 'districts' : 'areas', set: { parts, partSkip: undefined, within } };
}

const soleOf = (parts: readonly Part[]): Part | undefined => (parts.length === 1 ? parts[0] : undefined);

function heading({ skip = 0, all = 0, items = [], words, within }: Data) {
  const page = { from: skip + 1, to: skip + items.length, all };
  if (words) return text('withWords', { ...page, words });
  return within ? text('listIn', { ...page, name: partName(within) }) : text('list', page);
}

async function chosen(given: string, at: At): Promise<Move<Data, StepName>> {
  const { items = [], skip = 0, words, scoped, within } = at.data;
  const found = items.find(({ value }) => value === given);
  if (found?.state === 'draft') return { to: 'draft', set: { chosen: given } };
  if (found) return { to: scoped ? 'card' : 'opened', set: { chosen: given } };
  if (given === 'next') return listFrom(skip + PAGE, at, { scoped, within, words });
  if (given === 'previous') return listFrom(Math.max(0, skip - PAGE), at, { scoped, within, words });
  if (given === 'everything') return listFrom(0, at, { scoped, within });
  const listed = await listFrom(0, at, { scoped, within, words: given });
  return listed.set?.all ? listed : { again: text('noneWith', { words: given }) };
}

/** What a coordinator sees of a pin before anything is done about it. */
async function card({ find, person, now, data: { chosen: code = '' } }: At): Promise<Asking> {
  const pin = await find.pins.pinForWork(code, person);
  if (!pin) return { messages: [say(text('notYours'))] };
  const [mergeable] = await find.pins.mergeable([code], person);
  const checked = pin.checkedAt ? text('daysAgo', { count: daysSince(pin.checkedAt, now) }) : text('never');
  const rows: Row[] = [
    { label: text('code'), value: code },
    { label: fieldTexts('kind'), value: officeKindName(pin.kind) },
    { label: text('state'), value: text(pin.state === 'retired' ? 'retired' : 'published') },
    { label: text('checked'), value: checked },
  ];
  const options = cardChoices.options.slice(0, mergeable === undefined ? 1 : 2);
  const see = open(text('see'), 'find-office', encodeSearch({ by: 'code', code }));
  return {
    messages: [{ kind: 'summary', title: pin.name, rows, options }],
    ...(pin.state === 'published' && { quick: [see] }),
  };
}

function handOver(flow: string, value: string): Closing {
  return { messages: [], handOver: { flow, opening: { value, words: '' } } };
}
