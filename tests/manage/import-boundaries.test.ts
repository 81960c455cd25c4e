// Importing outlines of districts on the real engine.

import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { placeInDistrict } from '../../models/boundary.ts';
import { emptyRegisters } from '../models/register-builder.ts';
import { openImports, skipping } from './register-files.ts';

let imports: Awaited<ReturnType<typeof openImports>>;

beforeAll(async () => {
  imports = await openImports();
});
afterAll(() => imports.close());
beforeEach(() => emptyRegisters());

describe('boundaries', () => {
  const ring = [
    [101, 14],
    [101.5, 14],
    [101.5, 14.5],
    [101, 14.5],
    [101, 14],
  ];
  const feature = (code: string, geometry: unknown) => ({
    type: 'Feature',
    properties: { ADM2_PCODE: code, ADM2_TH: 'ไม่ใช้' },
    geometry,
  });
  const importFeatures = (features: unknown, options = {}) =>
    imports.importText(
      'boundaries',
      `\uFEFF${JSON.stringify({ type: 'FeatureCollection', features })}`,
      options,
    );

  test('polygons and multipolygons are taken; the same again changes nothing', async () => {
    const features = [
      feature('TH9101', { type: 'Polygon', coordinates: [ring] }),
      feature('TH9102', { type: 'MultiPolygon', coordinates: [[ring]] }),
    ];
    expect((await importFeatures(features)).last).toBe('read 2, new 2, changed 0, unchanged 0, bad 0');
    expect((await importFeatures(features)).last).toBe('read 2, new 0, changed 0, unchanged 2, bad 0');
    expect(await placeInDistrict([101.2, 14.2], '9101')).toEqual({ inside: true });
    expect(await placeInDistrict([101.2, 14.2], '9102')).toEqual({ inside: true });
  });

  test('bad features are reported by number; --skip-bad takes the others', async () => {
    const features = [
      feature('9101', { type: 'Polygon', coordinates: [ring] }),
      feature('TH9102', { type: 'Point', coordinates: [101, 14] }),
      feature('TH9103', { type: 'Polygon', coordinates: [ring.slice(0, -1)] }),
      feature('TH9104', {
        type: 'Polygon',
        coordinates: [[...ring.slice(0, 1), [14, 101], ...ring.slice(1)]],
      }),
      feature('TH9105', { type: 'Polygon', coordinates: [ring] }),
    ];
    const { lines, failed } = await importFeatures(features);
    expect(failed).toBe(true);
    expect(lines.slice(0, -2)).toEqual([
      'feature 1, properties.ADM2_PCODE: should be TH and the four digits of a district',
      'feature 2, geometry.type: should be a Polygon or MultiPolygon',
      'feature 3, geometry.coordinates.0: a ring ends where it begins',
      'feature 4, geometry.coordinates.0.1: should be [lng, lat] in degrees',
    ]);
    expect((await importFeatures(features, skipping)).last).toBe(
      'read 5, new 1, changed 0, unchanged 0, bad 4',
    );
  });

  test('a file that is something else ends it', async () => {
    const { lines, failed } = await imports.importText('boundaries', '{"type": "Feature"}');
    expect(lines).toEqual([expect.stringMatching(/ is no GeoJSON FeatureCollection$/)]);
    expect(failed).toBe(true);
  });
});
