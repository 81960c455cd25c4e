/**
 * Agencies that people missed in the register (หน่วยงานที่แจ้งว่าไม่มี): those who look after the place look them
 * through, and end each with the agency that was meant, or with a reason. Whoever reported it is told.
 */
import { z } from 'zod';
import { agencyLabel, agencyQuestions, agencySearch, rememberedAgency } from './agency-choice.ts';
import { anyOf, choiceOf, oneOfOptions, textOf, yesOrNo } from './engine/accepts.ts';
import { defineFlow, stepsOf } from './engine/define-flow.ts';
import type { Advance, At, Closing } from './engine/flow.ts';
import { answer, type Message, open, type Row, type Saying, say } from './engine/message.ts';
import { missingAgenciesTexts as text } from './missing-agencies-texts.ts';
import type { ListedAgency, MissingAgency } from './people-look-ups.ts';
import { day } from './role-names.ts';

const name = z.object({ th: z.string(), en: z.string().optional() });
const report = z.object({ id: z.string(), words: z.string(), area: name, at: z.string() });
const data = z.object({
  /** The reports as they were listed; their place in the list is what a number means. */
  reports: z.array(report).optional(),
  chosen: report.optional(),
  search: agencySearch.optional(),
  /** What the report meant, as it is about to be answered. */
  agency: rememberedAgency.optional(),
});
type Data = z.infer<typeof data>;
type StepName = 'reports' | 'report' | 'search' | 'pick' | 'sure' | 'reason' | 'none';

/** Reports on one list; those that wait longest come first. */
const SHOWN = 10;
/** Characters of a report that fit a button's line. */
const LABEL_AT_MOST = 60;
/** Characters of a reason. */
const REASON = { min: 3, max: 300 };

const ways = choiceOf(text, { search: 'isThere', reason: 'giveReason', reports: 'toList' });
const sureAnswers = choiceOf(text, { tell: 'tell', other: 'otherAgency' });

const { question, closing } = stepsOf<Data, StepName>();

export const missingAgencies = defineFlow({
  id: 'missing-agencies',
  version: 1,
  data,
  text,
  title: text('title'),
  // Approving leads here when something waits.
  listed: false,
  words: { th: ['หน่วยงานที่แจ้ง', 'หน่วยงานที่ไม่มี'], en: ['missing agencies'] },
  takesWords: false,
  needsConsent: true,
  needs: ['coordinator', 'administrator'],
  browsing: ['reports', 'report'],
  start: (_, at) => toReports(at),
  // A look at the list is nothing to go on with.
  leave: () => null,
  steps: {
    reports: question({
      ask: (at) => ({ messages: [...became(at), reportList(at.data)] }),
      accepts: ({ data: { reports = [] } }) =>
        oneOfOptions(reports.map(({ id, words }) => ({ value: id, labels: [words] }))),
      next: (id, { data: { reports = [] } }) => ({
        to: 'report',
        set: { chosen: reports.find((one) => one.id === id), search: undefined, agency: undefined },
      }),
    }),
    report: question({
      ask: ({ data: { chosen } }) => ({
        messages: [{ kind: 'summary', title: text('report'), rows: rowsOf(chosen), options: ways.options }],
      }),
      accepts: ways.accept,
      next: (way, at) => (way === 'reports' ? toReports(at) : { to: way }),
    }),
    ...agencyQuestions<Data, StepName>({
      asks: text('search'),
      offers: (query) => text('pick', { query }),
      among: 'all',
      show: (search) => ({ to: 'pick', set: { search } }),
      chosen: (agency) => ({ to: 'sure', set: { agency } }),
    }),
    sure: question({
      ask: ({ data: { chosen, agency } }) => ({
        messages: [
          {
            kind: 'question',
            text: text('sure', { words: chosen?.words ?? '', agency: agency ? agencyLabel(agency) : '' }),
            options: sureAnswers.options,
          },
        ],
      }),
      accepts: anyOf(yesOrNo('tell', 'other'), sureAnswers.accept),
      next: (choice, at) => (choice === 'tell' ? closeWithAgency(at) : { to: 'search' }),
    }),
    reason: question({
      ask: ({ data: { chosen } }) => ({ messages: [say(text('reason', { words: chosen?.words ?? '' }))] }),
      accepts: textOf(REASON),
      next: (reason, at) => closeWithReason(at, reason),
    }),
    none: closing((at) => noneLeft(at)),
  },
});

/** On to the reports that are open now, without the one just ended. */
async function toReports({ find, who }: At<Data>, ended?: MissingAgency): Promise<Advance<Data, StepName>> {
  const open = await find.people.missingAgenciesFor(who.roles, SHOWN + 1);
  const reports = open.filter(({ id }) => id !== ended?.id).slice(0, SHOWN);
  const set = { reports, chosen: ended, search: undefined, agency: undefined };
  return { to: reports.length > 0 ? 'reports' : 'none', set };
}

function reportList({ reports = [] }: Data): Message {
  return {
    kind: 'question',
    text: text('reports', { count: reports.length }),
    options: reports.map(({ id, words, at }) =>
      answer(text('entry', { words: shortened(words), date: day(at) }), id),
    ),
  };
}

function rowsOf(chosen: MissingAgency | undefined): Row[] {
  if (!chosen) return [];
  return [
    { label: text('wordsLabel'), value: chosen.words },
    { label: text('areaLabel'), value: chosen.area.th ? chosen.area : text('areaUnknown') },
    { label: text('atLabel'), value: text('date', { date: day(chosen.at) }) },
  ];
}

async function closeWithAgency(at: At<Data>): Promise<Advance<Data, StepName>> {
  const { chosen, agency } = at.data;
  if (!chosen || !agency) return toReports(at);
  const key = `${at.run}:${chosen.id}:agency`;
  const tell = tellAgency(chosen, agency);
  const effect = { do: 'closeMissingAgency', key, report: chosen.id, agency: agency.code, tell } as const;
  return { ...(await toReports(at, chosen)), effects: [effect] };
}

async function closeWithReason(at: At<Data>, reason: string): Promise<Advance<Data, StepName>> {
  const { chosen } = at.data;
  if (!chosen) return toReports(at);
  const key = `${at.run}:${chosen.id}:reason`;
  const tell = tellReason(chosen, reason);
  const effect = { do: 'closeMissingAgency', key, report: chosen.id, reason, tell } as const;
  return { ...(await toReports(at, chosen)), effects: [effect] };
}

/** What became of the report ended just before. */
function became({ outcomes, data: { chosen } }: At<Data>): Message[] {
  const done = outcomes.find((outcome) => outcome.of === 'closeMissingAgency');
  const words = chosen?.words ?? '';
  switch (done?.result) {
    case 'closed':
      return [say(text('closed', { words }))];
    case 'already-closed':
      return [say(text('alreadyClosed', { words }))];
    case 'not-allowed':
      return [say(text('notAllowed', { words }))];
    default:
      return [];
  }
}

function noneLeft(at: At<Data>): Closing {
  const said = became(at);
  return {
    messages: [...said, say(text(said.length > 0 ? 'noMore' : 'none'))],
    quick: [open(text('approvals'), 'approvals')],
  };
}

function tellAgency({ words }: MissingAgency, agency: ListedAgency): Saying {
  const told = text('tellAgency', { words, agency: agencyLabel(agency) });
  return { messages: [say(told)], quick: [open(text('register'), 'register', agency.code)] };
}

function tellReason({ words }: MissingAgency, reason: string): Saying {
  return {
    messages: [say(text('tellReason', { words, reason }))],
    quick: [open(text('register'), 'register')],
  };
}

function shortened(words: string): string {
  const letters = [...new Intl.Segmenter('th').segment(words)].map(({ segment }) => segment);
  return letters.length > LABEL_AT_MOST ? `${letters.slice(0, LABEL_AT_MOST).join('')}…` : words;
}
