/** Who may work on a pin: its maker, and whoever may work for its agency. Roles are read from the database. */
import { agencyByCode } from './agency.ts';
import { personById } from './person.ts';
import { mayWorkFor, type Role } from './role.ts';

/** Whose a pin is. */
export type PinBelonging = { owner: string; agency?: string | null | undefined };

/** Whether the person may change the pin. A pin without an agency is its maker's alone. */
export async function mayWorkOn(person: string, { owner, agency }: PinBelonging): Promise<boolean> {
  // A maker who is no official of the agency any more has no say over what is the agency's.
  if (!agency) return person === owner;
  return mayWorkForAgency(person, agency);
}

/** Whether the person is an official of the agency or looks after it. */
export async function mayWorkForAgency(person: string, agency: string): Promise<boolean> {
  const { roles } = await personById(person);
  // Most are officials of it: the agency itself need not be read then.
  if (isOfficialOf(roles, agency)) return true;
  if (roles.length === 0) return false;
  const known = await agencyByCode(agency);
  return known !== undefined && mayWorkFor(roles, known);
}

/** The agency, if the person is one of its officials; then what they make is the agency's. */
export async function officialsAgency(
  person: string,
  agency: string | undefined,
): Promise<string | undefined> {
  if (agency === undefined) return undefined;
  const { roles } = await personById(person);
  return isOfficialOf(roles, agency) ? agency : undefined;
}

function isOfficialOf(roles: readonly Role[], agency: string): boolean {
  return roles.some((role) => role.role === 'official' && role.agency === agency);
}
