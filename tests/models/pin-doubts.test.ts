// What makes a pin doubtful, on the real engine: a similar name close by, a place far outside of the district.

import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { putAgencies } from '../../models/agency.ts';
import { putBoundaries } from '../../models/boundary.ts';
import { areAlike } from '../../models/name-likeness.ts';
import { publishPin } from '../../models/pin.ts';
import { newPinCode } from '../../models/pin-code.ts';
import type { PinPosition } from '../../models/pin-document.ts';
import { outsideDistrict, similarPins } from '../../models/pin-doubts.ts';
import { putPlaces } from '../../models/place.ts';
import type { Area } from '../../models/polygon.ts';
import { aPin, OWNER } from './pin-builder.ts';
import { agencyCode, anAgency, aPlace, connectRegisters, emptyRegisters, NOON } from './register-builder.ts';
import { seededRandom } from './search-queries.ts';

const random = seededRandom(5);
let disconnect: () => Promise<void>;
beforeAll(async () => {
  disconnect = await connectRegisters();
});
afterAll(() => disconnect());
beforeEach(() => emptyRegisters());

const publish = async (id: string, nameTh: string, position: PinPosition) =>
  (
    await publishPin({
      id,
      owner: OWNER,
      pin: aPin({ nameTh, position }),
      now: NOON,
      newCode: () => newPinCode(random),
    })
  ).code;

describe('similar pins', () => {
  test('a similar name within 150 m counts; farther away, or of another name, does not', async () => {
    const near = await publish('near', 'องค์การบริหารส่วนตำบลเขาใหม่', [101.266, 12.673]);
    await publish('far', 'องค์การบริหารส่วนตำบลเขาใหม่', [101.266, 12.674]);
    await publish('other', 'สถานีตำรวจภูธรเมืองดาว', [101.266, 12.672]);
    const found = await similarPins([101.266, 12.672], 'อบต. เขาใหม่', 'new');
    expect(found.map(({ code }) => code)).toEqual([near]);
    expect(await similarPins([101.266, 12.672], 'อบต. เขาใหม่', 'near')).toEqual([]);
    expect(found[0]?.metres).toBeCloseTo(111, 0);
  });

  test.each([
    ['อบต.เขาใหม่', 'องค์การบริหารส่วนตำบลเขาใหม่', true],
    ['เทศบาลตำบลบึงทอง', 'สำนักงานเทศบาลตำบลบึงทอง', true],
    ['สถานีตำรวจภูธรเมืองดาว', 'ที่ว่าการอำเภอเมืองดาว', false],
    ['โรงเรียนบ้านทอง', 'โรงพยาบาลบ้านทอง', false],
  ])('%s, %s: %s', (one, other, alike) => {
    expect(areAlike(one, other)).toBe(alike);
    expect(areAlike(other, one)).toBe(alike);
  });
});

describe('outside of the district', () => {
  const square = (west: number, south: number): Area => [
    [
      [
        [west, south],
        [west + 1, south],
        [west + 1, south + 1],
        [west, south + 1],
        [west, south],
      ],
    ],
  ];
  beforeEach(async () => {
    await putPlaces([aPlace('910101', [100.5, 13.5]), aPlace('910201', [101.5, 13.5])], { at: NOON });
    await putBoundaries(
      [
        { districtCode: '9101', area: square(100, 13) },
        { districtCode: '9102', area: square(101, 13) },
      ],
      { at: NOON },
    );
    const abroad = anAgency(2, { districtCode: '9101', abroad: true });
    await putAgencies([anAgency(1, { districtCode: '9101' }), abroad, anAgency(3)], {
      by: 'manage',
      at: NOON,
    });
  });

  test('more than 2 km outside is told with both districts; less, or inside, is not', async () => {
    const outside = await outsideDistrict([101.1, 13.5], agencyCode(1));
    expect(outside).toMatchObject({ own: { th: 'เมืองดาว' }, found: { th: 'บึงเดือน' } });
    expect(outside?.metres).toBeGreaterThan(10_000);
    expect(await outsideDistrict([101.01, 13.5], agencyCode(1))).toBeUndefined();
    expect(await outsideDistrict([100.9, 13.5], agencyCode(1))).toBeUndefined();
  });

  test('agencies abroad, without a district, and unknown ones are not judged', async () => {
    for (const code of [agencyCode(2), agencyCode(3), 'nobody'])
      expect(await outsideDistrict([101.9, 13.5], code)).toBeUndefined();
  });
});
