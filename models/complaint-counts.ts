/** How many cases are open and overdue, by where they stand and who has them: once for everybody who handles some. */
import { type ComplaintLevel, ComplaintModel } from './complaint-document.ts';
import { OPEN_STATES } from './complaint-moves.ts';
import { plainPlace } from './complaint-rights.ts';
import type { ScopedPlace } from './scope.ts';
import type { CalendarDate } from './thai/calendar.ts';

/** Open cases of one place and level. */
export type CaseCount = { level: ComplaintLevel; place: ScopedPlace; all: number; overdue: number };

/** All there are, counted by the database. */
export async function openCaseCounts(today: CalendarDate): Promise<CaseCount[]> {
  return counted({ state: { $in: [...OPEN_STATES] } }, today);
}

/** Those that these people reported themselves, and so do not handle; by who did. */
export async function ownCaseCounts(
  people: readonly string[],
  today: CalendarDate,
): Promise<Map<string, CaseCount[]>> {
  const own = { state: { $in: [...OPEN_STATES] }, reporter: { $in: [...people] } };
  const reporters = await ComplaintModel.distinct('reporter', own);
  const counts = new Map<string, CaseCount[]>();
  for (const reporter of reporters)
    if (reporter) counts.set(reporter, await counted({ ...own, reporter }, today));
  return counts;
}

async function counted(filter: Record<string, unknown>, today: CalendarDate): Promise<CaseCount[]> {
  const rows = await ComplaintModel.aggregate<{
    _id: { level: ComplaintLevel; place: ScopedPlace };
    all: number;
    overdue: number;
  }>([
    { $match: filter },
    {
      $group: {
        _id: { level: '$level', place: '$place' },
        all: { $sum: 1 },
        // A case without a day is never overdue; a missing value would come before any day.
        overdue: {
          $sum: { $cond: [{ $and: [{ $gt: ['$dueOn', ''] }, { $lt: ['$dueOn', today] }] }, 1, 0] },
        },
      },
    },
  ]);
  return rows.map(({ _id: { level, place }, all, overdue }) => ({
    level,
    place: plainPlace(place),
    all,
    overdue,
  }));
}
