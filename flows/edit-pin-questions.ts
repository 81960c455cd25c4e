/** What is asked about each field of a pin, and said about the answers. */
import { defineTexts } from './engine/text.ts';

export const questionTexts = defineTexts('edit-pin-fields', {
  now: { th: '{{label}}ตอนนี้: {{value}}\n{{question}}', en: '{{label}} now: {{value}}\n{{question}}' },
  nameTh: { th: 'พิมพ์ชื่อภาษาไทย เช่น “เทศบาลตำบลบึงทอง”', en: 'Type the Thai name, such as “เทศบาลตำบลบึงทอง”.' },
  notThai: {
    th: 'ขอชื่อเป็นภาษาไทย เช่น “เทศบาลตำบลบึงทอง”',
    en: 'Please give the name in Thai, such as “เทศบาลตำบลบึงทอง”.',
  },
  nameEn: {
    th: 'พิมพ์ชื่อภาษาอังกฤษ เช่น “Bueng Thong Subdistrict Municipality”',
    en: 'Type the English name, such as “Bueng Thong Subdistrict Municipality”.',
  },
  notEnglish: {
    th: 'ขอชื่อเป็นตัวอักษรอังกฤษ เช่น “Bueng Thong Subdistrict Municipality”',
    en: 'Please use Latin letters, such as “Bueng Thong Subdistrict Municipality”.',
  },
  kind: { th: 'เป็นสำนักงานประเภทใด', en: 'What kind of office is it?' },
  position: {
    th: 'ยืนที่ประตูทางเข้าหลักหรือเคาน์เตอร์บริการ แล้วแตะ “ส่งตำแหน่ง” หรือพิมพ์พิกัด เช่น 19.9072, 99.8325',
    en: 'Stand at the main entrance or the service counter and tap “Send location”, or type coordinates such as 19.9072, 99.8325.',
  },
  sendLocation: { th: 'ส่งตำแหน่ง', en: 'Send location' },
  move: {
    th: 'ย้ายหมุดไป {{distance}} จากจุดเดิม\nเดิม {{before}}\nใหม่ {{after}}\nถูกต้องหรือไม่',
    en: 'That moves the pin by {{distance}}.\nBefore {{before}}\nAfter {{after}}\nIs that right?',
  },
  alreadyThere: {
    th: 'หมุดอยู่ที่ {{after}} แล้ว หากยังไม่ตรง แตะ “ไม่ใช่ ส่งใหม่”',
    en: 'The pin is at {{after}} already. If that is not right, tap “No, send it again”.',
  },
  outside: {
    th: 'ตำแหน่งใหม่อยู่ใน {{found}} ห่างจากเขต {{own}} ของหน่วยงาน {{distance}}',
    en: 'The new position is in {{found}}, {{distance}} outside of {{own}}, the agency’s district.',
  },
  moveIt: { th: 'ใช่ ย้ายเลย', en: 'Yes, move it' },
  sendAgain: { th: 'ไม่ใช่ ส่งใหม่', en: 'No, send it again' },
  newPlace: { th: 'ตำแหน่งใหม่', en: 'The new position' },
  spot: { th: 'หมุดปักอยู่ที่จุดไหนของสำนักงาน', en: 'Which spot of the office does the pin mark?' },
  addressTh: {
    th: 'พิมพ์ที่อยู่เต็ม เช่น “99 หมู่ 1 ต.เขาใหม่ อ.เมือง จ.ระยอง 21000”',
    en: 'Type the whole Thai address, such as “99 หมู่ 1 ต.เขาใหม่ อ.เมือง จ.ระยอง 21000”.',
  },
  proposed: {
    th: '{{question}}\nจากตำแหน่งหมุดน่าจะเป็น: {{address}}',
    en: '{{question}}\nBy its position it should be: {{address}}',
  },
  useIt: { th: 'ใช้ที่อยู่ที่เสนอ', en: 'Use what is proposed' },
  addressEn: {
    th: 'พิมพ์ที่อยู่ภาษาอังกฤษ เช่น “99 Moo 1, Khao Mai, Mueang, Rayong 21000”',
    en: 'Type the English address, such as “99 Moo 1, Khao Mai, Mueang, Rayong 21000”.',
  },
  thaiFirst: {
    th: 'ใส่ที่อยู่ภาษาไทยก่อน แล้วจึงใส่ภาษาอังกฤษ ขอที่อยู่ภาษาไทย',
    en: 'The Thai address comes first. Please give it.',
  },
  phones: {
    th: 'พิมพ์เบอร์โทร หลายเบอร์คั่นด้วยจุลภาค เช่น 0 2123 4567 ต่อ 12, 081 234 5678',
    en: 'Type the phone numbers with commas between them, such as 0 2123 4567 ext. 12, 081 234 5678.',
  },
  website: { th: 'พิมพ์ที่อยู่เว็บไซต์ เช่น www.khaomai.go.th', en: 'Type the website, such as www.khaomai.go.th.' },
  hours: {
    th: 'พิมพ์วันและเวลาทำการ เช่น จ.-ศ. 08.30-16.30 เว้นวันหยุดราชการ',
    en: 'Type days and times, such as Mon-Fri 08:30-16:30, closed on public holidays.',
  },
  hoursChoice: {
    th: 'เวลานี้หมายถึงได้หลายอย่าง หมายถึงข้อใด เลือก หรือพิมพ์วันและเวลาใหม่',
    en: 'That could mean several things. Which one do you mean? Choose, or type days and times anew.',
  },
  otherHours: { th: 'ไม่ใช่ทั้งหมดนี้ พิมพ์ใหม่', en: 'None of these, type again' },
  tooManyPhones: {
    th: 'ใส่ได้ไม่เกิน {{most}} เบอร์ ข้อความนี้มี {{count}} เบอร์ เลือกเบอร์ที่ประชาชนโทรบ่อยที่สุด เบอร์ภายในใส่หลัง “ต่อ” ได้ เช่น 0 2123 4567 ต่อ 12 ถึง 15',
    en: 'A pin can have {{most}} numbers at most, and these are {{count}}. Please keep those that people call most; extensions can stand behind one number, such as 0 2123 4567 ext. 12 to 15.',
  },
  parent: {
    th: 'หากสำนักงานนี้อยู่ในอาคารของหน่วยงานอื่น พิมพ์ชื่อหรือรหัสหมุดของอาคารนั้น',
    en: 'If this office is inside another one’s building, type that one’s name or pin code.',
  },
  parentChoice: { th: 'อยู่ในอาคารของที่ไหน', en: 'Whose building is it?' },
  notListed: { th: 'ไม่อยู่ในรายการ ค้นหาใหม่', en: 'None of these, search again' },
  noneFound: {
    th: 'ไม่พบหมุดที่ตรงกับ “{{words}}” ลองพิมพ์ให้สั้นลง',
    en: 'No pin fits “{{words}}”. Try fewer words.',
  },
  roundAbout: {
    th: 'สำนักงานนั้นอยู่ในอาคารของหมุดนี้อยู่แล้ว เลือกที่อื่น',
    en: 'That office is itself inside this one. Please choose another.',
  },
  contact: {
    th: 'ชื่อผู้ประสานงาน เช่น สมใจ ใจดี (เห็นเฉพาะเจ้าหน้าที่)',
    en: 'The contact person’s name, such as Somjai Jaidee (only officials see it).',
  },
  contactPhone: {
    th: 'เบอร์โทรของ {{name}} เช่น 081 234 5678',
    en: 'The phone number of {{name}}, such as 081 234 5678.',
  },
});
