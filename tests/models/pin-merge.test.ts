// Merging two pins on the real engine: who may, what moves, old codes, crashes between any two writes, races.

import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { putAgencies } from '../../models/agency.ts';
import { lastChanges } from '../../models/audit.ts';
import { giveRole, NotAllowed } from '../../models/person.ts';
import { photosOf, storePhoto } from '../../models/photo.ts';
import { publishPin } from '../../models/pin.ts';
import { newPinCode } from '../../models/pin-code.ts';
import { PinModel } from '../../models/pin-document.ts';
import { mergeable, mergePins } from '../../models/pin-merge.ts';
import { startPinSearch } from '../../models/pin-search.ts';
import { bringBack, setFields } from '../../models/pin-work.ts';
import { pinByCode } from '../../models/published-pins.ts';
import type { Role } from '../../models/role.ts';
import { openTasks, reportPin } from '../../models/task.ts';
import { aPhoto } from '../photos/photo-builder.ts';
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

const [HERE, NEXT, ELSEWHERE] = [agencyCode(1), agencyCode(2), agencyCode(3)];
const MALEE = 'U00000000000000000000000000000011';
const COORDINATOR = 'U00000000000000000000000000000014';
const NEIGHBOUR = 'U00000000000000000000000000000015';
const CHIEF = 'U00000000000000000000000000000016';
const CITIZEN = 'U00000000000000000000000000000017';
const PHONE = { number: '038123456', extensions: [] };
const HOUSE = { th: '1 ถนนกลาง', en: '1 Klang Road' };
const random = seededRandom(31);

let disconnect: () => Promise<void>;
beforeAll(async () => {
  disconnect = await connectRegisters();
});
afterAll(() => disconnect());
beforeEach(async () => {
  await emptyRegisters();
  const agencies = [
    anAgency(1, { provinceCode: '91' }),
    anAgency(2, { provinceCode: '91' }),
    anAgency(3, { provinceCode: '92' }),
  ];
  await putAgencies(agencies, { by: 'manage', at: NOON });
  for (const agency of [HERE, NEXT, ELSEWHERE]) await give(MALEE, { role: 'official', agency });
  await give(COORDINATOR, { role: 'coordinator', scope: 'province:91' });
  await give(NEIGHBOUR, { role: 'coordinator', scope: 'province:92' });
  await give(CHIEF, { role: 'administrator' });
});

const give = (person: string, role: Role) =>
  giveRole(person, role, { by: 'manage', at: NOON, key: `give ${person} ${JSON.stringify(role)}` });
const publish = async (id: string, agency: string | undefined = HERE, owner = MALEE) =>
  (await publishPin({ id, owner, agency, pin: aPin(), now: NOON, newCode: () => newPinCode(random) })).code;
const merge = (keep: string, away: string, by = COORDINATOR, key = `${keep} ${away}`) =>
  mergePins({ keep, away, by, at: minutesAfterNoon(9), key });
const fieldsChanged = async (code: string) =>
  (await lastChanges({ about: { kind: 'pin', id: code } }, 99)).flatMap(({ changes }) =>
    changes.map(({ field, from, to }) => [field, from, to]),
  );
const states = async () =>
  (await PinModel.find({}).sort({ _id: 1 }).lean()).map(({ state, mergedInto }) => [state, mergedInto]);
const claims = () => PinModel.countDocuments({ merging: { $ne: null } });
const photoIds = async (id: string) => (await photosOf(id)).map((photo) => photo.id);

/** Two pins with all that can move: `a` has a name and photos of its own, `b` all the rest. */
async function twoPins(): Promise<{ a: string; b: string }> {
  const [a, b] = [await publish('a'), await publish('b', NEXT)];
  const change = (pin: string, fields: Parameters<typeof setFields>[0]['fields']) =>
    setFields({ pin, by: MALEE, at: minutesAfterNoon(1), key: `set ${pin}`, fields });
  await change(a, { nameEn: 'Khao Mai' });
  await change(b, { nameEn: 'Other', phones: [PHONE], addressTh: HOUSE.th, addressEn: HOUSE.en, parent: a });
  for (let n = 1; n <= 9; n++) await storePhoto(aPhoto(`A${n}`, { pin: 'a', at: minutesAfterNoon(n) }));
  for (let n = 1; n <= 2; n++) await storePhoto(aPhoto(`B${n}`, { pin: 'b', at: minutesAfterNoon(n) }));
  await reportPin({ pin: b, fault: 'moved', by: CITIZEN, at: NOON, key: 'report' });
  return { a, b };
}

/** What must stand there after `twoPins` are merged, however it came about. */
async function expectMerged({ a, b }: { a: string; b: string }): Promise<void> {
  expect(await states()).toEqual([
    ['published', undefined],
    ['retired', a],
  ]);
  expect(await claims()).toBe(0);
  const kept = await pinByCode(b);
  expect(kept).toMatchObject({ code: a, name: { en: 'Khao Mai' }, phones: [PHONE], address: HOUSE });
  expect(kept?.parent).toBeUndefined();
  expect(await photoIds('a')).toHaveLength(10);
  expect(await photoIds('a')).toContain('B1');
  expect(await photoIds('b')).toEqual(['B2']);
  const tasks = await openTasks({ person: MALEE, agency: HERE, skip: 0, limit: 9 });
  expect(tasks.tasks.map(({ pin }) => pin)).toEqual([a]);
  expect((await openTasks({ person: MALEE, agency: NEXT, skip: 0, limit: 9 })).all).toBe(0);
  expect((await fieldsChanged(a)).slice(0, -1).sort()).toEqual(
    [
      ['photo', null, 'B1'],
      ['mergedFrom', null, b],
      ['task', b, a],
      ['phones', null, [PHONE]],
      ['address.th', null, HOUSE.th],
      ['address.en', null, HOUSE.en],
    ].sort(),
  );
  expect(await fieldsChanged(b)).toEqual(
    expect.arrayContaining([
      ['photo', 'B1', null],
      ['state', 'published', 'retired'],
      ['mergedInto', null, a],
    ]),
  );
}

test('one goes and leads to the other, which gets what it had not got; doing it again changes nothing', async () => {
  const { a, b } = await twoPins();
  expect(await merge(a, b)).toEqual({ result: 'merged', code: a });
  await expectMerged({ a, b });
  const before = await PinModel.find({}).lean();
  expect(await merge(a, b)).toEqual({ result: 'merged', code: a });
  expect(await PinModel.find({}).lean()).toEqual(before);
  await expectMerged({ a, b });
});

describe('who may', () => {
  test('those who look after both agencies, nobody else; an outsider changes nothing', async () => {
    const [a, b, c] = [await publish('a'), await publish('b', NEXT), await publish('c', ELSEWHERE)];
    const before = await PinModel.find({}).lean();
    for (const by of [MALEE, NEIGHBOUR, CITIZEN, STRANGER])
      await expect(merge(a, b, by)).rejects.toThrow(NotAllowed);
    for (const [keep, away] of [
      [a, c],
      [c, a],
    ] as const)
      for (const by of [COORDINATOR, NEIGHBOUR])
        await expect(merge(keep, away, by)).rejects.toThrow(NotAllowed);
    expect(await PinModel.find({}).lean()).toEqual(before);
    expect(await mergeable([c, b, a], COORDINATOR)).toEqual([b, a]);
    expect(await mergeable([c, b, a], MALEE)).toEqual([]);
    expect(await merge(c, a, CHIEF)).toEqual({ result: 'merged', code: c });
  });

  test('a pin without an agency is for administrators and coordinators of the whole country', async () => {
    const [a, own] = [await publish('a'), await publish('own', undefined, OWNER)];
    await expect(merge(a, own)).rejects.toThrow(NotAllowed);
    await give(STRANGER, { role: 'coordinator', scope: 'country' });
    expect(await merge(a, own, STRANGER)).toEqual({ result: 'merged', code: a });
  });
});

describe('old codes', () => {
  test('lead on through chains, in the search too; what was merged is merged no more', async () => {
    const [a, b, c] = [await publish('a'), await publish('b'), await publish('c')];
    const search = startPinSearch({ pollMilliseconds: 3_600_000, now: () => NOON, onError: () => {} });
    await merge(b, a);
    await merge(c, b);
    await search.refresh();
    for (const code of [a, b, c]) {
      expect((await pinByCode(code))?.code).toBe(c);
      expect((await search.search(code, { skip: 0, limit: 9 })).map((pin) => pin.code)).toEqual([c]);
    }
    await search.stop();
    expect(await merge(a, c, COORDINATOR, 'round')).toEqual({ result: 'already-merged', code: c });
    expect(await merge(c, a, COORDINATOR, 'again')).toEqual({ result: 'already-merged', code: c });
    expect(await merge(c, c)).toEqual({ result: 'same' });
    expect(await merge(c, 'NOCODE')).toEqual({ result: 'gone' });
  });

  test('merging into a pin that was merged itself goes on to the one that is there; so does doing it again', async () => {
    const [a, b, c] = [await publish('a'), await publish('b'), await publish('c')];
    await merge(c, b);
    for (let again = 0; again < 2; again++)
      expect(await merge(b, a, COORDINATOR, 'on')).toEqual({ result: 'merged', code: c });
    for (const code of [a, b, c]) expect((await pinByCode(code))?.code).toBe(c);
    expect(await claims()).toBe(0);
  });

  test('it is not followed to where the person may not merge', async () => {
    const [a, b, c] = [await publish('a'), await publish('b'), await publish('c', ELSEWHERE)];
    await merge(c, b, CHIEF);
    await expect(merge(b, a)).rejects.toThrow(NotAllowed);
    expect((await pinByCode(a))?.code).toBe(a);
  });

  test('a merged pin that is brought back stands for itself, and may be merged the other way', async () => {
    const [a, b] = [await publish('a'), await publish('b')];
    await merge(a, b);
    await bringBack({ pin: b, by: MALEE, at: minutesAfterNoon(20), key: 'back' });
    expect((await pinByCode(b))?.code).toBe(b);
    expect(await merge(b, a)).toEqual({ result: 'merged', code: b });
    for (const code of [a, b]) expect((await pinByCode(code))?.code).toBe(b);
  });
});

type Write = 'updateOne' | 'updateMany' | 'bulkWrite';

/** Lets `writes` writes through and fails all that follow, as if the process had died; whether it came to that. */
async function dyingAfter(writes: number, act: () => Promise<unknown>): Promise<boolean> {
  const prototype: Record<Write, (...given: unknown[]) => unknown> = mongoose.mongo.Collection
    .prototype as never;
  const { updateOne, updateMany, bulkWrite } = prototype;
  let done = 0;
  const counted = (real: (...given: unknown[]) => unknown) =>
    async function (this: unknown, ...given: unknown[]) {
      done += 1;
      if (done > writes) throw new Error('died');
      return real.apply(this, given);
    };
  Object.assign(prototype, {
    updateOne: counted(updateOne),
    updateMany: counted(updateMany),
    bulkWrite: counted(bulkWrite),
  });
  try {
    await act();
    return false;
  } catch (error) {
    if (error instanceof Error && error.message === 'died') return true;
    throw error;
  } finally {
    Object.assign(prototype, { updateOne, updateMany, bulkWrite });
  }
}

describe('a crash between any two writes', () => {
  /** Claims, retiring, filling, tasks, photos, trails, releases. */
  const ALL_WRITES = 18;
  const crashes = Array.from({ length: ALL_WRITES }, (_, writes) => writes);

  test('these are all writes there are', async () => {
    const { a, b } = await twoPins();
    expect(await dyingAfter(ALL_WRITES, () => merge(a, b))).toBe(false);
  });

  test.each(crashes)('after %d writes: the same call finishes the rest', async (writes) => {
    const pins = await twoPins();
    expect(await dyingAfter(writes, () => merge(pins.a, pins.b))).toBe(true);
    expect(await merge(pins.a, pins.b)).toEqual({ result: 'merged', code: pins.a });
    await expectMerged(pins);
  });

  test.each(crashes.slice(1))('after %d writes: so does another merge of the same pins', async (writes) => {
    const pins = await twoPins();
    expect(await dyingAfter(writes, () => merge(pins.a, pins.b))).toBe(true);
    expect(await merge(pins.b, pins.a, CHIEF)).toEqual({ result: 'already-merged', code: pins.a });
    await expectMerged(pins);
    expect(await merge(pins.a, pins.b)).toEqual({ result: 'merged', code: pins.a });
  });
});

describe('at the same time', () => {
  test.each([1, 2, 3, 4, 5])('in opposite directions: one pin is left, and both say which (%d)', async () => {
    const { a, b } = await twoPins();
    const results = await Promise.all([merge(a, b), merge(b, a, CHIEF), merge(a, b), merge(b, a, CHIEF)]);
    const published = await PinModel.find({ state: 'published' }).lean();
    expect(published).toHaveLength(1);
    for (const done of results) expect(done).toMatchObject({ code: published[0]?.code });
    expect(await claims()).toBe(0);
    for (const code of [a, b]) expect((await pinByCode(code))?.code).toBe(published[0]?.code);
  });

  test('three in a circle: never none, and never a circle', async () => {
    const [a, b, c] = [await publish('a'), await publish('b'), await publish('c')];
    await Promise.all([merge(a, b), merge(b, c), merge(c, a)]);
    expect(await PinModel.countDocuments({ state: 'published' })).toBe(1);
    expect(await claims()).toBe(0);
    const behind = await Promise.all([a, b, c].map(async (code) => (await pinByCode(code))?.code));
    expect(new Set(behind).size).toBe(1);
    expect(behind[0]).toBeDefined();
  });
});
