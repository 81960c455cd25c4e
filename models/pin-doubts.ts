/** What makes a new or moved pin doubtful: another one of that name close by, or a place far outside the agency's district. */
import { agencyByCode } from './agency.ts';
import { placeInDistrict } from './boundary.ts';
import { areAlike } from './name-likeness.ts';
import type { NearPin, PinName, PinPosition } from './pin-document.ts';
import { placesOfDistrict } from './place.ts';
import { codeOf, pinsNear } from './published-pins.ts';

/** A district's office, its car park and the next house are within this. Metres. */
const SAME_PLACE_METRES = 150;
const LOOKED_AT = 30;
const SIMILAR_AT_MOST = 3;
/** Boundaries are simplified, and 0.6 % of true positions lie farther outside than this: a reason to ask. Metres. */
const DOUBTFUL_METRES = 2_000;

/** How far outside its agency's district a position lies, and the names of that district and of the one it is in. */
export type OutsideDistrict = { metres: number; own: PinName; found?: PinName };

/**
 * Published pins within 150 m whose name may mean the same office, nearest first, at most 3; `self` is the id of the pin
 * that is asked about: a turn taken again after a crash has published it already.
 */
export async function similarPins(position: PinPosition, nameTh: string, self: string): Promise<NearPin[]> {
  const [near, own] = await Promise.all([
    pinsNear(position, { skip: 0, limit: LOOKED_AT, maxMetres: SAME_PLACE_METRES }),
    codeOf(self),
  ]);
  return near.filter(({ code, name }) => code !== own && areAlike(name.th, nameTh)).slice(0, SIMILAR_AT_MOST);
}

/** Undefined where there is nothing to doubt: inside, near enough, abroad by register, or not known. */
export async function outsideDistrict(
  position: PinPosition,
  agencyCode: string,
): Promise<OutsideDistrict | undefined> {
  const agency = await agencyByCode(agencyCode);
  if (!agency?.districtCode || agency.abroad) return undefined;
  const judged = await placeInDistrict(position, agency.districtCode);
  if (!('inside' in judged) || judged.inside || judged.metresOutside <= DOUBTFUL_METRES) return undefined;
  const own = await districtName(agency.districtCode);
  const found = judged.foundIn === undefined ? undefined : await districtName(judged.foundIn);
  return { metres: judged.metresOutside, own: own ?? { th: agency.districtCode }, ...(found && { found }) };
}

async function districtName(code: string): Promise<PinName | undefined> {
  return (await placesOfDistrict(code))[0]?.district.name;
}
