// Registrations on the real engine: asked once, decided once, by those who look after the agency.

import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { lastChanges } from '../../models/audit.ts';
import { NotAllowed, personById } from '../../models/person.ts';
import {
  countWaitingFor,
  decideRegistration,
  requestRegistration,
  waitingFor,
} from '../../models/registration.ts';
import { AWAY, change, HERE, MALI, NEXT, peopleAndAgencies } from './people-builder.ts';
import { connectRegisters, emptyRegisters, minutesAfterNoon } from './register-builder.ts';

let disconnect: () => Promise<void>;
beforeAll(async () => {
  disconnect = await connectRegisters();
});
afterAll(() => disconnect());
beforeEach(async () => {
  await emptyRegisters();
  await peopleAndAgencies();
});

const ask = (id: string, agency = HERE, person = 'mali', minutes = 0) =>
  requestRegistration({ id, person, agency, profile: MALI, at: minutesAfterNoon(minutes) });
const approve = { approve: true } as const;
const refuse = { approve: false, reason: 'not on the list' } as const;
const waiting = async (by: string) => (await waitingFor(by, 50)).map(({ id }) => id);

describe('asking', () => {
  test('twenty at once leave one that waits', async () => {
    const asked = await Promise.all(Array.from({ length: 20 }, (_, n) => ask(`r${n}`)));
    expect(asked.filter(({ result }) => result === 'waiting')).toHaveLength(1);
    expect(await countWaitingFor([{ role: 'coordinator', scope: 'province:91' }])).toBe(1);
  });

  test('the same request twenty times at once is one, and each says that it waits', async () => {
    const asked = await Promise.all(Array.from({ length: 20 }, () => ask('r')));
    expect(new Set(asked.map(({ result }) => result))).toEqual(new Set(['waiting']));
    expect(await waiting('coordinator')).toEqual(['r']);
  });

  test('for an agency that is not there, or one’s own', async () => {
    expect(await ask('r', '999999999')).toEqual({ result: 'no-such-agency' });
    expect(await ask('s', HERE, 'official')).toEqual({ result: 'already-official' });
    expect(await waiting('admin')).toEqual([]);
  });
});

test('those in one’s scope wait for one, the oldest first; nobody waits for who looks after nothing', async () => {
  await ask('second', NEXT, 'kaew', 2);
  await ask('first', HERE, 'mali', 1);
  await ask('away', AWAY, 'fah', 3);
  expect(await waiting('coordinator')).toEqual(['first', 'second']);
  expect(await waiting('outsider')).toEqual(['away']);
  expect(await waiting('admin')).toEqual(['first', 'second', 'away']);
  expect(await waiting('official')).toEqual([]);
  expect(await countWaitingFor([{ role: 'administrator' }])).toBe(3);
  expect(await countWaitingFor([{ role: 'official', agency: HERE }])).toBe(0);
  expect(await waitingFor('coordinator', 1)).toEqual([
    { id: 'first', person: 'mali', agency: HERE, profile: MALI, at: minutesAfterNoon(1) },
  ]);
});

describe('deciding', () => {
  beforeEach(() => ask('r'));

  test('approving gives the role; the same again ends the same way; another one is too late', async () => {
    const done = { result: 'approved', person: 'mali', agency: HERE };
    expect(await decideRegistration('r', approve, change('coordinator', 'a'))).toEqual(done);
    expect(await decideRegistration('r', approve, change('coordinator', 'a'))).toEqual(done);
    expect(await decideRegistration('r', refuse, change('admin', 'b'))).toEqual({
      result: 'already-decided',
    });
    expect((await personById('mali')).roles).toMatchObject([
      { role: 'official', agency: HERE, by: 'coordinator' },
    ]);
  });

  test('of twenty who approve and refuse at once one decides', async () => {
    const decided = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        decideRegistration('r', n % 2 === 0 ? approve : refuse, change('coordinator', `d${n}`)),
      ),
    );
    const [winner, ...others] = decided.filter(({ result }) => result !== 'already-decided');
    expect(others).toEqual([]);
    expect((await personById('mali')).roles).toHaveLength(winner?.result === 'approved' ? 1 : 0);
  });

  test('refusing leaves its reason in the trail, and one may ask again', async () => {
    await decideRegistration('r', refuse, change('coordinator', 'a'));
    const [entry] = await lastChanges({ agencies: [HERE] }, 1);
    expect(entry).toMatchObject({ by: 'coordinator', about: { kind: 'role', id: 'mali' } });
    expect(entry?.changes.at(-1)).toEqual({ field: 'reason', from: null, to: 'not on the list' });
    expect(await ask('again')).toEqual({ result: 'waiting' });
  });

  test.each(['outsider', 'official', 'mali', 'stranger'])('%s may not', async (by) => {
    await expect(decideRegistration('r', approve, change(by, 'k'))).rejects.toThrow(NotAllowed);
    expect((await personById('mali')).roles).toEqual([]);
    expect(await waiting('coordinator')).toEqual(['r']);
  });
});
