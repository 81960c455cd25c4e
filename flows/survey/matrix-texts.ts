/** What the matrix says. */
import { defineTexts } from '../engine/text.ts';

export const matrixTexts = defineTexts('survey-matrix', {
  page: {
    th: 'ข้อ {{number}} จาก {{count}}\n{{question}}\nรายการ {{from}}–{{to}} จาก {{all}}',
    en: 'Question {{number}} of {{count}}\n{{question}}\nProcedures {{from}}–{{to}} of {{all}}',
  },
  found: {
    th: 'ค้นหา “{{words}}” พบ {{all}} รายการ แสดง {{from}}–{{to}}',
    en: 'Found {{all}} for “{{words}}”, showing {{from}}–{{to}}',
  },
  marked: {
    th: 'รายการที่เลือก {{all}} รายการ แสดง {{from}}–{{to}}',
    en: 'Chosen: {{all}}, showing {{from}}–{{to}}',
  },
  progress: {
    th: 'ตอบแล้ว {{done}} จาก {{all}} รายการ ใช้สำเนา {{needing}} รายการ',
    en: '{{done}} of {{all}} answered; {{needing}} need copies',
  },
  how: {
    th: 'แตะ หรือพิมพ์ เช่น “1 บัตร” “2 ทะเบียนบ้าน” “3 ทั้งสอง” หรือ “บัตร 1 4 5”',
    en: 'Tap, or type such as “1 id”, “2 house”, “3 both” or “id 1 4 5”.',
  },
  howMany: {
    th: 'แตะ หรือพิมพ์ เช่น “1 บัตร” “3 ทั้งสอง” “บัตร 1 4 5” พิมพ์ชื่องานเพื่อค้นหา หรือ “หน้า 2”',
    en: 'Tap, or type such as “1 id”, “3 both”, “id 1 4 5”; type a name to search, or “page 2”.',
  },
  lines: { th: '{{first}}\n{{second}}', en: '{{first}}\n{{second}}' },
  numbered: { th: '{{number}}. {{title}}', en: '{{number}}. {{title}}' },
  idCardOff: { th: '☐ สำเนาบัตรประชาชน', en: '☐ ID card copy' },
  idCardOn: { th: '☑ สำเนาบัตรประชาชน', en: '☑ ID card copy' },
  houseOff: { th: '☐ สำเนาทะเบียนบ้าน', en: '☐ House reg. copy' },
  houseOn: { th: '☑ สำเนาทะเบียนบ้าน', en: '☑ House reg. copy' },
  lastYear: { th: 'ปีก่อน: {{copies}}', en: 'Last year: {{copies}}' },
  by: { th: 'ตอบโดย {{by}}', en: 'Answered by {{by}}' },
  both: { th: 'บัตรและทะเบียนบ้าน', en: 'ID card and house registration' },
  onlyIdCard: { th: 'บัตรประชาชน', en: 'ID card' },
  onlyHouse: { th: 'ทะเบียนบ้าน', en: 'house registration' },
  neither: { th: 'ไม่ใช้สำเนา', en: 'no copies' },
  next: { th: 'หน้าถัดไป', en: 'Next page' },
  previous: { th: 'หน้าก่อน', en: 'Previous page' },
  finish: { th: 'เสร็จ', en: 'Done' },
  rest: { th: 'ที่เหลือไม่ใช้สำเนา เสร็จ', en: 'Rest: none, done' },
  none: { th: 'ไม่ต้องใช้สำเนาเลย', en: 'No copies at all' },
  asLastYear: { th: 'เหมือนปีก่อน', en: 'Same as last year' },
  search: { th: 'ค้นหาชื่องาน', en: 'Search by name' },
  list: { th: 'กลับไปรายการ', en: 'To the list' },
  howToSearch: {
    th: 'พิมพ์บางส่วนของชื่องาน เช่น “แจ้งเกิด” หรือหมายเลข เช่น 57',
    en: 'Type part of a name, such as “birth”, or a number, such as 57.',
  },
  noneFound: {
    th: 'ไม่พบงานชื่อ “{{words}}” พิมพ์บางส่วนของชื่อ หรือพิมพ์ เช่น “1 บัตร”',
    en: 'No procedure is called “{{words}}”. Type part of a name, or such as “1 id”.',
  },
  noSuchNumber: {
    th: 'มีรายการ 1 ถึง {{all}} พิมพ์ เช่น “1 บัตร”',
    en: 'The procedures are 1 to {{all}}. Type such as “1 id”.',
  },
  noSuchPage: {
    th: 'มีหน้า 1 ถึง {{pages}} พิมพ์ เช่น “หน้า 1”',
    en: 'There are pages 1 to {{pages}}. Type “page 1”, for example.',
  },
  clearAll: {
    th: 'มี {{count}} รายการที่เลือกว่าใช้สำเนาไว้ ({{titles}}) จะเปลี่ยนเป็นไม่ใช้สำเนาทั้งหมดหรือไม่',
    en: '{{count}} are marked as needing copies ({{titles}}). Change all of them to no copies?',
    enOne: '{{count}} is marked as needing copies ({{titles}}). Change it to no copies?',
  },
  yesClear: { th: 'ใช่ ไม่ใช้สำเนาทั้งหมด', en: 'Yes, no copies at all' },
  keepThem: { th: 'ไม่ กลับไปดู', en: 'No, let me look' },
});
