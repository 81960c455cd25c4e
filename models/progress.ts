/**
 * How far a deadline is in what somebody looks after: done and not done part by part (country, province, district),
 * agency by agency, and who is missing. Computed from the data each time, in pages of 500 agencies, so that the whole
 * country needs no more memory than a district. Every reading is cut down to the scopes of the person's own roles.
 */
import type { KnownAgency } from './agency-document.ts';
import { lastSeenOf } from './conversation.ts';
import { type Deadline, deadlinesInForce } from './deadline.ts';
import { agenciesWithOfficials } from './person.ts';
import { officialsOfAll } from './progress-officials.ts';
import { aboveOf, closesInAll, cutTo } from './progress-scope.ts';
import { aboutFilter, countedStandings, type Standing, standingsByName } from './progress-standing.ts';
import { type Scope, scopeFilter } from './scope.ts';
import { type AreaKey, districtKey, placeOf, provinceKey, scopesOf } from './scoped-area.ts';
import { bangkokDate, type CalendarDate } from './thai/calendar.ts';

/** Which deadline, in which part (all that the person looks after without), and for whom. */
export type ProgressQuestion = { deadline: string; area?: AreaKey | undefined; person: string };

/** A page of a list. */
export type Page = { skip: number; limit: number };

/** How far a part is. */
export type ProgressPart = { area: AreaKey; done: number; all: number };

/** One agency of the lowest part. */
export type ProgressAgency = Pick<KnownAgency, 'code' | 'name'> & { isDone: boolean };

/**
 * How far a deadline is. `overdue`: not done although the last day is over; `closesOn`: the last day there, as far as it
 * is one for all; `up`: the part above, empty for all. Either `parts`, or `agencies`, of which `all` is the number.
 */
export type Progress = {
  deadline: Deadline;
  closesOn: CalendarDate;
  up?: AreaKey | '';
  done: number;
  all: number;
  overdue: number;
  parts: ProgressPart[];
  agencies: ProgressAgency[];
};

/** An agency that is not done, who is registered there, and the day each last wrote. */
export type MissingAgency = Pick<KnownAgency, 'code' | 'name'> & {
  closesOn: CalendarDate;
  isOverdue: boolean;
  officials: { name: string; lastSeen?: CalendarDate }[];
};

/** A page of them; the counts are of all. */
export type Missing = {
  deadline: Deadline;
  all: number;
  withoutOfficials: number;
  agencies: MissingAgency[];
};

/** The deadlines in force that touch what the person looks after, as they close for them; the closest first. */
export async function deadlinesToFollow(person: string, now: Date): Promise<Deadline[]> {
  const [scopes, all] = await Promise.all([scopesOf(person), deadlinesInForce(bangkokDate(now))]);
  return followedAmong(scopes, all);
}

/** Those among all in force that touch some scopes, as they close for them; the closest first. */
export function followedAmong(scopes: readonly Scope[], all: readonly Deadline[]): Deadline[] {
  return all
    .filter((deadline) => deadline.within === undefined && cutTo(scopes, deadline).length > 0)
    .map((deadline) => ({ ...deadline, closesOn: closesInAll(scopes, deadline, all) }))
    .sort((a, b) => a.closesOn.localeCompare(b.closesOn) || a.id.localeCompare(b.id));
}

/** How far it is; undefined when there is no such deadline, or nothing of it that the person looks after there. */
export async function progressOf(
  question: ProgressQuestion,
  now: Date,
  page: Page,
): Promise<Progress | undefined> {
  const found = await lookedAfter(question, now);
  if (!found) return undefined;
  const { deadline, scopes } = found;
  const counts = { done: 0, all: 0, overdue: 0 };
  const [provinces, districts] = [new Map<AreaKey, ProgressPart>(), new Map<AreaKey, ProgressPart>()];
  for await (const standings of found.counted()) {
    for (const { agency, closesOn, isDone } of standings) {
      counts.all += 1;
      counts.done += Number(isDone);
      counts.overdue += Number(!isDone && closesOn < bangkokDate(now));
      countIn(provinces, provinceKey(agency), isDone);
      countIn(districts, districtKey(agency), isDone);
    }
  }
  if (counts.all === 0) return undefined;
  const parts = inOrder(provinces.size > 1 ? provinces : districts);
  // Within one province, or nowhere at all: nothing is left to be divided but the agencies.
  const isLowest = parts.length === 1;
  const up = aboveOf(question.area, scopes);
  return {
    deadline,
    closesOn: found.closesOn,
    ...(up !== undefined && { up }),
    ...counts,
    parts: isLowest ? [] : parts,
    agencies: isLowest ? named(await found.byName(page)) : [],
  };
}

const named = (standings: readonly Standing[]): ProgressAgency[] =>
  standings.map(({ agency: { code, name }, isDone }) => ({ code, name, isDone }));

/** Who is not done, by name; undefined as for `progressOf`. */
export async function missingIn(
  question: ProgressQuestion,
  now: Date,
  page: Page,
): Promise<Missing | undefined> {
  const found = await lookedAfter(question, now);
  if (!found) return undefined;
  const codes: string[] = [];
  const counts = { all: 0, withoutOfficials: 0 };
  let isAny = false;
  for await (const standings of found.counted()) {
    isAny ||= standings.length > 0;
    const missing = standings.filter(({ isDone }) => !isDone);
    const staffed = await agenciesWithOfficials(missing.map(({ agency }) => agency.code));
    counts.withoutOfficials += missing.length - staffed.size;
    counts.all += missing.length;
    codes.push(...missing.map(({ agency }) => agency.code));
  }
  if (!isAny) return undefined;
  // Whoever finished in this very moment is left out.
  const shown = (await found.byName(page, codes)).filter(({ isDone }) => !isDone);
  return { deadline: found.deadline, ...counts, agencies: await withOfficials(shown, bangkokDate(now)) };
}

/** The codes of all who are not done; undefined where there are more than `limit`, or as for `progressOf`. */
export async function missingCodes(
  question: ProgressQuestion,
  now: Date,
  limit: number,
): Promise<string[] | undefined> {
  const found = await lookedAfter(question, now);
  if (!found) return undefined;
  const codes: string[] = [];
  for await (const standings of found.counted()) {
    for (const { agency, isDone } of standings) if (!isDone) codes.push(agency.code);
    if (codes.length > limit) return undefined;
  }
  return codes;
}

/** How many have done it, and how many there are and are late, in all that the person looks after. */
export async function doneCounts(
  deadline: string,
  person: string,
  now: Date,
): Promise<{ done: number; all: number; overdue: number }> {
  const found = await progressOf({ deadline, person }, now, { skip: 0, limit: 0 });
  return { done: found?.done ?? 0, all: found?.all ?? 0, overdue: found?.overdue ?? 0 };
}

async function withOfficials(shown: readonly Standing[], today: CalendarDate): Promise<MissingAgency[]> {
  const officials = await officialsOfAll(shown.map(({ agency }) => agency.code));
  const people = [...officials.values()].flat();
  const seen = await lastSeenOf(people.map(({ id }) => id));
  return shown.map(({ agency: { code, name }, closesOn }) => ({
    code,
    name,
    closesOn,
    isOverdue: closesOn < today,
    officials: (officials.get(code) ?? []).map(({ id, profile }) => {
      const last = seen.get(id);
      return {
        name: profile ? `${profile.firstName} ${profile.lastName}` : '',
        ...(last && { lastSeen: bangkokDate(last) }),
      };
    }),
  }));
}

async function lookedAfter({ deadline: id, area, person }: ProgressQuestion, now: Date) {
  const [scopes, all] = await Promise.all([scopesOf(person), deadlinesInForce(bangkokDate(now))]);
  const deadline = all.find((one) => one.id === id && one.within === undefined);
  const place = area === undefined ? {} : placeOf(area);
  const cut = deadline ? cutTo(scopes, deadline) : [];
  if (!deadline || !place || cut.length === 0) return undefined;
  const filter = {
    $and: [{ $or: cut.map(scopeFilter) }, aboutFilter(deadline), place],
  };
  const closesOn = closesInAll(scopes, deadline, all);
  return {
    deadline,
    closesOn,
    scopes: cut,
    counted: () => countedStandings(filter, deadline, all, now),
    byName: (page: Page, codes?: readonly string[]) =>
      standingsByName(codes ?? filter, page, { deadline, all, now }),
  };
}

function countIn(parts: Map<AreaKey, ProgressPart>, area: AreaKey, isDone: boolean): void {
  const part = parts.get(area) ?? { area, done: 0, all: 0 };
  parts.set(area, part);
  part.all += 1;
  part.done += Number(isDone);
}

/** By code; what stands nowhere comes last. */
function inOrder(parts: ReadonlyMap<AreaKey, ProgressPart>): ProgressPart[] {
  const isNowhere = ({ area }: ProgressPart) => Number(area.endsWith('-'));
  return [...parts.values()].sort((a, b) => isNowhere(a) - isNowhere(b) || (a.area < b.area ? -1 : 1));
}
