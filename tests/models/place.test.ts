// The register of places on the real engine: names, nearness, and the addresses proposed from it.

import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { addressOfPlace, areaOfPlace, proposeAddress } from '../../models/address.ts';
import { putBoundaries } from '../../models/boundary.ts';
import { nearestPlace, placesByCodes, placesOfDistrict, putPlaces } from '../../models/place.ts';
import { PlaceModel } from '../../models/place-document.ts';
import { districtName, districtNames, provinceName } from '../../models/place-names.ts';
import type { Area } from '../../models/polygon.ts';
import { aPlace, connectRegisters, emptyRegisters, minutesAfterNoon, NOON } from './register-builder.ts';

let disconnect: () => Promise<void>;

beforeAll(async () => {
  disconnect = await connectRegisters();
});
afterAll(() => disconnect());
beforeEach(() => emptyRegisters());

const north = aPlace('910101', [101, 14.2]);
const south = aPlace('910102', [101, 14]);
const other = aPlace('910201', [101.3, 14]);
const bangkok = aPlace('100101', [100.5, 13.75], { ownPoint: false, postcode: '10200' });
const put = (...places: Parameters<typeof putPlaces>[0]) => putPlaces(places, { at: NOON });

describe('putting places', () => {
  test('what is put is read; the same again changes nothing', async () => {
    expect(await put(south, north)).toEqual({ added: 2, changed: 0, unchanged: 0 });
    expect(await putPlaces([north, south, other], { at: minutesAfterNoon(1) })).toEqual({
      added: 1,
      changed: 0,
      unchanged: 2,
    });
    expect(await placesOfDistrict('9101')).toEqual([north, south]);
    expect(await placesByCodes(['910201', '910201', '999999'])).toEqual(new Map([['910201', other]]));
    expect((await PlaceModel.findById('910101').lean())?.updatedAt).toEqual(NOON);
  });

  test('a moved and renamed one changes', async () => {
    await put(north);
    const moved = {
      ...north,
      position: [101, 14.21] as [number, number],
      ownPoint: false,
      postcode: '91160',
    };
    expect(await put(moved)).toEqual({ added: 0, changed: 1, unchanged: 0 });
    expect(await placesOfDistrict('9101')).toEqual([moved]);
  });
});

describe('names of areas', () => {
  test('districts and provinces have names; unknown ones have none until they are put', async () => {
    expect(await districtName('9101')).toBeUndefined();
    await put(north);
    expect(await districtName('9101')).toEqual({ th: 'เมืองดาว', en: 'Mueang Dao' });
    expect(await provinceName('91')).toEqual({ th: 'ดาวเหนือ', en: 'Dao Nuea' });
    expect(await provinceName('10')).toBeUndefined();
  });

  test('a code stored by another process is found though the names were read before', async () => {
    await put(north);
    expect(await districtName('9101')).toBeDefined();
    const { code, position, ...rest } = aPlace('910201', [101, 14]);
    const point = { type: 'Point' as const, coordinates: position };
    await PlaceModel.create({ _id: code, ...rest, position: point, createdAt: NOON, updatedAt: NOON });
    expect((await districtNames(['9101', '9102'])).get('9102')?.district.th).toBe('บึงเดือน');
  });

  test('they are read once for many who ask', async () => {
    await put(north);
    const names = await Promise.all([districtNames(['9101']), districtNames(['9101']), districtNames([])]);
    expect(new Set(names).size).toBe(1);
  });
});

describe('the nearest place', () => {
  test('it is the one whose point is nearest, with metres; abroad there is none', async () => {
    await put(north, south, other);
    const found = await nearestPlace([101.01, 14.01]);
    expect(found?.place).toEqual(south);
    expect(found?.metres).toBeCloseTo(1549, -1);
    expect((await nearestPlace([101.01, 14.01], { districtCode: '9102' }))?.place).toEqual(other);
    expect(await nearestPlace([2.35, 48.85])).toBeUndefined();
  });
});

describe('addresses', () => {
  test('outside Bangkok', () => {
    expect(addressOfPlace(north)).toEqual({
      th: 'ต.หนองบัว01 อ.เมืองดาว จ.ดาวเหนือ 91150',
      en: 'Nong Bua 01, Mueang Dao, Dao Nuea 91150',
    });
    expect(areaOfPlace(north)).toEqual({ th: 'อ.เมืองดาว จ.ดาวเหนือ', en: 'Mueang Dao, Dao Nuea' });
  });

  test('in Bangkok', () => {
    expect(addressOfPlace(bangkok)).toEqual({
      th: 'แขวงหนองบัว01 เขตริมคลอง กรุงเทพมหานคร 10200',
      en: 'Nong Bua 01, Rim Khlong, Bangkok 10200',
    });
  });

  test('the nearest point proposes one', async () => {
    await put(north, south, other);
    expect(await proposeAddress([101.2, 14])).toEqual({
      address: addressOfPlace(other),
      place: other,
      subdistrictKnown: true,
    });
    expect(await proposeAddress([2.35, 48.85])).toBeUndefined();
  });

  test('the district’s boundary is worth more than the nearest point', async () => {
    await put(north, south, other);
    const area: Area = [
      [
        [
          [100.9, 13.9],
          [101.25, 13.9],
          [101.25, 14.3],
          [100.9, 14.3],
          [100.9, 13.9],
        ],
      ],
    ];
    await putBoundaries([{ districtCode: '9101', area }], { at: NOON });
    expect((await proposeAddress([101.2, 14]))?.place).toEqual(south);
    expect((await proposeAddress([101.26, 14]))?.place).toEqual(other);
  });

  test('where points are only the district’s, the subdistrict is not guessed, nor one of several postcodes', async () => {
    await put(bangkok);
    expect(await proposeAddress([100.51, 13.75])).toMatchObject({
      address: { th: 'เขตริมคลอง กรุงเทพมหานคร 10200', en: 'Rim Khlong, Bangkok 10200' },
      subdistrictKnown: false,
    });
    await put({ ...bangkok, code: '100102', postcode: '10210' });
    expect((await proposeAddress([100.51, 13.75]))?.address.th).toBe('เขตริมคลอง กรุงเทพมหานคร');
  });
});
