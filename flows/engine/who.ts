/** Who is talking, as far as flows need to know: roles, the one in use, and what they said of themselves. */

/** A role. `agency` is an agency's code; `scope` is e.g. `province:21`, `district:2101`, `department:DOPA`, `country`. */
export type Role =
  | { role: 'official'; agency: string }
  | { role: 'coordinator'; scope: string }
  | { role: 'administrator' };

export type RoleKind = Role['role'];

/** Who somebody said they are when registering. */
export type Profile = { firstName: string; lastName: string; email: string; phone: string };

/** The person of a turn. Everybody is a citizen; `roles` are what they are besides. */
export type Who = { roles: readonly Role[]; acting: Role | null; profile: Profile | null };

/** Somebody without roles. */
export const citizen: Who = { roles: [], acting: null, profile: null };

/** The role of this kind the person works in: the one in use if it is of that kind, else the first they hold. */
export function roleOf<Kind extends RoleKind>(
  kind: Kind,
  who: Who,
): Extract<Role, { role: Kind }> | undefined {
  const isKind = (role: Role | null): role is Extract<Role, { role: Kind }> => role?.role === kind;
  return isKind(who.acting) ? who.acting : who.roles.find(isKind);
}
