/** The kinds of personal data in words, and for how long each is kept: for the chat and for the privacy notice. */
import { defineTexts, type Text } from '../engine/text.ts';
import type { Keeping, Since } from './my-data-look-ups.ts';

export const kindTexts = defineTexts('my-data-kinds', {
  roles: { th: 'บทบาทที่คุณมี', en: 'Roles you hold' },
  messages: { th: 'ข้อความที่คุณส่งมา', en: 'Messages you sent' },
  conversation: { th: 'เรื่องที่คุยค้างไว้ ภาษา และความยินยอม', en: 'Where our chat stands, language, consent' },
  answers: { th: 'ข้อความที่ส่งถึงคุณ', en: 'Messages sent to you' },
  drafts: { th: 'ร่างหมุด', en: 'Draft pins' },
  pins: { th: 'หมุดที่เผยแพร่แล้วและรูปถ่าย', en: 'Pins you published, with photos' },
  pinReports: { th: 'เรื่องที่แจ้งว่าหมุดผิด', en: 'What you said is wrong with pins' },
  missingAgencies: { th: 'หน่วยงานที่แจ้งว่าไม่มี', en: 'Agencies you reported missing' },
  copyFlags: { th: 'ที่แจ้งว่ายังถูกขอสำเนา', en: 'Copies you said were still asked for' },
  places: { th: 'สำนักงานโปรดและที่ดูล่าสุด', en: 'Favourite and last visited offices' },
  ratings: { th: 'คะแนนที่ให้', en: 'Ratings you gave' },
  ratingWords: { th: 'ความเห็นและรูปในคะแนน', en: 'Comments and photos in ratings' },
  ratingQuestions: { th: 'สำนักงานที่เคยถามว่าเป็นอย่างไร', en: 'Offices we asked you about' },
  waysAsked: { th: 'สำนักงานที่ถามทาง', en: 'Offices you asked the way to' },
  complaintDrafts: { th: 'เรื่องร้องเรียนที่ยังไม่ส่ง', en: 'An unfinished complaint' },
  complaints: { th: 'เรื่องร้องเรียนที่แจ้งหรือติดตาม', en: 'Complaints you reported or follow' },
  forwardings: { th: 'เรื่องที่ส่งต่อไปศูนย์ 1111', en: 'Cases passed on to 1111' },
  groups: { th: 'ข้อความในกลุ่มที่มีบัญชีนี้', en: 'Messages in groups with this account' },
  registrations: { th: 'คำขอลงทะเบียนเจ้าหน้าที่', en: 'Requests to be an official' },
  invitations: { th: 'รหัสเชิญที่สร้างหรือใช้', en: 'Invitation codes made or used' },
  digests: { th: 'เวลาส่งสรุปงาน', en: 'When your digest comes' },
  leaves: { th: 'การลาและผู้ทำแทน', en: 'Leave and stand-ins' },
  work: { th: 'แบบสำรวจที่ตอบแทนหน่วยงาน', en: 'Surveys answered for an agency' },
  dataLinks: { th: 'ลิงก์ดาวน์โหลดข้อมูล', en: 'Links to download your data' },
  menu: { th: 'เมนูที่แสดงให้คุณ', en: 'The menu you are shown' },
  reminderSettings: { th: 'เวลาที่ให้เตือน', en: 'When to remind you' },
  reminders: { th: 'การเตือนที่ส่งถึงคุณ', en: 'Reminders sent to you' },
  seenByOthers: { th: 'ชื่อของคุณในแชตของเจ้าหน้าที่', en: 'Your name in officials’ chats' },
  audit: { th: 'ประวัติการแก้ไข', en: 'History of your changes' },
  profile: { th: 'ชื่อ อีเมล และโทรศัพท์', en: 'Name, e-mail and phone' },
  answered: { th: 'ไม่เกิน {{period}}หลังตอบแล้ว', en: 'at most {{period}} after it was answered' },
  sent: { th: '{{period}}หลังส่ง', en: '{{period}} after it was sent' },
  lastUsed: { th: '{{period}}หลังใช้ครั้งสุดท้าย', en: '{{period}} after it was last used' },
  decided: { th: '{{period}}หลังตัดสิน', en: '{{period}} after the decision' },
  expired: { th: '{{period}}หลังหมดอายุ', en: '{{period}} after it expired' },
  closed: { th: '{{period}}หลังปิดเรื่อง', en: '{{period}} after it was closed' },
  said: { th: '{{period}}หลังแจ้ง', en: '{{period}} after you said so' },
  made: { th: 'พร้อมชื่อคุณ {{period}}', en: 'with your name for {{period}}' },
  rated: { th: 'โดยรู้ว่าเป็นของคุณไม่เกิน {{period}}', en: 'as yours for at most {{period}}' },
  forGood: { th: 'ตลอดไป แต่เมื่อคุณลบจะไม่มีชื่อคุณ', en: 'for good, but without you once you erase' },
  untilErased: { th: 'จนกว่าคุณจะลบ', en: 'until you erase it' },
  day: { th: '1 วัน', en: '1 day' },
  days: { th: '{{count}} วัน', en: '{{count}} days', enOne: '{{count}} day' },
  year: { th: '1 ปี', en: '1 year' },
  years: { th: '{{count}} ปี', en: '{{count}} years', enOne: '{{count}} year' },
});

/** By the ids of the table of personal data. */
const names: Readonly<Record<string, Text>> = {
  roles: kindTexts('roles'),
  messages: kindTexts('messages'),
  conversation: kindTexts('conversation'),
  answers: kindTexts('answers'),
  drafts: kindTexts('drafts'),
  pins: kindTexts('pins'),
  'pin-reports': kindTexts('pinReports'),
  'missing-agencies': kindTexts('missingAgencies'),
  'copy-flags': kindTexts('copyFlags'),
  places: kindTexts('places'),
  ratings: kindTexts('ratings'),
  'rating-words': kindTexts('ratingWords'),
  'rating-questions': kindTexts('ratingQuestions'),
  'ways-asked': kindTexts('waysAsked'),
  'complaint-drafts': kindTexts('complaintDrafts'),
  complaints: kindTexts('complaints'),
  forwardings: kindTexts('forwardings'),
  groups: kindTexts('groups'),
  registrations: kindTexts('registrations'),
  invitations: kindTexts('invitations'),
  digests: kindTexts('digests'),
  leaves: kindTexts('leaves'),
  work: kindTexts('work'),
  'data-links': kindTexts('dataLinks'),
  menu: kindTexts('menu'),
  'reminder-settings': kindTexts('reminderSettings'),
  reminders: kindTexts('reminders'),
  'seen-by-others': kindTexts('seenByOthers'),
  audit: kindTexts('audit'),
  profile: kindTexts('profile'),
};

const DAYS_OF_YEAR = 365;

/** The name of a kind. A kind without one is a bug. */
export function kindName(kind: string): Text {
  const name = names[kind];
  if (!name) throw new Error(`there are no words for the kind "${kind}"`);
  return name;
}

/** For how long a kind is kept. */
export function keptInWords({ keptDays, since, stays }: Keeping): Text {
  if (keptDays === undefined || since === undefined) return kindTexts(stays ? 'forGood' : 'untilErased');
  return sinceWords(since, periodInWords(keptDays));
}

function periodInWords(days: number): Text {
  if (days === 1) return kindTexts('day');
  if (days === DAYS_OF_YEAR) return kindTexts('year');
  return days % DAYS_OF_YEAR === 0
    ? kindTexts('years', { count: days / DAYS_OF_YEAR })
    : kindTexts('days', { count: days });
}

function sinceWords(since: Since, period: Text): Text {
  switch (since) {
    case 'answered':
      return kindTexts('answered', { period });
    case 'sent':
      return kindTexts('sent', { period });
    case 'last-used':
      return kindTexts('lastUsed', { period });
    case 'decided':
      return kindTexts('decided', { period });
    case 'expired':
      return kindTexts('expired', { period });
    case 'closed':
      return kindTexts('closed', { period });
    case 'said':
      return kindTexts('said', { period });
    case 'made':
      return kindTexts('made', { period });
    case 'rated':
      return kindTexts('rated', { period });
  }
}
