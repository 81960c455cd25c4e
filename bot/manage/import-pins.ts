/** `import pins FILE.csv`: service points from a file, published at once. */
import { z } from 'zod';
import { addressOfPlace, areaOfPlace } from '../../models/address.ts';
import { type ImportedPin, putImportedPins } from '../../models/pin-import.ts';
import { placesByCodes } from '../../models/place.ts';
import { type Columns, openCsv } from './csv-file.ts';
import { guessOfficeKind } from './guess-office-kind.ts';
import { cell } from './import-columns.ts';
import type { BadRow, Numbered, RowKind } from './import-rows.ts';
import type { Source } from './import-source.ts';

const row = z.object({
  id: z.string({ error: 'is empty' }).regex(/^[\w.-]{1,60}$/, 'should be letters, digits, and . _ -'),
  name_th: cell.name,
  name_en: cell.name.optional(),
  // A pin does not hold its department: the agency it belongs to does.
  department: cell.word.optional(),
  lat: cell.lat,
  lng: cell.lng,
  subdistrict_code: cell.subdistrictCode,
  address_th: cell.address.optional(),
});

type PinRow = z.output<typeof row>;

const columns: Columns = { needed: Object.keys(row.shape), optional: [] };

/** Opens the file. */
export const openPins = (file: string): Promise<Source> => openCsv(file, columns);

/** How its rows are checked and written; `newCode` makes the public code of a new pin. */
export function pinRows({ at, newCode }: { at: Date; newCode: () => string }): RowKind<PinRow> {
  return {
    schema: row,
    keyOf: ({ id }) => ({ column: 'id', key: id }),
    check: checkPlaces,
    write: async (rows) => putImportedPins(await pinsFrom(rows), { by: 'import', at }, newCode),
  };
}

async function checkPlaces(rows: readonly Numbered<PinRow>[]): Promise<BadRow[]> {
  const places = await placesByCodes(rows.map(({ row }) => row.subdistrict_code));
  return rows.flatMap(({ at, row: { subdistrict_code } }) =>
    places.has(subdistrict_code)
      ? []
      : [
          {
            at,
            column: 'subdistrict_code',
            reason: `the register of places has no ${subdistrict_code}; import places first`,
          },
        ],
  );
}

async function pinsFrom(rows: readonly PinRow[]): Promise<ImportedPin[]> {
  const places = await placesByCodes(rows.map((row) => row.subdistrict_code));
  return rows.map((row) => {
    const place = places.get(row.subdistrict_code);
    if (!place) throw new Error(`subdistrict ${row.subdistrict_code} left the register during the import`);
    const address = addressOfPlace(place);
    return {
      sourceId: row.id,
      name: { th: row.name_th, en: row.name_en },
      kind: guessOfficeKind(row.name_th),
      position: [row.lng, row.lat],
      area: areaOfPlace(place),
      address: { th: row.address_th ?? address.th, en: address.en },
    };
  });
}
