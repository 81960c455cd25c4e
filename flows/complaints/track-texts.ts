/** What is said to people who follow what became of their complaint. */
import { defineTexts } from '../engine/text.ts';

export const text = defineTexts('track-complaint', {
  title: { th: 'ติดตามเรื่องร้องเรียน', en: 'Follow my complaints' },
  list: {
    th: 'เรื่องของคุณ {{from}}–{{to}} จาก {{all}} เรื่อง เรื่องที่ยังไม่ปิดอยู่ก่อน',
    en: 'Your cases {{from}}–{{to}} of {{all}}, open ones first',
  },
  none: {
    th: 'คุณยังไม่มีเรื่องที่แจ้งหรือติดตามไว้ หากพบเรื่องไม่สบายใจ บอกเราได้เสมอ',
    en: 'You have not reported or followed anything yet. If something goes wrong, please tell us.',
  },
  complain: { th: 'ร้องเรียน', en: 'Make a complaint' },
  unknown: {
    th: 'ไม่พบเรื่องรหัส “{{asked}}” ในเรื่องของคุณ\nรหัสติดตามหน้าตาแบบ RY-4F7K2-M9 อยู่ในข้อความตอนส่งเรื่อง พิมพ์รหัสอีกครั้งได้เลย',
    en: 'There is no case “{{asked}}” among yours.\nA tracking code looks like RY-4F7K2-M9; it stands in the message you got when you sent it. Please type it again.',
  },
  allCases: { th: 'เรื่องทั้งหมดของฉัน', en: 'All my cases' },
  card: { th: 'เรื่อง {{code}}', en: 'Case {{code}}' },
  cardFollowed: { th: 'เรื่อง {{code}} (คุณติดตามอยู่)', en: 'Case {{code}} (you follow it)' },
  state: { th: 'สถานะ', en: 'State' },
  due: { th: 'กำหนดขั้นต่อไป', en: 'Next step due' },
  about: { th: 'เกี่ยวกับ', en: 'About' },
  category: { th: 'ประเภทเรื่อง', en: 'Kind' },
  question: { th: 'เจ้าหน้าที่ถามคุณ', en: 'They ask you' },
  reopened: { th: 'แจ้งว่ายังไม่แก้', en: 'Said not to be solved' },
  times: { th: '{{count}} ครั้ง', en: '{{count}} times' },
  at1111: { th: 'ศูนย์ 1111', en: 'At 1111' },
  number1111: { th: 'เลขที่ {{number}} สถานะ: {{status}}', en: 'number {{number}}, state: {{status}}' },
  now: { th: 'ตอนนี้คุณทำอะไรได้', en: 'What you can do now' },
  waitForNews: {
    th: 'ไม่ต้องทำอะไร เราจะแจ้งเมื่อมีความคืบหน้า หากเลยกำหนดนาน เรื่องจะยกขึ้นไปอีกระดับเอง',
    en: 'Nothing; we will tell you when there is news. If it stays overdue, the case goes up one level by itself.',
  },
  pleaseAnswer: {
    th: 'ตอบคำถามของเจ้าหน้าที่ เพื่อให้แก้ได้เร็วขึ้น',
    en: 'Answer the question, so that it can be solved sooner',
  },
  pleaseLook: {
    th: 'ดูว่าแก้ไขแล้วจริงหรือยัง มีแต่คุณที่บอกได้ว่าเรียบร้อย ถ้าไม่มีคำตอบใน 15 วัน เรื่องจะปิดเอง',
    en: 'Look whether it is really solved; you have the last word. Without an answer in 15 days the case closes.',
  },
  waitsForYou: { th: 'แจ้งว่าแก้ไขแล้ว รอคุณยืนยัน', en: 'Said to be solved; waiting for your word' },
  isClosed: {
    th: 'เรื่องนี้ปิดแล้ว หากปัญหากลับมา แจ้งเป็นเรื่องใหม่ได้เลย',
    en: 'This case is closed. If the problem comes back, please report it anew.',
  },
  followOnly: {
    th: 'คุณติดตามเรื่องนี้อยู่ เราจะบอกความคืบหน้าให้',
    en: 'You follow this case, and will hear how it goes',
  },
  answerIt: { th: 'ตอบคำถาม', en: 'Answer' },
  confirm: { th: 'แก้ไขแล้ว เรียบร้อย', en: 'It is solved' },
  dispute: { th: 'ยังไม่แก้', en: 'It is not solved' },
  withdraw: { th: 'ถอนเรื่อง', en: 'Take it back' },
  whole: { th: 'อ่านข้อความเต็ม', en: 'Read it in full' },
  backToCase: { th: 'กลับไปที่เรื่อง', en: 'Back to the case' },
  wholeAbove: { th: 'ข้อความเต็มอยู่ด้านบน', en: 'The words in full stand above.' },
  askAnswer: {
    th: '“{{question}}”\n\nพิมพ์คำตอบของคุณได้เลย เจ้าหน้าที่จะเห็นคำตอบ แต่ไม่เห็นว่าคุณเป็นใคร',
    en: '“{{question}}”\n\nType your answer. They will see it, but not who you are.',
  },
  askWhy: {
    th: 'ขออภัยที่ยังไม่เรียบร้อย ยังขาดอะไร บอกสั้น ๆ สักบรรทัด เพื่อให้แก้ได้ตรงจุด',
    en: 'We are sorry that it is not right yet. What is missing? One line is enough, so that they can put it right.',
  },
  sureSolved: {
    th: 'ยืนยันว่าแก้ไขเรียบร้อยแล้วใช่ไหม เรื่อง {{code}} จะปิด และเปิดใหม่ไม่ได้',
    en: 'Is it really solved? Case {{code}} will be closed and cannot be opened again.',
  },
  yesSolved: { th: 'ใช่ ปิดเรื่องได้', en: 'Yes, close it' },
  sureWithdraw: {
    th: 'ถอนเรื่อง {{code}} ใช่ไหม เรื่องจะปิดและไม่มีใครดำเนินการต่อ เปิดใหม่ไม่ได้',
    en: 'Take back case {{code}}? It will be closed, nobody works on it any more, and it cannot be opened again.',
  },
  yesWithdraw: { th: 'ถอนเรื่อง', en: 'Take it back' },
  no: { th: 'ไม่ใช่', en: 'No' },
  answered: { th: 'ส่งคำตอบให้เจ้าหน้าที่แล้ว ขอบคุณ', en: 'Your answer is with them. Thank you.' },
  confirmed: {
    th: 'ปิดเรื่องแล้ว ดีใจที่แก้ไขเรียบร้อย ขอบคุณที่ช่วยให้บริการดีขึ้น',
    en: 'The case is closed. We are glad that it is solved; thank you for making things better.',
  },
  disputed: {
    th: 'รับทราบ เรื่องกลับไปดำเนินการอีกครั้งแล้ว เราจะแจ้งคุณทุกขั้น',
    en: 'Understood. It is being worked on again, and we will tell you of every step.',
  },
  disputedUp: {
    th: 'รับทราบ ขออภัยที่ต้องรออีก ครั้งนี้เรื่องขึ้นไปถึง{{level}}แล้ว เราจะแจ้งคุณทุกขั้น',
    en: 'Understood, and sorry that you have to wait again. The case has gone up to {{level}}; we will tell you of every step.',
  },
  withdrawn: { th: 'ถอนเรื่องแล้ว ขอบคุณที่บอกให้ทราบ', en: 'It is taken back. Thank you for letting us know.' },
  movedOn: {
    th: 'ไม่ได้เปลี่ยนอะไร เพราะเรื่องนี้เปลี่ยนไปแล้วก่อนหน้านี้ สถานะล่าสุดอยู่ด้านล่าง',
    en: 'Nothing was changed: the case had moved on before. How it stands now is below.',
  },
  noQuestion: { th: 'ตอนนี้ไม่มีคำถามที่รอคำตอบ', en: 'There is no question to answer right now.' },
  notSolvedYet: {
    th: 'ตอนนี้ยังไม่มีใครแจ้งว่าแก้ไขแล้ว จึงยังยืนยันหรือโต้แย้งไม่ได้',
    en: 'Nobody has said yet that it is solved, so there is nothing to confirm or deny.',
  },
  overNow: { th: 'เรื่องนี้ปิดไปแล้ว', en: 'This case is closed already.' },
});
