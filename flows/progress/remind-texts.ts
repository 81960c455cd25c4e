/** What is said about reminding agencies by hand. */
import { defineTexts } from '../engine/text.ts';

export const remindTexts = defineTexts('progress-remind', {
  remind: { th: 'เตือน {{count}} หน่วยงานนี้', en: 'Remind these {{count}}' },
  remindSome: { th: 'เตือน {{count}} จาก {{all}} หน่วยงาน', en: 'Remind {{count}} of {{all}}' },
  cannot: { th: 'การเตือน', en: 'Reminding' },
  nobodyThere: {
    th: 'เตือนไม่ได้ เพราะหน่วยงานเหล่านี้ยังไม่มีเจ้าหน้าที่ลงทะเบียน',
    en: 'Nobody can be reminded: no official of these agencies has registered.',
  },
  remindOne: { th: 'เตือนหน่วยงานนี้', en: 'Remind this one' },
  cost: {
    th: 'จะใช้ {{count}} ข้อความ จากที่เหลือ {{left}}',
    en: 'This will use {{count}} messages of the {{left}} left.',
    enOne: 'This will use {{count}} message of the {{left}} left.',
  },
  costFree: {
    th: 'จะใช้ {{count}} ข้อความ',
    en: 'This will use {{count}} messages.',
    enOne: 'This will use {{count}} message.',
  },
  title: {
    th: 'เตือน {{count}} หน่วยงาน',
    en: 'Remind {{count}} agencies',
    enOne: 'Remind {{count}} agency',
  },
  titleSome: {
    th: 'เตือน {{count}} จาก {{all}} หน่วยงาน',
    en: 'Remind {{count}} of {{all}} agencies',
  },
  day: { th: 'ส่งวันที่', en: 'Sent on' },
  date: { th: '{{date}}', en: '{{date}}' },
  unstaffed: { th: 'ไม่มีเจ้าหน้าที่ จึงไม่ได้รับ', en: 'Without officials, get none' },
  agencies: { th: '{{count}} หน่วยงาน', en: '{{count}} agencies', enOne: '{{count}} agency' },
  costs: { th: 'ข้อความที่ใช้', en: 'Messages' },
  yourWords: { th: 'ข้อความของคุณ', en: 'Your words' },
  noWords: { th: 'ไม่มี', en: 'none' },
  send: { th: 'ส่งเลย', en: 'Send' },
  own: { th: 'เพิ่มข้อความของฉัน', en: 'Add my own words' },
  askWords: {
    th: 'อยากบอกอะไรเพิ่ม ไม่เกิน 200 ตัวอักษร เช่น “ติดตรงไหนโทรมาได้”',
    en: 'What would you like to add? At most 200 characters, such as “Call me if you are stuck”.',
  },
  sent: {
    th: 'ส่งคำเตือน {{count}} ข้อความแล้ว',
    en: '{{count}} reminders are on their way.',
    enOne: '{{count}} reminder is on its way.',
  },
  sentOn: {
    th: 'จะส่งคำเตือน {{count}} ข้อความ {{date}}',
    en: '{{count}} reminders will go out on {{date}}.',
    enOne: '{{count}} reminder will go out on {{date}}.',
  },
  held: {
    th: '{{sent}}\nอีก {{count}} คนยังไม่ได้รับ เพราะโควตาข้อความใกล้หมด',
    en: '{{sent}}\n{{count}} people get none, for want of messages.',
    enOne: '{{sent}}\n{{count}} person gets none, for want of messages.',
  },
  nobody: {
    th: 'วันนี้ไม่มีใครให้เตือนแล้ว ทุกคนได้รับคำเตือนหรือทำเสร็จแล้ว',
    en: 'Nobody is left to be reminded today: they were, or they are done.',
  },
  notYours: {
    th: 'หน่วยงานเหล่านี้ไม่ได้อยู่ในพื้นที่ที่คุณดูแลแล้ว จึงไม่ได้ส่ง',
    en: 'You do not look after these agencies any more; nothing was sent.',
  },
});
