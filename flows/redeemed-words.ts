/** What is said about an invitation code that somebody typed. */
import type { At } from './engine/flow.ts';
import { defineTexts, type Text } from './engine/text.ts';
import { instant, roleName } from './role-names.ts';

export const redeemedTexts = defineTexts('redeemed', {
  redeemed: {
    th: 'ยินดีต้อนรับ ตอนนี้คุณคือ {{role}}\nพิมพ์ “ช่วยเหลือ” เพื่อดูสิ่งที่ทำได้',
    en: 'Welcome! You are now: {{role}}.\nType “help” to see what you can do.',
  },
  lent: {
    th: 'บันทึกแล้ว คุณทำแทนเป็น {{role}} ตั้งแต่ {{from}} ถึง {{until}}',
    en: 'Done. You stand in as {{role}} from {{from}} to {{until}}.',
  },
  wrong: {
    th: 'ไม่พบรหัสเชิญนี้ ตรวจตัวอักษรอีกครั้ง แล้วพิมพ์ “ลงทะเบียน” ตามด้วยรหัส ลองได้อีก {{count}} ครั้ง',
    en: 'There is no such invitation code. Check its letters, then type “register” and the code. Tries left: {{count}}.',
  },
  locked: {
    th: 'ลองรหัสผิดหลายครั้งแล้ว เพื่อความปลอดภัย ลองใหม่ได้หลัง {{until}}',
    en: 'Too many wrong codes. To be safe, please try again after {{until}}.',
  },
  expired: {
    th: 'รหัสเชิญนี้หมดอายุแล้ว ขอรหัสใหม่จากผู้ที่เชิญคุณ',
    en: 'This invitation code has expired. Please ask whoever invited you for a new one.',
  },
  used: {
    th: 'รหัสเชิญนี้ถูกใช้ไปแล้ว แต่ละรหัสใช้ได้ครั้งเดียว ขอรหัสใหม่จากผู้ที่เชิญคุณ',
    en: 'This invitation code has been used; each works once. Please ask whoever invited you for a new one.',
  },
  revoked: {
    th: 'รหัสเชิญนี้ถูกยกเลิกแล้ว ขอรหัสใหม่จากผู้ที่เชิญคุณ',
    en: 'This invitation code was withdrawn. Please ask whoever invited you for a new one.',
  },
});

/** What became of the code, from the outcome of using it. */
export async function redeemedWords({ outcomes, find, language }: At<unknown>): Promise<Text> {
  const done = outcomes.find((outcome) => outcome.of === 'redeemInvitation');
  switch (done?.result) {
    case 'redeemed': {
      const role = roleName(done.role, await find.people.placeOf(done.role));
      if (!done.lent) return redeemedTexts('redeemed', { role });
      const { from, until } = done.lent;
      return redeemedTexts('lent', { role, from: { date: from }, until: { date: until } });
    }
    case 'locked':
      return redeemedTexts('locked', { until: instant(done.until, language) });
    case 'expired':
    case 'used':
    case 'revoked':
      return redeemedTexts(done.result);
    default:
      return redeemedTexts('wrong', { count: done?.triesLeft ?? 0 });
  }
}
