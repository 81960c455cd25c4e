/** `import agencies FILE.csv`: the register of government agencies. */
import { z } from 'zod';
import { agenciesByCodes, putAgencies } from '../../models/agency.ts';
import type { Agency } from '../../models/agency-document.ts';
import { placesByCodes } from '../../models/place.ts';
import { districtNames, provinceNames } from '../../models/place-names.ts';
import { type Columns, openCsv } from './csv-file.ts';
import { cell } from './import-columns.ts';
import type { BadRow, Numbered, RowKind } from './import-rows.ts';
import type { Source } from './import-source.ts';

const row = z
  .object({
    code: cell.agencyCode,
    name_th: cell.name,
    name_en: cell.name.optional(),
    kind: cell.word,
    department: cell.name,
    ministry: cell.name,
    province_code: cell.provinceCode.optional(),
    district_code: cell.districtCode.optional(),
    subdistrict_code: cell.subdistrictCode.optional(),
    parent_code: cell.agencyCode.optional(),
    abroad: cell.yesOrNo.optional(),
  })
  .transform((read) => {
    // The narrower code holds the wider ones.
    const district_code = read.district_code ?? read.subdistrict_code?.slice(0, 4);
    return { ...read, district_code, province_code: read.province_code ?? district_code?.slice(0, 2) };
  })
  .refine(({ subdistrict_code: inner, district_code: outer = '' }) => inner?.startsWith(outer) ?? true, {
    path: ['subdistrict_code'],
    error: 'does not begin with its district’s code',
  })
  .refine(({ district_code: inner, province_code: outer = '' }) => inner?.startsWith(outer) ?? true, {
    path: ['district_code'],
    error: 'does not begin with its province’s code',
  })
  .refine(({ abroad, province_code }) => !abroad || province_code === undefined, {
    path: ['abroad'],
    error: 'stands abroad, but has a place in Thailand',
  })
  .refine(({ code, parent_code }) => code !== parent_code, {
    path: ['parent_code'],
    error: 'is the agency itself',
  });

type AgencyRow = z.output<typeof row>;
type ParentRow = { at: number; parent: string | undefined };

const columns: Columns = {
  needed: [
    'code',
    'name_th',
    'name_en',
    'kind',
    'department',
    'ministry',
    'province_code',
    'district_code',
    'subdistrict_code',
    'parent_code',
  ],
  optional: ['abroad'],
};

/** Opens the file. */
export const openAgencies = (file: string): Promise<Source> => openCsv(file, columns);

/** How its rows are checked and written. The codes of places must be in their register. */
export function agencyRows({ at }: { at: Date }): RowKind<AgencyRow> {
  const rowOfCode = new Map<string, ParentRow>();
  return {
    schema: row,
    keyOf: ({ code }) => ({ column: 'code', key: code }),
    async check(rows) {
      const bad = await checkPlaces(rows);
      const badAt = new Set(bad.map((row) => row.at));
      for (const { at, row } of rows) {
        if (!badAt.has(at) && !rowOfCode.has(row.code))
          rowOfCode.set(row.code, { at, parent: row.parent_code });
      }
      return bad;
    },
    checkTogether: () => checkParents(rowOfCode),
    write: (rows) => putAgencies(rows.map(agencyFrom), { by: 'import', at }),
  };
}

async function checkPlaces(rows: readonly Numbered<AgencyRow>[]): Promise<BadRow[]> {
  const codesIn = (column: 'province_code' | 'district_code' | 'subdistrict_code') =>
    rows.flatMap(({ row }) => row[column] ?? []);
  const known = {
    province_code: await provinceNames(codesIn('province_code')),
    district_code: await districtNames(codesIn('district_code')),
    subdistrict_code: await placesByCodes(codesIn('subdistrict_code')),
  };
  return rows.flatMap(({ at, row }) => {
    // The widest one that is wrong says it all.
    const column = (['province_code', 'district_code', 'subdistrict_code'] as const).find((column) => {
      const code = row[column];
      return code !== undefined && !known[column].has(code);
    });
    if (!column) return [];
    return [{ at, column, reason: `the register of places has no ${row[column]}; import places first` }];
  });
}

/** A parent must be a good row of the file or in the register; a row that falls takes the rows below it along. */
async function checkParents(rows: Map<string, ParentRow>): Promise<BadRow[]> {
  const bad = circles(rows);
  const parents = new Set([...rows.values()].flatMap(({ parent }) => parent ?? []));
  const registered = new Set((await agenciesByCodes([...parents])).map(({ code }) => code));
  for (let fell = true; fell; ) {
    fell = false;
    for (const [code, { at, parent }] of rows) {
      if (parent === undefined || rows.has(parent) || registered.has(parent)) continue;
      rows.delete(code);
      fell = true;
      bad.push({ at, column: 'parent_code', reason: `there is no good row and no agency ${parent}` });
    }
  }
  return bad.sort((a, b) => a.at - b.at);
}

/** Takes out and reports the rows that are, by way of others in the file, below themselves. */
function circles(rows: Map<string, ParentRow>): BadRow[] {
  const inCircle = [...rows].filter(([code]) => {
    const above = new Set<string>();
    let parent = rows.get(code)?.parent;
    while (parent !== undefined && parent !== code && !above.has(parent)) {
      above.add(parent);
      parent = rows.get(parent)?.parent;
    }
    return parent === code;
  });
  for (const [code] of inCircle) rows.delete(code);
  return inCircle.map(([, { at }]) => ({
    at,
    column: 'parent_code',
    reason: 'leads back to the agency itself',
  }));
}

function agencyFrom(read: AgencyRow): Agency {
  return {
    code: read.code,
    name: { th: read.name_th, en: read.name_en },
    kind: read.kind,
    department: read.department,
    ministry: read.ministry,
    provinceCode: read.province_code,
    districtCode: read.district_code,
    subdistrictCode: read.subdistrict_code,
    parentCode: read.parent_code,
    abroad: read.abroad ?? false,
  };
}
