/** งาน: what citizens say is wrong with the pins one keeps, to look into and close. */
import { z } from 'zod';
import { daysSince } from './days-since.ts';
import { anyOf, type Choice, choiceOf, oneOfOptions } from './engine/accepts.ts';
import { defineFlow, stepsOf } from './engine/define-flow.ts';
import type { Advance, At } from './engine/flow.ts';
import { answer, type Option, open, say } from './engine/message.ts';
import { defineTexts, labelsOf } from './engine/text.ts';
import type { Who } from './engine/who.ts';
import { faultTexts } from './pin-faults.ts';
import { rememberedName } from './remembered-name.ts';
import { part, partAnswer, partName, partOptions, rememberedParts } from './scope-parts.ts';
import { whoseWork, worksOverScope } from './whose.ts';

const item = z.object({
  id: z.string(),
  pin: z.string(),
  /** The pin's name; its code where the pin is not on the map any more. */
  name: rememberedName,
  fault: z.enum(['moved', 'closed', 'phone', 'hours', 'other', 'copy-asked']),
  /** The procedure that a copy was still asked for: its code, and its title. */
  procedure: z.string().optional(),
  service: rememberedName.optional(),
  words: z.string().optional(),
  at: z.string(),
});
const data = z.object({
  skip: z.number().optional(),
  all: z.number().optional(),
  items: z.array(item).optional(),
  /** The tasks are of all the person looks after, or of one part of it. */
  scoped: z.boolean().optional(),
  within: part.optional(),
  /** The parts to choose from, and how many of them stand before those shown. */
  parts: z.array(part).optional(),
  partSkip: z.number().optional(),
  /** The task that is open, by its place in the list. */
  task: item.optional(),
});
type Data = z.infer<typeof data>;
type StepName = 'areas' | 'list' | 'task' | 'closed' | 'edit' | 'none';

const PAGE = 8;

const text = defineTexts('tasks', {
  title: { th: 'งานที่ต้องดู', en: 'Tasks' },
  list: {
    th: 'ประชาชนแจ้งเรื่องหมุดที่คุณดูแล {{from}}–{{to}} จาก {{all}} เรื่อง',
    en: 'What citizens say about the pins you keep, {{from}}–{{to}} of {{all}}',
  },
  listIn: {
    th: '{{name}}: ประชาชนแจ้งเรื่องหมุด {{from}}–{{to}} จาก {{all}} เรื่อง',
    en: '{{name}}: what citizens say about the pins, {{from}}–{{to}} of {{all}}',
  },
  areas: {
    th: 'พื้นที่ที่คุณดูแลมีงานค้าง {{all}} เรื่อง เลือกพื้นที่ หรือดูทั้งหมด เรียงจากเก่าที่สุด',
    en: 'There are {{all}} open tasks in what you look after. Choose an area, or see all of them, the oldest first.',
  },
  everything: { th: 'ดูทั้งหมด', en: 'See all' },
  previous: { th: 'หน้าก่อน', en: 'Previous page' },
  taskNamed: { th: '{{name}}: {{fault}}', en: '{{name}}: {{fault}}' },
  next: { th: 'หน้าถัดไป', en: 'Next page' },
  fault: { th: 'เรื่อง', en: 'What' },
  words: { th: 'คำบอกเล่า', en: 'In their words' },
  when: { th: 'แจ้งเมื่อ', en: 'When' },
  daysAgo: { th: '{{count}} วันก่อน', en: '{{count}} days ago', enOne: '{{count}} day ago' },
  today: { th: 'วันนี้', en: 'today' },
  code: { th: 'รหัสหมุด', en: 'Pin code' },
  edit: { th: 'แก้ไขหมุด', en: 'Correct the pin' },
  copies: { th: 'ดูการขอสำเนา', en: 'See the copies asked for' },
  service: { th: 'บริการ', en: 'Service' },
  close: { th: 'ดูแล้ว ปิดงาน', en: 'Done, close it' },
  closed: { th: 'ปิดงานนี้แล้ว ขอบคุณ', en: 'This task is closed. Thank you.' },
  notYours: { th: 'งานนี้ไม่อยู่ในงานของคุณแล้ว', en: 'This task is no longer among yours.' },
  none: { th: 'ไม่มีงานค้าง เรียบร้อยดี', en: 'There is nothing to do. All is well.' },
  more: { th: 'ดูงานอื่น', en: 'Other tasks' },
  myPins: { th: 'หมุดของฉัน', en: 'My pins' },
  deadlines: { th: 'กำหนดส่งของเรา', en: 'Our deadlines' },
});

const choices = choiceOf(text, { edit: 'edit', close: 'close' });
const copyChoices = choiceOf(text, { copies: 'copies', close: 'close' });
const { question, closing } = stepsOf<Data, StepName>();

export const tasks = defineFlow({
  id: 'tasks',
  version: 1,
  data,
  text,
  title: text('title'),
  listed: false,
  words: { th: ['งาน', 'งานของฉัน'], en: ['tasks', 'my tasks'] },
  takesWords: false,
  needsConsent: true,
  browsing: ['areas', 'list', 'task'],
  start: (_opening, at) => (worksOverScope(at.who) ? startOverScope(at) : listFrom(0, at, {})),
  steps: {
    areas: question({
      ask: ({ data: { parts = [], partSkip }, who }) => {
        const all = parts.reduce((sum, { count }) => sum + count, 0);
        return {
          messages: [
            { kind: 'question', text: text('areas', { all }), options: partOptions(parts, partSkip) },
          ],
          quick: [answer(text('everything'), ALL), ...toDeadlines(who)],
        };
      },
      accepts: ({ data: { parts = [], partSkip } }) =>
        anyOf(partAnswer(parts, partSkip), oneOfOptions([everything])),
      next(given, at) {
        if (given === ALL || typeof given === 'string') return listFrom(0, at, { scoped: true });
        if ('skip' in given) return { to: 'areas', set: { partSkip: given.skip } };
        return listFrom(0, at, { scoped: true, within: given.part });
      },
    }),
    list: question({
      ask: ({ data: { skip = 0, all = 0, items = [], within }, who }) => {
        const page = { from: skip + 1, to: skip + items.length, all };
        const words = within ? text('listIn', { ...page, name: partName(within) }) : text('list', page);
        const turns = turnsAt(skip, all).map((turn) => answer(text(turn), turn));
        return {
          messages: [{ kind: 'question', text: words, options: [...items.map(itemOption), ...turns] }],
          quick: toDeadlines(who),
        };
      },
      accepts: ({ data: { items = [], skip = 0, all = 0 } }) =>
        oneOfOptions([
          ...items.map(({ id, name }) => ({ value: id, labels: labelsOf(name) })),
          ...turnsAt(skip, all).map((value) => ({
            value,
            labels: [text.texts[value].th, text.texts[value].en],
          })),
        ]),
      next(chosen, at) {
        const { items = [], skip = 0 } = at.data;
        const task = items.find(({ id }) => id === chosen);
        if (task) return { to: 'task', set: { task } };
        return listFrom(chosen === 'next' ? skip + PAGE : Math.max(0, skip - PAGE), at, at.data);
      },
    }),
    task: question({
      ask: ({ data: { task }, now }) => ({
        messages: [{ ...summaryOf(task, now), options: choicesOf(task).options }],
      }),
      accepts: ({ data: { task } }) => choicesOf(task).accept,
      next: (choice, { data: { task }, turn }) =>
        choice === 'close'
          ? { to: 'closed', effects: [{ do: 'closeTask', id: turn, task: task?.id ?? '' }] }
          : { to: 'edit' },
    }),
    edit: closing(({ data: { task } }) => ({ messages: [], handOver: toCorrect(task) })),
    closed: closing(({ outcomes }) => {
      const isClosed = outcomes.some((outcome) => outcome.of === 'closeTask' && outcome.result === 'closed');
      return {
        messages: [say(text(isClosed ? 'closed' : 'notYours'))],
        quick: [open(text('more'), 'tasks'), open(text('myPins'), 'my-pins')],
      };
    }),
    none: closing(({ who }) => ({
      messages: [say(text('none'))],
      quick: [open(text('myPins'), 'my-pins'), ...toDeadlines(who)],
    })),
  },
});

const ALL = 'everything';
const everything = { value: ALL, labels: [text.texts.everything.th, text.texts.everything.en] };

/** Officials have deadlines too: what is to be done stands side by side. */
function toDeadlines(who: Who): Option[] {
  return who.roles.some(({ role }) => role === 'official')
    ? [open(text('deadlines'), 'deadlines', 'mine')]
    : [];
}

function turnsAt(skip: number, all: number): ('next' | 'previous')[] {
  return [...(skip + PAGE < all ? ['next' as const] : []), ...(skip > 0 ? ['previous' as const] : [])];
}

/** All at once when they fill one page, else part by part. */
async function startOverScope(at: At<Data>): Promise<Advance<Data, StepName>> {
  const parts = rememberedParts(await at.find.pins.taskAreas({ person: at.person }));
  const all = parts.reduce((sum, { count }) => sum + count, 0);
  return all > PAGE && parts.length > 1 ? { to: 'areas', set: { parts } } : listFrom(0, at, { scoped: true });
}

async function listFrom(
  skip: number,
  at: At<Data>,
  { scoped, within }: Pick<Data, 'scoped' | 'within'>,
): Promise<Advance<Data, StepName>> {
  const { find, who, person } = at;
  const page = { skip, limit: PAGE };
  const found = await (scoped
    ? find.pins.scopedTasks({ person, area: within?.area, ...page })
    : find.pins.openTasks({ ...whoseWork(who, person), ...page }));
  const items = await Promise.all(
    found.tasks.map(async (task) => {
      const service = task.procedure && (await find.procedures.procedure(task.procedure))?.title;
      const name = (await find.pin(task.pin))?.name ?? task.pin;
      return { ...task, name, ...(service && { service }) };
    }),
  );
  return items.length > 0
    ? { to: 'list', set: { skip, all: found.all, items, scoped, within } }
    : { to: 'none' };
}

/** A copy that was asked for is looked at where copies are, anything else at the pin. */
function toCorrect(task: Data['task']) {
  const { pin = '', fault, procedure = '' } = task ?? {};
  return fault === 'copy-asked'
    ? { flow: 'copies', opening: { value: `${pin} ${procedure}`, words: '' } }
    : { flow: 'edit-pin', opening: { value: pin, words: '' } };
}

function choicesOf(task: Data['task']): Choice<'edit' | 'copies' | 'close'> {
  return task?.fault === 'copy-asked' ? copyChoices : choices;
}

function itemOption({ id, name, fault, service }: z.infer<typeof item>): Option {
  const what = service ? text('taskNamed', { name: faultTexts(fault), fault: service }) : faultTexts(fault);
  return answer(text('taskNamed', { name, fault: what }), id);
}

function summaryOf(task: Data['task'], now: string) {
  const { name = '', fault = 'other', service, words, at = now, pin = '' } = task ?? {};
  const days = daysSince(at, now);
  return {
    kind: 'summary' as const,
    title: name,
    rows: [
      { label: text('fault'), value: faultTexts(fault) },
      ...(service ? [{ label: text('service'), value: service }] : []),
      ...(words ? [{ label: text('words'), value: words }] : []),
      { label: text('when'), value: days === 0 ? text('today') : text('daysAgo', { count: days }) },
      { label: text('code'), value: pin },
    ],
  };
}
