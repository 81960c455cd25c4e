/** What is said about leave and who stands in. */
import { defineTexts } from '../engine/text.ts';

export const text = defineTexts('leave', {
  title: { th: 'ลาและมอบงาน', en: 'Leave and stand-in' },
  list: { th: 'การลาของคุณ', en: 'Your leaves' },
  entry: { th: '{{from}} – {{until}} {{name}}', en: '{{from}} – {{until}}, {{name}}' },
  make: { th: 'แจ้งลา', en: 'New leave' },
  askFrom: { th: 'ลาตั้งแต่วันใด เช่น “{{example}}”', en: 'From which day? Such as “{{example}}”.' },
  askUntil: {
    th: 'ถึงวันใด (รวมวันนั้นด้วย) เช่น “{{example}}”',
    en: 'Until which day, that day included? Such as “{{example}}”.',
  },
  notADate: {
    th: 'พิมพ์เป็นวันที่ เช่น “{{example}}” หรือ “พรุ่งนี้”',
    en: 'Type a day, such as “{{example}}” or “tomorrow”.',
  },
  past: { th: 'วันนี้หรือหลังจากนี้เท่านั้น', en: 'That day is over. Today or later, please.' },
  tooEarly: { th: 'วันสุดท้ายต้องไม่มาก่อนวันแรก', en: 'The last day cannot be before the first.' },
  askWho: {
    th: 'ให้ใครทำแทน ผู้ทำแทนจะมีสิทธิ์เท่าคุณเฉพาะในช่วงนั้น',
    en: 'Who stands in for you? They will have your rights on just these days.',
  },
  candidate: { th: '{{name}} ({{place}})', en: '{{name}} ({{place}})' },
  code: { th: 'สร้างรหัสให้คนอื่น', en: 'Make a code for somebody else' },
  review: { th: 'ตรวจก่อนบันทึก', en: 'Please check' },
  firstDay: { th: 'ตั้งแต่', en: 'From' },
  lastDay: { th: 'ถึง', en: 'Until' },
  standIn: { th: 'ผู้ทำแทน', en: 'Stand-in' },
  byCode: { th: 'ผู้ที่ใช้รหัส', en: 'whoever uses the code' },
  codeUsed: { th: 'ใช้รหัสแล้ว (ยังไม่ทราบชื่อ)', en: 'the code was used (name not known)' },
  date: { th: '{{date}}', en: '{{date}}' },
  ok: { th: 'บันทึก', en: 'Store it' },
  editDays: { th: 'แก้วัน', en: 'Other days' },
  editWho: { th: 'แก้ผู้ทำแทน', en: 'Somebody else' },
  taken: {
    th: 'บันทึกแล้ว {{name}} จะทำแทนตั้งแต่ {{from}} ถึง {{until}}',
    en: 'Done. {{name}} stands in from {{from}} to {{until}}.',
  },
  takenByCode: {
    th: 'บันทึกแล้ว ส่งรหัสนี้ให้ผู้ที่จะทำแทน ใช้ได้คนเดียว\n{{code}}\nให้พิมพ์ “ลงทะเบียน” ตามด้วยรหัส สิทธิ์มีตั้งแต่ {{from}} ถึง {{until}}',
    en: 'Done. Give this code to who stands in; it works once.\n{{code}}\nThey type “register” and the code. It counts from {{from}} to {{until}}.',
  },
  overlaps: {
    th: 'มีการลาที่ซ้อนกับช่วงนี้อยู่แล้ว จึงไม่ได้บันทึก',
    en: 'There is a leave on some of these days; nothing was stored.',
  },
  tooLong: { th: 'ลาได้ครั้งละไม่เกินครึ่งปี จึงไม่ได้บันทึก', en: 'A leave is half a year at most; nothing was stored.' },
  notFit: { th: 'คนนี้ทำแทนไม่ได้แล้ว จึงไม่ได้บันทึก', en: 'They cannot stand in any more; nothing was stored.' },
  onlyCoordinators: { th: 'เฉพาะผู้ประสานงานที่มอบงานได้', en: 'Only coordinators can name a stand-in.' },
  again: { th: 'การลาของฉัน', en: 'My leaves' },
  end: { th: 'สิ้นสุดการลา', en: 'End this leave' },
  keep: { th: 'เก็บไว้', en: 'Keep it' },
  ended: {
    th: 'สิ้นสุดการลาแล้ว สิทธิ์ของผู้ทำแทนหมดลงทันที',
    en: 'The leave has ended, and the stand-in’s rights with it.',
  },
  over: { th: 'การลานี้สิ้นสุดไปก่อนแล้ว', en: 'This leave was over already.' },
  kept: { th: 'ไม่ได้เปลี่ยนอะไร', en: 'Nothing was changed.' },
  usedBy: {
    th: '{{name}} ใช้รหัสของคุณแล้ว จะทำแทนคุณตั้งแต่ {{from}} ถึง {{until}} ถ้าไม่ใช่คนที่คุณให้รหัส พิมพ์ “ลา” แล้วสิ้นสุดการลาได้ทันที',
    en: '{{name}} has used your code and stands in for you from {{from}} to {{until}}. If you did not give it to them, type “leave” and end it at once.',
  },
  usedByUnnamed: {
    th: 'มีผู้ใช้รหัสของคุณแล้ว จะทำแทนคุณตั้งแต่ {{from}} ถึง {{until}} ถ้าคุณไม่ได้ให้รหัสใคร พิมพ์ “ลา” แล้วสิ้นสุดการลาได้ทันที',
    en: 'Your code was used; somebody stands in for you from {{from}} to {{until}}. If you gave it to nobody, type “leave” and end it at once.',
  },
  tell: {
    th: 'คุณเป็นผู้ทำแทน {{name}} ตั้งแต่ {{from}} ถึง {{until}}',
    en: 'You stand in for {{name}} from {{from}} to {{until}}.',
  },
});
