/**
 * Whom a deadline is about, which of several that tighten each other counts for an agency, and what is done of what a deadline asks for: computed from the data each time, never from a tick that somebody sets. All
 * agencies of a page are looked at with the same few queries.
 */
import { AgencyModel, agencyOf, type KnownAgency, type StoredAgency } from './agency-document.ts';
import type { Deadline, DoneKind } from './deadline.ts';
import { agenciesEndingCopies } from './deadline-copies.ts';
import { agenciesLinkingAll } from './deadline-manuals.ts';
import { agenciesWithOfficials } from './person.ts';
import { PinModel, type StoredPin } from './pin-document.ts';
import { postersMade } from './poster.ts';
import { covers, readScope, type Scope, scopeFilter } from './scope.ts';
import { RevisionModel } from './survey-revision.ts';
import { currentRound } from './survey-round.ts';
import { addDays, bangkokDate, type CalendarDate, startOfBangkokDay } from './thai/calendar.ts';

/** Agencies that are read at once. */
const AGENCIES_AT_ONCE = 500;
/** Agencies about which is asked at once whether they are done. */
const JUDGED_AT_ONCE = 2_000;

/** The agencies a deadline is about, by code, in pages of 500. */
export async function* agenciesOf(
  deadline: Pick<Deadline, 'scope' | 'kinds'>,
): AsyncGenerator<KnownAgency[]> {
  const scope = readScope(deadline.scope);
  if (!scope) return;
  const about = {
    ...scopeFilter(scope),
    ...(deadline.kinds.length > 0 && { kind: { $in: deadline.kinds } }),
  };
  let last = '';
  for (;;) {
    const stored = await AgencyModel.find({ ...about, _id: { $gt: last } })
      .sort({ _id: 1 })
      .limit(AGENCIES_AT_ONCE)
      .lean<StoredAgency[]>();
    if (stored.length > 0) yield stored.map(agencyOf);
    if (stored.length < AGENCIES_AT_ONCE) return;
    last = stored.at(-1)?._id ?? '';
  }
}

/** Whether a deadline is about an agency; it agrees with `agenciesOf`. */
export function isAbout(deadline: Pick<Deadline, 'scope' | 'kinds'>, agency: KnownAgency): boolean {
  const scope = scopeOf(deadline);
  if (scope === undefined || !covers(scope, agency)) return false;
  return deadline.kinds.length === 0 || deadline.kinds.includes(agency.kind);
}

/** Thousands of agencies are held against the same few deadlines: each scope is read once. */
const scopes = new WeakMap<Pick<Deadline, 'scope'>, Scope | undefined>();

function scopeOf(deadline: Pick<Deadline, 'scope'>): Scope | undefined {
  if (!scopes.has(deadline)) scopes.set(deadline, readScope(deadline.scope));
  return scopes.get(deadline);
}

/**
 * The deadline that counts for an agency: among a wider one and what tightens it (others in `all` are left aside) the
 * one that ends first; its reminder days count as well.
 */
export function deadlineFor(agency: KnownAgency, deadline: Deadline, all: readonly Deadline[]): Deadline {
  let counting = deadline;
  for (const inner of all) {
    if (inner.within !== deadline.id || !isAbout(inner, agency)) continue;
    const tightened = deadlineFor(agency, inner, all);
    if (tightened.closesOn < counting.closesOn) counting = tightened;
  }
  return counting;
}

/** The last day that counts for an agency: that of the wider deadline or of an earlier inner one. */
export function closesFor(agency: KnownAgency, deadline: Deadline, all: readonly Deadline[]): CalendarDate {
  return deadlineFor(agency, deadline, all).closesOn;
}

/** From when on what is done counts; with `closesOn`, a survey round that opens after that day asks for nothing. */
export type Since = { opensOn: CalendarDate; closesOn?: CalendarDate };

type Page = { agencies: readonly KnownAgency[]; codes: string[]; since: Since; now: Date };

/** The codes of those among some agencies that have done it. */
const DONE: Readonly<Record<DoneKind, (page: Page) => Promise<Set<string>>>> = {
  registered: ({ codes }) => agenciesWithOfficials(codes),
  pinned: ({ codes }) => agenciesWithPins(publishedOf(codes)),
  surveyed,
  'procedures-linked': ({ agencies }) => agenciesLinkingAll(agencies),
  'copies-ended': ({ agencies }) => agenciesEndingCopies(agencies),
  'poster-printed': async ({ codes }) => {
    const pins = await publishedPins(codes);
    const printed = await postersMade(pins.map(({ id }) => id));
    return allOfThem(pins, ({ id }) => printed.has(id));
  },
  // Counted by the database, from the index alone: who has pins, without who has one that was not checked.
  'pins-checked': async ({ codes, since }) => {
    const unchecked = { checkedAt: { $not: { $gte: startOfBangkokDay(since.opensOn) } } };
    const [all, missing] = await Promise.all([
      agenciesWithPins(publishedOf(codes)),
      agenciesWithPins({ ...publishedOf(codes), ...unchecked }),
    ]);
    return new Set([...all].filter((agency) => !missing.has(agency)));
  },
};

/**
 * The codes of those agencies that have done it, at this instant.
 *
 * - `registered`: the agency has an official.
 * - `pinned`: it has a published pin.
 * - `surveyed`: it submitted in the current round, on the day the deadline opened or later.
 * - `procedures-linked`: it has a published pin, each has at least one of its procedures linked, and each of its
 *   procedures is linked to at least one of them ("link every citizen manual"). Those that are no longer offered are not
 *   asked for. What an agency does not offer although others of its kind do, the data cannot tell.
 * - `copies-ended`: none of its procedures asks for a copy, at none of its published pins; without procedures nothing asks.
 * - `poster-printed`: it has a published pin, and a poster was made for each.
 * - `pins-checked`: it has a published pin, and each was found right on the day the deadline opened or later.
 */
export async function doneAmong(
  what: DoneKind,
  agencies: readonly KnownAgency[],
  since: Since,
  now: Date,
): Promise<Set<string>> {
  const done = new Set<string>();
  for (let from = 0; from < agencies.length; from += JUDGED_AT_ONCE) {
    const page = agencies.slice(from, from + JUDGED_AT_ONCE);
    const codes = page.map(({ code }) => code);
    for (const code of await DONE[what]({ agencies: page, codes, since, now })) done.add(code);
  }
  return done;
}

/** An agency, and what the deadline asks that counts for it. */
export type Counting = { agency: KnownAgency; deadline: Pick<Deadline, 'what' | 'opensOn' | 'closesOn'> };

/** Those of which the agency has done what is asked. What comes to the same question is asked together. */
export async function doneOf<One extends Counting>(all: readonly One[], now: Date): Promise<Set<One>> {
  const found: One[] = [];
  for (const [, alike] of Map.groupBy(all, ({ deadline }) => questionOf(deadline, now))) {
    const asked = alike[0]?.deadline;
    if (!asked) continue;
    const agencies = alike.map(({ agency }) => agency);
    const done = await doneAmong(asked.what, agencies, asked, now);
    found.push(...alike.filter(({ agency }) => done.has(agency.code)));
  }
  return new Set(found);
}

/** Alike for deadlines that differ in nothing that `DONE` looks at. A survey's last day counts once it is over. */
function questionOf({ what, opensOn, closesOn }: Counting['deadline'], now: Date): string {
  if (what === 'pins-checked') return `${what} ${opensOn}`;
  if (what !== 'surveyed') return what;
  return `${what} ${opensOn} ${closesOn < bangkokDate(now) ? closesOn : ''}`;
}

/** Whether one agency has done what a deadline asks for. */
export async function isDone(deadline: Deadline, agency: KnownAgency, now: Date): Promise<boolean> {
  return (await doneAmong(deadline.what, [agency], deadline, now)).has(agency.code);
}

async function surveyed({ codes, since, now }: Page): Promise<Set<string>> {
  const lastMoment = since.closesOn && new Date(startOfBangkokDay(addDays(since.closesOn, 1)).getTime() - 1);
  const round = await currentRound(lastMoment && lastMoment < now ? lastMoment : now);
  const submitted = await RevisionModel.distinct('agency', {
    round: round.id,
    agency: { $in: codes },
    at: { $gte: startOfBangkokDay(since.opensOn) },
  });
  return new Set(submitted);
}

/** A published pin as far as it counts here. */
type Pin = { id: string; agency: string };

const publishedOf = (codes: string[]) => ({ agency: { $in: codes }, state: 'published' as const });

/** The index is named to the database: choosing by itself it may read every pin of the country instead. */
const BY_AGENCY = { agency: 1, state: 1, checkedAt: 1, _id: 1 } as const;

/** The agencies that have such pins: one step in the index for each agency, not one for each pin. */
async function agenciesWithPins(filter: ReturnType<typeof publishedOf>): Promise<Set<string>> {
  const grouped = await PinModel.aggregate<{ _id: string }>([
    { $match: filter },
    { $sort: { agency: 1, state: 1 } },
    { $group: { _id: '$agency', state: { $first: '$state' } } },
  ]).option({ hint: BY_AGENCY, batchSize: JUDGED_AT_ONCE + 1 });
  return new Set(grouped.map(({ _id }) => _id));
}

async function publishedPins(codes: string[]): Promise<Pin[]> {
  const stored = await PinModel.find(publishedOf(codes), { agency: 1 }).lean<StoredPin[]>();
  return stored.map(({ _id, agency }) => ({ id: _id, agency: agency ?? '' }));
}

/** The agencies of these pins of which every pin is as it should be. */
function allOfThem(pins: readonly Pin[], isRight: (pin: Pin) => boolean): Set<string> {
  const all = new Set(pins.map(({ agency }) => agency));
  for (const pin of pins) if (!isRight(pin)) all.delete(pin.agency);
  return all;
}
