/**
 * How everything stands that digests tell of, read once for all coordinators: each deadline's agencies, the registrations
 * that wait and the open cases are counted under every scope that covers them (country, province, district, department),
 * so that a digest is a few look-ups in memory. What is held grows with the areas of the country, not with its agencies.
 */
import { type CaseCount, openCaseCounts } from './complaint-counts.ts';
import { levelsWithin } from './complaint-rights.ts';
import type { Deadline } from './deadline.ts';
import { aboutFilter, countedStandings } from './progress-standing.ts';
import { allWaiting } from './registration.ts';
import { contains, covers, type Scope, type ScopedPlace, writeScope } from './scope.ts';
import { bangkokDate } from './thai/calendar.ts';

/** How far a deadline is in a scope; `overdue`: not done although the last day is over. */
export type DoneCounts = { done: number; all: number; overdue: number };

/** How many cases are open, and how many of them overdue. */
export type OpenCases = { all: number; overdue: number };

/** Everything at one instant. Scopes are written as `writeScope` does. */
export type CountryStanding = {
  deadlines: ReadonlyMap<string, ReadonlyMap<string, DoneCounts>>;
  /** When each was asked for. */
  waiting: ReadonlyMap<string, readonly Date[]>;
  cases: ReadonlyMap<string, OpenCases>;
};

/** Reads all of it; `check` is asked between pages. */
export async function countryStanding(
  all: readonly Deadline[],
  now: Date,
  check: () => Promise<void>,
): Promise<CountryStanding> {
  const deadlines = new Map<string, Map<string, DoneCounts>>();
  for (const deadline of all) {
    if (deadline.within !== undefined) continue;
    deadlines.set(deadline.id, await doneByScope(deadline, all, now));
    await check();
  }
  const [waiting, cases] = [await waitingByScope(), casesByScope(await openCaseCounts(bangkokDate(now)))];
  return { deadlines, waiting, cases };
}

async function doneByScope(
  deadline: Deadline,
  all: readonly Deadline[],
  now: Date,
): Promise<Map<string, DoneCounts>> {
  const counts = new Map<string, DoneCounts>();
  const today = bangkokDate(now);
  for await (const page of countedStandings(aboutFilter(deadline), deadline, all, now))
    for (const { agency, closesOn, isDone } of page)
      for (const scope of scopesOver(agency)) {
        const sum = entry(counts, writeScope(scope), () => ({ done: 0, all: 0, overdue: 0 }));
        sum.all += 1;
        sum.done += Number(isDone);
        sum.overdue += Number(!isDone && closesOn < today);
      }
  return counts;
}

async function waitingByScope(): Promise<Map<string, Date[]>> {
  const waiting = new Map<string, Date[]>();
  for await (const { at, place } of allWaiting())
    for (const scope of scopesOver(place)) entry(waiting, writeScope(scope), (): Date[] => []).push(at);
  return waiting;
}

/** A case is in the hands of those scopes over it that reach as far as its level. */
function casesByScope(counted: readonly CaseCount[]): Map<string, OpenCases> {
  const cases = new Map<string, OpenCases>();
  for (const { level, place, all, overdue } of counted)
    for (const scope of scopesOver(place)) {
      if (!levelsWithin(scope).includes(level)) continue;
      const sum = entry(cases, writeScope(scope), () => ({ all: 0, overdue: 0 }));
      sum.all += all;
      sum.overdue += overdue;
    }
  return cases;
}

/** Whether a scope has a case in its hands. */
export const handles = (scope: Scope, { level, place }: CaseCount): boolean =>
  covers(scope, place) && levelsWithin(scope).includes(level);

/** All scopes that cover a place. */
function scopesOver({ provinceCode, districtCode, department }: ScopedPlace): Scope[] {
  return [
    { level: 'country' },
    ...(provinceCode ? [{ level: 'province' as const, code: provinceCode }] : []),
    ...(districtCode ? [{ level: 'district' as const, code: districtCode }] : []),
    ...(department ? [{ level: 'department' as const, code: department }] : []),
  ];
}

/** Those of some scopes that lie in none of the others: what is counted under each of them is counted once. */
export function widestOf(scopes: readonly Scope[]): Scope[] {
  return scopes.filter(
    (scope, at) =>
      !scopes.some((other, before) =>
        contains(scope, other) ? before < at && contains(other, scope) : contains(other, scope),
      ),
  );
}

/** Whether two of these may cover the same agency: a department lies across all areas. */
export const doOverlap = (widest: readonly Scope[]): boolean =>
  widest.length > 1 && widest.some(({ level }) => level === 'department') && !areAllDepartments(widest);

const areAllDepartments = (scopes: readonly Scope[]) => scopes.every(({ level }) => level === 'department');

function entry<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
