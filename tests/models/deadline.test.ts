// Deadlines on the real engine: who may make, change and call them off, inner ones, two at once, repeated, the trail.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { agencyByCode } from '../../models/agency.ts';
import { lastChanges } from '../../models/audit.ts';
import {
  type Deadline,
  DeadlineModel,
  deadlineById,
  deadlinesInForce,
  standingDeadlines,
} from '../../models/deadline.ts';
import { closesFor } from '../../models/deadline-done.ts';
import { deadlinesSeenBy, scopesToChoose } from '../../models/deadline-seen.ts';
import {
  cancelDeadline,
  changeDeadline,
  type DeadlineFields,
  makeDeadline,
  restoreDeadline,
} from '../../models/deadline-work.ts';
import { putPlaces } from '../../models/place.ts';
import { reminderDays } from '../../models/reminder-days.ts';
import { writeScope } from '../../models/scope.ts';
import { AWAY, change, HERE, NEXT, peopleAndAgencies } from './people-builder.ts';
import { aPlace, connectRegisters, emptyRegisters, NOON } from './register-builder.ts';

const WIDE: DeadlineFields = {
  title: { th: 'ผูกคู่มือ', en: 'Link the manuals' },
  what: 'procedures-linked',
  scope: 'country',
  kinds: [],
  opensOn: '2021-01-18',
  closesOn: '2021-01-31',
  remindBefore: [14, 7, 3, 1, 0],
  remindAfter: 1,
};
const INNER: DeadlineFields = { ...WIDE, scope: 'province:91', closesOn: '2021-01-20', within: 'wide' };

let disconnect: () => Promise<void>;
beforeAll(async () => {
  disconnect = await connectRegisters();
});
afterAll(() => disconnect());
beforeEach(async () => {
  await emptyRegisters();
  await peopleAndAgencies();
});

const make = (id: string, fields: DeadlineFields, by = 'admin', key = `make ${id}`) =>
  makeDeadline(id, fields, change(by, key));
const seen = async (id: string) => (await deadlineById(id))?.changedAt ?? new Date(0);
const closesIn = async (code: string, id = 'wide') => {
  const all = await deadlinesInForce('2021-01-19');
  const [agency, deadline] = [await agencyByCode(code), all.find((one) => one.id === id)];
  return agency && deadline && closesFor(agency, deadline, all);
};
const trail = async (id: string) =>
  (await lastChanges({ about: { kind: 'deadline', id } }, 50)).map(({ by, changes }) => [
    by,
    ...changes.map(({ field, to }) => `${field}=${to}`),
  ]);

describe('making', () => {
  test.each<[string, string, string, string]>([
    ['an administrator for the country', 'admin', 'country', 'made'],
    ['a coordinator for their province', 'coordinator', 'province:91', 'made'],
    ['a coordinator for a district of it', 'coordinator', 'district:9101', 'made'],
    ['a coordinator for the country', 'coordinator', 'country', 'not-yours'],
    ['a coordinator for another province', 'outsider', 'province:91', 'not-yours'],
    ['an official', 'official', 'district:9101', 'not-yours'],
    ['anybody for no scope', 'admin', 'moon:1', 'not-yours'],
  ])('%s', async (_, by, scope, result) => {
    const done = await make('one', { ...WIDE, scope }, by);
    expect('why' in done ? done.why : done.result).toBe(result);
    expect(await deadlineById('one')).toEqual(
      result === 'made' ? { ...WIDE, scope, id: 'one', changedAt: NOON } : undefined,
    );
  });

  test('once for its id, also when two do it at the same moment; the trail has it once', async () => {
    await Promise.all([make('one', WIDE), make('one', WIDE), make('one', WIDE)]);
    await make('one', { ...WIDE, closesOn: '2021-02-28' });
    expect((await deadlineById('one'))?.closesOn).toBe('2021-01-31');
    expect(await trail('one')).toEqual([
      ['admin', 'title=ผูกคู่มือ', 'what=procedures-linked', 'scope=country', 'closesOn=2021-01-31'],
    ]);
  });

  test.each<[string, Partial<DeadlineFields>, string]>([
    ['before it opens', { closesOn: '2021-01-17' }, 'ends-before-it-opens'],
    ['with too many reminders', { remindBefore: [...Array(11).keys()] }, 'reminder-days'],
    ['with a reminder of half a day', { remindBefore: [0.5] }, 'reminder-days'],
    ['with a reminder after it on the same day', { remindAfter: 0 }, 'reminder-days'],
  ])('refused when it ends %s', async (_, wrong, why) => {
    expect(await make('one', { ...WIDE, ...wrong })).toEqual({ result: 'refused', why });
  });
});

test('without reminders none is left: the day after is really taken away', async () => {
  await make('one', WIDE);
  const never = { change: { remindBefore: [], remindAfter: null }, seen: await seen('one') };
  expect(await changeDeadline('one', never, change('admin', 'never'))).toMatchObject({ result: 'changed' });
  expect(await DeadlineModel.findById('one').lean()).not.toHaveProperty('remindAfter');
  const known = await deadlineById('one');
  expect(known).not.toHaveProperty('remindAfter');
  expect(known && reminderDays(known, new Map())).toEqual([]);
  // Twice equals once.
  const again = { change: { remindBefore: [], remindAfter: null }, seen: await seen('one') };
  expect(await changeDeadline('one', again, change('admin', 'again'))).toMatchObject({ result: 'unchanged' });
});

describe('inner deadlines', () => {
  beforeEach(() => make('wide', WIDE));

  test('about every kind are about every kind of the wider one', async () => {
    await make('some', { ...WIDE, kinds: ['hospital', 'school'] });
    await make('inner', { ...INNER, kinds: ['school'], within: 'some' }, 'coordinator');
    const all = { change: { kinds: [] }, seen: await seen('inner') };
    expect(await changeDeadline('inner', all, change('coordinator', 'all'))).toMatchObject({
      result: 'changed',
    });
    expect((await deadlineById('inner'))?.kinds).toEqual(['hospital', 'school']);
  });

  test('are earlier in their own scope only', async () => {
    expect(await make('inner', INNER, 'coordinator')).toMatchObject({ result: 'made' });
    expect(
      await make(
        'district',
        { ...INNER, scope: 'district:9101', closesOn: '2021-01-19', within: 'inner' },
        'coordinator',
      ),
    ).toMatchObject({ result: 'made' });
    expect([await closesIn(HERE), await closesIn(NEXT), await closesIn(AWAY)]).toEqual([
      '2021-01-19',
      '2021-01-20',
      '2021-01-31',
    ]);
  });

  test.each<[string, Partial<DeadlineFields>, string]>([
    ['later', { closesOn: '2021-02-01' }, 'not-earlier'],
    ['on the same day', { closesOn: '2021-01-31' }, 'not-earlier'],
    ['of nothing', { within: 'nothing' }, 'wider-unknown'],
    ['of somebody else’s scope', { scope: 'province:10' }, 'not-yours'],
  ])('are refused %s', async (_, wrong, why) => {
    expect(await make('inner', { ...INNER, ...wrong }, 'coordinator')).toEqual({ result: 'refused', why });
  });

  test('are refused beyond the scope or the kinds of the wider one', async () => {
    await make('narrow', { ...WIDE, scope: 'district:9101', kinds: ['district-office'] });
    const inner = { ...INNER, within: 'narrow' };
    expect(await make('a', inner, 'coordinator')).toMatchObject({ why: 'outside-wider' });
    const here = { ...inner, scope: 'district:9101' };
    expect(await make('b', { ...here, kinds: ['hospital'] }, 'coordinator')).toMatchObject({
      why: 'outside-wider',
    });
    expect(await make('c', here, 'coordinator')).toMatchObject({ deadline: { kinds: ['district-office'] } });
  });

  test('ask for the same work from the same day on, also after the wider one has moved', async () => {
    await make('inner', { ...INNER, what: 'pinned', opensOn: '2021-01-10' }, 'coordinator');
    expect(await deadlineById('inner')).toMatchObject({ what: 'procedures-linked', opensOn: '2021-01-18' });
    await changeDeadline(
      'wide',
      { change: { opensOn: '2021-01-15' }, seen: await seen('wide') },
      change('admin', 'move'),
    );
    expect((await standingDeadlines('2021-01-18')).map(({ opensOn }) => opensOn)).toEqual([
      '2021-01-15',
      '2021-01-15',
    ]);
  });

  test('cannot be moved to the wider day or later, and fall with the wider one', async () => {
    await make('inner', INNER, 'coordinator');
    const later = { change: { closesOn: '2021-01-31' }, seen: await seen('inner') };
    expect(await changeDeadline('inner', later, change('coordinator', 'k'))).toMatchObject({
      why: 'not-earlier',
    });
    await cancelDeadline('wide', 'เลื่อน', change('admin', 'off'));
    expect(await deadlinesInForce('2021-01-19')).toEqual([]);
    expect(await make('inner2', INNER, 'coordinator')).toMatchObject({ why: 'wider-unknown' });
  });

  test('a wider one that moves before them counts itself', async () => {
    await make('inner', INNER, 'coordinator');
    await changeDeadline(
      'wide',
      { change: { closesOn: '2021-01-19' }, seen: await seen('wide') },
      change('admin', 'k'),
    );
    expect(await closesIn(HERE)).toBe('2021-01-19');
  });
});

describe('changing and calling off', () => {
  const later = async (by: string, key: string, closesOn = '2021-02-28') =>
    changeDeadline('one', { change: { closesOn }, seen: await seen('one'), reason: 'เลื่อน' }, change(by, key));

  test('by who looks after all of it, with the reason in the trail; repeated it stays as it is', async () => {
    await make('one', { ...WIDE, scope: 'province:91' }, 'coordinator');
    expect(await later('outsider', 'a')).toEqual({ result: 'refused', why: 'not-yours' });
    expect(await later('official', 'b')).toEqual({ result: 'refused', why: 'not-yours' });
    expect(await later('coordinator', 'c')).toMatchObject({
      result: 'changed',
      deadline: { closesOn: '2021-02-28' },
    });
    expect(await later('admin', 'd', '2021-03-31')).toMatchObject({ result: 'changed' });
    expect(await later('coordinator', 'c')).toMatchObject({
      result: 'changed',
      deadline: { closesOn: '2021-03-31' },
    });
    expect((await trail('one')).filter(([, first]) => first?.startsWith('closesOn'))).toHaveLength(2);
    expect(await trail('one')).toContainEqual(['coordinator', 'closesOn=2021-02-28', 'reason=เลื่อน']);
  });

  test('nobody moves it out of their scope', async () => {
    await make('one', { ...WIDE, scope: 'district:9101' }, 'coordinator');
    const out = { change: { scope: 'province:10' }, seen: await seen('one') };
    expect(await changeDeadline('one', out, change('coordinator', 'k'))).toMatchObject({ why: 'not-yours' });
  });

  test('of many who change it as they read it, one does and the others are told', async () => {
    await make('one', WIDE);
    const read = await seen('one');
    const days = ['2021-02-01', '2021-02-02', '2021-02-03', '2021-02-04'];
    const done = await Promise.all(
      days.map((closesOn) =>
        changeDeadline('one', { change: { closesOn }, seen: read }, change('admin', closesOn)),
      ),
    );
    expect(done.map(({ result }) => result).sort()).toEqual([
      'changed',
      ...Array(3).fill('changed-meanwhile'),
    ]);
    expect((await trail('one')).filter(([, first]) => first?.startsWith('closesOn'))).toHaveLength(1);
  });

  test('called off once, taken back once', async () => {
    await make('one', WIDE);
    expect(await cancelDeadline('one', 'ซ้ำ', change('coordinator', 'x'))).toMatchObject({ why: 'not-yours' });
    expect(await cancelDeadline('one', 'ซ้ำ', change('admin', 'off'))).toMatchObject({ result: 'cancelled' });
    expect(await cancelDeadline('one', 'ซ้ำ', change('admin', 'off'))).toMatchObject({ result: 'cancelled' });
    expect(await cancelDeadline('one', 'อีก', change('admin', 'off2'))).toMatchObject({
      result: 'changed-meanwhile',
    });
    expect(await later('admin', 'c')).toMatchObject({ result: 'changed-meanwhile' });
    expect((await deadlineById('one'))?.cancelled?.reason).toBe('ซ้ำ');
    expect(await restoreDeadline('one', change('admin', 'on'))).toMatchObject({ result: 'restored' });
    expect((await deadlinesInForce('2021-01-19')).map(({ id }) => id)).toEqual(['one']);
    expect((await trail('one')).map(([, first]) => first)).toEqual(
      expect.arrayContaining(['cancelled=true', 'cancelled=false']),
    );
  });
});

test('in force from the day it opens until 30 days past; inner ones as long as the wider', async () => {
  await make('wide', WIDE);
  await make('inner', INNER, 'coordinator');
  const ids = async (on: string) => (await deadlinesInForce(on)).map(({ id }: Deadline) => id);
  expect(await ids('2021-01-17')).toEqual([]);
  expect(await ids('2021-01-18')).toEqual(['inner', 'wide']);
  expect(await ids('2021-03-02')).toEqual(['inner', 'wide']);
  expect(await ids('2021-03-03')).toEqual([]);
  expect((await standingDeadlines('2021-01-01')).map(({ id }) => id)).toEqual(['inner', 'wide']);
});

test('people see what touches their scope, and may change what lies within it', async () => {
  await make('wide', WIDE);
  await make('own', { ...WIDE, scope: 'province:91' }, 'coordinator');
  await make('theirs', { ...WIDE, scope: 'province:10' });
  const may = async (person: string) =>
    (await deadlinesSeenBy(person, '2021-01-19')).map(({ id, mayChange }) => [id, mayChange]);
  expect(await may('coordinator')).toEqual([
    ['own', true],
    ['wide', false],
  ]);
  expect(await may('admin')).toHaveLength(3);
  expect(await may('official')).toEqual([]);
});

test('scopes to choose are one’s own and its parts, within the wider one', async () => {
  await putPlaces([aPlace('910101', [99, 15]), aPlace('910201', [99, 15]), aPlace('100101', [99, 15])], {
    at: NOON,
  });
  const scopes = async (person: string, within = 'country') =>
    (await scopesToChoose(person, within)).map(writeScope);
  expect(await scopes('coordinator')).toEqual(['province:91', 'district:9101', 'district:9102']);
  expect(await scopes('coordinator', 'district:9102')).toEqual(['district:9102']);
  expect(await scopes('coordinator', 'province:10')).toEqual([]);
  expect(await scopes('admin')).toEqual(['country', 'province:10', 'province:91']);
});
