/** A citizen says what is wrong with a pin; those who keep it find it among their tasks. */
import { z } from 'zod';
import { oneOfOptions, textOf } from './engine/accepts.ts';
import { defineFlow, stepsOf } from './engine/define-flow.ts';
import { answer, type Option, open, say } from './engine/message.ts';
import { defineTexts, labelsOf } from './engine/text.ts';
import { noneOption, noneOr } from './pin-answers.ts';
import { faults } from './pin-faults.ts';

const fault = z.enum(['moved', 'closed', 'phone', 'hours', 'other']);
const name = z.object({ th: z.string(), en: z.string().optional() });
const data = z.object({
  pin: z.string().optional(),
  fault: fault.optional(),
  /** The words it was opened with, when no pin fits them. */
  asked: z.string().optional(),
  /** The pins that fit the words it was opened with, when there are several. */
  found: z.array(z.object({ code: z.string(), name })).optional(),
});
type Data = z.infer<typeof data>;

/** Enough for where it moved to, and little enough to read at a glance. */
const WORDS_LENGTH = { min: 2, max: 300 };
/** Pins that fit, on one list; farther down nothing fits well. */
const FOUND_AT_MOST = 5;
/** No name is longer; of what is, the beginning is searched for. */
const NAME_AT_MOST = 80;
/** The option that is no pin. */
const NONE_OF_THESE = 'none';

const text = defineTexts('report-pin', {
  title: { th: 'แจ้งข้อมูลหมุดผิด', en: 'Report a wrong pin' },
  which: {
    th: 'หมุดไหนที่ข้อมูลผิด พิมพ์รหัสหมุด หรือค้นหาสำนักงาน แตะ “เพิ่มเติม” แล้ว “ย้ายแล้ว/ข้อมูลผิด”',
    en: 'Which pin is wrong? Type its code, or search for the office, then tap “More options” and “Moved or wrong”.',
  },
  find: { th: 'ค้นหาสำนักงาน', en: 'Find an office' },
  several: { th: 'หมุดไหนที่ข้อมูลผิด', en: 'Which pin is wrong?' },
  listed: { th: '{{name}} ({{code}})', en: '{{name}} ({{code}})' },
  noneOfThese: { th: 'ไม่ใช่หมุดเหล่านี้', en: 'None of these' },
  what: { th: '“{{name}}” มีอะไรไม่ถูกต้อง', en: 'What is wrong about “{{name}}”?' },
  words: {
    th: 'บอกเพิ่มเติมได้ เช่น ย้ายไปที่ไหน เบอร์ใหม่คืออะไร หรือแตะ “ไม่มี”',
    en: 'Tell us more if you can, such as where it moved or the new number; or tap “There is none”.',
  },
  thanks: {
    th: 'ขอบคุณมาก ส่งให้ผู้ดูแลหมุดนี้แล้ว',
    en: 'Thank you very much. Those who keep this pin have it now.',
  },
  already: {
    th: 'วันนี้คุณแจ้งเรื่องหมุดนี้แล้ว ผู้ดูแลได้รับแล้ว',
    en: 'You have reported this pin today already; its keepers have it.',
  },
  noneNamed: {
    th: 'ไม่พบสำนักงานที่ตรงกับ “{{asked}}”\nลองพิมพ์ให้สั้นลง เช่น “แจ้งหมุดผิด เขาใหม่” หรือค้นหาสำนักงาน แตะ “เพิ่มเติม” แล้ว “ย้ายแล้ว/ข้อมูลผิด”',
    en: 'No office fits “{{asked}}”.\nTry fewer words, such as “report pin Khao Mai”, or search for the office, then tap “More options” and “Moved or wrong”.',
  },
  gone: { th: 'หมุดนี้ไม่ได้เผยแพร่แล้ว', en: 'This pin is no longer published.' },
});

const { question, closing } = stepsOf<
  Data,
  'several' | 'what' | 'words' | 'sent' | 'noneNamed' | 'gone' | 'which'
>();
const findIt: Option = open(text('find'), 'find-office');

const noneOfThese = {
  value: NONE_OF_THESE,
  labels: [text.texts.noneOfThese.th, text.texts.noneOfThese.en],
};

function optionOf({ code, name: called }: { code: string; name: z.infer<typeof name> }) {
  return { value: code, labels: [code, ...labelsOf(called)] };
}

export const reportPin = defineFlow({
  id: 'report-pin',
  version: 1,
  data,
  text,
  title: text('title'),
  listed: false,
  words: { th: ['แจ้งหมุดผิด', 'แจ้งข้อมูลผิด'], en: ['report pin', 'wrong pin'] },
  takesWords: true,
  needsConsent: true,
  async start({ value, words }, { find }) {
    if (!value && !words) return { to: 'which' };
    const asked = words.slice(0, NAME_AT_MOST).trim();
    const named = value ? [] : await find.pinsNamed(asked, { skip: 0, limit: FOUND_AT_MOST });
    // Many offices have one name: the best hit alone may be another one.
    if (named.length > 1)
      return {
        to: 'several',
        set: { found: named.map(({ code, name: called }) => ({ code, name: called })) },
      };
    const pin = value ? await find.pin(value) : named[0];
    if (pin) return { to: 'what', set: { pin: pin.code } };
    return value ? { to: 'gone' } : { to: 'noneNamed', set: { asked } };
  },
  steps: {
    several: question({
      ask: ({ data: { found = [] } }) => ({
        messages: [
          {
            kind: 'question',
            text: text('several'),
            options: [
              ...found.map(({ code, name: called }) => answer(text('listed', { name: called, code }), code)),
              answer(text('noneOfThese'), NONE_OF_THESE),
            ],
          },
        ],
      }),
      accepts: ({ data: { found = [] } }) => oneOfOptions([...found.map(optionOf), noneOfThese]),
      next: (code) => (code === NONE_OF_THESE ? { to: 'which' } : { to: 'what', set: { pin: code } }),
    }),
    what: question({
      async ask({ find, data: { pin = '' } }) {
        const found = await find.pin(pin);
        const name = found?.name ?? pin;
        return { messages: [{ kind: 'question', text: text('what', { name }), options: faults.options }] };
      },
      accepts: faults.accept,
      next: (chosen) => ({ to: 'words', set: { fault: chosen } }),
    }),
    words: question({
      ask: () => ({ messages: [{ kind: 'question', text: text('words'), options: [noneOption] }] }),
      accepts: noneOr(textOf(WORDS_LENGTH)),
      next(words, { data: { pin = '', fault: what = 'other' }, turn }) {
        const said = words === 'none' ? {} : { words };
        return { to: 'sent', effects: [{ do: 'reportPin', id: turn, pin, fault: what, ...said }] };
      },
    }),
    sent: closing(({ outcomes }) => {
      const result = outcomes.find((outcome) => outcome.of === 'reportPin')?.result;
      return {
        messages: [say(text(result === 'already' ? 'already' : result === 'gone' ? 'gone' : 'thanks'))],
      };
    }),
    noneNamed: closing(({ data: { asked = '' } }) => ({
      messages: [say(text('noneNamed', { asked }))],
      quick: [findIt],
    })),
    gone: closing(() => ({ messages: [say(text('gone'))], quick: [findIt] })),
    which: closing(() => ({ messages: [say(text('which'))], quick: [findIt] })),
  },
});
