/** A citizen says what is wrong with a pin; those who keep it find it among their tasks. */
import { z } from 'zod';
import { textOf } from './engine/accepts.ts';
import { defineFlow, stepsOf } from './engine/define-flow.ts';
import { type Option, open, say } from './engine/message.ts';
import { defineTexts } from './engine/text.ts';
import { noneOption, noneOr } from './pin-answers.ts';
import { faults } from './pin-faults.ts';

const fault = z.enum(['moved', 'closed', 'phone', 'hours', 'other']);
const data = z.object({ pin: z.string().optional(), fault: fault.optional() });
type Data = z.infer<typeof data>;

/** Enough for where it moved to, and little enough to read at a glance. */
const WORDS_LENGTH = { min: 2, max: 300 };

const text = defineTexts('report-pin', {
  title: { th: 'แจ้งข้อมูลหมุดผิด', en: 'Report a wrong pin' },
  which: {
    th: 'หมุดไหนที่ข้อมูลผิด พิมพ์รหัสหมุด หรือค้นหาสำนักงาน แล้วแตะ “ย้ายแล้ว/ข้อมูลผิด”',
    en: 'Which pin is wrong? Type its code, or search for the office and tap “Moved or wrong”.',
  },
  find: { th: 'ค้นหาสำนักงาน', en: 'Find an office' },
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
  gone: { th: 'หมุดนี้ไม่ได้เผยแพร่แล้ว', en: 'This pin is no longer published.' },
});

const { question, closing } = stepsOf<Data, 'what' | 'words' | 'sent' | 'gone' | 'which'>();
const findIt: Option = open(text('find'), 'find-office');

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
    const [named] = value ? [] : await find.pinsNamed(words, { skip: 0, limit: 1 });
    const pin = value ? await find.pin(value) : named;
    return pin ? { to: 'what', set: { pin: pin.code } } : { to: 'gone' };
  },
  steps: {
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
    gone: closing(() => ({ messages: [say(text('gone'))], quick: [findIt] })),
    which: closing(() => ({ messages: [say(text('which'))], quick: [findIt] })),
  },
});
