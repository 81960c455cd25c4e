/** `import places FILE.csv`: the register of subdistricts. */
import { z } from 'zod';
import { putPlaces } from '../../models/place.ts';
import type { Place } from '../../models/place-document.ts';
import { type Columns, openCsv } from './csv-file.ts';
import { cell } from './import-columns.ts';
import type { RowKind } from './import-rows.ts';
import type { Source } from './import-source.ts';

const row = z
  .object({
    subdistrict_code: cell.subdistrictCode,
    subdistrict_th: cell.name,
    subdistrict_en: cell.name,
    district_code: cell.districtCode,
    district_th: cell.name,
    district_en: cell.name,
    province_code: cell.provinceCode,
    province_th: cell.name,
    province_en: cell.name,
    postcode: cell.postcode,
    lat: cell.lat,
    lng: cell.lng,
    lat_lng_source: z.enum(['point', 'district-centroid'], 'should be point or district-centroid'),
  })
  .refine(({ subdistrict_code, district_code }) => subdistrict_code.startsWith(district_code), {
    path: ['subdistrict_code'],
    error: 'does not begin with its district’s code',
  })
  .refine(({ district_code, province_code }) => district_code.startsWith(province_code), {
    path: ['district_code'],
    error: 'does not begin with its province’s code',
  });

const columns: Columns = { needed: Object.keys(row.shape), optional: [] };

/** Opens the file. */
export const openPlaces = (file: string): Promise<Source> => openCsv(file, columns);

/** How its rows are checked and written. */
export function placeRows({ at }: { at: Date }): RowKind<Place> {
  return {
    schema: row.transform(placeFrom),
    keyOf: ({ code }) => ({ column: 'subdistrict_code', key: code }),
    write: (places) => putPlaces(places, { at }),
  };
}

function placeFrom(read: z.output<typeof row>): Place {
  return {
    code: read.subdistrict_code,
    name: { th: read.subdistrict_th, en: read.subdistrict_en },
    district: { code: read.district_code, name: { th: read.district_th, en: read.district_en } },
    province: { code: read.province_code, name: { th: read.province_th, en: read.province_en } },
    postcode: read.postcode,
    position: [read.lng, read.lat],
    ownPoint: read.lat_lng_source === 'point',
  };
}
