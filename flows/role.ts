/** One's roles (บทบาท): which one is in use, changing it, and giving one back. */
import { z } from 'zod';
import { anyOf, choiceOf, oneOfOptions, yesOrNo } from './engine/accepts.ts';
import { defineFlow, stepsOf } from './engine/define-flow.ts';
import type { Advance, At } from './engine/flow.ts';
import { answer, type Option, open, say } from './engine/message.ts';
import { defineTexts, type Name, type Text } from './engine/text.ts';
import type { Role } from './engine/who.ts';
import { roleName } from './role-names.ts';

const role = z.discriminatedUnion('role', [
  z.object({ role: z.literal('official'), agency: z.string() }),
  z.object({ role: z.literal('coordinator'), scope: z.string() }),
  z.object({ role: z.literal('administrator') }),
]);
const held = z.object({ role, place: z.object({ th: z.string(), en: z.string().optional() }) });
const data = z.object({
  /** The roles as they were listed; their place in the list is what is tapped. */
  held: z.array(held).optional(),
  /** The place in the list of the one in use. */
  acting: z.number().optional(),
  chosen: held.optional(),
});
type Data = z.infer<typeof data>;
type Held = z.infer<typeof held>;
type StepName = 'roles' | 'which' | 'sure' | 'none' | 'acting' | 'left';

const text = defineTexts('role', {
  title: { th: 'บทบาทของฉัน', en: 'My roles' },
  one: { th: 'บทบาทของคุณ: {{role}}', en: 'Your role: {{role}}' },
  several: {
    th: 'บทบาทที่ใช้อยู่: {{role}}\nแตะเพื่อเปลี่ยนไปใช้บทบาทอื่น',
    en: 'The role you work in: {{role}}\nTap another one to change.',
  },
  severalWithout: { th: 'คุณมีหลายบทบาท แตะเพื่อเลือกใช้', en: 'You hold several roles. Tap the one to work in.' },
  waiting: {
    th: 'มีผู้รออนุมัติ {{count}} ราย พิมพ์ “อนุมัติ” เพื่อดู',
    en: 'Waiting for your approval: {{count}}. Type “approvals” to see them.',
  },
  unnamed: {
    th: 'เพื่อนร่วมงานยังไม่ทราบว่าคุณคือใคร หากสะดวก แตะ “บอกชื่อของฉัน”',
    en: 'Your colleagues do not know who you are yet. If you like, tap “Say who I am”.',
  },
  sayName: { th: 'บอกชื่อของฉัน', en: 'Say who I am' },
  leave: { th: 'เลิกทำบทบาทหนึ่ง', en: 'Give a role back' },
  which: { th: 'จะเลิกทำบทบาทใด', en: 'Which role do you want to give back?' },
  sure: {
    th: 'เลิกเป็น “{{role}}” ใช่หรือไม่ หากจะกลับมาต้องลงทะเบียนใหม่',
    en: 'Give back “{{role}}”? To have it again you would have to register again.',
  },
  yesLeave: { th: 'ใช่ เลิกเลย', en: 'Yes, give it back' },
  keep: { th: 'ไม่ เก็บไว้', en: 'No, keep it' },
  none: {
    th: 'คุณใช้ปักหมุดในฐานะประชาชน ค้นหาสำนักงานได้ทุกแห่ง\nหากเป็นเจ้าหน้าที่ พิมพ์ “ลงทะเบียน”',
    en: 'You use Pakmud as a citizen and can find every office.\nIf you are an official, type “register”.',
  },
  register: { th: 'ลงทะเบียนเจ้าหน้าที่', en: 'Register as an official' },
  acting: { th: 'ตอนนี้ใช้บทบาท {{role}}', en: 'You now work as: {{role}}.' },
  gone: { th: 'คุณไม่มีบทบาทนี้แล้ว จึงไม่ได้เปลี่ยนอะไร', en: 'You no longer hold this role, so nothing was changed.' },
  left: {
    th: 'เลิกเป็น {{role}} แล้ว ขอบคุณที่ช่วยดูแล',
    en: 'You are no longer: {{role}}. Thank you for your work.',
  },
});

const sureAnswers = choiceOf(text, { leave: 'yesLeave', keep: 'keep' });
const leaving = { value: 'leave', labels: [text.texts.leave.th, text.texts.leave.en] };

const { question, closing } = stepsOf<Data, StepName>();

export const roles = defineFlow({
  id: 'role',
  version: 1,
  data,
  text,
  title: text('title'),
  listed: true,
  words: { th: ['บทบาท', 'บทบาทของฉัน'], en: ['role', 'roles', 'my roles'] },
  takesWords: false,
  needsConsent: false,
  browsing: ['roles', 'which'],
  start: overview,
  // A look at one's roles is nothing to go on with.
  leave: () => null,
  steps: {
    roles: question({
      async ask(at) {
        const count = await at.find.people.countWaitingFor(at.who.roles);
        const isUnnamed = at.who.profile === null;
        return {
          messages: [
            ...(count > 0 ? [say(text('waiting', { count }))] : []),
            ...(isUnnamed ? [say(text('unnamed'))] : []),
            { kind: 'question', text: inUse(at), options: [...others(at), answer(text('leave'), 'leave')] },
          ],
          quick: isUnnamed ? [open(text('sayName'), 'my-profile')] : [],
        };
      },
      accepts: (at) => oneOfOptions([...othersListed(at.data), leaving]),
      next(chosen, { data: { held: list = [] }, run }) {
        const wanted = list[Number(chosen)];
        if (chosen !== 'leave' && wanted)
          return {
            to: 'acting',
            set: { chosen: wanted },
            effects: [{ do: 'actAs', key: `${run}:act`, role: wanted.role }],
          };
        const [only, ...more] = list;
        return more.length === 0 && only ? { to: 'sure', set: { chosen: only } } : { to: 'which' };
      },
    }),
    which: question({
      ask: ({ data: { held: list = [] } }) => ({
        messages: [
          {
            kind: 'question',
            text: text('which'),
            options: list.map((one, index) => answer(nameOf(one), String(index))),
          },
        ],
      }),
      accepts: ({ data: { held: list = [] } }) => oneOfOptions(list.map(listed)),
      next: (chosen, { data: { held: list = [] } }) => ({
        to: 'sure',
        set: { chosen: list[Number(chosen)] },
      }),
    }),
    sure: question({
      ask: ({ data: { chosen } }) => ({
        messages: [
          { kind: 'question', text: text('sure', { role: nameOf(chosen) }), options: sureAnswers.options },
        ],
      }),
      accepts: anyOf(yesOrNo('leave', 'keep'), sureAnswers.accept),
      next(choice, at) {
        const { chosen } = at.data;
        if (choice === 'keep' || !chosen) return overview({}, at);
        return { to: 'left', effects: [{ do: 'leaveRole', key: `${at.run}:leave`, role: chosen.role }] };
      },
    }),
    none: closing(() => ({ messages: [say(text('none'))], quick: [open(text('register'), 'register')] })),
    acting: closing(({ outcomes, data: { chosen } }) => {
      const done = outcomes.find((outcome) => outcome.of === 'actAs');
      return { messages: [say(done?.acting ? text('acting', { role: nameOf(chosen) }) : text('gone'))] };
    }),
    left: closing(({ outcomes, data: { chosen } }) => {
      const done = outcomes.find((outcome) => outcome.of === 'leaveRole');
      return { messages: [say(done?.left ? text('left', { role: nameOf(chosen) }) : text('gone'))] };
    }),
  },
});

async function overview(_: unknown, { who, find }: At<Data>): Promise<Advance<Data, StepName>> {
  if (who.roles.length === 0) return { to: 'none' };
  const list = who.roles.map(async (one) => ({ role: one, place: await find.people.placeOf(one) }));
  const acting = who.roles.findIndex((one) => isActing(one, who.acting));
  return {
    to: 'roles',
    set: { held: await Promise.all(list), acting: acting < 0 ? undefined : acting, chosen: undefined },
  };
}

/** Which role is in use; somebody with a single one always works in it. */
function inUse({ data: { held: list = [], acting } }: At<Data>): Text {
  const [only, ...more] = list;
  if (more.length === 0) return text('one', { role: nameOf(only) });
  const used = list[acting ?? -1];
  return used ? text('several', { role: nameOf(used) }) : text('severalWithout');
}

function others({ data }: At<Data>): Option[] {
  return othersListed(data).map(({ value }) => answer(nameOf(data.held?.[Number(value)]), value));
}

/** As they were shown: a repeated turn must read its answer although the role in use is another one by then. */
function othersListed({ held: list = [], acting }: Data) {
  return list.length < 2 ? [] : list.map(listed).filter(({ value }) => Number(value) !== acting);
}

function listed({ place }: Held, index: number): { value: string; labels: string[] } {
  return { value: String(index), labels: labelsOf(place) };
}

const labelsOf = ({ th, en }: Name): string[] => [th, en ?? ''].filter((label) => label !== '');

function isActing(one: Role, acting: Role | null): boolean {
  return acting !== null && JSON.stringify(sorted(one)) === JSON.stringify(sorted(acting));
}

/** The same role, whatever the order in which its fields were stored. */
const sorted = (one: Role): [string, string][] => Object.entries(one).sort(([a], [b]) => a.localeCompare(b));

function nameOf(one: Held | undefined): Text | string {
  return one ? roleName(one.role, one.place) : '';
}
