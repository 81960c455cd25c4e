/** `import boundaries FILE.geojson`: the outlines of districts, each a feature with `ADM2_PCODE` ("TH" + its code). */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { type Boundary, putBoundaries } from '../../models/boundary.ts';
import type { RowKind } from './import-rows.ts';
import { type Source, UnreadableFile } from './import-source.ts';

const position = z
  .array(z.number('should be numbers'), 'should be [lng, lat]')
  .min(2, 'should be [lng, lat]')
  .transform(([lng = 0, lat = 0]): [number, number] => [lng, lat])
  .refine(([lng, lat]) => Math.abs(lng) <= 180 && Math.abs(lat) <= 90, 'should be [lng, lat] in degrees');
const ring = z
  .array(position, 'should be a ring of points')
  .min(4, 'a ring has at least four points')
  .refine((points) => String(points[0]) === String(points.at(-1)), 'a ring ends where it begins');
const polygon = z.array(ring, 'should be a list of rings').min(1, 'has no rings');
const geometry = z.discriminatedUnion(
  'type',
  [
    z.object({ type: z.literal('Polygon'), coordinates: polygon }),
    z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(polygon).min(1, 'has no polygons') }),
  ],
  'should be a Polygon or MultiPolygon',
);
const feature = z.object({
  properties: z.object({
    ADM2_PCODE: z.string('is missing').regex(/^TH\d{4}$/, 'should be TH and the four digits of a district'),
  }),
  geometry,
});
const collection = z.object({ type: z.literal('FeatureCollection'), features: z.array(z.unknown()) });

/** Opens the file; it is read as a whole. */
export async function openBoundaries(file: string): Promise<Source> {
  const features = await readFeatures(file);
  const records = features.map((value, index) => ({ at: index + 1, value }));
  return { unit: 'feature', notes: [], records: () => records };
}

async function readFeatures(file: string): Promise<unknown[]> {
  const text = (await readFile(file, 'utf8')).replace(/^\uFEFF/, '');
  try {
    return collection.parse(JSON.parse(text)).features;
  } catch (cause) {
    throw new UnreadableFile(`${file} is no GeoJSON FeatureCollection`, { cause });
  }
}

/** How its features are checked and written. */
export function boundaryRows({ at }: { at: Date }): RowKind<Boundary> {
  return {
    schema: feature.transform(boundaryFrom),
    keyOf: ({ districtCode }) => ({ column: 'properties.ADM2_PCODE', key: districtCode }),
    write: (boundaries) => putBoundaries(boundaries, { at }),
  };
}

function boundaryFrom({ properties, geometry }: z.output<typeof feature>): Boundary {
  const area = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return { districtCode: properties.ADM2_PCODE.slice(2), area };
}
