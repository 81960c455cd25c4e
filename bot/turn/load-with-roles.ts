/** A conversation together with who is talking, as flows see them. */
import type { Who } from '../../flows/engine/who.ts';
import { loadConversation, type StoredConversation } from '../../models/conversation.ts';
import type { Person } from '../../models/person.ts';
import { readRoleKey } from '../../models/role.ts';

/** Loads both; a revoked role is gone from the next message on, since this is read anew each turn. */
export async function loadWithRoles(id: string): Promise<StoredConversation & { who: Who }> {
  const { person, ...stored } = await loadConversation(id);
  return { ...stored, who: whoIs(person) };
}

function whoIs({ roles, acting, profile }: Person): Who {
  return {
    roles: roles.map(({ since: _since, by: _by, ...role }) => role),
    acting: (acting && readRoleKey(acting)) || null,
    profile: profile ?? null,
  };
}
