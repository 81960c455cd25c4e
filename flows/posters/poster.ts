/** ป้าย QR: the poster for the counter of an office, which opens our chat to rate it. */
import { z } from 'zod';
import { oneOfOptions } from '../engine/accepts.ts';
import { defineFlow, stepsOf } from '../engine/define-flow.ts';
import type { Advance, At, Closing } from '../engine/flow.ts';
import { answer, open, say } from '../engine/message.ts';
import { defineTexts, labelsOf, type Words } from '../engine/text.ts';
import { rememberedName } from '../remembered-name.ts';
import { whoseWork } from '../whose.ts';

const pin = z.object({ code: z.string(), name: rememberedName });
const data = z.object({
  skip: z.number().int().min(0).optional(),
  all: z.number().int().optional(),
  pins: z.array(pin).optional(),
  chosen: pin.optional(),
});
type Data = z.infer<typeof data>;
type StepName = 'list' | 'made' | 'none' | 'impossible';

/** Pins on one page: with "next" they fit one bubble. */
const PAGE = 8;

const text = defineTexts('poster', {
  title: { th: 'ป้าย QR ให้คะแนน', en: 'QR poster' },
  which: {
    th: 'ทำป้ายของจุดบริการใด {{from}}–{{to}} จาก {{all}}',
    en: 'A poster for which service point? {{from}}–{{to}} of {{all}}',
  },
  next: { th: 'หน้าถัดไป', en: 'Next page' },
  made: {
    th: 'ป้ายของ “{{name}}” พร้อมแล้ว\nเปิดแล้วพิมพ์ขนาด A4 ติดไว้ที่เคาน์เตอร์ ประชาชนสแกนแล้วให้คะแนนได้ทันที',
    en: 'The poster of “{{name}}” is ready.\nOpen it, print it on A4 and put it at the counter: people scan it and rate at once.',
  },
  open: { th: 'เปิดป้าย', en: 'Open the poster' },
  another: { th: 'ป้ายของจุดอื่น', en: 'Another poster' },
  none: {
    th: 'หน่วยงานของคุณยังไม่มีหมุดที่เผยแพร่ ปักหมุดก่อน แล้วค่อยทำป้าย',
    en: 'Your agency has no published pin yet. Pin an office first, then make its poster.',
  },
  pin: { th: 'ปักหมุด', en: 'Pin an office' },
  gone: {
    th: 'หมุดนี้ไม่ได้อยู่ในความดูแลของคุณแล้ว จึงทำป้ายไม่ได้',
    en: 'That pin is no longer among yours, so there is no poster of it.',
  },
  impossible: {
    th: 'ยังทำป้ายไม่ได้ เพราะยังไม่ได้ตั้งชื่อบัญชี LINE ของระบบ โปรดแจ้งผู้ดูแลระบบ',
    en: 'Posters cannot be made yet, because the name of our LINE account is not set. Please tell an administrator.',
  },
});

const { question, closing } = stepsOf<Data, StepName>();

export const poster = defineFlow({
  id: 'poster',
  version: 1,
  data,
  text,
  title: text('title'),
  listed: true,
  words: { th: ['ป้าย', 'ป้าย qr', 'โปสเตอร์'], en: ['poster'] },
  takesWords: false,
  needsConsent: true,
  needs: ['official', 'coordinator', 'administrator'],
  browsing: ['list'],
  async start({ value }, at) {
    if (at.find.places.chatLink('') === undefined) return { to: 'impossible' };
    const known = value && (await at.find.pin(value));
    return known ? make({ code: known.code, name: known.name }, at) : listFrom(0, at);
  },
  steps: {
    list: question({
      ask: ({ data: { skip = 0, all = 0, pins = [] } }) => ({
        messages: [
          {
            kind: 'question',
            text: text('which', { from: skip + 1, to: skip + pins.length, all }),
            options: [
              ...pins.map(({ code, name }) => answer(name, code)),
              ...(skip + PAGE < all ? [answer(text('next'), 'next')] : []),
            ],
          },
        ],
      }),
      accepts: ({ data: { pins = [] } }) =>
        oneOfOptions([
          ...pins.map(({ code, name }) => ({ value: code, labels: labelsOf(name) })),
          { value: 'next', labels: [text.texts.next.th, text.texts.next.en] },
        ]),
      next(code, at) {
        const chosen = at.data.pins?.find((one) => one.code === code);
        return chosen ? make(chosen, at) : listFrom((at.data.skip ?? 0) + PAGE, at);
      },
    }),
    made: closing(madeWords),
    none: closing(() => ({ messages: [say(text('none'))], quick: [open(text('pin'), 'pin-office')] })),
    impossible: closing(() => ({ messages: [say(text('impossible'))] })),
  },
});

type Pin = z.infer<typeof pin>;

function make(chosen: Pin, { turn }: At<Data>): Advance<Data, StepName> {
  return { to: 'made', set: { chosen }, effects: [{ do: 'makePoster', id: turn, pin: chosen.code }] };
}

/** The published pins of the agency; they stand before the retired ones and behind the drafts. */
async function listFrom(skip: number, { find, who, person }: At<Data>): Promise<Advance<Data, StepName>> {
  const found = await find.pins.pinsOf({ ...whoseWork(who, person), order: 'unchecked', skip, limit: PAGE });
  const pins = found.pins.flatMap(({ code, name }) => (code && name ? [{ code, name }] : []));
  return pins.length > 0 ? { to: 'list', set: { skip, all: found.all, pins } } : { to: 'none' };
}

function madeWords({ data: { chosen }, outcomes }: At<Data>): Closing {
  const isMade = outcomes.some((outcome) => outcome.of === 'makePoster' && outcome.result === 'made');
  const another = open(text('another'), 'poster');
  if (!isMade || !chosen) return { messages: [say(text('gone'))], quick: [another] };
  const words: Words = text('made', { name: chosen.name });
  const see = { label: text('open'), do: { act: 'page' as const, path: `/posters/${chosen.code}.png` } };
  return { messages: [{ kind: 'question', text: words, options: [see] }], quick: [another] };
}
