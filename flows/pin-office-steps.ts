/** What the steps of pinning an office have in common: their data, their texts, and where an answer leads. */
import { z } from 'zod';
import type { CompletePin, PinFields } from './effects.ts';
import { choiceOf } from './engine/accepts.ts';
import { stepsOf } from './engine/define-flow.ts';
import type { Advance, At as AtStep } from './engine/flow.ts';
import { type Option, open } from './engine/message.ts';
import { defineTexts } from './engine/text.ts';
import { roleOf, type Who } from './engine/who.ts';
import { rememberedName } from './remembered-name.ts';

const fields = z.object({
  position: z.tuple([z.number(), z.number()]).optional(),
  spot: z.enum(['entrance', 'counter', 'centre']).optional(),
  nameTh: z.string().optional(),
  kind: z.string().optional(),
  address: z.string().optional(),
});
export const data = z.object({
  /** Id of the pin being made; none while choosing between drafts. */
  pin: z.string().optional(),
  fields: fields.optional(),
  /** Drafts as they were listed, so that a typed number means what was seen. */
  drafts: z.array(z.object({ id: z.string(), name: z.string() })).optional(),
  /** Published pins that may be the same office. */
  similar: z.array(z.object({ code: z.string(), name: rememberedName, metres: z.number() })).optional(),
  /** The pin that is this very office. */
  same: z.string().optional(),
  /** All questions are answered once: a changed answer leads straight back to the look at the map. */
  complete: z.boolean().optional(),
  /** The message with a picture that was sent at the look at the map. */
  image: z.string().optional(),
});
export type Data = z.infer<typeof data>;
export type At = AtStep<Data>;
export type StepName =
  | 'drafts'
  | 'position'
  | 'turned'
  | 'abroad'
  | 'outside'
  | 'spot'
  | 'name'
  | 'kind'
  | 'confirm'
  | 'similar'
  | 'same'
  | 'published'
  | 'photos'
  | 'discarded';

export const text = defineTexts('pin-office', {
  title: { th: 'ปักหมุดสำนักงาน', en: 'Pin an office' },
  drafts: {
    th: 'มีหมุดที่ทำค้างไว้ จะทำต่อหรือเริ่มใหม่',
    en: 'You have unfinished pins. Go on with one, or start a new one?',
  },
  newPin: { th: 'เริ่มหมุดใหม่', en: 'Start a new pin' },
  unnamedDraft: { th: 'หมุดที่ยังไม่มีชื่อ', en: 'A pin without a name' },
  position: {
    th: 'สำนักงานอยู่ที่ไหน\n• ยืนที่ประตูทางเข้าหลัก หรือกลางอาคารหลัก\n• มีหลายอาคาร ให้ยืนที่จุดประชาสัมพันธ์หรือเคาน์เตอร์บริการ\nแล้วแตะ “ส่งตำแหน่ง”',
    en: 'Where is the office?\n• Stand at the main entrance, or in the centre of the main building.\n• Where there are several buildings, stand at the information or service counter.\nThen tap “Send location”.',
  },
  example: { th: 'ตัวอย่างจุดที่ควรยืน', en: 'Where to stand, for example' },
  sendLocation: { th: 'ส่งตำแหน่ง', en: 'Send location' },
  abroad: {
    th: 'ตำแหน่งนี้อยู่นอกประเทศไทย ({{place}}) ใช่ที่ตั้งสำนักงานจริงหรือไม่',
    en: 'That place is outside Thailand ({{place}}). Is the office really there?',
  },
  turned: {
    th: 'ตำแหน่งนี้อยู่นอกประเทศไทย ดูเหมือนละติจูดกับลองจิจูดสลับกัน ตั้งใจให้เป็น {{place}} หรือไม่',
    en: 'That place is outside Thailand; latitude and longitude seem to be swapped. Did you mean {{place}}?',
  },
  outside: {
    th: 'ตำแหน่งนี้อยู่ใน {{found}} ห่างจากเขต {{own}} ของหน่วยงานคุณ {{distance}} ใช่ที่ตั้งสำนักงานจริงหรือไม่',
    en: 'That place is in {{found}}, {{distance}} outside of {{own}}, your agency’s district. Is the office really there?',
  },
  similar: {
    th: 'มีหมุดชื่อคล้ายกันอยู่ใกล้มาก เป็นที่เดียวกันหรือไม่',
    en: 'There is a pin of a similar name very close by. Is it the same office?',
  },
  itIs: { th: 'ที่นี่เลย: {{name}} (ห่าง {{distance}})', en: 'This is it: {{name}} ({{distance}} away)' },
  insideIt: { th: 'อีกหน่วยงานในอาคารของ {{name}}', en: 'Another office inside {{name}}' },
  stillNew: { th: 'คนละที่ ปักเป็นหมุดใหม่', en: 'A different one, pin it' },
  sameOne: { th: 'สำนักงานนี้ปักหมุดไว้แล้ว', en: 'This office is pinned already.' },
  reallyThere: { th: 'ใช่ อยู่ที่นั่นจริง', en: 'Yes, it is there' },
  turnThem: { th: 'ใช่ สลับให้เลย', en: 'Yes, swap them' },
  sendAgain: { th: 'ไม่ใช่ ส่งใหม่', en: 'No, send it again' },
  spot: { th: 'ตำแหน่งที่ส่งคือจุดไหนของสำนักงาน', en: 'Which spot of the office is that?' },
  entrance: { th: 'ประตูทางเข้าหลัก', en: 'The main entrance' },
  counter: { th: 'เคาน์เตอร์บริการ', en: 'The service counter' },
  centre: { th: 'กลางอาคารหลัก', en: 'The centre of the main building' },
  name: {
    th: 'ชื่อภาษาไทยของสำนักงาน เช่น “องค์การบริหารส่วนตำบลเขาใหม่”',
    en: 'The office’s Thai name, such as “องค์การบริหารส่วนตำบลเขาใหม่”',
  },
  notThai: {
    th: 'ขอชื่อเป็นภาษาไทย เช่น “เทศบาลตำบลบึงทอง”',
    en: 'Please give the name in Thai, such as “เทศบาลตำบลบึงทอง”.',
  },
  kind: { th: 'เป็นสำนักงานประเภทใด', en: 'What kind of office is it?' },
  confirm: { th: 'ตรวจดูอีกครั้งก่อนเผยแพร่', en: 'Please look it over before it is published' },
  nameLabel: { th: 'ชื่อ', en: 'Name' },
  kindLabel: { th: 'ประเภท', en: 'Kind' },
  spotLabel: { th: 'จุดที่ปัก', en: 'Spot' },
  positionLabel: { th: 'พิกัด', en: 'Coordinates' },
  photosLabel: { th: 'รูปถ่าย', en: 'Photos' },
  photosToCome: {
    th: 'ยังไม่มี (ไม่บังคับ) อยู่ที่สำนักงานแล้ว ถ่ายและส่งมาในแชตนี้ได้เลย',
    en: 'none yet (not required). If you are at the office, take one now and send it here.',
  },
  photosThere: { th: '{{count}} รูป', en: '{{count}}' },
  publish: { th: 'ถูกต้อง เผยแพร่เลย', en: 'All right, publish it' },
  addPhotos: { th: 'ใส่หรือดูรูป', en: 'Add or see photos' },
  changePosition: { th: 'แก้ตำแหน่ง', en: 'Change the position' },
  changeSpot: { th: 'แก้จุดที่ปัก', en: 'Change the spot' },
  changeName: { th: 'แก้ชื่อ', en: 'Change the name' },
  changeKind: { th: 'แก้ประเภท', en: 'Change the kind' },
  discard: { th: 'ทิ้งหมุดนี้', en: 'Discard this pin' },
  published: {
    th: 'ปักหมุด “{{name}}” แล้ว ขอบคุณมาก\nรหัสหมุด {{code}} ประชาชนค้นหาเจอได้ทันที',
    en: '“{{name}}” is pinned. Thank you!\nIts pin code is {{code}}; citizens can find it from now on.',
  },
  notPublished: {
    th: 'ยังเผยแพร่ไม่ได้ เพราะหมุดนี้เป็นของผู้อื่น เริ่มหมุดใหม่ได้ด้วยการพิมพ์ “ปักหมุด”',
    en: 'It was not published, because this pin belongs to somebody else. Type “pin” to start a new one.',
  },
  discarded: { th: 'ทิ้งหมุดนี้แล้ว', en: 'This pin is discarded.' },
  draftKept: {
    th: 'เก็บหมุดนี้เป็นร่างไว้แล้ว พิมพ์ “ปักหมุด” เมื่อพร้อมทำต่อ',
    en: 'This pin is kept as a draft. Type “pin” when you want to go on.',
  },
  pinAnother: { th: 'ปักหมุดอีกแห่ง', en: 'Pin another office' },
  addMore: { th: 'เพิ่มรูปและข้อมูล', en: 'Add photos, details' },
  seeIt: { th: 'ดูหมุด', en: 'See the pin' },
  wayThere: { th: 'นำทาง', en: 'Directions' },
});

/** Whether a position that seems wrong is right after all. */
export const thereOrAgain = choiceOf(text, { there: 'reallyThere', again: 'sendAgain' });

export const { question, closing } = stepsOf<Data, StepName>();

export const pinAnother: Option = open(text('pinAnother'), 'pin-office', 'new');

/** One more answer: on to the next question, or back to the look at the map when all was answered before. */
export function filled(at: At, set: PinFields, next: StepName): Advance<Data, StepName> {
  const isLast = next === 'confirm';
  return {
    to: at.data.complete ? 'confirm' : next,
    set: { fields: { ...at.data.fields, ...set }, complete: at.data.complete || isLast || undefined },
  };
}

/** What an official makes is the agency's. */
export function madeFor(who: Who): { agency?: string } {
  const official = roleOf('official', who);
  return official ? { agency: official.agency } : {};
}

/** The pin, if nothing is missing that publishing needs. */
export function completePin(given: PinFields): CompletePin | undefined {
  const { position, spot, nameTh, kind, address } = given;
  if (!position || !spot || !nameTh || !kind) return undefined;
  return { position, spot, nameTh, kind, ...(address && { address }) };
}

/** A label in both languages, as it may be typed. */
export function bothOf(key: 'newPin' | 'unnamedDraft' | 'stillNew'): string[] {
  const { th, en } = text.texts[key];
  return [th, en];
}
