/** What the steps of correcting a pin have in common: their texts, what is told of a change, and where it leads. */
import type { At, Data, StepName } from './edit-pin-data.ts';
import { undoNews } from './edit-pin-undo.ts';
import type { Effect, Outcome } from './effects.ts';
import { stepsOf } from './engine/define-flow.ts';
import type { Advance } from './engine/flow.ts';
import { type Asking, type Message, say } from './engine/message.ts';
import { defineTexts } from './engine/text.ts';
import type { PinChange } from './pin-effects.ts';

export const { question, closing } = stepsOf<Data, StepName>();

export const text = defineTexts('edit-pin', {
  title: { th: 'แก้ไขหมุด', en: 'Correct a pin' },
  overview: {
    th: '{{name}} (รหัส {{code}})\nแตะหรือพิมพ์หมายเลขข้อที่จะแก้',
    en: '{{name}} (code {{code}})\nTap what to change, or type its number',
  },
  numbered: { th: '{{number}} {{label}}', en: '{{number}} {{label}}' },
  state: { th: 'สถานะ', en: 'State' },
  retiredState: { th: 'ถอดออกจากแผนที่แล้ว', en: 'Taken off the map' },
  alsoHere: { th: 'กำลังแก้อยู่ด้วย', en: 'Also at work on it' },
  photos: { th: 'รูปถ่าย', en: 'Photos' },
  undo: { th: 'เลิกทำครั้งล่าสุด', en: 'Take back last change' },
  right: { th: 'ข้อมูลยังถูกต้อง', en: 'All still right' },
  retire: { th: 'ถอดหมุด', en: 'Take it off the map' },
  bringBack: { th: 'นำกลับขึ้นแผนที่', en: 'Put it back' },
  finish: { th: 'เสร็จแล้ว', en: 'Done' },
  whyRetire: {
    th: 'ถอดหมุดนี้ออกจากแผนที่เพราะอะไร\nนำกลับมาได้ทุกเมื่อ',
    en: 'Why should this pin come off the map?\nIt can be put back any time.',
  },
  reasonClosed: { th: 'ปิดบริการแล้ว', en: 'The office is closed' },
  reasonMerged: { th: 'รวมกับที่อื่นแล้ว', en: 'It was merged' },
  reasonDuplicate: { th: 'เป็นหมุดซ้ำ', en: 'It is pinned twice' },
  reasonMistake: { th: 'ปักผิด', en: 'It was pinned by mistake' },
  saved: { th: 'บันทึกแล้ว', en: 'Saved.' },
  same: { th: 'ข้อมูลเหมือนเดิม จึงไม่ได้เปลี่ยนอะไร', en: 'That is what it was; nothing was changed.' },
  roundAbout: {
    th: 'สำนักงานนั้นอยู่ในอาคารของหมุดนี้ หรืออยู่ในอาคารที่อยู่ในหมุดนี้ จึงคงข้อมูลเดิมไว้',
    en: 'That office is itself inside this one, or inside of one that is, so nothing was changed.',
  },
  stillRetired: {
    th: 'หมุดนี้ถอดออกจากแผนที่แล้ว และยังถอดอยู่ หากไม่ตั้งใจ แตะ “นำกลับขึ้นแผนที่”',
    en: 'This pin is off the map and stays so. If you did not mean it, tap “Put it back”.',
  },
  merge: { th: 'รวมกับหมุดอื่น', en: 'Merge' },
  nowRetired: { th: 'ถอดหมุดนี้ออกจากแผนที่แล้ว', en: 'This pin is off the map now.' },
  nowBack: { th: 'หมุดนี้กลับขึ้นแผนที่แล้ว', en: 'This pin is back on the map.' },
  checked: { th: 'ขอบคุณ บันทึกว่าตรวจสอบแล้ววันนี้', en: 'Thank you; noted as checked today.' },
  notYours: {
    th: 'ไม่พบหมุดนี้ในหมุดที่คุณแก้ไขได้',
    en: 'This pin is not among those you may change.',
  },
  myPins: { th: 'หมุดของฉัน', en: 'My pins' },
  finished: { th: 'เรียบร้อย ประชาชนเห็นข้อมูลล่าสุดแล้ว', en: 'All done. Citizens see it as it is now.' },
  seeIt: { th: 'ดูหมุด', en: 'See the pin' },
});

/** What the writes before this question came to. */
function newsOf(outcome: Outcome): Message[] {
  // The overview itself says then that the pin is not to be had.
  if ('result' in outcome && outcome.result === 'not-yours') return [];
  switch (outcome.of) {
    case 'changePin':
      return [say(text(changeNews(outcome.result)))];
    case 'undoPinChange':
      return [outcome.result === 'round-about' ? say(text('roundAbout')) : undoNews(outcome)];
    case 'retirePin':
      return [say(text(outcome.result === 'changed' ? 'nowRetired' : 'same'))];
    case 'bringPinBack':
      return [say(text(outcome.result === 'changed' ? 'nowBack' : 'same'))];
    case 'checkPin':
      return outcome.result === 'changed' ? [say(text('checked'))] : [];
    default:
      return [];
  }
}

function changeNews(result: string): 'saved' | 'same' | 'roundAbout' {
  if (result === 'round-about') return 'roundAbout';
  return result === 'changed' ? 'saved' : 'same';
}

/** A question, after what the writes before it came to. */
export function withNews({ outcomes }: At, asking: Asking): Asking {
  return { ...asking, messages: [...outcomes.flatMap(newsOf), ...asking.messages] };
}

/** One field confirmed: it is stored, and the next field of the queue is asked for, or the overview is shown. */
export function done(
  { data: { pin = '', queue = [], checking }, turn }: At,
  fields: PinChange,
): Advance<Data, StepName> & { effects: Effect[] } {
  const [next, ...rest] = queue;
  const ends = checking && !next;
  const on = { id: turn, pin };
  return {
    to: next ?? 'overview',
    set: {
      queue: next ? rest : undefined,
      checking: next ? checking : undefined,
      position: undefined,
      found: undefined,
      contact: undefined,
      weeks: undefined,
    },
    effects: [
      { do: 'changePin', ...on, fields },
      ...(ends ? [{ do: 'checkPin' as const, ...on }] : []),
      { do: 'noteEditing', ...on },
    ],
  };
}
