/**
 * What coordinators and administrators look after, part by part: whole, by province, by district. Who may see what is
 * asked here each time: every part is cut down to the scopes of the person's own roles.
 */
import { agenciesWithin, type PlacedAgency } from './agency.ts';
import { personById } from './person.ts';
import type { Role } from './role.ts';
import { readScope, type Scope } from './scope.ts';

/**
 * A part of the country by the codes of the register: "province:21", "district:2101"; "province:-" is what stands in
 * no province (such as embassies), "district:21-" what stands in a province but in no district of it.
 */
export type AreaKey = string;

/** Where an agency stands, as far as the register knows. */
export type Standing = { provinceCode?: string | undefined; districtCode?: string | undefined };

/** A part, and how many there are in it. */
export type CountedArea = { area: AreaKey; count: number };

const AREA = /^(?:province:(\d{2}|-)|district:(?:(\d{2})-|(\d{4})))$/;

/** The agencies the person looks after, all or in one part; none for a part that is none, and for anybody else. */
export async function agenciesLookedAfter(person: string, area?: AreaKey): Promise<PlacedAgency[]> {
  const place = area === undefined ? {} : placeOf(area);
  const scopes = await scopesOf(person);
  return place && scopes.length > 0 ? agenciesWithin(scopes, place) : [];
}

/** What the person looks after, by the roles they hold. */
export async function scopesOf(person: string): Promise<Scope[]> {
  return scopesOfRoles((await personById(person)).roles);
}

/** What these roles look after. */
export function scopesOfRoles(roles: readonly Role[]): Scope[] {
  return roles.flatMap((role): Scope[] => {
    if (role.role === 'administrator') return [{ level: 'country' }];
    const scope = role.role === 'coordinator' ? readScope(role.scope) : undefined;
    return scope ? [scope] : [];
  });
}

/** Where such a part stands, for finding its agencies; `null` is nowhere. Undefined for what is no part. */
export function placeOf(
  area: AreaKey,
): { provinceCode?: string | null; districtCode?: string | null } | undefined {
  const [whole, province, placeless, district] = AREA.exec(area) ?? [];
  if (whole === undefined) return undefined;
  if (province !== undefined) return { provinceCode: province === '-' ? null : province };
  return placeless === undefined
    ? { districtCode: district ?? '' }
    : { provinceCode: placeless, districtCode: null };
}

/**
 * How many there are in each part, in the order of the codes: by province, or by district where all is in one province.
 * `countOf` counts by agency. Parts without any are left out.
 */
export async function countedAreas(
  { person, area }: { person: string; area?: AreaKey | undefined },
  countOf: (agencies: readonly string[]) => Promise<ReadonlyMap<string, number>>,
): Promise<CountedArea[]> {
  const agencies = await agenciesLookedAfter(person, area);
  const counts = await countOf(agencies.map(({ code }) => code));
  const counted = agencies.filter(({ code }) => counts.has(code));
  const provinces = new Set(counted.map(({ provinceCode }) => provinceCode));
  const keyOf = provinces.size > 1 ? provinceKey : districtKey;
  const sums = new Map<AreaKey, number>();
  for (const agency of counted) {
    const key = keyOf(agency);
    sums.set(key, (sums.get(key) ?? 0) + (counts.get(agency.code) ?? 0));
  }
  // What stands nowhere comes last.
  const inOrder = [...sums].sort(
    ([a], [b]) => Number(a.endsWith('-')) - Number(b.endsWith('-')) || (a < b ? -1 : 1),
  );
  return inOrder.map(([key, count]) => ({ area: key, count }));
}

/** The part a whole country is made of. */
export const provinceKey = ({ provinceCode }: Standing): AreaKey => `province:${provinceCode ?? '-'}`;

/** The part a province is made of. */
export function districtKey(agency: Standing): AreaKey {
  const { provinceCode, districtCode } = agency;
  if (provinceCode === undefined) return provinceKey(agency);
  return `district:${districtCode ?? `${provinceCode}-`}`;
}
