/** A case at 1111: under which number and how it stands there, what 1111 says, or why it did not get there. */
import type { Row } from '../engine/message.ts';
import { defineTexts, type Text } from '../engine/text.ts';
import type { NotAt1111, OwnCase, Status1111 } from './complaint.ts';

/** The texts; also listed in the registry of texts. */
export const at1111Texts = defineTexts('complaint-at-1111', {
  at1111: { th: 'ศูนย์ 1111', en: 'At 1111' },
  number1111: { th: 'เลขที่ {{number}} สถานะ: {{status}}', en: 'number {{number}}, state: {{status}}' },
  arrived: { th: 'ส่งถึงแล้ว', en: 'it got there' },
  received: { th: 'รับเรื่องแล้ว', en: 'received' },
  working: { th: 'กำลังดำเนินการ', en: 'being worked on' },
  done: { th: 'ดำเนินการเสร็จแล้ว', en: 'done' },
  rejected: { th: 'ไม่รับดำเนินการ', en: 'not accepted' },
  status: { th: 'สถานะ', en: 'State' },
  center: { th: '1111', en: '1111' },
  label: { th: 'ส่งต่อ 1111', en: 'Forwarding to 1111' },
  notSent: { th: 'ไม่ได้ส่งถึง 1111', en: 'Not sent to 1111' },
  reporterMayCall: { th: 'ผู้ร้องโทร 1111 ได้ตลอด 24 ชั่วโมง', en: 'the reporter can call 1111 at any hour' },
  mayCall: { th: 'โทร 1111 ได้ตลอด 24 ชั่วโมง', en: 'you can call 1111 at any hour' },
  refused: {
    th: 'ส่งต่อ 1111 ไม่สำเร็จ: ศูนย์ไม่รับเรื่อง (รหัส {{status}}) ให้ผู้ดูแลระบบลองส่งใหม่ได้',
    en: 'Not forwarded to 1111: the centre refused it (status {{status}}). The operator can try again.',
  },
  unanswered: {
    th: 'ส่งต่อ 1111 ไม่สำเร็จ: ศูนย์ไม่ตอบหลังลองหลายครั้ง ให้ผู้ดูแลระบบลองส่งใหม่ได้',
    en: 'Not forwarded to 1111: no answer to many tries. The operator can try again.',
  },
  closedBefore: {
    th: 'ส่งต่อ 1111 ไม่สำเร็จ: เรื่องปิดไปก่อน',
    en: 'Not forwarded to 1111: the case was closed before',
  },
});

const text = at1111Texts;

const STATUSES = {
  arrived: 'arrived',
  received: 'received',
  working: 'working',
  done: 'done',
  rejected: 'rejected',
} as const satisfies Record<Status1111, string>;

/** How a case stands there. */
export const statusAt1111 = (status: Status1111): Text => text(STATUSES[status]);

/** The row on a case that is there. */
export function at1111Row({ number, status }: NonNullable<OwnCase['at1111']>): Row {
  return { label: text('at1111'), value: text('number1111', { number, status: statusAt1111(status) }) };
}

/** What 1111 says: how the case stands, and its own words as they came. */
export function saidBy1111({ status, words }: { status: Status1111; words?: string | undefined }): Row[] {
  return [
    { label: text('status'), value: statusAt1111(status) },
    ...(words ? [{ label: text('center'), value: words }] : []),
  ];
}

/** The row on a reporter's case that is not there; why is for who handles it. */
export function notAt1111ForReporter(): Row {
  return { label: text('notSent'), value: text('mayCall') };
}

/** The row on a case that is not there, for who handles it. */
export function notAt1111Row({ reason, status = 0 }: NotAt1111): Row {
  const label = text('label');
  if (reason === 'not-sent') return { label: text('notSent'), value: text('reporterMayCall') };
  if (reason === 'refused') return { label, value: text('refused', { status }) };
  return { label, value: text(reason === 'closed' ? 'closedBefore' : 'unanswered') };
}
