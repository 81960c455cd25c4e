/** What conversations about routes and progress read, answered from the database. Who may see what is asked here. */
import type { AgencyRoute, ReportLookUps, SurveyReport } from '../../flows/reports/report-look-ups.ts';
import { agencyByCode } from '../../models/agency.ts';
import { personById } from '../../models/person.ts';
import { mayWorkForAgency } from '../../models/pin-rights.ts';
import { lookAfterScope } from '../../models/role.ts';
import { mayChooseRoute, routeChoices } from '../../models/route-choice.ts';
import { readScope } from '../../models/scope.ts';
import type { ResponsesWanted } from '../../models/survey-newest.ts';
import { reportNumbers } from '../../models/survey-report.ts';
import { newestRevision } from '../../models/survey-revision.ts';
import { currentRound } from '../../models/survey-round.ts';
import { nextSteps, routeFacts, routeOf } from '../../models/survey-route.ts';
import { scopeName } from './people-look-ups.ts';

/** Look-ups about routes and reports. */
export function createReportLookUps(now: () => Date): ReportLookUps {
  return {
    route: (agency, person) => agencyRoute(agency, person, now()),
    survey: (scope, person) => surveyReport(scope, person, now()),
  };
}

async function agencyRoute(code: string, person: string, now: Date): Promise<AgencyRoute | undefined> {
  if (!(await mayWorkForAgency(person, code))) return undefined;
  const [agency, newest] = await Promise.all([
    agencyByCode(code),
    currentRound(now).then(({ id }) => newestRevision(id, code)),
  ]);
  if (!agency || !newest) return undefined;
  const facts = routeFacts(newest.answers, newest.at);
  const { route, reasons } = routeOf(facts);
  const chosen = (await routeChoices([code])).get(code);
  return {
    agency: { code, name: agency.name },
    route: chosen?.route ?? route,
    byRule: route,
    reasons,
    steps: nextSteps(chosen?.route ?? route, facts),
    ...(chosen && {
      override: { reason: chosen.reason, by: await nameOf(chosen.by), at: chosen.at.toISOString() },
    }),
    mayOverride: await mayChooseRoute(person, code),
  };
}

async function nameOf(person: string): Promise<string> {
  const { profile } = await personById(person);
  return profile ? `${profile.firstName} ${profile.lastName}` : '';
}

async function surveyReport(written: string, person: string, now: Date): Promise<SurveyReport | undefined> {
  const of = await visible(written, person);
  if (!of) return undefined;
  const round = await currentRound(now);
  const { late: _late, ...numbers } = await reportNumbers({ round: round.id, of }, now);
  const name = of.level === 'agency' ? (await agencyByCode(of.code))?.name : await scopeName(of);
  const { id, title } = round;
  return { ...numbers, scope: written, name: name ?? { th: written }, round: { id, title } };
}

/** What such words ask for, if the person may see it: an agency they work for, or a scope they look after. */
async function visible(written: string, person: string): Promise<ResponsesWanted['of'] | undefined> {
  const [, code] = /^agency:(\d{9})$/.exec(written) ?? [];
  if (code) return (await mayWorkForAgency(person, code)) ? { level: 'agency', code } : undefined;
  const scope = readScope(written);
  if (!scope) return undefined;
  const { roles } = await personById(person);
  return lookAfterScope(roles, scope) ? scope : undefined;
}
