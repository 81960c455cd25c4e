// The made-up national load: 40,000 service points, read from the reference data when it is there.

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { guessOfficeKind } from '../../bot/manage/guess-office-kind.ts';
import type { PinPosition } from '../../models/pin-document.ts';

/** A service point of the reference data. `office` is its name without the number of its counter. */
export type ServicePoint = {
  id: string;
  name: { th: string; en: string };
  office: string;
  area: { th: string };
  district: string;
  province: string;
  position: PinPosition;
  /** A kind of pin, as far as the name tells. */
  kind?: string;
};

const beside = path.resolve(import.meta.dirname, '../../../shared');

/** The file, or undefined where the reference data is not installed (`REFERENCE_DATA_DIR` says where it is). */
export function servicePointsFile(): string | undefined {
  const file = path.join(process.env.REFERENCE_DATA_DIR || beside, 'geo', 'service-points-40k.csv');
  return existsSync(file) ? file : undefined;
}

/** Reads all service points. */
export function readServicePoints(file: string): ServicePoint[] {
  const [, ...lines] = readFileSync(file, 'utf8').trimEnd().split(/\r?\n/);
  return lines.map((line) => servicePoint(cellsOf(line)));
}

function servicePoint(cells: string[]): ServicePoint {
  const [id = '', th = '', en = '', , lat = '', lng = '', , address = ''] = cells;
  const [, district = '', province = ''] = address.split(' ');
  return {
    id,
    name: { th, en },
    office: th.replace(/ \(จุดบริการ \d+\)$/, ''),
    area: { th: `อ.${district} จ.${province}` },
    district,
    province,
    kind: guessOfficeKind(th),
    position: [Number(lng), Number(lat)],
  };
}

/** A quoted cell may hold commas; no cell holds a quote. */
function cellsOf(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted ?? plain ?? '',
  );
}
