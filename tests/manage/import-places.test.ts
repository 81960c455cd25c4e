// Imports on the real engine, by the example of places: repeated, refused, with bad rows skipped, columns, progress.

import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { importCommand } from '../../bot/manage/import.ts';
import { placesOfDistrict } from '../../models/place.ts';
import { emptyRegisters } from '../models/register-builder.ts';
import { callCommand, csv } from './call-command.ts';
import { openImports, PLACE_COLUMNS, placeRow, skipping } from './register-files.ts';

let imports: Awaited<ReturnType<typeof openImports>>;

beforeAll(async () => {
  imports = await openImports();
});
afterAll(() => imports.close());
beforeEach(() => emptyRegisters());

describe('places', () => {
  test('the same file again changes nothing; a corrected row changes its place', async () => {
    const rows = ['910101', '910102'].map((code) => placeRow(code));
    expect(await imports.importPlaces(rows)).toMatchObject({
      lines: ['read 2, new 2, changed 0, unchanged 0, bad 0'],
      failed: false,
    });
    expect((await imports.importPlaces(rows)).last).toBe('read 2, new 0, changed 0, unchanged 2, bad 0');
    const corrected = [placeRow('910101', { subdistrict_th: 'ใหม่', lat_lng_source: 'district-centroid' })];
    expect((await imports.importPlaces(corrected)).last).toBe('read 1, new 0, changed 1, unchanged 0, bad 0');
    const [place] = await placesOfDistrict('9101');
    expect(place).toMatchObject({ name: { th: 'ใหม่' }, position: [101.1, 14.1], ownPoint: false });
  });

  test('each mistake is told with its line, column and reason, and nothing is changed', async () => {
    const { lines, failed } = await imports.importPlaces([
      placeRow('910101'),
      placeRow('9101', { postcode: '' }),
      placeRow('910103', { lat: '101.1', lng: '14.1' }),
      placeRow('910104', { district_code: '9102' }),
      placeRow('910105', { lat: '14,1', lng: '200' }),
      placeRow('910101'),
      placeRow('910107', { subdistrict_th: 'ก'.repeat(301), lat_lng_source: 'x' }),
      ['1', '2'],
    ]);
    expect(failed).toBe(true);
    expect(lines).toEqual([
      'line 3, subdistrict_code: should be the six digits of a subdistrict',
      'line 3, postcode: is empty',
      'line 4, lat: lat and lng look exchanged',
      'line 4, lng: lat and lng look exchanged',
      'line 5, subdistrict_code: does not begin with its district’s code',
      'line 6, lat: should be degrees such as 13.7563',
      'line 6, lng: should be from 97 to 106, in Thailand',
      'line 7, subdistrict_code: 910101 stands in line 2 already',
      'line 8, subdistrict_th: is longer than 300 characters',
      'line 8, lat_lng_source: should be point or district-centroid',
      'line 9: has 2 cells, but there are 13 columns',
      'nothing was changed: correct these rows, or leave them out with --skip-bad',
      'read 8, new 0, changed 0, unchanged 0, bad 7',
    ]);
    expect(await placesOfDistrict('9101')).toEqual([]);
  });

  test('with --skip-bad the good rows are written', async () => {
    const rows = [placeRow('910101'), placeRow('91010x'), placeRow('910102')];
    const { lines, failed } = await imports.importPlaces(rows, skipping);
    expect(failed).toBe(false);
    expect(lines.at(-1)).toBe('read 3, new 2, changed 0, unchanged 0, bad 1');
    expect((await placesOfDistrict('9101')).map(({ code }) => code)).toEqual(['910101', '910102']);
  });

  test('of many mistakes the first hundred are printed, all are counted', async () => {
    const rows = Array.from({ length: 1_230 }, () => placeRow('1'));
    const { lines } = await imports.importPlaces(rows);
    expect(lines.filter((line) => line.startsWith('line '))).toHaveLength(100);
    // Each row is wrong in three columns: subdistrict, district, province.
    expect(lines.slice(100)).toEqual([
      `and ${3 * 1_230 - 100} more problems`,
      'nothing was changed: correct these rows, or leave them out with --skip-bad',
      'read 1230, new 0, changed 0, unchanged 0, bad 1230',
    ]);
  });

  test('progress is told every 5,000 rows of both passes', async () => {
    const rows = Array.from({ length: 5_001 }, (_, n) => placeRow(String(910_000 + n)));
    const { progress } = await imports.importPlaces(rows);
    expect(progress).toEqual(['checked 5,000 rows', 'written 5,000 rows']);
  });

  test('columns: unknown ones are named and ignored, missing ones end it', async () => {
    const { lines } = await imports.importText(
      'places',
      csv([
        [...PLACE_COLUMNS, 'note'],
        [...placeRow('910101'), 'x'],
      ]),
    );
    expect(lines).toEqual(['ignored columns: note', 'read 1, new 1, changed 0, unchanged 0, bad 0']);
    const missing = await imports.importText('places', csv([PLACE_COLUMNS.slice(2)]));
    expect(missing.failed).toBe(true);
    expect(missing.lines[0]).toMatch(
      /lacks subdistrict_code, subdistrict_th\. It needs the columns subdistrict_code, .*, lat_lng_source$/,
    );
  });
});

describe('the call', () => {
  test.each([[[]], [['places']], [['people', 'x.csv']], [['constructor', 'x.csv']]])(
    '%j is wrong',
    async (words) => {
      await expect(callCommand(importCommand, words)).rejects.toThrow(/^import needs one of places, /);
    },
  );

  test('a file that is not there', async () => {
    const { lines, failed } = await callCommand(importCommand, ['places', '/nowhere/x.csv']);
    expect({ lines, failed }).toEqual({ lines: ['/nowhere/x.csv cannot be read'], failed: true });
  });
});
