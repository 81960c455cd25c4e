// Files of registers for tests: rows that are good unless a test changes them, and importing them.

import { importCommand } from '../../bot/manage/import.ts';
import { agencyCode, connectRegisters } from '../models/register-builder.ts';
import { callCommand, csv, openFiles } from './call-command.ts';

export type Rows = readonly (readonly string[])[];
type Options = Parameters<typeof callCommand>[2];

export const PLACE_COLUMNS =
  'subdistrict_code,subdistrict_th,subdistrict_en,district_code,district_th,district_en,province_code,province_th,province_en,postcode,lat,lng,lat_lng_source'.split(
    ',',
  );
const PIN_COLUMNS = 'id,name_th,name_en,department,lat,lng,subdistrict_code,address_th'.split(',');
export const AGENCY_COLUMNS =
  'code,name_th,name_en,kind,department,ministry,province_code,district_code,subdistrict_code,parent_code,abroad'.split(
    ',',
  );

/** A good row; `changes` are by column. */
export const placeRow = (code: string, changes: Record<string, string> = {}) => {
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
/** A good row; `changes` are by column. */
export const pinRow = (id: string, changes: Record<string, string> = {}) =>
  withChanges(PIN_COLUMNS, [id, `อบต.ดาว${id}`, `Dao ${id}`, 'LAO', '14.1', '101.1', '910101', ''], changes);
/** A good row of the nth agency; `changes` are by column. */
export const agencyRow = (n: number, changes: Record<string, string> = {}) =>
  withChanges(
    AGENCY_COLUMNS,
    [agencyCode(n), `สำนักงาน ${n}`, '', 'office', 'กรมตัวอย่าง', 'กระทรวงตัวอย่าง', '', '', '', '', ''],
    changes,
  );

function withChanges(columns: readonly string[], row: readonly string[], changes: Record<string, string>) {
  return columns.map((column, at) => changes[column] ?? row[at] ?? '');
}

/** The option that leaves bad rows out. */
export const skipping = { options: { 'skip-bad': true } };

/** Connects to empty registers and opens a directory for files; `close` ends both. */
export async function openImports() {
  const files = await openFiles();
  const disconnect = await connectRegisters();
  let written = 0;
  const importText = async (what: string, text: string, options: Options = {}) => {
    const file = await files.write(`${what}-${++written}`, text);
    return callCommand(importCommand, [what, file], options);
  };
  const importRows = (what: string, columns: readonly string[]) => (rows: Rows, options?: Options) =>
    importText(what, csv([columns, ...rows]), options);
  return {
    importText,
    importPlaces: importRows('places', PLACE_COLUMNS),
    importPins: importRows('pins', PIN_COLUMNS),
    importAgencies: importRows('agencies', AGENCY_COLUMNS),
    async close() {
      await disconnect();
      await files.remove();
    },
  };
}
