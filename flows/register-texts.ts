/** What registering says, in both languages. */
import { defineTexts } from './engine/text.ts';

/** The texts of `register.ts`. */
export const registerTexts = defineTexts('register', {
  title: { th: 'ลงทะเบียนเจ้าหน้าที่', en: 'Register as an official' },
  search: {
    th: 'คุณทำงานที่หน่วยงานใด พิมพ์บางส่วนของชื่อ อำเภอ หรือรหัส 9 หลัก เช่น “เขาใหม่”\nหากมีรหัสเชิญ พิมพ์รหัสนั้นได้เลย',
    en: 'Which agency do you work for? Type part of its name, its district or its nine-digit code, such as “Khao Mai”.\nIf you have an invitation code, just type it.',
  },
  notListed: { th: 'ไม่มีในรายชื่อ', en: 'Not in the list' },
  pick: {
    th: 'หน่วยงานที่ตรงกับ “{{query}}” เลือกของคุณ หรือพิมพ์ชื่อใหม่เพื่อค้นหาอีกครั้ง',
    en: 'Agencies that fit “{{query}}”. Choose yours, or type other words to search again.',
  },
  alreadyYours: {
    th: 'คุณเป็นเจ้าหน้าที่ของหน่วยงานนี้อยู่แล้ว',
    en: 'You are an official of this agency already.',
  },
  first: {
    th: '{{agency}}\nยังไม่มีใครลงทะเบียน คุณเป็นคนแรก ใช่หน่วยงานของคุณหรือไม่',
    en: '{{agency}}\nNobody has registered here yet; you are the first. Is this your agency?',
  },
  colleagues: {
    th: '{{agency}}\nผู้ที่ลงทะเบียนแล้ว {{count}} คน',
    en: '{{agency}}\nRegistered here so far: {{count}}',
  },
  since: { th: 'ตั้งแต่ {{date}}', en: 'since {{date}}' },
  isYours: { th: 'ใช่หน่วยงานของคุณหรือไม่', en: 'Is this your agency?' },
  yes: { th: 'ใช่ ไปต่อ', en: 'Yes, go on' },
  other: { th: 'เลือกหน่วยงานอื่น', en: 'Choose another agency' },
  missing: {
    th: 'แจ้งหน่วยงานที่ไม่มีในรายชื่อ\nพิมพ์ชื่อเต็ม พร้อมอำเภอและจังหวัด เช่น “อบต.เขาใหม่ อ.ธาตุพนม จ.นครพนม”',
    en: 'Tell us which agency is missing.\nType its full name with district and province, such as “Khao Mai Subdistrict Administration, That Phanom, Nakhon Phanom”.',
  },
  reported: {
    th: 'รับแจ้งแล้ว ขอบคุณมาก ผู้ดูแลจะตรวจสอบรายชื่อหน่วยงาน แล้วคุณกลับมาลงทะเบียนได้',
    en: 'Thank you, we have noted it. The list of agencies will be checked, and you can register then.',
  },
  confirm: { th: 'ตรวจดูอีกครั้งก่อนส่ง', en: 'Please look it over before it is sent' },
  confirmKnown: {
    th: 'นี่คือข้อมูลที่คุณเคยให้ไว้ ใช้ต่อได้เลย หรือแตะเพื่อแก้',
    en: 'This is what you told us before. Send it as it is, or tap what to change.',
  },
  agencyLabel: { th: 'หน่วยงาน', en: 'Agency' },
  waiting: {
    th: 'ส่งแล้ว ขอบคุณ {{name}}\nรอผู้ประสานงานของ {{agency}} อนุมัติ แล้วเราจะแจ้งให้ทราบในแชตนี้',
    en: 'Sent. Thank you, {{name}}.\nA coordinator of {{agency}} will look at it, and you will be told in this chat.',
  },
  alreadyWaiting: {
    th: 'คุณส่งคำขอของ {{agency}} ไว้แล้ว กำลังรอผู้ประสานงานอนุมัติ',
    en: 'You have already asked for {{agency}}; a coordinator will look at it.',
  },
  gone: {
    th: 'หน่วยงานนี้ไม่อยู่ในรายชื่อแล้ว ลองค้นหาใหม่ด้วยการพิมพ์ “ลงทะเบียน”',
    en: 'This agency is no longer in the list. Type “register” to search again.',
  },
  noAgencies: {
    th: 'ขออภัย ตอนนี้ยังไม่มีรายชื่อหน่วยงานในระบบ จึงยังลงทะเบียนไม่ได้ กลับมาใหม่เร็ว ๆ นี้\nหากมีรหัสเชิญ พิมพ์ “ลงทะเบียน” ตามด้วยรหัส',
    en: 'Sorry, there is no list of agencies here yet, so registering has to wait. Please come back soon.\nIf you have an invitation code, type “register” and the code.',
  },
  tellProfile: {
    th: 'ขอข้อมูลอีกเล็กน้อย เพื่อให้เพื่อนร่วมงานรู้จักคุณ จะออกแล้วกลับมาทำต่อภายหลังก็ได้ บทบาทของคุณใช้ได้แล้ว',
    en: 'A few questions more, so that your colleagues know you. You may leave and go on later; your role works already.',
  },
  seeRole: { th: 'ดูบทบาทของฉัน', en: 'See my roles' },
});
