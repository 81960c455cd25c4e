/** Which province and district people's own words name: "อบต.เขาใหม่ อ.ธาตุพนม จ.นครพนม". */

import type { PlaceName } from './place-document.ts';
import { allAreaNames } from './place-names.ts';
import type { ScopedPlace } from './scope.ts';
import { looseForm, normalForm } from './thai/normal-form.ts';

/** The names to look for, by code. */
export type AreaNames = {
  provinces: ReadonlyMap<string, PlaceName>;
  districts: ReadonlyMap<string, { district: PlaceName }>;
};

/** The place that words name, as far as the register of places knows it. What is not clear is left out. */
export async function placeInWords(words: string): Promise<ScopedPlace> {
  return placeNamed(words, await allAreaNames());
}

/**
 * The same, out of these names. A province counts behind จ. or จังหวัด, or as a word of its own: short names stand
 * within others. A district counts behind อ., อำเภอ or เขต, or before "District", if only one of that name is meant.
 */
export function placeNamed(words: string, { provinces, districts }: AreaNames): ScopedPlace {
  const said = saidIn(words);
  const provinceCode = only(
    [...provinces].filter(([, name]) => namesProvince(said, name)),
    ([, { th }]) => th.length,
  )?.[0];
  const inProvince = [...districts].filter(([code]) => !provinceCode || code.startsWith(provinceCode));
  const districtCode = only(
    inProvince.filter(([, { district }]) => namesDistrict(said, district)),
    ([, { district }]) => district.th.length,
  )?.[0];
  const province = provinceCode ?? districtCode?.slice(0, 2);
  return { ...(province && { provinceCode: province }), ...(districtCode && { districtCode }) };
}

/** How a province is called besides. */
const SHORT_NAMES: Readonly<Record<string, readonly string[]>> = { กรุงเทพมหานคร: ['กรุงเทพ', 'กทม'] };

/** `run` is the words in one piece, without dots and spaces; `spaced` has each word between spaces. */
type Said = { run: string; spaced: string };

function saidIn(words: string): Said {
  const spaced = normalForm(words.replace(/[,;()\n]/g, ' '));
  return { run: looseForm(words), spaced: ` ${spaced} ` };
}

function namesProvince(said: Said, { th, en }: PlaceName): boolean {
  const names = [th, en, ...(SHORT_NAMES[th] ?? [])];
  return behind(['จ.', 'จังหวัด'], th, said) || names.some((name) => standsAlone(name, said));
}

function namesDistrict(said: Said, { th, en }: PlaceName): boolean {
  const inEnglish = [`${en} District`, `Amphoe ${en}`].some((name) => standsAlone(name, said));
  return behind(['อ.', 'อำเภอ', 'เขต'], th, said) || inEnglish;
}

function behind(marks: readonly string[], name: string, { run }: Said): boolean {
  return marks.some((mark) => run.includes(looseForm(`${mark}${name}`)));
}

function standsAlone(name: string, { spaced }: Said): boolean {
  return spaced.includes(` ${normalForm(name)} `);
}

/** Of several names in the words the longest, since it has the others in it; nothing if two are as long. */
function only<Item>(found: readonly Item[], lengthOf: (item: Item) => number): Item | undefined {
  const [first, second] = [...found].sort((a, b) => lengthOf(b) - lengthOf(a));
  return first && (!second || lengthOf(first) > lengthOf(second)) ? first : undefined;
}
