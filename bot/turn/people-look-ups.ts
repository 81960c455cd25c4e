/** What conversations read about agencies and people, answered from the database and the search for agencies. */
import type { Name } from '../../flows/engine/text.ts';
import type { Role } from '../../flows/engine/who.ts';
import type { ListedAgency, MissingAgency, NamedScope, PeopleLookUps } from '../../flows/people-look-ups.ts';
import { agenciesByCodes, agencyByCode, departmentsNamed, hasAgencies } from '../../models/agency.ts';
import { type AgencySearch, areasOf, type FoundAgency } from '../../models/agency-search.ts';
import { openInvitations } from '../../models/invitation.ts';
import {
  countMissingAgenciesFor,
  type MissingAgencyReport,
  missingAgenciesFor,
} from '../../models/missing-agency.ts';
import { NotAllowed, officialsOf, officialsSeenBy, type Profile, personById } from '../../models/person.ts';
import { areasNamed, districtName, provinceName } from '../../models/place-names.ts';
import { countWaitingFor, waitingFor } from '../../models/registration.ts';
import { lookAfter } from '../../models/role.ts';
import { readScope, type Scope } from '../../models/scope.ts';
import { createHistory } from './past-changes.ts';

/** How many hits are looked through for agencies of one's own scope. */
const LOOKED_THROUGH = 5_000;
const SCOPES_AT_MOST = 8;

/** Look-ups about agencies and people. */
export function createPeopleLookUps(agencies: AgencySearch): PeopleLookUps {
  return {
    hasAgencies,
    agenciesNamed: async (words, page) => (await agencies.search(words, page)).map(listed),
    async ownAgenciesNamed(person, words, { skip, limit }) {
      const { roles } = await personById(person);
      const found = await agencies.search(words, { skip: 0, limit: LOOKED_THROUGH });
      return found
        .filter((agency) => lookAfter(roles, agency))
        .slice(skip, skip + limit)
        .map(listed);
    },
    agency: async (code) => (await listedByCode([code])).get(code),
    async registeredAt(agency) {
      const there = await officialsOf(agency);
      return there.flatMap(({ profile, since }) =>
        profile ? [{ name: shortName(profile), since: since.toISOString() }] : [],
      );
    },
    officialsSeenBy: (person, agency) => orNothing(() => officialsFor(person, agency)),
    async waitingFor(coordinator, limit) {
      const waiting = await waitingFor(coordinator, limit);
      const known = await listedByCode(waiting.map(({ agency }) => agency));
      return waiting.flatMap(({ agency: code, at, ...applicant }) => {
        const agency = known.get(code);
        return agency ? [{ ...applicant, agency, at: at.toISOString() }] : [];
      });
    },
    countWaitingFor,
    missingAgenciesFor: async (roles, limit) =>
      Promise.all((await missingAgenciesFor(roles, limit)).map(missingAgency)),
    countMissingAgenciesFor,
    async openInvitations(person, now) {
      const open = await openInvitations(person, new Date(now));
      return Promise.all(
        open.map(async ({ id, role, expiresAt }) => ({
          id,
          role,
          place: await placeOf(role),
          expiresAt: expiresAt.toISOString(),
        })),
      );
    },
    placeOf,
    scopesNamed,
    history: (person, page) => orNothing(() => createHistory(placeOf)(person, page)),
  };
}

async function orNothing<Result>(read: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof NotAllowed) return undefined;
    throw error;
  }
}

async function officialsFor(person: string, agency: string) {
  const there = await officialsSeenBy(person, agency);
  return there.map(({ id, profile, since }) => ({
    person: id,
    name: profile ? `${profile.firstName} ${profile.lastName}` : '',
    since: since.toISOString(),
  }));
}

async function missingAgency({ id, words, at, ...place }: MissingAgencyReport): Promise<MissingAgency> {
  const [area] = await areasOf([place]);
  return { id, words, area: area ?? { th: '' }, at: at.toISOString() };
}

function listed({ code, name, area }: FoundAgency): ListedAgency {
  return { code, name, area };
}

async function listedByCode(codes: readonly string[]): Promise<Map<string, ListedAgency>> {
  const found = await agenciesByCodes([...new Set(codes)]);
  const areas = await areasOf(found);
  return new Map(
    found.map((agency, at) => [agency.code, listed({ ...agency, area: areas[at] ?? { th: '', en: '' } })]),
  );
}

/** First name and the initial of the surname: enough for a colleague to know who it is. Vowels before it stay. */
function shortName({ firstName, lastName }: Profile): string {
  const [initial] = /^[เ-ไ]?./u.exec(lastName) ?? [''];
  return `${firstName} ${initial}.`;
}

async function placeOf(role: Role): Promise<Name> {
  if (role.role === 'official') return (await agencyByCode(role.agency))?.name ?? { th: role.agency };
  const scope = role.role === 'coordinator' ? readScope(role.scope) : undefined;
  return scope ? scopeName(scope) : { th: '' };
}

/** A scope in words; where the register of places does not know a code, the code stands for it. */
export async function scopeName(scope: Scope): Promise<Name> {
  if (scope.level === 'country') return { th: 'ทั้งประเทศ', en: 'the whole country' };
  if (scope.level === 'department') return { th: scope.code };
  const known = await (scope.level === 'province' ? provinceName : districtName)(scope.code);
  return areaName(scope.level, known ?? { th: `รหัส ${scope.code}`, en: scope.code });
}

function areaName(level: 'province' | 'district', { th, en }: { th: string; en: string }): Name {
  if (level === 'province')
    return { th: `จังหวัด${th}`.replace('จังหวัดกรุงเทพ', 'กรุงเทพ'), en: `${en} Province` };
  return { th: `อำเภอ${th}`, en: `${en} District` };
}

async function scopesNamed(words: string): Promise<NamedScope[]> {
  const given = readScope(words.trim()) ?? codeScope(words.trim());
  if (given) return [{ scope: written(given), name: await scopeName(given) }];
  if (/^(?:ทั้งประเทศ|country)$/i.test(words.trim()))
    return [{ scope: 'country', name: await scopeName({ level: 'country' }) }];
  const areas = await areasNamed(words, SCOPES_AT_MOST);
  const departments = await departmentsNamed(words, SCOPES_AT_MOST);
  return [
    ...areas.map(({ level, code, name, province }) => ({
      scope: `${level}:${code}`,
      name: within(areaName(level, name), province),
    })),
    ...departments.map((name) => ({ scope: `department:${name}`, name: { th: name } })),
  ].slice(0, SCOPES_AT_MOST);
}

/** Districts of one name lie in several provinces. */
function within({ th, en }: Name, province: { th: string; en: string } | undefined): Name {
  return province ? { th: `${th} จ.${province.th}`, en: `${en}, ${province.en}` } : { th, en };
}

function codeScope(words: string): Scope | undefined {
  if (/^\d{2}$/.test(words)) return { level: 'province', code: words };
  return /^\d{4}$/.test(words) ? { level: 'district', code: words } : undefined;
}

function written(scope: Scope): string {
  return scope.level === 'country' ? 'country' : `${scope.level}:${scope.code}`;
}
