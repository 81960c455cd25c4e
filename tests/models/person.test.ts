// People and their roles on the real engine: given and taken once, by those who may.

import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { lastChanges } from '../../models/audit.ts';
import { historySeenBy } from '../../models/history.ts';
import {
  actAs,
  giveRole,
  NotAllowed,
  officialsSeenBy,
  personById,
  revokeOfficial,
  saveProfile,
  takeRole,
} from '../../models/person.ts';
import type { Role } from '../../models/role.ts';
import { AWAY, change, HERE, MALI, peopleAndAgencies } from './people-builder.ts';
import { connectRegisters, emptyRegisters } from './register-builder.ts';

let disconnect: () => Promise<void>;
beforeAll(async () => {
  disconnect = await connectRegisters();
});
afterAll(() => disconnect());
beforeEach(async () => {
  await emptyRegisters();
  await peopleAndAgencies();
});

const ofHere: Role = { role: 'official', agency: HERE };
const rolesOf = async (id: string) =>
  (await personById(id)).roles.map(({ since: _since, by: _by, ...role }) => role);
const entriesOf = async (id: string) => lastChanges({ about: { kind: 'role', id } }, 50);

describe('giving', () => {
  test('twenty at once give one role and one entry', async () => {
    const given = await Promise.all(
      Array.from({ length: 20 }, (_, n) => giveRole('mali', ofHere, change('admin', `give-${n}`))),
    );
    expect(given.filter(Boolean)).toHaveLength(1);
    expect(await rolesOf('mali')).toEqual([ofHere]);
    expect(await entriesOf('mali')).toHaveLength(1);
  });

  test('the same change again gives nothing back that was taken meanwhile', async () => {
    await giveRole('mali', ofHere, change('admin', 'a'));
    await takeRole('mali', ofHere, change('admin', 'b'));
    expect(await giveRole('mali', ofHere, change('admin', 'a'))).toBe(true);
    expect(await rolesOf('mali')).toEqual([]);
    expect(await giveRole('mali', ofHere, change('admin', 'c'))).toBe(true);
    expect(await rolesOf('mali')).toEqual([ofHere]);
  });

  test('the role given last is the one in use; another held one can be chosen, no other', async () => {
    await giveRole('official', { role: 'administrator' }, change('manage', 'x'));
    expect((await personById('official')).acting).toBe('administrator');
    expect(await actAs('official', ofHere)).toBe(true);
    expect(await actAs('official', { role: 'official', agency: AWAY })).toBe(false);
    expect((await personById('official')).acting).toBe(`official:${HERE}`);
    await takeRole('official', ofHere, change('official', 'y'));
    expect((await personById('official')).acting).toBeUndefined();
  });
});

describe('taking', () => {
  test('of twenty who take it at once one has done it, and the trail says it once with the reason', async () => {
    const taken = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        revokeOfficial(
          { person: 'official', agency: HERE, reason: 'moved' },
          change('coordinator', `t-${n}`),
        ),
      ),
    );
    expect(taken.filter(Boolean)).toHaveLength(1);
    expect(await rolesOf('official')).toEqual([]);
    const [last, ...before] = await entriesOf('official');
    expect(before).toHaveLength(1);
    expect([last, ...before].map((entry) => entry?.changes).find((changes) => changes?.length === 2)).toEqual(
      [
        { field: 'role', from: `official:${HERE}`, to: null },
        { field: 'reason', from: null, to: 'moved' },
      ],
    );
  });

  test('the same change again ends the same way', async () => {
    const again = () => takeRole('official', ofHere, change('official', 'leave'));
    expect([await again(), await again()]).toEqual([true, true]);
    expect(await takeRole('official', ofHere, change('official', 'other'))).toBe(false);
  });
});

describe('who may not', () => {
  test.each(['outsider', 'official', 'stranger'])('%s revokes nobody', async (by) => {
    const act = revokeOfficial({ person: 'official', agency: HERE, reason: 'no' }, change(by, 'k'));
    await expect(act).rejects.toThrow(NotAllowed);
    expect(await rolesOf('official')).toEqual([ofHere]);
    expect(await entriesOf('official')).toHaveLength(1);
  });

  test('an agency that is not in the register is nobody’s, not even an administrator’s', async () => {
    const act = revokeOfficial(
      { person: 'official', agency: '999999999', reason: 'no' },
      change('admin', 'k'),
    );
    await expect(act).rejects.toThrow(NotAllowed);
  });

  test('officials are seen by themselves and by who looks after them', async () => {
    await saveProfile('official', MALI);
    for (const by of ['official', 'coordinator', 'admin'])
      expect((await officialsSeenBy(by, HERE)).map(({ id, profile }) => [id, profile])).toEqual([
        ['official', MALI],
      ]);
    for (const by of ['outsider', 'stranger'])
      await expect(officialsSeenBy(by, HERE)).rejects.toThrow(NotAllowed);
    await expect(officialsSeenBy('official', AWAY)).rejects.toThrow(NotAllowed);
  });

  test('history is seen in one’s scope only', async () => {
    await giveRole('faraway', { role: 'official', agency: AWAY }, change('admin', 'far'));
    const seen = async (by: string) => (await historySeenBy(by, 50)).map(({ key }) => key);
    expect(await seen('coordinator')).toEqual(['seed-official:give']);
    expect(await seen('outsider')).toEqual(['far:give']);
    expect(await seen('admin')).toHaveLength(5);
    for (const by of ['official', 'stranger'])
      await expect(historySeenBy(by, 50)).rejects.toThrow(NotAllowed);
  });
});
