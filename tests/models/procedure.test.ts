// The register of procedures on the real engine: owners, what an agency has, its own ones, their limit, races.

import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { lastChanges } from '../../models/audit.ts';
import { procedureByCode, proceduresByCodes, proceduresOf, putProcedures } from '../../models/procedure.ts';
import { ProcedureModel } from '../../models/procedure-document.ts';
import { addOwnProcedure, OWN_AT_MOST, withdrawOwnProcedure } from '../../models/procedure-own.ts';
import { AWAY, HERE, NEXT, peopleAndAgencies } from './people-builder.ts';
import { aProcedure, putForKind } from './procedure-builder.ts';
import { connectRegisters, emptyRegisters, minutesAfterNoon, NOON } from './register-builder.ts';

const IMPORT = { by: 'import', at: NOON };
const LATER = { by: 'import', at: minutesAfterNoon(60) };

let disconnect: () => Promise<void>;
beforeAll(async () => {
  disconnect = await connectRegisters();
});
afterAll(() => disconnect());
beforeEach(async () => {
  await emptyRegisters();
  await peopleAndAgencies();
});

const codesOf = async (agency: string) => (await proceduresOf(agency)).map(({ code }) => code);
const add = (key: string, change: Partial<Parameters<typeof addOwnProcedure>[0]> = {}) =>
  addOwnProcedure({
    agency: HERE,
    titleTh: 'ขอใช้ลานกีฬา',
    papers: [],
    by: 'official',
    at: NOON,
    key,
    ...change,
  });

describe('whose a procedure is', () => {
  test('an agency has its own and those of its kind, in the order of a Thai dictionary', async () => {
    await putProcedures(
      [
        aProcedure('k', { title: { th: 'เกิด' } }),
        aProcedure('a', { title: { th: 'ขออนุญาต' }, owner: { agency: HERE } }),
        aProcedure('n', { title: { th: 'กู้ยืม' }, owner: { agency: NEXT } }),
        aProcedure('o', { owner: { kinds: ['land-office', 'hospital'] } }),
      ],
      IMPORT,
    );
    expect(await proceduresOf(HERE)).toEqual([
      { code: 'k', title: { th: 'เกิด' }, own: false },
      { code: 'a', title: { th: 'ขออนุญาต' }, own: false },
    ]);
    expect(await codesOf(NEXT)).toEqual(['n', 'k']);
    expect(await codesOf('999999999')).toEqual([]);
  });

  test('one that is for several kinds is for each of them', async () => {
    await putProcedures([aProcedure('a', { owner: { kinds: ['district-office', 'hospital'] } })], IMPORT);
    expect(await codesOf(HERE)).toEqual(['a']);
  });
});

describe('the register', () => {
  const full = aProcedure('full', {
    steps: [{ th: 'ยื่นคำขอ', en: 'Apply' }, { th: 'รับใบ' }],
    papers: [{ name: { th: 'บัตรประชาชน', en: 'ID card' }, need: 'both', of: 'id-card' }],
    fee: { th: 'ไม่มี' },
    duration: { th: '1 วัน', en: '1 day' },
    law: 'พ.ร.บ. ตัวอย่าง',
    link: 'https://example.go.th/',
  });

  test('gives back what was put, and putting it again changes nothing', async () => {
    expect(await putProcedures([full], IMPORT)).toEqual({ added: 1, changed: 0, unchanged: 0 });
    expect(await procedureByCode('full')).toEqual({ ...full, own: false, isRetired: false });
    expect(await putProcedures([full], LATER)).toEqual({ added: 0, changed: 0, unchanged: 1 });
  });

  test('a changed row changes what differs, with an entry for each field', async () => {
    await putProcedures([full], IMPORT);
    const changed = aProcedure('full', { ...full, papers: [], fee: { th: '20 บาท' }, law: undefined });
    expect(await putProcedures([changed], LATER)).toEqual({ added: 0, changed: 1, unchanged: 0 });
    const stored = await procedureByCode('full');
    expect(stored).toMatchObject({ papers: [], fee: { th: '20 บาท' } });
    expect(stored).not.toHaveProperty('law');
    const [entry] = await lastChanges({ about: { kind: 'procedure', id: 'full' } }, 5);
    expect(entry?.changes.map(({ field }) => field)).toEqual(['papers', 'fee', 'law']);
  });

  test('a retired one is offered by nobody, is still known by its code, and can come back', async () => {
    await putForKind('a');
    await putProcedures([aProcedure('a', { isRetired: true })], LATER);
    expect(await codesOf(HERE)).toEqual([]);
    expect(await procedureByCode('a')).toBeUndefined();
    expect((await proceduresByCodes(['a', 'b'])).get('a')).toMatchObject({ isRetired: true });
    await putForKind('a');
    expect(await codesOf(HERE)).toEqual(['a']);
  });
});

describe('procedures of one’s own', () => {
  const papers = [{ name: { th: 'ทะเบียนบ้าน' }, need: 'copy', of: 'house-registration' }] as const;

  test('is added once for its turn, marked as own, and leaves an entry', async () => {
    const [first, again] = [await add('turn 1', { papers }), await add('turn 1', { papers })];
    expect(again).toEqual(first);
    if (first.result !== 'added') throw new Error('it should be there');
    expect(await proceduresOf(HERE)).toEqual([{ code: first.code, title: { th: 'ขอใช้ลานกีฬา' }, own: true }]);
    expect(await procedureByCode(first.code)).toMatchObject({ papers, owner: { agency: HERE }, own: true });
    expect(await codesOf(NEXT)).toEqual([]);
    const entries = await lastChanges({ about: { kind: 'procedure', id: first.code } }, 5);
    expect(entries).toMatchObject([{ by: 'official', agency: HERE }]);
  });

  test('coordinators may add for the agencies they look after, others may not', async () => {
    expect((await add('c', { by: 'coordinator', agency: NEXT })).result).toBe('added');
    for (const [key, by, agency] of [
      ['1', 'official', NEXT],
      ['2', 'coordinator', AWAY],
      ['3', 'outsider', HERE],
      ['4', 'nobody', HERE],
    ] as const)
      expect(await add(key, { by, agency })).toEqual({ result: 'not-yours' });
    expect(await codesOf(HERE)).toEqual([]);
  });

  test('an agency never has more than its limit, also when many are added at once', async () => {
    const first = await add('first');
    const stored = { title: { th: 'ก' }, owner: { agency: HERE }, createdAt: NOON, updatedAt: NOON };
    await ProcedureModel.insertMany(
      Array.from({ length: OWN_AT_MOST - 3 }, (_, n) => ({ ...stored, _id: `own-${n}`, place: n + 1 })),
    );
    const rush = await Promise.all(Array.from({ length: 5 }, (_, n) => add(`rush ${n}`)));
    expect(rush.map(({ result }) => result).sort()).toEqual([
      'added',
      'added',
      'too-many',
      'too-many',
      'too-many',
    ]);
    expect(await codesOf(HERE)).toHaveLength(OWN_AT_MOST);
    // The turn that added the first one, taken again, still has it.
    expect(await add('first')).toEqual(first);
  });

  test('the same turn at once twice adds one', async () => {
    const both = await Promise.all([add('turn 1'), add('turn 1')]);
    expect(both[0]).toEqual(both[1]);
    expect(await ProcedureModel.countDocuments()).toBe(1);
  });

  test('can be taken away again by the agency, which frees its place; the manuals’ cannot', async () => {
    await putForKind('a');
    const own = await add('turn 1');
    if (own.result !== 'added') throw new Error('it should be there');
    const withdraw = (code: string, by = 'official') =>
      withdrawOwnProcedure({ code, by, at: NOON, key: 'turn 2' });
    expect(await withdraw(own.code, 'outsider')).toEqual({ result: 'not-yours' });
    expect(await withdraw('a', 'admin')).toEqual({ result: 'not-yours' });
    expect(await withdraw(own.code)).toEqual({ result: 'withdrawn' });
    expect(await withdraw(own.code)).toEqual({ result: 'withdrawn' });
    expect(await codesOf(HERE)).toEqual(['a']);
    expect(await ProcedureModel.countDocuments({ place: { $exists: true } })).toBe(0);
  });
});
