// Tasks on the real engine: once for each person, pin and day; seen and closed by those who keep the pin.

import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { giveRole } from '../../models/person.ts';
import { publishPin } from '../../models/pin.ts';
import { newPinCode } from '../../models/pin-code.ts';
import { closeTask, openTasks, reportPin } from '../../models/task.ts';
import { aPin, OWNER, STRANGER } from './pin-builder.ts';
import { agencyCode, connectRegisters, emptyRegisters, minutesAfterNoon, NOON } from './register-builder.ts';
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
