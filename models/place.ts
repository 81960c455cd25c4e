/**
 * The register of places: every subdistrict with its district, province, postcode and one point. Addresses are
 * proposed from it, and names of areas read (`place-names.ts`).
 */
import type { PinPosition } from './pin-document.ts';
import { type Place, PlaceModel, placeOf, type StoredPlace } from './place-document.ts';
import { forgetAreaNames } from './place-names.ts';
import { type PutCounts, putRows, type RegisterRow, type UnauditedRegister } from './register.ts';

const register: UnauditedRegister = { model: PlaceModel.modelName };

/** No subdistrict of the country reaches so far from its point: farther away is abroad or at sea. */
const FARTHEST_METRES = 60_000;

/** Adds and updates places, each code once; places that stay the same are not touched. `at` is the instant of writing. */
export async function putPlaces(batch: readonly Place[], { at }: { at: Date }): Promise<PutCounts> {
  // Places are nobody's work, so that their changes leave no audit entries.
  const counts = await putRows(register, batch.map(rowOf), { by: 'import', at });
  if (counts.added + counts.changed > 0) forgetAreaNames();
  return counts;
}

function rowOf({ code, name, district, province, postcode, position, ownPoint }: Place): RegisterRow {
  return {
    id: code,
    values: {
      'name.th': name.th,
      'name.en': name.en,
      'district.code': district.code,
      'district.name.th': district.name.th,
      'district.name.en': district.name.en,
      'province.code': province.code,
      'province.name.th': province.name.th,
      'province.name.en': province.name.en,
      postcode,
      'position.type': 'Point',
      'position.coordinates': [...position],
      ownPoint,
    },
  };
}

/** The places with these codes, by code. */
export async function placesByCodes(codes: readonly string[]): Promise<Map<string, Place>> {
  const stored = await PlaceModel.find({ _id: { $in: [...new Set(codes)] } }).lean<StoredPlace[]>();
  return new Map(stored.map((place) => [place._id, placeOf(place)]));
}

/** All subdistricts of a district (4 digits), by code. */
export async function placesOfDistrict(districtCode: string): Promise<Place[]> {
  const stored = await PlaceModel.find({ 'district.code': districtCode })
    .sort({ _id: 1 })
    .lean<StoredPlace[]>();
  return stored.map(placeOf);
}

/**
 * The place whose point is nearest, and how many metres away it is; `districtCode` looks in one district only.
 * `undefined` when none is within 60 km. Where `ownPoint` is false only its district is known, not the subdistrict.
 */
export async function nearestPlace(
  position: PinPosition,
  { districtCode }: { districtCode?: string | undefined } = {},
): Promise<{ place: Place; metres: number } | undefined> {
  const [nearest] = await PlaceModel.aggregate<StoredPlace & { metres: number }>([
    {
      $geoNear: {
        near: { type: 'Point' as const, coordinates: position },
        key: 'position',
        distanceField: 'metres',
        maxDistance: FARTHEST_METRES,
        spherical: true,
        query: districtCode === undefined ? {} : { 'district.code': districtCode },
      },
    },
    { $limit: 1 },
  ]);
  return nearest && { place: placeOf(nearest), metres: nearest.metres };
}
