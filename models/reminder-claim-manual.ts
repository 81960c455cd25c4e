/**
 * Claims on reminders that coordinators send themselves: at most one a person and day. As long as the person's own
 * reminder of that day has not gone, the coordinator's goes along with it, as one message: its sentence, what it is about
 * and all that is due that day. Where it has gone, the coordinator's has a claim beside it: who sends it has seen what it
 * costs.
 */
import { ignoreDuplicates } from './duplicate-key.ts';
import {
  ClaimModel,
  claimId,
  claimsInBulk,
  manualClaimId,
  type PlannedReminder,
  type ReminderState,
  type StoredClaim,
} from './reminder-claim.ts';
import type { CalendarDate } from './thai/calendar.ts';

/** A coordinator's wish: its idempotency key, and whether it waits for each person's hour. */
export type Wish = {
  day: CalendarDate;
  by: string;
  wish: string;
  words?: string | undefined;
  atOnce: boolean;
  now: Date;
};

/** A coordinator's own reminder to some people; who got one that day already gets no other. */
export async function planManualReminders(planned: readonly PlannedReminder[], wish: Wish): Promise<void> {
  const left = await notWished(planned, wish.wish);
  if (left.length === 0) return;
  await ignoreDuplicates(() =>
    claimsInBulk().bulkWrite(
      left.map((one) => goesAlong(one, wish)),
      { ordered: false },
    ),
  );
  const rest = await notWished(left, wish.wish);
  const ids = rest.map(({ person }) => person);
  // Somebody else may have come first, in this very moment.
  const others = await remindedByHand(ids, wish);
  const gone = rest.filter(({ person }) => !others.has(person));
  if (gone.length === 0) return;
  await ignoreDuplicates(() =>
    claimsInBulk().bulkWrite(
      gone.map((one) => goesBeside(one, wish)),
      { ordered: false },
    ),
  );
}

/** Those who have no claim of this wish yet. */
async function notWished(planned: readonly PlannedReminder[], wish: string): Promise<PlannedReminder[]> {
  const have = new Set(await ClaimModel.distinct('person', { wish }));
  return planned.filter(({ person }) => !have.has(person));
}

/** Takes over the person's claim of the day from whatever run has it; once that has gone, this is a duplicate. */
function goesAlong({ person, items, extra = [] }: PlannedReminder, wish: Wish) {
  const { day, now } = wish;
  return {
    updateOne: {
      filter: {
        _id: claimId(day, person),
        by: { $exists: false },
        $or: [
          { state: { $in: ['planned' as const, 'dropped' as const] } },
          { state: 'held' as const, batch: { $exists: false } },
        ],
      },
      update: {
        $addToSet: { items: { $each: items }, extra: { $each: extra } },
        $set: { ...asWished(wish), urgency: MOST_URGENT },
        $setOnInsert: { day, person, createdAt: now },
      },
      upsert: true,
    },
  };
}

function goesBeside({ person, extra = [] }: PlannedReminder, wish: Wish) {
  const { day, now } = wish;
  return {
    updateOne: {
      filter: { _id: manualClaimId(day, person) },
      update: {
        $setOnInsert: {
          ...asWished(wish),
          day,
          person,
          items: extra,
          urgency: MOST_URGENT,
          createdAt: now,
        },
      },
      upsert: true,
    },
  };
}

/** No run of the job has this number: it takes over what is left planned. */
const BY_HAND = 0;
/** Somebody asked for it, and saw what it costs. */
export const MOST_URGENT = -1;

const asWished = ({ by, wish, words, atOnce }: Wish) => ({
  state: 'planned' as const,
  fence: BY_HAND,
  by,
  wish,
  ...(words && { words }),
  ...(atOnce && { atOnce }),
});

/** Who got a coordinator's own reminder for this day already, by another wish than this one. */
export async function remindedByHand(
  people: readonly string[],
  { day, wish }: { day: CalendarDate; wish?: string | undefined },
): Promise<Set<string>> {
  const others = {
    _id: { $in: people.flatMap((person) => [claimId(day, person), manualClaimId(day, person)]) },
    wish: wish ? { $nin: [wish, null] } : { $ne: null },
  };
  const stored = await ClaimModel.find(others, { person: 1 }).lean<StoredClaim[]>();
  return new Set(stored.map(({ person }) => person));
}

/** The claims made by a coordinator's wish. */
export async function claimsOfWish(
  wish: string,
): Promise<{ id: string; day: CalendarDate; state: ReminderState }[]> {
  const stored = await ClaimModel.find({ wish }, { day: 1, state: 1 }).sort({ _id: 1 }).lean<StoredClaim[]>();
  return stored.map(({ _id, day, state }) => ({ id: _id, day, state }));
}
