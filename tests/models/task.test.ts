// Tasks on the real engine: once for each person, pin and day; seen and closed by those who keep the pin.

import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { putAgencies } from '../../models/agency.ts';
import { lastChanges } from '../../models/audit.ts';
import { giveRole } from '../../models/person.ts';
import { publishPin } from '../../models/pin.ts';
import { newPinCode } from '../../models/pin-code.ts';
import { mergePins } from '../../models/pin-merge.ts';
import { closeTask, openTasks, reportPin, scopedTasks, taskAreas } from '../../models/task.ts';
import { aPin, OWNER, STRANGER } from './pin-builder.ts';
import {
  agencyCode,
  anAgency,
  connectRegisters,
  emptyRegisters,
  minutesAfterNoon,
  NOON,
} from './register-builder.ts';
import { seededRandom } from './search-queries.ts';

const AGENCY = agencyCode(1);
const CITIZEN = 'U00000000000000000000000000000021';
const random = seededRandom(9);
const DAY = 24 * 60;

let disconnect: () => Promise<void>;
beforeAll(async () => {
  disconnect = await connectRegisters();
});
afterAll(() => disconnect());
beforeEach(async () => {
  await emptyRegisters();
  await giveRole(OWNER, { role: 'official', agency: AGENCY }, { by: 'manage', at: NOON, key: 'g' });
});

const publish = async (id: string, agency?: string) =>
  (await publishPin({ id, owner: OWNER, agency, pin: aPin(), now: NOON, newCode: () => newPinCode(random) }))
    .code;
const report = (pin: string, key: string, minutes = 0, by = CITIZEN) =>
  reportPin({ pin, fault: 'moved', words: 'ย้ายไปข้างตลาด', by, at: minutesAfterNoon(minutes), key });
const page = { skip: 0, limit: 9 };

test('one report for each person, pin and day of Bangkok; the same turn again is the same report', async () => {
  const [a, b] = [await publish('a', AGENCY), await publish('b', AGENCY)];
  expect(await report(a, 'k1')).toEqual({ result: 'taken' });
  expect(await report(a, 'k1')).toEqual({ result: 'taken' });
  expect(await report(a, 'k2', 60)).toEqual({ result: 'already' });
  expect(await report(b, 'k3')).toEqual({ result: 'taken' });
  expect(await report(a, 'k4', 0, STRANGER)).toEqual({ result: 'taken' });
  // Noon of UTC is seven in the evening in Bangkok: its next day begins five hours later.
  expect(await report(a, 'k5', 12 * 60)).toEqual({ result: 'taken' });
  expect(await report('NOCODE', 'k6', DAY)).toEqual({ result: 'gone' });
  expect((await openTasks({ person: OWNER, agency: AGENCY, ...page })).all).toBe(4);
});

test('an agency’s tasks are its officials’, an own pin’s its maker’s; nobody else reads or closes them', async () => {
  await report(await publish('a', AGENCY), 'k1');
  await report(await publish('own'), 'k2');
  const [task] = (await openTasks({ person: OWNER, agency: AGENCY, ...page })).tasks;
  expect(task).toMatchObject({ fault: 'moved', words: 'ย้ายไปข้างตลาด' });
  expect((await openTasks({ person: OWNER, ...page })).all).toBe(1);
  expect((await openTasks({ person: STRANGER, agency: AGENCY, ...page })).tasks).toEqual([]);
  expect((await openTasks({ person: STRANGER, ...page })).tasks).toEqual([]);
  const id = task?.id ?? '';
  expect(await closeTask({ id, by: STRANGER, at: NOON })).toEqual({ result: 'not-yours' });
  expect((await openTasks({ person: OWNER, agency: AGENCY, ...page })).all).toBe(1);
  expect(await closeTask({ id, by: OWNER, at: NOON })).toEqual({ result: 'closed' });
  expect(await closeTask({ id, by: OWNER, at: NOON })).toEqual({ result: 'closed' });
  expect((await openTasks({ person: OWNER, agency: AGENCY, ...page })).tasks).toEqual([]);
});

test('after a merge all reports stand at the pin that stays, and new ones for the old code go there', async () => {
  await giveRole('chief', { role: 'administrator' }, { by: 'manage', at: NOON, key: 'chief' });
  const [keep, away] = [await publish('a', AGENCY), await publish('b', AGENCY)];
  await report(away, 'k1');
  await report(away, 'k2', 0, STRANGER);
  const [first] = (await openTasks({ person: OWNER, agency: AGENCY, ...page })).tasks;
  await closeTask({ id: first?.id ?? '', by: OWNER, at: NOON });
  await mergePins({ keep, away, by: 'chief', at: minutesAfterNoon(1), key: 'm' });
  expect(await report(away, 'k3', 2)).toEqual({ result: 'already' });
  expect(await report(away, 'k4', DAY)).toEqual({ result: 'taken' });
  const open = await openTasks({ person: OWNER, agency: AGENCY, ...page });
  expect(open.tasks.map(({ pin }) => pin)).toEqual([keep, keep]);
  const stored = await mongoose.connection.collection('tasks').find().toArray();
  expect(stored.map(({ pin }) => pin)).toEqual([keep, keep, keep]);
  const moved = (await lastChanges({ about: { kind: 'pin', id: keep } }, 50)).filter(({ changes }) =>
    changes.some(({ field }) => field === 'task'),
  );
  expect(moved.map(({ changes }) => changes)).toEqual([
    [{ field: 'task', from: away, to: keep }],
    [{ field: 'task', from: away, to: keep }],
  ]);
});

test('whoever looks after a scope sees its open tasks, counted by district; nobody sees beyond their own', async () => {
  const other = agencyCode(2);
  const far = agencyCode(3);
  const stand = (n: number, provinceCode: string, districtCode: string) =>
    anAgency(n, { provinceCode, districtCode });
  await putAgencies([stand(1, '91', '9101'), stand(2, '91', '9102'), stand(3, '10', '1001')], {
    by: 'import',
    at: NOON,
  });
  for (const agency of [other, far])
    await giveRole(OWNER, { role: 'official', agency }, { by: 'manage', at: NOON, key: agency });
  await giveRole('here', { role: 'coordinator', scope: 'province:91' }, { by: 'manage', at: NOON, key: 'h' });
  const pins = [await publish('a', AGENCY), await publish('b', other), await publish('c', far)];
  for (const [n, pin] of pins.entries()) await report(pin, `k${n}`, n);
  const seen = async (person: string, area?: string) =>
    (await scopedTasks({ person, area, ...page })).tasks.map(({ pin }) => pin);
  expect(await seen('here')).toEqual(pins.slice(0, 2));
  expect(await seen('here', 'district:9102')).toEqual([pins[1]]);
  expect(await taskAreas({ person: 'here' })).toEqual([
    { area: 'district:9101', count: 1 },
    { area: 'district:9102', count: 1 },
  ]);
  for (const area of ['province:10', 'district:1001', 'country', 'province:', '']) {
    expect(await seen('here', area)).toEqual([]);
    expect(await taskAreas({ person: 'here', area })).toEqual([]);
  }
  // An official of three agencies looks after none.
  for (const person of [OWNER, STRANGER]) expect(await seen(person)).toEqual([]);
});
