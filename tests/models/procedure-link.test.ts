// Which procedures are offered at which pins, on the real engine: rights, idempotency, races, merges, what does not count.

import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { lastChanges } from '../../models/audit.ts';
import { publishPin } from '../../models/pin.ts';
import { newPinCode } from '../../models/pin-code.ts';
import { PinModel } from '../../models/pin-document.ts';
import { mergePins } from '../../models/pin-merge.ts';
import { bringBack, retirePin } from '../../models/pin-work.ts';
import { putProcedures } from '../../models/procedure.ts';
import {
  linkAllProcedures,
  linkProcedures,
  proceduresAtPin,
  takeBackLinks,
} from '../../models/procedure-link.ts';
import { ProcedureLinkModel } from '../../models/procedure-link-document.ts';
import { pinsWithProcedures } from '../../models/procedure-pins.ts';
import { AWAY, HERE, peopleAndAgencies } from './people-builder.ts';
import { aPin } from './pin-builder.ts';
import { aProcedure, putForKind } from './procedure-builder.ts';
import { connectRegisters, emptyRegisters, minutesAfterNoon, NOON } from './register-builder.ts';
import { seededRandom } from './search-queries.ts';

const random = seededRandom(2564);

let disconnect: () => Promise<void>;
beforeAll(async () => {
  disconnect = await connectRegisters();
});
afterAll(() => disconnect());
beforeEach(async () => {
  await emptyRegisters();
  await peopleAndAgencies();
  await putForKind('a', 'b', 'c');
});

/** A published pin: an agency's, or with no agency the owner's own. */
async function pinned(nameTh: string, agency: string | undefined = HERE, owner = 'owner'): Promise<string> {
  const pin = aPin({ nameTh });
  const { code } = await publishPin({
    id: `id of ${nameTh}`,
    owner,
    pin,
    now: NOON,
    newCode: () => newPinCode(random),
  });
  if (agency) await PinModel.updateOne({ code }, { $set: { agency } });
  return code;
}

type Work = Partial<Parameters<typeof linkProcedures>[0]>;
const link = (pin: string, add: string[], remove: string[] = [], work: Work = {}) =>
  linkProcedures({ pin, add, remove, by: 'official', at: NOON, key: `link ${add} ${remove}`, ...work });
const linkAll = (by = 'official', key = 'all') => linkAllProcedures({ agency: HERE, by, at: NOON, key });
const at = async (pin: string) => (await proceduresAtPin(pin)).map(({ code }) => code);
const pinsOf = (page = { skip: 0, limit: 10 }, person = 'official') => pinsWithProcedures(HERE, person, page);
const entriesAbout = async (pin: string) =>
  (await lastChanges({ about: { kind: 'pin', id: pin } }, 20)).filter(({ changes }) =>
    changes.some(({ field }) => field === 'procedure'),
  );

describe('linking', () => {
  test('adds and takes away; what is not named stays', async () => {
    const pin = await pinned('ที่ทำการ');
    expect(await link(pin, ['a', 'b'])).toEqual({ result: 'linked', count: 2 });
    expect(await link(pin, ['c'], ['a'])).toEqual({ result: 'linked', count: 2 });
    expect(await at(pin)).toEqual(['b', 'c']);
    expect(await link(pin, ['a'], [], { key: 'a again' })).toEqual({ result: 'linked', count: 3 });
  });

  test('keeps who and when, and leaves one entry for each change', async () => {
    const pin = await pinned('ที่ทำการ');
    await link(pin, ['a', 'b']);
    await link(pin, ['a'], ['b'], { at: minutesAfterNoon(5), by: 'coordinator' });
    const links = await ProcedureLinkModel.find().sort({ _id: 1 }).lean();
    expect(
      links.map(({ procedure, isLinked, added, removed }) => [procedure, isLinked, added.by, removed?.by]),
    ).toEqual([
      ['a', true, 'official', undefined],
      ['b', false, 'official', 'coordinator'],
    ]);
    const entries = await entriesAbout(pin);
    expect(entries.map(({ by, agency, changes }) => [by, agency, changes])).toEqual([
      ['coordinator', HERE, [{ field: 'procedure', from: 'b', to: null }]],
      [
        'official',
        HERE,
        [
          { field: 'procedure', from: null, to: 'a' },
          { field: 'procedure', from: null, to: 'b' },
        ],
      ],
    ]);
  });

  test('a repeated turn changes nothing, also what somebody else changed since', async () => {
    const pin = await pinned('ที่ทำการ');
    await link(pin, ['a', 'b'], [], { key: 'turn' });
    await link(pin, [], ['a'], { key: 'colleague' });
    await link(pin, ['a', 'b'], [], { key: 'turn' });
    expect(await at(pin)).toEqual(['b']);
    expect(await entriesAbout(pin)).toHaveLength(2);
    await link(pin, ['a'], [], { key: 'once more' });
    await link(pin, [], ['a'], { key: 'colleague' });
    expect(await at(pin)).toEqual(['a', 'b']);
  });

  test('a turn that died before its entry was written writes it when it is taken again', async () => {
    const pin = await pinned('ที่ทำการ');
    await ProcedureLinkModel.create({
      _id: 'id of ที่ทำการ:a',
      pin: 'id of ที่ทำการ',
      procedure: 'a',
      isLinked: true,
      added: { by: 'official', at: NOON, key: 'turn' },
    });
    await link(pin, ['a', 'b'], [], { key: 'turn' });
    const [entry] = await entriesAbout(pin);
    expect(entry?.changes.map(({ to }) => to)).toEqual(['a', 'b']);
  });

  test('two officials at once keep both their changes', async () => {
    const pin = await pinned('ที่ทำการ');
    await Promise.all([
      link(pin, ['a', 'b'], [], { key: 'one' }),
      link(pin, ['b', 'c'], [], { key: 'two', by: 'coordinator' }),
    ]);
    expect(await at(pin)).toEqual(['a', 'b', 'c']);
    expect(await ProcedureLinkModel.countDocuments()).toBe(3);
  });
});

describe('rights', () => {
  test('only who works for the agency of the pin', async () => {
    const [pin, away] = [await pinned('ที่ทำการ'), await pinned('ไกล', AWAY)];
    for (const by of ['outsider', 'owner', 'nobody'])
      expect(await link(pin, ['a'], [], { by })).toEqual({ result: 'not-yours', count: 0 });
    expect(await link(away, ['a'])).toEqual({ result: 'not-yours', count: 0 });
    expect(await linkAll('outsider')).toEqual({ result: 'not-yours', pins: 0, procedures: 0 });
    expect(await pinsOf(undefined, 'outsider')).toBeUndefined();
    expect(await ProcedureLinkModel.countDocuments()).toBe(0);
    for (const by of ['official', 'coordinator', 'admin'])
      expect((await link(pin, ['a'], [], { by })).result).toBe('linked');
  });

  test('a pin without an agency is its owner’s, with the procedures of the agency they are an official of', async () => {
    const pin = await pinned('ศาลา', '', 'official');
    expect(await link(pin, ['a'], [], { by: 'admin' })).toEqual({ result: 'not-yours', count: 0 });
    expect(await link(pin, ['a'])).toEqual({ result: 'linked', count: 1 });
    const other = await pinned('ร้าน', '', 'nobody');
    expect(await link(other, ['a'], [], { by: 'nobody' })).toEqual({ result: 'linked', count: 0 });
  });

  test('procedures that are none of the agency’s are left out', async () => {
    await putProcedures([aProcedure('x', { owner: { agency: AWAY } })], { by: 'import', at: NOON });
    const pin = await pinned('ที่ทำการ');
    expect(await link(pin, ['x', 'nothing', 'a'])).toEqual({ result: 'linked', count: 1 });
  });
});

describe('all at once', () => {
  test('links all procedures to all published pins of the agency, once', async () => {
    const [one, two, gone] = [await pinned('หนึ่ง'), await pinned('สอง'), await pinned('สาม')];
    await pinned('ไกล', AWAY);
    await retirePin({ pin: gone, by: 'official', at: NOON, key: 'retire', reason: 'closed' });
    await link(one, ['a']);
    expect(await linkAll()).toEqual({ result: 'linked', pins: 2, procedures: 3 });
    expect(await linkAll()).toEqual({ result: 'linked', pins: 2, procedures: 3 });
    expect([await at(one), await at(two)]).toEqual([
      ['a', 'b', 'c'],
      ['a', 'b', 'c'],
    ]);
    expect(await ProcedureLinkModel.countDocuments()).toBe(6);
    expect((await entriesAbout(two)).map(({ changes }) => changes.length)).toEqual([3]);
    expect((await entriesAbout(one)).map(({ changes }) => changes.length).sort()).toEqual([1, 2]);
  });
});

describe('taking all back', () => {
  const takeBack = (by = 'official') =>
    takeBackLinks({ agency: HERE, of: 'all', by, at: minutesAfterNoon(1), key: 'take back' });

  test('takes away what linking all made, and only that, once', async () => {
    const [one, two] = [await pinned('หนึ่ง'), await pinned('สอง')];
    await link(one, ['a']);
    await linkAll();
    await link(two, [], ['c'], { key: 'colleague' });
    expect(await takeBack('outsider')).toEqual({ result: 'not-yours', count: 0 });
    expect(await takeBack()).toEqual({ result: 'unlinked', count: 4 });
    expect(await takeBack()).toEqual({ result: 'unlinked', count: 4 });
    expect([await at(one), await at(two)]).toEqual([['a'], []]);
  });
});

describe('what counts', () => {
  test('pins without any first, then by name, page by page', async () => {
    for (const name of ['ค', 'ข', 'ก']) await pinned(name);
    const full = await pinned('กก');
    await link(full, ['a', 'b']);
    const first = await pinsOf({ skip: 0, limit: 2 });
    expect(first?.pins.map(({ name }) => name.th)).toEqual(['ก', 'ข']);
    expect(first).toMatchObject({ all: 4, withoutAny: 3 });
    const second = await pinsOf({ skip: 2, limit: 2 });
    expect(second?.pins).toMatchObject([
      { name: { th: 'ค' }, linked: [] },
      { code: full, linked: ['a', 'b'] },
    ]);
  });

  test('a retired procedure does not, and does again when it comes back', async () => {
    const pin = await pinned('ที่ทำการ');
    await link(pin, ['a']);
    await putProcedures([aProcedure('a', { isRetired: true })], { by: 'import', at: NOON });
    expect(await at(pin)).toEqual([]);
    expect(await pinsOf()).toMatchObject({ withoutAny: 1, pins: [{ linked: [] }] });
    await putForKind('a');
    expect(await at(pin)).toEqual(['a']);
  });

  test('a procedure that went over to another kind of agency does not', async () => {
    const pin = await pinned('ที่ทำการ');
    await link(pin, ['a']);
    await putProcedures([aProcedure('a', { owner: { kinds: ['hospital'] } })], { by: 'import', at: NOON });
    expect(await at(pin)).toEqual([]);
    expect(await pinsOf()).toMatchObject({ withoutAny: 1 });
  });

  test('a pin off the map offers nothing and cannot be linked; back on it, it offers what it did', async () => {
    const pin = await pinned('ที่ทำการ');
    await link(pin, ['a']);
    await retirePin({ pin, by: 'official', at: NOON, key: 'retire', reason: 'closed' });
    expect(await at(pin)).toEqual([]);
    expect(await pinsOf()).toEqual({ pins: [], all: 0, withoutAny: 0 });
    expect(await link(pin, ['b'])).toEqual({ result: 'not-yours', count: 0 });
    await bringBack({ pin, by: 'official', at: NOON, key: 'back' });
    expect(await at(pin)).toEqual(['a']);
  });
});

test('when pins are merged the links go with them, and the old code shows them', async () => {
  const [keep, away] = [await pinned('หลัก'), await pinned('ซ้ำ')];
  await link(keep, ['a'], [], { key: 'keep' });
  await link(away, ['a', 'b'], [], { key: 'away', at: minutesAfterNoon(1) });
  const merging = { keep, away, by: 'coordinator', at: minutesAfterNoon(9), key: 'merge' };
  expect(await mergePins(merging)).toEqual({ result: 'merged', code: keep });
  expect(await mergePins(merging)).toEqual({ result: 'merged', code: keep });
  expect([await at(keep), await at(away)]).toEqual([
    ['a', 'b'],
    ['a', 'b'],
  ]);
  const moved = await ProcedureLinkModel.findById('id of หลัก:b').lean();
  expect(moved?.added).toEqual({ by: 'official', at: minutesAfterNoon(1), key: 'merge' });
  expect(await ProcedureLinkModel.countDocuments({ pin: 'id of ซ้ำ', isLinked: true })).toBe(0);
});
