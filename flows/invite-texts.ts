/** What inviting says, in both languages. */
import { defineTexts } from './engine/text.ts';

/** The texts of `invite.ts`. */
export const inviteTexts = defineTexts('invite', {
  title: { th: 'เชิญด้วยรหัส', en: 'Invite with a code' },
  what: { th: 'จะเชิญใคร', en: 'Whom do you want to invite?' },
  official: { th: 'เจ้าหน้าที่ของหน่วยงาน', en: 'An official of an agency' },
  coordinator: { th: 'ผู้ประสานงาน', en: 'A coordinator' },
  list: { th: 'ดูรหัสที่ยังใช้ได้', en: 'See the codes still open' },
  agency: {
    th: 'เชิญเจ้าหน้าที่ของหน่วยงานใด พิมพ์บางส่วนของชื่อ หรือรหัส 9 หลัก',
    en: 'An official of which agency? Type part of its name or its nine-digit code.',
  },
  pick: {
    th: 'หน่วยงานในพื้นที่ของคุณที่ตรงกับ “{{query}}” เลือก หรือพิมพ์ชื่อใหม่',
    en: 'Agencies you look after that fit “{{query}}”. Choose one, or type other words.',
  },
  scope: {
    th: 'ผู้ประสานงานของที่ใด พิมพ์ชื่อจังหวัด อำเภอ หรือกรม หรือพิมพ์ “ทั้งประเทศ”',
    en: 'Coordinator of what? Type a province, a district or a department, or “country”.',
  },
  country: { th: 'ทั้งประเทศ', en: 'The whole country' },
  noScope: {
    th: 'ไม่พบจังหวัด อำเภอ หรือกรมชื่อ “{{query}}” ลองพิมพ์ใหม่ หรือพิมพ์รหัส เช่น 48',
    en: 'No province, district or department is called “{{query}}”. Try again, or type its code, such as 48.',
  },
  pickScope: { th: 'หมายถึงที่ใด', en: 'Which one do you mean?' },
  sure: {
    th: 'สร้างรหัสเชิญเป็น “{{role}}” ใช่หรือไม่',
    en: 'Make a code that invites to “{{role}}”?',
  },
  make: { th: 'ใช่ สร้างรหัส', en: 'Yes, make it' },
  not: { th: 'ไม่ เลือกใหม่', en: 'No, choose again' },
  code: {
    th: 'รหัสเชิญเป็น “{{role}}” คือ\n{{code}}\nใช้ได้ครั้งเดียว ภายใน {{until}} รหัสนี้แสดงเพียงครั้งเดียว',
    en: 'The code that invites to “{{role}}” is\n{{code}}\nIt works once, until {{until}}, and is shown only now.',
  },
  howTo: {
    th: 'ส่งให้ผู้รับเอง แล้วให้พิมพ์ในแชตนี้ว่า\nลงทะเบียน {{code}}',
    en: 'Give it to the person yourself; they type in this chat:\nregister {{code}}',
  },
  notAllowed: {
    th: 'หน่วยงานนี้อยู่นอกพื้นที่ที่คุณดูแล จึงไม่ได้สร้างรหัส',
    en: 'That is outside what you look after, so no code was made.',
  },
  another: { th: 'เชิญอีกคน', en: 'Invite somebody else' },
  open: { th: 'รหัสที่ยังใช้ได้ แตะเพื่อเพิกถอน', en: 'Codes that are still open. Tap one to withdraw it.' },
  entry: { th: '{{role}} ถึง {{until}}', en: '{{role}}, until {{until}}' },
  sureRevoke: { th: 'เพิกถอนรหัสเชิญ “{{role}}” ใช่หรือไม่', en: 'Withdraw the code for “{{role}}”?' },
  revoke: { th: 'ใช่ เพิกถอน', en: 'Yes, withdraw it' },
  keep: { th: 'ไม่ เก็บไว้', en: 'No, keep it' },
  revoked: { th: 'เพิกถอนรหัสแล้ว ใช้ไม่ได้อีก', en: 'The code is withdrawn and no longer works.' },
  notRevoked: {
    th: 'รหัสนี้ถูกใช้หรือเพิกถอนไปแล้ว จึงไม่ได้เปลี่ยนอะไร',
    en: 'This code was used or withdrawn before, so nothing was changed.',
  },
  noneOpen: { th: 'ไม่มีรหัสเชิญที่ยังใช้ได้', en: 'There are no open codes.' },
});
