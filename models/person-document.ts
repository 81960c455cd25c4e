/** How a person is stored: one document of the collection `people`, its indexes, and its plain shape. */
import mongoose from 'mongoose';
import type { Role } from './role.ts';

/** Who somebody said they are when registering. `email` and `phone` as the answer parsers give them. */
export type Profile = { firstName: string; lastName: string; email: string; phone: string };

/** A role with when and by whom it was given; `by` is a LINE user id or 'manage'. */
export type HeldRole = Role & { since: Date; by: string };

/**
 * A role that somebody on leave lends, by its key: from one day of Bangkok to the end of another. `isHeld`: it is among
 * the roles; `stand-in.ts` sees to it.
 */
export type LentRole = {
  leave: string;
  by: string;
  key: string;
  from: string;
  until: string;
  isHeld: boolean;
};

/** A person. `acting` is the key of the role in use, when they chose one; `blockedAt` is there while they block the account. */
export type Person = {
  id: string;
  profile?: Profile;
  roles: HeldRole[];
  acting?: string;
  blockedAt?: Date;
  lent?: LentRole[];
};

/** `change` is the idempotency key of the change that gave the role; `leave` is there as long as it is only lent. */
type StoredRole = HeldRole & { key: string; change: string; leave?: string };
/** A role that was taken away, and the idempotency key of the change that did. */
type EndedRole = { key: string; change: string };
/** A person as they are stored. */
export type StoredPerson = {
  _id: string;
  profile?: Profile;
  roles?: StoredRole[];
  ended?: EndedRole[];
  acting?: string;
  blockedAt?: Date;
  lent?: Omit<LentRole, 'isHeld'>[];
};

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
    leave: { type: String },
  },
  { _id: false, versionKey: false },
);
const lentRole = new mongoose.Schema(
  {
    leave: { type: String, required: true },
    by: { type: String, required: true },
    key: { type: String, required: true },
    from: { type: String, required: true },
    until: { type: String, required: true },
  },
  { _id: false, versionKey: false },
);
const endedRole = new mongoose.Schema(
  { key: { type: String, required: true }, change: { type: String, required: true } },
  { _id: false, versionKey: false },
);
const schema = new mongoose.Schema(
  {
    _id: { type: String, required: true },
    profile: { type: profile },
    roles: { type: [heldRole], default: [] },
    ended: { type: [endedRole], default: undefined },
    acting: { type: String },
    /** When they blocked the account, see `left-person.ts`. */
    blockedAt: { type: Date },
    /** Roles lent by people on leave, now or later; see `stand-in.ts`. */
    lent: { type: [lentRole], default: undefined },
  },
  { collection: 'people', versionKey: false },
);
schema.index({ 'roles.key': 1 });
schema.index({ blockedAt: 1 }, { sparse: true });
schema.index({ 'lent.by': 1 }, { sparse: true });

/** The collection; only the operations of `person.ts` touch it. */
export const PersonModel = mongoose.model('Person', schema);

/** Name of the collection, for reading a person together with their conversation. */
export const PEOPLE = 'people';

/** A stored person as everybody else sees them. A role in use that is no longer held does not count. */
export function personOf({
  _id,
  profile: known,
  roles = [],
  acting,
  blockedAt,
  lent = [],
}: StoredPerson): Person {
  const isHeld = (one: { key: string; leave: string }) =>
    roles.some(({ key, leave }) => key === one.key && leave === one.leave);
  return {
    id: _id,
    roles: roles.map(({ key: _key, change: _change, leave: _leave, ...role }) => role),
    ...(known && { profile: known }),
    ...(blockedAt && { blockedAt }),
    ...(acting && roles.some(({ key }) => key === acting) && { acting }),
    ...(lent.length > 0 && { lent: lent.map((one) => ({ ...one, isHeld: isHeld(one) })) }),
  };
}
