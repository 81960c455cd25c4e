// Which copies are asked for, on the real engine: who may, at one pin or all, two at once, repeated, taken back.

import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { lastChanges } from '../../models/audit.ts';
import { copiesAtPin } from '../../models/copy-at-pin.ts';
import { planOf } from '../../models/copy-plans.ts';
import { applySurveyMatrix, type Matrix, undoCopies } from '../../models/copy-record.ts';
import { retirePin } from '../../models/pin-work.ts';
import {
  AWAY,
  COORDINATOR,
  HERE,
  MALEE,
  NEIGHBOUR,
  NEXT,
  OUTSIDER,
  peopleAndProcedures,
  pinWith,
  recordAt,
  SOMCHAI,
  set,
} from './copies-builder.ts';
import { connectRegisters, emptyRegisters, minutesAfterNoon, NOON } from './register-builder.ts';

const DAY = 24 * 60;
const NONE = { idCard: false, house: false };
const BOTH = { idCard: true, house: true };

let disconnect: () => Promise<void>;
beforeAll(async () => {
  disconnect = await connectRegisters();
});
afterAll(() => disconnect());
beforeEach(async () => {
  await emptyRegisters();
  await peopleAndProcedures();
});

const trail = async (procedure: string, pin = '*') =>
  (await lastChanges({ about: { kind: 'copies', id: `${HERE}:${procedure}:${pin}` } }, 50)).map(
    ({ by, changes }) => ({ by, fields: changes.map(({ field, from, to }) => [field, from, to]) }),
  );
const needsAt = async (pin: string) =>
  Object.fromEntries(
    (await copiesAtPin(pin)).map(({ procedure, idCard, house }) => [procedure, { idCard, house }]),
  );
const undo = (key: string, undoes: string, more: { procedure?: string; pin?: string; by?: string } = {}) =>
  undoCopies({ agency: HERE, procedure: 'B1', by: MALEE, at: minutesAfterNoon(9), key, undoes, ...more });
const survey = (key: string, matrix: Matrix, previous?: Matrix, minutes = 1) =>
  applySurveyMatrix({ agency: HERE, matrix, previous, by: MALEE, at: minutesAfterNoon(minutes), key });

describe('what holds', () => {
  test('the pin’s own record, else the one for all pins, else the manual', async () => {
    const [a, b] = [await pinWith('a'), await pinWith('b', ['B1'])];
    expect(await needsAt(a)).toEqual({ B1: BOTH, B2: { idCard: true, house: false }, B3: NONE });
    await set('k1', 'B1', { house: false });
    expect((await needsAt(a)).B1).toEqual({ idCard: true, house: false });
    await set('k2', 'B1', { idCard: false }, { pin: b });
    expect(await needsAt(b)).toEqual({ B1: NONE });
    expect((await needsAt(a)).B1).toEqual({ idCard: true, house: false });
    expect(await recordAt('B1', 'b')).toMatchObject({ before: BOTH, ...NONE });
  });

  test('since, done and before follow from the changes; asked again, it is not done', async () => {
    await set('k1', 'B1', { target: '2018-09-30', blockers: ['people', 'law'], blockerText: ' ข้อ 5 ' });
    expect(await recordAt('B1')).toMatchObject({
      before: BOTH,
      target: '2018-09-30',
      blockers: ['law', 'people'],
      blockerText: 'ข้อ 5',
    });
    expect(await recordAt('B1')).not.toHaveProperty('since');
    await set('k2', 'B1', { idCard: false }, { minutes: DAY });
    expect(await recordAt('B1')).toMatchObject({ since: '2018-05-09' });
    expect(await recordAt('B1')).not.toHaveProperty('doneOn');
    // Noon of UTC is seven in the evening in Bangkok: thirteen hours later it is two days on there.
    await set('k3', 'B1', { house: false }, { minutes: 13 * 60 + DAY });
    expect(await recordAt('B1')).toMatchObject({ since: '2018-05-10', doneOn: '2018-05-10', before: BOTH });
    await set('k4', 'B1', { house: true }, { minutes: 5 * DAY });
    expect(await recordAt('B1')).toMatchObject({ since: '2018-05-13', before: BOTH });
    expect(await recordAt('B1')).not.toHaveProperty('doneOn');
    await set('k5', 'B1', { target: null, blockerText: null, blockers: [] });
    for (const gone of ['target', 'blockerText']) expect(await recordAt('B1')).not.toHaveProperty(gone);
  });

  test('overdue from the day after the target in Bangkok, while a copy is asked for', async () => {
    await set('k', 'B1', { target: '2018-05-08' });
    const overdue = async (minutes: number) =>
      (await planOf({ agency: HERE, procedure: 'B1' }, MALEE, minutesAfterNoon(minutes)))?.isOverdue;
    expect(await overdue(0)).toBe(false);
    expect(await overdue(12 * 60 - 1)).toBe(false);
    expect(await overdue(12 * 60)).toBe(true);
    await set('k2', 'B1', NONE);
    expect(await overdue(12 * 60)).toBe(false);
  });

  test('more than 500 characters as people see them are refused', async () => {
    await expect(set('k', 'B1', { blockerText: 'น้ำ'.repeat(501) })).rejects.toThrow(RangeError);
    expect(await set('k', 'B1', { blockerText: 'ก่'.repeat(500) })).toEqual({ result: 'changed' });
  });
});

describe('who may', () => {
  test('officials of the agency and who looks after it; only its procedures and published pins', async () => {
    const pin = await pinWith('a');
    for (const by of [OUTSIDER, NEIGHBOUR, 'nobody'])
      expect(await set(`k ${by}`, 'B1', NONE, { by })).toEqual({ result: 'not-yours' });
    expect(await set('k1', 'B9', NONE)).toEqual({ result: 'not-yours' });
    expect(await set('k2', 'B1', NONE, { pin: 'NOCODE' })).toEqual({ result: 'not-yours' });
    expect(await set('k3', 'B1', NONE, { pin, by: OUTSIDER, agency: AWAY })).toEqual({ result: 'not-yours' });
    expect(await set('k4', 'B1', NONE, { by: COORDINATOR })).toEqual({ result: 'changed' });
    expect(await set('k5', 'B1', NONE, { by: COORDINATOR, agency: NEXT })).toEqual({ result: 'changed' });
    expect(await undo('u', 'k4', { by: OUTSIDER })).toEqual({ result: 'not-yours' });
    expect((await recordAt('B1'))?.idCard).toBe(false);
    await retirePin({ pin, by: MALEE, at: NOON, key: 'r', reason: 'closed' });
    expect(await set('k6', 'B1', BOTH, { pin })).toEqual({ result: 'not-yours' });
  });
});

describe('at once and again', () => {
  test('two officials, a copy each: both changes stand, and it is done', async () => {
    for (let n = 0; n < 5; n++) {
      await set(`again ${n}`, 'B1', BOTH, { minutes: n });
      await Promise.all([
        set(`m${n}`, 'B1', { idCard: false }, { minutes: n }),
        set(`s${n}`, 'B1', { house: false }, { by: SOMCHAI, minutes: n }),
      ]);
      expect(await recordAt('B1')).toMatchObject({ ...NONE, doneOn: '2018-05-08', unaudited: [] });
    }
    expect((await trail('B1')).filter(({ by }) => by === SOMCHAI)).toHaveLength(5);
  });

  test('two who record the same procedure first: one record, one change', async () => {
    const both = await Promise.all([set('m', 'B2', NONE), set('s', 'B2', NONE, { by: SOMCHAI })]);
    expect(both.map(({ result }) => result).sort()).toEqual(['changed', 'unchanged']);
    expect(await trail('B2')).toHaveLength(1);
  });

  test('the same key again changes nothing, whatever was changed since', async () => {
    await set('k1', 'B1', NONE);
    await set('k2', 'B1', BOTH, { by: SOMCHAI, minutes: 2 });
    expect(await set('k1', 'B1', NONE, { minutes: 3 })).toEqual({ result: 'changed' });
    expect(await recordAt('B1')).toMatchObject(BOTH);
    expect(await trail('B1')).toHaveLength(2);
    expect(await set('k3', 'B1', BOTH)).toEqual({ result: 'unchanged' });
  });
});

describe('all pins', () => {
  test('pins that are otherwise are aligned in what changes, each with an entry; others stay as they are', async () => {
    const [a, b] = [await pinWith('a'), await pinWith('b')];
    await set('a1', 'B1', { idCard: false, target: '2018-12-31' }, { pin: a });
    await set('b1', 'B1', NONE, { pin: b });
    expect(await set('all', 'B1', { house: false }, { minutes: 2 })).toEqual({ result: 'changed' });
    expect(await recordAt('B1', 'a')).toMatchObject({ ...NONE, target: '2018-12-31', doneOn: '2018-05-08' });
    expect(await needsAt(b)).toMatchObject({ B1: NONE });
    expect(await trail('B1', 'a')).toHaveLength(2);
    expect(await trail('B1', 'b')).toHaveLength(1);
    // A pin changed since is not aligned by the same turn taken again.
    await set('a2', 'B1', { house: true }, { pin: a, minutes: 3 });
    await set('all', 'B1', { house: false }, { minutes: 4 });
    expect(await recordAt('B1', 'a')).toMatchObject({ house: true });
    // Nor is one that has got a record of its own since.
    const c = await pinWith('c');
    await set('c1', 'B1', { house: true }, { pin: c, minutes: 3 });
    await set('all', 'B1', { house: false }, { minutes: 4 });
    expect(await recordAt('B1', 'c')).toMatchObject({ house: true });
  });

  test('a change of all pins counts although only pins were otherwise', async () => {
    const a = await pinWith('a');
    await set('all', 'B2', NONE);
    await set('a1', 'B2', { idCard: true }, { pin: a });
    expect(await set('all2', 'B2', NONE, { minutes: 2 })).toEqual({ result: 'changed' });
    expect((await needsAt(a)).B2).toEqual(NONE);
  });
});

describe('taking back', () => {
  test('everything is as it was, in every record; twice, or after somebody else, nothing is', async () => {
    const a = await pinWith('a');
    await set('a1', 'B1', { house: false }, { pin: a });
    await set('all', 'B1', NONE, { minutes: 2 });
    expect(await undo('u1', 'all')).toEqual({ result: 'undone' });
    expect(await undo('u1', 'all')).toEqual({ result: 'undone' });
    expect(await recordAt('B1')).toMatchObject(BOTH);
    expect(await recordAt('B1')).not.toHaveProperty('doneOn');
    expect((await needsAt(a)).B1).toEqual({ idCard: true, house: false });
    expect(await undo('u2', 'all')).toEqual({ result: 'changed-since' });
    await set('k', 'B1', NONE, { minutes: 3 });
    await set('s', 'B1', { idCard: true }, { by: SOMCHAI, minutes: 4 });
    expect(await undo('u3', 'k')).toEqual({ result: 'changed-since' });
    expect(await recordAt('B1')).toMatchObject({ idCard: true, house: false });
  });
});

describe('the survey', () => {
  test('new rows are recorded with what was said first; corrections change only what they correct', async () => {
    const first = { B1: BOTH, B2: { idCard: true, house: false } };
    await survey('r1', first);
    expect(await recordAt('B1')).toMatchObject({ ...BOTH, before: BOTH, since: '2018-05-08', unaudited: [] });
    await set('k', 'B1', NONE, { minutes: DAY });
    const corrected = { ...first, B2: NONE, B3: { idCard: false, house: true } };
    await survey('r2', corrected, first, 2 * DAY);
    expect(await recordAt('B1')).toMatchObject({ ...NONE, doneOn: '2018-05-09' });
    expect(await recordAt('B2')).toMatchObject({ ...NONE, doneOn: '2018-05-10', before: first.B2 });
    expect(await recordAt('B3')).toMatchObject({ house: true, before: corrected.B3 });
    // Only the cell that is corrected: the other one was changed in chat since.
    await survey('r3', { ...corrected, B1: { idCard: false, house: true } }, corrected, 3 * DAY);
    expect(await recordAt('B1')).toMatchObject(NONE);
  });

  test('the same revision again changes nothing, also after progress since', async () => {
    const matrix = { B1: BOTH, B2: BOTH };
    await set('early', 'B2', { house: true });
    await survey('r1', matrix, undefined, 5);
    expect(await recordAt('B2')).toMatchObject(BOTH);
    expect(await trail('B2')).toHaveLength(1);
    await set('k', 'B1', NONE, { minutes: 6 });
    await set('k2', 'B2', NONE, { minutes: 6 });
    await survey('r1', matrix, undefined, 5);
    expect(await recordAt('B1')).toMatchObject(NONE);
    expect(await recordAt('B2')).toMatchObject(NONE);
    expect(await trail('B1')).toHaveLength(2);
  });

  test('what was recorded in chat before gives way to what the survey says for the first time', async () => {
    await set('early', 'B1', NONE);
    await survey('r1', { B1: { idCard: true, house: false } }, undefined, 5);
    expect(await recordAt('B1')).toMatchObject({ idCard: true, house: false, before: BOTH });
    expect(await recordAt('B1')).not.toHaveProperty('doneOn');
  });

  test('a revision and an official at once: the record is made once', async () => {
    await Promise.all([survey('r1', { B1: BOTH, B2: BOTH }), set('k', 'B1', NONE, { by: SOMCHAI })]);
    expect(await recordAt('B2')).toMatchObject(BOTH);
    expect((await trail('B1')).length).toBeGreaterThan(0);
  });
});
