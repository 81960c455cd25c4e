/** What the questions about a pin take for answers, and what is said when they refuse. */
import type { OpeningHours } from '../models/thai/opening-hours.ts';
import { parseOpeningHours } from './answers/opening-hours.ts';
import { parsePersonName } from './answers/person-name.ts';
import { type Phone, parsePhones } from './answers/phone.ts';
import { parseWebsite } from './answers/website.ts';
import { isWord } from './answers/words.ts';
import { anyOf } from './engine/accepts.ts';
import type { Accept, AnswerInput, Reading } from './engine/flow.ts';
import { answer, type Option } from './engine/message.ts';
import { defineTexts, type Words } from './engine/text.ts';

export const answerTexts = defineTexts('pin-answers', {
  none: { th: 'ไม่มี', en: 'There is none' },
  noNumber: {
    th: 'ยังไม่เห็นเบอร์โทรในข้อความ เช่น 0 2123 4567 ต่อ 12',
    en: 'There is no phone number in that. An example: 0 2123 4567 ext. 12',
  },
  oddNumber: {
    th: 'เบอร์ “{{written}}” ยังไม่ครบหรือไม่ใช่เบอร์ในไทย เช่น 0 2123 4567 ต่อ 12',
    en: '“{{written}}” is no complete Thai number. An example: 0 2123 4567 ext. 12',
  },
  oddExtension: {
    th: 'เบอร์ต่อ “{{written}}” ยาวเกินไป เช่น 0 2123 4567 ต่อ 12',
    en: 'The extension “{{written}}” is too long. An example: 0 2123 4567 ext. 12',
  },
  noWebsite: {
    th: 'ยังอ่านเป็นที่อยู่เว็บไซต์ไม่ได้ เช่น www.khaomai.go.th',
    en: 'That is no address of a website. An example: www.khaomai.go.th',
  },
  oddHours: {
    th: 'ยังอ่าน “{{part}}” เป็นเวลาทำการไม่ได้ เช่น จ.-ศ. 08.30-16.30 เว้นวันหยุดราชการ',
    en: '“{{part}}” cannot be read as opening hours. An example: Mon-Fri 08:30-16:30, closed on public holidays',
  },
  unclearHours: {
    th: '“{{part}}” หมายถึงได้หลายอย่าง ขอให้บอกวันและเวลาให้ครบ เช่น จ.-ศ. 08.30-16.30, ส. 09.00-12.00',
    en: '“{{part}}” could mean several things. Please give days and times in full, such as Mon-Fri 08:30-16:30, Sat 09:00-12:00',
  },
  noHours: {
    th: 'ขอวันและเวลาทำการ เช่น จ.-ศ. 08.30-16.30 เว้นวันหยุดราชการ',
    en: 'Please give days and times, such as Mon-Fri 08:30-16:30, closed on public holidays',
  },
  noName: {
    th: 'ขอชื่อคน เป็นตัวอักษร ไม่เกิน 60 ตัว เช่น สมใจ ใจดี',
    en: 'Please give a person’s name in letters, at most 60, such as Somjai Jaidee',
  },
});

/** "There is none", to tap. */
export const noneOption: Option = answer(answerTexts('none'), 'none');

const NONE_WORDS = ['ไม่มี', 'ไม่มีแล้ว', 'none', 'there is none', 'no', '-'];

const noneAnswer: Accept<'none'> = {
  freeText: false,
  read(input) {
    const isNone =
      (input.kind === 'chosen' && input.value === 'none') ||
      (input.kind === 'text' && (input.text.trim() === '-' || isWord(input.text, NONE_WORDS)));
    return isNone ? { ok: true, value: 'none' } : { ok: false };
  },
};

/** "There is none", or an answer. */
export function noneOr<Answer>(accept: Accept<Answer>): Accept<'none' | Answer> {
  return anyOf(noneAnswer, accept);
}

/** Any words at all may come; only whole messages are commands then. */
function wordsRead<Answer>(read: (text: string) => Reading<Answer>): Accept<Answer> {
  return {
    freeText: true,
    read: (input: AnswerInput) => (input.kind === 'text' ? read(input.text) : { ok: false }),
  };
}

export const phonesAnswer: Accept<Phone[]> = wordsRead((text) => {
  const parsed = parsePhones(text);
  if (parsed.ok) return parsed;
  if (parsed.why === 'no-number') return refusal(answerTexts('noNumber'));
  const { written } = parsed;
  return refusal(
    parsed.why === 'bad-extension'
      ? answerTexts('oddExtension', { written })
      : answerTexts('oddNumber', { written }),
  );
});

export const websiteAnswer: Accept<string> = wordsRead((text) => {
  const parsed = parseWebsite(text);
  return parsed.ok ? parsed : refusal(answerTexts('noWebsite'));
});

export const hoursAnswer: Accept<OpeningHours> = wordsRead((text) => {
  const parsed = parseOpeningHours(text);
  if (parsed.ok) return parsed;
  if (!('part' in parsed)) return refusal(answerTexts('noHours'));
  const { part } = parsed;
  const isUnclear = parsed.why === 'ambiguous' || parsed.why === 'ambiguous-time';
  return refusal(isUnclear ? answerTexts('unclearHours', { part }) : answerTexts('oddHours', { part }));
});

export const personAnswer: Accept<string> = wordsRead((text) => {
  const parsed = parsePersonName(text);
  return parsed.ok ? parsed : refusal(answerTexts('noName'));
});

function refusal(why: Words): { ok: false; why: Words } {
  return { ok: false, why };
}
