/** The lines of a transcript that say who people are, and which agencies there are. */
import type { Profile, Role } from '../../flows/engine/who.ts';
import { readRoleKey } from '../../models/role.ts';
import type { GivenAgency, MemoryPeople } from './memory-people.ts';

/** Something about people or agencies that is so, or happens outside of the conversation. */
export type PeopleAction =
  | { kind: 'agency'; agency: GivenAgency }
  | { kind: 'roles'; person: string; roles: Role[] }
  | { kind: 'known'; person: string; profile: Profile }
  | { kind: 'invitation'; code: string; role: Role; days: number }
  | { kind: 'revoked'; person: string; role: Role };

const AGENCY = /^(\d{9}) "([^"]+)" (\d{4}) "([^"]*)"(?: "([^"]+)")?$/;
const KNOWN = /^([\w-]+) "([^"]+)" "([^"]+)"$/;

/** Reads such a line; undefined when it is none. */
export function readPeopleLine(keyword: string, rest: string): PeopleAction | undefined {
  const [first = '', ...others] = rest.split(' ');
  switch (keyword) {
    case 'agency':
      return readAgency(rest);
    case 'known':
      return readKnown(rest);
    case 'roles':
      return { kind: 'roles', person: first, roles: others.map(roleOf) };
    case 'revoked':
      return { kind: 'revoked', person: first, role: roleOf(others[0] ?? '') };
    case 'invitation':
      return { kind: 'invitation', code: first, role: roleOf(others[0] ?? ''), days: Number(others[1] ?? 7) };
    default:
      return undefined;
  }
}

/** Makes it so. `idOf` gives the user id of a person of the transcript. */
export function setPeople(
  action: PeopleAction,
  people: MemoryPeople,
  idOf: (person: string) => string,
  now: number,
): void {
  const at = new Date(now).toISOString();
  switch (action.kind) {
    case 'agency':
      people.addAgency(action.agency);
      break;
    case 'roles':
      for (const role of action.roles) people.give(idOf(action.person), role, at);
      break;
    case 'known':
      people.setProfile(idOf(action.person), action.profile);
      break;
    case 'invitation':
      people.addInvitation(action.code, action.role, new Date(now + action.days * 86_400_000).toISOString());
      break;
    case 'revoked':
      people.take(idOf(action.person), action.role, at);
      break;
  }
}

function roleOf(key: string): Role {
  const role = readRoleKey(key);
  if (!role) throw new Error(`"${key}" is no role`);
  return role;
}

function readAgency(rest: string): PeopleAction | undefined {
  const [, code, th, district, area, en] = AGENCY.exec(rest) ?? [];
  if (!code || !th || !district || area === undefined) return undefined;
  const agency = { code, name: en ? { th, en } : { th }, area: { th: area }, district };
  return { kind: 'agency', agency };
}

function readKnown(rest: string): PeopleAction | undefined {
  const [, person, firstName, lastName] = KNOWN.exec(rest) ?? [];
  if (!person || !firstName || !lastName) return undefined;
  const profile = { firstName, lastName, email: `${person}@example.com`, phone: '081-234-5678' };
  return { kind: 'known', person, profile };
}
