/** สรุป: when a coordinator gets a digest of what they look after. */
import { z } from 'zod';
import { choiceOf } from '../engine/accepts.ts';
import { defineFlow, stepsOf } from '../engine/define-flow.ts';
import { open, say } from '../engine/message.ts';
import { defineTexts } from '../engine/text.ts';

const data = z.object({ frequency: z.enum(['weekly', 'daily', 'off']).optional() });
type Data = z.infer<typeof data>;

const text = defineTexts('digest', {
  title: { th: 'สรุปงาน', en: 'Digest' },
  ask: {
    th: 'ตอนนี้: {{now}}\nอยากได้สรุปงานเมื่อใด จะส่งเฉพาะเมื่อมีเรื่องเปลี่ยนหรือเรื่องด่วน',
    en: 'Now: {{now}}\nWhen would you like a digest? It comes only when something has changed or is urgent.',
  },
  weekly: { th: 'ทุกสัปดาห์', en: 'Weekly' },
  daily: { th: 'ทุกวันทำการ', en: 'Every working day' },
  off: { th: 'ไม่ต้องส่ง', en: 'Never' },
  nowWeekly: {
    th: 'ทุกวันจันทร์ 08:30 น. และในสัปดาห์สุดท้ายก่อนครบกำหนด วันใดที่มีเรื่องใหม่หรือครบกำหนด',
    en: 'Mondays at 08:30, and in a deadline’s last week on days with news or when it is due',
  },
  nowDaily: {
    th: 'ทุกวันทำการ 08:30 น. ที่มีเรื่องใหม่หรือครบกำหนด',
    en: 'every working day at 08:30 that has news or on which something is due',
  },
  nowOff: { th: 'ไม่ส่ง', en: 'never' },
  kept: { th: 'บันทึกแล้ว: {{now}}', en: 'Done: {{now}}' },
  progress: { th: 'ดูความคืบหน้า', en: 'See the progress' },
});

const choices = choiceOf(text, { weekly: 'weekly', daily: 'daily', off: 'off' });
const inWords = { weekly: text('nowWeekly'), daily: text('nowDaily'), off: text('nowOff') };
const { question, closing } = stepsOf<Data, 'ask' | 'kept'>();

export const digest = defineFlow({
  id: 'digest',
  version: 1,
  data,
  text,
  title: text('title'),
  listed: false,
  words: { th: ['สรุป', 'สรุปงาน'], en: ['digest'] },
  takesWords: false,
  needsConsent: true,
  needs: ['coordinator', 'administrator'],
  start: () => ({ to: 'ask' }),
  steps: {
    ask: question({
      ask: async ({ find, person }) => ({
        messages: [
          {
            kind: 'question',
            text: text('ask', { now: inWords[await find.progress.digest(person)] }),
            options: choices.options,
          },
        ],
      }),
      accepts: choices.accept,
      next: (frequency) => ({ to: 'kept', set: { frequency }, effects: [{ do: 'setDigest', frequency }] }),
    }),
    kept: closing(({ data: { frequency = 'weekly' } }) => ({
      messages: [say(text('kept', { now: inWords[frequency] }))],
      quick: [open(text('progress'), 'progress')],
    })),
  },
});
