/** Why a case that was to go on to 1111 did not get there, for who handles it. */
import type { Row } from '../engine/message.ts';
import { defineTexts } from '../engine/text.ts';
import type { NotAt1111 } from './complaint.ts';

/** The texts; also listed in the registry of texts. */
export const notAt1111Texts = defineTexts('complaint-not-at-1111', {
  label: { th: 'ส่งต่อ 1111', en: 'Forwarding to 1111' },
  refused: {
    th: 'ส่งต่อ 1111 ไม่สำเร็จ: ศูนย์ไม่รับเรื่อง (รหัส {{status}}) ให้ผู้ดูแลระบบลองส่งใหม่ได้',
    en: 'Not forwarded to 1111: the centre refused it (status {{status}}). The operator can try again.',
  },
  unanswered: {
    th: 'ส่งต่อ 1111 ไม่สำเร็จ: ศูนย์ไม่ตอบหลังลองหลายครั้ง ให้ผู้ดูแลระบบลองส่งใหม่ได้',
    en: 'Not forwarded to 1111: no answer to many tries. The operator can try again.',
  },
  closed: {
    th: 'ส่งต่อ 1111 ไม่สำเร็จ: เรื่องปิดไปก่อน',
    en: 'Not forwarded to 1111: the case was closed before',
  },
});

/** The row on the case. */
export function notAt1111Row({ reason, status = 0 }: NotAt1111): Row {
  const label = notAt1111Texts('label');
  if (reason === 'refused') return { label, value: notAt1111Texts('refused', { status }) };
  return { label, value: notAt1111Texts(reason === 'closed' ? 'closed' : 'unanswered') };
}
