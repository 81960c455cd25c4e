/** Personal data of who registers: who they say they are, what they may do, and how they came by it. */
import { giveRole, holdersOf, PEOPLE, personById, takeRole } from './person.ts';
import { daysBefore, type PersonalKind } from './personal-data-kind.ts';
import { documentsOf, replaceIn } from './personal-data-replace.ts';
import { roleKey } from './role.ts';

const ADMINISTRATOR = { role: 'administrator' } as const;
const TRIES_KEPT_DAYS = 1;

/** Somebody has to run the service: the last administrator stays. */
export class LastAdministrator extends Error {
  readonly code = 'last-administrator';

  constructor() {
    super('the last administrator cannot be erased');
    this.name = 'LastAdministrator';
  }
}

/** Whether nobody else is an administrator. */
export async function isLastAdministrator(person: string): Promise<boolean> {
  const holders = await holdersOf(ADMINISTRATOR);
  return holders.length === 1 && holders[0] === person;
}

/** Roles, and who gave them. Throws `LastAdministrator` when nobody would be left. */
export const roles: PersonalKind = {
  id: 'roles',
  collections: [PEOPLE],
  async show(person) {
    const held = (await personById(person)).roles;
    return held.map(({ by: _by, ...role }) => role);
  },
  async erase({ person, id, now, pseudonym }) {
    for (const { since: _since, by: _by, ...role } of (await personById(person)).roles) {
      const change = { by: person, at: now, key: `${id}:${roleKey(role)}` };
      await takeRole(person, role, change);
      if (role.role !== 'administrator' || (await holdersOf(ADMINISTRATOR)).length > 0) continue;
      // Two who were the last ones went at the same moment: both stay.
      await giveRole(person, role, { ...change, key: `${change.key}:back` });
      throw new LastAdministrator();
    }
    const given = { _id: { $ne: person }, 'roles.by': person };
    await replaceIn(PEOPLE, given, (text) => text.replaceAll(person, pseudonym));
  },
};

/** Name, e-mail address and phone number; whether the account is blocked. Goes last: the others need to know the name. */
export const profile: PersonalKind = {
  id: 'profile',
  collections: [PEOPLE],
  async show(person) {
    const stored = await documentsOf(PEOPLE).findOne({ _id: person });
    if (!stored?.profile && !stored?.blockedAt) return [];
    return [{ profile: stored.profile, blockedAt: stored.blockedAt }];
  },
  async erase({ person }) {
    await documentsOf(PEOPLE).deleteOne({ _id: person });
  },
};

/** Requests to be an official. */
export const registrations: PersonalKind = {
  id: 'registrations',
  collections: ['registrations'],
  keptDays: 365,
  since: 'decided',
  async show(person) {
    const stored = await documentsOf('registrations').find({ person }).sort({ at: 1 }).toArray();
    return stored.map(({ agency, profile: said, state, at, decidedAt, reason }) => ({
      agency,
      profile: said,
      state,
      at,
      decidedAt,
      reason,
    }));
  },
  async erase({ person, replace }) {
    await documentsOf('registrations').deleteMany({ person });
    await replaceIn('registrations', { decidedBy: person }, replace);
  },
  async deleteOld(now) {
    const before = daysBefore(now, registrations.keptDays ?? 0);
    return (await documentsOf('registrations').deleteMany({ decidedAt: { $lt: before } })).deletedCount;
  },
};

/** Invitations made and used, and wrong codes that were tried. */
export const invitations: PersonalKind = {
  id: 'invitations',
  collections: ['invitations', 'invitation_tries'],
  keptDays: 365,
  since: 'expired',
  async show(person) {
    const stored = await documentsOf('invitations')
      .find({ $or: [{ by: person }, { usedBy: person }] })
      .toArray();
    const tries = await documentsOf('invitation_tries').findOne({ _id: person });
    return [
      ...stored.map(({ role, state, createdAt, by }) => ({ role, state, createdAt, isMine: by === person })),
      ...(tries ? [{ tries: tries.tries }] : []),
    ];
  },
  async erase({ person, replace }) {
    await documentsOf('invitation_tries').deleteOne({ _id: person });
    // What an erased person offered is worth nothing: whoever invites must still be allowed to.
    await replaceIn('invitations', { $or: [{ by: person }, { usedBy: person }] }, replace);
  },
  async deleteOld(now) {
    const old = { expiresAt: { $lt: daysBefore(now, invitations.keptDays ?? 0) } };
    const { deletedCount } = await documentsOf('invitations').deleteMany(old);
    const recent = { $elemMatch: { at: { $gte: daysBefore(now, TRIES_KEPT_DAYS) } } };
    const tries = await documentsOf('invitation_tries').deleteMany({ tries: { $not: recent } });
    return deletedCount + tries.deletedCount;
  },
};
