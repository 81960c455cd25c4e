/** `invite`: a code that gives a role, for the first administrator and for whom nobody in the chat can invite. */
import { randomInt } from 'node:crypto';
import { agencyByCode, isScopeKnown } from '../../models/agency.ts';
import { inviteFromCommandLine, newInvitationCode } from '../../models/invitation.ts';
import type { Role } from '../../models/role.ts';
import { readScope } from '../../models/scope.ts';
import { type Call, type Command, textOption, WrongCall } from './command.ts';

const STANDARD_DAYS = 7;
const MOST_DAYS = 90;
const DAY = 86_400_000;

/** The command. */
export const inviteCommand: Command = {
  usage: `invite --role official --agency CODE | --role coordinator --scope SCOPE | --role administrator [--days 7]
                                            a code that gives this role to whoever types it first; a SCOPE
                                            is province:21, district:2106, department:NAME or country`,
  options: {
    role: { type: 'string' },
    agency: { type: 'string' },
    scope: { type: 'string' },
    days: { type: 'string' },
  },
  async run(call) {
    const { role, called } = await roleOf(call);
    const days = daysOf(call);
    const expiresAt = new Date(call.now.getTime() + days * DAY);
    const code = newInvitationCode((limit) => randomInt(limit));
    await inviteFromCommandLine({ code, role, at: call.now, expiresAt });
    call.print(`invitation to: ${called}`);
    call.print(`works once, until ${expiresAt.toISOString()}; it is not shown again`);
    call.print('whoever is invited types in the chat: ลงทะเบียน and the code, or: register and the code');
    call.print(code);
    return undefined;
  },
};

type Wanted = { role: Role; called: string };

async function roleOf(call: Call): Promise<Wanted> {
  const role = textOption(call, 'role');
  const agency = textOption(call, 'agency');
  const scope = textOption(call, 'scope');
  switch (role) {
    case 'official':
      return officialOf(agency, scope);
    case 'coordinator':
      return coordinatorOf(scope, agency);
    case 'administrator':
      if (agency ?? scope) throw new WrongCall('an administrator has neither --agency nor --scope');
      return { role: { role }, called: 'administrator' };
    default:
      throw new WrongCall('--role should be official, coordinator or administrator');
  }
}

async function officialOf(code: string | undefined, scope: string | undefined): Promise<Wanted> {
  if (!code || scope) throw new WrongCall('an official needs --agency CODE, such as --agency 030700002');
  const agency = await agencyByCode(code);
  if (!agency) throw new WrongCall(`there is no agency ${code} in the register`);
  return { role: { role: 'official', agency: code }, called: `official of ${code} ${agency.name.th}` };
}

async function coordinatorOf(scope: string | undefined, agency: string | undefined): Promise<Wanted> {
  const read = scope === undefined || agency ? undefined : readScope(scope);
  if (!scope || !read)
    throw new WrongCall(
      'a coordinator needs --scope: province:21, district:2106, department:NAME or country',
    );
  if (!(await isScopeKnown(read))) throw new WrongCall(`no agency of the register is in the scope ${scope}`);
  return { role: { role: 'coordinator', scope }, called: `coordinator of ${scope}` };
}

function daysOf(call: Call): number {
  const written = textOption(call, 'days') ?? String(STANDARD_DAYS);
  const days = Number(written);
  if (!/^\d+$/.test(written) || days < 1 || days > MOST_DAYS)
    throw new WrongCall(`--days should be a number from 1 to ${MOST_DAYS}`);
  return days;
}
