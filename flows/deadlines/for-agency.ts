/**
 * On the way from a reminder's button to what is to be done: the person works for the agency it is about from now on, and
 * the conversation in which it is done opens there. It asks nothing itself.
 */
import { z } from 'zod';
import { defineFlow, stepsOf } from '../engine/define-flow.ts';
import type { Advance, At } from '../engine/flow.ts';
import { open, say } from '../engine/message.ts';
import { defineTexts } from '../engine/text.ts';
import { rememberedName } from '../remembered-name.ts';
import { DONE_KINDS, flowOf } from './next-step.ts';

const data = z.object({ what: z.enum(DONE_KINDS).optional(), agency: rememberedName.optional() });
type Data = z.infer<typeof data>;
type StepName = 'there' | 'notYours';

const text = defineTexts('for-agency', {
  title: { th: 'งานของหน่วยงาน', en: 'Work of an agency' },
  there: { th: 'ตอนนี้ทำงานในนามของ{{agency}}', en: 'You now work for {{agency}}.' },
  notYours: {
    th: 'ไม่พบหน่วยงานนี้ในบทบาทของคุณ จึงไม่ได้เปิดอะไร ดูบทบาทของคุณได้ที่ปุ่มด้านล่าง',
    en: 'You do not work for this agency (any more), so nothing was opened. See your roles below.',
  },
  roles: { th: 'บทบาทของฉัน', en: 'My roles' },
});

const { closing } = stepsOf<Data, StepName>();

export const forAgency = defineFlow({
  id: 'for-agency',
  version: 1,
  data,
  text,
  title: text('title'),
  listed: false,
  words: { th: [], en: [] },
  takesWords: false,
  needsConsent: false,
  start: ({ value }, at) => begin(value, at),
  steps: {
    there: closing(({ outcomes, data: { what, agency = '' } }) => {
      const isThere = outcomes.some((outcome) => outcome.of === 'actAs' && outcome.acting);
      if (!isThere || !what) return notYours();
      const opening = { value: '', words: '' };
      return { messages: [say(text('there', { agency }))], handOver: { flow: flowOf(what), opening } };
    }),
    notYours: closing(notYours),
  },
});

/** `value` is what is to be done and the agency's code: `surveyed 030700002`. */
async function begin(value: string, { who, find, turn }: At<Data>): Promise<Advance<Data, StepName>> {
  const [wanted, code = ''] = value.split(' ');
  const what = DONE_KINDS.find((kind) => kind === wanted);
  const role = who.roles.find((one) => one.role === 'official' && one.agency === code);
  if (!what || !role) return { to: 'notYours' };
  const agency = (await find.people.agency(code))?.name ?? { th: code };
  return { to: 'there', set: { what, agency }, effects: [{ do: 'actAs', key: `${turn}:act`, role }] };
}

function notYours() {
  return { messages: [say(text('notYours'))], quick: [open(text('roles'), 'role')] };
}
