/** What somebody says of themselves when registering: how each answer is read, and what is said when it is not. */
import { parseEmail } from './answers/email.ts';
import { parsePersonName } from './answers/person-name.ts';
import { formatPhone, parsePhones } from './answers/phone.ts';
import type { Accept } from './engine/flow.ts';
import { defineTexts, type Text } from './engine/text.ts';

export const profileTexts = defineTexts('profile', {
  nameWrong: {
    th: 'ชื่อและนามสกุลมีได้เฉพาะตัวอักษร ไม่เกิน 60 ตัว เช่น “มะลิ”',
    en: 'Names are letters only, at most 60, such as “Mali”.',
  },
  emailSeveral: {
    th: 'ขออีเมลเดียว เช่น mali@example.com',
    en: 'One e-mail address only, please, such as mali@example.com.',
  },
  emailWrong: {
    th: 'อีเมลยังไม่ถูกต้อง ลองพิมพ์ใหม่ เช่น mali@example.com',
    en: 'That is not an e-mail address yet. It should look like mali@example.com.',
  },
  phoneSeveral: {
    th: 'ขอเบอร์เดียวที่ติดต่อได้สะดวก เช่น 02-123-4567 ต่อ 12',
    en: 'One phone number only, please, such as 02-123-4567 ext. 12.',
  },
  phoneWrong: {
    th: 'เบอร์โทรศัพท์ยังไม่ครบหรือไม่ถูกต้อง ลองพิมพ์ใหม่ เช่น 081-234-5678 หรือ 02-123-4567 ต่อ 12',
    en: 'That phone number is not complete or not right. It should look like 081-234-5678 or 02-123-4567 ext. 12.',
  },
});

type Read<Answer> = (words: string) => { ok: true; value: Answer } | { ok: false; why: Text };

const typed = (read: Read<string>): Accept<string> => ({
  freeText: true,
  read: (input) => (input.kind === 'text' ? read(input.text) : { ok: false }),
});

/** A first name or a surname. */
export const nameAnswer = typed((words) => {
  const parsed = parsePersonName(words);
  return parsed.ok ? parsed : { ok: false, why: profileTexts('nameWrong') };
});

/** One e-mail address. */
export const emailAnswer = typed((words) => {
  const parsed = parseEmail(words);
  if (parsed.ok) return parsed;
  return { ok: false, why: profileTexts(parsed.why === 'several' ? 'emailSeveral' : 'emailWrong') };
});

/** One phone number, as it is printed. */
export const phoneAnswer = typed((words) => {
  const parsed = parsePhones(words);
  if (!parsed.ok) return { ok: false, why: profileTexts('phoneWrong') };
  const [only, ...more] = parsed.value;
  if (!only || more.length > 0) return { ok: false, why: profileTexts('phoneSeveral') };
  return { ok: true, value: formatPhone(only, 'th') };
});
