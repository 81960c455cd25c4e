// The search for agencies by name, code and area on the real engine.

import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { putAgencies } from '../../models/agency.ts';
import { type AgencySearch, readAgencyCode, startAgencySearch } from '../../models/agency-search.ts';
import { putPlaces } from '../../models/place.ts';
import {
  agencyCode,
  anAgency,
  aPlace,
  connectRegisters,
  emptyRegisters,
  minutesAfterNoon,
  NOON,
} from './register-builder.ts';

let disconnect: () => Promise<void>;
const running: AgencySearch[] = [];

beforeAll(async () => {
  disconnect = await connectRegisters();
});
afterAll(() => disconnect());
beforeEach(async () => {
  await emptyRegisters();
  await putPlaces([aPlace('910101', [101, 14]), aPlace('910201', [101.3, 14])], { at: NOON });
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((search) => search.stop()));
});

function start(pollMilliseconds = 3_600_000): AgencySearch {
  const onError = (error: unknown) => {
    throw error;
  };
  const search = startAgencySearch({ pollMilliseconds, now: () => NOON, onError });
  running.push(search);
  return search;
}

const codesFor = async (search: AgencySearch, words: string) =>
  (await search.search(words, { skip: 0, limit: 5 })).map(({ code }) => code);

const named = (n: number, th: string, districtCode: string) =>
  anAgency(n, { name: { th }, districtCode, provinceCode: districtCode.slice(0, 2) });

test('namesakes are told apart by their district, which comes with them', async () => {
  await putAgencies(
    [named(1, 'องค์การบริหารส่วนตำบลหนองบัว', '9101'), named(2, 'องค์การบริหารส่วนตำบลหนองบัว', '9102')],
    { by: 'import', at: NOON },
  );
  const search = start();
  expect(await codesFor(search, 'อบต.หนองบัว เมืองดาว')).toEqual([agencyCode(1), agencyCode(2)]);
  expect(await codesFor(search, 'อบต.หนองบัว บึงเดือน')).toEqual([agencyCode(2), agencyCode(1)]);
  const [best] = await search.search('อบต.หนองบัว บึงเดือน', { skip: 0, limit: 1 });
  expect(best?.area).toEqual({ th: 'อ.บึงเดือน จ.ดาวเหนือ', en: 'Bueng Duean, Dao Nuea' });
  const [second] = await search.search('อบต.หนองบัว บึงเดือน', { skip: 1, limit: 1 });
  expect(second?.code).toBe(agencyCode(1));
});

test('a code finds its agency, also in Thai digits and with spaces; its first digits find it too', async () => {
  await putAgencies([anAgency(1), anAgency(2)], { by: 'import', at: NOON });
  const search = start();
  expect(await codesFor(search, agencyCode(2))).toEqual([agencyCode(2)]);
  expect(await codesFor(search, '๐๓๐๗ ๐๐๐๐๒')).toEqual([agencyCode(2)]);
  expect((await codesFor(search, '030700')).sort()).toEqual([agencyCode(1), agencyCode(2)]);
  expect(readAgencyCode('0307-00002')).toBe('030700002');
  expect(readAgencyCode('03070000')).toBeUndefined();
});

test('a renamed agency is found by its new name after a refresh, not by its old one', async () => {
  await putAgencies([anAgency(1, { name: { th: 'ศูนย์ดาวตก' } })], { by: 'import', at: NOON });
  const search = start();
  expect(await codesFor(search, 'ศูนย์ดาวตก')).toEqual([agencyCode(1)]);
  await putAgencies([anAgency(1, { name: { th: 'ที่ทำการเมฆขาว' } })], {
    by: 'import',
    at: minutesAfterNoon(1),
  });
  await search.refresh();
  expect(await codesFor(search, 'เมฆขาว')).toEqual([agencyCode(1)]);
  expect(await codesFor(search, 'ศูนย์ดาวตก')).toEqual([]);
});

test('an agency of a province, and one of nowhere, are found as well', async () => {
  await putAgencies(
    [anAgency(1, { name: { th: 'จังหวัดตัวอย่าง' }, provinceCode: '91' }), anAgency(2, { abroad: true })],
    { by: 'import', at: NOON },
  );
  const search = start();
  const [ofProvince] = await search.search(agencyCode(1), { skip: 0, limit: 1 });
  expect(ofProvince?.area).toEqual({ th: 'จ.ดาวเหนือ', en: 'Dao Nuea' });
  const [ofNowhere] = await search.search('Sample Office 2', { skip: 0, limit: 1 });
  expect(ofNowhere).toMatchObject({ code: agencyCode(2), area: { th: '', en: '' } });
});
