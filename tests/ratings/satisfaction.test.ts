// The Wilson interval against published values and by what must always hold; small counts.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { openCount, type StarCounts, satisfactionFrom, wilson } from '../../models/satisfaction.ts';

describe('the interval', () => {
  test.each([
    // R. G. Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17 (1998), table I, method 3.
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
    // By the closed forms for none and all: z²/(n+z²) and n/(n+z²).
    [0, 10, 0, 0.2775],
    [10, 10, 0.7225, 1],
    // What the programme's own rule names.
    [9, 10, 0.5958, 0.9821],
    [450, 500, 0.8706, 0.9233],
  ])('%i of %i', (satisfied, n, low, high) => {
    const score = wilson(satisfied, n);
    expect(score.low).toBeCloseTo(low, 4);
    expect(score.high).toBeCloseTo(high, 4);
  });

  const counted = fc
    .integer({ min: 1, max: 100_000 })
    .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));

  test('lies within 0 to 1, holds the share, and mirrors', () => {
    fc.assert(
      fc.property(counted, ([satisfied, n]) => {
        const { share, low, high } = wilson(satisfied, n);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(share);
        expect(high).toBeGreaterThanOrEqual(share);
        const other = wilson(n - satisfied, n);
        expect(other.low).toBeCloseTo(1 - high, 9);
        expect(other.high).toBeCloseTo(1 - low, 9);
      }),
    );
  });

  test('gets narrower the more people say the same', () => {
    fc.assert(
      fc.property(counted, ([satisfied, n]) => {
        const width = ({ low, high }: { low: number; high: number }) => high - low;
        expect(width(wilson(satisfied * 2, n * 2))).toBeLessThan(width(wilson(satisfied, n)));
      }),
    );
  });

  test.each([
    [1, 0],
    [0, 0],
    [-1, 5],
    [6, 5],
    [1.5, 5],
  ])('%d of %d is no share', (satisfied, n) => {
    expect(() => wilson(satisfied, n)).toThrow(RangeError);
  });
});

describe('an office', () => {
  test('has no score below five ratings', () => {
    expect(satisfactionFrom([0, 0, 0, 0, 4], 2)).toEqual({ n: 4, leftOut: 2 });
    expect(satisfactionFrom([1, 0, 0, 2, 2], 0)).toEqual({ n: 5, leftOut: 0, score: wilson(4, 5) });
  });

  test.each<[StarCounts, object]>([
    [[0, 0, 0, 0, 9], {}],
    [[0, 0, 0, 0, 10], { n: 10 }],
    [[0, 0, 9, 0, 40], { n: 49 }],
    [[0, 0, 10, 3, 6], { n: 19 }],
    [[4, 3, 3, 5, 5], { n: 20, satisfied: 10 }],
  ])('%j is published as %j', (stars, open) => {
    expect(openCount(stars)).toEqual(open);
  });
});
