// The reference data end to end: every place, every boundary, the made-up national load of service points.

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { openCsv } from '../../bot/manage/csv-file.ts';
import { proposeAddress } from '../../models/address.ts';
import { placeInDistrict } from '../../models/boundary.ts';
import { PinModel, type PinPosition } from '../../models/pin-document.ts';
import { districtName, provinceName } from '../../models/place-names.ts';
import { connectRegisters } from '../models/register-builder.ts';
import { seededRandom } from '../models/search-queries.ts';
import { measureImport, REFERENCE_IMPORTS, referenceFile } from './reference-data.ts';

const files = REFERENCE_IMPORTS.map(({ what, name }) => ({ what, file: referenceFile(name) ?? '' }));
const isInstalled = files.every(({ file }) => file !== '');
const COUNTS = [7_436, 928, 40_000];

/** Where the pins of the file stand, and the district of the subdistrict it names. */
async function readPins(file: string): Promise<{ position: PinPosition; district: string }[]> {
  const needed = ['lat', 'lng', 'subdistrict_code'];
  const pins: { position: PinPosition; district: string }[] = [];
  for await (const record of (await openCsv(file, { needed, optional: [] })).records()) {
    const { lat, lng, subdistrict_code } = cells.parse('value' in record ? record.value : {});
    pins.push({ position: [lng, lat], district: subdistrict_code.slice(0, 4) });
  }
  return pins;
}

const cells = z.object({ lat: z.coerce.number(), lng: z.coerce.number(), subdistrict_code: z.string() });

(isInstalled ? describe : describe.skip)('the reference data', () => {
  let disconnect: () => Promise<void>;

  beforeAll(async () => {
    disconnect = await connectRegisters();
  });
  afterAll(() => disconnect());

  test('all of it is imported, and importing it again changes nothing', async () => {
    for (const [at, { what, file }] of files.entries()) {
      for (const isFirst of [true, false]) {
        const { last, seconds, megabytes } = await measureImport(what, file);
        process.stdout.write(
          `${what}: ${last}, in ${seconds.toFixed(1)} s, ${megabytes.toFixed(0)} MB more\n`,
        );
        const [added, unchanged] = isFirst ? [COUNTS[at], 0] : [0, COUNTS[at]];
        expect(last).toBe(`read ${COUNTS[at]}, new ${added}, changed 0, unchanged ${unchanged}, bad 0`);
      }
    }
    expect(await PinModel.distinct('code')).toHaveLength(40_000);
    expect(await PinModel.distinct('kind')).toEqual(
      ['district-office', 'health-hospital', 'land-office', 'other', 'police-station', 'revenue-office']
        .concat(['subdistrict-municipality', 'subdistrict-office'])
        .sort(),
    );
  }, 300_000);

  test('names of areas are there', async () => {
    expect(await districtName('3014')).toEqual({ th: 'ปักธงชัย', en: 'Pak Thong Chai' });
    expect(await provinceName('10')).toEqual({ th: 'กรุงเทพมหานคร', en: 'Bangkok' });
  });

  test('pins lie in their districts, as far as simplified outlines can tell', async () => {
    const random = seededRandom(2561);
    const pins = await readPins(files[2]?.file ?? '');
    let inside = 0;
    let farOutside = 0;
    for (let n = 0; n < 2_000; n++) {
      const { position, district } = pins[Math.floor(random() * pins.length)] ?? {
        position: [0, 0] as PinPosition,
        district: '',
      };
      const place = await placeInDistrict(position, district);
      if ('unknown' in place) throw new Error('every district of the reference data has a boundary');
      if (place.inside) inside++;
      else if (place.metresOutside > 2_000) farOutside++;
    }
    process.stdout.write(`of 2,000 pins ${inside} lie inside, ${farOutside} more than 2 km outside\n`);
    // Measured when the outlines were made: 95.4 % inside, 0.56 % more than 2 km outside.
    expect(inside).toBeGreaterThan(0.93 * 2_000);
    expect(farOutside).toBeLessThan(0.02 * 2_000);
  }, 120_000);

  test('an address is proposed for a position in the country and in Bangkok', async () => {
    const country = await proposeAddress([102.0174, 14.7197]);
    expect(country?.address.th).toMatch(/^ต\.\S+ อ\.ปักธงชัย จ\.นครราชสีมา 30150$/);
    const bangkok = await proposeAddress([100.4914, 13.7515]);
    expect(bangkok).toMatchObject({
      address: { th: 'เขตพระนคร กรุงเทพมหานคร 10200' },
      subdistrictKnown: false,
    });
  });
});
