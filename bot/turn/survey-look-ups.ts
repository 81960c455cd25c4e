/** What conversations about the readiness survey read, answered from the database. */
import type { SurveyLookUps, SurveyState } from '../../flows/survey/survey-look-ups.ts';
import { agencyByCode } from '../../models/agency.ts';
import type { KnownAgency } from '../../models/agency-document.ts';
import { areasOf } from '../../models/agency-search.ts';
import { type ResponseState, responseState, revisionHistory } from '../../models/survey-state.ts';

/** Look-ups about the survey. */
export function createSurveyLookUps(now: () => Date): SurveyLookUps {
  return {
    state: async (code, person) => {
      const agency = await agencyByCode(code);
      const state = agency && (await responseState(code, person, now()));
      return agency && state && { ...written(state), agency: await agencyWords(agency) };
    },
    revisions: async (agency, person) =>
      (await revisionHistory(agency, person, now())).map(({ at, ...revision }) => ({
        ...revision,
        at: at.toISOString(),
      })),
  };
}

function written({
  round,
  answers,
  matrix,
  submitted,
  ...state
}: ResponseState): Omit<SurveyState, 'agency'> {
  return {
    ...state,
    round: {
      id: round.id,
      title: round.title,
      ...(round.closesAt && { closesAt: round.closesAt.toISOString() }),
    },
    answers: withTimes(answers),
    matrix: withTimes(matrix),
    ...(submitted && { submitted: { ...submitted, at: submitted.at.toISOString() } }),
  };
}

async function agencyWords(agency: KnownAgency): Promise<SurveyState['agency']> {
  const { code, name, department, ministry } = agency;
  const [area] = await areasOf([agency]);
  return { code, name, area: area ?? { th: '' }, department, ministry };
}

function withTimes<Given extends { at: Date }>(
  record: Record<string, Given>,
): Record<string, Omit<Given, 'at'> & { at: string }> {
  return Object.fromEntries(
    Object.entries(record).map(([id, { at, ...given }]) => [id, { ...given, at: at.toISOString() }]),
  );
}
