/** รายการโปรด: the offices a person keeps as favourites, and those they looked at last. */
import { z } from 'zod';
import { defineFlow, stepsOf } from '../engine/define-flow.ts';
import type { At, Closing } from '../engine/flow.ts';
import { type Message, open, say } from '../engine/message.ts';
import { defineTexts, type Words } from '../engine/text.ts';
import type { FoundPin } from '../found-pin.ts';
import { encodeSearch } from '../office-search.ts';
import { officeOption } from './known-ones.ts';

const data = z.object({
  /** The office a star was tapped on. */
  pin: z.string().optional(),
  wanted: z.boolean().optional(),
});
type Data = z.infer<typeof data>;

const text = defineTexts('places', {
  title: { th: 'ที่ชอบและที่ดูล่าสุด', en: 'Favourites and recent offices' },
  favourites: { th: '★ ที่ชอบ', en: '★ Favourites' },
  visited: { th: 'ที่ดูล่าสุด', en: 'Looked at last' },
  none: {
    th: 'ยังไม่มีสำนักงานที่ชอบหรือที่เพิ่งดู\nค้นหาสำนักงาน แล้วแตะ “☆ เก็บไว้ในที่ชอบ” ครั้งหน้าจะเปิดได้ในแตะเดียว',
    en: 'There are no favourites and no recent offices yet.\nFind an office and tap “☆ Add to favourites”: next time it is one tap away.',
  },
  kept: { th: 'เก็บ “{{name}}” ไว้ในที่ชอบแล้ว', en: '“{{name}}” is one of your favourites now.' },
  dropped: { th: 'เอา “{{name}}” ออกจากที่ชอบแล้ว', en: '“{{name}}” is no longer one of your favourites.' },
  undo: { th: 'เลิกทำ', en: 'Take that back' },
  full: {
    th: 'เก็บที่ชอบได้ไม่เกิน 20 แห่ง เปิดสำนักงานที่ไม่ใช้แล้ว และแตะ “★ เอาออกจากที่ชอบ” ก่อน',
    en: 'Up to 20 favourites can be kept. Please open one you no longer need and tap “★ Remove from favourites” first.',
  },
  gone: { th: 'หมุดนี้ไม่ได้เผยแพร่แล้ว', en: 'This pin is no longer published.' },
  find: { th: 'ค้นหาสำนักงาน', en: 'Find an office' },
  list: { th: 'ดูรายการ', en: 'Show the list' },
  office: { th: 'ดูสำนักงาน', en: 'The office' },
});

const STAR = /^(star|unstar) (\S+)$/;

const { closing } = stepsOf<Data, 'list' | 'starred'>();
const findOne = open(text('find'), 'find-office');

export const places = defineFlow({
  id: 'places',
  version: 1,
  data,
  text,
  title: text('title'),
  listed: true,
  words: {
    th: ['ที่ชอบ', 'รายการโปรด', 'โปรด', 'ล่าสุด', 'ที่ดูล่าสุด'],
    en: ['favourites', 'favorites', 'recent'],
  },
  takesWords: false,
  needsConsent: true,
  start({ value }, { turn }) {
    const [, act, pin] = STAR.exec(value) ?? [];
    if (!pin) return { to: 'list' };
    const wanted = act === 'star';
    return { to: 'starred', set: { pin, wanted }, effects: [{ do: 'setFavourite', id: turn, pin, wanted }] };
  },
  steps: {
    list: closing(async ({ find, person }) => {
      const { favourites, visited } = await find.places.known(person);
      const starred = new Set(favourites.map(({ code }) => code));
      const others = visited.filter(({ code }) => !starred.has(code));
      const messages = [...listed(text('favourites'), favourites), ...listed(text('visited'), others)];
      return { messages: messages.length > 0 ? messages : [say(text('none'))], quick: [findOne] };
    }),
    starred: closing(starred),
  },
});

function listed(heading: Words, pins: readonly FoundPin[]): Message[] {
  if (pins.length === 0) return [];
  return [{ kind: 'question', text: heading, options: pins.map((pin) => officeOption(pin)) }];
}

async function starred({
  data: { pin: code = '', wanted = false },
  find,
  outcomes,
}: At<Data>): Promise<Closing> {
  const [outcome] = outcomes;
  const result = outcome?.of === 'setFavourite' ? outcome.result : 'gone';
  const list = open(text('list'), 'places');
  if (result === 'full') return { messages: [say(text('full'))], quick: [list] };
  const pin = await find.pin(code);
  if (result === 'gone' || !pin) return { messages: [say(text('gone'))], quick: [list, findOne] };
  return {
    messages: [say(text(wanted ? 'kept' : 'dropped', { name: pin.name }))],
    quick: [
      open(text('undo'), 'places', `${wanted ? 'unstar' : 'star'} ${pin.code}`),
      open(text('office'), 'find-office', encodeSearch({ by: 'code', code: pin.code })),
      list,
    ],
  };
}
