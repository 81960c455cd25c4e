/**
 * Reminders that were not sent because no pushes were left. They stay held, also on later days, until something about the
 * same was sent to their person; where there are pushes again, what is still missing is reminded of anew. For the
 * coordinator to see they are listed by agency.
 */
import { AgencyModel, type KnownAgency } from './agency-document.ts';
import { ClaimModel, itemsOfClaim, type StoredClaim, TOLD } from './reminder-claim.ts';
import { MOST_URGENT } from './reminder-claim-manual.ts';
import {
  type ReminderDay,
  type ReminderItem,
  reminderDayOf,
  type StillMissing,
  stillMissing,
} from './reminder-due.ts';
import { peopleToRemind, type ReminderPerson } from './reminder-people.ts';
import { covers, type Scope, scopeFilter } from './scope.ts';
import { addDays, bangkokDate, type CalendarDate } from './thai/calendar.ts';
import { naturalOrder } from './thai/natural-order.ts';

/** An agency whose officials were not reminded, who they are (ids), and of which deadlines. */
export type HeldReminder = { agency: KnownAgency; deadlines: string[]; people: string[] };

/** Somebody who was not reminded, with what of it is still missing. */
export type HeldClaim = { id: string; person: ReminderPerson; items: ReminderItem[]; wasAsked: boolean };

/** Claims are kept no longer. */
const KEPT_DAYS = 90;
/** Claims that are looked at together. */
const LOOKED_AT_ONCE = 2_000;
/** The same where somebody waits for the answer: a whole country in one go, at an ordinary time. */
const ANSWERED_AT_ONCE = 10_000;

/** A page of them; `over` are the ids of those that nobody needs any more. */
type HeldPage = { claims: HeldClaim[]; over: string[]; still: StillMissing };

/** What is held up to and with a day and still of use as of now, in pages; all, or what `filter` lets through. */
export async function* heldUntil(
  day: CalendarDate,
  now: Date,
  { filter = {}, atOnce = LOOKED_AT_ONCE }: { filter?: Record<string, unknown>; atOnce?: number } = {},
): AsyncGenerator<HeldPage> {
  let after = '';
  let holds: ReminderDay | undefined;
  for (;;) {
    const stored = await ClaimModel.find({
      ...filter,
      state: 'held',
      day: { $gte: addDays(day, -KEPT_DAYS), $lte: day },
      _id: { $gt: after },
    })
      .sort({ day: 1, _id: 1 })
      .limit(atOnce)
      .batchSize(atOnce)
      .lean<StoredClaim[]>();
    if (stored.length > 0) {
      holds ??= await reminderDayOf(bangkokDate(now));
      yield await stillOfUse(stored, holds, now);
    }
    if (stored.length < atOnce) return;
    // Ids begin with their day.
    after = stored.at(-1)?._id ?? '';
  }
}

async function stillOfUse(stored: readonly StoredClaim[], holds: ReminderDay, now: Date): Promise<HeldPage> {
  const [told, people] = await Promise.all([
    toldLater(stored),
    peopleToRemind(
      stored.map(({ person }) => person),
      holds.day,
    ),
  ]);
  const left = stored.map((claim) => ({
    claim,
    items: allOf(claim).filter((item) => (told.get(keyOf(claim.person, item)) ?? '') < claim.day),
  }));
  const still = await stillMissing(
    left.flatMap(({ items }) => items),
    holds,
    { now, onlyDue: false },
  );
  const missing = left.map(({ claim, items }) => ({ claim, items: items.filter((item) => still.has(item)) }));
  const over = missing.flatMap(({ claim: { _id }, items }) => (items.length === 0 ? [_id] : []));
  // Who is on leave, or away, may come back to it.
  const claims = missing.flatMap(({ claim: { _id, urgency, person: id }, items }) => {
    const person = people.get(id);
    const own = items.filter(({ agency }) => person?.agencies.includes(agency));
    if (!person || own.length === 0) return [];
    return [{ id: _id, person, items: own, wasAsked: urgency === MOST_URGENT }];
  });
  return { claims, over, still };
}

/** The last day on which each of these people was told of each thing, by `keyOf`. */
async function toldLater(held: readonly StoredClaim[]): Promise<Map<string, CalendarDate>> {
  const stored = await ClaimModel.find(
    {
      person: { $in: held.map(({ person }) => person) },
      day: { $gte: held[0]?.day ?? '' },
      state: { $in: [...TOLD] },
    },
    { day: 1, person: 1, items: 1, extra: 1 },
  )
    .sort({ day: 1 })
    .batchSize(ANSWERED_AT_ONCE)
    .lean<StoredClaim[]>();
  return new Map(
    stored.flatMap((claim) => allOf(claim).map((item) => [keyOf(claim.person, item), claim.day] as const)),
  );
}

const keyOf = (person: string, { deadline, agency }: ReminderItem) => `${person} ${deadline} ${agency}`;

function allOf(claim: StoredClaim): ReminderItem[] {
  const { items, extra } = itemsOfClaim(claim);
  return [...items, ...extra];
}

/** Ends what is held from days before this one and of no use any more: told since, or done. */
export async function endNeedless(day: CalendarDate, now: Date): Promise<void> {
  for await (const { over } of heldUntil(addDays(day, -1), now))
    if (over.length > 0)
      await ClaimModel.updateMany({ _id: { $in: over }, state: 'held' }, { $set: { state: 'dropped' } });
}

/** How many people's reminders are held; counts what was done since the last run of the job, too. */
export async function countHeld(now: Date): Promise<number> {
  const recent = { $gte: addDays(bangkokDate(now), -KEPT_DAYS) };
  return (await ClaimModel.distinct('person', { state: 'held', day: recent })).length;
}

type HeldItem = { person: string; deadline: string; agency: KnownAgency };

/** What is held in a scope, agency by agency. Claims that are about none of it are left out by the database. */
async function* itemsHeldIn(scope: Scope, now: Date): AsyncGenerator<HeldItem> {
  const reading = { filter: await claimsAbout(scope), atOnce: ANSWERED_AT_ONCE };
  for await (const { claims, still } of heldUntil(bangkokDate(now), now, reading))
    for (const { person, items } of claims)
      for (const { deadline, agency: code } of items) {
        const agency = still.agencyOf(code);
        if (agency && covers(scope, agency)) yield { person: person.id, deadline, agency };
      }
}

async function claimsAbout(scope: Scope): Promise<Record<string, unknown>> {
  if (scope.level === 'country') return {};
  const codes = { $in: await AgencyModel.distinct('_id', scopeFilter(scope)) };
  return { $or: [{ 'items.agency': codes }, { 'extra.agency': codes }] };
}

/** How many agencies of a scope `heldIn` has: a few queries, however many agencies there are. */
export async function countHeldIn(scope: Scope, now: Date): Promise<number> {
  const codes = new Set<string>();
  for await (const { agency } of itemsHeldIn(scope, now)) codes.add(agency.code);
  return codes.size;
}

/** All that is held in a scope, by the names of agencies. */
export async function heldIn(scope: Scope, now: Date): Promise<HeldReminder[]> {
  const byCode = new Map<string, { deadlines: Set<string>; people: Set<string> }>();
  const agencies = new Map<string, KnownAgency>();
  for await (const { person, deadline, agency } of itemsHeldIn(scope, now)) {
    const row = byCode.get(agency.code) ?? { deadlines: new Set(), people: new Set() };
    row.deadlines.add(deadline);
    row.people.add(person);
    byCode.set(agency.code, row);
    agencies.set(agency.code, agency);
  }
  return [...agencies.values()]
    .map((agency) => ({
      agency,
      deadlines: [...(byCode.get(agency.code)?.deadlines ?? [])],
      people: [...(byCode.get(agency.code)?.people ?? [])].sort(),
    }))
    .sort(
      ({ agency: a }, { agency: b }) =>
        naturalOrder.compare(a.name.th, b.name.th) || (a.code < b.code ? -1 : 1),
    );
}
