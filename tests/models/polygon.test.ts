// Areas on the map: points inside and outside, on the edge, in holes, and how far away.

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { metresBetween } from '../../models/distance.ts';
import type { PinPosition } from '../../models/pin-document.ts';
import { type Area, boxOf, containsPoint, metresToEdge } from '../../models/polygon.ts';

const CENTRE: PinPosition = [101, 14];
/** One degree of latitude on the sphere the distances are measured on, in metres. */
const DEGREE = (6_378_100 * Math.PI) / 180;

const square = (half: number, [lng, lat]: PinPosition = CENTRE): PinPosition[] => [
  [lng - half, lat - half],
  [lng + half, lat - half],
  [lng + half, lat + half],
  [lng - half, lat + half],
  [lng - half, lat - half],
];

/** Corners around the centre, one in each direction, each at its own distance: they never cross. */
const star = fc
  .array(fc.double({ min: 0.05, max: 0.4, noNaN: true }), { minLength: 3, maxLength: 12 })
  .map((radii) => {
    const corners = radii.map(
      (radius, at): PinPosition => pointAt((at / radii.length) * 2 * Math.PI, radius),
    );
    const [first = CENTRE] = corners;
    return { ring: [...corners, first], radii };
  });
const point = fc.tuple(
  fc.double({ min: 100, max: 102, noNaN: true }),
  fc.double({ min: 13, max: 15, noNaN: true }),
) satisfies fc.Arbitrary<PinPosition>;

function pointAt(angle: number, radius: number): PinPosition {
  return [CENTRE[0] + radius * Math.cos(angle), CENTRE[1] + radius * Math.sin(angle)];
}

const mirrored = ([lng, lat]: PinPosition): PinPosition => [2 * CENTRE[0] - lng, lat];

describe('inside or outside', () => {
  test('a rectangle holds what lies between its sides', () => {
    fc.assert(
      fc.property(point, ([lng, lat]) => {
        const isInside = Math.abs(lng - CENTRE[0]) <= 0.5 && Math.abs(lat - CENTRE[1]) <= 0.5;
        expect(containsPoint([[square(0.5)]], [lng, lat])).toBe(isInside);
      }),
    );
  });

  test('on the line to a corner, everything before it is inside and everything behind it outside', () => {
    fc.assert(
      fc.property(
        star,
        fc.nat(),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        ({ ring, radii }, n, share) => {
          const at = n % radii.length;
          const radius = radii[at] ?? 0;
          const angle = (at / radii.length) * 2 * Math.PI;
          // With three corners, the centre itself is still between them.
          expect(containsPoint([[ring]], pointAt(angle, radius * share))).toBe(true);
          expect(containsPoint([[ring]], pointAt(angle, radius * (1 + share)))).toBe(false);
        },
      ),
    );
  });

  test('the answer does not depend on where the ring begins, which way it runs, or on east and west', () => {
    fc.assert(
      fc.property(star, point, fc.nat(), ({ ring }, here, n) => {
        const isInside = containsPoint([[ring]], here);
        const open = ring.slice(0, -1);
        const start = n % open.length;
        const [first = CENTRE, ...rest] = [...open.slice(start), ...open.slice(0, start)];
        expect(containsPoint([[[first, ...rest, first]]], here)).toBe(isInside);
        expect(containsPoint([[ring.toReversed()]], here)).toBe(isInside);
        expect(containsPoint([[ring.map(mirrored)]], mirrored(here))).toBe(isInside);
      }),
    );
  });

  test('a hole is outside, an island in it inside, and a second polygon counts as well', () => {
    const area: Area = [[square(0.5), square(0.3)], [square(0.1)], [square(0.2, [103, 16])]];
    expect(containsPoint(area, [101.4, 14])).toBe(true);
    expect(containsPoint(area, [101.2, 14])).toBe(false);
    expect(containsPoint(area, [101.05, 14])).toBe(true);
    expect(containsPoint(area, [103.1, 16.1])).toBe(true);
    expect(containsPoint(area, [102, 15])).toBe(false);
  });

  test('corners and edges belong to the area, those of holes too; repeated corners change nothing', () => {
    const outer = square(0.5).flatMap((corner): PinPosition[] => [corner, corner]);
    const area: Area = [[outer, square(0.25)]];
    for (const edge of [
      [101.5, 14.5],
      [101.5, 14],
      [100.5, 13.5],
      [101.25, 14],
    ] satisfies PinPosition[]) {
      expect(containsPoint(area, edge)).toBe(true);
      expect(metresToEdge(area, edge)).toBeCloseTo(0, 6);
    }
  });

  test('a corner on the same height counts once', () => {
    const diamond: PinPosition[] = [
      [100, 14],
      [101, 13],
      [102, 14],
      [101, 15],
      [100, 14],
    ];
    expect(containsPoint([[diamond]], [99, 14])).toBe(false);
    expect(containsPoint([[diamond]], [101, 14])).toBe(true);
    expect(containsPoint([[diamond]], [100, 15])).toBe(false);
  });
});

describe('metres to the edge', () => {
  test('north of a square by latitude, east of it along the parallel, beyond a corner to the corner', () => {
    const area: Area = [[square(0.5)]];
    expect(metresToEdge(area, [101, 14.6])).toBeCloseTo(0.1 * DEGREE, 0);
    const east = 0.1 * DEGREE * Math.cos((14 * Math.PI) / 180);
    expect(Math.abs(metresToEdge(area, [101.6, 14]) - east)).toBeLessThan(0.001 * east);
    const corner = metresBetween([101.6, 14.7], [101.5, 14.5]);
    expect(metresToEdge(area, [101.6, 14.7])).toBeCloseTo(corner, 6);
    // From inside it is the nearest side as well.
    expect(metresToEdge(area, [101, 14.45])).toBeCloseTo(0.05 * DEGREE, 0);
  });

  test('the edge of a hole is an edge', () => {
    expect(metresToEdge([[square(0.5), square(0.3)]], [101, 14.25])).toBeCloseTo(0.05 * DEGREE, 0);
  });

  test('an area without points is infinitely far', () => {
    expect(metresToEdge([], CENTRE)).toBe(Number.POSITIVE_INFINITY);
    expect(metresToEdge([[[]]], CENTRE)).toBe(Number.POSITIVE_INFINITY);
    expect(containsPoint([[[]]], CENTRE)).toBe(false);
  });

  test('it is never negative, never more than to a corner, and the same mirrored', () => {
    fc.assert(
      fc.property(star, point, ({ ring }, here) => {
        const metres = metresToEdge([[ring]], here);
        expect(metres).toBeGreaterThanOrEqual(0);
        expect(metres).toBeLessThanOrEqual(
          Math.min(...ring.map((corner) => metresBetween(here, corner))) + 1e-6 + metres * 1e-3,
        );
        expect(metresToEdge([[ring.map(mirrored)]], mirrored(here))).toBeCloseTo(metres, 3);
      }),
    );
  });

  test('no point nearer than the edge is on the other side of it', () => {
    fc.assert(
      fc.property(
        star,
        point,
        fc.double({ min: 0, max: 2 * Math.PI, noNaN: true }),
        ({ ring }, here, angle) => {
          const reach = (0.99 * metresToEdge([[ring]], here)) / DEGREE;
          const squeeze = Math.cos((here[1] * Math.PI) / 180);
          const there: PinPosition = [
            here[0] + (reach * Math.cos(angle)) / squeeze,
            here[1] + reach * Math.sin(angle),
          ];
          fc.pre(reach < 0.5);
          expect(containsPoint([[ring]], there)).toBe(containsPoint([[ring]], here));
        },
      ),
    );
  });
});

test('the box holds every point and touches the outermost ones', () => {
  expect(boxOf([[square(0.5)], [square(0.1, [103, 16])]])).toEqual({
    west: 100.5,
    south: 13.5,
    east: 103.1,
    north: 16.1,
  });
});
