/** What a button that opens `rate` carries. */
import { ASKING_OFF, ASKING_ON } from './how-was-it.ts';

/** An office by its code, with the stars tapped already; going on with, or taking back, a rating of a day; or whether to be asked. */
export type RateOpening =
  | { open: 'office'; code: string; stars?: number }
  | { open: 'more' | 'comment' | 'photo' | 'withdraw'; pin: string; day: string }
  | { open: 'asking'; wanted: boolean };

const OFFICE = /^(\S+)(?: ([1-5]))?$/;
const OWN = /^(more|comment|photo|withdraw) (\S+) (\d{4}-\d\d-\d\d)$/;

/** As a button's value. */
export function encodeOwn(open: 'more' | 'comment' | 'photo' | 'withdraw', pin: string, day: string): string {
  return `${open} ${pin} ${day}`;
}

/** What such a value opens; undefined for anything else. */
export function readRateOpening(value: string): RateOpening | undefined {
  if (value === ASKING_OFF || value === ASKING_ON) return { open: 'asking', wanted: value === ASKING_ON };
  const [, open, pin = '', day = ''] = OWN.exec(value) ?? [];
  if (open === 'more' || open === 'comment' || open === 'photo' || open === 'withdraw')
    return { open, pin, day };
  const [, code, stars] = OFFICE.exec(value) ?? [];
  return code ? { open: 'office', code, ...(stars && { stars: Number(stars) }) } : undefined;
}
