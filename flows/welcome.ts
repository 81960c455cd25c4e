/**
 * Welcome: the language, the privacy notice and consent to it; then on to whatever the person had come for.
 * Somebody who declines can still search: nothing of theirs is kept for that.
 */
import { z } from 'zod';
import { anyOf, choiceOf, placeAnswer, yesOrNo } from './engine/accepts.ts';
import { defineFlow, stepsOf } from './engine/define-flow.ts';
import type { Accept, Opening } from './engine/flow.ts';
import { type Option, open, say } from './engine/message.ts';
import { defineTexts, languageOf } from './engine/text.ts';
import { PRIVACY_NOTICE_VERSION } from './privacy-notice.ts';

const opening = z.object({
  value: z.string(),
  words: z.string(),
  position: z.tuple([z.number(), z.number()]).exactOptional(),
});

const data = z.object({
  /** What the person had asked for when the notice came between. */
  afterwards: z.object({ flow: z.string(), opening }).exactOptional(),
});
type Data = z.infer<typeof data>;

const text = defineTexts('welcome', {
  title: { th: 'ภาษาและข้อมูลส่วนบุคคล', en: 'Language and privacy' },
  language: {
    th: 'สวัสดี ยินดีต้อนรับสู่ปักหมุด\nเลือกภาษาที่ถนัดได้เลย\n\nWelcome to Pakmud. Please choose your language.',
    en: 'Welcome to Pakmud. Please choose your language.\n\nสวัสดี ยินดีต้อนรับสู่ปักหมุด เลือกภาษาที่ถนัดได้เลย',
  },
  chooseLanguage: {
    th: 'แตะเลือกภาษา หรือพิมพ์ชื่อสำนักงานที่ต้องการหาได้เลย',
    en: 'Tap a language, or type the name of the office you are looking for.',
  },
  thai: { th: 'ภาษาไทย', en: 'ภาษาไทย' },
  english: { th: 'English', en: 'English' },
  notice: {
    th: 'ก่อนเริ่ม ขอแจ้งเรื่องข้อมูลส่วนบุคคล\n• เก็บรหัสบัญชี LINE และสิ่งที่คุณส่งในแชตนี้ เช่น หมุด คะแนน เรื่องร้องเรียน สำนักงานโปรดและที่ถามทาง\n• ใช้เพื่อบริการนี้และติดต่อกลับเท่านั้น ไม่ขาย เรื่องร้องเรียนส่งต่อให้หน่วยงานและ 1111 โดยไม่มีชื่อคุณ\n• แต่ละอย่างเก็บตามเวลาที่บอกไว้ในฉบับเต็ม\n• ดู ขอไฟล์ หรือลบได้เองทุกเมื่อ พิมพ์ “ข้อมูลของฉัน”\nยอมรับหรือไม่',
    en: 'Before we start, about your personal data:\n• Your LINE account id and what you send in this chat are kept: pins, ratings, complaints, favourite offices and those you ask the way to.\n• They serve this service and answers to you only; never sold. Complaints go to the office and to 1111 without your name.\n• The full notice says how long each is kept.\n• See, download or erase them yourself at any time: type “my data”.\nDo you agree?',
  },
  agree: { th: 'ยอมรับ', en: 'I agree' },
  decline: { th: 'ไม่ยอมรับ', en: 'I do not agree' },
  readAll: { th: 'อ่านฉบับเต็ม', en: 'Read it in full' },
  ready: {
    th: 'ขอบคุณ พร้อมแล้ว\nพิมพ์ชื่อสำนักงาน หรือส่งตำแหน่งเพื่อหาสำนักงานใกล้คุณ เจ้าหน้าที่พิมพ์ “ปักหมุด” ได้เลย',
    en: 'Thank you, all set.\nType an office’s name, or send your location to find offices near you. Officials can type “pin”.',
  },
  goingOn: { th: 'ขอบคุณ เชิญทำต่อได้เลย', en: 'Thank you. Let us go on.' },
  declined: {
    th: 'ได้เลย คุณยังค้นหาสำนักงานได้ตามปกติ แต่จะไม่เก็บข้อมูลของคุณเพื่อปักหมุด\nหากเปลี่ยนใจ พิมพ์ “เริ่มต้น”',
    en: 'That is fine. You can still search for offices; nothing of yours is kept for pinning.\nIf you change your mind, type “start”.',
  },
  back: { th: 'ยินดีต้อนรับกลับมา ให้ช่วยเรื่องอะไรดี', en: 'Welcome back. What can we help you with?' },
  find: { th: 'ค้นหาสำนักงาน', en: 'Find an office' },
  pin: { th: 'ปักหมุดสำนักงาน', en: 'Pin an office' },
  nearMe: { th: 'ส่งตำแหน่งของฉัน', en: 'Send my location' },
});

const languages = choiceOf(text, { th: 'thai', en: 'english' });
const answers = choiceOf(text, { agree: 'agree', decline: 'decline' });
const fullNotice: Option = { label: text('readAll'), do: { act: 'page', path: '/privacy' } };
const offers: Option[] = [
  { label: text('nearMe'), do: { act: 'location' } },
  open(text('pin'), 'pin-office'),
];

/** Somebody who came to find an office and sends where they are is answered; the questions can wait. */
const searchPlace: Accept<Opening> = {
  freeText: false,
  read(input) {
    const place = input.kind === 'place' ? placeAnswer.read(input, '') : undefined;
    return place?.ok
      ? { ok: true, value: { value: '', words: '', position: place.value.position } }
      : { ok: false };
  },
};

/** Likewise a name; one letter or a number alone is no name. Commands stay commands, and "English" an answer. */
const searchWords: Accept<Opening> = {
  freeText: false,
  read(input) {
    if (input.kind !== 'text') return { ok: false };
    const isName = /\p{L}\p{M}*\p{L}/u.test(input.text);
    return isName
      ? { ok: true, value: { value: '', words: input.text } }
      : { ok: false, why: text('chooseLanguage') };
  },
};

const searchFor = (wanted: Opening) => ({ afterwards: { flow: 'find-office', opening: wanted } });

const { question, closing } = stepsOf<
  Data,
  'language' | 'notice' | 'agreed' | 'searched' | 'declined' | 'back'
>();

export const welcome = defineFlow({
  id: 'welcome',
  version: 1,
  data,
  text,
  title: text('title'),
  listed: true,
  words: { th: ['เริ่มต้น', 'เริ่ม', 'สวัสดี', 'ตั้งค่าภาษา'], en: ['start', 'hello', 'hi', 'language', 'privacy'] },
  wordValues: { สวัสดี: 'greeting', hello: 'greeting', hi: 'greeting' },
  takesWords: false,
  needsConsent: false,
  start({ afterwards, value }, { consent }) {
    if (afterwards) return { to: 'notice', set: { afterwards } };
    // A greeting is answered; who asks for the language or the notice gets them.
    const isGreeted = value === 'greeting' && consent?.version === PRIVACY_NOTICE_VERSION;
    return { to: isGreeted ? 'back' : 'language' };
  },
  steps: {
    language: question({
      ask: () => ({ messages: [{ kind: 'question', text: text('language'), options: languages.options }] }),
      accepts: anyOf(languages.accept, anyOf(searchPlace, searchWords)),
      next(given) {
        if (typeof given === 'string') return { to: 'notice', settings: { language: given } };
        const language = languageOf(given.words);
        return { to: 'searched', set: searchFor(given), settings: language ? { language } : {} };
      },
    }),
    notice: question({
      ask: () => ({
        messages: [{ kind: 'question', text: text('notice'), options: [...answers.options, fullNotice] }],
      }),
      accepts: anyOf(searchPlace, anyOf(yesOrNo('agree', 'decline'), answers.accept)),
      next(given, { now }) {
        if (typeof given !== 'string') return { to: 'searched', set: searchFor(given) };
        return given === 'agree'
          ? { to: 'agreed', settings: { consent: { version: PRIVACY_NOTICE_VERSION, at: now } } }
          : { to: 'declined', settings: { consent: null } };
      },
    }),
    agreed: closing(({ data: { afterwards } }) =>
      afterwards
        ? { messages: [say(text('goingOn'))], handOver: afterwards }
        : { messages: [say(text('ready'))], quick: offers },
    ),
    searched: closing(({ data: { afterwards } }) => ({
      messages: [],
      ...(afterwards && { handOver: afterwards }),
    })),
    declined: closing(() => ({ messages: [say(text('declined'))] })),
    back: closing(() => ({
      messages: [say(text('back'))],
      quick: [...offers, open(text('find'), 'find-office')],
    })),
  },
});
