/**
 * What the agencies of a scope have submitted, for reports and exports: read page by page, so that the whole country
 * needs no more memory than a district. Who may see a scope is decided by whoever asks.
 */
import { AgencyModel, agencyOf, type KnownAgency, type StoredAgency } from './agency-document.ts';
import { type Scope, scopeFilter } from './scope.ts';
import type { CopiesNeeded, SurveyContent } from './survey-answer.ts';
import { RevisionModel, revisionOf, type StoredRevision, type SurveyRevision } from './survey-revision.ts';

/** The agencies of a scope or a single one (its code), in a round (its id). */
export type ResponsesWanted = { round: string; of: Scope | { level: 'agency'; code: string } };

/** The newest submitted revision of an agency. `first` is its first one in the round: how things were before. */
export type NewestRevision = SurveyContent & {
  agency: string;
  revision: number;
  at: Date;
  by: string;
  late: boolean;
  first: { matrix: Record<string, CopiesNeeded>; at: Date; late: boolean };
};

/** An agency of the register, and its newest revision when it has submitted one. */
export type AgencyResponse = { agency: KnownAgency; newest?: NewestRevision };

/** Agencies read at once. */
const PAGE = 500;

/** Every agency wanted, by code, with its newest revision if there is one. */
export async function* responsesOf({ round, of }: ResponsesWanted): AsyncGenerator<AgencyResponse> {
  let after = '';
  while (true) {
    const page = await agenciesAfter(of, after);
    const last = page.at(-1);
    if (!last) return;
    const newest = await newestOf(
      round,
      page.map(({ code }) => code),
    );
    for (const agency of page) {
      const found = newest.get(agency.code);
      yield { agency, ...(found && { newest: found }) };
    }
    after = last.code;
  }
}

/** The newest submitted revision of each agency wanted that has one, by code of the agency. */
export async function* newestRevisions(wanted: ResponsesWanted): AsyncGenerator<NewestRevision> {
  for await (const { newest } of responsesOf(wanted)) if (newest) yield newest;
}

/** The agencies wanted that have not submitted, by code. */
export async function* agenciesWithout(wanted: ResponsesWanted): AsyncGenerator<KnownAgency> {
  for await (const { agency, newest } of responsesOf(wanted)) if (!newest) yield agency;
}

async function agenciesAfter(of: ResponsesWanted['of'], after: string): Promise<KnownAgency[]> {
  const these = of.level === 'agency' ? [{ _id: of.code }] : [scopeFilter(of)];
  const stored = await AgencyModel.find({ $and: [...these, { _id: { $gt: after } }] })
    .sort({ _id: 1 })
    .limit(PAGE)
    .lean<StoredAgency[]>();
  return stored.map(agencyOf);
}

async function newestOf(
  round: string,
  agencies: readonly string[],
): Promise<ReadonlyMap<string, NewestRevision>> {
  const newest = new Map<string, NewestRevision>();
  const stored = RevisionModel.find({ round, agency: { $in: [...agencies] } })
    .sort({ agency: 1, revision: 1 })
    .lean<StoredRevision[]>()
    .cursor();
  for await (const one of stored) {
    const revision = revisionOf(one);
    newest.set(revision.agency, newestAfter(newest.get(revision.agency), revision));
  }
  return newest;
}

function newestAfter(
  before: NewestRevision | undefined,
  { agency, revision, answers, matrix, at, by, late }: SurveyRevision,
): NewestRevision {
  return { agency, revision, answers, matrix, at, by, late, first: before?.first ?? { matrix, at, late } };
}
