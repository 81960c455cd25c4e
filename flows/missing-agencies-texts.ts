/** What is said about agencies that people missed in the register, in both languages. */
import { defineTexts } from './engine/text.ts';

/** The texts of `missing-agencies.ts`. */
export const missingAgenciesTexts = defineTexts('missing-agencies', {
  title: { th: 'หน่วยงานที่แจ้งว่าไม่มีในรายการ', en: 'Agencies reported as missing' },
  reports: {
    th: 'หน่วยงานที่แจ้งว่าไม่มีในรายการ {{count}} เรื่อง แตะเพื่อดู',
    en: 'Agencies reported as missing: {{count}}. Tap one to see it.',
  },
  entry: { th: '{{words}} ({{date}})', en: '{{words}} ({{date}})' },
  report: { th: 'มีผู้แจ้งว่าไม่พบหน่วยงานนี้', en: 'Somebody could not find this agency' },
  wordsLabel: { th: 'แจ้งว่า', en: 'Reported' },
  areaLabel: { th: 'พื้นที่', en: 'Area' },
  areaUnknown: { th: 'ไม่ทราบ', en: 'not known' },
  atLabel: { th: 'เมื่อ', en: 'On' },
  date: { th: '{{date}}', en: '{{date}}' },
  isThere: { th: 'มีในรายชื่อแล้ว เลือกหน่วยงาน', en: 'It is in the list: choose it' },
  giveReason: { th: 'ปิดเรื่องพร้อมเหตุผล', en: 'Close it with a reason' },
  toList: { th: 'กลับไปที่รายการ', en: 'To the list' },
  search: {
    th: 'คือหน่วยงานใด พิมพ์บางส่วนของชื่อ อำเภอ หรือรหัส 9 หลัก',
    en: 'Which agency is it? Type part of its name, its district or its nine-digit code.',
  },
  pick: {
    th: 'หน่วยงานที่ตรงกับ “{{query}}” เลือก หรือพิมพ์ชื่อใหม่',
    en: 'Agencies that fit “{{query}}”. Choose one, or type other words.',
  },
  sure: {
    th: 'บอกผู้แจ้งว่า “{{words}}” คือ {{agency}} แล้วปิดเรื่อง ใช่หรือไม่',
    en: 'Tell whoever reported it that “{{words}}” is {{agency}}, and close it?',
  },
  tell: { th: 'ใช่ แจ้งและปิดเรื่อง', en: 'Yes, tell them and close it' },
  otherAgency: { th: 'ไม่ เลือกหน่วยงานอื่น', en: 'No, choose another one' },
  reason: {
    th: 'ปิดเรื่อง “{{words}}” เพราะอะไร ผู้แจ้งจะเห็นข้อความนี้ เช่น “เพิ่มในรายชื่อแล้ว” หรือ “ยุบรวมไปแล้ว”',
    en: 'Why is “{{words}}” closed? Whoever reported it will read this, such as “It was added to the list”.',
  },
  closed: {
    th: 'ปิดเรื่อง “{{words}}” และแจ้งผู้แจ้งแล้ว',
    en: '“{{words}}” is closed, and whoever reported it is told.',
  },
  alreadyClosed: {
    th: '“{{words}}” มีผู้ปิดไปก่อนแล้ว จึงไม่ได้เปลี่ยนอะไร',
    en: '“{{words}}” had been closed before, so nothing was changed.',
  },
  notAllowed: {
    th: '“{{words}}” อยู่นอกพื้นที่ที่คุณดูแล จึงไม่ได้เปลี่ยนอะไร',
    en: '“{{words}}” is outside what you look after, so nothing was changed.',
  },
  none: {
    th: 'ไม่มีหน่วยงานที่แจ้งค้างอยู่ในพื้นที่ของคุณ',
    en: 'No agency is reported as missing in what you look after.',
  },
  noMore: { th: 'หมดแล้ว ขอบคุณมาก', en: 'That was the last one. Thank you!' },
  approvals: { th: 'ดูคำขอลงทะเบียน', en: 'See who asked to register' },
  tellAgency: {
    th: 'หน่วยงานที่คุณแจ้งว่า “{{words}}” อยู่ในรายชื่อแล้ว คือ {{agency}}\nลงทะเบียนได้เลย',
    en: 'The agency you told us of, “{{words}}”, is in the list: {{agency}}.\nYou can register now.',
  },
  tellReason: {
    th: 'เรื่องหน่วยงานที่คุณแจ้งว่า “{{words}}”\nคำตอบ: {{reason}}\nขอบคุณที่ช่วยแจ้ง',
    en: 'About the agency you told us of, “{{words}}”:\n{{reason}}\nThank you for telling us.',
  },
  register: { th: 'ลงทะเบียน', en: 'Register' },
});
