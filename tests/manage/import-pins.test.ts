// Importing pins on the real engine: what becomes of a row, repeated, changed, edited by people, two at once.

import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { lastChanges } from '../../models/audit.ts';
import { PinModel } from '../../models/pin-document.ts';
import { pinByCode } from '../../models/published-pins.ts';
import { emptyRegisters, minutesAfterNoon } from '../models/register-builder.ts';
import { openImports, pinRow, placeRow } from './register-files.ts';

let imports: Awaited<ReturnType<typeof openImports>>;

beforeAll(async () => {
  imports = await openImports();
});
afterAll(() => imports.close());

describe('pins', () => {
  beforeEach(async () => {
    await emptyRegisters();
    await imports.importPlaces([placeRow('910101')]);
  });

  const stored = (id: string) => PinModel.findById(`import:${id}`).lean();
  const published = async (id: string) => pinByCode((await stored(id))?.code ?? '');

  test('a row becomes a published pin with kind, area and address', async () => {
    await imports.importPins([
      pinRow('1'),
      pinRow('2', { name_en: '', name_th: 'รร.ดาว', address_th: '9 ถนนดาว' }),
    ]);
    expect(await published('1')).toEqual({
      code: expect.stringMatching(/^[2-9C-X]{6}$/),
      name: { th: 'อบต.ดาว1', en: 'Dao 1' },
      kind: 'subdistrict-office',
      position: [101.1, 14.1],
      spot: 'entrance',
      area: { th: 'อ.เมืองดาว จ.ดาวเหนือ', en: 'Mueang Dao, Dao Nuea' },
      address: {
        th: 'ต.ตำบล910101 อ.เมืองดาว จ.ดาวเหนือ 91150',
        en: 'Tambon 910101, Mueang Dao, Dao Nuea 91150',
      },
    });
    const second = await published('2');
    expect(second).toMatchObject({ name: { th: 'รร.ดาว' }, kind: 'school', address: { th: '9 ถนนดาว' } });
    expect(second?.name).not.toHaveProperty('en');
  });

  test('the same file changes nothing; a changed row keeps its code and leaves an entry under it', async () => {
    const rows = [pinRow('1'), pinRow('2')];
    await imports.importPins(rows);
    const before = await stored('1');
    const later = { now: minutesAfterNoon(9) };
    expect((await imports.importPins(rows, later)).last).toBe('read 2, new 0, changed 0, unchanged 2, bad 0');
    expect(await stored('1')).toEqual(before);

    const moved = await imports.importPins([pinRow('1', { lat: '14.2', name_en: '' }), pinRow('2')], later);
    expect(moved.last).toBe('read 2, new 0, changed 1, unchanged 1, bad 0');
    const after = await published('1');
    expect(after).toMatchObject({ code: before?.code, position: [101.1, 14.2] });
    expect(after?.name).toEqual({ th: 'อบต.ดาว1' });
    expect((await stored('1'))?.updatedAt).toEqual(minutesAfterNoon(9));
    const [entry] = await lastChanges({ about: { kind: 'pin', id: before?.code ?? '' } }, 5);
    expect(entry).toMatchObject({ by: 'import', at: minutesAfterNoon(9) });
    expect(entry?.changes).toEqual([
      { field: 'name.en', from: 'Dao 1', to: null },
      { field: 'position.coordinates', from: [101.1, 14.1], to: [101.1, 14.2] },
    ]);
  });

  test('what people have edited since stays, unless the file says something new about it', async () => {
    await imports.importPins([pinRow('1')]);
    await PinModel.updateOne({ _id: 'import:1' }, { $set: { 'name.th': 'ชื่อที่ถูกต้อง', kind: 'school' } });
    expect((await imports.importPins([pinRow('1')])).last).toBe(
      'read 1, new 0, changed 0, unchanged 1, bad 0',
    );
    await imports.importPins([pinRow('1', { lat: '14.3' })]);
    expect(await published('1')).toMatchObject({
      name: { th: 'ชื่อที่ถูกต้อง' },
      kind: 'school',
      position: [101.1, 14.3],
    });
    await imports.importPins([pinRow('1', { lat: '14.3', name_th: 'ทต.ดาว' })]);
    expect(await published('1')).toMatchObject({ name: { th: 'ทต.ดาว' }, kind: 'subdistrict-municipality' });
    const again = await imports.importPins([pinRow('1', { lat: '14.3', name_th: 'ทต.ดาว' })]);
    expect(again.last).toBe('read 1, new 0, changed 0, unchanged 1, bad 0');
  });

  test('a place that is not in the register is a mistake', async () => {
    const { lines, failed } = await imports.importPins([
      pinRow('1'),
      pinRow('2', { subdistrict_code: '910199' }),
    ]);
    expect(failed).toBe(true);
    expect(lines[0]).toBe(
      'line 3, subdistrict_code: the register of places has no 910199; import places first',
    );
    expect(await PinModel.countDocuments()).toBe(0);
  });

  test('two imports at once: each pin once, each code once, no change without its entry', async () => {
    const rows = (name: string) =>
      Array.from({ length: 1_500 }, (_, n) => pinRow(String(n), { name_th: name }));
    const both = await Promise.all([
      imports.importPins(rows('อบต.แรก')),
      imports.importPins(rows('อบต.สอง')),
    ]);
    const sums = both.map(({ last = '' }) => [...last.matchAll(/\d+/g)].map(Number));
    const [, added = 0, changed = 0, , bad = 0] = (sums[0] ?? []).map(
      (count, at) => count + (sums[1]?.[at] ?? 0),
    );
    expect({ added, bad }).toEqual({ added: 1_500, bad: 0 });
    expect(await PinModel.countDocuments({ state: 'published' })).toBe(1_500);
    expect(await PinModel.distinct('code')).toHaveLength(1_500);
    expect(await lastChanges('all', 10_000)).toHaveLength(changed);
    expect(changed).toBe(1_500);
  });
});
