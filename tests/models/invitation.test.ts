// Invitations on the real engine: used once, limited, revocable, made only by those who may.

import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { lastChanges } from '../../models/audit.ts';
import {
  invitationCodeFor,
  invite,
  inviteFromCommandLine,
  newInvitationCode,
  openInvitations,
  redeemInvitation,
  revokeInvitation,
} from '../../models/invitation.ts';
import { NotAllowed, personById, takeRole } from '../../models/person.ts';
import type { Role } from '../../models/role.ts';
import { AWAY, change, HERE, peopleAndAgencies } from './people-builder.ts';
import { connectRegisters, emptyRegisters, minutesAfterNoon, NOON } from './register-builder.ts';

let disconnect: () => Promise<void>;
beforeAll(async () => {
  disconnect = await connectRegisters();
});
afterAll(() => disconnect());
beforeEach(async () => {
  await emptyRegisters();
  await peopleAndAgencies();
});

const CODE = 'K7QM-2XRT-9HBD';
const ofHere: Role = { role: 'official', agency: HERE };
const invitation = (role: Role = ofHere) => ({ code: CODE, role, at: NOON, expiresAt: minutesAfterNoon(60) });
const redeem = (person: string, key: string, { code = CODE, at = NOON } = {}) =>
  redeemInvitation(code, person, { key, at });
const held = async (id: string) => (await personById(id)).roles.map(({ role }) => role);

test('codes have three groups, differ by key and by secret, and are the same for the same key', () => {
  const form = /^[2-9B-DF-HJ-NP-TV-Z]{4}(-[2-9B-DF-HJ-NP-TV-Z]{4}){2}$/;
  expect(newInvitationCode(() => 0)).toBe('2222-2222-2222');
  expect(newInvitationCode(() => 27)).toBe('ZZZZ-ZZZZ-ZZZ5');
  expect(invitationCodeFor('a', 's')).toMatch(form);
  expect(invitationCodeFor('a', 's')).toBe(invitationCodeFor('a', 's'));
  const codes = Array.from({ length: 1000 }, (_, n) => invitationCodeFor(`key ${n}`, 's'));
  expect(new Set([...codes, invitationCodeFor('key 1', 't')]).size).toBe(1001);
});

describe('using', () => {
  test('by twenty people at once gives one role', async () => {
    await inviteFromCommandLine(invitation());
    const people = Array.from({ length: 20 }, (_, n) => `person-${n}`);
    const results = await Promise.all(people.map((person) => redeem(person, `use-${person}`)));
    expect(results.map(({ result }) => result).sort()).toEqual(['redeemed', ...Array(19).fill('used')]);
    const roles = await Promise.all(people.map(held));
    expect(roles.flat()).toEqual(['official']);
  });

  test('the same use again ends the same way; another one finds it used', async () => {
    await inviteFromCommandLine(invitation());
    const role = { result: 'redeemed', role: ofHere };
    expect([await redeem('mali', 'a'), await redeem('mali', 'a')]).toEqual([role, role]);
    expect(await redeem('mali', 'b')).toEqual({ result: 'used' });
    expect(await lastChanges({ about: { kind: 'role', id: 'mali' } }, 9)).toHaveLength(1);
  });

  test('small letters and spaces are forgiven; the code is stored nowhere', async () => {
    await inviteFromCommandLine(invitation());
    const stored = await mongoose.connection.collection('invitations').find().toArray();
    expect(JSON.stringify(stored)).not.toMatch(/K7QM/i);
    expect((await redeem('mali', 'a', { code: ' k7qm 2xrt9hbd' })).result).toBe('redeemed');
  });

  test('after its time it is worth nothing', async () => {
    await inviteFromCommandLine(invitation());
    expect(await redeem('mali', 'a', { at: minutesAfterNoon(60) })).toEqual({ result: 'expired' });
    expect(await held('mali')).toEqual([]);
  });

  test('a code of somebody who may no longer invite is worth nothing', async () => {
    await invite('coordinator', invitation());
    await takeRole('coordinator', { role: 'coordinator', scope: 'province:91' }, change('admin', 't'));
    expect(await redeem('mali', 'a')).toEqual({ result: 'revoked' });
    expect(await held('mali')).toEqual([]);
  });
});

describe('wrong tries', () => {
  const wrong = (key: string, at = NOON) => redeem('mali', key, { code: 'AAAA-BBBB-CCCC', at });

  test('five, then it is enough for an hour, also for the right code', async () => {
    await inviteFromCommandLine({ ...invitation(), expiresAt: minutesAfterNoon(600) });
    for (const left of [4, 3, 2, 1, 0])
      expect(await wrong(`w${left}`)).toEqual({ result: 'wrong', triesLeft: left });
    const locked = { result: 'locked', until: minutesAfterNoon(60) };
    expect(await wrong('w', minutesAfterNoon(1))).toEqual(locked);
    expect(await redeem('mali', 'r', { at: minutesAfterNoon(59) })).toEqual(locked);
    expect((await redeem('mali', 'r2', { at: minutesAfterNoon(61) })).result).toBe('redeemed');
  });

  test('the same try again is counted once; a right code is not counted', async () => {
    await inviteFromCommandLine(invitation());
    expect(await wrong('a')).toEqual(await wrong('a'));
    await redeem('mali', 'right');
    expect(await wrong('b')).toEqual({ result: 'wrong', triesLeft: 3 });
  });

  test('twenty at once gain nothing', async () => {
    const results = await Promise.all(Array.from({ length: 20 }, (_, n) => wrong(`w${n}`)));
    expect(results.filter(({ result }) => result === 'wrong').length).toBeLessThanOrEqual(5);
    expect((await wrong('more')).result).toBe('locked');
  });
});

describe('making and revoking', () => {
  test.each<[string, Role]>([
    ['outsider', ofHere],
    ['official', ofHere],
    ['stranger', ofHere],
    ['coordinator', { role: 'official', agency: AWAY }],
    ['coordinator', { role: 'coordinator', scope: 'district:9101' }],
    ['coordinator', { role: 'administrator' }],
    ['admin', { role: 'official', agency: '999999999' }],
  ])('%s may not invite to %j', async (by, role) => {
    await expect(invite(by, invitation(role))).rejects.toThrow(NotAllowed);
    expect(await mongoose.connection.collection('invitations').countDocuments()).toBe(0);
  });

  test('administrators invite to everything, coordinators to their agencies; the same code again changes nothing', async () => {
    await invite('coordinator', invitation());
    await invite('coordinator', invitation());
    await invite('admin', { ...invitation({ role: 'administrator' }), code: 'K7QM-2XRT-9HBF' });
    expect(await openInvitations('coordinator', NOON)).toEqual([
      { id: expect.any(String), role: ofHere, expiresAt: minutesAfterNoon(60) },
    ]);
    const changes = await lastChanges({ agencies: [HERE] }, 9);
    expect(changes.filter(({ about }) => about.kind === 'invitation')).toHaveLength(1);
  });

  test('one’s own can be revoked, and the same change again says so again; others’ cannot', async () => {
    await invite('coordinator', invitation());
    const [{ id } = { id: '' }] = await openInvitations('coordinator', NOON);
    expect(await revokeInvitation(id, change('outsider', 'o'))).toBe(false);
    expect(await revokeInvitation(id, change('coordinator', 'r'))).toBe(true);
    expect(await revokeInvitation(id, change('coordinator', 'r'))).toBe(true);
    expect(await revokeInvitation(id, change('coordinator', 'other'))).toBe(false);
    expect(await redeem('mali', 'a')).toEqual({ result: 'revoked' });
    expect(await openInvitations('coordinator', NOON)).toEqual([]);
  });
});
