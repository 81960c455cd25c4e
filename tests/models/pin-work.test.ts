// Work on published pins on the real engine: who may, field by field, two at once, undoing, retiring, who is at work.

import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { putAgencies } from '../../models/agency.ts';
import { lastChanges } from '../../models/audit.ts';
import { giveRole, saveProfile, takeRole } from '../../models/person.ts';
import { draftForWork, draftsOf, keepDraft, publishPin } from '../../models/pin.ts';
import { newPinCode } from '../../models/pin-code.ts';
import { PinModel } from '../../models/pin-document.ts';
import type { PinChange } from '../../models/pin-fields.ts';
import { pinsOf } from '../../models/pin-list.ts';
import { undoLast } from '../../models/pin-undo.ts';
import {
  bringBack,
  markChecked,
  movePin,
  noteEditing,
  pinForWork,
  retirePin,
  setFields,
} from '../../models/pin-work.ts';
import { pinByCode } from '../../models/published-pins.ts';
import type { Role } from '../../models/role.ts';
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

const [AGENCY, ELSEWHERE] = [agencyCode(1), agencyCode(2)];
const MALEE = 'U00000000000000000000000000000011';
const SOMCHAI = 'U00000000000000000000000000000012';
const OUTSIDER = 'U00000000000000000000000000000013';
const COORDINATOR = 'U00000000000000000000000000000014';
const random = seededRandom(7);
const PHONE = { number: '038123456', extensions: [] };

let disconnect: () => Promise<void>;
beforeAll(async () => {
  disconnect = await connectRegisters();
});
afterAll(() => disconnect());
beforeEach(async () => {
  await emptyRegisters();
  await putAgencies([anAgency(1, { provinceCode: '91' }), anAgency(2, { provinceCode: '92' })], {
    by: 'manage',
    at: NOON,
  });
  for (const person of [MALEE, SOMCHAI]) await give(person, { role: 'official', agency: AGENCY });
  await give(OUTSIDER, { role: 'official', agency: ELSEWHERE });
  await give(COORDINATOR, { role: 'coordinator', scope: 'province:91' });
});

const give = (person: string, role: Role) =>
  giveRole(person, role, { by: 'manage', at: NOON, key: `give ${person}` });
const publishFor = (id: string, owner: string, agency?: string) =>
  publishPin({ id, owner, agency, pin: aPin(), now: NOON, newCode: () => newPinCode(random) });
const work = (pin: string, by: string, key: string, minutes = 1) => ({
  pin,
  by,
  key,
  at: minutesAfterNoon(minutes),
});
const set = (pin: string, by: string, key: string, fields: PinChange, minutes = 1) =>
  setFields({ ...work(pin, by, key, minutes), fields });
const trail = async (pin: string) =>
  (await lastChanges({ about: { kind: 'pin', id: pin } }, 50)).map(({ by, changes }) => ({ by, changes }));

describe('who may', () => {
  test('a pin without an agency is its maker’s alone', async () => {
    const { code } = await publishFor('a', OWNER);
    expect(await pinForWork(code, OWNER, NOON)).toMatchObject({ id: 'a', code, state: 'published' });
    for (const person of [STRANGER, MALEE, COORDINATOR]) {
      expect(await pinForWork(code, person, NOON)).toBeUndefined();
      expect(await set(code, person, `set ${person}`, { nameTh: 'ยึดแล้ว' })).toMatchObject({
        result: 'not-yours',
      });
    }
    expect((await pinByCode(code))?.name.th).toBe('อบต.เขาใหม่');
  });

  test('an official’s pin is the agency’s: colleagues and who looks after it may, nobody else', async () => {
    const { code } = await publishFor('a', MALEE, AGENCY);
    for (const person of [MALEE, SOMCHAI, COORDINATOR])
      expect(await pinForWork(code, person, NOON)).toBeDefined();
    const everything = [
      () => set(code, OUTSIDER, 'k1', { website: 'https://x.go.th/' }),
      () => movePin({ ...work(code, OUTSIDER, 'k2'), position: [100, 13] }),
      () => retirePin({ ...work(code, OUTSIDER, 'k3'), reason: 'closed' }),
      () => bringBack(work(code, OUTSIDER, 'k4')),
      () => markChecked(work(code, OUTSIDER, 'k5')),
      () => undoLast(work(code, OUTSIDER, 'k6')),
    ];
    const before = await PinModel.findById('a').lean();
    for (const attempt of everything) expect(await attempt()).toMatchObject({ result: 'not-yours' });
    await noteEditing({ pin: code, by: OUTSIDER, at: NOON });
    expect(await PinModel.findById('a').lean()).toEqual(before);
    expect(await trail(code)).toEqual([]);
  });

  test('a maker who is no official any more has no say over the agency’s pin', async () => {
    const { code } = await publishFor('a', MALEE, AGENCY);
    await takeRole(MALEE, { role: 'official', agency: AGENCY }, { by: 'manage', at: NOON, key: 'take' });
    expect(await set(code, MALEE, 'k', { nameTh: 'ใหม่' })).toMatchObject({ result: 'not-yours' });
    expect((await pinsOf({ person: MALEE, agency: AGENCY, order: 'state', skip: 0, limit: 9 })).all).toBe(0);
  });

  test('an agency one is no official of is not taken', async () => {
    await publishFor('a', MALEE, ELSEWHERE);
    expect((await PinModel.findById('a').lean())?.agency).toBeUndefined();
    await keepDraft({ id: 'd', owner: OWNER, agency: AGENCY, fields: {}, step: 's', now: NOON });
    expect((await PinModel.findById('d').lean())?.agency).toBeUndefined();
  });

  test('a colleague goes on with a draft and publishes it; it stays its maker’s and the agency’s', async () => {
    await keepDraft({ id: 'd', owner: MALEE, agency: AGENCY, fields: { nameTh: 'ก' }, step: 's', now: NOON });
    expect(await draftForWork('d', OUTSIDER)).toBeUndefined();
    expect(await draftForWork('d', SOMCHAI)).toMatchObject({ id: 'd', fields: { nameTh: 'ก' } });
    const kept = { id: 'd', owner: SOMCHAI, agency: AGENCY, fields: { nameTh: 'ข' }, step: 's', now: NOON };
    expect(await keepDraft(kept)).toEqual({ kept: true });
    expect(await keepDraft({ ...kept, owner: OUTSIDER })).toEqual({ kept: false });
    expect((await draftsOf(MALEE)).map(({ fields }) => fields)).toEqual([{ nameTh: 'ข' }]);
    await publishFor('d', SOMCHAI, AGENCY);
    expect(await PinModel.findById('d').lean()).toMatchObject({
      owner: MALEE,
      agency: AGENCY,
      state: 'published',
    });
  });
});

describe('changing', () => {
  test('a field is set and taken away, with what it was in the trail; the contact is never public', async () => {
    const { code } = await publishFor('a', MALEE, AGENCY);
    const contact = { name: 'สมใจ', phone: PHONE };
    expect(await set(code, MALEE, 'k1', { phones: [PHONE], contact }, 1)).toEqual({
      result: 'changed',
      fields: ['phones', 'contact'],
    });
    expect(await set(code, MALEE, 'k2', { phones: [PHONE] }, 2)).toMatchObject({ result: 'unchanged' });
    const shown = await pinByCode(code);
    expect(shown?.phones).toEqual([PHONE]);
    expect(JSON.stringify(shown)).not.toContain('สมใจ');
    await set(code, MALEE, 'k3', { phones: null }, 3);
    expect((await pinByCode(code))?.phones).toBeUndefined();
    expect(await trail(code)).toEqual([
      { by: MALEE, changes: [{ field: 'phones', from: [PHONE], to: null }] },
      {
        by: MALEE,
        changes: [
          { field: 'phones', from: null, to: [PHONE] },
          { field: 'contact', from: null, to: contact },
        ],
      },
    ]);
  });

  test('the same key again changes nothing, whatever was changed since', async () => {
    const { code } = await publishFor('a', MALEE, AGENCY);
    await set(code, MALEE, 'k1', { nameTh: 'หนึ่ง' });
    await set(code, SOMCHAI, 'k2', { nameTh: 'สอง' }, 2);
    expect(await set(code, MALEE, 'k1', { nameTh: 'หนึ่ง' })).toEqual({
      result: 'changed',
      fields: ['nameTh'],
    });
    expect((await pinByCode(code))?.name.th).toBe('สอง');
    expect(await trail(code)).toHaveLength(2);
  });

  test('an address is its Thai text: no English one alone, and none left without it', async () => {
    const { code } = await publishFor('a', OWNER);
    expect(await set(code, OWNER, 'k1', { addressEn: '1 Road' })).toMatchObject({ result: 'unchanged' });
    await set(code, OWNER, 'k2', { addressTh: '1 ถนน', addressEn: '1 Road' });
    expect((await pinByCode(code))?.address).toEqual({ th: '1 ถนน', en: '1 Road' });
    await set(code, OWNER, 'k3', { addressTh: null });
    expect(await pinByCode(code)).not.toHaveProperty('address');
  });

  test('two officials at once: changes of different fields both survive', async () => {
    const { code } = await publishFor('a', MALEE, AGENCY);
    const changes = Array.from({ length: 10 }, (_, n) => [
      set(code, MALEE, `m${n}`, { nameEn: `Name ${n}` }, n),
      set(code, SOMCHAI, `s${n}`, { website: `https://w${n}.go.th/` }, n),
    ]).flat();
    expect((await Promise.all(changes)).every(({ result }) => result === 'changed')).toBe(true);
    const pin = await pinForWork(code, MALEE, NOON);
    expect(pin?.name.en).toMatch(/^Name \d$/);
    expect(pin?.website).toMatch(/^https:\/\/w\d\.go\.th\/$/);
    expect(await trail(code)).toHaveLength(20);
    expect((await PinModel.findById('a').lean())?.unaudited).toEqual([]);
  });

  test('two officials on one field: the later wins, the history has both, each from what it found', async () => {
    const { code } = await publishFor('a', MALEE, AGENCY);
    await Promise.all([
      set(code, MALEE, 'm', { nameTh: 'ของมาลี' }, 1),
      set(code, SOMCHAI, 's', { nameTh: 'ของสมชาย' }, 2),
    ]);
    const changes = (await trail(code)).flatMap((entry) => entry.changes);
    expect(changes).toHaveLength(2);
    const first = changes.find(({ from }) => from === 'อบต.เขาใหม่');
    const second = changes.find(({ from }) => from === first?.to);
    expect((await pinByCode(code))?.name.th).toBe(second?.to);
  });
});

test('retired and brought back under the same code, and checked', async () => {
  const { code } = await publishFor('a', OWNER);
  await retirePin({ ...work(code, OWNER, 'r'), reason: 'merged' });
  expect(await pinByCode(code)).toBeUndefined();
  expect(await pinForWork(code, OWNER, NOON)).toMatchObject({
    state: 'retired',
    retired: { reason: 'merged' },
  });
  expect(await retirePin({ ...work(code, OWNER, 'r2'), reason: 'closed' })).toMatchObject({
    result: 'unchanged',
  });
  await bringBack(work(code, OWNER, 'b'));
  expect(await pinByCode(code)).toBeDefined();
  expect(await pinForWork(code, OWNER, NOON)).not.toHaveProperty('retired');
  await markChecked(work(code, OWNER, 'c', 5));
  expect((await pinByCode(code))?.checkedAt).toEqual(minutesAfterNoon(5));
});

test('a colleague is told by first name for ten minutes who is at work', async () => {
  const { code } = await publishFor('a', MALEE, AGENCY);
  await saveProfile(MALEE, {
    firstName: 'มาลี',
    lastName: 'ใจงาม',
    email: 'm@example.go.th',
    phone: '0812345678',
  });
  await noteEditing({ pin: code, by: MALEE, at: NOON });
  await noteEditing({ pin: code, by: SOMCHAI, at: minutesAfterNoon(1) });
  const editorsFor = async (person: string, minutes: number) =>
    (await pinForWork(code, person, minutesAfterNoon(minutes)))?.editors;
  expect(await editorsFor(SOMCHAI, 9)).toEqual(['มาลี']);
  expect(await editorsFor(SOMCHAI, 10)).toEqual([]);
  // Somchai has not given his name: he counts all the same.
  expect(await editorsFor(MALEE, 1)).toEqual(['']);
});

test('lists: drafts, published, retired; by agency or own; longest unchecked first', async () => {
  await keepDraft({ id: 'd', owner: MALEE, agency: AGENCY, fields: { nameTh: 'ร่าง' }, step: 's', now: NOON });
  const [{ code: b }, { code: c }, { code: r }] = [
    await publishFor('b', MALEE, AGENCY),
    await publishFor('c', SOMCHAI, AGENCY),
    await publishFor('r', SOMCHAI, AGENCY),
  ];
  await publishFor('own', MALEE);
  await retirePin({ ...work(r, MALEE, 'r'), reason: 'closed' });
  await markChecked(work(b, MALEE, 'c', 2));
  const asked = { person: MALEE, order: 'state' as const, skip: 0, limit: 9 };
  const idsOf = async (question: Parameters<typeof pinsOf>[0]) =>
    (await pinsOf(question)).pins.map(({ id }) => id);
  expect(await idsOf({ ...asked, agency: AGENCY })).toEqual(['d', 'b', 'c', 'r']);
  expect(await pinsOf({ ...asked, agency: AGENCY, skip: 3 })).toMatchObject({
    all: 4,
    pins: [{ id: 'r', state: 'retired' }],
  });
  expect(await idsOf(asked)).toEqual(['own']);
  expect(await idsOf({ ...asked, agency: AGENCY, order: 'unchecked' })).toEqual(['c', 'b']);
  expect(await idsOf({ ...asked, person: OUTSIDER, agency: AGENCY })).toEqual([]);
  expect(c).not.toBe(b);
});
