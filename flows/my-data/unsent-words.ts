/** What somebody is told when words they unsent cannot all be taken back: once, with the way to change what is left. */
import { type Message, open, say } from '../engine/message.ts';
import { defineTexts, type Name } from '../engine/text.ts';

export const unsentTexts = defineTexts('unsent', {
  nameStays: {
    th: 'ลบข้อความที่คุณยกเลิกแล้ว แต่ชื่อ “{{name}}” เป็นข้อมูลสาธารณะที่ต้องมี จึงยังอยู่ หากต้องการเปลี่ยน แตะปุ่มนี้ได้เลย',
    en: 'The message you unsent is deleted. The name “{{name}}” is public and has to be there, so it stays. To change it, tap here.',
  },
  positionStays: {
    th: 'ลบตำแหน่งที่คุณยกเลิกแล้ว แต่ตำแหน่งของหมุด “{{name}}” เป็นข้อมูลสาธารณะ จึงยังอยู่ หากต้องการย้ายหมุด แตะปุ่มนี้ได้เลย',
    en: 'The location you unsent is deleted. The position of the pin “{{name}}” is public, so it stays. To move the pin, tap here.',
  },
  changePosition: { th: 'ย้ายหมุด', en: 'Move the pin' },
  changeName: { th: 'เปลี่ยนชื่อ', en: 'Change the name' },
  profileGone: {
    th: 'ข้อความที่คุณยกเลิกเป็นส่วนหนึ่งของชื่อหรือทางติดต่อของคุณ จึงถูกลบจากตรงนั้นด้วย แตะเพื่อกรอกใหม่',
    en: 'The message you unsent was part of your name or contact, so it is deleted there too. Tap to fill it in again.',
  },
  myProfile: { th: 'แก้ข้อมูลของฉัน', en: 'My profile' },
  at1111: {
    th: 'ลบข้อความที่คุณยกเลิกจากเรื่อง {{code}} แล้ว แต่ศูนย์ 1111 ได้รับข้อความนั้นไปก่อน เราลบที่นั่นแทนคุณไม่ได้ หากต้องการให้ลบ โทร 1111 แจ้งเลขเรื่อง {{number}}',
    en: 'The message you unsent is deleted from case {{code}}. The 1111 centre had received it before, and we cannot delete it there. To ask for that, call 1111 and give the case number {{number}}.',
  },
  maybeAt1111: {
    th: 'ลบข้อความที่คุณยกเลิกจากเรื่อง {{code}} แล้ว แต่กำลังส่งไปศูนย์ 1111 อยู่พอดี ข้อความเดิมอาจไปถึงแล้ว หากต้องการถามหรือให้ลบ โทร 1111',
    en: 'The message you unsent is deleted from case {{code}}. It was just on its way to the 1111 centre and may have arrived. To ask about it or to have it deleted, call 1111.',
  },
});

/** The flow in which the name of each public thing is changed, and what it opens with. */
const CHANGED_IN = {
  pin: (id: string) => open(unsentTexts('changeName'), 'edit-pin', `${id} nameTh`),
  deadline: () => open(unsentTexts('changeName'), 'deadlines'),
  procedure: () => open(unsentTexts('changeName'), 'manuals'),
} as const;

/** The name of a public thing stays. `id` is a pin's code. */
export function nameStays(of: keyof typeof CHANGED_IN, id: string, name: string): Message[] {
  return [told(unsentTexts('nameStays', { name: nameOf(name) }), CHANGED_IN[of](id))];
}

/** The position of a pin (its code) stays. */
export function positionStays(pin: string, name: string): Message[] {
  const change = open(unsentTexts('changePosition'), 'edit-pin', `${pin} position`);
  return [told(unsentTexts('positionStays', { name: nameOf(name) }), change)];
}

/** Part of the person's own name or contact went. */
export function profileGone(): Message[] {
  return [told(unsentTexts('profileGone'), open(unsentTexts('myProfile'), 'my-profile'))];
}

/** The words were forwarded before; without a number they may have been. */
export function at1111(code: string, number: string | undefined): Message[] {
  return [say(number ? unsentTexts('at1111', { code, number }) : unsentTexts('maybeAt1111', { code }))];
}

const nameOf = (th: string): Name => ({ th });

function told(text: Parameters<typeof say>[0], option: ReturnType<typeof open>): Message {
  return { kind: 'question', text, options: [option] };
}
