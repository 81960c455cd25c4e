/** What a deadline has to keep to, alone and as one that tightens a wider one. Pure. */
import type { Deadline, KnownDeadline } from './deadline.ts';
import { contains, readScope } from './scope.ts';

/** Days before and after a deadline at most on which is reminded. */
const REMIND_AT_MOST = 90;

/** Reminder days of one deadline at most. */
const REMINDERS_AT_MOST = 10;

/**
 * What is wrong with a deadline. `ends-before-it-opens`; `no-scope`; `reminder-days`: not whole numbers from 0 to 90, or
 * more than 10; `wider-unknown`: what it tightens does not exist or is cancelled; `not-earlier`: it ends no earlier than
 * the wider one; `outside-wider`: its scope or kinds reach beyond; `opens-with-wider`: the wider one says when it opens.
 */
export type DeadlineFault =
  | 'ends-before-it-opens'
  | 'no-scope'
  | 'reminder-days'
  | 'wider-unknown'
  | 'not-earlier'
  | 'outside-wider'
  | 'opens-with-wider';

/** The first fault of a deadline; `wider` is the one it names in `within`. */
export function faultOf(
  deadline: Omit<Deadline, 'id'>,
  wider: KnownDeadline | undefined,
): DeadlineFault | undefined {
  if (!readScope(deadline.scope)) return 'no-scope';
  if (deadline.closesOn < deadline.opensOn) return 'ends-before-it-opens';
  if (!areReminderDays(deadline)) return 'reminder-days';
  if (deadline.within === undefined) return undefined;
  return !wider || wider.cancelled ? 'wider-unknown' : faultWithin(deadline, wider);
}

function faultWithin(inner: Omit<Deadline, 'id'>, wider: KnownDeadline): DeadlineFault | undefined {
  if (!liesWithin(inner, wider)) return 'outside-wider';
  if (inner.opensOn !== wider.opensOn) return 'opens-with-wider';
  return inner.closesOn >= wider.closesOn ? 'not-earlier' : undefined;
}

function liesWithin(
  inner: Pick<Deadline, 'scope' | 'kinds'>,
  wider: Pick<Deadline, 'scope' | 'kinds'>,
): boolean {
  const [outerScope, innerScope] = [readScope(wider.scope), readScope(inner.scope)];
  if (!outerScope || !innerScope || !contains(outerScope, innerScope)) return false;
  if (wider.kinds.length === 0) return true;
  return inner.kinds.length > 0 && inner.kinds.every((kind) => wider.kinds.includes(kind));
}

function areReminderDays({
  remindBefore,
  remindAfter,
}: Pick<Deadline, 'remindBefore' | 'remindAfter'>): boolean {
  const isDay = (day: number) => Number.isInteger(day) && day >= 0 && day <= REMIND_AT_MOST;
  return (
    remindBefore.length <= REMINDERS_AT_MOST &&
    remindBefore.every(isDay) &&
    (remindAfter === undefined || (isDay(remindAfter) && remindAfter > 0))
  );
}
