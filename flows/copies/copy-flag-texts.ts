/** What is said to citizens who were still asked for a copy. */
import { defineTexts } from '../engine/text.ts';

export const text = defineTexts('copy-flag', {
  title: { th: 'ยังถูกขอสำเนา', en: 'Still asked for a copy' },
  office: {
    th: 'ถูกขอสำเนาที่สำนักงานไหน พิมพ์ชื่อ เช่น “อบต.เขาใหม่” หรือรหัสหมุด',
    en: 'At which office were you asked for a copy? Type its name, such as “Khao Mai”, or its pin code.',
  },
  pick: { th: 'สำนักงานที่ตรงกับ “{{query}}” คือแห่งไหน', en: 'Which of these is it? Searched for: “{{query}}”' },
  listed: { th: '{{name}} ({{code}})', en: '{{name}} ({{code}})' },
  noOffice: {
    th: 'ไม่พบสำนักงานที่ตรงกับ “{{query}}” ลองพิมพ์ให้สั้นลง เช่นเฉพาะชื่อตำบล หรือรหัสหมุด',
    en: 'No office fits “{{query}}”. Try fewer words, such as the subdistrict alone, or its pin code.',
  },
  service: {
    th: 'ถูกขอสำเนาตอนใช้บริการอะไรที่ “{{office}}” {{from}}–{{to}} จาก {{all}}\nแตะเลือก หรือพิมพ์ส่วนหนึ่งของชื่อ',
    en: 'For which service at “{{office}}” were you asked for a copy? {{from}}–{{to}} of {{all}}\nTap one, or type a part of its name.',
  },
  noService: {
    th: 'ไม่มีบริการที่มีคำว่า “{{words}}” ลองพิมพ์ให้สั้นลง',
    en: 'No service has “{{words}}” in its name. Try fewer letters.',
  },
  next: { th: 'หน้าถัดไป', en: 'Next page' },
  everything: { th: 'ดูทั้งหมด', en: 'Show all' },
  sure: {
    th: '“{{office}}” ยังขอสำเนาตอนใช้บริการ “{{service}}” ใช่หรือไม่',
    en: 'Did “{{office}}” still ask you for a copy, for “{{service}}”?',
  },
  tellMore: {
    th: 'เล่าเพิ่มเติมได้ ไม่เกิน 500 ตัวอักษร เช่น ขอสำเนาอะไร เมื่อไร แล้วแตะ “ใช่ แจ้งเลย”',
    en: 'You may add up to 500 characters, such as which copy and when, then tap “Yes, report it”.',
  },
  told: { th: 'คำบอกเล่า: {{words}}', en: 'In your words: {{words}}' },
  yes: { th: 'ใช่ แจ้งเลย', en: 'Yes, report it' },
  no: { th: 'ไม่ใช่', en: 'No' },
  thanks: {
    th: 'ขอบคุณมาก นับไว้แล้ว และส่งให้เจ้าหน้าที่ของสำนักงานนี้\nหากต้องใช้สำเนา เจ้าหน้าที่เป็นผู้ทำให้โดยไม่คิดค่าใช้จ่าย',
    en: 'Thank you very much. It is counted, and the officials of this office have it.\nWhere a copy is needed, the official makes it free of charge.',
  },
  already: {
    th: 'เดือนนี้คุณแจ้งเรื่องนี้แล้ว เรานับไว้แล้ว หากเดือนหน้ายังถูกขอ แจ้งได้อีก',
    en: 'You already told us this month, and it is counted. If it happens again next month, please tell us again.',
  },
  tooMany: {
    th: 'วันนี้คุณแจ้งหลายเรื่องแล้ว ขอให้แจ้งต่อในวันพรุ่งนี้',
    en: 'You have reported a lot today. Please go on tomorrow.',
  },
  gone: {
    th: 'สำนักงานหรือบริการนี้ไม่อยู่ในรายการแล้ว จึงยังไม่ได้แจ้ง',
    en: 'This office or service is no longer listed, so nothing was reported.',
  },
  noServices: {
    th: '“{{office}}” ยังไม่มีรายการบริการ จึงยังแจ้งตรงนี้ไม่ได้ แจ้งผู้ดูแลหมุดแทนได้',
    en: '“{{office}}” has no services listed yet, so this cannot be reported here. You can tell those who keep the pin.',
  },
  reportPin: { th: 'แจ้งผู้ดูแลหมุด', en: 'Tell the keepers' },
  dropped: { th: 'ไม่ได้แจ้งอะไร ขอบคุณ', en: 'Nothing was reported. Thank you.' },
  showOffice: { th: 'ดูสำนักงานนี้', en: 'See this office' },
});
