/** In which role, and for which part, somebody looks at progress. */
import { type Role, roleOf, type Who } from '../engine/who.ts';

/** The role somebody looks after agencies in: the one in use, or another they hold. */
export function inUse(who: Who): Role | undefined {
  if (who.acting && who.acting.role !== 'official') return who.acting;
  return roleOf('coordinator', who) ?? roleOf('administrator', who);
}

/** Its scope ("province:48"): the country for an administrator. */
export function scopeInUse(who: Who): string {
  const role = inUse(who);
  return role?.role === 'coordinator' ? role.scope : 'country';
}
