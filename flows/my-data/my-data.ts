/**
 * ข้อมูลของฉัน: what is stored about the person, to take along as a file or to have erased. Open to everybody, also to who
 * never agreed to the privacy notice, or does not any more.
 */
import { z } from 'zod';
import { anyOf, choiceOf, oneOfOptions, yesOrNo } from '../engine/accepts.ts';
import { defineFlow, stepsOf } from '../engine/define-flow.ts';
import type { Advance, At } from '../engine/flow.ts';
import { answer, type Message, open, say } from '../engine/message.ts';
import { defineTexts } from '../engine/text.ts';
import { keptInWords, kindName } from './kind-words.ts';
import type { StoredKind } from './my-data-look-ups.ts';

const data = z.object({});
type Data = z.infer<typeof data>;
type StepName = 'stored' | 'exported' | 'whatStays' | 'sure' | 'erased' | 'kept' | 'lastAdministrator';

const text = defineTexts('my-data', {
  title: { th: 'ข้อมูลของฉัน', en: 'My data' },
  stored: { th: 'ข้อมูลที่เก็บเกี่ยวกับคุณ', en: 'What is stored about you' },
  count: { th: '{{count}} รายการ เก็บ {{kept}}', en: '{{count}}, kept {{kept}}' },
  nothing: {
    th: 'ตอนนี้ไม่มีข้อมูลที่เก็บเกี่ยวกับคุณ นอกจากข้อความนี้ ซึ่งจะถูกลบภายใน 3 วัน',
    en: 'Nothing is stored about you now but this message, which is deleted within 3 days.',
  },
  export: { th: 'ขอไฟล์ข้อมูลของฉัน', en: 'Get my data as a file' },
  erase: { th: 'ลบข้อมูลทั้งหมดของฉัน', en: 'Erase all my data' },
  notice: { th: 'ประกาศความเป็นส่วนตัว', en: 'Privacy notice' },
  exported: {
    th: 'แตะปุ่มเพื่อดาวน์โหลดข้อมูลทั้งหมดของคุณ ลิงก์ใช้ได้ครั้งเดียว ภายใน 10 นาที อย่าส่งต่อให้ใคร',
    en: 'Tap the button to download all your data. The link works once, within 10 minutes. Please give it to nobody.',
  },
  download: { th: 'ดาวน์โหลด', en: 'Download' },
  whatStays: {
    th: 'ก่อนลบ ขอแจ้งให้ทราบ\n• คะแนนที่ให้ไว้ยังนับเป็นตัวเลข แต่ความเห็นและรูปจะถูกลบ\n• เรื่องร้องเรียนยังอยู่กับหน่วยงานเพื่อแก้ไขต่อ แต่จะไม่มีชื่อหรือทางติดต่อคุณ และคุณจะไม่ได้รับแจ้งผล\n• หมุดที่เผยแพร่แล้วและประวัติการแก้ไขยังอยู่ โดยไม่รู้ว่าเป็นใคร\n• นอกนั้นลบทั้งหมด และกู้คืนไม่ได้',
    en: 'Before anything is erased, please note:\n• Your ratings still count as numbers; comments and photos are deleted.\n• Complaints stay with the office so that they can be solved, without your name or contact; you are told nothing more of them.\n• Published pins and the history of changes stay, without saying who you were.\n• All else is deleted and cannot be brought back.',
  },
  official: {
    th: 'คุณมีบทบาทในระบบ บทบาทจะสิ้นสุดทันที กรุณาแจ้งผู้ประสานงานของคุณด้วย เพื่อให้มีคนดูแลหมุดและงานที่ค้างอยู่ต่อ',
    en: 'You hold a role here; it ends at once. Please tell your coordinator too, so that somebody takes over your pins and open tasks.',
  },
  wantErase: { th: 'ต้องการลบข้อมูลหรือไม่', en: 'Do you want your data erased?' },
  goOn: { th: 'ลบต่อไป', en: 'Go on and erase' },
  keep: { th: 'ไม่ลบ', en: 'Keep my data' },
  sure: {
    th: 'แน่ใจหรือไม่ ลบแล้วกู้คืนไม่ได้ พิมพ์ “ลบ” หรือแตะยืนยัน',
    en: 'Are you sure? It cannot be undone. Type “erase”, or tap to confirm.',
  },
  confirm: { th: 'ยืนยัน ลบข้อมูลของฉัน', en: 'Yes, erase my data' },
  typeErase: {
    th: 'ยังไม่ลบอะไร หากต้องการลบ พิมพ์ “ลบ” หรือแตะยืนยัน หากไม่ต้องการ แตะ “ไม่ลบ”',
    en: 'Nothing is erased yet. To erase, type “erase” or tap to confirm. If not, tap “Keep my data”.',
  },
  erased: {
    th: 'ลบข้อมูลของคุณแล้ว ขอบคุณที่ใช้ปักหมุด หากกลับมาใช้อีก เราจะเริ่มต้นกันใหม่',
    en: 'Your data are erased. Thank you for using Pakmud. If you come back, we begin anew.',
  },
  kept: { th: 'ได้เลย ไม่ลบอะไร', en: 'All right, nothing is erased.' },
  lastAdministrator: {
    th: 'ยังลบไม่ได้ เพราะคุณเป็นผู้ดูแลระบบคนสุดท้าย กรุณาเชิญผู้ดูแลระบบคนใหม่ก่อน แล้วพิมพ์ “ข้อมูลของฉัน” อีกครั้ง',
    en: 'This cannot be done yet, because you are the last administrator. Please invite a new one first, then type “my data” again.',
  },
  invite: { th: 'เชิญผู้ดูแลระบบ', en: 'Invite an administrator' },
});

/** The value it is opened with by "erase my data". */
const ERASE = 'erase';

const choices = choiceOf(text, { export: 'export', erase: 'erase' });
const goOn = choiceOf(text, { erase: 'goOn', keep: 'keep' });
/** Nothing but these words erases: a stray "yes" does not. */
const sure = oneOfOptions([
  {
    value: 'erase',
    labels: ['ลบ', 'ลบเลย', 'erase', 'delete', text.texts.confirm.th, text.texts.confirm.en],
  },
  { value: 'keep', labels: [text.texts.keep.th, text.texts.keep.en] },
]);

const { question, closing } = stepsOf<Data, StepName>();

export const myData = defineFlow({
  id: 'my-data',
  version: 1,
  data,
  text,
  title: text('title'),
  listed: false,
  words: {
    th: ['ข้อมูลของฉัน', 'ข้อมูลส่วนตัว', 'ลบข้อมูลของฉัน'],
    en: ['my data', 'personal data', 'erase my data'],
  },
  wordValues: { ลบข้อมูลของฉัน: ERASE, 'erase my data': ERASE },
  takesWords: false,
  needsConsent: false,
  browsing: ['stored', 'whatStays'],
  start: ({ value }, at) => (value === ERASE ? towardsErasing(at) : { to: 'stored' }),
  steps: {
    stored: question({
      async ask({ find, person }) {
        return {
          messages: [storedOf(await find.myData.stored(person))],
          quick: [{ label: text('notice'), do: { act: 'page', path: '/privacy' } }],
        };
      },
      accepts: choices.accept,
      next: (choice, at) =>
        choice === 'export'
          ? { to: 'exported', effects: [{ do: 'exportMyData', id: at.turn }] }
          : towardsErasing(at),
    }),
    exported: closing(({ outcomes }) => {
      const made = outcomes.find((outcome) => outcome.of === 'exportMyData');
      const page = { act: 'page' as const, path: '/my-data/', secretOf: made?.secretOf ?? '' };
      return {
        messages: [
          { kind: 'question', text: text('exported'), options: [{ label: text('download'), do: page }] },
        ],
        quick: [open(text('title'), 'my-data')],
      };
    }),
    whatStays: question({
      ask: ({ who }) => ({
        messages: [
          say(text('whatStays')),
          ...(who.roles.length > 0 ? [say(text('official'))] : []),
          { kind: 'question', text: text('wantErase'), options: goOn.options },
        ],
      }),
      accepts: anyOf(yesOrNo('erase', 'keep'), goOn.accept),
      next: (choice) => ({ to: choice === 'erase' ? 'sure' : 'kept' }),
    }),
    sure: question({
      ask: () => ({
        messages: [
          {
            kind: 'question',
            text: text('sure'),
            options: [answer(text('confirm'), 'erase'), answer(text('keep'), 'keep')],
          },
        ],
      }),
      accepts: {
        freeText: false,
        read(input, now) {
          const reading = sure.read(input, now);
          return reading.ok || input.kind !== 'text' ? reading : { ok: false, why: text('typeErase') };
        },
      },
      async next(choice, at) {
        if (choice === 'keep') return { to: 'kept' };
        if (!(await at.find.myData.mayBeErased(at.person))) return { to: 'lastAdministrator' };
        return {
          to: 'erased',
          effects: [{ do: 'eraseMyData', id: at.turn }],
          // A newcomer has agreed to nothing and left nothing half-way.
          settings: { consent: null, parked: [] },
        };
      },
    }),
    erased: closing(({ outcomes }) => {
      const isRefused = outcomes.some(
        (outcome) => outcome.of === 'eraseMyData' && outcome.result === 'last-administrator',
      );
      return { messages: [say(text(isRefused ? 'lastAdministrator' : 'erased'))] };
    }),
    kept: closing(() => ({ messages: [say(text('kept'))], quick: [open(text('title'), 'my-data')] })),
    lastAdministrator: closing(() => ({
      messages: [say(text('lastAdministrator'))],
      quick: [open(text('invite'), 'invite')],
    })),
  },
});

async function towardsErasing(at: At<Data>): Promise<Advance<Data, StepName>> {
  return { to: (await at.find.myData.mayBeErased(at.person)) ? 'whatStays' : 'lastAdministrator' };
}

function storedOf(kinds: readonly StoredKind[]): Message {
  const there = kinds.filter(({ count }) => count > 0);
  if (there.length === 0) return { kind: 'question', text: text('nothing'), options: choices.options };
  return {
    kind: 'summary',
    title: text('stored'),
    rows: there.map(({ kind, count, ...keeping }) => ({
      label: kindName(kind),
      value: text('count', { count, kept: keptInWords(keeping) }),
    })),
    options: choices.options,
  };
}
