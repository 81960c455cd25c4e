// Pins over a whole scope on the real engine: counted, paged, searched; and tries to see beyond one's own scope.

import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { giveRole, takeRole } from '../../models/person.ts';
import { keepDraft, publishPin } from '../../models/pin.ts';
import { newPinCode } from '../../models/pin-code.ts';
import { PinModel } from '../../models/pin-document.ts';
import { retirePin, setFields } from '../../models/pin-work.ts';
import { pinAreas, scopedPins } from '../../models/scoped-pins.ts';
import { nameKey } from '../../models/thai/name-key.ts';
import { AWAY, change, HERE, NEXT, peopleAndAgencies } from './people-builder.ts';
import { aPin } from './pin-builder.ts';
import { connectRegisters, emptyRegisters, NOON } from './register-builder.ts';
import { seededRandom } from './search-queries.ts';

const MAKER = 'maker';
const random = seededRandom(23);

let disconnect: () => Promise<void>;
beforeAll(async () => {
  disconnect = await connectRegisters();
});
afterAll(() => disconnect());
beforeEach(async () => {
  await emptyRegisters();
  await peopleAndAgencies();
  for (const agency of [HERE, NEXT, AWAY])
    await giveRole(MAKER, { role: 'official', agency }, change('manage', agency));
  await make('ที่ทำการเหนือ', HERE);
  await make('สำนักงานดาว', NEXT);
  await make('สำนักงานเดือน', NEXT);
  await make('สำนักงานไกล', AWAY);
  await make('ของตัวเอง');
  const draft = { id: 'draft', owner: MAKER, agency: HERE, fields: { nameTh: 'ร่าง' }, step: 's', now: NOON };
  await keepDraft(draft);
});

const make = async (nameTh: string, agency?: string) => {
  const newCode = () => newPinCode(random);
  const pin = aPin({ nameTh });
  return (await publishPin({ id: nameTh, owner: MAKER, agency, pin, now: NOON, newCode })).code;
};
type Asked = Partial<Parameters<typeof scopedPins>[0]>;
const seen = async (person: string, asked: Asked = {}) =>
  (await scopedPins({ person, skip: 0, limit: 9, ...asked })).pins.map(({ id }) => id);

test('counted by district within one province, by province beyond; drafts and people’s own pins are not there', async () => {
  expect(await pinAreas({ person: 'coordinator' })).toEqual([
    { area: 'district:9101', count: 1 },
    { area: 'district:9102', count: 2 },
  ]);
  expect(await pinAreas({ person: 'admin' })).toEqual([
    { area: 'province:10', count: 1 },
    { area: 'province:91', count: 3 },
  ]);
  expect(await pinAreas({ person: 'admin', area: 'province:91' })).toEqual([
    { area: 'district:9101', count: 1 },
    { area: 'district:9102', count: 2 },
  ]);
});

test('paged by name, retired ones last', async () => {
  const whole = ['ที่ทำการเหนือ', 'สำนักงานดาว', 'สำนักงานเดือน'];
  expect(await seen('coordinator')).toEqual(whole);
  const second = await scopedPins({ person: 'coordinator', skip: 1, limit: 1 });
  expect(second).toMatchObject({ all: 3, pins: [{ id: 'สำนักงานดาว', state: 'published' }] });
  expect(await seen('coordinator', { area: 'district:9102' })).toEqual(whole.slice(1));
  const code = second.pins[0]?.code ?? '';
  await retirePin({ pin: code, by: MAKER, at: NOON, key: 'r', reason: 'closed' });
  expect(await seen('coordinator')).toEqual(['ที่ทำการเหนือ', 'สำนักงานเดือน', 'สำนักงานดาว']);
});

test('numbers in names count as numbers, on every page', async () => {
  for (const number of [11, 1, 10, 2]) await make(`จุดที่ ${number}`, HERE);
  await make('จุดที่ ๓', HERE);
  const inOrder = ['จุดที่ 1', 'จุดที่ 2', 'จุดที่ ๓', 'จุดที่ 10', 'จุดที่ 11'];
  const asked = { area: 'district:9101' } as const;
  expect(await seen('coordinator', asked)).toEqual([...inOrder, 'ที่ทำการเหนือ']);
  const pages = [0, 2, 4].map((skip) => seen('coordinator', { ...asked, skip, limit: 2 }));
  expect((await Promise.all(pages)).flat()).toEqual([...inOrder, 'ที่ทำการเหนือ']);
  expect(await seen('coordinator', { ...asked, words: 'จุดที่', limit: 3 })).toEqual(inOrder.slice(0, 3));
});

test('searched by any part of a pin’s or an agency’s name, or by its code, within the scope only', async () => {
  expect(await seen('coordinator', { words: 'งานเดื' })).toEqual(['สำนักงานเดือน']);
  // The agencies are called สำนักงานตัวอย่าง 1 and 2.
  expect(await seen('coordinator', { words: 'ตัวอย่าง 2' })).toEqual(['สำนักงานดาว', 'สำนักงานเดือน']);
  expect(await seen('coordinator', { words: 'สำนักงานไกล' })).toEqual([]);
  expect(await seen('admin', { words: 'สำนักงานไกล' })).toEqual(['สำนักงานไกล']);
  expect(await seen('coordinator', { words: 'สำนักงาน', skip: 2 })).toEqual(['สำนักงานเดือน']);
});

test('nobody sees beyond their own scope, whatever part they ask for', async () => {
  for (const area of [
    'province:10',
    'district:1001',
    'district:10-',
    'province:-',
    'country',
    'district:',
    '$ne',
  ]) {
    expect([area, await seen('coordinator', { area })]).toEqual([area, []]);
    expect([area, await pinAreas({ person: 'coordinator', area })]).toEqual([area, []]);
  }
  expect(await seen('outsider')).toEqual(['สำนักงานไกล']);
  for (const person of ['official', MAKER, 'nobody']) {
    expect(await seen(person)).toEqual([]);
    expect(await pinAreas({ person })).toEqual([]);
  }
  await takeRole('coordinator', { role: 'coordinator', scope: 'province:91' }, change('manage', 'end'));
  expect(await seen('coordinator')).toEqual([]);
});

test('a coordinator of a department sees that department’s alone, of a district that district’s', async () => {
  await giveRole('dep', { role: 'coordinator', scope: 'department:กรมตัวอย่าง' }, change('manage', 'dep'));
  await giveRole('dis', { role: 'coordinator', scope: 'district:9102' }, change('manage', 'dis'));
  expect(await seen('dep')).toHaveLength(4);
  expect(await seen('dis')).toEqual(['สำนักงานดาว', 'สำนักงานเดือน']);
  expect(await seen('dis', { area: 'province:91' })).toEqual(['สำนักงานดาว', 'สำนักงานเดือน']);
  expect(await seen('dis', { area: 'district:9101' })).toEqual([]);
});

test('where there are very many, the database pages them in the same order, again and again', async () => {
  const at = NOON;
  const pins = Array.from({ length: 2_100 }, (_, n) => ({
    _id: `many-${n}`,
    code: `MANY-${n}`,
    state: 'published' as const,
    owner: MAKER,
    agency: HERE,
    name: { th: `จุดที่ ${n}` },
    nameKey: nameKey(`จุดที่ ${n}`),
    position: { type: 'Point' as const, coordinates: [101.2, 12.6] },
    createdAt: at,
    updatedAt: at,
  }));
  await PinModel.insertMany(pins);
  const page = async (skip: number) =>
    (await scopedPins({ person: 'admin', skip, limit: 3 })).pins.map(({ name }) => name?.th);
  for (const skip of [0, 9, 99, 999, 1_500, 2_000])
    expect(await page(skip)).toEqual([0, 1, 2].map((more) => `จุดที่ ${skip + more}`));
  expect((await scopedPins({ person: 'coordinator', skip: 0, limit: 1 })).all).toBe(2_103);
  // A new name is at its new place at once.
  await setFields({ pin: 'MANY-5', by: 'admin', at, key: 'name', fields: { nameTh: 'กก' } });
  expect(await page(0)).toEqual(['กก', 'จุดที่ 0', 'จุดที่ 1']);
}, 60_000);
