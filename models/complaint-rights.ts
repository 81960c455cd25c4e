/**
 * Who handles a case. At the level of the office: the officials of its agency and the coordinators over it. Above:
 * coordinators whose scope covers its place and reaches at least as far as its level. Administrators always. Nobody
 * handles a case they reported themselves.
 */
import { COMPLAINT_LEVELS, type ComplaintLevel } from './complaint-document.ts';
import { OPEN_STATES } from './complaint-moves.ts';
import { personById } from './person.ts';
import { lookAfter, type Role, roleKey } from './role.ts';
import { covers, readScope, type Scope, type ScopedPlace, scopeFilter } from './scope.ts';

/** What of a case decides who handles it. */
export type CasePlacement = {
  level: ComplaintLevel;
  reporter?: string | null | undefined;
  agency?: string | null | undefined;
  place: { [Code in keyof ScopedPlace]: string | null | undefined };
};

/** Whether the person handles the case now. Roles are read from the database. */
export async function mayHandle(person: string, placement: CasePlacement): Promise<boolean> {
  const { roles } = await personById(person);
  return person !== placement.reporter && rolesHandle(roles, placement);
}

function rolesHandle(roles: readonly Role[], { level, agency, place }: CasePlacement): boolean {
  const there = plainPlace(place);
  if (level !== 'office') return roles.some((role) => reaches(role, level, there));
  const isOfficial = roles.some((role) => role.role === 'official' && role.agency === agency);
  return isOfficial || lookAfter(roles, there);
}

function reaches(role: Role, level: ComplaintLevel, place: ScopedPlace): boolean {
  if (role.role === 'administrator') return true;
  const scope = role.role === 'coordinator' ? readScope(role.scope) : undefined;
  return scope !== undefined && covers(scope, place) && levelsWithin(scope).includes(level);
}

/** The levels whose cases a scope handles: all up to its own. */
export function levelsWithin(scope: Scope): readonly ComplaintLevel[] {
  const own = scope.level === 'country' ? 'department' : scope.level;
  return COMPLAINT_LEVELS.slice(0, COMPLAINT_LEVELS.indexOf(own) + 1);
}

/**
 * The open cases the person handles, as a filter; it agrees with `mayHandle`. `role` is the key of the role in use,
 * or its kind; a role the person does not hold finds nothing.
 */
export async function handledFilter(person: string, role: string): Promise<Record<string, unknown>> {
  const { roles } = await personById(person);
  const used = roles.filter((held) => roleKey(held) === role || held.role === role);
  const parts = used.flatMap(handledBy);
  // An empty $or is an error; no document has a state that is in no list.
  if (parts.length === 0) return { state: { $in: [] } };
  return { state: { $in: [...OPEN_STATES] }, reporter: { $ne: person }, $or: parts };
}

function handledBy(role: Role): Record<string, unknown>[] {
  if (role.role === 'administrator') return [{}];
  if (role.role === 'official') return [{ level: 'office', agency: role.agency }];
  const scope = readScope(role.scope);
  if (!scope) return [];
  const place = Object.entries(scopeFilter(scope)).map(([field, code]) => [`place.${field}`, code]);
  return [{ level: { $in: [...levelsWithin(scope)] }, ...Object.fromEntries(place) }];
}

/** The place of a case as scopes read it. */
export function plainPlace(place: CasePlacement['place']): ScopedPlace {
  const { provinceCode, districtCode, department } = place;
  return {
    ...(provinceCode && { provinceCode }),
    ...(districtCode && { districtCode }),
    ...(department && { department }),
  };
}

/** Whose step it is when somebody handles the case: an official's of the agency is the office's. */
export async function makerOf(person: string, { agency }: CasePlacement): Promise<'office' | 'coordinator'> {
  const { roles } = await personById(person);
  const isOfficial = roles.some((role) => role.role === 'official' && role.agency === agency);
  return isOfficial ? 'office' : 'coordinator';
}

/**
 * The roles that handle a case at its level, those nearest to it first; each group is asked only if nobody holds a
 * role of the one before.
 */
export function handlingRoles({ level, agency, place }: CasePlacement): Role[] {
  const { districtCode, provinceCode, department } = place;
  const scopes: { level: ComplaintLevel; scope: string | undefined }[] = [
    { level: 'district', scope: districtCode ? `district:${districtCode}` : undefined },
    { level: 'province', scope: provinceCode ? `province:${provinceCode}` : undefined },
    { level: 'department', scope: department ? `department:${department}` : undefined },
    { level: 'department', scope: 'country' },
  ];
  const from = COMPLAINT_LEVELS.indexOf(level);
  const official: Role[] = level === 'office' && agency ? [{ role: 'official', agency }] : [];
  const coordinators = scopes.flatMap(({ level: own, scope }): Role[] =>
    scope && COMPLAINT_LEVELS.indexOf(own) >= from ? [{ role: 'coordinator', scope }] : [],
  );
  return [...official, ...coordinators, { role: 'administrator' }];
}
