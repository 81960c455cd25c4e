/**
 * How far the agencies of a scope are: who answered, what, which way they go, and which procedures still ask for a
 * copy. Counted from the newest submitted revisions and the copies asked for today, agency by agency, so that the
 * whole country needs no more memory than a district. Exports are made of the same rows, so that numbers agree.
 */
import type { KnownAgency } from './agency-document.ts';
import type { Blocker } from './copy-document.ts';
import { type CopyRow, copyRowsOf } from './copy-rows.ts';
import { routeChoices } from './route-choice.ts';
import type { SurveyAnswer } from './survey-answer.ts';
import {
  type AgencyResponse,
  type NewestRevision,
  type ResponsesWanted,
  responsesOf,
} from './survey-newest.ts';
import { routeFacts, routeOf, type SurveyRoute } from './survey-route.ts';

/** The numbers of a scope. Choices are counted by question and choice; sums by question, or `question.choice`. */
export type ReportNumbers = {
  agencies: number;
  answered: number;
  late: number;
  choices: Record<string, Record<string, number>>;
  sums: Record<string, number>;
  /** Procedures, each counted once for its agency; `before` and `now` are those that ask for a copy anywhere. */
  procedures: { all: number; before: number; now: number };
  routes: Record<SurveyRoute, number>;
  readersMissing: number;
  /** Of procedures that still ask: what blocks them, the most frequent first. */
  blockers: { id: Blocker; count: number }[];
};

/** One agency with all that a report says of it. */
export type ReportedAgency = {
  agency: KnownAgency;
  newest?: NewestRevision;
  /** Once it has answered: its way, by the rule or as a coordinator decided. */
  route?: { id: SurveyRoute; isChosen: boolean };
  readersMissing: number;
  copies: CopyRow[];
};

/** Agencies looked at together. */
const PAGE = 200;

/** Every agency wanted, by code. */
export async function* reportedAgencies(wanted: ResponsesWanted, now: Date): AsyncGenerator<ReportedAgency> {
  for await (const page of pagesOf(responsesOf(wanted))) {
    const agencies = page.map(({ agency }) => agency);
    const [copies, choices] = await Promise.all([
      copyRowsOf(agencies, now),
      routeChoices(agencies.map(({ code }) => code)),
    ]);
    const byAgency = Map.groupBy(copies, ({ agency }) => agency);
    for (const { agency, newest } of page) {
      yield {
        agency,
        ...(newest && { newest, ...wayOf(newest, choices.get(agency.code)?.route) }),
        readersMissing: newest ? routeFacts(newest.answers, newest.at).readersMissing : 0,
        copies: byAgency.get(agency.code) ?? [],
      };
    }
  }
}

/** The numbers of all agencies wanted. */
export async function reportNumbers(wanted: ResponsesWanted, now: Date): Promise<ReportNumbers> {
  const numbers: ReportNumbers = {
    agencies: 0,
    answered: 0,
    late: 0,
    choices: {},
    sums: {},
    procedures: { all: 0, before: 0, now: 0 },
    routes: { offline: 0, 'online-a': 0, 'online-b': 0 },
    readersMissing: 0,
    blockers: [],
  };
  const blockers = new Map<Blocker, number>();
  for await (const reported of reportedAgencies(wanted, now)) {
    count(reported, numbers);
    for (const blocker of reported.copies.filter(isAsking).flatMap((row) => row.blockers))
      blockers.set(blocker, (blockers.get(blocker) ?? 0) + 1);
  }
  const ranked = [...blockers].map(([id, many]) => ({ id, count: many }));
  return { ...numbers, blockers: ranked.sort((a, b) => b.count - a.count || a.id.localeCompare(b.id)) };
}

/** Whether a row asks for any copy today. */
export const isAsking = ({ now }: CopyRow): boolean => now.idCard || now.house;

function wayOf(newest: NewestRevision, chosen: SurveyRoute | undefined): Pick<ReportedAgency, 'route'> {
  const id = chosen ?? routeOf(routeFacts(newest.answers, newest.at)).route;
  return { route: { id, isChosen: chosen !== undefined } };
}

function count({ newest, route, readersMissing, copies }: ReportedAgency, numbers: ReportNumbers): void {
  numbers.agencies += 1;
  numbers.readersMissing += readersMissing;
  countProcedures(copies, numbers.procedures);
  if (!newest) return;
  numbers.answered += 1;
  if (newest.first.late) numbers.late += 1;
  if (route) numbers.routes[route.id] += 1;
  for (const [question, answer] of Object.entries(newest.answers)) countAnswer(question, answer, numbers);
}

function countAnswer(question: string, answer: SurveyAnswer, { choices, sums }: ReportNumbers): void {
  if ('number' in answer) add(sums, question, answer.number);
  if (!('choices' in answer)) return;
  const counts = choices[question] ?? {};
  choices[question] = counts;
  for (const choice of answer.choices) add(counts, choice, 1);
  for (const [choice, detail] of Object.entries(answer.details ?? {}))
    if (typeof detail === 'number') add(sums, `${question}.${choice}`, detail);
}

function countProcedures(copies: readonly CopyRow[], procedures: ReportNumbers['procedures']): void {
  for (const rows of Map.groupBy(copies, ({ procedure }) => procedure).values()) {
    procedures.all += 1;
    if (rows.some(({ before }) => before.idCard || before.house)) procedures.before += 1;
    if (rows.some(isAsking)) procedures.now += 1;
  }
}

function add(counts: Record<string, number>, key: string, more: number): void {
  counts[key] = (counts[key] ?? 0) + more;
}

async function* pagesOf(responses: AsyncIterable<AgencyResponse>): AsyncGenerator<AgencyResponse[]> {
  let page: AgencyResponse[] = [];
  for await (const response of responses) {
    page.push(response);
    if (page.length < PAGE) continue;
    yield page;
    page = [];
  }
  if (page.length > 0) yield page;
}
