// By kind and by service, over the database: where a service is done, and what is found by whom how soon.

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { putAgencies } from '../../models/agency.ts';
import { AgencyModel } from '../../models/agency-document.ts';
import { PinModel } from '../../models/pin-document.ts';
import { type PinSearch, startPinSearch } from '../../models/pin-search.ts';
import { putProcedures } from '../../models/procedure.ts';
import { ProcedureModel } from '../../models/procedure-document.ts';
import { ProcedureLinkModel } from '../../models/procedure-link-document.ts';
import { addLinks } from '../../models/procedure-link-writes.ts';
import { until } from '../builders/until.ts';
import { connectEmptyDatabase, NOON, OWNER, publish } from './pin-builder.ts';
import { aProcedure } from './procedure-builder.ts';
import { anAgency } from './register-builder.ts';

const HOUR = 3_600_000;
const HERE = { position: [101.2, 12.7] as [number, number] };
const PAGE = { skip: 0, limit: 5 };

let disconnect: () => Promise<void>;
const running: PinSearch[] = [];
beforeAll(async () => {
  disconnect = await connectEmptyDatabase();
  await Promise.all([ProcedureModel.createIndexes(), ProcedureLinkModel.createIndexes()]);
});
afterAll(() => disconnect());
beforeEach(async () => {
  await PinModel.deleteMany({});
  await ProcedureModel.deleteMany({});
  await ProcedureLinkModel.deleteMany({});
  await AgencyModel.deleteMany({});
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((search) => search.stop()));
});

function start(pollMilliseconds = HOUR): PinSearch {
  const onError = (error: unknown) => {
    throw error;
  };
  const search = startPinSearch({ pollMilliseconds, now: () => NOON, onError });
  running.push(search);
  return search;
}

const titled = (code: string, th: string, kinds = ['district-office']) =>
  putProcedures([aProcedure(code, { title: { th }, owner: { kinds } })], { by: 'import', at: NOON });
const link = (pin: string, procedure: string) =>
  addLinks([{ pin, procedure, deed: { by: OWNER, at: NOON, key: `${pin} ${procedure}` } }]);
const office = (id: string, lng: number, kind = 'district-office', area = 'อ.แกลง จ.ระยอง') =>
  publish(id, { nameTh: `ที่ว่าการอำเภอ ${id}`, kind, position: [lng, 12.7], area: { th: area } });

async function offering(search: PinSearch, code: string, where: Parameters<PinSearch['offering']>[1] = HERE) {
  const found = await search.offering(code, where, PAGE);
  return found?.offices.map((pin) => [pin.code, pin.isSure]);
}

describe('where a service is done', () => {
  test('at pins linked to it and at silent ones of its kind, the nearest first; not where others are offered', async () => {
    await titled('id', 'การทำบัตร');
    await titled('birth', 'การแจ้งเกิด');
    const far = await office('far', 101.5);
    const linked = await office('linked', 101.3);
    await office('speaks', 101.22);
    await office('elsewhere', 101.21, 'school');
    await link('linked', 'id');
    await link('speaks', 'birth');
    expect(await offering(start(), 'id')).toEqual([
      [linked, true],
      [far, false],
    ]);
  });

  test('in a district or province; nowhere beyond a hundred kilometres; unknown when it is no longer offered', async () => {
    await titled('id', 'การทำบัตร');
    const near = await office('near', 101.3);
    const away = await office('away', 104.7, 'district-office', 'อ.ธาตุพนม จ.นครพนม');
    const search = start();
    expect(await offering(search, 'id')).toEqual([[near, false]]);
    expect(await offering(search, 'id', { area: 'จ.นครพนม' })).toEqual([[away, false]]);
    expect(await offering(search, 'id', { area: 'อ.แกลง' })).toEqual([[near, false]]);
    await putProcedures([aProcedure('id', { isRetired: true })], { by: 'import', at: NOON });
    expect(await offering(search, 'id')).toBeUndefined();
  });

  test('a link counts while the agency that keeps the pin has the procedure', async () => {
    await titled('id', 'การทำบัตร');
    const agency = anAgency(1, { kind: 'district-office' });
    await putAgencies([agency], { by: 'import', at: NOON });
    const pin = await office('kept', 101.3);
    await PinModel.updateOne({ _id: 'kept' }, { $set: { agency: agency.code } });
    await link('kept', 'id');
    const search = start();
    expect(await offering(search, 'id')).toEqual([[pin, true]]);
    await AgencyModel.updateOne({ _id: agency.code }, { $set: { kind: 'school' } });
    expect(await offering(search, 'id')).toEqual([]);
  });

  test('page by page', async () => {
    await titled('id', 'การทำบัตร');
    for (let n = 0; n < 70; n += 1) await office(`p${n}`, 101.2 + n / 1000);
    await Promise.all(Array.from({ length: 65 }, (_, n) => link(`p${n}`, 'other')));
    const names = async (skip: number) =>
      (await start().offering('id', HERE, { skip, limit: 3 }))?.offices.map(({ name }) => name.th);
    expect(await names(0)).toEqual(['ที่ว่าการอำเภอ p65', 'ที่ว่าการอำเภอ p66', 'ที่ว่าการอำเภอ p67']);
    expect(await names(3)).toEqual(['ที่ว่าการอำเภอ p68', 'ที่ว่าการอำเภอ p69']);
  });
});

describe('what words mean', () => {
  test('a code, however it is typed; a kind; a service; a name; nothing', async () => {
    await titled('id', 'การขอมีบัตรประจำตัวประชาชน');
    const code = await office('แกลง', 101.3);
    const search = start();
    const thai = code.replace(/\d/g, (digit) => String.fromCharCode(0x0e50 + Number(digit)));
    expect(await search.readings(thai.toLowerCase())).toEqual([{ by: 'code', code }]);
    expect((await search.readings('อำเภอ ระยอง'))[0]).toEqual({
      by: 'kind',
      kind: 'district-office',
      area: { th: 'จ.ระยอง' },
    });
    const services = [{ code: 'id', title: { th: 'การขอมีบัตรประจำตัวประชาชน' } }];
    expect(await search.readings('ทำบัตรประชาชน')).toEqual([{ by: 'service', services }]);
    expect((await search.readings('ที่ว่าการอำเภอแกลง'))[0]).toMatchObject({ by: 'name' });
    expect(await search.readings('ราคาทองวันนี้')).toEqual([]);
    expect(await search.areaNamed('แกลง ระยอง')).toEqual({ th: 'อ.แกลง' });
    expect(await search.areaNamed('ราคาทอง')).toBeUndefined();
  });

  test('a procedure added or taken back elsewhere is known after the next reading', async () => {
    const search = start(5);
    expect(await search.readings('แจ้งเกิด')).toEqual([]);
    await titled('birth', 'การแจ้งการเกิด');
    await until('the new title is known', async () => (await search.readings('แจ้งเกิด')).length === 1);
    await putProcedures([aProcedure('birth', { isRetired: true })], {
      by: 'import',
      at: new Date(NOON.getTime() + 1),
    });
    await until('it is gone again', async () => (await search.readings('แจ้งเกิด')).length === 0);
  });
});
