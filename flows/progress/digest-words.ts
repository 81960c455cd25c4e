/** What a digest says. */
import type { Message, Option, Saying } from '../engine/message.ts';
import { open } from '../engine/message.ts';
import { defineTexts, type Name, type Text } from '../engine/text.ts';
import { toProgress, when } from './progress-value.ts';

/** What has changed since the last one; see `models/digest.ts`. */
export type ToldChange =
  | { what: 'done' | 'undone' | 'late'; title: Name; count: number }
  | { what: 'approvals' | 'complaints'; count: number };

/** What is urgent; `closesOn` is YYYY-MM-DD. */
export type ToldUrgent =
  | { what: 'deadline'; deadline: string; title: Name; closesOn: string; missing: number }
  | { what: 'approvals' | 'complaints'; count: number };

/** A digest as it is told; `today` is YYYY-MM-DD, `isFirst`: there was none before. */
export type ToldDigest = {
  today: string;
  changes: readonly ToldChange[];
  urgent: readonly ToldUrgent[];
  isFirst?: boolean;
};

/** Changes named one by one; the rest is to be seen under progress. */
const CHANGES_AT_MOST = 8;

export const digestTexts = defineTexts('digest-words', {
  title: { th: 'สรุปงานที่คุณดูแล', en: 'Your digest' },
  changed: { th: 'เปลี่ยนไปจากครั้งก่อน', en: 'Since the last one' },
  nothing: { th: 'ไม่มี', en: 'nothing' },
  two: { th: '{{first}}\n{{second}}', en: '{{first}}\n{{second}}' },
  done: { th: '{{title}}: เสร็จเพิ่ม {{count}} หน่วยงาน', en: '{{title}}: {{count}} more done' },
  undone: { th: '{{title}}: กลับมาไม่เสร็จ {{count}} หน่วยงาน', en: '{{title}}: {{count}} no longer done' },
  late: { th: '{{title}}: เลยกำหนดเพิ่ม {{count}} หน่วยงาน', en: '{{title}}: {{count}} more overdue' },
  newApprovals: {
    th: 'ขอลงทะเบียนใหม่ {{count}} คน',
    en: '{{count}} new requests to register',
    enOne: '{{count}} new request to register',
  },
  newComplaints: {
    th: 'เรื่องร้องเรียนเพิ่ม {{count}} เรื่อง',
    en: '{{count}} more complaints',
    enOne: '{{count}} more complaint',
  },
  deadline: { th: '{{title}} {{when}}', en: '{{title}}, {{when}}' },
  missing: {
    th: 'ยังไม่เสร็จ {{count}} หน่วยงาน',
    en: '{{count}} agencies not done',
    enOne: '{{count}} agency not done',
  },
  approvals: { th: 'รออนุมัติ', en: 'Waiting to be approved' },
  people: { th: '{{count}} คน', en: '{{count}}' },
  complaints: { th: 'เรื่องร้องเรียนเกินกำหนด', en: 'Complaints overdue' },
  cases: { th: '{{count}} เรื่อง', en: '{{count}}' },
  toDeadline: { th: 'ดู {{title}}', en: 'See {{title}}' },
  toApprovals: { th: 'อนุมัติเจ้าหน้าที่', en: 'Approve officials' },
  toComplaints: { th: 'ดูเรื่องร้องเรียน', en: 'See complaints' },
  settings: { th: 'เปลี่ยนเวลาสรุป', en: 'Change the digest' },
});

/** One message: what changed, the most urgent with a button each, and how to change it. */
export function digestSaying({ today, changes, urgent, isFirst = false }: ToldDigest): Saying {
  const changed = changes.slice(0, CHANGES_AT_MOST).map(changeWords);
  const [first, ...others] = changed;
  const value = first
    ? others.reduce((before, next) => digestTexts('two', { first: before, second: next }), first)
    : digestTexts('nothing');
  const message: Message = {
    kind: 'summary',
    title: digestTexts('title'),
    rows: [
      ...(isFirst && !first ? [] : [{ label: digestTexts('changed'), value }]),
      ...urgent.map((one) => urgentRow(one, today)),
    ],
    options: urgent.map(urgentButton),
  };
  return { messages: [message], quick: [open(digestTexts('settings'), 'digest')] };
}

function changeWords(change: ToldChange): Text {
  const { count } = change;
  switch (change.what) {
    case 'approvals':
      return digestTexts('newApprovals', { count });
    case 'complaints':
      return digestTexts('newComplaints', { count });
    case 'done':
    case 'undone':
    case 'late':
      return digestTexts(change.what, { title: change.title, count });
  }
}

function urgentRow(one: ToldUrgent, today: string) {
  switch (one.what) {
    case 'deadline':
      return {
        label: digestTexts('deadline', { title: one.title, when: when(today, one.closesOn) }),
        value: digestTexts('missing', { count: one.missing }),
      };
    case 'approvals':
      return { label: digestTexts('approvals'), value: digestTexts('people', { count: one.count }) };
    case 'complaints':
      return { label: digestTexts('complaints'), value: digestTexts('cases', { count: one.count }) };
  }
}

function urgentButton(one: ToldUrgent): Option {
  switch (one.what) {
    case 'deadline':
      return toProgress(digestTexts('toDeadline', { title: one.title }), 'one', {
        deadline: one.deadline,
        area: '',
        page: 0,
      });
    case 'approvals':
      return open(digestTexts('toApprovals'), 'approvals');
    case 'complaints':
      return open(digestTexts('toComplaints'), 'complaint-cases');
  }
}
