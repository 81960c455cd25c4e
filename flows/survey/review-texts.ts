/** What is said around all answers at once: looking them over, submitting, and what comes afterwards. */
import { defineTexts } from '../engine/text.ts';

export const reviewTexts = defineTexts('survey-review', {
  ready: {
    th: 'คำตอบของ {{agency}} ครบแล้ว ตรวจดูก่อนส่ง\nพิมพ์ “แก้ข้อ 3” เพื่อแก้ข้อใดก็ได้',
    en: 'All answers of {{agency}} are there. Please look them over before sending.\nType “edit 3” to change any of them.',
  },
  notReady: {
    th: 'คำตอบของ {{agency}} ตอบแล้ว {{done}} จาก {{count}} ข้อ\nพิมพ์ “แก้ข้อ 3” เพื่อแก้ข้อใดก็ได้',
    en: 'The answers of {{agency}}: {{done}} of {{count}}.\nType “edit 3” to change any of them.',
  },
  sentAlready: {
    th: 'ส่งแบบสำรวจของ {{agency}} แล้ว ครั้งที่ {{revision}} เมื่อ {{at}} โดย {{by}}\nหากต้องแก้ พิมพ์ “แก้ข้อ 3” แล้วส่งใหม่ได้',
    en: 'The survey of {{agency}} was sent: number {{revision}}, {{at}}, by {{by}}.\nTo correct it, type “edit 3” and send it again.',
  },
  changedSince: {
    th: 'คำตอบของ {{agency}} เปลี่ยนจากที่ส่งครั้งที่ {{revision}} เมื่อ {{at}}\nส่งอีกครั้งเพื่อให้คำตอบใหม่มีผล',
    en: 'The answers of {{agency}} differ from number {{revision}}, sent {{at}}.\nSend them again to make them count.',
  },
  row: { th: '{{number}}. {{title}}', en: '{{number}}. {{title}}' },
  by: { th: '{{answer}} (โดย {{by}})', en: '{{answer}} (by {{by}})' },
  missing: { th: 'ยังไม่ตอบ', en: 'not answered yet' },
  send: { th: 'ส่งแบบสำรวจ', en: 'Send the survey' },
  sendAgain: { th: 'ส่งอีกครั้ง', en: 'Send it again' },
  goOn: { th: 'ตอบต่อ', en: 'Go on answering' },
  edit: { th: 'แก้คำตอบ', en: 'Change an answer' },
  history: { th: 'ประวัติการส่ง', en: 'What was sent before' },
  which: { th: 'จะแก้ข้อใด', en: 'Which answer do you want to change?' },
  revisions: { th: 'ส่งมาแล้ว {{count}} ครั้ง', en: 'Sent {{count}} times', enOne: 'Sent {{count}} time' },
  revision: { th: 'ครั้งที่ {{revision}}', en: 'Number {{revision}}' },
  revisionFacts: {
    th: '{{at}} โดย {{by}} เปลี่ยน {{changed}} ข้อ',
    en: '{{at}}, by {{by}}, {{changed}} changed',
  },
  toAnswers: { th: 'กลับไปดูคำตอบ', en: 'Back to the answers' },
  thanks: {
    th: 'ส่งแบบสำรวจของ {{agency}} แล้ว ขอบคุณมาก\nขั้นต่อไปคือเลือกเส้นทางอ่านบัตรหรือเชื่อมข้อมูล แล้วลดสำเนาทีละงาน แก้คำตอบได้ทุกเมื่อด้วยคำว่า “แบบสำรวจ”',
    en: 'The survey of {{agency}} is sent. Thank you very much.\nNext comes your route, reading cards or linking data, and then fewer copies, one procedure after another. Type “survey” to correct an answer any time.',
  },
  thanksAgain: {
    th: 'ส่งครั้งที่ {{revision}} แล้ว ขอบคุณ รายงานใช้คำตอบชุดใหม่ทันที ชุดเดิมเก็บไว้ในประวัติ',
    en: 'Number {{revision}} is sent, thank you. Reports use the new answers at once; the earlier ones stay in the history.',
  },
  late: { th: 'ส่งหลังกำหนด จึงบันทึกว่าส่งล่าช้า', en: 'It came after the deadline and is marked as late.' },
  same: {
    th: 'คำตอบเหมือนกับที่ส่งครั้งที่ {{revision}} จึงไม่ต้องส่งใหม่',
    en: 'The answers are the same as in number {{revision}}, so there is nothing to send.',
  },
  incomplete: {
    th: 'ยังส่งไม่ได้ เพราะยังไม่มีคำตอบข้อ {{titles}}',
    en: 'It cannot be sent yet: {{titles}} is not answered.',
  },
  notYours: {
    th: 'ไม่ได้ส่ง เพราะคุณไม่มีสิทธิ์ตอบแทนหน่วยงานนี้แล้ว',
    en: 'It was not sent: you may no longer answer for this agency.',
  },
  over: {
    th: 'ไม่ได้ส่ง เพราะรอบสำรวจนี้ปิดแล้ว เปิดแบบสำรวจใหม่เพื่อตอบรอบปัจจุบัน',
    en: 'It was not sent: that survey round is over. Open the survey again for the present one.',
  },
  seeAnswers: { th: 'ดูคำตอบ', en: 'See the answers' },
  seeRoute: { th: 'ดูเส้นทางของเรา', en: 'See our route' },
  seeCopies: { th: 'ลดสำเนา', en: 'Fewer copies' },
});
