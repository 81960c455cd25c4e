/**
 * Bursts: many ratings of one office within a short time by people who have only just added the account. A crowd that
 * was called together looks like this; visitors of one office do not, even where a new poster hangs at the counter. Pure.
 */

/** A rating as the rule sees it. */
export type BurstRating = { id: string; at: Date; newcomer: boolean };

/** Somebody is a newcomer for so long after their first message. Milliseconds. */
const NEWCOMER_FOR = 2 * 24 * 3_600_000;
/** Within so long, ends included ... Milliseconds. */
export const BURST_WINDOW = 30 * 60_000;
/** ... so many newcomers' ratings of one office are a burst. One counter serves some 5 people in that time. */
const BURST_FROM = 10;

/** Whether somebody first seen then is a newcomer now; somebody never seen before is one. */
export function isNewcomer(firstSeen: Date | undefined, now: Date): boolean {
  return firstSeen === undefined || now.getTime() - firstSeen.getTime() < NEWCOMER_FOR;
}

/** The ids of the ratings of one office that belong to a burst. The ratings may come in any order. */
export function burstsAmong(ratings: readonly BurstRating[]): Set<string> {
  const newcomers = ratings
    .filter(({ newcomer }) => newcomer)
    .toSorted((one, other) => one.at.getTime() - other.at.getTime());
  const flagged = new Set<string>();
  newcomers.forEach((first, index) => {
    const within = newcomers
      .slice(index)
      .filter(({ at }) => at.getTime() - first.at.getTime() <= BURST_WINDOW);
    if (within.length >= BURST_FROM) for (const { id } of within) flagged.add(id);
  });
  return flagged;
}
