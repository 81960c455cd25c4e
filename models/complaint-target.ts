/** What a complaint is about, and so whose it is first: an office's agency, or who looks after the place. */
import { areaOfPlace, proposeAddress } from './address.ts';
import { agencyByCode } from './agency.ts';
import { areaByCode } from './area-said.ts';
import type { ComplaintLevel } from './complaint-document.ts';
import { levelAbove } from './complaint-moves.ts';
import { type CasePlacement, handlingRoles, plainPlace } from './complaint-rights.ts';
import { publishedBehind } from './merged-into.ts';
import { holdersOf } from './person.ts';
import { type PinPosition, positionOf, type StoredPin } from './pin-document.ts';
import type { Role } from './role.ts';
import type { ScopedPlace } from './scope.ts';

/** What a reporter names: an office by its public code, a point, or a subdistrict or district by its code. */
export type Target = { pin: string } | { position: PinPosition } | { area: string };

/** What a case keeps of it. `agency` is there when an agency can be asked at all. */
export type KnownTarget = {
  pin?: string;
  area?: string;
  name: { th: string; en?: string };
  position: PinPosition;
  agency?: string;
  place: KnownPlace;
};

/** The codes of a place, as far as they are known. */
export type KnownPlace = { provinceCode?: string; districtCode?: string; department?: string };

/** The target as it is known now; a pin that was merged leads to the one that stays. Undefined: no such office or area. */
export async function knownTarget(target: Target): Promise<KnownTarget | undefined> {
  if ('position' in target) return placeTarget(target.position);
  if ('area' in target) return areaTarget(target.area);
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

async function areaTarget(code: string): Promise<KnownTarget | undefined> {
  const area = await areaByCode(code);
  if (!area) return undefined;
  const { name, position, provinceCode, districtCode } = area;
  return { area: code, name, position, place: { provinceCode, districtCode } };
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
export function firstLevel(
  { agency, place }: { agency?: string | undefined; place: ScopedPlace },
  reporter: string | undefined,
): Promise<ComplaintLevel> {
  return nearestHeld({ level: 'office', agency, place, reporter });
}

/**
 * Where a case goes when it climbs: to the nearest level above that somebody holds, a stand-in too; else to the
 * department, whose cases administrators handle. Undefined at the top.
 */
export async function nextLevel(placement: CasePlacement): Promise<ComplaintLevel | undefined> {
  const above = levelAbove(placement.level, plainPlace(placement.place));
  return above && nearestHeld({ ...placement, level: above });
}

async function nearestHeld(placement: CasePlacement): Promise<ComplaintLevel> {
  for (const role of handlingRoles(placement)) {
    const holders = await holdersOf(role);
    if (holders.some((holder) => holder !== placement.reporter)) return levelOf(role);
  }
  return 'department';
}

function levelOf(role: Role): ComplaintLevel {
  if (role.role === 'official') return 'office';
  if (role.role === 'administrator') return 'department';
  if (role.scope.startsWith('district:')) return 'district';
  return role.scope.startsWith('province:') ? 'province' : 'department';
}
