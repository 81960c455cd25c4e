/** What is said about the services of an office. */
import { defineTexts } from '../engine/text.ts';

export const text = defineTexts('services', {
  title: { th: 'บริการของสำนักงาน', en: 'Services of an office' },
  ask: {
    th: 'ดูบริการของสำนักงานไหน\nพิมพ์ชื่อสำนักงาน เช่น “อบต.เขาใหม่” หรือส่งตำแหน่งเพื่อเลือกที่ใกล้คุณ',
    en: 'The services of which office?\nType its name, such as “Khao Mai”, or send your location to choose one near you.',
  },
  sendLocation: { th: 'ส่งตำแหน่งของฉัน', en: 'Send my location' },
  nothingNamed: {
    th: 'ไม่พบสำนักงานที่ตรงกับ “{{words}}” ลองพิมพ์ให้สั้นลง',
    en: 'No office fits “{{words}}”. Try fewer letters.',
  },
  nothingNear: {
    th: 'ยังไม่มีสำนักงานใกล้ตำแหน่งนี้ ลองพิมพ์ชื่อแทน',
    en: 'There is no office near that place yet. Try typing a name instead.',
  },
  whichOffice: {
    th: 'สำนักงานไหน แตะเลือก หรือพิมพ์ชื่ออื่น',
    en: 'Which office? Tap one, or type another name.',
  },
  inArea: { th: '{{name}} ({{area}})', en: '{{name}} ({{area}})' },
  list: {
    th: 'บริการของ{{office}} {{from}}–{{to}} จาก {{all}} เรื่อง\nแตะเพื่อดูขั้นตอนและเอกสาร',
    en: 'Services of {{office}}, {{from}}–{{to}} of {{all}}.\nTap one to see its steps and papers.',
  },
  searchToo: { th: 'พิมพ์ส่วนหนึ่งของชื่อเพื่อค้นหาได้', en: 'You can also type a part of its name.' },
  withWords: {
    th: 'บริการของ{{office}} ที่มีคำว่า “{{words}}” {{from}}–{{to}} จาก {{all}} เรื่อง',
    en: 'Services of {{office}} with “{{words}}” in their name, {{from}}–{{to}} of {{all}}.',
  },
  noneWith: {
    th: 'ที่นี่ไม่มีบริการที่มีคำว่า “{{words}}” ลองพิมพ์ให้สั้นลง หรือพิมพ์ “ยกเลิก” แล้วค้นหาสำนักงานอื่น',
    en: 'No service here has “{{words}}” in its name. Try fewer letters, or type “cancel” and look for another office.',
  },
  next: { th: 'หน้าถัดไป', en: 'Next page' },
  previous: { th: 'หน้าก่อน', en: 'Previous page' },
  everything: { th: 'ดูทั้งหมด', en: 'Show all' },
  none: {
    th: '{{office}}ยังไม่ได้แจ้งว่ามีบริการใดบ้าง ลองโทรสอบถามสำนักงานก่อนเดินทาง',
    en: '{{office}} has not said yet which services it offers. Please call the office before you go.',
  },
  gone: {
    th: 'สำนักงานนี้ไม่อยู่บนแผนที่แล้ว ลองค้นหาใหม่',
    en: 'This office is no longer on the map. Please search again.',
  },
  notHere: {
    th: '{{office}}ไม่มีบริการนี้แล้ว',
    en: '{{office}} no longer offers this service.',
  },
  at: { th: 'ที่', en: 'At' },
  step: { th: 'ขั้นตอนที่ {{number}}', en: 'Step {{number}}' },
  steps: { th: 'ขั้นตอน', en: 'Steps' },
  paper: { th: 'เอกสาร: {{name}}', en: 'Paper: {{name}}' },
  papers: { th: 'เอกสาร', en: 'Papers' },
  andMore: { th: 'และอีก {{count}} รายการ', en: 'and {{count}} more' },
  noPapers: { th: 'ไม่ได้ระบุ', en: 'not given' },
  original: { th: 'ตัวจริง', en: 'the original' },
  copy: { th: 'สำเนา', en: 'a copy' },
  both: { th: 'ตัวจริงและสำเนา', en: 'the original and a copy' },
  noLonger: { th: 'ที่นี่ไม่ขอสำเนาแล้ว', en: 'no copy is asked for here any more' },
  fee: { th: 'ค่าธรรมเนียม', en: 'Fee' },
  duration: { th: 'ใช้เวลา', en: 'Takes' },
  law: { th: 'กฎหมายที่เกี่ยวข้อง', en: 'Law' },
  copies: { th: 'สำเนาที่ขอที่นี่', en: 'Copies asked for here' },
  freeOfCharge: {
    th: '{{copies}}\nหากต้องใช้สำเนา เจ้าหน้าที่เป็นผู้ทำให้ โดยไม่คิดค่าใช้จ่าย',
    en: '{{copies}}\nIf a copy is needed, the official makes it for you, free of charge.',
  },
  noCopy: { th: 'ไม่ต้องใช้สำเนา', en: 'No copies are needed.' },
  idCard: { th: 'สำเนาบัตรประจำตัวประชาชน', en: 'A copy of the ID card' },
  house: { th: 'สำเนาทะเบียนบ้าน', en: 'A copy of the house registration' },
  idCardAndHouse: {
    th: 'สำเนาบัตรประจำตัวประชาชน และสำเนาทะเบียนบ้าน',
    en: 'A copy of the ID card and one of the house registration',
  },
  notKnown: { th: 'ยังไม่มีข้อมูล', en: 'Not known yet.' },
  wayThere: { th: 'นำทาง', en: 'Directions' },
  stillAsked: { th: 'ยังถูกขอสำเนา', en: 'Still asked for a copy' },
  manual: { th: 'อ่านคู่มือฉบับเต็ม', en: 'The full manual' },
  others: { th: 'บริการอื่นของที่นี่', en: 'Other services here' },
  office: { th: 'ดูสำนักงาน', en: 'The office' },
});
