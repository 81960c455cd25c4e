/** Deciding registrations (อนุมัติ): those who wait in one's scope, one after the other. */
import { z } from 'zod';
import { agencyLabel, rememberedAgency } from './agency-choice.ts';
import { anyOf, oneOfOptions, textOf, yesOrNo } from './engine/accepts.ts';
import { defineFlow, stepsOf } from './engine/define-flow.ts';
import type { Advance, At } from './engine/flow.ts';
import { answer, type Message, type Option, open, type Saying, say } from './engine/message.ts';
import { defineTexts, type Text } from './engine/text.ts';
import type { WaitingApplicant } from './people-look-ups.ts';
import { phoneInWords } from './profile-answers.ts';
import { day } from './role-names.ts';

const applicant = z.object({
  id: z.string(),
  person: z.string(),
  profile: z.object({ firstName: z.string(), lastName: z.string(), email: z.string(), phone: z.string() }),
  agency: rememberedAgency,
  at: z.string(),
});
const data = z.object({
  /** Who is being decided about, as they were shown. */
  applicant: applicant.optional(),
  /** The one decided just before, to say what became of it. */
  before: z.string().optional(),
  /** Those put off until another time. */
  later: z.array(z.string()).optional(),
});
type Data = z.infer<typeof data>;
type StepName = 'decide' | 'reason' | 'done';

/** How many are read at once, to find one that was not put off. */
const READ_AHEAD = 50;
/** Characters of a reason. */
const REASON = { min: 3, max: 300 };

const text = defineTexts('approvals', {
  title: { th: 'อนุมัติเจ้าหน้าที่', en: 'Approve officials' },
  titleWaiting: { th: 'คำขอลงทะเบียน ({{count}})', en: 'Requests to register ({{count}})' },
  missing: { th: 'หน่วยงานที่แจ้งว่าไม่มี ({{count}})', en: 'Missing agencies ({{count}})' },
  waiting: { th: 'รออนุมัติ {{count}} ราย', en: 'Waiting for you: {{count}}' },
  name: { th: 'ชื่อ', en: 'Name' },
  agency: { th: 'หน่วยงาน', en: 'Agency' },
  email: { th: 'อีเมล', en: 'E-mail' },
  phone: { th: 'เบอร์โทร', en: 'Phone' },
  asked: { th: 'ส่งเมื่อ', en: 'Asked on' },
  date: { th: '{{date}}', en: '{{date}}' },
  approve: { th: 'อนุมัติคนนี้', en: 'Approve' },
  refuse: { th: 'ไม่อนุมัติ', en: 'Refuse' },
  skip: { th: 'ไว้ทีหลัง', en: 'Later' },
  reason: {
    th: 'ไม่อนุมัติ {{name}} เพราะอะไร ผู้สมัครจะเห็นข้อความนี้ เช่น “ไม่มีชื่อในหน่วยงาน”',
    en: 'Why is {{name}} refused? The applicant will read this, such as “Not on our staff list”.',
  },
  approved: { th: 'อนุมัติ {{name}} แล้ว', en: '{{name}} is approved.' },
  refused: { th: 'บันทึกว่าไม่อนุมัติ {{name}} แล้ว', en: '{{name}} is refused.' },
  alreadyDecided: {
    th: '{{name}} มีผู้ตัดสินไปก่อนแล้ว จึงไม่ได้เปลี่ยนอะไร',
    en: '{{name}} had been decided about before, so nothing was changed.',
  },
  notAllowed: {
    th: '{{name}} อยู่นอกพื้นที่ที่คุณดูแล จึงไม่ได้เปลี่ยนอะไร',
    en: '{{name}} is outside what you look after, so nothing was changed.',
  },
  none: { th: 'ไม่มีผู้รออนุมัติในพื้นที่ของคุณ', en: 'Nobody is waiting for you.' },
  noMore: { th: 'หมดแล้ว ขอบคุณมาก', en: 'That was everybody. Thank you!' },
  tellApproved: {
    th: 'คุณได้รับอนุมัติเป็นเจ้าหน้าที่ของ {{agency}} แล้ว\nปักหมุดและดูแลหมุดของหน่วยงานได้ทันที พิมพ์ “ช่วยเหลือ” เพื่อดูทั้งหมด',
    en: 'You are now an official of {{agency}}.\nYou can pin your agency’s offices and look after their pins. Type “help” to see everything.',
  },
  tellRefused: {
    th: 'คำขอเป็นเจ้าหน้าที่ของ {{agency}} ยังไม่ได้รับอนุมัติ\nเหตุผล: {{reason}}\nหากมีข้อมูลเพิ่ม พิมพ์ “ลงทะเบียน” เพื่อส่งใหม่ได้',
    en: 'Your request to be an official of {{agency}} was not approved.\nReason: {{reason}}\nIf there is more to say, type “register” and ask again.',
  },
  pin: { th: 'ปักหมุดสำนักงาน', en: 'Pin an office' },
  registerAgain: { th: 'ลงทะเบียนใหม่', en: 'Register again' },
});

const { question, closing } = stepsOf<Data, StepName>();

export const approvals = defineFlow({
  id: 'approvals',
  version: 1,
  data,
  text,
  title: text('title'),
  listed: true,
  words: { th: ['อนุมัติ', 'อนุมัติเจ้าหน้าที่'], en: ['approvals', 'approve'] },
  takesWords: false,
  needsConsent: true,
  needs: ['coordinator', 'administrator'],
  async titleNow({ find, who }) {
    const count = await find.people.countWaitingFor(who.roles);
    return count > 0 ? text('titleWaiting', { count }) : undefined;
  },
  browsing: ['decide'],
  start: (_, at) => nextApplicant(at, {}),
  steps: {
    decide: question({
      async ask(at) {
        const { applicant: shown } = at.data;
        const count = await at.find.people.countWaitingFor(at.who.roles);
        const messages = [...became(at), ...(shown ? [overview(shown, count)] : [])];
        return { messages, quick: await missingAgencies(at) };
      },
      accepts: ({ data: { applicant: shown } }) =>
        anyOf(yesOrNo(`approve ${shown?.id}`), choicesAbout(shown)),
      next(choice, at) {
        const [what] = choice.split(' ');
        if (what === 'refuse') return { to: 'reason' };
        return what === 'later' ? putOff(at) : decide(at, undefined);
      },
    }),
    reason: question({
      ask: ({ data: { applicant: shown } }) => ({
        messages: [say(text('reason', { name: nameOf(shown) }))],
      }),
      accepts: textOf(REASON),
      next: (reason, at) => decide(at, reason),
    }),
    done: closing(async (at) => {
      const said = became(at);
      const isFirst = said.length === 0 && !at.data.later;
      const messages = [...said, say(text(isFirst ? 'none' : 'noMore'))];
      return { messages, quick: await missingAgencies(at) };
    }),
  },
});

/** The way to the agencies that people missed, when any are reported. */
async function missingAgencies({ find, who }: At<Data>): Promise<Option[]> {
  const count = await find.people.countMissingAgenciesFor(who.roles);
  return count > 0 ? [open(text('missing', { count }), 'missing-agencies')] : [];
}

/** On to the oldest that waits still, without those decided or put off. */
async function nextApplicant(
  { find, person }: At<Data>,
  { without = '', before, later = [] }: { without?: string; before?: string; later?: string[] },
): Promise<Advance<Data, StepName>> {
  const waiting = await find.people.waitingFor(person, READ_AHEAD);
  const next = waiting.find(({ id }) => id !== without && !later.includes(id));
  const set = { applicant: next, before, later: later.length > 0 ? later : undefined };
  return { to: next ? 'decide' : 'done', set };
}

async function decide(at: At<Data>, reason: string | undefined): Promise<Advance<Data, StepName>> {
  const { applicant: shown, later } = at.data;
  if (!shown) return nextApplicant(at, {});
  const next = await nextApplicant(at, {
    without: shown.id,
    before: nameOf(shown),
    ...(later && { later }),
  });
  const key = `${at.run}:${shown.id}:${reason === undefined ? 'approve' : 'refuse'}`;
  const told = reason === undefined ? tellApproved(shown) : tellRefused(shown, reason);
  const about = { key, registration: shown.id, ...(reason !== undefined && { reason }), tell: told };
  return { ...next, effects: [{ do: 'decideRegistration', ...about }] };
}

function putOff(at: At<Data>): Promise<Advance<Data, StepName>> {
  const { applicant: shown, later = [] } = at.data;
  return nextApplicant(at, { later: [...later, ...(shown ? [shown.id] : [])] });
}

/** The values name the applicant: a button of somebody decided before is no answer about the next one. */
function choicesAbout(shown: WaitingApplicant | undefined) {
  const { approve, refuse, skip } = text.texts;
  return oneOfOptions([
    { value: `approve ${shown?.id}`, labels: [approve.th, approve.en] },
    { value: `refuse ${shown?.id}`, labels: [refuse.th, refuse.en] },
    { value: `later ${shown?.id}`, labels: [skip.th, skip.en] },
  ]);
}

function overview(shown: WaitingApplicant, count: number): Message {
  const { id, profile, agency, at } = shown;
  return {
    kind: 'summary',
    title: text('waiting', { count }),
    rows: [
      { label: text('name'), value: nameOf(shown) },
      { label: text('agency'), value: agencyLabel(agency) },
      { label: text('email'), value: profile.email },
      { label: text('phone'), value: phoneInWords(profile.phone) },
      { label: text('asked'), value: text('date', { date: day(at) }) },
    ],
    options: [
      answer(text('approve'), `approve ${id}`),
      answer(text('refuse'), `refuse ${id}`),
      answer(text('skip'), `later ${id}`),
    ],
  };
}

/** What became of the decision before. */
function became({ outcomes, data: { before = '' } }: At<Data>): Message[] {
  const done = outcomes.find((outcome) => outcome.of === 'decideRegistration');
  return done ? [say(resultWords(done.result, before))] : [];
}

function resultWords(result: 'approved' | 'refused' | 'already-decided' | 'not-allowed', name: string): Text {
  if (result === 'already-decided') return text('alreadyDecided', { name });
  if (result === 'not-allowed') return text('notAllowed', { name });
  return result === 'approved' ? text('approved', { name }) : text('refused', { name });
}

function tellApproved({ agency }: WaitingApplicant): Saying {
  const words = text('tellApproved', { agency: agency.name });
  return { messages: [say(words)], quick: [open(text('pin'), 'pin-office')] };
}

function tellRefused({ agency }: WaitingApplicant, reason: string): Saying {
  const words = text('tellRefused', { agency: agency.name, reason });
  return { messages: [say(words)], quick: [open(text('registerAgain'), 'register')] };
}

function nameOf(shown: WaitingApplicant | undefined): string {
  return shown ? `${shown.profile.firstName} ${shown.profile.lastName}` : '';
}
