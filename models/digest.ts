/**
 * What a coordinator is told now and then: what has changed since the last time, and the three most urgent things. When,
 * is told by `digest-slot.ts`; what was told before stands in `digest-settings.ts`; how everything stands is read once for
 * all of them (`digest-standing.ts`).
 *
 * What was said and has not changed is not said again: between the weekly digests one comes only when something has
 * changed, has become urgent, or is due on that very day (on the last working day before, where it ends on a day off).
 */
import { ownCaseCounts } from './complaint-counts.ts';
import { handledComplaints } from './complaint-read.ts';
import { type Deadline, deadlinesInForce } from './deadline.ts';
import { compileDigest, type Digest, isWorthTelling, type OwnStanding } from './digest-news.ts';
import { type DigestState, digestStatesOf } from './digest-settings.ts';
import { digestSlot } from './digest-slot.ts';
import {
  type CountryStanding,
  countryStanding,
  type DoneCounts,
  doOverlap,
  handles,
  widestOf,
} from './digest-standing.ts';
import { holidaysAround } from './holiday.ts';
import { settled } from './lent-roles.ts';
import type { Person } from './person.ts';
import { doneCounts, followedAmong } from './progress.ts';
import { waitingFor } from './registration.ts';
import { roleKey } from './role.ts';
import { writeScope } from './scope.ts';
import { scopesOfRoles } from './scoped-area.ts';
import { bangkokDate, type CalendarDate } from './thai/calendar.ts';
import type { Holidays } from './thai/working-days.ts';

/** A digest that is due on a day; without `digest` it would say nothing worth saying. */
export type DueDigest = {
  person: string;
  slot: CalendarDate;
  state: DigestState | undefined;
  digest?: Digest;
};

/** How everything stands at an instant, read when it is first asked for. */
export type DigestReader = {
  now: Date;
  holidays: Holidays;
  deadlines: readonly Deadline[];
  standing: () => Promise<CountryStanding>;
};

/** Requests to register are counted as far as this where they have to be read one by one. */
const COUNTED_AT_MOST = 500;

/** A reader as of `now`; `check` is asked between the pages of what is read. */
export async function digestReader(now: Date, check: () => Promise<void>): Promise<DigestReader> {
  const today = bangkokDate(now);
  const [holidays, deadlines] = await Promise.all([holidaysAround(today), deadlinesInForce(today)]);
  let standing: Promise<CountryStanding> | undefined;
  const read = () => {
    standing ??= countryStanding(deadlines, now, check);
    return standing;
  };
  return { now, holidays, deadlines, standing: read };
}

/** Those among these people who coordinate something now and want digests at all. */
export async function whoGetsDigests(
  people: readonly Person[],
  states: ReadonlyMap<string, DigestState>,
  now: Date,
): Promise<Person[]> {
  const wanted = people.filter(({ id, blockedAt }) => !blockedAt && states.get(id)?.frequency !== 'off');
  const found: Person[] = [];
  for (const person of wanted) {
    const known = await settled(person, now);
    if (known.roles.some(isCoordinating)) found.push(known);
  }
  return found;
}

/** The digests these people are to get at this instant. */
export async function dueDigests(people: readonly Person[], reader: DigestReader): Promise<DueDigest[]> {
  const { now, holidays, deadlines } = reader;
  const states = await digestStatesOf(people.map(({ id }) => id));
  const due = (await whoGetsDigests(people, states, now)).flatMap((person) => {
    const followed = followedAmong(scopesOfRoles(person.roles), deadlines);
    const state = states.get(person.id);
    const choice = { frequency: state?.frequency ?? ('weekly' as const), last: state?.slot };
    const when = digestSlot(now, choice, holidays, followed);
    return when ? [{ person, followed, state, when }] : [];
  });
  if (due.length === 0) return [];
  const own = await ownCaseCounts(
    due.map(({ person }) => person.id),
    bangkokDate(now),
  );
  const found: DueDigest[] = [];
  for (const { person, followed, state, when } of due) {
    const standing = await standingOf(person, followed, reader, own.get(person.id) ?? []);
    const digest = compileDigest(standing, state, now);
    const isTold = isWorthTelling(digest, state?.counts, { isWeekly: when.isWeekly, now, holidays });
    found.push({ person: person.id, slot: when.slot, state, ...(isTold && { digest }) });
  }
  return found;
}

type OwnCases = Parameters<typeof handles>[1][];

async function standingOf(
  person: Person,
  followed: readonly Deadline[],
  reader: DigestReader,
  own: OwnCases,
): Promise<OwnStanding> {
  const widest = widestOf(scopesOfRoles(person.roles));
  if (doOverlap(widest)) return readStanding(person, followed, reader.now);
  const { deadlines, waiting, cases } = await reader.standing();
  const keys = widest.map(writeScope);
  const done = (deadline: Deadline): DoneCounts => {
    const parts = keys.flatMap((key) => deadlines.get(deadline.id)?.get(key) ?? []);
    return { done: sumOf(parts, 'done'), all: sumOf(parts, 'all'), overdue: sumOf(parts, 'overdue') };
  };
  const handled = keys.flatMap((key) => cases.get(key) ?? []);
  const reported = own.filter((one) => widest.some((scope) => handles(scope, one)));
  return {
    deadlines: followed.map((deadline) => ({ deadline, ...done(deadline) })),
    waiting: keys.flatMap((key) => waiting.get(key) ?? []),
    cases: {
      all: sumOf(handled, 'all') - sumOf(reported, 'all'),
      overdue: sumOf(handled, 'overdue') - sumOf(reported, 'overdue'),
    },
  };
}

function sumOf<Key extends string>(parts: readonly Record<Key, number>[], key: Key): number {
  return parts.reduce((sum, part) => sum + part[key], 0);
}

/** For the few who look after a department and an area at once: what both cover must not count twice. */
async function readStanding(
  { id, roles }: Person,
  followed: readonly Deadline[],
  now: Date,
): Promise<OwnStanding> {
  const deadlines: OwnStanding['deadlines'] = [];
  for (const deadline of followed) deadlines.push({ deadline, ...(await doneCounts(deadline.id, id, now)) });
  const waiting = await waitingFor(id, COUNTED_AT_MOST);
  const cases = { all: 0, overdue: 0 };
  for (const role of roles.filter(isCoordinating)) {
    const { all, overdue } = await handledComplaints(
      { person: id, role: roleKey(role), skip: 0, limit: 1 },
      now,
    );
    cases.all += all;
    cases.overdue += overdue;
  }
  return { deadlines, waiting: waiting.map(({ at }) => at), cases };
}

const isCoordinating = ({ role }: Person['roles'][number]): boolean => role !== 'official';
