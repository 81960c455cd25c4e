/** What the conversation about one's own reminders says. */
import { defineTexts } from '../engine/text.ts';

export const text = defineTexts('reminders', {
  title: { th: 'การเตือนกำหนดส่ง', en: 'Reminders of deadlines' },
  shown: {
    th: 'เราเตือนวันละไม่เกินหนึ่งข้อความ เฉพาะวันทำการ และเฉพาะเรื่องที่ยังไม่เสร็จ',
    en: 'At most one reminder a day, on working days only, and only of what is not done.',
  },
  time: { th: 'เวลา', en: 'Time' },
  state: { th: 'การเตือน', en: 'Reminders' },
  isOn: { th: 'เปิดอยู่', en: 'On' },
  isOff: { th: 'ปิดอยู่', en: 'Off' },
  isOffUntil: { th: 'หยุดถึง {{date}}', en: 'Off until {{date}}' },
  changeHour: { th: 'เปลี่ยนเวลา', en: 'Another time' },
  leave: { th: 'หยุดช่วงลา', en: 'Off while on leave' },
  off: { th: 'ปิดการเตือน', en: 'Switch off' },
  on: { th: 'เปิดการเตือน', en: 'Switch on' },
  askHour: {
    th: 'ให้เตือนเวลาใด เลือก หรือพิมพ์เวลา 8 ถึง 19 นาฬิกา เช่น “บ่ายสอง”',
    en: 'At what time? Choose one, or type a full hour from 8 to 19, such as “2 pm”.',
  },
  askUntil: {
    th: 'ลาถึงวันใด พิมพ์วันสุดท้ายของการลา เช่น “{{example}}” หรือ “วันศุกร์หน้า”',
    en: 'Until which day? Type the last day of your leave, such as “{{example}}” or “next Friday”.',
  },
  noHour: {
    th: 'ขอเป็นชั่วโมงเต็มระหว่าง 8 ถึง 19 นาฬิกา เช่น 9 หรือ “บ่ายสอง” นอกเวลานี้เราไม่รบกวน',
    en: 'A full hour from 8 to 19, please, such as 9 or “2 pm”. We disturb nobody at other times.',
  },
  noDay: { th: 'ยังอ่านวันไม่ออก พิมพ์เช่น “{{example}}”', en: 'That is no day. Type it like “{{example}}”.' },
  pastDay: { th: 'วันนั้นผ่านไปแล้ว ขอวันนี้หรือหลังจากนี้', en: 'That day has passed. Today or later, please.' },
  keptHour: { th: 'จะเตือนเวลา {{time}} ในวันทำการ', en: 'Reminders will come at {{time}} on working days.' },
  keptLeave: {
    th: 'หยุดเตือนถึง {{date}} หลังจากนั้นจะเตือนตามปกติ ขอให้พักผ่อนเต็มที่',
    en: 'No reminders until {{date}}; after that they come as before. Enjoy your days off.',
  },
  keptOff: {
    th: 'ปิดการเตือนแล้ว ดูสิ่งที่ต้องทำได้เสมอโดยพิมพ์ “กำหนดส่ง”',
    en: 'Reminders are off. Type “deadlines” any time to see what is to be done.',
  },
  keptOn: {
    th: 'เปิดการเตือนแล้ว เวลา {{time}} ในวันทำการ',
    en: 'Reminders are on, at {{time}} on working days.',
  },
  settings: { th: 'ดูการตั้งค่า', en: 'See the settings' },
});
