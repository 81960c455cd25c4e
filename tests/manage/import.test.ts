// Imports on the real engine: repeated, changed, refused, with bad rows skipped, and two at once.

import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { importCommand } from '../../bot/manage/import.ts';
import { agencyByCode } from '../../models/agency.ts';
import { AgencyModel } from '../../models/agency-document.ts';
import { lastChanges } from '../../models/audit.ts';
import { placeInDistrict } from '../../models/boundary.ts';
import { pinByCode } from '../../models/pin.ts';
import { PinModel } from '../../models/pin-document.ts';
import { placesOfDistrict } from '../../models/place.ts';
import {
  agencyCode,
  connectRegisters,
  emptyRegisters,
  minutesAfterNoon,
  NOON,
} from '../models/register-builder.ts';
import { callCommand, csv, openFiles } from './call-command.ts';

let files: Awaited<ReturnType<typeof openFiles>>;
let disconnect: () => Promise<void>;

beforeAll(async () => {
  files = await openFiles();
  disconnect = await connectRegisters();
});
afterAll(async () => {
  await disconnect();
  await files.remove();
});
beforeEach(() => emptyRegisters());

type Rows = readonly (readonly string[])[];
type Options = Parameters<typeof callCommand>[2];

const PLACE_COLUMNS =
  'subdistrict_code,subdistrict_th,subdistrict_en,district_code,district_th,district_en,province_code,province_th,province_en,postcode,lat,lng,lat_lng_source'.split(
    ',',
  );
const PIN_COLUMNS = 'id,name_th,name_en,department,lat,lng,subdistrict_code,address_th'.split(',');
const AGENCY_COLUMNS =
  'code,name_th,name_en,kind,department,ministry,province_code,district_code,subdistrict_code,parent_code,abroad'.split(
    ',',
  );

const placeRow = (code: string, changes: Record<string, string> = {}) => {
  const district = code.slice(0, 4);
  const standard = [
    code,
    `ตำบล${code}`,
    `Tambon ${code}`,
    district,
    'เมืองดาว',
    'Mueang Dao',
    code.slice(0, 2),
  ];
  return withChanges(
    PLACE_COLUMNS,
    [...standard, 'ดาวเหนือ', 'Dao Nuea', '91150', '14.1', '101.1', 'point'],
    changes,
  );
};
const pinRow = (id: string, changes: Record<string, string> = {}) =>
  withChanges(PIN_COLUMNS, [id, `อบต.ดาว${id}`, `Dao ${id}`, 'LAO', '14.1', '101.1', '910101', ''], changes);
const agencyRow = (n: number, changes: Record<string, string> = {}) =>
  withChanges(
    AGENCY_COLUMNS,
    [agencyCode(n), `สำนักงาน ${n}`, '', 'office', 'กรมตัวอย่าง', 'กระทรวงตัวอย่าง', '', '', '', '', ''],
    changes,
  );

function withChanges(columns: readonly string[], row: readonly string[], changes: Record<string, string>) {
  return columns.map((column, at) => changes[column] ?? row[at] ?? '');
}

async function importRows(what: string, columns: readonly string[], rows: Rows, options: Options = {}) {
  return callCommand(
    importCommand,
    [what, await files.write(`${what}.csv`, csv([columns, ...rows]))],
    options,
  );
}
const importPlaces = (rows: Rows, options?: Options) => importRows('places', PLACE_COLUMNS, rows, options);
const importPins = (rows: Rows, options?: Options) => importRows('pins', PIN_COLUMNS, rows, options);
const importAgencies = (rows: Rows, options?: Options) =>
  importRows('agencies', AGENCY_COLUMNS, rows, options);
const skipping = { options: { 'skip-bad': true } };

describe('places', () => {
  test('the same file again changes nothing; a corrected row changes its place', async () => {
    const rows = ['910101', '910102'].map((code) => placeRow(code));
    expect(await importPlaces(rows)).toMatchObject({
      lines: ['read 2, new 2, changed 0, unchanged 0, bad 0'],
      failed: false,
    });
    expect((await importPlaces(rows)).last).toBe('read 2, new 0, changed 0, unchanged 2, bad 0');
    const corrected = [placeRow('910101', { subdistrict_th: 'ใหม่', lat_lng_source: 'district-centroid' })];
    expect((await importPlaces(corrected)).last).toBe('read 1, new 0, changed 1, unchanged 0, bad 0');
    const [place] = await placesOfDistrict('9101');
    expect(place).toMatchObject({ name: { th: 'ใหม่' }, position: [101.1, 14.1], ownPoint: false });
  });

  test('each mistake is told with its line, column and reason, and nothing is changed', async () => {
    const { lines, failed } = await importPlaces([
      placeRow('910101'),
      placeRow('9101', { postcode: '' }),
      placeRow('910103', { lat: '101.1', lng: '14.1' }),
      placeRow('910104', { district_code: '9102' }),
      placeRow('910105', { lat: '14,1', lng: '200' }),
      placeRow('910101'),
      placeRow('910107', { subdistrict_th: 'ก'.repeat(301), lat_lng_source: 'x' }),
      ['1', '2'],
    ]);
    expect(failed).toBe(true);
    expect(lines).toEqual([
      'line 3, subdistrict_code: should be the six digits of a subdistrict',
      'line 3, postcode: is empty',
      'line 4, lat: lat and lng look exchanged',
      'line 4, lng: lat and lng look exchanged',
      'line 5, subdistrict_code: does not begin with its district’s code',
      'line 6, lat: should be degrees such as 13.7563',
      'line 6, lng: should be from 97 to 106, in Thailand',
      'line 7, subdistrict_code: 910101 stands in line 2 already',
      'line 8, subdistrict_th: is longer than 300 characters',
      'line 8, lat_lng_source: should be point or district-centroid',
      'line 9: has 2 cells, but there are 13 columns',
      'nothing was changed: correct these rows, or leave them out with --skip-bad',
      'read 8, new 0, changed 0, unchanged 0, bad 7',
    ]);
    expect(await placesOfDistrict('9101')).toEqual([]);
  });

  test('with --skip-bad the good rows are written', async () => {
    const rows = [placeRow('910101'), placeRow('91010x'), placeRow('910102')];
    const { lines, failed } = await importPlaces(rows, skipping);
    expect(failed).toBe(false);
    expect(lines.at(-1)).toBe('read 3, new 2, changed 0, unchanged 0, bad 1');
    expect((await placesOfDistrict('9101')).map(({ code }) => code)).toEqual(['910101', '910102']);
  });

  test('of many mistakes the first hundred are printed, all are counted', async () => {
    const rows = Array.from({ length: 1_230 }, () => placeRow('1'));
    const { lines } = await importPlaces(rows);
    expect(lines.filter((line) => line.startsWith('line '))).toHaveLength(100);
    // Each row is wrong in three columns: subdistrict, district, province.
    expect(lines.slice(100)).toEqual([
      `and ${3 * 1_230 - 100} more problems`,
      'nothing was changed: correct these rows, or leave them out with --skip-bad',
      'read 1230, new 0, changed 0, unchanged 0, bad 1230',
    ]);
  });

  test('progress is told every 5,000 rows of both passes', async () => {
    const rows = Array.from({ length: 5_001 }, (_, n) => placeRow(String(910_000 + n)));
    const { progress } = await importPlaces(rows);
    expect(progress).toEqual(['checked 5,000 rows', 'written 5,000 rows']);
  });

  test('columns: unknown ones are named and ignored, missing ones end it', async () => {
    const { lines } = await importRows('places', [...PLACE_COLUMNS, 'note'], [[...placeRow('910101'), 'x']]);
    expect(lines).toEqual(['ignored columns: note', 'read 1, new 1, changed 0, unchanged 0, bad 0']);
    const missing = await importRows('places', PLACE_COLUMNS.slice(2), []);
    expect(missing.failed).toBe(true);
    expect(missing.lines[0]).toMatch(
      /lacks subdistrict_code, subdistrict_th\. It needs the columns subdistrict_code, .*, lat_lng_source$/,
    );
  });
});

describe('pins', () => {
  beforeEach(() => importPlaces([placeRow('910101')]));

  const stored = (id: string) => PinModel.findById(`import:${id}`).lean();
  const published = async (id: string) => pinByCode((await stored(id))?.code ?? '');

  test('a row becomes a published pin with kind, area and address', async () => {
    await importPins([pinRow('1'), pinRow('2', { name_en: '', name_th: 'รร.ดาว', address_th: '9 ถนนดาว' })]);
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
    await importPins(rows);
    const before = await stored('1');
    const later = { now: minutesAfterNoon(9) };
    expect((await importPins(rows, later)).last).toBe('read 2, new 0, changed 0, unchanged 2, bad 0');
    expect(await stored('1')).toEqual(before);

    const moved = await importPins([pinRow('1', { lat: '14.2', name_en: '' }), pinRow('2')], later);
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

  test('a place that is not in the register is a mistake', async () => {
    const { lines, failed } = await importPins([pinRow('1'), pinRow('2', { subdistrict_code: '910199' })]);
    expect(failed).toBe(true);
    expect(lines[0]).toBe(
      'line 3, subdistrict_code: the register of places has no 910199; import places first',
    );
    expect(await PinModel.countDocuments()).toBe(0);
  });

  test('two imports at once: each pin once, each code once, no change without its entry', async () => {
    const rows = (name: string) =>
      Array.from({ length: 1_500 }, (_, n) => pinRow(String(n), { name_th: name }));
    const file = await files.write('race-1.csv', csv([PIN_COLUMNS, ...rows('อบต.แรก')]));
    const other = await files.write('race-2.csv', csv([PIN_COLUMNS, ...rows('อบต.สอง')]));
    const both = await Promise.all([
      callCommand(importCommand, ['pins', file]),
      callCommand(importCommand, ['pins', other]),
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

describe('agencies', () => {
  beforeEach(() => importPlaces([placeRow('910101')]));

  test('rows become agencies; narrower codes tell the wider ones', async () => {
    const { last } = await importAgencies([
      agencyRow(1, { subdistrict_code: '910101', parent_code: agencyCode(2), name_en: 'One' }),
      agencyRow(2, { abroad: 'Yes' }),
    ]);
    expect(last).toBe('read 2, new 2, changed 0, unchanged 0, bad 0');
    expect(await agencyByCode(agencyCode(1))).toEqual({
      code: agencyCode(1),
      name: { th: 'สำนักงาน 1', en: 'One' },
      kind: 'office',
      department: 'กรมตัวอย่าง',
      ministry: 'กระทรวงตัวอย่าง',
      provinceCode: '91',
      districtCode: '9101',
      subdistrictCode: '910101',
      parentCode: agencyCode(2),
      abroad: false,
      updatedAt: NOON,
    });
    expect((await agencyByCode(agencyCode(2)))?.abroad).toBe(true);
  });

  test('the column abroad may be missing', async () => {
    const { last } = await importRows('agencies', AGENCY_COLUMNS.slice(0, -1), [agencyRow(1).slice(0, -1)]);
    expect(last).toBe('read 1, new 1, changed 0, unchanged 0, bad 0');
  });

  test('a changed row leaves an entry; the same file nothing', async () => {
    await importAgencies([agencyRow(1), agencyRow(2)]);
    const changed = [agencyRow(1, { name_th: 'ชื่อใหม่' }), agencyRow(2)];
    const later = { now: minutesAfterNoon(3) };
    expect((await importAgencies(changed, later)).last).toBe('read 2, new 0, changed 1, unchanged 1, bad 0');
    expect((await importAgencies(changed, later)).last).toBe('read 2, new 0, changed 0, unchanged 2, bad 0');
    const entries = await lastChanges({ agencies: [agencyCode(1)] }, 5);
    expect(entries.map(({ changes }) => changes)).toEqual([
      [{ field: 'name.th', from: 'สำนักงาน 1', to: 'ชื่อใหม่' }],
    ]);
  });

  test('codes that contradict each other or lead nowhere are mistakes', async () => {
    const { lines } = await importAgencies([
      agencyRow(1, { code: '30700001' }),
      agencyRow(2, { district_code: '9101', province_code: '92' }),
      agencyRow(3, { province_code: '77' }),
      agencyRow(4, { district_code: '9107', province_code: '91' }),
      agencyRow(5, { abroad: 'yes', province_code: '91' }),
      agencyRow(6, { parent_code: agencyCode(6) }),
      agencyRow(7, { abroad: 'maybe' }),
      agencyRow(8, { parent_code: agencyCode(9) }),
      agencyRow(9, { parent_code: agencyCode(99) }),
      agencyRow(10, { parent_code: agencyCode(11) }),
      agencyRow(11, { parent_code: agencyCode(10) }),
    ]);
    expect(lines.slice(0, -2)).toEqual([
      'line 2, code: should be nine digits such as 030700002; a spreadsheet may have taken the first 0 away',
      'line 3, district_code: does not begin with its province’s code',
      'line 4, province_code: the register of places has no 77; import places first',
      'line 5, district_code: the register of places has no 9107; import places first',
      'line 6, abroad: stands abroad, but has a place in Thailand',
      'line 7, parent_code: is the agency itself',
      'line 8, abroad: should be yes or no',
      `line 9, parent_code: there is no good row and no agency ${agencyCode(9)}`,
      `line 10, parent_code: there is no good row and no agency ${agencyCode(99)}`,
      'line 11, parent_code: leads back to the agency itself',
      'line 12, parent_code: leads back to the agency itself',
    ]);
    expect(await AgencyModel.countDocuments()).toBe(0);
  });

  test('with --skip-bad no agency is left below one that was skipped, unless that one is registered', async () => {
    const rows = [
      agencyRow(1, { kind: '' }),
      agencyRow(2, { parent_code: agencyCode(1) }),
      agencyRow(3, { parent_code: agencyCode(2) }),
      agencyRow(4),
    ];
    const skipped = await importAgencies(rows, skipping);
    expect(skipped.last).toBe('read 4, new 1, changed 0, unchanged 0, bad 3');
    await importAgencies([agencyRow(1)]);
    expect((await importAgencies(rows, skipping)).last).toBe('read 4, new 2, changed 0, unchanged 1, bad 1');
  });
});

describe('boundaries', () => {
  const ring = [
    [101, 14],
    [101.5, 14],
    [101.5, 14.5],
    [101, 14.5],
    [101, 14],
  ];
  const feature = (code: string, geometry: unknown) => ({
    type: 'Feature',
    properties: { ADM2_PCODE: code, ADM2_TH: 'ไม่ใช้' },
    geometry,
  });
  const importFeatures = async (features: unknown, options: Options = {}) => {
    const file = await files.write(
      'b.geojson',
      `\uFEFF${JSON.stringify({ type: 'FeatureCollection', features })}`,
    );
    return callCommand(importCommand, ['boundaries', file], options);
  };

  test('polygons and multipolygons are taken; the same again changes nothing', async () => {
    const features = [
      feature('TH9101', { type: 'Polygon', coordinates: [ring] }),
      feature('TH9102', { type: 'MultiPolygon', coordinates: [[ring]] }),
    ];
    expect((await importFeatures(features)).last).toBe('read 2, new 2, changed 0, unchanged 0, bad 0');
    expect((await importFeatures(features)).last).toBe('read 2, new 0, changed 0, unchanged 2, bad 0');
    expect(await placeInDistrict([101.2, 14.2], '9101')).toEqual({ inside: true });
    expect(await placeInDistrict([101.2, 14.2], '9102')).toEqual({ inside: true });
  });

  test('bad features are reported by number; --skip-bad takes the others', async () => {
    const features = [
      feature('9101', { type: 'Polygon', coordinates: [ring] }),
      feature('TH9102', { type: 'Point', coordinates: [101, 14] }),
      feature('TH9103', { type: 'Polygon', coordinates: [ring.slice(0, -1)] }),
      feature('TH9104', {
        type: 'Polygon',
        coordinates: [[...ring.slice(0, 1), [14, 101], ...ring.slice(1)]],
      }),
      feature('TH9105', { type: 'Polygon', coordinates: [ring] }),
    ];
    const { lines, failed } = await importFeatures(features);
    expect(failed).toBe(true);
    expect(lines.slice(0, -2)).toEqual([
      'feature 1, properties.ADM2_PCODE: should be TH and the four digits of a district',
      'feature 2, geometry.type: should be a Polygon or MultiPolygon',
      'feature 3, geometry.coordinates.0: a ring ends where it begins',
      'feature 4, geometry.coordinates.0.1: should be [lng, lat] in degrees',
    ]);
    expect((await importFeatures(features, skipping)).last).toBe(
      'read 5, new 1, changed 0, unchanged 0, bad 4',
    );
  });

  test('a file that is something else ends it', async () => {
    const file = await files.write('x.geojson', '{"type": "Feature"}');
    const { lines, failed } = await callCommand(importCommand, ['boundaries', file]);
    expect({ lines, failed }).toEqual({ lines: [`${file} is no GeoJSON FeatureCollection`], failed: true });
  });
});

describe('the call', () => {
  test.each([[[]], [['places']], [['people', 'x.csv']], [['constructor', 'x.csv']]])(
    '%j is wrong',
    async (words) => {
      await expect(callCommand(importCommand, words)).rejects.toThrow(/^import needs one of places, /);
    },
  );

  test('a file that is not there', async () => {
    const { lines, failed } = await callCommand(importCommand, ['places', '/nowhere/x.csv']);
    expect({ lines, failed }).toEqual({ lines: ['/nowhere/x.csv cannot be read'], failed: true });
  });
});
