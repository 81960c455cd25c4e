// Citizens who were still asked for a copy, on the real engine: once a month, tasks, who disagrees, merged pins.

import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { copiesAtPin } from '../../models/copy-at-pin.ts';
import { flagCopy } from '../../models/copy-flag.ts';
import { FlagModel } from '../../models/copy-flag-document.ts';
import { moveCopyRecords } from '../../models/copy-move.ts';
import { overdueIn, planOf, plansOf } from '../../models/copy-plans.ts';
import { copyRowsIn } from '../../models/copy-rows.ts';
import { mergePins } from '../../models/pin-merge.ts';
import { retirePin } from '../../models/pin-work.ts';
import { readScope } from '../../models/scope.ts';
import { closeTask, openTasks, reportPin } from '../../models/task.ts';
import {
  COORDINATOR,
  HERE,
  MALEE,
  NEIGHBOUR,
  OUTSIDER,
  peopleAndProcedures,
  pinWith,
  recordAt,
  set,
} from './copies-builder.ts';
import { connectRegisters, emptyRegisters, minutesAfterNoon, NOON } from './register-builder.ts';

const DAY = 24 * 60;
const NONE = { idCard: false, house: false };
const CITIZEN = 'U00000000000000000000000000000021';
const OTHER = 'U00000000000000000000000000000022';

let disconnect: () => Promise<void>;
beforeAll(async () => {
  disconnect = await connectRegisters();
});
afterAll(() => disconnect());
beforeEach(async () => {
  await emptyRegisters();
  await peopleAndProcedures();
});

const flag = (
  key: string,
  pin: string,
  procedure = 'B1',
  { by = CITIZEN, at = minutesAfterNoon(5), words = '' } = {},
) => flagCopy({ pin, procedure, by, at, key, ...(words && { words }) });
const disagreeing = async (pin?: string, now = minutesAfterNoon(9)) =>
  (await planOf({ agency: HERE, procedure: 'B1', pin }, MALEE, now))?.disagreeing;
const tasksOf = (person = MALEE) => openTasks({ person, agency: HERE, skip: 0, limit: 50 });

describe('flags', () => {
  test('once for each person, procedure, pin and month of Bangkok; the same turn again is the same flag', async () => {
    const [a, b] = [await pinWith('a'), await pinWith('b')];
    const lastMoment = new Date('2018-05-31T23:59:59+07:00');
    const june = new Date('2018-06-01T00:00:00+07:00');
    expect(await flag('k1', a)).toEqual({ result: 'counted' });
    expect(await flag('k1', a)).toEqual({ result: 'counted' });
    expect(await flag('k2', a)).toEqual({ result: 'already' });
    expect(await flag('k3', a, 'B1', { at: lastMoment })).toEqual({ result: 'already' });
    expect(await flag('k4', a, 'B1', { at: june })).toEqual({ result: 'counted' });
    expect(await flag('k5', a, 'B2')).toEqual({ result: 'counted' });
    expect(await flag('k6', b)).toEqual({ result: 'counted' });
    expect(await flag('k7', a, 'B1', { by: OTHER })).toEqual({ result: 'counted' });
    expect((await tasksOf()).all).toBe(5);
  });

  test('gone: no such pin, a pin off the map, a procedure that is not offered there', async () => {
    const a = await pinWith('a', ['B1']);
    expect(await flag('k1', 'NOCODE')).toEqual({ result: 'gone' });
    expect(await flag('k2', a, 'B2')).toEqual({ result: 'gone' });
    await retirePin({ pin: a, by: MALEE, at: NOON, key: 'r', reason: 'closed' });
    expect(await flag('k3', a)).toEqual({ result: 'gone' });
    expect(await FlagModel.countDocuments({})).toBe(0);
  });

  test('at most 20 a day of Bangkok by one person; the next day goes on', async () => {
    const pins: string[] = [];
    for (let n = 0; n < 7; n++) pins.push(await pinWith(`p${n}`));
    const all = pins.flatMap((pin) => ['B1', 'B2', 'B3'].map((procedure) => ({ pin, procedure })));
    const results: string[] = [];
    for (const [n, { pin, procedure }] of all.entries())
      results.push((await flag(`k${n}`, pin, procedure)).result);
    expect(results.slice(0, 20).every((result) => result === 'counted')).toBe(true);
    expect(results[20]).toBe('too-many');
    expect(await flag('k19', pins[6] ?? '', 'B2')).toEqual({ result: 'counted' });
    expect(await flag('next', pins[6] ?? '', 'B3', { at: minutesAfterNoon(12 * 60) })).toEqual({
      result: 'counted',
    });
  });

  test('the officials of the pin get a task with the procedure and the words, and nobody else', async () => {
    const a = await pinWith('a');
    await flag('k1', a, 'B2', { words: 'ขอสำเนาบัตรสองใบ' });
    const [task] = (await tasksOf()).tasks;
    expect(task).toMatchObject({ pin: a, fault: 'copy-asked', procedure: 'B2', words: 'ขอสำเนาบัตรสองใบ' });
    expect((await tasksOf(OUTSIDER)).all).toBe(0);
    // A flag does not stand in the way of a report on the pin itself.
    const report = { pin: a, fault: 'phone' as const, by: CITIZEN, at: minutesAfterNoon(6), key: 'r' };
    expect(await reportPin(report)).toEqual({ result: 'taken' });
    await closeTask({ id: task?.id ?? '', by: MALEE, at: NOON });
    await flag('k1', a, 'B2', { words: 'ขอสำเนาบัตรสองใบ' });
    expect((await tasksOf()).all).toBe(1);
  });
});

describe('who disagrees', () => {
  test('different people of the last 12 months, while no copy is claimed to be asked for', async () => {
    const [a, b] = [await pinWith('a'), await pinWith('b')];
    await flag('asking', a, 'B1', { by: 'U9' });
    expect(await disagreeing()).toBe(0);
    await set('done', 'B1', NONE, { minutes: 2 * DAY });
    expect(await disagreeing()).toBe(0);
    const at = (days: number) => ({ at: minutesAfterNoon(days * DAY) });
    await flag('k1', a, 'B1', at(3));
    await flag('k2', a, 'B1', at(40));
    await flag('k3', b, 'B1', at(3));
    await flag('k4', b, 'B1', { by: OTHER, ...at(3) });
    const later = (days: number) => minutesAfterNoon(days * DAY);
    expect(await disagreeing(undefined, later(41))).toBe(2);
    expect(await disagreeing(a, later(41))).toBe(1);
    expect(await disagreeing(b, later(41))).toBe(2);
    expect(await disagreeing(undefined, later(380))).toBe(1);
    expect(await disagreeing(undefined, later(500))).toBe(0);
    // Asking again and claiming it done once more does not make them unsaid.
    await set('again', 'B1', { idCard: true }, { minutes: 41 * DAY });
    expect(await disagreeing(undefined, later(42))).toBe(0);
    await set('done2', 'B1', NONE, { minutes: 42 * DAY });
    expect(await disagreeing(undefined, later(43))).toBe(2);
  });
});

describe('lists', () => {
  test('overdue first, then asking, then disputed, then the rest; by words; page by page; a pin’s own rows', async () => {
    const a = await pinWith('a', ['B1', 'B3']);
    await set('t', 'B2', { target: '2018-05-08' });
    await set('a1', 'B1', NONE, { pin: a });
    await flag('k1', a, 'B3');
    const now = minutesAfterNoon(2 * DAY);
    const page = { skip: 0, limit: 8 };
    const found = await plansOf(HERE, MALEE, now, page);
    expect(found).toMatchObject({ all: 4, overdue: 1, asking: 2 });
    expect(found?.plans.map(({ procedure, pin }) => [procedure, pin?.code])).toEqual([
      ['B2', undefined],
      ['B1', undefined],
      ['B3', undefined],
      ['B1', a],
    ]);
    expect((await plansOf(HERE, MALEE, now, { skip: 3, limit: 8 }))?.plans).toHaveLength(1);
    expect(await plansOf(HERE, MALEE, now, { ...page, words: 'service b2' })).toMatchObject({ all: 1 });
    const there = await plansOf(HERE, MALEE, now, { ...page, pin: a });
    expect(there?.plans.map(({ procedure, disagreeing: count }) => [procedure, count])).toEqual([
      ['B3', 1],
      ['B1', 0],
    ]);
    expect(await plansOf(HERE, OUTSIDER, now, page)).toBeUndefined();
    expect(await planOf({ agency: HERE, procedure: 'B1', pin: a }, OUTSIDER, now)).toBeUndefined();
    expect(await planOf({ agency: HERE, procedure: 'B9' }, MALEE, now)).toBeUndefined();
  });

  test('coordinators see the agencies of their scope that are behind, and of no other', async () => {
    const a = await pinWith('a');
    await set('t', 'B1', { target: '2018-05-08' });
    await set('d', 'B2', NONE);
    await flag('k1', a, 'B2');
    await flag('k2', a, 'B2', { by: OTHER });
    const [now, page] = [minutesAfterNoon(2 * DAY), { skip: 0, limit: 8 }];
    expect(await overdueIn('province:91', COORDINATOR, now, page)).toEqual({
      agencies: [{ code: HERE, name: expect.objectContaining({}), overdue: 1, disputed: 1, citizens: 2 }],
      all: 1,
    });
    expect(await overdueIn('district:9101', COORDINATOR, now, page)).toMatchObject({ all: 1 });
    expect(await overdueIn('district:9102', COORDINATOR, now, page)).toMatchObject({ all: 0 });
    for (const scope of ['province:10', 'country', 'department:กรมตัวอย่าง', 'nonsense'])
      expect(await overdueIn(scope, COORDINATOR, now, page)).toBeUndefined();
    expect(await overdueIn('province:91', NEIGHBOUR, now, page)).toBeUndefined();
    expect(await overdueIn('province:91', MALEE, now, page)).toBeUndefined();
    expect(await overdueIn('province:91', COORDINATOR, NOON, page)).toMatchObject({ all: 1 });
  });

  test('all rows of a scope, with what was asked before and what now', async () => {
    const a = await pinWith('a');
    await set('done', 'B1', NONE, { minutes: DAY });
    await set('a1', 'B2', { house: true, blockers: ['budget'], blockerText: 'รอเครื่องอ่าน' }, { pin: a });
    const rows = [];
    const scope = readScope('district:9101') ?? { level: 'country' };
    for await (const row of copyRowsIn(scope, minutesAfterNoon(2 * DAY))) rows.push(row);
    expect(rows.map(({ procedure, pin, before, now }) => [procedure, pin?.id, before, now])).toEqual([
      ['B1', undefined, { idCard: true, house: true }, NONE],
      ['B2', undefined, { idCard: true, house: false }, { idCard: true, house: false }],
      ['B2', 'a', { idCard: true, house: false }, { idCard: true, house: true }],
      ['B3', undefined, NONE, NONE],
    ]);
    expect(rows[0]).toMatchObject({ agency: HERE, doneOn: '2018-05-09', isOverdue: false });
    expect(rows[2]).toMatchObject({ blockers: ['budget'], blockerText: 'รอเครื่องอ่าน' });
    const everything = [];
    for await (const row of copyRowsIn({ level: 'country' }, NOON)) everything.push(row);
    expect(everything).toHaveLength(10);
  });
});

describe('merged pins', () => {
  test('records and flags move; the pin that stays keeps its own; the same person cannot flag it twice', async () => {
    const [a, b] = [await pinWith('a'), await pinWith('b')];
    await set('a1', 'B1', { house: false }, { pin: a });
    await set('b1', 'B1', NONE, { pin: b });
    await set('b2', 'B2', NONE, { pin: b });
    await flag('k1', b);
    const wish = { keep: a, away: b, by: COORDINATOR, at: minutesAfterNoon(6), key: 'merge' };
    expect(await mergePins(wish)).toMatchObject({ result: 'merged' });
    expect(await recordAt('B1', 'a')).toMatchObject({ idCard: true, house: false });
    expect(await recordAt('B2', 'a')).toMatchObject({ ...NONE, before: { idCard: true, house: false } });
    expect(await recordAt('B2', 'b')).toBeNull();
    expect((await copiesAtPin(b)).find(({ procedure }) => procedure === 'B2')).toMatchObject(NONE);
    expect(await flag('k2', a)).toEqual({ result: 'already' });
    expect(await flag('k1', b)).toEqual({ result: 'counted' });
    expect((await tasksOf()).tasks.map(({ pin }) => pin)).toEqual([a]);
    await moveCopyRecords('b', 'a', { by: COORDINATOR, at: NOON, key: 'merge' });
    expect(await recordAt('B1', 'a')).toMatchObject({ idCard: true, house: false });
  });
});
