/**
 * Invitations: codes that give a role at once. Single use, expiring, revocable; only their hash is stored, and
 * wrong tries are limited per person.
 */
import { createHash } from 'node:crypto';
import mongoose, { type InferSchemaType } from 'mongoose';
import { recordChanges } from './audit.ts';
import { type Change, giveRole } from './person.ts';
import { type Role, readRoleKey, roleKey } from './role.ts';

/** What became of a code that somebody typed. */
export type Redeemed =
  | { result: 'redeemed'; role: Role }
  | { result: 'wrong'; triesLeft: number }
  | { result: 'locked'; until: Date }
  | { result: 'expired' | 'used' | 'revoked' };

/** 12 letters and digits of this alphabet are 54 bits; no look-alikes, no vowels. */
const ALPHABET = '23456789BCDFGHJKMNPQRSTVWXYZ';
const CODE_LENGTH = 12;
const TRIES_AT_MOST = 5;
/** How long wrong tries are remembered. Milliseconds. */
const TRIES_REMEMBERED = 3_600_000;

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
  },
  { collection: 'invitations', versionKey: false },
);
schema.index({ by: 1, createdAt: -1 });

type Stored = InferSchemaType<typeof schema>;
const InvitationModel = mongoose.model('Invitation', schema);

const tries = new mongoose.Schema(
  { _id: { type: String, required: true }, wrongAt: { type: [Date], default: [] } },
  { collection: 'invitation_tries', versionKey: false },
);
const TriesModel = mongoose.model('InvitationTries', tries);

/** A new code, written in groups: `K7QM-2XRT-9HBD`. `random` must be unguessable: bytes from `node:crypto`. */
export function newInvitationCode(randomBelow: (limit: number) => number): string {
  const letters = Array.from({ length: CODE_LENGTH }, () => ALPHABET[randomBelow(ALPHABET.length)]);
  return letters.join('').replace(/(.{4})(?=.)/g, '$1-');
}

/** Whether a text has the form of a code: with or without its dashes, in any case. */
export function looksLikeInvitation(text: string): boolean {
  return new RegExp(`^[${ALPHABET}]{${CODE_LENGTH}}$`).test(plain(text));
}

/** Keeps an invitation to `role`. The code itself is not kept. */
export async function keepInvitation(
  code: string,
  { role, by, at, expiresAt }: { role: Role; by: string; at: Date; expiresAt: Date },
): Promise<void> {
  const id = hashOf(code);
  await InvitationModel.create({ _id: id, role: roleKey(role), state: 'open', by, createdAt: at, expiresAt });
  await record(id, { by, at, key: `invite:${id}` }, null, roleKey(role));
}

/** Uses a code: gives its role, once. The same `key` again ends the same way. */
export async function redeemInvitation(
  code: string,
  person: string,
  { at, key }: Omit<Change, 'by'>,
): Promise<Redeemed> {
  const locked = await lockedUntil(person, at);
  if (locked) return { result: 'locked', until: locked };
  const id = hashOf(code);
  await InvitationModel.updateOne(
    { _id: id, state: 'open', expiresAt: { $gt: at } },
    { $set: { state: 'used', usedBy: person, usedKey: key } },
  );
  const stored = await InvitationModel.findById(id).lean<Stored>();
  const role = stored && readRoleKey(stored.role);
  if (!stored || !role) return { result: 'wrong', triesLeft: await countWrongTry(person, at) };
  if (stored.state !== 'used') return { result: stored.state === 'revoked' ? 'revoked' : 'expired' };
  if (stored.usedBy !== person || stored.usedKey !== key) return { result: 'used' };
  await giveRole(person, role, { by: stored.by, at, key });
  return { result: 'redeemed', role };
}

/** Revokes an open invitation of one's own. False when it is used, revoked or another's. */
export async function revokeInvitation(id: string, { by, at, key }: Change): Promise<boolean> {
  const { matchedCount } = await InvitationModel.updateOne(
    { _id: id, by, state: 'open' },
    { $set: { state: 'revoked' } },
  );
  if (matchedCount === 1) await record(id, { by, at, key }, 'open', 'revoked');
  return matchedCount === 1;
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

async function lockedUntil(person: string, at: Date): Promise<Date | undefined> {
  const recent = await recentTries(person, at);
  const first = recent.at(-TRIES_AT_MOST);
  return first && new Date(first.getTime() + TRIES_REMEMBERED);
}

async function countWrongTry(person: string, at: Date): Promise<number> {
  await TriesModel.updateOne(
    { _id: person },
    { $push: { wrongAt: { $each: [at], $slice: -TRIES_AT_MOST } } },
    { upsert: true },
  );
  return Math.max(0, TRIES_AT_MOST - (await recentTries(person, at)).length);
}

async function recentTries(person: string, at: Date): Promise<Date[]> {
  const stored = await TriesModel.findById(person).lean<{ wrongAt: Date[] }>();
  return (stored?.wrongAt ?? []).filter((tried) => at.getTime() - tried.getTime() < TRIES_REMEMBERED);
}

async function record(id: string, { by, at, key }: Change, from: string | null, to: string): Promise<void> {
  await recordChanges({
    key,
    at,
    by,
    about: { kind: 'invitation', id: id.slice(0, 12) },
    changes: [{ field: 'invitation', from, to }],
  });
}

function hashOf(code: string): string {
  return createHash('sha256').update(plain(code)).digest('hex');
}

function plain(text: string): string {
  return text.toUpperCase().replace(/[\s-]/g, '');
}
