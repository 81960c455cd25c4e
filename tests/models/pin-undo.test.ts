// Taking back changes of a pin on the real engine: further and further back, once each, never over a colleague's work.

import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { lastChanges } from '../../models/audit.ts';
import { giveRole, saveProfile } from '../../models/person.ts';
import { publishPin } from '../../models/pin.ts';
import { newPinCode } from '../../models/pin-code.ts';
import type { PinChange } from '../../models/pin-fields.ts';
import { lastChangeOf, undoLast } from '../../models/pin-undo.ts';
import { movePin, setFields } from '../../models/pin-work.ts';
import { pinByCode } from '../../models/published-pins.ts';
import { aPin, STRANGER } from './pin-builder.ts';
import { agencyCode, connectRegisters, emptyRegisters, minutesAfterNoon, NOON } from './register-builder.ts';
import { seededRandom } from './search-queries.ts';

const AGENCY = agencyCode(1);
const MALEE = 'U00000000000000000000000000000011';
const SOMCHAI = 'U00000000000000000000000000000012';
const random = seededRandom(17);

let disconnect: () => Promise<void>;
let pin: string;
beforeAll(async () => {
  disconnect = await connectRegisters();
});
afterAll(() => disconnect());
beforeEach(async () => {
  await emptyRegisters();
  for (const person of [MALEE, SOMCHAI])
    await giveRole(person, { role: 'official', agency: AGENCY }, { by: 'manage', at: NOON, key: person });
  const newCode = () => newPinCode(random);
  pin = (await publishPin({ id: 'a', owner: MALEE, agency: AGENCY, pin: aPin(), now: NOON, newCode })).code;
});

const set = (key: string, minutes: number, fields: PinChange, by = MALEE) =>
  setFields({ pin, by, at: minutesAfterNoon(minutes), key, fields });
const undo = (key: string, minutes: number, by = MALEE, past?: string) =>
  undoLast({ pin, by, at: minutesAfterNoon(minutes), key, past });
const trail = () => lastChanges({ about: { kind: 'pin', id: pin } }, 50);
const nameNow = async () => (await pinByCode(pin))?.name.th;

test('again and again goes further back, until nothing is left; each entry names the one it takes back', async () => {
  await set('k1', 1, { nameTh: 'หนึ่ง' });
  await set('k2', 2, { nameTh: 'สอง' });
  await set('k3', 3, { website: 'https://w.go.th/' });
  expect(await undo('u1', 4)).toEqual({ result: 'changed', fields: ['website'] });
  expect(await undo('u2', 5)).toEqual({ result: 'changed', fields: ['nameTh'] });
  expect(await nameNow()).toBe('หนึ่ง');
  expect(await undo('u3', 6)).toEqual({ result: 'changed', fields: ['nameTh'] });
  expect(await nameNow()).toBe('อบต.เขาใหม่');
  expect(await undo('u4', 7)).toEqual({ result: 'nothing-left', fields: [] });
  expect(await nameNow()).toBe('อบต.เขาใหม่');
  expect((await trail()).flatMap(({ key, undoes }) => (undoes ? [[key, undoes]] : []))).toEqual([
    ['u3', 'k1'],
    ['u2', 'k2'],
    ['u1', 'k3'],
  ]);
  await set('k4', 8, { nameTh: 'สาม' });
  expect(await undo('u5', 9)).toMatchObject({ result: 'changed' });
  expect(await undo('u6', 10)).toMatchObject({ result: 'nothing-left' });
});

test('the same turn again takes back nothing more', async () => {
  await set('k1', 1, { nameTh: 'หนึ่ง' });
  await set('k2', 2, { nameTh: 'สอง' });
  await undo('u1', 3);
  expect(await undo('u1', 3)).toMatchObject({ result: 'changed', fields: ['nameTh'] });
  expect(await nameNow()).toBe('หนึ่ง');
  expect(await trail()).toHaveLength(3);
});

test('what a colleague has changed since stays and is told; what was changed before can still be taken back', async () => {
  await saveProfile(SOMCHAI, {
    firstName: 'สมชาย',
    lastName: 'ใจดี',
    email: 's@example.com',
    phone: '0812345678',
  });
  await set('k1', 1, { website: 'https://one.go.th/' });
  await set('k2', 2, { nameTh: 'ของมาลี' });
  await set('s1', 3, { nameTh: 'ของสมชาย' }, SOMCHAI);
  const told = { result: 'changed-since', fields: ['nameTh'], by: 'สมชาย', past: 'k2' };
  expect(await undo('u1', 4)).toEqual(told);
  expect(await undo('u2', 5)).toEqual(told);
  expect(await nameNow()).toBe('ของสมชาย');
  expect(await lastChangeOf(pin, MALEE)).toBeUndefined();
  expect(await undo('u3', 6, MALEE, 'k2')).toEqual({ result: 'changed', fields: ['website'] });
  expect(await pinByCode(pin)).not.toHaveProperty('website');
  expect(await nameNow()).toBe('ของสมชาย');
  // As soon as the colleague takes theirs back, one's own stands again.
  await undo('su', 7, SOMCHAI);
  expect(await undo('u4', 8)).toMatchObject({ result: 'changed', fields: ['nameTh'] });
  expect(await nameNow()).toBe('อบต.เขาใหม่');
});

test('of several fields of one change all or none go back', async () => {
  await set('k1', 1, { addressTh: '1 ถนนกลาง', addressEn: '1 Klang Road' });
  await set('s1', 2, { addressEn: '1 Klang Rd.' }, SOMCHAI);
  expect(await undo('u1', 3)).toMatchObject({ result: 'changed-since', fields: ['addressEn'] });
  expect((await pinByCode(pin))?.address).toEqual({ th: '1 ถนนกลาง', en: '1 Klang Rd.' });
});

test('nobody takes back what is not theirs, and a stranger nothing at all', async () => {
  await set('k1', 1, { nameTh: 'หนึ่ง' });
  expect(await undo('u1', 2, SOMCHAI)).toMatchObject({ result: 'nothing-left' });
  expect(await undo('u2', 2, STRANGER)).toMatchObject({ result: 'not-yours' });
  expect(await lastChangeOf(pin, STRANGER)).toBeUndefined();
  expect(await nameNow()).toBe('หนึ่ง');
  expect(await lastChangeOf(pin, MALEE)).toEqual({
    fields: ['nameTh'],
    at: minutesAfterNoon(1).toISOString(),
  });
});

test('two at the same moment take back one change once', async () => {
  await set('k1', 1, { nameTh: 'หนึ่ง' });
  await set('k2', 2, { nameTh: 'สอง' });
  const both = await Promise.all([undo('u1', 3), undo('u2', 3)]);
  expect(both.every(({ result }) => result === 'changed')).toBe(true);
  expect(await nameNow()).toBe('อบต.เขาใหม่');
  expect(new Set((await trail()).flatMap(({ undoes }) => undoes ?? []))).toEqual(new Set(['k1', 'k2']));
});

test('a move goes back', async () => {
  await movePin({ pin, by: MALEE, at: minutesAfterNoon(1), key: 'm', position: [100, 13] });
  await undo('u', 2);
  expect((await pinByCode(pin))?.position).toEqual([101.266, 12.672]);
});
