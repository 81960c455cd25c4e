/** What a reminder says: what is missing, how many days are left, and a button to each next step. */

import type { DoneKind } from '../deadlines/deadline-look-ups.ts';
import { nextStep, whatWords } from '../deadlines/next-step.ts';
import { type Message, type Option, open, type Row } from '../engine/message.ts';
import { defineTexts, type Name, type Words } from '../engine/text.ts';

export const reminderTexts = defineTexts('reminder', {
  one: {
    th: 'เตือนความจำ: หน่วยงานของคุณยังมีเรื่องที่ต้องทำ',
    en: 'A reminder: something is left for your agency to do',
  },
  many: {
    th: 'เตือนความจำ: ยังเหลือ {{count}} เรื่องที่ต้องทำ',
    en: 'A reminder: {{count}} things are left to do',
    enOne: 'A reminder: {{count}} thing is left to do',
  },
  lastDay: { th: 'วันนี้เป็นวันสุดท้าย', en: 'Today is the last day' },
  daysLeft: { th: 'เหลืออีก {{days}} วัน ครบกำหนด {{date}}', en: '{{days}} days left, due {{date}}' },
  tomorrow: { th: 'ครบกำหนดพรุ่งนี้ {{date}}', en: 'Due tomorrow, {{date}}' },
  passed: {
    th: 'เลยกำหนด {{date}} มาแล้ว {{days}} วัน ยังทำได้',
    en: 'Was due {{date}}, {{days}} days ago; it can still be done',
  },
  passedYesterday: {
    th: 'ครบกำหนดไปเมื่อวานนี้ {{date}} ยังทำได้',
    en: 'Was due yesterday, {{date}}; it can still be done',
  },
  row: { th: 'ยังขาด: {{what}}\n{{left}}', en: 'Still missing: {{what}}\n{{left}}' },
  rowOf: {
    th: 'ยังขาด: {{what}} ของ{{agencies}}\n{{left}}',
    en: 'Still missing: {{what}}, for {{agencies}}\n{{left}}',
  },
  two: { th: '{{first}}, {{second}}', en: '{{first}}, {{second}}' },
  andMore: { th: '{{first}} และอีก {{count}} แห่ง', en: '{{first}} and {{count}} more' },
  others: { th: 'และอีก', en: 'And' },
  otherThings: { th: '{{count}} เรื่อง', en: '{{count}} more things', enOne: '{{count}} more thing' },
  fromCoordinator: { th: 'จากผู้ประสานงาน', en: 'From your coordinator' },
  all: { th: 'ดูกำหนดส่งทั้งหมด', en: 'See all deadlines' },
  settings: { th: 'ตั้งค่าการเตือน', en: 'Reminder settings' },
});

/**
 * Something missing. `daysLeft` is negative once the day has passed; `agencies` are named, with their codes, where the
 * person has several roles, so that to all others it is the same message.
 */
export type Missing = {
  title: Name;
  what: DoneKind;
  closesOn: string;
  daysLeft: number;
  agencies?: { code: string; name: Name }[];
};

const ROWS_AT_MOST = 8;
const AGENCIES_NAMED = 3;
/** Buttons to next steps; beyond them leads the list of deadlines. */
const STEPS_AT_MOST = 6;

/** The message. `missing` has at least one; `words` are what a coordinator says with it. */
export function reminder(missing: readonly Missing[], words?: string): Message {
  const first = missing.slice(0, ROWS_AT_MOST);
  const left = missing.length - first.length;
  return {
    kind: 'summary',
    title: missing.length === 1 ? reminderTexts('one') : reminderTexts('many', { count: missing.length }),
    rows: [
      ...(words ? [{ label: reminderTexts('fromCoordinator'), value: words }] : []),
      ...first.map(rowOf),
      ...(left > 0
        ? [{ label: reminderTexts('others'), value: reminderTexts('otherThings', { count: left }) }]
        : []),
    ],
    options: [...nextSteps(missing), open(reminderTexts('settings'), 'reminders')],
  };
}

/** One button for each kind of work, at each agency that is named; what is most pressing stands first. */
function nextSteps(missing: readonly Missing[]): Option[] {
  const steps = missing.flatMap(({ what, agencies }) =>
    agencies ? agencies.map((agency) => nextStep(what, agency)) : [nextStep(what)],
  );
  const each = [...new Map(steps.map((step) => [JSON.stringify(step.do), step])).values()];
  if (each.length <= STEPS_AT_MOST) return each;
  return [...each.slice(0, STEPS_AT_MOST), open(reminderTexts('all'), 'deadlines')];
}

function rowOf({ title, what, closesOn, daysLeft, agencies }: Missing): Row {
  const parts = { what: whatWords(what), left: leftWords(daysLeft, closesOn) };
  const value = agencies
    ? reminderTexts('rowOf', { ...parts, agencies: namesOf(agencies.map(({ name }) => name)) })
    : reminderTexts('row', parts);
  return { label: title, value };
}

function leftWords(daysLeft: number, closesOn: string): Words {
  const date = { date: closesOn };
  if (daysLeft === 0) return reminderTexts('lastDay');
  if (daysLeft === 1) return reminderTexts('tomorrow', { date });
  if (daysLeft > 1) return reminderTexts('daysLeft', { date, days: daysLeft });
  if (daysLeft === -1) return reminderTexts('passedYesterday', { date });
  return reminderTexts('passed', { date, days: -daysLeft });
}

function namesOf(agencies: readonly Name[]): Words {
  const named = agencies.slice(0, AGENCIES_NAMED);
  const first = named.reduce<Words | undefined>(
    (before, next) => (before ? reminderTexts('two', { first: before, second: next }) : next),
    undefined,
  );
  const more = agencies.length - named.length;
  return more > 0 ? reminderTexts('andMore', { first: first ?? '', count: more }) : (first ?? '');
}
