/** What of a deadline somebody follows: the scopes that are both theirs and the deadline's, and when it ends there. Pure. */
import type { Deadline } from './deadline.ts';
import { contains, readScope, type Scope } from './scope.ts';
import type { AreaKey } from './scoped-area.ts';
import type { CalendarDate } from './thai/calendar.ts';

/** What of a deadline's scope the person looks after. A department lies across all areas. */
export function cutTo(scopes: readonly Scope[], { scope }: Deadline): Scope[] {
  const about = readScope(scope);
  if (!about) return [];
  return scopes.flatMap((own) => {
    if (contains(about, own)) return [own];
    if (contains(own, about)) return [about];
    return own.level === 'department' || about.level === 'department' ? [own] : [];
  });
}

/** The last day for all that the person looks after: that of an inner deadline where it is about all of it. */
export function closesInAll(
  scopes: readonly Scope[],
  deadline: Deadline,
  all: readonly Deadline[],
): CalendarDate {
  const inner = all.filter(
    ({ within, scope, kinds }) =>
      within === deadline.id &&
      kinds.length === deadline.kinds.length &&
      scopes.every((own) => contains(readScope(scope) ?? own, own)),
  );
  const days = inner.map((one) => closesInAll(scopes, one, all));
  return [deadline.closesOn, ...days].sort()[0] ?? deadline.closesOn;
}

/** The part above one: a district's province, where more than one is looked after. */
export function aboveOf(area: AreaKey | undefined, scopes: readonly Scope[]): AreaKey | '' | undefined {
  if (area === undefined) return undefined;
  const [, province] = /^district:(\d{2})/.exec(area) ?? [];
  const provinces = new Set(scopes.map((own) => ('code' in own ? own.code.slice(0, 2) : '')));
  const isOne =
    provinces.size === 1 && scopes.every(({ level }) => level === 'province' || level === 'district');
  return province !== undefined && !isOne ? `province:${province}` : '';
}
