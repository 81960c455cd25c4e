/**
 * What is reminded of on a day: the deadlines whose reminder day it is, and the agencies that have not done what they
 * ask for. Where an inner deadline counts for an agency, its days do.
 */
import { agenciesByCodes } from './agency.ts';
import type { KnownAgency } from './agency-document.ts';
import { type Deadline, deadlinesInForce } from './deadline.ts';
import { agenciesOf, deadlineFor, doneAmong, doneOf, isAbout } from './deadline-done.ts';
import { holidaysAround } from './holiday.ts';
import { reminderDays } from './reminder-days.ts';
import { type CalendarDate, daysBetween } from './thai/calendar.ts';
import type { Holidays } from './thai/working-days.ts';

/** What somebody is reminded of: that an agency has not done what a deadline asks for. */
export type ReminderItem = { deadline: string; agency: string };

/**
 * The deadlines of a day of Bangkok, wider and inner ones, and which of them are reminded of on it. `dueOn` tells those of
 * another day.
 */
export type ReminderDay = {
  day: CalendarDate;
  all: Deadline[];
  due: Deadline[];
  holidays: Holidays;
  dueOn: (day: CalendarDate) => Deadline[];
};

/** Reads what holds on a day. */
export async function reminderDayOf(day: CalendarDate): Promise<ReminderDay> {
  const [all, holidays] = await Promise.all([deadlinesInForce(day), holidaysAround(day)]);
  const dueOn = (one: CalendarDate) =>
    all.filter((deadline) => reminderDays(deadline, holidays).includes(one));
  return { day, all, due: dueOn(day), holidays, dueOn };
}

/** How pressing a reminder is: the days left, and those about what has passed after all others. Smaller comes first. */
export function urgencyOf({ closesOn }: Pick<Deadline, 'closesOn'>, day: CalendarDate): number {
  const left = daysBetween(day, closesOn);
  return left >= 0 ? left : AFTER_ALL_OTHERS - left;
}

const AFTER_ALL_OTHERS = 1_000;

/** The agencies for which this very deadline counts and that have not done it, in pages of at most 500. */
export async function* agenciesToRemind(
  deadline: Deadline,
  { all }: Pick<ReminderDay, 'all'>,
  now: Date,
): AsyncGenerator<KnownAgency[]> {
  const widest = widestOf(deadline, all);
  for await (const page of agenciesOf(deadline)) {
    const counting = page.filter(
      (agency) => concerns(deadline, agency, all) && deadlineFor(agency, widest, all).id === deadline.id,
    );
    const done = await doneAmong(deadline.what, counting, deadline, now);
    const missing = counting.filter(({ code }) => !done.has(code));
    if (missing.length > 0) yield missing;
  }
}

/** What is still to be reminded of, of what was planned: looked at again, right before it is sent. */
export type StillMissing = {
  has(item: ReminderItem): boolean;
  deadlineOf(item: ReminderItem): Deadline | undefined;
  agencyOf(code: string): KnownAgency | undefined;
};

/**
 * Which of these are missing as of now. `onlyDue` leaves out what is not reminded of on this day (any more); without it
 * any deadline in force will do, and the one that counts for the agency is found.
 */
export async function stillMissing(
  items: readonly ReminderItem[],
  { all, due }: ReminderDay,
  { now, onlyDue }: { now: Date; onlyDue: boolean },
): Promise<StillMissing> {
  const agencies = new Map(
    (await agenciesByCodes([...new Set(items.map(({ agency }) => agency))])).map((one) => [one.code, one]),
  );
  const asked = [...Map.groupBy(items, ({ deadline }) => deadline)].flatMap(([id, some]) => {
    const deadline = (onlyDue ? due : all).find((one) => one.id === id);
    if (!deadline) return [];
    const about = [...new Set(some.map(({ agency }) => agency))].flatMap((code) => agencies.get(code) ?? []);
    const counting = countingFor(about, deadline, all).map((one) => ({ ...one, id }));
    return onlyDue ? counting.filter((one) => one.deadline.id === id) : counting;
  });
  const done = await doneOf(asked, now);
  const missing = new Map(
    asked.flatMap((one) =>
      done.has(one) ? [] : [[keyOf({ deadline: one.id, agency: one.agency.code }), one.deadline] as const],
    ),
  );
  return {
    has: (item) => missing.has(keyOf(item)),
    deadlineOf: (item) => missing.get(keyOf(item)),
    agencyOf: (code) => agencies.get(code),
  };
}

/** The agencies that a deadline is about, each with the one that counts for it. */
function countingFor(
  agencies: readonly KnownAgency[],
  deadline: Deadline,
  all: readonly Deadline[],
): { agency: KnownAgency; deadline: Deadline }[] {
  const widest = widestOf(deadline, all);
  return agencies
    .filter((agency) => concerns(deadline, agency, all))
    .map((agency) => ({ agency, deadline: deadlineFor(agency, widest, all) }));
}

/** Whether it is about an agency: an inner deadline only as far as all that it tightens still are. */
function concerns(deadline: Deadline, agency: KnownAgency, all: readonly Deadline[]): boolean {
  if (!isAbout(deadline, agency)) return false;
  const wider = all.find(({ id }) => id === deadline.within);
  return !wider || concerns(wider, agency, all);
}

function widestOf(deadline: Deadline, all: readonly Deadline[]): Deadline {
  const wider = all.find(({ id }) => id === deadline.within);
  return wider ? widestOf(wider, all) : deadline;
}

const keyOf = ({ deadline, agency }: ReminderItem): string => `${deadline} ${agency}`;
