/**
 * How the agencies of a deadline stand: when it closes for each and whether it is done. In order, for lists, of which a
 * page is read at a time; or in no order and without names, for counting, which reads little of many.
 */
import { AgencyModel, agencyOf, type KnownAgency, type StoredAgency } from './agency-document.ts';
import { agenciesByName, namedByName } from './agency-order.ts';
import type { Deadline } from './deadline.ts';
import { deadlineFor, doneOf } from './deadline-done.ts';
import { readScope, scopeFilter } from './scope.ts';
import type { CalendarDate } from './thai/calendar.ts';

/** One agency as it stands. */
export type Standing = { agency: KnownAgency; closesOn: CalendarDate; isDone: boolean };

/** Agencies that are counted at once. */
const COUNTED_AT_ONCE = 2_000;
/** What of an agency is read for counting. */
const PLACED = { kind: 1, provinceCode: 1, districtCode: 1, department: 1 } as const;
const NO_NAME = { th: '' };

/** The agencies a deadline is about, as a filter. */
export const aboutFilter = ({ scope, kinds }: Deadline): Record<string, unknown> => ({
  ...scopeFilter(readScope(scope) ?? { level: 'country' }),
  ...(kinds.length > 0 && { kind: { $in: kinds } }),
});

/** For counting: the agencies of a filter in no order, without their names, in pages of 2,000. */
export async function* countedStandings(
  filter: Record<string, unknown>,
  deadline: Deadline,
  all: readonly Deadline[],
  now: Date,
): AsyncGenerator<Standing[]> {
  let next = placedAfter('', filter);
  for (;;) {
    const stored = await next;
    const isMore = stored.length === COUNTED_AT_ONCE;
    if (isMore) {
      // Read while this page is being judged; who wants no more pages need not hear that the next one failed.
      next = placedAfter(stored.at(-1)?._id ?? '', filter);
      next.catch(() => undefined);
    }
    if (stored.length > 0)
      yield await standingsOf(
        stored.map((one) => agencyOf({ ...one, name: NO_NAME })),
        deadline,
        all,
        now,
      );
    if (!isMore) return;
  }
}

/** The agencies of a filter behind a code, by code, as far as counting needs them. */
async function placedAfter(last: string, filter: Record<string, unknown>): Promise<StoredAgency[]> {
  return AgencyModel.find({ $and: [filter, { _id: { $gt: last } }] }, PLACED)
    .sort({ _id: 1 })
    .limit(COUNTED_AT_ONCE)
    .lean<StoredAgency[]>();
}

const isCodes = (among: Record<string, unknown> | readonly string[]): among is readonly string[] =>
  Array.isArray(among);

/** One page of the agencies of a filter, or of those with some codes, by name, with what is done. Nothing else is read. */
export async function standingsByName(
  among: Record<string, unknown> | readonly string[],
  page: { skip: number; limit: number },
  { deadline, all, now }: { deadline: Deadline; all: readonly Deadline[]; now: Date },
): Promise<Standing[]> {
  const agencies = await (isCodes(among) ? namedByName(among, page) : agenciesByName(among, page));
  return standingsOf(agencies, deadline, all, now);
}

/** Where an earlier inner deadline counts, it says which survey round is asked for. */
async function standingsOf(
  agencies: readonly KnownAgency[],
  deadline: Deadline,
  all: readonly Deadline[],
  now: Date,
): Promise<Standing[]> {
  const { what, opensOn } = deadline;
  const counting = agencies.map((agency) => {
    const { closesOn } = deadlineFor(agency, deadline, all);
    return { agency, deadline: { what, opensOn, closesOn } };
  });
  const done = await doneOf(counting, now);
  return counting.map((one) => ({
    agency: one.agency,
    closesOn: one.deadline.closesOn,
    isDone: done.has(one),
  }));
}
