/**
 * Registering (ลงทะเบียน): with an invitation code a role at once; without one an agency, who one is, and a
 * coordinator's word.
 */
import { z } from 'zod';
import {
  agencyAnswer,
  agencyLabel,
  agencyOptions,
  agencySearch,
  agencyShown,
  nextPage,
  noneFound,
  rememberedAgency,
  searchAgencies,
} from './agency-choice.ts';
import { readInvitationCode } from './answers/invitation-code.ts';
import { anyOf, choiceOf, textOf, yesOrNo } from './engine/accepts.ts';
import { defineFlow, stepsOf } from './engine/define-flow.ts';
import type { Advance, At, Closing, Move } from './engine/flow.ts';
import { type Asking, answer, type Message, open, say } from './engine/message.ts';
import { defineTexts, type Text, type Words } from './engine/text.ts';
import type { Profile } from './engine/who.ts';
import { emailAnswer, nameAnswer, phoneAnswer } from './profile-answers.ts';
import { redeemedWords } from './redeemed-words.ts';
import { day } from './role-names.ts';

const data = z.object({
  search: agencySearch.optional(),
  agency: rememberedAgency.optional(),
  profile: z
    .object({
      firstName: z.string().optional(),
      lastName: z.string().optional(),
      email: z.string().optional(),
      phone: z.string().optional(),
    })
    .optional(),
});
type Data = z.infer<typeof data>;
type StepName =
  | 'search'
  | 'pick'
  | 'agency'
  | 'missing'
  | 'firstName'
  | 'lastName'
  | 'email'
  | 'phone'
  | 'confirm'
  | 'sent'
  | 'reported'
  | 'redeemed'
  | 'noAgencies';
type Step = Advance<Data, StepName>;

/** Those who registered before, as many as are shown. */
const COLLEAGUES_SHOWN = 8;

const text = defineTexts('register', {
  title: { th: 'ลงทะเบียนเจ้าหน้าที่', en: 'Register as an official' },
  search: {
    th: 'คุณทำงานที่หน่วยงานใด พิมพ์บางส่วนของชื่อ อำเภอ หรือรหัส 9 หลัก เช่น “เขาใหม่”\nหากมีรหัสเชิญ พิมพ์รหัสนั้นได้เลย',
    en: 'Which agency do you work for? Type part of its name, its district or its nine-digit code, such as “Khao Mai”.\nIf you have an invitation code, just type it.',
  },
  notListed: { th: 'ไม่มีในรายชื่อ', en: 'Not in the list' },
  pick: {
    th: 'หน่วยงานที่ตรงกับ “{{query}}” เลือกของคุณ หรือพิมพ์ชื่อใหม่เพื่อค้นหาอีกครั้ง',
    en: 'Agencies that fit “{{query}}”. Choose yours, or type other words to search again.',
  },
  alreadyYours: {
    th: 'คุณเป็นเจ้าหน้าที่ของหน่วยงานนี้อยู่แล้ว',
    en: 'You are an official of this agency already.',
  },
  first: {
    th: '{{agency}}\nยังไม่มีใครลงทะเบียน คุณเป็นคนแรก ใช่หน่วยงานของคุณหรือไม่',
    en: '{{agency}}\nNobody has registered here yet; you are the first. Is this your agency?',
  },
  colleagues: {
    th: '{{agency}}\nผู้ที่ลงทะเบียนแล้ว {{count}} คน',
    en: '{{agency}}\nRegistered here so far: {{count}}',
  },
  since: { th: 'ตั้งแต่ {{date}}', en: 'since {{date}}' },
  isYours: { th: 'ใช่หน่วยงานของคุณหรือไม่', en: 'Is this your agency?' },
  yes: { th: 'ใช่ ไปต่อ', en: 'Yes, go on' },
  other: { th: 'เลือกหน่วยงานอื่น', en: 'Choose another agency' },
  missing: {
    th: 'แจ้งหน่วยงานที่ไม่มีในรายชื่อ\nพิมพ์ชื่อเต็ม พร้อมอำเภอและจังหวัด เช่น “อบต.เขาใหม่ อ.ธาตุพนม จ.นครพนม”',
    en: 'Tell us which agency is missing.\nType its full name with district and province, such as “Khao Mai Subdistrict Administration, That Phanom, Nakhon Phanom”.',
  },
  reported: {
    th: 'รับแจ้งแล้ว ขอบคุณมาก ผู้ดูแลจะตรวจสอบรายชื่อหน่วยงาน แล้วคุณกลับมาลงทะเบียนได้',
    en: 'Thank you, we have noted it. The list of agencies will be checked, and you can register then.',
  },
  firstName: { th: 'ชื่อของคุณ (ไม่ต้องมีคำนำหน้า)', en: 'Your first name (no title needed)' },
  lastName: { th: 'นามสกุลของคุณ', en: 'Your surname' },
  email: { th: 'อีเมลที่ติดต่อได้ เช่น mali@example.com', en: 'Your e-mail address, such as mali@example.com' },
  phone: {
    th: 'เบอร์โทรศัพท์ที่ติดต่อได้ เช่น 081-234-5678 หรือ 02-123-4567 ต่อ 12',
    en: 'Your phone number, such as 081-234-5678 or 02-123-4567 ext. 12',
  },
  confirm: { th: 'ตรวจดูอีกครั้งก่อนส่ง', en: 'Please look it over before it is sent' },
  confirmKnown: {
    th: 'นี่คือข้อมูลที่คุณเคยให้ไว้ ใช้ต่อได้เลย หรือแตะเพื่อแก้',
    en: 'This is what you told us before. Send it as it is, or tap what to change.',
  },
  agencyLabel: { th: 'หน่วยงาน', en: 'Agency' },
  firstNameLabel: { th: 'ชื่อ', en: 'First name' },
  lastNameLabel: { th: 'นามสกุล', en: 'Surname' },
  emailLabel: { th: 'อีเมล', en: 'E-mail' },
  phoneLabel: { th: 'เบอร์โทร', en: 'Phone' },
  send: { th: 'ถูกต้อง ส่งเลย', en: 'All right, send it' },
  changeAgency: { th: 'แก้หน่วยงาน', en: 'Change the agency' },
  changeFirstName: { th: 'แก้ชื่อ', en: 'Change the first name' },
  changeLastName: { th: 'แก้นามสกุล', en: 'Change the surname' },
  changeEmail: { th: 'แก้อีเมล', en: 'Change the e-mail' },
  changePhone: { th: 'แก้เบอร์โทร', en: 'Change the phone' },
  waiting: {
    th: 'ส่งแล้ว ขอบคุณ {{name}}\nรอผู้ประสานงานของ {{agency}} อนุมัติ แล้วเราจะแจ้งให้ทราบในแชตนี้',
    en: 'Sent. Thank you, {{name}}.\nA coordinator of {{agency}} will look at it, and you will be told in this chat.',
  },
  alreadyWaiting: {
    th: 'คุณส่งคำขอของ {{agency}} ไว้แล้ว กำลังรอผู้ประสานงานอนุมัติ',
    en: 'You have already asked for {{agency}}; a coordinator will look at it.',
  },
  gone: {
    th: 'หน่วยงานนี้ไม่อยู่ในรายชื่อแล้ว ลองค้นหาใหม่ด้วยการพิมพ์ “ลงทะเบียน”',
    en: 'This agency is no longer in the list. Type “register” to search again.',
  },
  noAgencies: {
    th: 'ขออภัย ตอนนี้ยังไม่มีรายชื่อหน่วยงานในระบบ จึงยังลงทะเบียนไม่ได้ กลับมาใหม่เร็ว ๆ นี้\nหากมีรหัสเชิญ พิมพ์ “ลงทะเบียน” ตามด้วยรหัส',
    en: 'Sorry, there is no list of agencies here yet, so registering has to wait. Please come back soon.\nIf you have an invitation code, type “register” and the code.',
  },
  seeRole: { th: 'ดูบทบาทของฉัน', en: 'See my roles' },
});

const agencyAnswers = choiceOf(text, { yes: 'yes', other: 'other' });
const changes = choiceOf(
  text,
  {
    send: 'send',
    search: 'changeAgency',
    firstName: 'changeFirstName',
    lastName: 'changeLastName',
    email: 'changeEmail',
    phone: 'changePhone',
  },
  'send',
);
const notListed = { value: 'missing', labels: [text.texts.notListed.th, text.texts.notListed.en] };

const { question, closing } = stepsOf<Data, StepName>();

export const register = defineFlow({
  id: 'register',
  version: 1,
  data,
  text,
  title: text('title'),
  listed: true,
  words: { th: ['ลงทะเบียน', 'ลงทะเบียนเจ้าหน้าที่'], en: ['register', 'sign up'] },
  takesWords: true,
  needsConsent: true,
  async start({ words }, at) {
    const code = readInvitationCode(words);
    if (code) return redeem(code, at);
    if (!(await at.find.people.hasAgencies())) return { to: 'noAgencies' };
    const found = words ? await searchAgencies(at.find.people.agenciesNamed, words) : undefined;
    return found ? { to: 'pick', set: { search: found } } : { to: 'search' };
  },
  steps: {
    search: question({
      ask: () => ({ messages: [say(text('search'))], quick: [answer(text('notListed'), 'missing')] }),
      accepts: agencyAnswer(undefined, [notListed]),
      next: (given, at) => ('words' in given ? searched(given.words, at) : { to: 'missing' }),
    }),
    pick: question({
      ask: ({ data: { search } }) => ({
        messages: search
          ? [
              {
                kind: 'question',
                text: text('pick', { query: search.words }),
                options: [...agencyOptions(search), answer(text('notListed'), 'missing')],
              },
            ]
          : [say(text('search'))],
      }),
      accepts: ({ data: { search } }) => agencyAnswer(search, [notListed]),
      next: picked,
    }),
    agency: question({
      ask: askAgency,
      accepts: anyOf(yesOrNo('yes', 'other'), agencyAnswers.accept),
      next: (choice, at) =>
        choice === 'other'
          ? { to: 'search' }
          : { to: firstMissing(profileOf(at)), set: { profile: profileOf(at) } },
    }),
    missing: question({
      ask: () => ({ messages: [say(text('missing'))] }),
      accepts: textOf({ min: 3, max: 200 }),
      next: (words, { run }) => ({
        to: 'reported',
        effects: [{ do: 'reportMissingAgency', key: `${run}:missing`, words }],
      }),
    }),
    firstName: question({
      ask: () => ({ messages: [say(text('firstName'))] }),
      accepts: nameAnswer,
      next: (firstName, at) => filled(at, { firstName }),
    }),
    lastName: question({
      ask: () => ({ messages: [say(text('lastName'))] }),
      accepts: nameAnswer,
      next: (lastName, at) => filled(at, { lastName }),
    }),
    email: question({
      ask: () => ({ messages: [say(text('email'))] }),
      accepts: emailAnswer,
      next: (email, at) => filled(at, { email }),
    }),
    phone: question({
      ask: () => ({ messages: [say(text('phone'))] }),
      accepts: phoneAnswer,
      next: (phone, at) => filled(at, { phone }),
    }),
    confirm: question({
      ask: (at) => ({ messages: [overview(at)] }),
      accepts: anyOf(yesOrNo('send'), changes.accept),
      next: (choice, at) => (choice === 'send' ? sent(at) : { to: choice }),
    }),
    sent: closing(sentWords),
    reported: closing(() => ({ messages: [say(text('reported'))] })),
    redeemed: closing(async (at) => ({
      messages: [say(await redeemedWords(at))],
      quick: [open(text('seeRole'), 'role')],
    })),
    noAgencies: closing(() => ({ messages: [say(text('noAgencies'))] })),
  },
});

function redeem(code: string, { run }: At<Data>): Step {
  return { to: 'redeemed', effects: [{ do: 'redeemInvitation', key: `${run}:redeem`, code }] };
}

async function searched(words: string, at: At<Data>): Promise<Move<Data, StepName>> {
  const code = readInvitationCode(words);
  if (code) return redeem(code, at);
  const search = await searchAgencies(at.find.people.agenciesNamed, words);
  return search ? { to: 'pick', set: { search } } : { again: noneFound(words) };
}

async function picked(
  given: { agency: string } | { other: string } | { words: string },
  at: At<Data>,
): Promise<Move<Data, StepName>> {
  const { search } = at.data;
  if ('words' in given) return searched(given.words, at);
  if ('agency' in given) {
    const isTheirs = at.who.roles.some((role) => role.role === 'official' && role.agency === given.agency);
    if (isTheirs) return { again: text('alreadyYours') };
    return { to: 'agency', set: { agency: agencyShown(search, given.agency) } };
  }
  if (given.other === 'missing' || !search) return { to: 'missing' };
  const next = await nextPage(at.find.people.agenciesNamed, search);
  return { to: 'pick', set: { search: next ?? { ...search, more: false } } };
}

async function askAgency({ data: { agency }, find }: At<Data>): Promise<Asking> {
  const there = await find.people.registeredAt(agency?.code ?? '');
  const called = agency ? agencyLabel(agency) : '';
  if (there.length === 0)
    return {
      messages: [
        { kind: 'question', text: text('first', { agency: called }), options: agencyAnswers.options },
      ],
    };
  const rows = there
    .slice(0, COLLEAGUES_SHOWN)
    .map(({ name, since }) => ({ label: name, value: text('since', { date: day(since) }) }));
  return {
    messages: [
      {
        kind: 'summary',
        title: text('colleagues', { agency: called, count: there.length }),
        rows,
        options: [],
      },
      { kind: 'question', text: text('isYours'), options: agencyAnswers.options },
    ],
  };
}

/** What is known of the person: what they said just now, or at an earlier registration. */
function profileOf({ data: { profile }, who }: At<Data>): Partial<Profile> {
  return profile ? given(profile) : { ...who.profile };
}

function given(profile: NonNullable<Data['profile']>): Partial<Profile> {
  const { firstName, lastName, email, phone } = profile;
  return {
    ...(firstName && { firstName }),
    ...(lastName && { lastName }),
    ...(email && { email }),
    ...(phone && { phone }),
  };
}

function filled(at: At<Data>, answered: Partial<Profile>): Step {
  const profile = { ...profileOf(at), ...answered };
  return { to: firstMissing(profile), set: { profile } };
}

function firstMissing(profile: Partial<Profile>): 'firstName' | 'lastName' | 'email' | 'phone' | 'confirm' {
  const missing = (['firstName', 'lastName', 'email', 'phone'] as const).find((field) => !profile[field]);
  return missing ?? 'confirm';
}

function overview({ data: { agency, profile = {} }, who }: At<Data>): Message {
  const isKnown =
    who.profile !== null && who.profile.phone === profile.phone && who.profile.email === profile.email;
  const row = (label: Text, value: Words) => ({ label, value });
  return {
    kind: 'summary',
    title: text(isKnown ? 'confirmKnown' : 'confirm'),
    rows: [
      row(text('agencyLabel'), agency ? agencyLabel(agency) : ''),
      row(text('firstNameLabel'), profile.firstName ?? ''),
      row(text('lastNameLabel'), profile.lastName ?? ''),
      row(text('emailLabel'), profile.email ?? ''),
      row(text('phoneLabel'), profile.phone ?? ''),
    ],
    options: changes.options,
  };
}

function sent(at: At<Data>): Step {
  const { agency } = at.data;
  const { firstName, lastName, email, phone } = profileOf(at);
  if (!agency) return { to: 'search' };
  if (!firstName || !lastName || !email || !phone) return { to: firstMissing(profileOf(at)) };
  const profile = { firstName, lastName, email, phone };
  const key = `${at.run}:${agency.code}`;
  return { to: 'sent', effects: [{ do: 'requestRegistration', key, agency: agency.code, profile }] };
}

function sentWords({ outcomes, data: { agency, profile } }: At<Data>): Closing {
  const done = outcomes.find((outcome) => outcome.of === 'requestRegistration');
  const called = agency?.name ?? '';
  switch (done?.result) {
    case 'already-waiting':
      return { messages: [say(text('alreadyWaiting', { agency: called }))] };
    case 'already-official':
      return { messages: [say(text('alreadyYours'))], quick: [open(text('seeRole'), 'role')] };
    case 'waiting':
      return { messages: [say(text('waiting', { name: profile?.firstName ?? '', agency: called }))] };
    default:
      return { messages: [say(text('gone'))] };
  }
}
