/** What somebody says of themselves: the questions, how each answer is read, and what is said when it is not. */
import { parseEmail } from './answers/email.ts';
import { parsePersonName } from './answers/person-name.ts';
import { formatPhone, parsePhones } from './answers/phone.ts';
import type { Accept } from './engine/flow.ts';
import { defineTexts, type Text, type Words } from './engine/text.ts';
import { phonesInWords } from './pin-fields.ts';

export const profileTexts = defineTexts('profile', {
  firstName: { th: 'ชื่อของคุณ (ไม่ต้องมีคำนำหน้า)', en: 'Your first name (no title needed)' },
  lastName: { th: 'นามสกุลของคุณ', en: 'Your surname' },
  email: { th: 'อีเมลที่ติดต่อได้ เช่น mali@example.com', en: 'Your e-mail address, such as mali@example.com' },
  phone: {
    th: 'เบอร์โทรศัพท์ที่ติดต่อได้ เช่น 081-234-5678 หรือ 02-123-4567 ต่อ 12',
    en: 'Your phone number, such as 081-234-5678 or 02-123-4567 ext. 12',
  },
  firstNameLabel: { th: 'ชื่อ', en: 'First name' },
  lastNameLabel: { th: 'นามสกุล', en: 'Surname' },
  emailLabel: { th: 'อีเมล', en: 'E-mail' },
  phoneLabel: { th: 'เบอร์โทร', en: 'Phone' },
  send: { th: 'ถูกต้อง ส่งเลย', en: 'All right, send it' },
  save: { th: 'ถูกต้อง บันทึกเลย', en: 'All right, keep it' },
  changeAgency: { th: 'แก้หน่วยงาน', en: 'Change the agency' },
  changeFirstName: { th: 'แก้ชื่อ', en: 'Change the first name' },
  changeLastName: { th: 'แก้นามสกุล', en: 'Change the surname' },
  changeEmail: { th: 'แก้อีเมล', en: 'Change the e-mail' },
  changePhone: { th: 'แก้เบอร์โทร', en: 'Change the phone' },
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

/** A phone number that was kept as printed in Thai, as each language prints it. */
export function phoneInWords(printed: string): Words {
  const parsed = parsePhones(printed);
  return parsed.ok ? phonesInWords(parsed.value) : printed;
}
