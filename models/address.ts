/**
 * Addresses in the official form, Thai and English, from the register of places: "ต.… อ.… จ.… 30150". Bangkok has
 * แขวง and เขต instead of ตำบล and อำเภอ, and no จังหวัด.
 */
import { districtAt } from './boundary.ts';
import type { PinPosition } from './pin-document.ts';
import { nearestPlace, placesOfDistrict } from './place.ts';
import type { NamedArea, Place, PlaceName } from './place-document.ts';

/** The code of Bangkok. */
const BANGKOK = '10';

/** What an address or an area is written from; what is missing is left out. */
export type AddressParts = {
  province: NamedArea;
  district?: NamedArea | undefined;
  subdistrict?: PlaceName | undefined;
  postcode?: string | undefined;
};

/** An address for a position, to be confirmed by a person; `place` is the nearest of the register. */
export type ProposedAddress = { address: PlaceName; place: Place; subdistrictKnown: boolean };

/** "ต.สุขเกษม อ.ปักธงชัย จ.นครราชสีมา 30150" and "Suk Kasem, Pak Thong Chai, Nakhon Ratchasima 30150" */
export function writeAddress({ subdistrict, district, province, postcode }: AddressParts): PlaceName {
  const isBangkok = province.code === BANGKOK;
  const [beforeSubdistrict, beforeDistrict, beforeProvince] = isBangkok
    ? ['แขวง', 'เขต', '']
    : ['ต.', 'อ.', 'จ.'];
  const th = [
    subdistrict && beforeSubdistrict + subdistrict.th,
    district && beforeDistrict + district.name.th,
    beforeProvince + province.name.th,
    postcode,
  ];
  const en = [subdistrict?.en, district?.name.en, province.name.en];
  return {
    th: th.filter(Boolean).join(' '),
    en: [en.filter(Boolean).join(', '), postcode].filter(Boolean).join(' '),
  };
}

/** The full address of a place. */
export function addressOfPlace({ name, district, province, postcode }: Place): PlaceName {
  return writeAddress({ subdistrict: name, district, province, postcode });
}

/** District and province, as pins show them: "อ.ปักธงชัย จ.นครราชสีมา". */
export function areaOfPlace({ district, province }: Pick<Place, 'district' | 'province'>): PlaceName {
  return writeAddress({ district, province });
}

/**
 * The address a position most likely has: the district whose boundary holds it, and in it the subdistrict whose
 * point is nearest. Without a boundary the nearest point decides. Where the points are only their district's (as in
 * Bangkok), the subdistrict is left out, and the postcode too unless the whole district has one.
 */
export async function proposeAddress(position: PinPosition): Promise<ProposedAddress | undefined> {
  const districtCode = await districtAt(position);
  const inDistrict = districtCode === undefined ? undefined : await nearestPlace(position, { districtCode });
  const nearest = inDistrict ?? (await nearestPlace(position));
  if (!nearest) return undefined;
  const { place } = nearest;
  const address = place.ownPoint ? addressOfPlace(place) : await addressOfDistrict(place);
  return { address, place, subdistrictKnown: place.ownPoint };
}

/** District and province at a position; undefined where the register of places knows none. */
export async function areaAt(position: PinPosition): Promise<PlaceName | undefined> {
  const proposed = await proposeAddress(position);
  return proposed && areaOfPlace(proposed.place);
}

async function addressOfDistrict({ district, province }: Place): Promise<PlaceName> {
  const places = await placesOfDistrict(district.code);
  const [postcode, ...others] = new Set(places.map((place) => place.postcode));
  return writeAddress({ district, province, postcode: others.length === 0 ? postcode : undefined });
}
