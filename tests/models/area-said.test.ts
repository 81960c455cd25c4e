// Which subdistrict or district people name as the place of something.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { areaByCode, areasSaid } from '../../models/area-said.ts';
import { putPlaces } from '../../models/place.ts';
import type { Place } from '../../models/place-document.ts';
import { connectRegisters, emptyRegisters, NOON } from './register-builder.ts';

type Names = [th: string, en: string];
const named = ([th, en]: Names) => ({ th, en });
const aPlace = (code: string, subdistrict: Names, district: Names, province: Names): Place => ({
  code,
  name: named(subdistrict),
  district: { code: code.slice(0, 4), name: named(district) },
  province: { code: code.slice(0, 2), name: named(province) },
  postcode: '60120',
  position: [100 + Number(code.slice(4)) / 100, 15],
  ownPoint: true,
});
const NAKHON: Names = ['นครสวรรค์', 'Nakhon Sawan'];
const RAYONG: Names = ['ระยอง', 'Rayong'];

let disconnect: () => Promise<void>;
beforeAll(async () => {
  disconnect = await connectRegisters();
  await emptyRegisters();
  const places = [
    aPlace('600301', ['หนองบัว', 'Nong Bua'], ['ชุมแสง', 'Chum Saeng'], NAKHON),
    aPlace('600303', ['พิกุล', 'Phikun'], ['ชุมแสง', 'Chum Saeng'], NAKHON),
    aPlace('210601', ['หนองบัว', 'Nong Bua'], ['บ้านค่าย', 'Ban Khai'], RAYONG),
    aPlace('210102', ['เชิงเนิน', 'Choeng Noen'], ['เมืองระยอง', 'Mueang Rayong'], RAYONG),
  ];
  await putPlaces(places, { at: NOON });
});
afterAll(() => disconnect());

const codes = async (words: string) => (await areasSaid(words)).areas.map(({ code }) => code);

test.each<[string, string[]]>([
  ['ต.หนองบัว อ.ชุมแสง', ['600301']],
  ['ตำบลหนองบัวอำเภอชุมแสงจังหวัดนครสวรรค์', ['600301']],
  ['ต หนองบัว อ ชุมแสง', ['600301']],
  ['หนองบัว ชุมแสง', ['600301']],
  ['ต.หนองบัว จ.ระยอง', ['210601']],
  ['ต.หนองบัว', ['210601', '600301']],
  ['หนองบัว', ['210601', '600301']],
  ['อำเภอชุมแสง', ['6003']],
  ['อ.เมือง จ.ระยอง', ['2101']],
  ['ต.เชิงเนิน อ.เมือง ระยอง', ['210102']],
  ['Nong Bua subdistrict, Chum Saeng district', ['600301']],
  ['Tambon Nong Bua, Ban Khai', ['210601']],
  ['Nong Bua, Chum Saeng, Nakhon Sawan', ['600301']],
  ['ต.หนองบั๊ว อ.ชุมแสง', ['600301']],
  ['ต.ไม่มีจริง อ.ชุมแสง', ['6003']],
  ['จ.ระยอง', []],
  ['ถนนหน้าบ้านเป็นหลุม', []],
  ['ในเขตเทศบาลไม่มีน้ำ', []],
  ['อบต.หนองบัว', []],
  ['เทศบาลตำบลหนองบัว', []],
  ['ที่ว่าการอำเภอชุมแสง', []],
  ['อบต.หนองบัว อ.ชุมแสง', ['6003']],
])('“%s”', async (words, expected) => {
  expect((await codes(words)).toSorted()).toEqual(expected);
});

test('says what lies in what, and whether more was said than the place', async () => {
  expect(await areasSaid('ถนนหน้าวัดเป็นหลุม ต.หนองบัว อ.ชุมแสง')).toEqual({
    areas: [
      {
        code: '600301',
        name: { th: 'ต.หนองบัว อ.ชุมแสง จ.นครสวรรค์', en: 'Nong Bua, Chum Saeng, Nakhon Sawan' },
      },
    ],
    isMarked: true,
    hasMore: true,
  });
  expect(await areasSaid('ต.หนองบัว อ.ชุมแสง')).toMatchObject({ isMarked: true, hasMore: false });
  expect(await areasSaid('หนองบัว')).toMatchObject({ isMarked: false });
});

test('a code leads back to its name, its district and a point', async () => {
  expect(await areaByCode('6003')).toEqual({
    name: { th: 'อ.ชุมแสง จ.นครสวรรค์', en: 'Chum Saeng, Nakhon Sawan' },
    position: [expect.closeTo(100.02), 15],
    provinceCode: '60',
    districtCode: '6003',
  });
  expect(await areaByCode('600303')).toMatchObject({ position: [100.03, 15], districtCode: '6003' });
  expect(await areaByCode('999999')).toBeUndefined();
});
