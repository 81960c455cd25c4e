/**
 * What of how things stand is worth telling: what has changed since the last digest, the three most urgent things, and
 * whether any of it is worth a message. Pure.
 */
import type { Deadline } from './deadline.ts';
import type { DigestCounts, DigestState } from './digest-settings.ts';
import type { DoneCounts, OpenCases } from './digest-standing.ts';
import type { PinName } from './pin-document.ts';
import { bangkokDate, type CalendarDate, daysBetween } from './thai/calendar.ts';
import { type Holidays, workingDayOnOrBefore } from './thai/working-days.ts';

/** What has changed: agencies newly done, no longer done, or newly late; new requests to register; new complaints. */
export type DigestChange =
  | { what: 'done' | 'undone' | 'late'; title: PinName; count: number }
  | { what: 'approvals' | 'complaints'; count: number };

/** What is urgent, the most urgent first. */
export type DigestUrgent =
  | { what: 'deadline'; deadline: string; title: PinName; closesOn: CalendarDate; missing: number }
  | { what: 'approvals' | 'complaints'; count: number };

/** What one digest says, and how things stand with it. `isFirst`: nothing was told before, so that nothing has changed. */
export type Digest = {
  changes: DigestChange[];
  urgent: DigestUrgent[];
  counts: DigestCounts;
  isFirst: boolean;
};

/** How things stand for one person. */
export type OwnStanding = {
  deadlines: (DoneCounts & { deadline: Deadline })[];
  waiting: readonly Date[];
  cases: OpenCases;
};

const URGENT_AT_MOST = 3;
/** A deadline with agencies missing is urgent so many days before its end. */
const URGENT_FROM = 14;

/** What a digest would say. */
export function compileDigest(
  { deadlines, waiting, cases }: OwnStanding,
  state: DigestState | undefined,
  now: Date,
): Digest {
  const today = bangkokDate(now);
  const { counts: before, sentAt: since } = state ?? {};
  const newlyWaiting = since ? waiting.filter((at) => at > since).length : 0;
  const newComplaints = before ? cases.all - before.complaints : 0;
  return {
    changes: [
      ...deadlines.flatMap((one) => changesOf(one, before)),
      ...(newlyWaiting > 0 ? [{ what: 'approvals' as const, count: newlyWaiting }] : []),
      ...(newComplaints > 0 ? [{ what: 'complaints' as const, count: newComplaints }] : []),
    ],
    urgent: urgentOfAll({ deadlines, waiting, cases }, today).slice(0, URGENT_AT_MOST),
    isFirst: before === undefined,
    counts: {
      deadlines: deadlines.map((one) => ({
        id: one.deadline.id,
        done: one.done,
        overdue: one.overdue,
        isUrgent: urgentOf(one, today).length > 0,
      })),
      complaints: cases.all,
      complaintsOverdue: cases.overdue,
    },
  };
}

/** A deadline that is new since then has changed nothing yet. */
function changesOf(
  { deadline: { id, title }, done, overdue }: OwnStanding['deadlines'][number],
  before?: DigestCounts,
): DigestChange[] {
  const then = before?.deadlines.find((one) => one.id === id);
  if (!then) return [];
  const change = (what: 'done' | 'undone' | 'late', count: number): DigestChange[] =>
    count > 0 ? [{ what, title, count }] : [];
  return [
    ...change('done', done - then.done),
    ...change('undone', then.done - done),
    ...change('late', overdue - then.overdue),
  ];
}

/**
 * The most urgent first: what is still to come, the nearest before all else; what others wait for; and last what has
 * passed, the latest before what is long over. What has passed never takes the place of what can still be done in time.
 */
function urgentOfAll({ deadlines, waiting, cases }: OwnStanding, today: CalendarDate): DigestUrgent[] {
  const near = deadlines.flatMap((one) => urgentOf(one, today)).toSorted(byEnd);
  return [
    ...near.filter(({ closesOn }) => closesOn >= today),
    ...(cases.overdue > 0 ? [{ what: 'complaints' as const, count: cases.overdue }] : []),
    ...(waiting.length > 0 ? [{ what: 'approvals' as const, count: waiting.length }] : []),
    ...near.filter(({ closesOn }) => closesOn < today).reverse(),
  ];
}

const byEnd = (a: { closesOn: CalendarDate }, b: { closesOn: CalendarDate }): number =>
  a.closesOn.localeCompare(b.closesOn);

function urgentOf(
  { deadline, done, all }: OwnStanding['deadlines'][number],
  today: CalendarDate,
): (DigestUrgent & { what: 'deadline' })[] {
  const { id, title, closesOn } = deadline;
  if (done === all || daysBetween(today, closesOn) > URGENT_FROM) return [];
  return [{ what: 'deadline', deadline: id, title, closesOn, missing: all - done }];
}

/** Whether it says something that was not said: always, where it is the one of the week and something is urgent. */
export function isWorthTelling(
  { changes, urgent, counts }: Digest,
  before: DigestCounts | undefined,
  { isWeekly, now, holidays }: { isWeekly: boolean; now: Date; holidays: Holidays },
): boolean {
  if (changes.length > 0) return true;
  if (urgent.length === 0) return false;
  if (isWeekly || !before) return true;
  const today = bangkokDate(now);
  const isDueToday = urgent.some(
    (one) => one.what === 'deadline' && workingDayOnOrBefore(one.closesOn, holidays) === today,
  );
  return isDueToday || hasBecomeUrgent(counts, before);
}

function hasBecomeUrgent(now: DigestCounts, before: DigestCounts): boolean {
  const then = new Set(before.deadlines.flatMap(({ id, isUrgent }) => (isUrgent === false ? [] : [id])));
  const isNew = now.deadlines.some(({ id, isUrgent }) => isUrgent === true && !then.has(id));
  return isNew || (now.complaintsOverdue ?? 0) > (before.complaintsOverdue ?? before.complaints);
}
