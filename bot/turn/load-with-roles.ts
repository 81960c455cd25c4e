/** A conversation together with who is talking, as flows see them, and the notes that wait for them. */
import type { Who } from '../../flows/engine/who.ts';
import { loadConversation, type StoredConversation } from '../../models/conversation.ts';
import { settled } from '../../models/lent-roles.ts';
import type { Note } from '../../models/note.ts';
import type { Person } from '../../models/person.ts';
import { readRoleKey } from '../../models/role.ts';

/** What a turn starts from. `hasLeft`: the person had blocked the account, as far as was known. */
export type Loaded = StoredConversation & { who: Who; notes: Note[]; hasLeft?: boolean };

/**
 * Loads all of it at an instant; a revoked role is gone from the next message on, since this is read anew each turn, and a
 * role lent for some days counts on just these.
 */
export async function loadWithRoles(id: string, now: Date): Promise<Loaded> {
  const { person: loaded, ...stored } = await loadConversation(id);
  const person = await settled(loaded, now);
  return { ...stored, who: whoIs(person), hasLeft: person.blockedAt !== undefined };
}

/** A stored person as flows see them. */
export function whoIs({ roles, acting, profile }: Person): Who {
  return {
    roles: roles.map(({ since: _since, by: _by, ...role }) => role),
    acting: (acting && readRoleKey(acting)) || null,
    profile: profile ?? null,
  };
}
