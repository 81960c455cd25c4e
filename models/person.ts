/**
 * People: who somebody is beyond their conversation, their roles, and which role is in use. Every change of a role
 * leaves an entry in the audit trail.
 */
import mongoose from 'mongoose';
import { recordChanges } from './audit.ts';
import { type Role, roleKey } from './role.ts';

/** Who somebody said they are when registering. `email` and `phone` as the answer parsers give them. */
export type Profile = { firstName: string; lastName: string; email: string; phone: string };

/** A role with when and by whom it was given; `by` is a LINE user id or 'manage'. */
export type HeldRole = Role & { since: Date; by: string };

/** A person. `acting` is the key of the role in use, when they chose one. */
export type Person = { id: string; profile?: Profile; roles: HeldRole[]; acting?: string };

/** Who changed something, when, and under which idempotency key. */
export type Change = { by: string; at: Date; key: string };

/** The person may not do this. Thrown inside the operations, whatever the menu showed. */
export class NotAllowed extends Error {
  readonly code = 'not-allowed';
}

/** `change` is the idempotency key of the change that gave the role. */
type StoredRole = HeldRole & { key: string; change: string };
type StoredPerson = { _id: string; profile?: Profile; roles?: StoredRole[]; acting?: string };

const profile = new mongoose.Schema(
  {
    firstName: { type: String, required: true },
    lastName: { type: String, required: true },
    email: { type: String, required: true },
    phone: { type: String, required: true },
  },
  { _id: false, versionKey: false },
);
const heldRole = new mongoose.Schema(
  {
    key: { type: String, required: true },
    role: { type: String, enum: ['official', 'coordinator', 'administrator'], required: true },
    agency: { type: String },
    scope: { type: String },
    since: { type: Date, required: true },
    by: { type: String, required: true },
    change: { type: String, required: true },
  },
  { _id: false, versionKey: false },
);
const schema = new mongoose.Schema(
  {
    _id: { type: String, required: true },
    profile: { type: profile },
    roles: { type: [heldRole], default: [] },
    acting: { type: String },
  },
  { collection: 'people', versionKey: false },
);
schema.index({ 'roles.key': 1 });

const PersonModel = mongoose.model('Person', schema);

/** Name of the collection, for reading a person together with their conversation. */
export const PEOPLE = 'people';

/** The person with this LINE user id; somebody unknown has no roles. */
export async function personById(id: string): Promise<Person> {
  const stored = await PersonModel.findById(id).lean<StoredPerson>();
  return stored ? personOf(stored) : { id, roles: [] };
}

/** A stored person as everybody else sees them. */
export function personOf({ _id, profile: known, roles = [], acting }: StoredPerson): Person {
  return {
    id: _id,
    roles: roles.map(({ key: _key, change: _change, ...role }) => role),
    ...(known && { profile: known }),
    ...(acting && { acting }),
  };
}

/** Keeps who the person says they are. */
export async function saveProfile(id: string, said: Profile): Promise<void> {
  await PersonModel.updateOne({ _id: id }, { $set: { profile: said } }, { upsert: true });
}

/** Gives a role, once, and makes it the one in use; false when the person had it already by another change. */
export async function giveRole(id: string, role: Role, change: Change): Promise<boolean> {
  const held = roleKey(role);
  const { by, at, key } = change;
  await PersonModel.updateOne({ _id: id }, { $setOnInsert: { roles: [] } }, { upsert: true });
  await PersonModel.updateOne(
    { _id: id, 'roles.key': { $ne: held } },
    { $push: { roles: { ...role, key: held, since: at, by, change: key } }, $set: { acting: held } },
  );
  // Ours also when an earlier try of the same change came as far as this.
  const isOurs =
    (await PersonModel.exists({ _id: id, roles: { $elemMatch: { key: held, change: key } } })) !== null;
  if (isOurs) await recordRole(id, role, { ...change, key: `${key}:give` }, { from: null, to: held });
  return isOurs;
}

/** Takes a role away; from the next message on it is gone. False when the person did not have it. */
export async function takeRole(id: string, role: Role, change: Change): Promise<boolean> {
  const held = roleKey(role);
  if (!(await PersonModel.exists({ _id: id, 'roles.key': held }))) return false;
  // The trail first: after a crash the same change is tried again and finds its entry there already.
  await recordRole(id, role, { ...change, key: `${change.key}:take` }, { from: held, to: null });
  await PersonModel.updateOne({ _id: id }, { $pull: { roles: { key: held } } });
  await PersonModel.updateOne({ _id: id, acting: held }, { $unset: { acting: 1 } });
  return true;
}

async function recordRole(
  id: string,
  role: Role,
  { by, at, key }: Change,
  { from, to }: { from: string | null; to: string | null },
): Promise<void> {
  const agency = role.role === 'official' ? { agency: role.agency } : {};
  await recordChanges({
    key,
    at,
    by,
    about: { kind: 'role', id },
    ...agency,
    changes: [{ field: 'role', from, to }],
  });
}

/** Chooses the role in use, among those held. */
export async function actAs(id: string, role: Role): Promise<void> {
  const key = roleKey(role);
  await PersonModel.updateOne({ _id: id, 'roles.key': key }, { $set: { acting: key } });
}

/** The officials of an agency, those who came first before the others. */
export async function officialsOf(agency: string): Promise<(Person & { since: Date })[]> {
  const key = roleKey({ role: 'official', agency });
  const stored = await PersonModel.find({ 'roles.key': key }).lean<StoredPerson[]>();
  const officials = stored.map(personOf).map((person) => ({ ...person, since: sinceWhen(person, key) }));
  return officials.toSorted((a, b) => a.since.getTime() - b.since.getTime());
}

function sinceWhen({ roles }: Person, key: string): Date {
  return roles.find((role) => roleKey(role) === key)?.since ?? new Date(0);
}

/** Everybody who holds one of these roles, at most `limit`. */
export async function peopleHolding(roles: readonly Role[], limit: number): Promise<Person[]> {
  const stored = await PersonModel.find({ 'roles.key': { $in: roles.map(roleKey) } })
    .limit(limit)
    .lean<StoredPerson[]>();
  return stored.map(personOf);
}
