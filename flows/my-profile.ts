/**
 * Who one is (แก้ข้อมูลของฉัน): asked of those who came by an invitation code, and of anybody with a role who wants to
 * change what was said. Leaving half-way takes nothing away: the role is held already.
 */
import { z } from 'zod';
import { anyOf, choiceOf, yesOrNo } from './engine/accepts.ts';
import { defineFlow, stepsOf } from './engine/define-flow.ts';
import type { Advance, At } from './engine/flow.ts';
import { open, say } from './engine/message.ts';
import { defineTexts } from './engine/text.ts';
import type { Profile } from './engine/who.ts';
import { profileTexts } from './profile-answers.ts';
import {
  firstMissing,
  type ProfileField,
  profileChanges,
  profileQuestions,
  profileRows,
  profileSaid,
  saidProfile,
  wholeProfile,
} from './profile-questions.ts';

const data = z.object({ profile: saidProfile.optional() });
type Data = z.infer<typeof data>;
type StepName = ProfileField | 'confirm' | 'saved' | 'noRole';

const text = defineTexts('my-profile', {
  title: { th: 'ชื่อและข้อมูลติดต่อ', en: 'About me' },
  confirm: { th: 'ข้อมูลของคุณ ตรวจดูก่อนบันทึก', en: 'About you. Please look it over before it is kept' },
  saved: {
    th: 'บันทึกแล้ว ขอบคุณ {{name}} เพื่อนร่วมงานและผู้ประสานงานจะเห็นชื่อของคุณ',
    en: 'Thank you, {{name}}. Your colleagues and coordinator can see your name now.',
  },
  noRole: {
    th: 'ยังไม่ต้องบอกข้อมูล เพราะคุณใช้ปักหมุดในฐานะประชาชน หากเป็นเจ้าหน้าที่ พิมพ์ “ลงทะเบียน”',
    en: 'There is no need to say who you are, as you use Pakmud as a citizen. If you are an official, type “register”.',
  },
  register: { th: 'ลงทะเบียนเจ้าหน้าที่', en: 'Register as an official' },
  seeRole: { th: 'ดูบทบาทของฉัน', en: 'See my roles' },
});

/** The value it is opened with right after a code was used: the role is there, this turn does not know of it yet. */
const INVITED = 'invited';

const changes = choiceOf(profileTexts, { save: 'save', ...profileChanges }, 'save');

const { question, closing } = stepsOf<Data, StepName>();

export const myProfile = defineFlow({
  id: 'my-profile',
  version: 1,
  data,
  text,
  title: text('title'),
  listed: false,
  words: { th: ['แก้ข้อมูลของฉัน', 'ข้อมูลเจ้าหน้าที่'], en: ['about me', 'my profile'] },
  takesWords: false,
  needsConsent: true,
  start({ value }, at) {
    const hasRole = at.who.roles.length > 0 || value === INVITED;
    return hasRole ? withProfile(profileSaid(at)) : { to: 'noRole' };
  },
  steps: {
    ...profileQuestions<Data, StepName>(withProfile),
    confirm: question({
      ask: (at) => ({
        messages: [
          {
            kind: 'summary',
            title: text('confirm'),
            rows: profileRows(profileSaid(at)),
            options: changes.options,
          },
        ],
      }),
      accepts: anyOf(yesOrNo('save'), changes.accept),
      next: (choice, at) => (choice === 'save' ? saved(at) : { to: choice }),
    }),
    saved: closing((at) => ({
      messages: [say(text('saved', { name: profileSaid(at).firstName ?? '' }))],
      quick: [open(text('seeRole'), 'role')],
    })),
    noRole: closing(() => ({
      messages: [say(text('noRole'))],
      quick: [open(text('register'), 'register')],
    })),
  },
});

function withProfile(profile: Partial<Profile>): Advance<Data, StepName> {
  return { to: firstMissing(profile) ?? 'confirm', set: { profile } };
}

function saved(at: At<Data>): Advance<Data, StepName> {
  const said = profileSaid(at);
  const profile = wholeProfile(said);
  if (!profile) return withProfile(said);
  return { to: 'saved', effects: [{ do: 'saveProfile', key: `${at.turn}:profile`, profile }] };
}
