// Importing agencies on the real engine: codes, parents, changes and their audit entries.

import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { agencyByCode } from '../../models/agency.ts';
import { AgencyModel } from '../../models/agency-document.ts';
import { lastChanges } from '../../models/audit.ts';
import { agencyCode, emptyRegisters, minutesAfterNoon, NOON } from '../models/register-builder.ts';
import { csv } from './call-command.ts';
import { AGENCY_COLUMNS, agencyRow, openImports, placeRow, skipping } from './register-files.ts';

let imports: Awaited<ReturnType<typeof openImports>>;

beforeAll(async () => {
  imports = await openImports();
});
afterAll(() => imports.close());

describe('agencies', () => {
  beforeEach(async () => {
    await emptyRegisters();
    await imports.importPlaces([placeRow('910101')]);
  });

  test('rows become agencies; narrower codes tell the wider ones', async () => {
    const { last } = await imports.importAgencies([
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
    const { last } = await imports.importText(
      'agencies',
      csv([AGENCY_COLUMNS.slice(0, -1), agencyRow(1).slice(0, -1)]),
    );
    expect(last).toBe('read 1, new 1, changed 0, unchanged 0, bad 0');
  });

  test('a changed row leaves an entry; the same file nothing', async () => {
    await imports.importAgencies([agencyRow(1), agencyRow(2)]);
    const changed = [agencyRow(1, { name_th: 'ชื่อใหม่' }), agencyRow(2)];
    const later = { now: minutesAfterNoon(3) };
    expect((await imports.importAgencies(changed, later)).last).toBe(
      'read 2, new 0, changed 1, unchanged 1, bad 0',
    );
    expect((await imports.importAgencies(changed, later)).last).toBe(
      'read 2, new 0, changed 0, unchanged 2, bad 0',
    );
    const entries = await lastChanges({ agencies: [agencyCode(1)] }, 5);
    expect(entries.map(({ changes }) => changes)).toEqual([
      [{ field: 'name.th', from: 'สำนักงาน 1', to: 'ชื่อใหม่' }],
    ]);
  });

  test('codes that contradict each other or lead nowhere are mistakes', async () => {
    const { lines } = await imports.importAgencies([
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
    const skipped = await imports.importAgencies(rows, skipping);
    expect(skipped.last).toBe('read 4, new 1, changed 0, unchanged 0, bad 3');
    await imports.importAgencies([agencyRow(1)]);
    expect((await imports.importAgencies(rows, skipping)).last).toBe(
      'read 4, new 2, changed 0, unchanged 1, bad 1',
    );
  });
});
