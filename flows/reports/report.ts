/**
 * How far an agency or a whole scope is with the survey and with ending copies (รายงาน): the numbers as a picture and
 * in words, and question by question. Last words, not questions: the buttons carry the scope and so never go stale.
 */
import { z } from 'zod';
import { defineFlow, stepsOf } from '../engine/define-flow.ts';
import type { At, Closing } from '../engine/flow.ts';
import { type Bar, type Option, open, type Row, say } from '../engine/message.ts';
import { defineTexts, type Words } from '../engine/text.ts';
import type { Who } from '../engine/who.ts';
import { readinessSurvey } from '../survey/questions.ts';
import type { SurveyReport } from './report-look-ups.ts';

const data = z.object({ scope: z.string().optional(), question: z.string().optional() });
type Data = z.infer<typeof data>;

const text = defineTexts('report', {
  title: { th: 'รายงานการเลิกขอสำเนา', en: 'Report on ending copies' },
  of: { th: '{{name}}\n{{round}}', en: '{{name}}\n{{round}}' },
  answered: { th: 'ส่งแบบสำรวจแล้ว', en: 'Survey answered' },
  ended: { th: 'บริการที่ไม่ขอสำเนาแล้ว', en: 'Services without copies' },
  offline: { th: 'เส้นทางออฟไลน์', en: 'Route: offline' },
  'online-a': { th: 'เส้นทางออนไลน์ ก', en: 'Route: online A' },
  'online-b': { th: 'เส้นทางออนไลน์ ข', en: 'Route: online B' },
  missing: { th: 'ยังไม่ส่งแบบสำรวจ', en: 'Not answered yet' },
  agencies: { th: '{{count}} หน่วยงาน', en: '{{count}} agencies', enOne: '{{count}} agency' },
  copies: { th: 'บริการที่ขอสำเนา เดิม → วันนี้', en: 'Services asking for copies, before → now' },
  beforeNow: { th: '{{before}} → {{now}} จาก {{all}} บริการ', en: '{{before}} → {{now}} of {{all}} services' },
  readers: { th: 'เครื่องอ่านบัตรที่ยังขาด', en: 'Card readers missing' },
  count: { th: '{{count}} เครื่อง', en: '{{count}}' },
  blockers: { th: 'ติดขัดเรื่อง', en: 'What blocks it' },
  blocker: { th: '{{name}} {{count}} บริการ', en: '{{name}}: {{count}}' },
  two: { th: '{{first}}, {{second}}', en: '{{first}}, {{second}}' },
  law: { th: 'ก กฎหมายหรือระเบียบ', en: 'law or rules' },
  budget: { th: 'ข งบประมาณ อุปกรณ์ หรือระบบ', en: 'budget, equipment or systems' },
  people: { th: 'ค บุคลากรหรือขั้นตอน', en: 'people or process' },
  none: { th: 'ไม่มี', en: 'none' },
  byQuestion: { th: 'ดูผลรายข้อ', en: 'Question by question' },
  whichQuestion: { th: 'ดูผลของข้อใด', en: 'Which question?' },
  question: { th: 'ข้อ {{number}} {{title}}', en: '{{number}} {{title}}' },
  answers: { th: 'จำนวนที่ตอบ', en: 'Answers' },
  total: { th: 'รวม', en: 'Total' },
  totalOf: { th: 'รวมของ “{{choice}}”', en: 'Total of “{{choice}}”' },
  back: { th: 'กลับไปที่รายงาน', en: 'Back to the report' },
  notYours: {
    th: 'รายงานนี้สำหรับเจ้าหน้าที่ของหน่วยงาน และผู้ประสานงานที่ดูแลพื้นที่นั้น',
    en: 'This report is for the agency’s officials and for who looks after that area.',
  },
});

const { closing } = stepsOf<Data, 'report' | 'questions' | 'answers'>();

/** Between the scope and the question in a button. */
const APART = '|';
const LIST = 'list';

export const report = defineFlow({
  id: 'report',
  version: 1,
  data,
  text,
  title: text('title'),
  listed: true,
  words: { th: ['รายงาน', 'รายงานแบบสำรวจ'], en: ['report'] },
  takesWords: false,
  needsConsent: false,
  needs: ['official', 'coordinator', 'administrator'],
  start({ value }, { who }) {
    const [scope = '', question] = value ? value.split(APART) : [scopeInUse(who)];
    if (question === undefined) return { to: 'report', set: { scope } };
    return question === LIST
      ? { to: 'questions', set: { scope } }
      : { to: 'answers', set: { scope, question } };
  },
  steps: {
    report: closing((at) => reported(at, reportWords)),
    questions: closing((at) => reported(at, questionList)),
    answers: closing((at) => reported(at, (found) => answerWords(found, at.data.question ?? ''))),
  },
});

/** What the role in use is over. */
function scopeInUse({ acting, roles }: Who): string {
  const role = acting ?? roles[0];
  if (role?.role === 'official') return `agency:${role.agency}`;
  return role?.role === 'coordinator' ? role.scope : 'country';
}

async function reported(
  { data: { scope = '' }, find, person }: At<Data>,
  words: (found: SurveyReport) => Closing,
): Promise<Closing> {
  const found = await find.reports.survey(scope, person);
  return found ? words(found) : { messages: [say(text('notYours'))] };
}

function reportWords(found: SurveyReport): Closing {
  const { scope, answered, agencies, procedures, routes } = found;
  const bars: Bar[] = [
    { label: text('answered'), part: answered, all: agencies },
    { label: text('ended'), part: procedures.all - procedures.now, all: procedures.all },
    ...(['offline', 'online-a', 'online-b'] as const).map((id) => ({
      label: text(id),
      part: routes[id],
      all: answered,
    })),
  ];
  const options = [open(text('byQuestion'), 'report', `${scope}${APART}${LIST}`)];
  return { messages: [{ kind: 'chart', title: titleOf(found), bars, rows: rowsOf(found), options }] };
}

function rowsOf({ agencies, answered, procedures, readersMissing, blockers }: SurveyReport): Row[] {
  const { before, now, all } = procedures;
  return [
    { label: text('missing'), value: text('agencies', { count: agencies - answered }) },
    { label: text('copies'), value: text('beforeNow', { before, now, all }) },
    { label: text('readers'), value: text('count', { count: readersMissing }) },
    {
      label: text('blockers'),
      value: together(blockers.map(({ id, count }) => text('blocker', { name: blockerNames[id], count }))),
    },
  ];
}

const blockerNames = { law: text('law'), budget: text('budget'), people: text('people') };

function together([first, ...others]: Words[]): Words {
  if (!first) return text('none');
  return others.reduce((before, next) => text('two', { first: before, second: next }), first);
}

/** The questions that numbers can be given of, with their place in the survey. */
const counted = readinessSurvey.questions.flatMap((question, index) =>
  question.kind === 'matrix' || question.kind === 'text' ? [] : [{ ...question, number: index + 1 }],
);

function questionList({ scope }: SurveyReport): Closing {
  const options: Option[] = counted.map(({ id, title, number }) =>
    open(text('question', { number, title }), 'report', `${scope}${APART}${id}`),
  );
  return { messages: [{ kind: 'question', text: text('whichQuestion'), options }], quick: [backTo(scope)] };
}

function answerWords(found: SurveyReport, id: string): Closing {
  const question = counted.find((one) => one.id === id);
  if (!question) return questionList(found);
  const { scope, answered, choices, sums } = found;
  const counts = choices[id] ?? {};
  const listed = 'choices' in question ? question.choices : [];
  const title = text('question', { number: question.number, title: question.title });
  const quick = [backTo(scope), open(text('byQuestion'), 'report', `${scope}${APART}${LIST}`)];
  const totals = totalRows(id, listed, sums);
  if (listed.length === 0)
    return {
      messages: [{ kind: 'summary', title, rows: [...answerRow(answered), ...totals], options: [] }],
      quick,
    };
  const bars = listed.map(({ id: choice, label }) => ({ label, part: counts[choice] ?? 0, all: answered }));
  return {
    messages: [{ kind: 'chart', title, bars, rows: [...answerRow(answered), ...totals], options: [] }],
    quick,
  };
}

const answerRow = (answered: number): Row[] => [
  { label: text('answers'), value: text('agencies', { count: answered }) },
];

function totalRows(
  question: string,
  choices: readonly { id: string; label: Words }[],
  sums: SurveyReport['sums'],
): Row[] {
  const row = (label: Words, sum: number | undefined): Row[] =>
    sum === undefined ? [] : [{ label, value: sum.toLocaleString('en-US') }];
  return [
    ...row(text('total'), sums[question]),
    ...choices.flatMap(({ id, label }) => row(text('totalOf', { choice: label }), sums[`${question}.${id}`])),
  ];
}

function backTo(scope: string): Option {
  return open(text('back'), 'report', scope);
}

function titleOf({ name, round }: SurveyReport): Words {
  return text('of', { name, round: round.title });
}
