/** Roles: what somebody may do beyond being a citizen, and over what. Pure. */
import {
  contains,
  covers,
  readScope,
  type Scope,
  type ScopedPlace,
  type ScopeFilter,
  scopeFilter,
} from './scope.ts';

/** A role. `agency` is an agency's code; `scope` is written as `readScope` reads it, e.g. `province:21`. */
export type Role =
  | { role: 'official'; agency: string }
  | { role: 'coordinator'; scope: string }
  | { role: 'administrator' };

/** A role as one word, unique for each: `official:030700002`, `coordinator:province:21`, `administrator`. */
export function roleKey(role: Role): string {
  switch (role.role) {
    case 'official':
      return `official:${role.agency}`;
    case 'coordinator':
      return `coordinator:${role.scope}`;
    case 'administrator':
      return 'administrator';
  }
}

/** The role of such a word; undefined for anything else. */
export function readRoleKey(key: string): Role | undefined {
  if (key === 'administrator') return { role: 'administrator' };
  const [kind, ...rest] = key.split(':');
  const what = rest.join(':');
  if (kind === 'official' && what) return { role: 'official', agency: what };
  return kind === 'coordinator' && readScope(what) ? { role: 'coordinator', scope: what } : undefined;
}

/** Whether these roles look after an agency there: a coordinator whose scope covers it, or an administrator. */
export function lookAfter(roles: readonly Role[], place: ScopedPlace): boolean {
  return roles.some((role) => {
    if (role.role === 'administrator') return true;
    const scope = role.role === 'coordinator' ? readScope(role.scope) : undefined;
    return scope !== undefined && covers(scope, place);
  });
}

/** What these roles look after as MongoDB filters, any of which will do; none for who looks after nothing. It agrees with `lookAfter`. */
export function placesLookedAfter(roles: readonly Role[]): ScopeFilter[] {
  return roles.flatMap((role) => {
    if (role.role === 'administrator') return [{}];
    const scope = role.role === 'coordinator' ? readScope(role.scope) : undefined;
    return scope ? [scopeFilter(scope)] : [];
  });
}

/** Whether these roles may work on the agency itself: its officials, and who looks after it. */
export function mayWorkFor(roles: readonly Role[], agency: { code: string } & ScopedPlace): boolean {
  const isOfficial = roles.some((role) => role.role === 'official' && role.agency === agency.code);
  return isOfficial || lookAfter(roles, agency);
}

/** Whether these roles look after all of a scope. */
export function lookAfterScope(roles: readonly Role[], scope: Scope): boolean {
  return roles.some((role) => {
    if (role.role === 'administrator') return true;
    const own = role.role === 'coordinator' ? readScope(role.scope) : undefined;
    return own !== undefined && contains(own, scope);
  });
}
