/** What is said about comments: to those of the office, and to everybody. */
import { defineTexts } from '../engine/text.ts';

export const text = defineTexts('comments', {
  title: { th: 'ความเห็นของประชาชน', en: 'What citizens say' },
  which: {
    th: 'ดูความเห็นของสำนักงานไหน พิมพ์รหัสหมุด เช่น C4KM7X หรือค้นหาสำนักงาน',
    en: 'Comments on which office? Type its pin code, such as C4KM7X, or search for it.',
  },
  wrongCode: {
    th: 'ไม่พบรหัส “{{asked}}” ตรวจดูอีกครั้ง',
    en: 'There is no code “{{asked}}”. Please check it again.',
  },
  find: { th: 'ค้นหาสำนักงาน', en: 'Find an office' },
  offices: {
    th: 'ความเห็นถึงสำนักงานของคุณ {{from}}–{{to}} จาก {{all}} แห่ง',
    en: 'Comments on your offices, {{from}}–{{to}} of {{all}}',
  },
  waiting: { th: '{{office}}: รอตอบ {{count}}', en: '{{office}}: {{count}} unanswered' },
  list: {
    th: 'ความเห็นถึง “{{office}}” {{from}}–{{to}} จาก {{all}}\nตอบได้ความเห็นละ 1 ครั้ง ทุกคนอ่านคำตอบได้',
    en: 'Comments on “{{office}}”, {{from}}–{{to}} of {{all}}\nEach can be answered once; everybody can read the answer.',
  },
  answeredOnes: {
    th: 'ความเห็นถึง “{{office}}” ที่สำนักงานตอบแล้ว {{from}}–{{to}} จาก {{all}}',
    en: 'Comments on “{{office}}” that it has answered, {{from}}–{{to}} of {{all}}',
  },
  numbered: { th: '{{number}} · {{face}}', en: '{{number}} · {{face}}' },
  on: { th: '{{date}}', en: '{{date}}' },
  words: { th: 'ความเห็น', en: 'Comment' },
  goodOrBad: { th: 'ดีหรือไม่ดี', en: 'Good or bad' },
  service: { th: 'บริการ', en: 'Service' },
  reply: { th: 'คำตอบ', en: 'Answer' },
  answer: { th: 'ตอบ', en: 'Answer it' },
  seePhoto: { th: 'ดูรูป', en: 'See the photo' },
  next: { th: 'หน้าถัดไป', en: 'Next page' },
  previous: { th: 'หน้าก่อน', en: 'Previous page' },
  write: {
    th: 'ความเห็น: “{{words}}”\nพิมพ์คำตอบไม่เกิน 500 ตัวอักษร ทุกคนอ่านได้ และตอบได้ครั้งเดียว',
    en: 'The comment: “{{words}}”\nType your answer, at most 500 characters. Everybody can read it, and it can be given once.',
  },
  onlyPhoto: { th: '(มีแต่รูป)', en: '(a photo only)' },
  sure: {
    th: 'ส่งคำตอบนี้ให้ทุกคนอ่านหรือไม่ แก้ภายหลังไม่ได้\n“{{answer}}”',
    en: 'Send this answer for everybody to read? It cannot be changed later.\n“{{answer}}”',
  },
  send: { th: 'ส่งคำตอบ', en: 'Send it' },
  rewrite: { th: 'พิมพ์ใหม่', en: 'Write it anew' },
  sent: { th: 'ตอบแล้ว ทุกคนที่ดูสำนักงานนี้อ่านได้', en: 'Answered. Everybody who looks at this office can read it.' },
  already: { th: 'ความเห็นนี้มีคำตอบแล้ว', en: 'This comment has been answered already.' },
  notYours: {
    th: 'ตอบไม่ได้ ความเห็นนี้ถูกถอนไปแล้ว หรือไม่ใช่ของสำนักงานที่คุณดูแล',
    en: 'This cannot be answered: it was withdrawn, or is not about an office of yours.',
  },
  others: { th: 'ดูความเห็นอื่น', en: 'Other comments' },
  noneHere: { th: 'ยังไม่มีความเห็นถึง “{{office}}”', en: 'There are no comments on “{{office}}” yet.' },
  noneAnswered: {
    th: '“{{office}}” ยังไม่มีความเห็นที่สำนักงานตอบแล้ว',
    en: '“{{office}}” has not answered any comments yet.',
  },
  none: { th: 'ยังไม่มีความเห็นถึงสำนักงานของคุณ', en: 'There are no comments on your offices yet.' },
  rate: { th: 'ให้คะแนนสำนักงานนี้', en: 'Rate this office' },
  seeOffice: { th: 'ดูสำนักงานนี้', en: 'See this office' },
  gone: { th: 'สำนักงานนี้ไม่อยู่บนแผนที่แล้ว', en: 'This office is no longer on the map.' },
});
