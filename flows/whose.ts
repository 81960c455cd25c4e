/** Whose pins and tasks somebody works on: a scope's, their agency's, or their own. */
import { roleOf, type Who } from './engine/who.ts';

/** For look-ups: an official asks for the agency's, anybody else for their own. */
export function whoseWork(who: Who, person: string): { person: string; agency?: string } {
  const official = roleOf('official', who);
  return official ? { person, agency: official.agency } : { person };
}

/**
 * Whether somebody works on all that they look after: in the role of a coordinator or an administrator, or, with no role
 * in use, when they are no official besides.
 */
export function worksOverScope({ roles, acting }: Who): boolean {
  if (acting) return acting.role !== 'official';
  return roles.length > 0 && !roles.some(({ role }) => role === 'official');
}
