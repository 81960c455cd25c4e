/**
 * The way of an agency to zero copies (เส้นทาง): which route the rule gives it, why, and the next three steps. Who
 * looks after the agency may decide otherwise, with a reason.
 */
import { z } from 'zod';
import { agencyLabel, agencyQuestions, agencySearch, rememberedAgency } from '../agency-choice.ts';
import { choiceOf, textOf } from '../engine/accepts.ts';
import { defineFlow, stepsOf } from '../engine/define-flow.ts';
import type { Advance, At, Closing } from '../engine/flow.ts';
import { open, type Row, say } from '../engine/message.ts';
import { defineTexts, type Text, type Words } from '../engine/text.ts';
import { roleOf } from '../engine/who.ts';
import type { ListedAgency } from '../people-look-ups.ts';
import { day, personName } from '../role-names.ts';
import type { AgencyRoute } from './report-look-ups.ts';
import { reasonWords, routeName, stepWords } from './route-texts.ts';

const data = z.object({
  search: agencySearch.optional(),
  agency: rememberedAgency.optional(),
  chosen: z.enum(['offline', 'online-a', 'online-b', 'rule']).optional(),
});
type Data = z.infer<typeof data>;
type StepName = 'search' | 'pick' | 'shown' | 'route' | 'choose' | 'reason' | 'done' | 'none';

/** Characters of a reason. */
const REASON = { min: 3, max: 300 };

const text = defineTexts('route', {
  title: { th: 'เส้นทางเลิกขอสำเนา', en: 'The way to zero copies' },
  search: {
    th: 'ดูเส้นทางของหน่วยงานใด พิมพ์บางส่วนของชื่อ หรือรหัส 9 หลัก',
    en: 'The way of which agency? Type part of its name or its nine-digit code.',
  },
  pick: {
    th: 'หน่วยงานในพื้นที่ของคุณที่ตรงกับ “{{query}}” เลือก หรือพิมพ์ชื่อใหม่',
    en: 'Agencies you look after that fit “{{query}}”. Choose one, or type other words.',
  },
  of: { th: 'เส้นทางของ {{agency}}', en: 'The way of {{agency}}' },
  route: { th: 'เส้นทาง', en: 'Route' },
  because: { th: 'เพราะ', en: 'Because' },
  ruleSays: { th: 'ตามเกณฑ์จะเป็น {{route}}', en: 'By the rule it would be: {{route}}' },
  decidedBy: { th: 'กำหนดโดย {{name}} เมื่อ {{date}}', en: 'Decided by {{name}} on {{date}}' },
  step: { th: 'ขั้นที่ {{number}}', en: 'Step {{number}}' },
  two: { th: '{{first}} และ{{second}}', en: '{{first}}, and {{second}}' },
  change: { th: 'กำหนดเส้นทางอื่น', en: 'Decide otherwise' },
  choose: { th: 'ให้หน่วยงานนี้ใช้เส้นทางใด', en: 'Which route should this agency take?' },
  offline: { th: 'ออฟไลน์ อ่านบัตร', en: 'Offline, read cards' },
  'online-a': { th: 'ออนไลน์ ก กรมการปกครอง', en: 'Online A, the department' },
  'online-b': { th: 'ออนไลน์ ข DGA', en: 'Online B, DGA' },
  rule: { th: 'กลับไปตามเกณฑ์', en: 'Back to the rule' },
  reason: {
    th: 'เพราะอะไร หน่วยงานจะเห็นข้อความนี้ เช่น “ได้รับเครื่องอ่านบัตรจากจังหวัดแล้ว”',
    en: 'Why? The agency will read this, such as “The province has given it card readers”.',
  },
  done: { th: 'บันทึกเส้นทางของ {{agency}} แล้ว', en: 'The way of {{agency}} is stored.' },
  unchanged: { th: 'เส้นทางเป็นแบบนี้อยู่แล้ว', en: 'That is its route already.' },
  notYours: {
    th: 'คุณไม่ได้ดูแลหน่วยงานนี้แล้ว จึงไม่ได้บันทึก',
    en: 'You do not look after this agency any more; nothing was stored.',
  },
  none: {
    th: '{{agency}} ยังไม่ได้ส่งแบบสำรวจความพร้อม จึงยังไม่มีเส้นทาง',
    en: '{{agency}} has not submitted the readiness survey, so there is no route yet.',
  },
  survey: { th: 'ตอบแบบสำรวจ', en: 'Answer the survey' },
  copies: { th: 'สำเนาที่ยังขอ', en: 'Copies still asked for' },
  look: { th: 'ดูเส้นทาง', en: 'See the way' },
});

const choices = choiceOf(text, {
  offline: 'offline',
  'online-a': 'online-a',
  'online-b': 'online-b',
  rule: 'rule',
});
const changing = choiceOf(text, { change: 'change' });
const { question, closing } = stepsOf<Data, StepName>();

export const route = defineFlow({
  id: 'route',
  version: 1,
  data,
  text,
  title: text('title'),
  listed: false,
  words: { th: ['เส้นทาง', 'เส้นทางเลิกสำเนา'], en: ['route'] },
  takesWords: false,
  needsConsent: true,
  needs: ['official', 'coordinator', 'administrator'],
  browsing: ['search', 'pick'],
  async start({ value }, at) {
    const own = value || (at.who.acting?.role === 'official' ? at.who.acting.agency : undefined);
    const only = at.who.roles.every(({ role }) => role === 'official') && roleOf('official', at.who)?.agency;
    const agency = await at.find.people.agency(own || only || '');
    return agency ? routeOf(agency, at) : { to: 'search' };
  },
  steps: {
    shown: closing(async (at) => ({
      messages: [{ ...(await summaryAt(at)), options: [] }],
      quick: [open(text('copies'), 'copies')],
    })),
    ...agencyQuestions<Data, StepName>({
      asks: text('search'),
      offers: (query) => text('pick', { query }),
      among: 'own',
      show: (search) => ({ to: 'pick', set: { search } }),
      chosen: routeOf,
    }),
    route: question({
      ask: async (at) => ({ messages: [{ ...(await summaryAt(at)), options: changing.options }] }),
      accepts: changing.accept,
      next: () => ({ to: 'choose' }),
    }),
    choose: question({
      ask: () => ({ messages: [{ kind: 'question', text: text('choose'), options: choices.options }] }),
      accepts: choices.accept,
      next: (chosen) => ({ to: 'reason', set: { chosen } }),
    }),
    reason: question({
      ask: () => ({ messages: [say(text('reason'))] }),
      accepts: textOf(REASON),
      next: (reason, { data: { agency, chosen = 'rule' }, turn }) => ({
        to: 'done',
        effects: [
          {
            do: 'overrideRoute',
            id: turn,
            agency: agency?.code ?? '',
            route: chosen === 'rule' ? null : chosen,
            reason,
          },
        ],
      }),
    }),
    done: closing(doneWords),
    none: closing(({ data: { agency }, who }) => ({
      messages: [say(text('none', { agency: called({ agency }) }))],
      ...(roleOf('official', who) && { quick: [open(text('survey'), 'survey')] }),
    })),
  },
});

async function routeOf(agency: ListedAgency, { find, person }: At<Data>): Promise<Advance<Data, StepName>> {
  const found = await find.reports.route(agency.code, person);
  if (!found) return { to: 'none', set: { agency } };
  return { to: found.mayOverride ? 'route' : 'shown', set: { agency } };
}

/** The route, why, and the steps. Between the tap and the answer the right to see it may have ended. */
async function summaryAt({ data, find, person }: At<Data>) {
  const found = data.agency && (await find.reports.route(data.agency.code, person));
  return {
    kind: 'summary' as const,
    title: text(found ? 'of' : 'none', { agency: called(data) }),
    rows: found ? rowsOf(found) : [],
  };
}

function rowsOf({ route: id, byRule, reasons, steps, override }: AgencyRoute): Row[] {
  const why: Row[] = override
    ? [
        { label: text('because'), value: override.reason },
        {
          label: text('decidedBy', { name: personName(override.by), date: day(override.at) }),
          value: text('ruleSays', { route: routeName(byRule) }),
        },
      ]
    : [{ label: text('because'), value: together(reasons.map(reasonWords)) }];
  const next = steps.map((step, index) => ({
    label: text('step', { number: index + 1 }),
    value: stepWords(step),
  }));
  return [{ label: text('route'), value: routeName(id) }, ...why, ...next];
}

function together([first, ...others]: Text[]): Words {
  if (!first) return '';
  return others.reduce((before, next) => text('two', { first: before, second: next }), first);
}

function doneWords({ data, outcomes }: At<Data>): Closing {
  const done = outcomes.find((outcome) => outcome.of === 'overrideRoute');
  const look = open(text('look'), 'route', data.agency?.code ?? '');
  switch (done?.result) {
    case 'overridden':
      return { messages: [say(text('done', { agency: called(data) }))], quick: [look] };
    case 'unchanged':
      return { messages: [say(text('unchanged'))], quick: [look] };
    default:
      return { messages: [say(text('notYours'))] };
  }
}

function called({ agency }: Pick<Data, 'agency'>): Words {
  return agency ? agencyLabel(agency) : '';
}
