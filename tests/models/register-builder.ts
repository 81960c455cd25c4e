// Registers for tests: an empty database with the indexes of all of them, and rows filled with what nobody cares about.

import mongoose from 'mongoose';
import '../../models/audit.ts';
import '../../models/boundary.ts';
import '../../models/pin-document.ts';
import type { Agency } from '../../models/agency-document.ts';
import '../../models/agency-document.ts';
import type { PinPosition } from '../../models/pin-document.ts';
import '../../models/place-document.ts';
import type { Place } from '../../models/place-document.ts';
import { forgetAreaNames } from '../../models/place-names.ts';
import { openTestDatabase } from '../builders/test-database.ts';

export const NOON = new Date('2018-05-08T05:00:00Z');
export const minutesAfterNoon = (minutes: number) => new Date(NOON.getTime() + minutes * 60_000);

/** Connects mongoose to an empty database with all indexes; the function that comes back ends it. */
export async function connectRegisters(): Promise<() => Promise<void>> {
  const database = await openTestDatabase();
  await mongoose.connect(database.uri, { autoIndex: false });
  await Promise.all(Object.values(mongoose.models).map((model) => model.createIndexes()));
  return async () => {
    await mongoose.disconnect();
    await database.close();
  };
}

/** Empties all collections. */
export async function emptyRegisters(): Promise<void> {
  await Promise.all(Object.values(mongoose.models).map((model) => model.deleteMany({})));
  forgetAreaNames();
}

/** The code of the nth invented agency. */
export const agencyCode = (n: number) => `0307${String(n).padStart(5, '0')}`;

export const anAgency = (n: number, change: Partial<Agency> = {}): Agency => ({
  code: agencyCode(n),
  name: { th: `สำนักงานตัวอย่าง ${n}`, en: `Sample Office ${n}` },
  kind: 'district-office',
  department: 'กรมตัวอย่าง',
  ministry: 'กระทรวงตัวอย่าง',
  abroad: false,
  ...change,
});

/** Names of invented districts and provinces by their codes. */
const DISTRICTS: Record<string, { th: string; en: string }> = {
  '9101': { th: 'เมืองดาว', en: 'Mueang Dao' },
  '9102': { th: 'บึงเดือน', en: 'Bueng Duean' },
  '1001': { th: 'ริมคลอง', en: 'Rim Khlong' },
};
const PROVINCES: Record<string, { th: string; en: string }> = {
  '91': { th: 'ดาวเหนือ', en: 'Dao Nuea' },
  '10': { th: 'กรุงเทพมหานคร', en: 'Bangkok' },
};

/** An invented subdistrict; its code tells district and province. */
export const aPlace = (code: string, position: PinPosition, change: Partial<Place> = {}): Place => ({
  code,
  name: { th: `หนองบัว${code.slice(4)}`, en: `Nong Bua ${code.slice(4)}` },
  district: { code: code.slice(0, 4), name: DISTRICTS[code.slice(0, 4)] ?? { th: 'อื่น', en: 'Other' } },
  province: { code: code.slice(0, 2), name: PROVINCES[code.slice(0, 2)] ?? { th: 'อื่น', en: 'Other' } },
  postcode: '91150',
  position,
  ownPoint: true,
  ...change,
});
