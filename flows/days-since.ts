/** How many days ago something was. */
import { bangkokDate, daysBetween } from '../models/thai/calendar.ts';

/** Calendar days in Bangkok between two instants; 0 for today. */
export function daysSince(then: Date | string, now: string): number {
  return Math.max(0, daysBetween(bangkokDate(then), bangkokDate(now)));
}
