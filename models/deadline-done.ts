/**
 * Whom a deadline is about, which of several that tighten each other counts for an agency, and what is done of what a deadline asks for: computed from the data each time, never from a tick that somebody sets. All
 * agencies of a page are looked at with the same few queries.
 */
import { AgencyModel, agencyOf, type KnownAgency, type StoredAgency } from './agency-document.ts';
import type { Deadline, DoneKind } from './deadline.ts';
import { agenciesEndingCopies } from './deadline-copies.ts';
import { proceduresOfPage } from './deadline-procedures.ts';
import { agenciesWithOfficials } from './person.ts';
import { PinModel, type StoredPin } from './pin-document.ts';
import { postersMade } from './poster.ts';
import { ProcedureLinkModel } from './procedure-link-document.ts';
import { covers, readScope, scopeFilter } from './scope.ts';
import { RevisionModel } from './survey-revision.ts';
import { currentRound } from './survey-round.ts';
import { addDays, type CalendarDate, startOfBangkokDay } from './thai/calendar.ts';

/** Agencies that are read at once. */
export const AGENCIES_AT_ONCE = 500;

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
export function isAbout({ scope, kinds }: Pick<Deadline, 'scope' | 'kinds'>, agency: KnownAgency): boolean {
  const read = readScope(scope);
  return read !== undefined && covers(read, agency) && (kinds.length === 0 || kinds.includes(agency.kind));
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
  pinned: async ({ codes }) =>
    new Set((await PinModel.distinct('agency', publishedOf(codes))).flatMap((agency) => agency ?? [])),
  surveyed,
  'procedures-linked': proceduresLinked,
  'copies-ended': ({ agencies }) => agenciesEndingCopies(agencies),
  'poster-printed': async ({ codes }) => {
    const pins = await publishedPins(codes);
    const printed = await postersMade(pins.map(({ id }) => id));
    return allOfThem(pins, ({ id }) => printed.has(id));
  },
  'pins-checked': async ({ codes, since }) => {
    const from = startOfBangkokDay(since.opensOn);
    return allOfThem(
      await publishedPins(codes),
      ({ checkedAt }) => checkedAt !== undefined && checkedAt >= from,
    );
  },
};

/**
 * The codes of those agencies that have done it, at this instant.
 *
 * - `registered`: the agency has an official.
 * - `pinned`: it has a published pin.
 * - `surveyed`: it submitted in the current round, on the day the deadline opened or later.
 * - `procedures-linked`: it has a published pin, and each has a procedure that it offers linked.
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
  for (let from = 0; from < agencies.length; from += AGENCIES_AT_ONCE) {
    const page = agencies.slice(from, from + AGENCIES_AT_ONCE);
    const codes = page.map(({ code }) => code);
    for (const code of await DONE[what]({ agencies: page, codes, since, now })) done.add(code);
  }
  return done;
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
type Pin = { id: string; agency: string; checkedAt?: Date };

const publishedOf = (codes: string[]) => ({ agency: { $in: codes }, state: 'published' as const });

async function publishedPins(codes: string[]): Promise<Pin[]> {
  const stored = await PinModel.find(publishedOf(codes), { agency: 1, checkedAt: 1 }).lean<StoredPin[]>();
  return stored.map(({ _id, agency, checkedAt }) => ({
    id: _id,
    agency: agency ?? '',
    ...(checkedAt && { checkedAt }),
  }));
}

/** The agencies of these pins of which every pin is as it should be. */
function allOfThem(pins: readonly Pin[], isRight: (pin: Pin) => boolean): Set<string> {
  const all = new Set(pins.map(({ agency }) => agency));
  for (const pin of pins) if (!isRight(pin)) all.delete(pin.agency);
  return all;
}

/** A link counts as it does elsewhere: its procedure is offered and is one of the agency's. */
async function proceduresLinked({ agencies, codes }: Page): Promise<Set<string>> {
  const [pins, procedures] = await Promise.all([publishedPins(codes), proceduresOfPage(agencies)]);
  const links = await ProcedureLinkModel.aggregate<{ _id: string; procedures: string[] }>([
    { $match: { pin: { $in: pins.map(({ id }) => id) }, isLinked: true } },
    { $group: { _id: '$pin', procedures: { $push: '$procedure' } } },
  ]);
  const linked = new Map(links.map(({ _id, procedures: there }) => [_id, there]));
  const has = procedures.hasProcedure;
  return allOfThem(pins, ({ id, agency }) => (linked.get(id) ?? []).some((code) => has(agency, code)));
}
