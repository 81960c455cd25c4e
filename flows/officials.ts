/**
 * The officials of an agency (เจ้าหน้าที่): who is registered, since when; coordinators and administrators may take
 * the role away, officials see their own agency's.
 */
import { z } from 'zod';
import { agencyLabel, agencyQuestions, agencySearch, rememberedAgency } from './agency-choice.ts';
import { anyOf, choiceOf, oneOfOptions, textOf, yesOrNo } from './engine/accepts.ts';
import { defineFlow, stepsOf } from './engine/define-flow.ts';
import type { Advance, At, Closing } from './engine/flow.ts';
import { answer, type Option, open, type Row, type Saying, say } from './engine/message.ts';
import { defineTexts, type Text } from './engine/text.ts';
import { roleOf } from './engine/who.ts';
import type { ListedAgency, ListedOfficial } from './people-look-ups.ts';
import { day, personName } from './role-names.ts';

const official = z.object({ person: z.string(), name: z.string(), since: z.string() });
const data = z.object({
  search: agencySearch.optional(),
  agency: rememberedAgency.optional(),
  /** The officials as they were listed; their place in the list is what is tapped. */
  officials: z.array(official).optional(),
  chosen: official.optional(),
  reason: z.string().optional(),
});
type Data = z.infer<typeof data>;
type StepName = 'search' | 'pick' | 'people' | 'reason' | 'sure' | 'revoked' | 'own' | 'outside';

/** People on one list; an agency with more is rare, and those who came first are shown. */
const SHOWN = 20;
/** Characters of a reason. */
const REASON = { min: 3, max: 300 };

const text = defineTexts('officials', {
  title: { th: 'เจ้าหน้าที่ของหน่วยงาน', en: 'An agency’s officials' },
  search: {
    th: 'ดูเจ้าหน้าที่ของหน่วยงานใด พิมพ์บางส่วนของชื่อ หรือรหัส 9 หลัก',
    en: 'The officials of which agency? Type part of its name or its nine-digit code.',
  },
  pick: {
    th: 'หน่วยงานในพื้นที่ของคุณที่ตรงกับ “{{query}}” เลือก หรือพิมพ์ชื่อใหม่',
    en: 'Agencies you look after that fit “{{query}}”. Choose one, or type other words.',
  },
  none: {
    th: '{{agency}}\nยังไม่มีเจ้าหน้าที่ลงทะเบียน พิมพ์ “เชิญ” เพื่อเชิญด้วยรหัส',
    en: '{{agency}}\nNobody is registered here yet. Type “invite” to invite somebody with a code.',
  },
  people: {
    th: '{{agency}}\nเจ้าหน้าที่ {{count}} คน แตะชื่อเพื่อถอนสิทธิ์',
    en: '{{agency}}\nOfficials: {{count}}. Tap a name to end that person’s access.',
  },
  entry: { th: '{{name}} ตั้งแต่ {{date}}', en: '{{name}}, since {{date}}' },
  otherAgency: { th: 'ดูหน่วยงานอื่น', en: 'Another agency' },
  reason: {
    th: 'ถอนสิทธิ์ของ {{name}} เพราะอะไร เจ้าตัวจะเห็นข้อความนี้ เช่น “ย้ายไปหน่วยงานอื่น”',
    en: 'Why does {{name}}’s access end? They will read this, such as “Moved to another agency”.',
  },
  sure: {
    th: 'ถอนสิทธิ์ {{name}} จาก {{agency}} ใช่หรือไม่\nเหตุผล: {{reason}}',
    en: 'End {{name}}’s access to {{agency}}?\nReason: {{reason}}',
  },
  revoke: { th: 'ใช่ ถอนสิทธิ์', en: 'Yes, end it' },
  keep: { th: 'ไม่ เก็บไว้', en: 'No, keep it' },
  revoked: {
    th: 'ถอนสิทธิ์ {{name}} แล้ว มีผลทันที',
    en: '{{name}}’s access has ended, from now on.',
  },
  notHeld: {
    th: '{{name}} ไม่ได้เป็นเจ้าหน้าที่ของหน่วยงานนี้แล้ว จึงไม่ได้เปลี่ยนอะไร',
    en: '{{name}} was no longer an official here, so nothing was changed.',
  },
  outside: {
    th: 'หน่วยงานนี้อยู่นอกพื้นที่ที่คุณดูแล จึงไม่ได้เปลี่ยนอะไร',
    en: 'This agency is outside what you look after, so nothing was changed.',
  },
  own: { th: '{{agency}}\nเจ้าหน้าที่ {{count}} คน', en: '{{agency}}\nOfficials: {{count}}' },
  since: { th: 'ตั้งแต่ {{date}}', en: 'since {{date}}' },
  told: {
    th: 'สิทธิ์เจ้าหน้าที่ของ {{agency}} สิ้นสุดแล้ว\nเหตุผล: {{reason}}\nคุณยังค้นหาสำนักงานได้ตามปกติ',
    en: 'Your access as an official of {{agency}} has ended.\nReason: {{reason}}\nYou can still find offices as before.',
  },
});

const sureAnswers = choiceOf(text, { revoke: 'revoke', keep: 'keep' });
const another = open(text('otherAgency'), 'officials', 'search');

const { question, closing } = stepsOf<Data, StepName>();

export const officials = defineFlow({
  id: 'officials',
  version: 1,
  data,
  text,
  title: text('title'),
  listed: true,
  words: { th: ['เจ้าหน้าที่', 'เจ้าหน้าที่ของหน่วยงาน'], en: ['officials'] },
  takesWords: false,
  needsConsent: true,
  needs: ['official', 'coordinator', 'administrator'],
  browsing: ['search', 'pick', 'people'],
  async start(_, at) {
    if (at.who.roles.some(({ role }) => role !== 'official')) return { to: 'search' };
    const own = roleOf('official', at.who);
    return { to: 'own', set: { agency: await at.find.people.agency(own?.agency ?? '') } };
  },
  steps: {
    ...agencyQuestions<Data, StepName>({
      asks: text('search'),
      offers: (query) => text('pick', { query }),
      among: 'own',
      show: (search) => ({ to: 'pick', set: { search } }),
      chosen: peopleOf,
    }),
    people: question({
      ask: ({ data: { agency, officials: there = [] } }) => ({
        messages: [
          {
            kind: 'question',
            text: text(there.length > 0 ? 'people' : 'none', { agency: called(agency), count: there.length }),
            options: there.map((one, index) => answer(entry(one), String(index))),
          },
        ],
        quick: [otherAgency],
      }),
      accepts: ({ data: { officials: there = [] } }) =>
        oneOfOptions([
          ...there.map(({ name }, index) => ({ value: String(index), labels: name ? [name] : [] })),
          { value: 'search', labels: [text.texts.otherAgency.th, text.texts.otherAgency.en] },
        ]),
      next: (chosen, { data: { officials: there = [] } }) =>
        chosen === 'search' ? { to: 'search' } : { to: 'reason', set: { chosen: there[Number(chosen)] } },
    }),
    reason: question({
      ask: ({ data: { chosen } }) => ({
        messages: [say(text('reason', { name: personName(chosen?.name ?? '') }))],
      }),
      accepts: textOf(REASON),
      next: (reason) => ({ to: 'sure', set: { reason } }),
    }),
    sure: question({
      ask: ({ data: { chosen, agency, reason = '' } }) => ({
        messages: [
          {
            kind: 'question',
            text: text('sure', {
              name: personName(chosen?.name ?? ''),
              agency: agency?.name ?? '',
              reason,
            }),
            options: sureAnswers.options,
          },
        ],
      }),
      accepts: anyOf(yesOrNo('revoke', 'keep'), sureAnswers.accept),
      next: (choice, at) => (choice === 'keep' ? { to: 'people' } : revoke(at)),
    }),
    revoked: closing(revokedWords),
    own: closing(ownOfficials),
    outside: closing(() => ({ messages: [say(text('outside'))], quick: [another] })),
  },
});

const otherAgency: Option = answer(text('otherAgency'), 'search');

async function peopleOf(agency: ListedAgency, { find, person }: At<Data>): Promise<Advance<Data, StepName>> {
  const there = await find.people.officialsSeenBy(person, agency.code);
  if (!there) return { to: 'outside' };
  return { to: 'people', set: { agency, officials: there.slice(0, SHOWN), chosen: undefined } };
}

function revoke({ data: { chosen, agency, reason }, run }: At<Data>): Advance<Data, StepName> {
  if (!chosen || !agency || !reason) return { to: 'search' };
  const about = { person: chosen.person, agency: agency.code, reason, tell: told(agency, reason) };
  return { to: 'revoked', effects: [{ do: 'revokeOfficial', key: `${run}:revoke`, ...about }] };
}

function told(agency: ListedAgency, reason: string): Saying {
  return { messages: [say(text('told', { agency: agency.name, reason }))], quick: [] };
}

function revokedWords({ outcomes, data: { chosen } }: At<Data>): Closing {
  const done = outcomes.find((outcome) => outcome.of === 'revokeOfficial');
  const name = personName(chosen?.name ?? '');
  if (done?.result === 'not-held') return { messages: [say(text('notHeld', { name }))], quick: [another] };
  const words = done?.result === 'revoked' ? text('revoked', { name }) : text('outside');
  return { messages: [say(words)], quick: [another] };
}

async function ownOfficials({ data: { agency }, find, person }: At<Data>): Promise<Closing> {
  const there = agency && (await find.people.officialsSeenBy(person, agency.code));
  if (!there) return { messages: [say(text('outside'))] };
  const rows: Row[] = there.slice(0, SHOWN).map(({ name, since }) => ({
    label: personName(name),
    value: text('since', { date: day(since) }),
  }));
  const title = text('own', { agency: called(agency), count: there.length });
  return { messages: [{ kind: 'summary', title, rows, options: [] }] };
}

function entry({ name, since }: ListedOfficial): Text {
  return text('entry', { name: personName(name), date: day(since) });
}

function called(agency: ListedAgency | undefined): Text | string {
  return agency ? agencyLabel(agency) : '';
}
