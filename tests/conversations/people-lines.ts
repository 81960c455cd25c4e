/** The lines of a transcript that say which agencies there are, and who people are. */
import { newConversation } from '../../bot/turn/stored-state.ts';
import { agencyByCode, putAgencies } from '../../models/agency.ts';
import { storeTurn } from '../../models/conversation.ts';
import { inviteFromCommandLine } from '../../models/invitation.ts';
import { giveRole, saveProfile, takeRole } from '../../models/person.ts';
import { type Role, readRoleKey } from '../../models/role.ts';
import type { ReadSetUp, Setting, SetUp } from './setting.ts';

const AGENCY = /^(\d{9}) "([^"]+)" (\d{4})(?: "([^"\p{Script=Thai}]+)")?$/u;
const KNOWN = /^([\w-]+) "([^"]+)" "([^"]+)"$/;
const INVITATION = /^(\S+) (\S+) (\d+)$/;
const DAY = 86_400_000;
/** Whoever does something from outside of any conversation. */
const MANAGE = 'manage';

/** Their readers by keyword; `HOW-TO-READ.md` shows each. */
export const peopleLines = {
  agency: readAgency,
  consented: (person) => consent(person),
  invitation: readInvitation,
  known: readKnown,
  revoked: (rest) => forRoles(rest, take),
  roles: (rest) => forRoles(rest, give),
} satisfies Record<string, ReadSetUp>;

/** The first two digits of a district's code are its province's. */
function readAgency(rest: string): SetUp | undefined {
  const [, code, th, districtCode, en] = AGENCY.exec(rest) ?? [];
  if (!code || !th || !districtCode) return undefined;
  const agency = {
    code,
    name: en ? { th, en } : { th },
    kind: 'subdistrict-office',
    department: 'กรมส่งเสริมการปกครองท้องถิ่น',
    ministry: 'กระทรวงมหาดไทย',
    districtCode,
    provinceCode: districtCode.slice(0, 2),
    abroad: false,
  };
  return ({ now }) => putAgencies([agency], { by: MANAGE, at: now });
}

/** As if they had agreed in a first turn. */
function consent(person: string): SetUp {
  return ({ idOf, now, newKey, privacyNotice }) => {
    const id = idOf(person);
    const state = { ...newConversation(id), consent: { version: privacyNotice, at: now.toISOString() } };
    const lastTurn = { eventId: newKey(), saying: { messages: [], quick: [] } };
    return storeTurn(id, { revision: 0, state, lastTurn }, now);
  };
}

function readInvitation(rest: string): SetUp | undefined {
  const [, code, key = '', days] = INVITATION.exec(rest) ?? [];
  const role = readRoleKey(key);
  if (!code || !role) return undefined;
  return ({ now }) =>
    inviteFromCommandLine({
      code,
      role,
      at: now,
      expiresAt: new Date(now.getTime() + Number(days) * DAY),
    });
}

function readKnown(rest: string): SetUp | undefined {
  const [, person, firstName, lastName] = KNOWN.exec(rest) ?? [];
  if (!person || !firstName || !lastName) return undefined;
  const profile = { firstName, lastName, email: `${person}@example.com`, phone: '081-234-5678' };
  return ({ idOf }) => saveProfile(idOf(person), profile);
}

function forRoles(
  rest: string,
  act: (id: string, role: Role, setting: Setting) => Promise<void>,
): SetUp | undefined {
  const [person = '', ...keys] = rest.split(' ');
  const roles = keys.flatMap((key) => readRoleKey(key) ?? []);
  if (roles.length === 0 || roles.length < keys.length) return undefined;
  return async (setting) => {
    for (const role of roles) await act(setting.idOf(person), role, setting);
  };
}

async function give(id: string, role: Role, { now, newKey }: Setting): Promise<void> {
  if (role.role === 'official' && !(await agencyByCode(role.agency)))
    throw new Error(`no agency ${role.agency}; an "agency" line must stand before`);
  await giveRole(id, role, { by: MANAGE, at: now, key: newKey() });
}

async function take(id: string, role: Role, { now, newKey }: Setting): Promise<void> {
  const wasHeld = await takeRole(id, role, { by: MANAGE, at: now, key: newKey() });
  if (!wasHeld) throw new Error('there is no such role to take away');
}
