/** A district that somebody names, out of the register of places: what it is called, and a point in the middle of it. */

import { searchForm } from './name-grams.ts';
import type { PinName, PinPosition } from './pin-document.ts';
import { PlaceModel } from './place-document.ts';
import { areasNamed } from './place-names.ts';

/** As it is shown ("อ.แม่จัน"), and a point: degrees, [lng, lat]. */
export type AreaPoint = { name: PinName; position: PinPosition };

const MARKS = /^(?:อำเภอ|เขต|อ\.|amphoe )\s*| district$/gi;
/** Its districts are called เขต. */
const BANGKOK = '10';
/** More districts than one name has. */
const LOOKED_AT = 30;

/** The one district that the words name and nothing else; undefined for several of one name. */
export async function areaPoint(words: string): Promise<AreaPoint | undefined> {
  const own = words.trim().replace(MARKS, '');
  const form = searchForm(own);
  const named = (await areasNamed(own, LOOKED_AT)).filter(
    ({ level, name }) => level === 'district' && [name.th, name.en].some((one) => searchForm(one) === form),
  );
  const [district, another] = named;
  if (!district || another) return undefined;
  const points = await PlaceModel.find({ 'district.code': district.code }, { position: 1 }).lean();
  const position = middleOf(points.map(({ position: { coordinates } }) => coordinates));
  const { th, en } = district.name;
  return (
    position && { name: { th: `${district.code.startsWith(BANGKOK) ? 'เขต' : 'อ.'}${th}`, en }, position }
  );
}

function middleOf(points: readonly (readonly number[])[]): PinPosition | undefined {
  if (points.length === 0) return undefined;
  const mean = (axis: 0 | 1) => points.reduce((sum, point) => sum + (point[axis] ?? 0), 0) / points.length;
  return [mean(0), mean(1)];
}
