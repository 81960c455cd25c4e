/** What is said to those who handle complaints. */
import { defineTexts } from '../engine/text.ts';

export const text = defineTexts('complaint-cases', {
  title: { th: 'เรื่องร้องเรียนที่ต้องดูแล', en: 'Complaints to handle' },
  titleCount: { th: 'เรื่องร้องเรียนที่ต้องดูแล ({{count}})', en: 'Complaints to handle ({{count}})' },
  list: {
    th: 'เรื่องร้องเรียนที่คุณดูแล {{from}}–{{to}} จาก {{all}} เรื่อง เรียงตามกำหนด',
    en: 'Complaints you handle {{from}}–{{to}} of {{all}}, by due date',
  },
  listOverdue: {
    th: 'เรื่องร้องเรียนที่คุณดูแล {{from}}–{{to}} จาก {{all}} เรื่อง เกินกำหนดแล้ว {{overdue}} เรื่อง',
    en: 'Complaints you handle {{from}}–{{to}} of {{all}}; {{overdue}} overdue',
  },
  none: { th: 'ไม่มีเรื่องร้องเรียนค้างอยู่ เรียบร้อยดี', en: 'No complaint is waiting. All is well.' },
  unknown: {
    th: 'ไม่พบเรื่องรหัส “{{asked}}” ในเรื่องที่คุณดูแล\nรหัสหน้าตาแบบ RY-4F7K2-M9 พิมพ์อีกครั้ง หรือดูเรื่องทั้งหมด',
    en: 'There is no case “{{asked}}” among those you handle.\nA code looks like RY-4F7K2-M9. Type it again, or see all cases.',
  },
  allCases: { th: 'เรื่องทั้งหมด', en: 'All cases' },
  card: { th: 'เรื่อง {{code}}', en: 'Case {{code}}' },
  state: { th: 'สถานะ', en: 'State' },
  due: { th: 'กำหนดขั้นต่อไป', en: 'Next step due' },
  about: { th: 'เกี่ยวกับ', en: 'About' },
  category: { th: 'ประเภทเรื่อง', en: 'Kind' },
  taker: { th: 'ผู้รับเรื่อง', en: 'Taken by' },
  takenByMe: { th: 'คุณ', en: 'you' },
  colleague: { th: 'เพื่อนร่วมงาน', en: 'a colleague' },
  contact: { th: 'ติดต่อผู้ร้อง', en: 'Contact of the reporter' },
  noContact: { th: 'ผู้ร้องไม่บอกชื่อ ถามผ่านแชตนี้ได้', en: 'anonymous; you can ask through this chat' },
  question: { th: 'รอผู้ร้องตอบ', en: 'The reporter was asked' },
  reopened: { th: 'ผู้ร้องแจ้งว่ายังไม่แก้', en: 'Said not to be solved' },
  followers: { th: 'ผู้ติดตาม', en: 'Followers' },
  once: { th: '1 ครั้ง', en: 'once' },
  times: { th: '{{count}} ครั้ง', en: '{{count}} times', enOne: '{{count}} time' },
  people: { th: '{{count}} คน', en: '{{count}}' },
  reply: { th: 'แจ้งความคืบหน้า', en: 'Tell the reporter' },
  ask: { th: 'ถามผู้ร้อง', en: 'Ask the reporter' },
  solve: { th: 'แก้ไขแล้ว', en: 'It is solved' },
  forward: { th: 'ส่งต่อ', en: 'Pass it on' },
  take: { th: 'รับเรื่องนี้', en: 'Take it' },
  whole: { th: 'อ่านข้อความเต็ม', en: 'Read it in full' },
  sayReply: {
    th: 'พิมพ์สิ่งที่จะบอกผู้ร้องได้เลย เช่น ทำอะไรไปแล้ว และจะเสร็จเมื่อไร ผู้ร้องไม่เห็นชื่อคุณ',
    en: 'What shall the reporter know? For example what was done, and when it will be finished. Your name is not shown.',
  },
  sayAsk: {
    th: 'อยากถามอะไรผู้ร้อง พิมพ์ได้เลย คุณจะเห็นคำตอบ แต่ไม่เห็นว่าเป็นใคร ขออย่าถามชื่อหรือเลขบัตร',
    en: 'What do you want to ask? You will see the answer, but not who it is. Please do not ask for names or ID numbers.',
  },
  saySolve: {
    th: 'แก้ไขอย่างไร พิมพ์ให้ผู้ร้องเข้าใจได้ ขั้นต่อไปแนบรูปหลักฐานได้',
    en: 'How was it solved? Say it so that the reporter understands. Next you can add photos.',
  },
  evidence: {
    th: 'ส่งรูปหลังแก้ไขได้ถึง 5 รูป ทีละรูป รูปช่วยให้ผู้ร้องยืนยันได้ง่าย หรือแตะ “ไม่มีรูป”',
    en: 'Send up to 5 photos of the result, one at a time; they help the reporter to confirm. Or tap “No photo”.',
  },
  noPhoto: {
    th: 'ทำไมไม่มีรูป ผู้ร้องจะเห็นเหตุผลนี้',
    en: 'Why is there no photo? The reporter will read the reason.',
  },
  otherReason: { th: 'อื่น ๆ พิมพ์เหตุผล', en: 'Other: type the reason' },
  whyNoPhoto: { th: 'พิมพ์เหตุผลสั้น ๆ ได้เลย', en: 'Type the reason in a few words.' },
  notWorking: {
    th: 'รูปแนบไม่ได้แล้ว เพราะเรื่องนี้เปลี่ยนไป',
    en: 'Photos cannot be added: the case has moved on.',
  },
  toWhom: { th: 'ส่งต่อให้ใคร', en: 'To whom?' },
  toAgency: { th: 'หน่วยงานอื่น', en: 'Another agency' },
  up: { th: 'ขึ้นไปอีกระดับ', en: 'Up one level' },
  searchAgency: {
    th: 'หน่วยงานไหนดูแลเรื่องนี้ พิมพ์ชื่อหรือรหัส 9 หลัก',
    en: 'Which agency is in charge? Type its name or nine-digit code.',
  },
  pickAgency: { th: 'หน่วยงานที่ตรงกับ “{{query}}”', en: 'Agencies that fit “{{query}}”' },
  reason: {
    th: 'ส่งต่อเพราะอะไร บอกสั้น ๆ ผู้ร้องและผู้รับต่อจะเห็นเหตุผลนี้',
    en: 'Why is it passed on? The reporter and whoever gets it will read this.',
  },
  sureReply: {
    th: 'ส่งข้อความนี้ถึงผู้ร้องหรือไม่ ส่งแล้วเรียกคืนไม่ได้\n\n“{{words}}”',
    en: 'Send this to the reporter? It cannot be taken back.\n\n“{{words}}”',
  },
  sureAsk: {
    th: 'ส่งคำถามนี้ถึงผู้ร้องหรือไม่ ส่งแล้วเรียกคืนไม่ได้\n\n“{{words}}”',
    en: 'Send this question to the reporter? It cannot be taken back.\n\n“{{words}}”',
  },
  sureSolve: {
    th: 'แจ้งผู้ร้องว่าแก้ไขแล้ว พร้อมรูปด้านบน หรือไม่ เรื่องจะปิดเมื่อผู้ร้องยืนยัน\n\n“{{words}}”',
    en: 'Tell the reporter that it is solved, with the photos above? It closes when the reporter confirms.\n\n“{{words}}”',
  },
  sureSolveBare: {
    th: 'แจ้งผู้ร้องว่าแก้ไขแล้ว โดยไม่มีรูป หรือไม่ เรื่องจะปิดเมื่อผู้ร้องยืนยัน\n\n“{{words}}”\n\nไม่มีรูปเพราะ “{{why}}”',
    en: 'Tell the reporter that it is solved, without a photo? It closes when the reporter confirms.\n\n“{{words}}”\n\nWhy there is no photo: “{{why}}”',
  },
  sureForward: {
    th: 'ส่งเรื่องนี้ต่อให้ “{{agency}}” หรือไม่ หลังจากนั้นอาจไม่อยู่ในเรื่องที่คุณดูแล\n\nเหตุผล “{{words}}”',
    en: 'Pass this case on to “{{agency}}”? It may no longer be among yours then.\n\nReason: “{{words}}”',
  },
  sureUp: {
    th: 'ส่งเรื่องนี้ขึ้นไปอีกระดับหรือไม่ หลังจากนั้นอาจไม่อยู่ในเรื่องที่คุณดูแล\n\nเหตุผล “{{words}}”',
    en: 'Pass this case up one level? It may no longer be among yours then.\n\nReason: “{{words}}”',
  },
  sendIt: { th: 'ส่งเลย', en: 'Send it' },
  rewrite: { th: 'แก้ข้อความ', en: 'Change the words' },
  leaveIt: { th: 'ไม่ส่ง', en: 'Do not send' },
  taken: {
    th: 'คุณรับเรื่องนี้แล้ว ผู้ร้องได้รับแจ้งว่ามีผู้ดำเนินการ (ไม่เห็นชื่อคุณ)',
    en: 'The case is yours. The reporter hears that somebody works on it, without your name.',
  },
  asked: {
    th: 'ส่งคำถามถึงผู้ร้องแล้ว ได้คำตอบเมื่อไรเราจะบอกคุณ',
    en: 'The reporter has your question. You will hear when there is an answer.',
  },
  replied: { th: 'แจ้งผู้ร้องแล้ว', en: 'The reporter has been told.' },
  solved: {
    th: 'แจ้งผู้ร้องแล้วว่าแก้ไขแล้ว ขอบคุณ รอผู้ร้องยืนยัน',
    en: 'The reporter has been told that it is solved. Thank you. Now the reporter has the last word.',
  },
  forwarded: {
    th: 'ส่งเรื่องต่อแล้ว ผู้รับต่อและผู้ร้องได้รับแจ้ง',
    en: 'The case was passed on. Whoever gets it and the reporter are told.',
  },
  movedOnTaken: {
    th: 'ไม่ได้เปลี่ยนอะไร เพราะ {{name}} รับเรื่องนี้ไปก่อนแล้ว สถานะล่าสุดอยู่ด้านล่าง',
    en: 'Nothing was changed: {{name}} took this case first. How it stands now is below.',
  },
  movedOn: {
    th: 'ไม่ได้เปลี่ยนอะไร เพราะเรื่องนี้เปลี่ยนไปแล้วก่อนหน้านี้: {{state}}',
    en: 'Nothing was changed, because the case had moved on: {{state}}',
  },
  movedAway: {
    th: 'ไม่ได้เปลี่ยนอะไร เพราะเรื่องนี้ถูกส่งต่อไปแล้ว และไม่อยู่ในเรื่องที่คุณดูแล',
    en: 'Nothing was changed: the case was passed on meanwhile and is no longer among yours.',
  },
  notYours: {
    th: 'เรื่องนี้ไม่อยู่ในเรื่องที่คุณดูแลแล้ว',
    en: 'This case is no longer among those you handle.',
  },
  takeFirst: { th: 'แตะ “รับเรื่องนี้” ก่อน จึงจะทำขั้นนี้ได้', en: 'Tap “Take it” first; then you can do this.' },
  notNow: {
    th: 'ตอนนี้ทำขั้นนี้ไม่ได้ เพราะเรื่องอยู่ในสถานะ: {{state}}',
    en: 'That cannot be done now. The case stands like this: {{state}}',
  },
});
