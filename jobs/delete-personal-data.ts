/**
 * Carries out how long personal data is kept (`models/personal-data.ts`), kind by kind; then erases whoever blocked the
 * account a month ago, and whoever has not used it for two years. Messages are deleted more often, by `delete-old-messages`.
 */
import { LEFT_KEPT_DAYS, leftBefore, unusedSince } from '../models/left-person.ts';
import { erasePerson } from '../models/my-data.ts';
import { daysKept, personalData } from '../models/personal-data.ts';
import type { Job, Lease } from './job.ts';

const DAY = 24 * 3_600_000;

export const deletePersonalData: Job = {
  name: 'delete-personal-data',
  schedule: '23 3 * * *',
  async run(now, lease) {
    const counts: Record<string, number> = {};
    for (const { id, deleteOld } of personalData) {
      await lease.check();
      if (deleteOld) counts[id] = await deleteOld(now);
    }
    const left = await eraseAll(leftBefore(daysBefore(now, LEFT_KEPT_DAYS)), { why: 'left', now, lease });
    const unusedFrom = daysBefore(now, daysKept('conversation'));
    const unused = await eraseAll(unusedSince(unusedFrom), { why: 'unused', now, lease });
    return { ...counts, left: left.erased, unused: unused.erased, refused: left.refused + unused.refused };
  },
};

const daysBefore = (now: Date, days: number): Date => new Date(now.getTime() - days * DAY);

/** Erases them; the last administrator stays. */
async function eraseAll(
  people: AsyncIterable<string>,
  { why, now, lease }: { why: string; now: Date; lease: Lease },
): Promise<{ erased: number; refused: number }> {
  const counts = { erased: 0, refused: 0 };
  for await (const person of people) {
    await lease.check();
    // One key for all of a day would make all of them one person in the trail.
    const id = `${why}:${now.toISOString()}:${counts.erased}`;
    const { result } = await erasePerson({ person, id, now, inTurn: false });
    counts[result === 'erased' ? 'erased' : 'refused'] += 1;
  }
  return counts;
}
