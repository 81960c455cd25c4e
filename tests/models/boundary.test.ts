// Boundaries of districts on the real engine, and what decides where there are none.

import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { districtAt, placeInDistrict, putBoundaries } from '../../models/boundary.ts';
import type { PinPosition } from '../../models/pin-document.ts';
import { putPlaces } from '../../models/place.ts';
import type { Area } from '../../models/polygon.ts';
import { aPlace, connectRegisters, emptyRegisters, minutesAfterNoon, NOON } from './register-builder.ts';

let disconnect: () => Promise<void>;

beforeAll(async () => {
  disconnect = await connectRegisters();
});
afterAll(() => disconnect());
beforeEach(() => emptyRegisters());

const square = (west: number, south: number, side = 0.5): Area => [
  [
    [
      [west, south],
      [west + side, south],
      [west + side, south + side],
      [west, south + side],
      [west, south],
    ],
  ],
];
const first = { districtCode: '9101', area: square(101, 14) };
const second = { districtCode: '9102', area: square(101.5, 14) };

async function metresOutside(position: PinPosition, districtCode: string): Promise<number> {
  const found = await placeInDistrict(position, districtCode);
  return 'inside' in found && !found.inside ? found.metresOutside : Number.NaN;
}

describe('with boundaries', () => {
  beforeEach(async () => {
    await putBoundaries([first, second], { at: NOON });
  });

  test('the same again changes nothing; a changed outline counts at once', async () => {
    expect(await putBoundaries([first, second], { at: NOON })).toEqual({
      added: 0,
      changed: 0,
      unchanged: 2,
    });
    const grown = { districtCode: '9101', area: square(100.9, 13.9, 0.6) };
    expect(await placeInDistrict([100.95, 14], '9101')).toMatchObject({ inside: false });
    expect(await putBoundaries([grown], { at: minutesAfterNoon(1) })).toMatchObject({ changed: 1 });
    expect(await placeInDistrict([100.95, 14], '9101')).toEqual({ inside: true });
    expect(await districtAt([100.95, 14])).toBe('9101');
  });

  test('inside, in the neighbour, in none', async () => {
    expect(await placeInDistrict([101.2, 14.2], '9101')).toEqual({ inside: true });
    const beside = await placeInDistrict([101.51, 14.2], '9101');
    expect(beside).toMatchObject({ inside: false, foundIn: '9102' });
    expect(await metresOutside([101.51, 14.2], '9101')).toBeCloseTo(1079, -1);
    const nowhere = await placeInDistrict([101.2, 14.6], '9101');
    expect(nowhere).toEqual({ inside: false, metresOutside: expect.any(Number) });
    expect(await metresOutside([101.2, 14.6], '9101')).toBeCloseTo(11_132, -1);
  });

  test('far abroad it is outside by thousands of kilometres', async () => {
    const metres = await metresOutside([2.35, 48.85], '9101');
    expect(metres).toBeGreaterThan(9_000_000);
    expect(metres).toBeLessThan(10_000_000);
  });
});

describe('without a boundary the points of subdistricts decide', () => {
  const west = aPlace('910101', [101, 14]);
  const east = aPlace('910201', [101.2, 14]);

  test('nothing is known without points', async () => {
    expect(await placeInDistrict([101, 14], '9101')).toEqual({ unknown: true });
    await putPlaces([east], { at: NOON });
    expect(await placeInDistrict([101, 14], '9101')).toEqual({ unknown: true });
  });

  test('the nearest point’s district holds the position; half the difference is the way back', async () => {
    await putPlaces([west, east], { at: NOON });
    expect(await placeInDistrict([101.09, 14], '9101')).toEqual({ inside: true });
    expect(await placeInDistrict([101.11, 14], '9101')).toMatchObject({ inside: false, foundIn: '9102' });
    // 0.01° east of the middle: 1,080 m.
    expect(await metresOutside([101.11, 14], '9101')).toBeCloseTo(1080, -1);
    expect(await placeInDistrict([101.11, 14], '9102')).toEqual({ inside: true });
  });

  test('farther than 30 km from all its points it is outside, whoever is nearer', async () => {
    await putPlaces([west], { at: NOON });
    expect(await placeInDistrict([101, 14.26], '9101')).toEqual({ inside: true });
    expect(await metresOutside([101, 14.36], '9101')).toBeCloseTo(10_075, -1);
    expect(await placeInDistrict([2.35, 48.85], '9101')).toMatchObject({ inside: false });
  });

  test('a boundary of the neighbour alone does not judge this district', async () => {
    await putPlaces([west], { at: NOON });
    await putBoundaries([{ districtCode: '9102', area: square(100.9, 13.9) }], { at: NOON });
    expect(await placeInDistrict([101, 14], '9101')).toEqual({ inside: true });
  });
});
