/** What a complaint is about, and so whose it is first: an office's agency, or who looks after the place. */
import { areaOfPlace, proposeAddress } from './address.ts';
import { agencyByCode } from './agency.ts';
import type { ComplaintLevel } from './complaint-document.ts';
import { handlingRoles } from './complaint-rights.ts';
import { publishedBehind } from './merged-into.ts';
import { holdersOf } from './person.ts';
import { type PinPosition, positionOf, type StoredPin } from './pin-document.ts';
import type { Role } from './role.ts';
import type { ScopedPlace } from './scope.ts';

/** What a reporter names: an office by its public code, or a point. */
export type Target = { pin: string } | { position: PinPosition };

/** What a case keeps of it. `agency` is there when an agency can be asked at all. */
export type KnownTarget = {
  pin?: string;
  name: { th: string; en?: string };
  position: PinPosition;
  agency?: string;
  place: KnownPlace;
};

/** The codes of a place, as far as they are known. */
export type KnownPlace = { provinceCode?: string; districtCode?: string; department?: string };

/** The target as it is known now; a pin that was merged leads to the one that stays. Undefined: no such office. */
export async function knownTarget(target: Target): Promise<KnownTarget | undefined> {
  if ('position' in target) return placeTarget(target.position);
  const pin = await publishedBehind(target.pin);
  return pin && officeTarget(pin);
}

/** The target that a published pin is. */
export async function officeTarget({
  code,
  name,
  position,
  agency,
}: StoredPin): Promise<KnownTarget | undefined> {
  if (!code || !name || !position) return undefined;
  const { th, en } = name;
  const office = { pin: code, name: en ? { th, en } : { th }, position: positionOf(position.coordinates) };
  const place = agency ? await placeOfAgency(agency) : undefined;
  // An office of nobody's is the business of whoever looks after the place.
  if (!agency || !place) return { ...office, place: (await placeTarget(office.position)).place };
  return { ...office, agency, place };
}

/** Where an agency stands, as scopes read it; undefined when the register does not know it. */
export async function placeOfAgency(agency: string): Promise<KnownPlace | undefined> {
  const known = await agencyByCode(agency);
  if (!known) return undefined;
  const { provinceCode, districtCode, department } = known;
  return { ...(provinceCode && { provinceCode }), ...(districtCode && { districtCode }), department };
}

async function placeTarget(position: PinPosition): Promise<KnownTarget> {
  const found = (await proposeAddress(position))?.place;
  const [lng, lat] = position;
  if (!found) return { name: { th: `${lat.toFixed(4)}, ${lng.toFixed(4)}` }, position, place: {} };
  return {
    name: areaOfPlace(found),
    position,
    place: { provinceCode: found.province.code, districtCode: found.district.code },
  };
}

/**
 * Where a case begins: at the office when its agency has officials, else at the nearest level that has a coordinator.
 * The reporter does not count: nobody handles their own case.
 */
export async function firstLevel(
  { agency, place }: { agency?: string | undefined; place: ScopedPlace },
  reporter: string | undefined,
): Promise<ComplaintLevel> {
  for (const role of handlingRoles({ level: 'office', agency, place })) {
    const holders = await holdersOf(role);
    if (holders.some((holder) => holder !== reporter)) return levelOf(role);
  }
  return 'department';
}

function levelOf(role: Role): ComplaintLevel {
  if (role.role === 'official') return 'office';
  if (role.role === 'administrator') return 'department';
  if (role.scope.startsWith('district:')) return 'district';
  return role.scope.startsWith('province:') ? 'province' : 'department';
}
