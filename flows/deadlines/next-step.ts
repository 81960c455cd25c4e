/** What deadlines ask for, in words, and the conversation in which it is done: what a reminder's button opens. */
import { type Option, open } from '../engine/message.ts';
import { defineTexts, type Text } from '../engine/text.ts';
import type { DoneKind } from './deadline-look-ups.ts';

export const nextStepTexts = defineTexts('next-step', {
  registered: { th: 'ลงทะเบียนเจ้าหน้าที่', en: 'An official registered' },
  pinned: { th: 'ปักหมุดจุดบริการ', en: 'A service point pinned' },
  surveyed: { th: 'ส่งแบบสำรวจความพร้อม', en: 'The readiness survey submitted' },
  'procedures-linked': { th: 'ผูกคู่มือกับทุกจุดบริการ', en: 'Manuals linked at every service point' },
  'copies-ended': { th: 'เลิกขอสำเนาทุกบริการ', en: 'No service asks for copies' },
  'poster-printed': { th: 'พิมพ์ป้าย QR ทุกจุดบริการ', en: 'A QR poster for every service point' },
  'pins-checked': { th: 'ตรวจข้อมูลหมุดทุกจุด', en: 'Every pin checked' },
  register: { th: 'ลงทะเบียน', en: 'Register' },
  pin: { th: 'ปักหมุด', en: 'Pin the office' },
  survey: { th: 'ตอบแบบสำรวจ', en: 'Answer the survey' },
  manuals: { th: 'ผูกคู่มือ', en: 'Link the manuals' },
  copies: { th: 'เลิกขอสำเนา', en: 'End the copies' },
  poster: { th: 'พิมพ์ป้าย QR', en: 'Print the poster' },
  check: { th: 'ตรวจหมุด', en: 'Check the pins' },
});

/** What can be asked for, in the order of the programme. */
export const DONE_KINDS = [
  'registered',
  'pinned',
  'surveyed',
  'procedures-linked',
  'copies-ended',
  'poster-printed',
  'pins-checked',
] as const satisfies readonly DoneKind[];

const STEPS = {
  registered: { label: 'register', flow: 'register' },
  pinned: { label: 'pin', flow: 'pin-office' },
  surveyed: { label: 'survey', flow: 'survey' },
  'procedures-linked': { label: 'manuals', flow: 'manuals' },
  'copies-ended': { label: 'copies', flow: 'copies' },
  'poster-printed': { label: 'poster', flow: 'poster' },
  'pins-checked': { label: 'check', flow: 'check-pins' },
} as const satisfies Record<DoneKind, { label: keyof typeof nextStepTexts.texts; flow: string }>;

/** What is asked for, in words. */
export const whatWords = (what: DoneKind): Text => nextStepTexts(what);

/** The button that opens what is to be done next. */
export function nextStep(what: DoneKind): Option {
  const { label, flow } = STEPS[what];
  return open(nextStepTexts(label), flow);
}
