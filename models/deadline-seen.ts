/** Deadlines as people see them: those of what somebody looks after, and those of one agency with what is done. */

import { agencyByCode } from './agency.ts';
import { AgencyModel, type KnownAgency } from './agency-document.ts';
import {
  type Deadline,
  deadlineById,
  deadlinesInForce,
  type KnownDeadline,
  standingDeadlines,
} from './deadline.ts';
import { deadlineFor, isAbout, isDone } from './deadline-done.ts';
import { personById } from './person.ts';
import { allAreaNames } from './place-names.ts';
import { mayWorkFor, type Role } from './role.ts';
import { contains, readScope, type Scope, scopeFilter } from './scope.ts';
import { bangkokDate, type CalendarDate } from './thai/calendar.ts';

/** A deadline and what the person may do: change and cancel it, or set an earlier one for a part of it. */
export type SeenDeadline = KnownDeadline & { mayChange: boolean; mayTighten: boolean };

/** What counts for an agency, and whether it is done. */
export type AgencyDeadline = { deadline: Deadline; isDone: boolean };

/** All that are not over and touch what the person looks after, those that end first before the others. */
export async function deadlinesSeenBy(person: string, on: CalendarDate): Promise<SeenDeadline[]> {
  const [scopes, standing] = await Promise.all([scopesLookedAfter(person), standingDeadlines(on)]);
  return standing.flatMap((deadline) => seenWith(scopes, deadline, on) ?? []);
}

/** One deadline, as long as it stands; undefined when it touches nothing the person looks after. */
export async function deadlineSeenBy(
  id: string,
  person: string,
  on: CalendarDate,
): Promise<SeenDeadline | undefined> {
  const [scopes, deadline] = await Promise.all([scopesLookedAfter(person), deadlineById(id)]);
  return deadline && seenWith(scopes, deadline, on);
}

function seenWith(
  scopes: readonly Scope[],
  deadline: KnownDeadline,
  on: CalendarDate,
): SeenDeadline | undefined {
  const about = readScope(deadline.scope);
  if (!about) return undefined;
  const mayChange = scopes.some((own) => contains(own, about));
  const touches = mayChange || scopes.some((own) => contains(about, own));
  const mayTighten = !deadline.cancelled && deadline.closesOn > on;
  return touches ? { ...deadline, mayChange: mayChange && !deadline.cancelled, mayTighten } : undefined;
}

/** What counts for an agency on this day and whether it is done; undefined when the person does not work for it. */
export async function deadlinesOfAgency(
  code: string,
  person: string,
  now: Date,
): Promise<AgencyDeadline[] | undefined> {
  const [{ roles }, agency] = await Promise.all([personById(person), agencyByCode(code)]);
  if (!agency || !mayWorkFor(roles, agency)) return undefined;
  return deadlinesFor(agency, now);
}

/** What counts for an agency at this instant, and whether it is done; what ends first comes first. */
async function deadlinesFor(agency: KnownAgency, now: Date): Promise<AgencyDeadline[]> {
  const all = await deadlinesInForce(bangkokDate(now));
  const counting = all
    .filter((deadline) => deadline.within === undefined && isAbout(deadline, agency))
    .map((deadline) => deadlineFor(agency, deadline, all))
    .sort((a, b) => (a.closesOn < b.closesOn ? -1 : Number(a.closesOn > b.closesOn)));
  return Promise.all(
    counting.map(async (deadline) => ({ deadline, isDone: await isDone(deadline, agency, now) })),
  );
}

/** The scopes somebody can set a deadline for: what they look after, and the provinces or districts of it. */
export async function scopesToChoose(person: string, within: string): Promise<Scope[]> {
  const outer = readScope(within);
  if (!outer) return [];
  const own = (await scopesLookedAfter(person)).flatMap((scope) => {
    if (contains(outer, scope)) return [scope];
    return contains(scope, outer) ? [outer] : [];
  });
  const parts = await Promise.all(own.map(partsOf));
  const all = own.flatMap((scope, at) => [scope, ...(parts[at] ?? [])]);
  return all.filter((scope, at) => all.findIndex((one) => isSame(one, scope)) === at);
}

async function partsOf(scope: Scope): Promise<Scope[]> {
  if (scope.level !== 'country' && scope.level !== 'province') return [];
  const { provinces, districts } = await allAreaNames();
  if (scope.level === 'country')
    return [...provinces.keys()].sort().map((code) => ({ level: 'province' as const, code }));
  return [...districts.keys()]
    .filter((code) => code.startsWith(scope.code))
    .sort()
    .map((code) => ({ level: 'district' as const, code }));
}

const isSame = (a: Scope, b: Scope): boolean => contains(a, b) && contains(b, a);

/** Whether the person looks after all of a scope. */
export async function looksAfterAll(person: string, scope: string): Promise<boolean> {
  const inner = readScope(scope);
  return inner !== undefined && (await scopesLookedAfter(person)).some((own) => contains(own, inner));
}

/** The kinds of agencies of a scope, and how many there are of each, the most first. */
export async function kindsInScope(scope: string): Promise<{ kind: string; count: number }[]> {
  const about = readScope(scope);
  if (!about) return [];
  const counted = await AgencyModel.aggregate<{ _id: string; count: number }>([
    { $match: scopeFilter(about) },
    { $group: { _id: '$kind', count: { $sum: 1 } } },
    { $sort: { count: -1, _id: 1 } },
  ]);
  return counted.map(({ _id, count }) => ({ kind: _id, count }));
}

/** How many agencies a scope has of these kinds, counted by the database; of all kinds where none are named. */
export async function countInScope(scope: string, kinds: readonly string[]): Promise<number> {
  const about = readScope(scope);
  if (!about) return 0;
  const ofKinds = kinds.length > 0 ? { kind: { $in: [...kinds] } } : {};
  return AgencyModel.countDocuments({ ...scopeFilter(about), ...ofKinds });
}

async function scopesLookedAfter(person: string): Promise<Scope[]> {
  const { roles } = await personById(person);
  return roles.flatMap((role) => scopeOf(role) ?? []);
}

function scopeOf(role: Role): Scope | undefined {
  if (role.role === 'administrator') return { level: 'country' };
  return role.role === 'coordinator' ? readScope(role.scope) : undefined;
}
