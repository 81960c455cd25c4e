/**
 * Invitations: codes that give a role at once. Single use, expiring, revocable; only their hash is stored, and
 * wrong tries are limited per person (`invitation-tries.ts`).
 */
import { createHash, createHmac } from 'node:crypto';
import mongoose, { type InferSchemaType } from 'mongoose';
import { agencyByCode } from './agency.ts';
import { recordChanges } from './audit.ts';
import { countTry, forgiveTry } from './invitation-tries.ts';
import { type Change, giveRole, NotAllowed, personById } from './person.ts';
import { lookAfter, type Role, readRoleKey, roleKey } from './role.ts';
import { type LentByCode, standInByCode } from './stand-in.ts';

/** What became of a code that somebody typed. */
export type Redeemed =
  /** `lent`: only for these days, both included, by somebody on leave. */
  | { result: 'redeemed'; role: Role; lent?: LentByCode }
  | { result: 'wrong'; triesLeft: number }
  | { result: 'locked'; until: Date }
  | { result: 'expired' | 'used' | 'revoked' };

/** 12 letters and digits of this alphabet are 57 bits; no look-alikes, no vowels. */
const ALPHABET = '23456789BCDFGHJKMNPQRSTVWXYZ';
/** As many of the alphabet are digits; they come first. */
const DIGITS = 8;
const CODE_LENGTH = 12;
/** Who invites from the command line; nobody's roles are asked. */
const MANAGE = 'manage';

const schema = new mongoose.Schema(
  {
    _id: { type: String, required: true },
    role: { type: String, required: true },
    state: { type: String, enum: ['open', 'used', 'revoked'], required: true },
    by: { type: String, required: true },
    createdAt: { type: Date, required: true },
    expiresAt: { type: Date, required: true },
    usedBy: { type: String },
    /** Idempotency key of the use, so that a use cut off half-way is finished by its repetition. */
    usedKey: { type: String },
    revokedKey: { type: String },
  },
  { collection: 'invitations', versionKey: false },
);
schema.index({ by: 1, createdAt: -1 });

type Stored = InferSchemaType<typeof schema>;
const InvitationModel = mongoose.model('Invitation', schema);

/** A new code, written in groups: `K7QM-2XRT-9HBD`. `randomBelow` must be unguessable: `randomInt` of `node:crypto`. */
export function newInvitationCode(randomBelow: (limit: number) => number): string {
  return grouped(Array.from({ length: CODE_LENGTH }, () => ALPHABET[randomBelow(ALPHABET.length)] ?? ''));
}

/** The code that belongs to a key: the same for a repeated turn, and unguessable without the secret. */
export function invitationCodeFor(key: string, secret: string): string {
  const digest = createHmac('sha256', secret).update(`invitation:${key}`).digest('hex');
  let rest = BigInt(`0x${digest}`);
  const letters = Array.from({ length: CODE_LENGTH }, () => {
    const letter = ALPHABET[Number(rest % BigInt(ALPHABET.length))] ?? '';
    rest /= BigInt(ALPHABET.length);
    return letter;
  });
  return grouped(letters);
}

/** An invitation to be kept. The code itself is not kept. */
export type NewInvitation = { code: string; role: Role; at: Date; expiresAt: Date };

/**
 * Invites somebody as a person of the service: coordinators to the agencies they look after, administrators also to
 * any other role. Throws `NotAllowed` for anything else. The same code again changes nothing.
 */
export async function invite(by: string, invitation: NewInvitation): Promise<void> {
  if (!(await mayInvite(by, invitation.role))) throw new NotAllowed(`${by} may not invite to that role`);
  await keep(by, invitation);
}

/** Invites from the command line. */
export async function inviteFromCommandLine(invitation: NewInvitation): Promise<void> {
  await keep(MANAGE, invitation);
}

async function mayInvite(by: string, role: Role): Promise<boolean> {
  const { roles } = await personById(by);
  if (role.role !== 'official') return roles.some((held) => held.role === 'administrator');
  const agency = await agencyByCode(role.agency);
  return agency !== undefined && lookAfter(roles, agency);
}

async function keep(by: string, { code, role, at, expiresAt }: NewInvitation): Promise<void> {
  const id = invitationHash(code);
  const content = { role: roleKey(role), state: 'open' as const, by, createdAt: at, expiresAt };
  await InvitationModel.updateOne({ _id: id }, { $setOnInsert: content }, { upsert: true });
  await record(id, role, { by, at, key: `invite:${id}` }, { from: null, to: roleKey(role) });
}

/** Uses a code: gives its role, once. The same `key` again ends the same way. */
export async function redeemInvitation(
  code: string,
  person: string,
  { at, key }: Omit<Change, 'by'>,
): Promise<Redeemed> {
  const tried = await countTry(person, { at, key });
  if (tried.result === 'locked') return tried;
  const id = invitationHash(code);
  const before = await InvitationModel.findById(id).lean<Stored>();
  const role = before && readRoleKey(before.role);
  if (!before || !role) {
    const lent = await standInByCode(id, person, at);
    const lentRole = readRoleKey(lent?.key ?? '');
    if (!lent || !lentRole) return { result: 'wrong', triesLeft: tried.triesLeft };
    await forgiveTry(person, key);
    return { result: 'redeemed', role: lentRole, lent };
  }
  await forgiveTry(person, key);
  // Whoever invited must still be allowed to: a revoked coordinator's codes are worth nothing.
  if (before.state === 'open' && before.by !== MANAGE && !(await mayInvite(before.by, role)))
    return { result: 'revoked' };
  return use(id, role, person, { at, key });
}

async function use(
  id: string,
  role: Role,
  person: string,
  { at, key }: Omit<Change, 'by'>,
): Promise<Redeemed> {
  await InvitationModel.updateOne(
    { _id: id, state: 'open', expiresAt: { $gt: at } },
    { $set: { state: 'used', usedBy: person, usedKey: key } },
  );
  const stored = await InvitationModel.findById(id).lean<Stored>();
  if (stored?.state !== 'used') return { result: stored?.state === 'revoked' ? 'revoked' : 'expired' };
  if (stored.usedBy !== person || stored.usedKey !== key) return { result: 'used' };
  await giveRole(person, role, { by: stored.by, at, key });
  return { result: 'redeemed', role };
}

/** Revokes an open invitation of one's own. False when it is used, revoked before or another's. */
export async function revokeInvitation(id: string, { by, at, key }: Change): Promise<boolean> {
  await InvitationModel.updateOne(
    { _id: id, by, state: 'open' },
    { $set: { state: 'revoked', revokedKey: key } },
  );
  const stored = await InvitationModel.findOne({ _id: id, by, revokedKey: key }).lean<Stored>();
  const role = stored && readRoleKey(stored.role);
  if (!stored || !role) return false;
  await record(id, role, { by, at, key: `${key}:revoke` }, { from: stored.role, to: null });
  return true;
}

/** One's own invitations that can still be used, the newest first, at most 20. */
export async function openInvitations(
  by: string,
  at: Date,
): Promise<{ id: string; role: Role; expiresAt: Date }[]> {
  const stored = await InvitationModel.find({ by, state: 'open', expiresAt: { $gt: at } })
    .sort({ createdAt: -1 })
    .limit(20)
    .lean<Stored[]>();
  return stored.flatMap(({ _id, role, expiresAt }) => {
    const known = readRoleKey(role);
    return known ? [{ id: _id, role: known, expiresAt }] : [];
  });
}

async function record(
  id: string,
  role: Role,
  { by, at, key }: Change,
  change: { from: string | null; to: string | null },
): Promise<void> {
  await recordChanges({
    key,
    at,
    by,
    // Not the whole hash: the trail is read by more people than the invitations are.
    about: { kind: 'invitation', id: id.slice(0, 12) },
    ...(role.role === 'official' && { agency: role.agency }),
    changes: [{ field: 'invitation', ...change }],
  });
}

/** In groups, and with a digit at the end if there is none: a code in one piece is then never a word. */
function grouped(letters: readonly string[]): string {
  const last = ALPHABET[ALPHABET.indexOf(letters.at(-1) ?? '') % DIGITS] ?? '';
  const code = /\d/.test(letters.join('')) ? letters : [...letters.slice(0, -1), last];
  return code.join('').replace(/(.{4})(?=.)/g, '$1-');
}

/** What is kept of a code. */
export function invitationHash(code: string): string {
  const plain = code.toUpperCase().replace(/[\s-]/g, '');
  return createHash('sha256').update(plain).digest('hex');
}
