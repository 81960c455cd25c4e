/** What conversations read about how far deadlines are, digests and leave, answered from the database. */
import type { Name } from '../../flows/engine/text.ts';
import type {
  ProgressLookUps,
  ProgressWish,
  ShownMissing,
  ShownProgress,
} from '../../flows/progress/progress-look-ups.ts';
import { digestStateOf } from '../../models/digest-settings.ts';
import { type Person, peopleByIds } from '../../models/person.ts';
import { deadlinesToFollow, missingCodes, missingIn, progressOf } from '../../models/progress.ts';
import { readScope } from '../../models/scope.ts';
import { scopesOf } from '../../models/scoped-area.ts';
import { leavesOf, standInsFor } from '../../models/stand-in.ts';
import { scopeName } from './people-look-ups.ts';
import { named } from './scope-look-ups.ts';

/** Agencies that are reminded at once at most. */
const REMINDED_AT_ONCE = 500;

/** Look-ups about progress. */
export function createProgressLookUps(now: () => Date): ProgressLookUps {
  return {
    deadlines: async (person) =>
      (await deadlinesToFollow(person, now())).map(({ id, title, what, closesOn }) => ({
        id,
        title,
        what,
        closesOn,
      })),
    of: (wish, person) => shownProgress(wish, person, now()),
    missing: (wish, person) => shownMissing(wish, person, now()),
    missingCodes: (deadline, area, person) =>
      missingCodes({ deadline, area, person }, now(), REMINDED_AT_ONCE),
    digest: async (person) => (await digestStateOf(person)).frequency,
    async standIns(person) {
      const found = await standInsFor(person);
      return Promise.all(
        found.map(async (one) => ({ person: one.id, name: fullName(one), place: await coordinated(one) })),
      );
    },
    async leaves(person) {
      const found = await leavesOf(person, now());
      const people = await peopleByIds(found.flatMap(({ standIn }) => standIn ?? []));
      return found.map(({ id, from, until, standIn }) => ({
        id,
        from,
        until,
        standIn: fullName(people.get(standIn ?? '')),
        isTaken: standIn !== undefined,
      }));
    },
  };
}

async function shownProgress(
  wish: ProgressWish,
  person: string,
  now: Date,
): Promise<ShownProgress | undefined> {
  const found = await progressOf({ ...wish, person }, now, wish);
  if (!found) return undefined;
  const { deadline, parts, ...counts } = found;
  const { id, title, what, scope } = deadline;
  const [place, names] = await Promise.all([
    placeOf(wish, person, scope),
    named(parts.map(({ area, all }) => ({ area, count: all }))),
  ]);
  const withNames = parts.map((part, at) => ({ ...part, ...nameOf(names[at]?.name) }));
  return { id, title, what, place, ...counts, parts: withNames };
}

async function shownMissing(
  wish: ProgressWish,
  person: string,
  now: Date,
): Promise<ShownMissing | undefined> {
  const found = await missingIn({ ...wish, person }, now, wish);
  if (!found) return undefined;
  const { deadline, agencies, ...counts } = found;
  const place = await placeOf(wish, person, deadline.scope);
  const shown = agencies.map(({ closesOn: _closesOn, ...agency }) => agency);
  return { title: deadline.title, place, ...counts, agencies: shown };
}

/** The part asked for; without one all that the person looks after of the deadline's. */
async function placeOf({ area }: ProgressWish, person: string, scope: string): Promise<Name> {
  if (area !== undefined) {
    const [found] = await named([{ area, count: 0 }]);
    return found?.name ?? { th: 'ไม่ระบุพื้นที่', en: 'No area' };
  }
  const own = await scopesOf(person);
  const [only] = own;
  const about = readScope(scope);
  const shown = own.length === 1 && only && only.level !== 'country' ? only : about;
  return scopeName(shown ?? { level: 'country' });
}

const nameOf = (name: Name | undefined) => (name ? { name } : {});

function fullName(person: Person | undefined): string {
  return person?.profile ? `${person.profile.firstName} ${person.profile.lastName}` : '';
}

async function coordinated({ roles }: Person): Promise<Name> {
  const [first] = roles.flatMap((role) => (role.role === 'coordinator' ? (readScope(role.scope) ?? []) : []));
  return scopeName(first ?? { level: 'country' });
}
