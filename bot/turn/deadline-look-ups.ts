/** What conversations read about deadlines, answered from the database. */
import type { DeadlineLookUps, NamedScope, ShownDeadline } from '../../flows/deadlines/deadline-look-ups.ts';
import type { PeopleLookUps } from '../../flows/people-look-ups.ts';
import {
  countInScope,
  deadlineSeenBy,
  deadlinesOfAgency,
  deadlinesSeenBy,
  kindsInScope,
  looksAfterAll,
  type SeenDeadline,
  scopesToChoose,
} from '../../models/deadline-seen.ts';
import { contains, readScope, type Scope, writeScope } from '../../models/scope.ts';
import { bangkokDate } from '../../models/thai/calendar.ts';
import { scopeName } from './people-look-ups.ts';

/** Look-ups about deadlines. `scopesNamed` finds scopes of the whole country by their names. */
export function createDeadlineLookUps(
  now: () => Date,
  { scopesNamed }: Pick<PeopleLookUps, 'scopesNamed'>,
): DeadlineLookUps {
  const today = () => bangkokDate(now());
  return {
    seenBy: async (person) => Promise.all((await deadlinesSeenBy(person, today())).map(shown)),
    async seen(id, person) {
      const deadline = await deadlineSeenBy(id, person, today());
      return deadline && shown(deadline);
    },
    async ofAgency(agency, person) {
      const counting = await deadlinesOfAgency(agency, person, now());
      return counting?.map(({ deadline: { title, what, closesOn }, isDone }) => ({
        title,
        what,
        closesOn,
        isDone,
      }));
    },
    scopes: async (person, within) => Promise.all((await scopesToChoose(person, within)).map(named)),
    async scopesNamed(person, within, words) {
      const found = await scopesNamed(words);
      const own = await Promise.all(
        found.map(async ({ scope }) => isWithin(within, scope) && (await looksAfterAll(person, scope))),
      );
      return found.filter((_, at) => own[at]);
    },
    kinds: kindsInScope,
    agencies: countInScope,
  };
}

function isWithin(within: string, scope: string): boolean {
  const [outer, inner] = [readScope(within), readScope(scope)];
  return outer !== undefined && inner !== undefined && contains(outer, inner);
}

async function named(scope: Scope): Promise<NamedScope> {
  return { scope: writeScope(scope), name: await scopeName(scope) };
}

async function shown({ changedAt, cancelled, ...deadline }: SeenDeadline): Promise<ShownDeadline> {
  const scope = readScope(deadline.scope);
  return {
    ...deadline,
    place: scope ? await scopeName(scope) : { th: '' },
    changedAt: changedAt.toISOString(),
    isCancelled: cancelled !== undefined,
  };
}
