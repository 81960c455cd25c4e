// Why opening hours were not taken, with what the reply needs to say what would be right.

import type { OpeningHours, Period } from '../../models/thai/opening-hours.ts';

/**
 * `part` is the piece of the text in question. `no-such-time`: hours go to 24.00, minutes to 59. `ends-before-it-begins`
 * and `ambiguous-time` suggest the periods that may be meant, likeliest first; over midnight is taken only with
 * "วันรุ่งขึ้น" or "next day". `break-outside`: no open time around the break. `holiday-hours`: hours of holidays are not kept.
 * `ambiguous`: the hours it may mean (does "every day, closed on วันหยุดราชการ" take in weekends?).
 */
export type OpeningHoursRefusal =
  | { why: 'empty' }
  | { why: 'too-long'; most: number }
  | { why: 'not-understood'; part: string }
  | { why: 'no-such-time'; part: string; wrong: 'hour' | 'minute' }
  | { why: 'end-missing'; part: string }
  | { why: 'ends-before-it-begins'; part: string; suggestions: Period[] }
  | { why: 'ambiguous-time'; part: string; suggestions: Period[] }
  | { why: 'longer-than-a-day'; part: string }
  | { why: 'overlap'; part: string }
  | { why: 'days-missing'; part: string }
  | { why: 'times-missing'; part: string }
  | { why: 'break-outside'; part: string }
  | { why: 'holiday-hours'; part: string }
  | { why: 'ambiguous'; part: string; candidates: OpeningHours[] }
  | { why: 'never-open' };
