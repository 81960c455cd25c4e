/**
 * The names of districts and provinces by their codes, kept in this process's memory: about a thousand names that
 * hardly ever change. A code that is not known yet is looked for in the database; a name that changes is seen at
 * once by the process that changes it and by others at their next start.
 */
import { type NamedArea, PlaceModel, type PlaceName } from './place-document.ts';
import { looseForm } from './thai/normal-form.ts';

/** The name of a district, and of the province it lies in. */
export type DistrictNames = { district: PlaceName; province: PlaceName };

type Known = { districts: Map<string, DistrictNames>; provinces: Map<string, PlaceName> };

let known: Promise<Known> | undefined;

/** The name of a district (4 digits), without อำเภอ or เขต. */
export async function districtName(code: string): Promise<PlaceName | undefined> {
  return (await districtNames([code])).get(code)?.district;
}

/** The name of a province (2 digits), without จังหวัด. */
export async function provinceName(code: string): Promise<PlaceName | undefined> {
  return (await provinceNames([code])).get(code);
}

/** Names of many districts and their provinces, at most one look into the database for all of them. */
export async function districtNames(codes: readonly string[]): Promise<ReadonlyMap<string, DistrictNames>> {
  return (await namesWith(({ districts }) => codes.every((code) => districts.has(code)))).districts;
}

/** Names of many provinces, at most one look into the database for all of them. */
export async function provinceNames(codes: readonly string[]): Promise<ReadonlyMap<string, PlaceName>> {
  return (await namesWith(({ provinces }) => codes.every((code) => provinces.has(code)))).provinces;
}

/** All names there are, by code; empty before the register of places is filled. */
export async function allAreaNames(): Promise<{
  provinces: ReadonlyMap<string, PlaceName>;
  districts: ReadonlyMap<string, DistrictNames>;
}> {
  return namesWith(({ provinces }) => provinces.size > 0);
}

/** Districts and provinces of this name or code, provinces first; at most `limit`. A part of a name is enough. */
export async function areasNamed(
  words: string,
  limit: number,
): Promise<{ level: 'province' | 'district'; code: string; name: PlaceName; province?: PlaceName }[]> {
  const said = looseForm(words.replace(/^(?:จังหวัด|อำเภอ|เขต|จ\.|อ\.)\s*/, ''));
  if (!said) return [];
  const fits = (code: string, { th, en }: PlaceName) =>
    code === said || [th, en].some((name) => looseForm(name).includes(said));
  const { provinces, districts } = await allAreaNames();
  const found = [
    ...[...provinces].flatMap(([code, name]) =>
      fits(code, name) ? [{ level: 'province' as const, code, name }] : [],
    ),
    ...[...districts].flatMap(([code, { district, province }]) =>
      fits(code, district) ? [{ level: 'district' as const, code, name: district, province }] : [],
    ),
  ];
  return found.slice(0, limit);
}

/** Forgets all names: the next question reads them anew. */
export function forgetAreaNames(): void {
  known = undefined;
}

async function namesWith(isEnough: (known: Known) => boolean): Promise<Known> {
  const reading = known;
  if (reading) {
    const names = await reading;
    if (isEnough(names)) return names;
    // Somebody else may be reading anew already.
    if (known !== reading && known) return known;
  }
  const fresh = readNames();
  known = fresh;
  // A failed reading must not be remembered.
  fresh.catch(() => {
    if (known === fresh) known = undefined;
  });
  return fresh;
}

async function readNames(): Promise<Known> {
  const rows = await PlaceModel.aggregate<{ district: NamedArea; province: NamedArea }>([
    {
      $group: { _id: '$district.code', district: { $first: '$district' }, province: { $first: '$province' } },
    },
  ]);
  const names: Known = { districts: new Map(), provinces: new Map() };
  for (const { district, province } of rows) {
    names.districts.set(district.code, { district: district.name, province: province.name });
    names.provinces.set(province.code, province.name);
  }
  return names;
}
