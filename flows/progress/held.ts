/** Who was not reminded for want of paid messages: the agencies with their officials, and asking that they come first. */
import type { Advance, At, Closing } from '../engine/flow.ts';
import { type Option, open, type Row, say } from '../engine/message.ts';
import { defineTexts, type Words } from '../engine/text.ts';
import type { HeldAgency } from '../reminders/reminder-look-ups.ts';
import type { Data, StepName } from './progress-data.ts';
import { toAll } from './progress-value.ts';
import { scopeInUse } from './role-in-use.ts';

export const heldTexts = defineTexts('progress-held', {
  see: { th: 'ดูรายชื่อที่ยังไม่ได้เตือน', en: 'See who was not reminded' },
  title: {
    th: 'ยังไม่ได้เตือน {{people}} ใน {{count}} หน่วยงาน เพราะโควตาข้อความ ({{from}}–{{to}})',
    en: 'Not reminded for want of messages: {{people}} at {{count}} agencies ({{from}}–{{to}})',
    enOne: 'Not reminded for want of messages: {{people}} at {{count}} agency ({{from}}–{{to}})',
  },
  people: { th: '{{count}} คน', en: '{{count}} people', enOne: '{{count}} person' },
  named: { th: '{{first}}, {{second}}', en: '{{first}}, {{second}}' },
  more: { th: '{{first}} และอีก {{count}} คน', en: '{{first}} and {{count}} more' },
  ask: { th: 'เตือนเมื่อมีโควตา', en: 'Remind when there are messages' },
  next: { th: 'หน้าถัดไป', en: 'Next page' },
  before: { th: 'หน้าก่อน', en: 'Previous page' },
  asked: {
    th: 'รับทราบ เมื่อมีโควตาจะเตือน {{count}} คนนี้ก่อนคนอื่น ในวันทำการ และเฉพาะเรื่องที่ยังไม่เสร็จ',
    en: 'Noted. As soon as there are messages, these {{count}} people are reminded first: on a working day, and only of what is not done.',
    enOne:
      'Noted. As soon as there are messages, this {{count}} person is reminded first: on a working day, and only of what is not done.',
  },
  nobody: { th: 'ตอนนี้ไม่มีใครรอการเตือนอยู่', en: 'Nobody is waiting to be reminded right now.' },
  notYours: {
    th: 'รายชื่อนี้เป็นของผู้ประสานงานในพื้นที่เท่านั้น',
    en: 'This list is for the coordinators of the area only.',
  },
});

const text = heldTexts;
/** Agencies of one page. */
const PAGE = 8;

/** Opens a page of the list. */
export const toHeld = (page = 0, label: Words = text('see')): Option =>
  open(label, 'progress', `held - - ${page}`);

/** One page of them. */
export async function heldWords({ data: { page = 0 }, find, person, who }: At<Data>): Promise<Closing> {
  const skip = page * PAGE;
  const found = await find.reminders.held(scopeInUse(who), person, { skip, limit: PAGE });
  if (!found) return { messages: [say(text('notYours'))], quick: [toAll] };
  const { all, people, agencies } = found;
  if (agencies.length === 0)
    return { messages: [say(text('nobody'))], quick: page > 0 ? [toHeld(), toAll] : [toAll] };
  const range = { from: skip + 1, to: skip + agencies.length };
  return {
    messages: [
      {
        kind: 'summary',
        title: text('title', { people: countOf(people), count: all, ...range }),
        rows: agencies.map(heldRow),
        options: [open(text('ask'), 'progress', 'first')],
      },
    ],
    quick: [
      ...(all > skip + PAGE ? [toHeld(page + 1, text('next'))] : []),
      ...(page > 0 ? [toHeld(page - 1, text('before'))] : []),
      toAll,
    ],
  };
}

/** Wishes that all of them come first. */
export const askForHeld = ({ who, turn }: At<Data>): Advance<Data, StepName> => ({
  to: 'heldFirst',
  effects: [{ do: 'remindHeld', scope: scopeInUse(who), key: turn }],
});

/** What became of that wish. */
export function heldFirstWords({ outcomes }: At<Data>): Closing {
  const done = outcomes.find((outcome) => outcome.of === 'remindHeld');
  if (done?.result !== 'asked') return { messages: [say(text('notYours'))], quick: [toAll] };
  const { people: count } = done;
  return { messages: [say(count > 0 ? text('asked', { count }) : text('nobody'))], quick: [toAll] };
}

const countOf = (count: number) => text('people', { count });

function heldRow({ name, people, officials }: HeldAgency): Row {
  const [first, ...others] = officials;
  if (!first) return { label: name, value: countOf(people) };
  const named = others.reduce<Words>((before, next) => text('named', { first: before, second: next }), first);
  const left = people - officials.length;
  return { label: name, value: left > 0 ? text('more', { first: named, count: left }) : named };
}
