// Leave on the real engine: what a stand-in may do before, during and after it, and what ends it early.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { loadWithRoles } from '../../bot/turn/load-with-roles.ts';
import { invitationHash, redeemInvitation } from '../../models/invitation.ts';
import { settleAll, settled } from '../../models/lent-roles.ts';
import { giveRole, personById, takeRole } from '../../models/person.ts';
import { lookAfterScope, roleKey } from '../../models/role.ts';
import { endLeave, leavesOf, standInsFor, takeLeave } from '../../models/stand-in.ts';
import { change, peopleAndAgencies } from './people-builder.ts';
import { connectRegisters, emptyRegisters } from './register-builder.ts';

const TODAY = new Date('2021-01-25T09:00:00+07:00');
const on = (day: string, time = '10:00') => new Date(`2021-${day}T${time}:00+07:00`);
const LEAVE = { id: 'leave', by: 'coordinator', standIn: 'wide', from: '2021-02-01', until: '2021-02-03' };
const check = async () => undefined;

let disconnect: () => Promise<void>;
beforeAll(async () => {
  disconnect = await connectRegisters();
});
afterAll(() => disconnect());
beforeEach(async () => {
  await emptyRegisters();
  await peopleAndAgencies();
  await giveRole('wide', { role: 'coordinator', scope: 'country' }, change('manage', 'wide'));
});

const keysOn = async (person: string, now: Date) =>
  (await loadWithRoles(person, now)).who.roles.map(roleKey).sort();
const stored = async (person: string) => (await personById(person)).roles.map(roleKey).sort();
const LENT = 'coordinator:province:91';
const OWN = 'coordinator:country';

describe('the days', () => {
  test.each<[string, Date, string[]]>([
    ['the day before, a minute to midnight', on('01-31', '23:59'), [OWN]],
    ['the first minute', on('02-01', '00:00'), [OWN, LENT]],
    ['the last minute', on('02-03', '23:59'), [OWN, LENT]],
    ['the day after', on('02-04', '00:00'), [OWN]],
  ])('%s', async (_, now, expected) => {
    expect(await takeLeave(LEAVE, TODAY)).toEqual({ result: 'taken' });
    await settleAll(on('02-02'), check);
    expect(await keysOn('wide', now)).toEqual(expected);
    expect(await stored('wide')).toEqual(expected);
  });

  test('the job alone gives and takes it, without a word of the stand-in', async () => {
    await takeLeave(LEAVE, TODAY);
    expect(await stored('wide')).toEqual([OWN]);
    await settleAll(on('02-01'), check);
    expect(await stored('wide')).toEqual([OWN, LENT]);
    await settleAll(on('02-04'), check);
    expect(await stored('wide')).toEqual([OWN]);
    expect((await personById('wide')).lent).toBeUndefined();
  });

  test('twice equals once', async () => {
    await takeLeave(LEAVE, TODAY);
    await takeLeave(LEAVE, TODAY);
    const person = await personById('wide');
    await Promise.all([settled(person, on('02-01')), settled(person, on('02-01'))]);
    expect(await stored('wide')).toEqual([OWN, LENT]);
    expect(await leavesOf('coordinator', TODAY)).toHaveLength(1);
  });
});

describe('what ends it early', () => {
  beforeEach(async () => {
    await takeLeave(LEAVE, TODAY);
    await settleAll(on('02-01'), check);
  });

  test('the lender', async () => {
    expect(await endLeave('leave', 'somebody', on('02-02'))).toBe(false);
    expect(await stored('wide')).toEqual([OWN, LENT]);
    expect(await endLeave('leave', 'coordinator', on('02-02'))).toBe(true);
    expect(await stored('wide')).toEqual([OWN]);
    expect(await keysOn('wide', on('02-02'))).toEqual([OWN]);
    expect(await endLeave('leave', 'coordinator', on('02-03'))).toBe(false);
  });

  test('the lender losing the role', async () => {
    await takeRole('coordinator', { role: 'coordinator', scope: 'province:91' }, change('manage', 'take'));
    expect(await stored('wide')).toEqual([OWN]);
    expect(await keysOn('wide', on('02-02'))).toEqual([OWN]);
  });

  test('the lender losing the role before it has begun', async () => {
    await takeLeave({ ...LEAVE, id: 'later', from: '2021-03-01', until: '2021-03-02' }, TODAY);
    await takeRole('coordinator', { role: 'coordinator', scope: 'province:91' }, change('manage', 'take'));
    expect(await keysOn('wide', on('03-01'))).toEqual([OWN]);
  });

  test('the stand-in being relieved of it', async () => {
    await takeRole('wide', { role: 'coordinator', scope: 'province:91' }, change('manage', 'take'));
    expect(await keysOn('wide', on('02-02'))).toEqual([OWN]);
  });

  test('but not a role of the stand-in’s own that came meanwhile', async () => {
    await giveRole('wide', { role: 'coordinator', scope: 'province:91' }, change('manage', 'own'));
    expect(await keysOn('wide', on('02-09'))).toEqual([OWN, LENT]);
  });
});

describe('who may', () => {
  test.each<[string, Partial<typeof LEAVE>, string]>([
    ['an official lends nothing', { by: 'official' }, 'not-a-coordinator'],
    ['somebody of another province', { standIn: 'outsider' }, 'not-fit'],
    ['oneself', { standIn: 'coordinator' }, 'not-fit'],
    ['somebody unknown', { standIn: 'nobody' }, 'not-fit'],
    ['from a day that is over', { from: '2021-01-24' }, 'days'],
    ['ending before it begins', { until: '2021-01-31' }, 'days'],
    ['for a year', { until: '2022-02-01' }, 'days'],
  ])('%s', async (_, wish, why) => {
    expect(await takeLeave({ ...LEAVE, ...wish }, TODAY)).toEqual({ result: 'refused', why });
    expect(await stored('wide')).toEqual([OWN]);
  });

  test('two leaves on one day are one too many', async () => {
    await takeLeave(LEAVE, TODAY);
    const second = { ...LEAVE, id: 'second', from: '2021-02-03', until: '2021-02-05' };
    expect(await takeLeave(second, TODAY)).toEqual({ result: 'refused', why: 'overlaps' });
  });

  test('what is lent is not lent on, and makes nobody fit', async () => {
    await giveRole('second', { role: 'coordinator', scope: 'country' }, change('manage', 'second'));
    await takeLeave({ ...LEAVE, from: '2021-01-25', standIn: 'second' }, TODAY);
    await takeRole('second', { role: 'coordinator', scope: 'country' }, change('manage', 'take second'));
    expect(await stored('second')).toEqual([LENT]);
    expect(await takeLeave({ ...LEAVE, id: 'on', by: 'second' }, TODAY)).toMatchObject({
      why: 'not-a-coordinator',
    });
    expect((await standInsFor('coordinator')).map(({ id }) => id)).toEqual(['wide']);
  });
});

test('by a code: once, by one person, and within its days', async () => {
  const { standIn: _standIn, ...wish } = LEAVE;
  await takeLeave({ ...wish, codeHash: invitationHash('K7QM-2XRT-9HB2') }, TODAY);
  const redeem = (person: string, at = TODAY) =>
    redeemInvitation('k7qm 2xrt 9hb2', person, { at, key: `redeem ${person}` });
  expect(await redeem('coordinator')).toMatchObject({ result: 'wrong' });
  expect(await redeem('new')).toMatchObject({ result: 'redeemed', lent: { from: '2021-02-01' } });
  expect(await redeem('new')).toMatchObject({ result: 'redeemed' });
  expect(await redeem('other')).toMatchObject({ result: 'wrong' });
  expect(await keysOn('new', TODAY)).toEqual([]);
  expect(await keysOn('new', on('02-03'))).toEqual([LENT]);
  expect(lookAfterScope((await personById('new')).roles, { level: 'district', code: '9101' })).toBe(true);
  expect(await keysOn('new', on('02-04'))).toEqual([]);
});
