/** The history of changes as somebody may see it: administrators all of it, coordinators that of their scopes. */
import { lastChangesInScope } from './agency.ts';
import { type AuditEntry, lastChanges } from './audit.ts';
import { NotAllowed, personById } from './person.ts';
import { readScope } from './scope.ts';

/** The latest changes that `person` looks after, the newest first. Throws `NotAllowed` for anybody else. */
export async function historySeenBy(person: string, limit: number): Promise<AuditEntry[]> {
  const { roles } = await personById(person);
  if (roles.some(({ role }) => role === 'administrator')) return lastChanges('all', limit);
  const scopes = roles.flatMap((role) => (role.role === 'coordinator' ? (readScope(role.scope) ?? []) : []));
  if (scopes.length === 0) throw new NotAllowed(`${person} looks after nothing`);
  const found = await Promise.all(scopes.map((scope) => lastChangesInScope(scope, limit)));
  // Scopes may overlap; each entry counts once.
  const entries = new Map(found.flat().map((entry) => [entry.key, entry]));
  const newestFirst = [...entries.values()].sort((a, b) => b.at.getTime() - a.at.getTime());
  return newestFirst.slice(0, limit);
}
