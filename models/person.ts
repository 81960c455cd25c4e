/**
 * People: who somebody is beyond their conversation, their roles, and which role is in use. Every change of a role
 * leaves an entry in the audit trail.
 */
import { agencyByCode } from './agency.ts';
import { type FieldChange, recordChanges, recordedKeys } from './audit.ts';
import { wishMenu } from './menu-link.ts';
import { type Person, PersonModel, type Profile, personOf, type StoredPerson } from './person-document.ts';
import { lookAfter, mayWorkFor, type Role, roleKey } from './role.ts';

export { type LentRole, PEOPLE, type Person, type Profile, personOf } from './person-document.ts';

/** Somebody who is an official of an agency, and since when. */
export type Official = Person & { since: Date };

/** Who changed something, when, and under which idempotency key. */
export type Change = { by: string; at: Date; key: string };

/** The person may not do this. Thrown inside the operations, whatever the menu showed. */
export class NotAllowed extends Error {
  readonly code = 'not-allowed';
}

/** How many taken roles are remembered; a change is repeated within minutes or never. */
const ENDED_REMEMBERED = 50;

/** The person with this LINE user id; somebody unknown has no roles. */
export async function personById(id: string): Promise<Person> {
  const stored = await PersonModel.findById(id).lean<StoredPerson>();
  return stored ? personOf(stored) : { id, roles: [] };
}

/** Keeps who the person says they are. */
export async function saveProfile(id: string, said: Profile): Promise<void> {
  await PersonModel.updateOne({ _id: id }, { $set: { profile: said } }, { upsert: true });
}

/**
 * Gives a role, once for each change, and makes it the one in use; false when the person had it already by another
 * change. A repeated change gives nothing back that was taken away meanwhile.
 */
export async function giveRole(id: string, role: Role, change: Change): Promise<boolean> {
  const held = roleKey(role);
  const { by, at, key } = change;
  const entry = `${key}:give`;
  if ((await recordedKeys([entry])).has(entry)) return true;
  await PersonModel.updateOne({ _id: id }, { $setOnInsert: { roles: [] } }, { upsert: true });
  // What is one's own is not taken along when a leave ends.
  await PersonModel.updateOne({ _id: id }, { $pull: { roles: { key: held, leave: { $exists: true } } } });
  await PersonModel.updateOne(
    { _id: id, 'roles.key': { $ne: held } },
    { $push: { roles: { ...role, key: held, since: at, by, change: key } }, $set: { acting: held } },
  );
  // Ours also when an earlier try of the same change came as far as this.
  const isOurs =
    (await PersonModel.exists({ _id: id, roles: { $elemMatch: { key: held, change: key } } })) !== null;
  if (!isOurs) return false;
  await wishMenu(id);
  await recordRole(id, role, { ...change, key: entry }, [{ field: 'role', from: null, to: held }]);
  return true;
}

/**
 * Takes a role away; from the next message on it is gone. `reason` goes into the audit trail. False when the person
 * did not have it; the same change again ends the same way.
 */
export async function takeRole(id: string, role: Role, change: Change, reason?: string): Promise<boolean> {
  const held = roleKey(role);
  const ended = { key: held, change: change.key };
  // Taken and remembered in one write: of many who take it at once, one has done it.
  await PersonModel.updateOne(
    { _id: id, 'roles.key': held, 'ended.change': { $ne: change.key } },
    {
      $pull: { roles: { key: held }, lent: { key: held } },
      $push: { ended: { $each: [ended], $slice: -ENDED_REMEMBERED } },
    },
  );
  const isOurs = (await PersonModel.exists({ _id: id, ended: { $elemMatch: ended } })) !== null;
  if (!isOurs) return false;
  await wishMenu(id);
  await endLoans(id, held);
  await recordRole(id, role, { ...change, key: `${change.key}:take` }, [
    { field: 'role', from: held, to: null },
    ...(reason ? [{ field: 'reason' as const, from: null, to: reason }] : []),
  ]);
  return true;
}

/** What somebody does not hold any more they do not lend any more. */
async function endLoans(lender: string, key: string): Promise<void> {
  const lent = { 'lent.by': lender, 'lent.key': key };
  const standIns = await PersonModel.find(lent, { lent: 1 }).lean<StoredPerson[]>();
  for (const { _id, lent: loans = [] } of standIns) {
    const leaves = loans.filter((one) => one.by === lender && one.key === key).map(({ leave }) => leave);
    const pulled = { key, leave: { $in: leaves } };
    await PersonModel.updateOne({ _id }, { $pull: { roles: pulled, lent: pulled } });
    await wishMenu(_id);
  }
}

/**
 * Takes the role of an official of `agency` away from somebody. Throws `NotAllowed` when the agency is not looked
 * after by who does it.
 */
export async function revokeOfficial(
  { person, agency, reason }: { person: string; agency: string; reason: string },
  change: Change,
): Promise<boolean> {
  const [{ roles }, known] = await Promise.all([personById(change.by), agencyByCode(agency)]);
  if (!known || !lookAfter(roles, known))
    throw new NotAllowed(`the officials of ${agency} are outside the scope`);
  return takeRole(person, { role: 'official', agency }, change, reason);
}

async function recordRole(
  id: string,
  role: Role,
  { by, at, key }: Change,
  changes: FieldChange<'role'>[],
): Promise<void> {
  const agency = role.role === 'official' ? { agency: role.agency } : {};
  await recordChanges({ key, at, by, about: { kind: 'role', id }, ...agency, changes });
}

/** Chooses the role in use, among those held. False when the person does not hold it. */
export async function actAs(id: string, role: Role): Promise<boolean> {
  const key = roleKey(role);
  const { matchedCount } = await PersonModel.updateOne(
    { _id: id, 'roles.key': key },
    { $set: { acting: key } },
  );
  if (matchedCount === 0) return false;
  await wishMenu(id);
  return true;
}

/**
 * The officials of an agency as somebody may see them who works for it or looks after it. Throws `NotAllowed` for
 * anybody else.
 */
export async function officialsSeenBy(by: string, agency: string): Promise<Official[]> {
  const [{ roles }, known] = await Promise.all([personById(by), agencyByCode(agency)]);
  if (!known || !mayWorkFor(roles, known))
    throw new NotAllowed(`the officials of ${agency} are outside the scope`);
  return officialsOf(agency);
}

/** The officials of an agency, those who came first before the others. */
export async function officialsOf(agency: string): Promise<Official[]> {
  const key = roleKey({ role: 'official', agency });
  const stored = await PersonModel.find({ 'roles.key': key }).lean<StoredPerson[]>();
  const officials = stored.map(personOf).map((person) => ({ ...person, since: sinceWhen(person, key) }));
  return officials.toSorted((a, b) => a.since.getTime() - b.since.getTime() || (a.id < b.id ? -1 : 1));
}

/** Which of these agencies have an official. */
export async function agenciesWithOfficials(agencies: readonly string[]): Promise<Set<string>> {
  const keys = new Map(agencies.map((agency) => [roleKey({ role: 'official', agency }), agency]));
  const held: string[] = await PersonModel.distinct('roles.key', { 'roles.key': { $in: [...keys.keys()] } });
  return new Set(held.flatMap((key) => keys.get(key) ?? []));
}

/** The ids of everybody who holds exactly this role. */
export async function holdersOf(role: Role): Promise<string[]> {
  const stored = await PersonModel.find({ 'roles.key': roleKey(role) }, { _id: 1 })
    .sort({ _id: 1 })
    .lean<{ _id: string }[]>();
  return stored.map(({ _id }) => _id);
}

function sinceWhen({ roles }: Person, key: string): Date {
  return roles.find((role) => roleKey(role) === key)?.since ?? new Date(0);
}

/** The people with these ids, by id; those nobody knows are left out. */
export async function peopleByIds(ids: readonly string[]): Promise<Map<string, Person>> {
  const stored = await PersonModel.find({ _id: { $in: [...new Set(ids)] } }).lean<StoredPerson[]>();
  return new Map(stored.map((person) => [person._id, personOf(person)]));
}
