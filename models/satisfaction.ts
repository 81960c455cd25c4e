/** How satisfied people are with an office, from its counts alone: the share of 4 and 5 with how sure it is. Pure. */

/** How many gave 1, 2, 3, 4 and 5. */
export type StarCounts = readonly [one: number, two: number, three: number, four: number, five: number];

/** A share of `n` and its 95 % Wilson interval, each 0 to 1. */
export type Score = { share: number; low: number; high: number };

/** `n` counted ratings; `leftOut` were flagged as a burst. No score below five. */
export type Satisfaction = { n: number; leftOut: number; score?: Score };

/** What may be published of an office: nothing of few people. */
export type OpenCount = { n?: number; satisfied?: number };

/** The normal distribution's 97.5 % point. */
const Z = 1.959963984540054;
/** Of fewer ratings no score is shown: one person would swing it by a quarter. */
const SCORED_FROM = 5;
/** Numbers of fewer people are not published (the programme's rule for small cells). */
const PUBLISHED_FROM = 10;

/**
 * The 95 % score interval of a share (E. B. Wilson, 1927, without continuity correction). Unlike the usual one it stays
 * within 0 to 1 and says something for few ratings too. Throws RangeError for counts that cannot be.
 */
export function wilson(satisfied: number, n: number): Score {
  const isPossible = Number.isInteger(satisfied) && Number.isInteger(n) && satisfied >= 0 && satisfied <= n;
  if (!isPossible || n === 0) throw new RangeError(`no share: ${satisfied} of ${n}`);
  const share = satisfied / n;
  const weight = 1 + Z ** 2 / n;
  const middle = (share + Z ** 2 / (2 * n)) / weight;
  const half = (Z / weight) * Math.sqrt((share * (1 - share)) / n + Z ** 2 / (4 * n ** 2));
  // Rounding must not push the ends beyond what is possible, nor off the share itself.
  return {
    share,
    low: satisfied === 0 ? 0 : Math.max(0, middle - half),
    high: satisfied === n ? 1 : Math.min(1, middle + half),
  };
}

/** The satisfaction that follows from the counts of an office. */
export function satisfactionFrom(stars: StarCounts, leftOut: number): Satisfaction {
  const n = stars.reduce((sum, count) => sum + count, 0);
  return n < SCORED_FROM ? { n, leftOut } : { n, leftOut, score: wilson(satisfiedIn(stars), n) };
}

/** How many gave 4 or 5. */
function satisfiedIn([, , , four, five]: StarCounts): number {
  return four + five;
}

/** What may be published: how many rated from ten on, and how many of them were satisfied when neither side is small. */
export function openCount(stars: StarCounts): OpenCount {
  const n = stars.reduce((sum, count) => sum + count, 0);
  const satisfied = satisfiedIn(stars);
  if (n < PUBLISHED_FROM) return {};
  return satisfied < PUBLISHED_FROM || n - satisfied < PUBLISHED_FROM ? { n } : { n, satisfied };
}
