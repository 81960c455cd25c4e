/** Whose pins and tasks somebody works on: their agency's while they are an official, else their own. */
import { roleOf, type Who } from './engine/who.ts';

/** For look-ups: an official asks for the agency's, anybody else for their own. */
export function whoseWork(who: Who, person: string): { person: string; agency?: string } {
  const official = roleOf('official', who);
  return official ? { person, agency: official.agency } : { person };
}
