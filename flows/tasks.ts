/** งาน: what citizens say is wrong with the pins one keeps, to look into and close. */
import { z } from 'zod';
import { daysSince } from './days-since.ts';
import { choiceOf, oneOfOptions } from './engine/accepts.ts';
import { defineFlow, stepsOf } from './engine/define-flow.ts';
import type { Advance, At } from './engine/flow.ts';
import { answer, type Option, open, say } from './engine/message.ts';
import { defineTexts, type Name } from './engine/text.ts';
import { faultTexts } from './pin-faults.ts';
import { whoseWork } from './whose.ts';

const item = z.object({
  id: z.string(),
  pin: z.string(),
  name: z.string(),
  fault: z.enum(['moved', 'closed', 'phone', 'hours', 'other']),
  words: z.string().optional(),
  at: z.string(),
});
const data = z.object({
  skip: z.number().optional(),
  all: z.number().optional(),
  items: z.array(item).optional(),
  /** The task that is open, by its place in the list. */
  task: item.optional(),
});
type Data = z.infer<typeof data>;
type StepName = 'list' | 'task' | 'closed' | 'edit' | 'none';

const PAGE = 8;

const text = defineTexts('tasks', {
  title: { th: 'งานที่ต้องดู', en: 'Tasks' },
  list: {
    th: 'ประชาชนแจ้งเรื่องหมุดที่คุณดูแล {{from}}–{{to}} จาก {{all}} เรื่อง',
    en: 'What citizens say about the pins you keep, {{from}}–{{to}} of {{all}}',
  },
  taskNamed: { th: '{{name}}: {{fault}}', en: '{{name}}: {{fault}}' },
  next: { th: 'หน้าถัดไป', en: 'Next page' },
  fault: { th: 'เรื่อง', en: 'What' },
  words: { th: 'คำบอกเล่า', en: 'In their words' },
  when: { th: 'แจ้งเมื่อ', en: 'When' },
  daysAgo: { th: '{{days}} วันก่อน', en: '{{days}} days ago' },
  today: { th: 'วันนี้', en: 'today' },
  code: { th: 'รหัสหมุด', en: 'Pin code' },
  edit: { th: 'แก้ไขหมุด', en: 'Correct the pin' },
  close: { th: 'ดูแล้ว ปิดงาน', en: 'Done, close it' },
  closed: { th: 'ปิดงานนี้แล้ว ขอบคุณ', en: 'This task is closed. Thank you.' },
  notYours: { th: 'งานนี้ไม่อยู่ในงานของคุณแล้ว', en: 'This task is no longer among yours.' },
  none: { th: 'ไม่มีงานค้าง เรียบร้อยดี', en: 'There is nothing to do. All is well.' },
  more: { th: 'ดูงานอื่น', en: 'Other tasks' },
  myPins: { th: 'หมุดของฉัน', en: 'My pins' },
});

const choices = choiceOf(text, { edit: 'edit', close: 'close' });
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
  start: (_opening, at) => listFrom(0, at),
  steps: {
    list: question({
      ask: ({ data: { skip = 0, all = 0, items = [] } }) => ({
        messages: [
          {
            kind: 'question',
            text: text('list', { from: skip + 1, to: skip + items.length, all }),
            options: [...items.map(itemOption), ...(skip + PAGE < all ? [answer(text('next'), 'next')] : [])],
          },
        ],
      }),
      accepts: ({ data: { items = [] } }) =>
        oneOfOptions([
          ...items.map(({ id, name }) => ({ value: id, labels: [name] })),
          { value: 'next', labels: [text.texts.next.th, text.texts.next.en] },
        ]),
      next(chosen, at) {
        const task = at.data.items?.find(({ id }) => id === chosen);
        return task ? { to: 'task', set: { task } } : listFrom((at.data.skip ?? 0) + PAGE, at);
      },
    }),
    task: question({
      ask: ({ data: { task }, now }) => ({
        messages: [{ ...summaryOf(task, now), options: choices.options }],
      }),
      accepts: choices.accept,
      next: (choice, { data: { task }, turn }) =>
        choice === 'edit'
          ? { to: 'edit' }
          : { to: 'closed', effects: [{ do: 'closeTask', id: turn, task: task?.id ?? '' }] },
    }),
    edit: closing(({ data: { task } }) => ({
      messages: [],
      handOver: { flow: 'edit-pin', opening: { value: task?.pin ?? '', words: '' } },
    })),
    closed: closing(({ outcomes }) => {
      const isClosed = outcomes.some((outcome) => outcome.of === 'closeTask' && outcome.result === 'closed');
      return {
        messages: [say(text(isClosed ? 'closed' : 'notYours'))],
        quick: [open(text('more'), 'tasks'), open(text('myPins'), 'my-pins')],
      };
    }),
    none: closing(() => ({ messages: [say(text('none'))], quick: [open(text('myPins'), 'my-pins')] })),
  },
});

async function listFrom(skip: number, { find, who, person }: At<Data>): Promise<Advance<Data, StepName>> {
  const found = await find.pins.openTasks({ ...whoseWork(who, person), skip, limit: PAGE });
  const items = await Promise.all(
    found.tasks.map(async (task) => ({ ...task, name: nameOf((await find.pin(task.pin))?.name, task.pin) })),
  );
  return items.length > 0 ? { to: 'list', set: { skip, all: found.all, items } } : { to: 'none' };
}

function nameOf(name: Name | undefined, code: string): string {
  return name?.th ?? code;
}

function itemOption({ id, name, fault }: z.infer<typeof item>): Option {
  return answer(text('taskNamed', { name, fault: faultTexts(fault) }), id);
}

function summaryOf(task: Data['task'], now: string) {
  const { name = '', fault = 'other', words, at = now, pin = '' } = task ?? {};
  const days = daysSince(at, now);
  return {
    kind: 'summary' as const,
    title: name,
    rows: [
      { label: text('fault'), value: faultTexts(fault) },
      ...(words ? [{ label: text('words'), value: words }] : []),
      { label: text('when'), value: days === 0 ? text('today') : text('daysAgo', { days }) },
      { label: text('code'), value: pin },
    ],
  };
}
