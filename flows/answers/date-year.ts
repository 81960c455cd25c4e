// Which year is meant: พ.ศ. or ค.ศ., with four digits or two.

import { toChristianYear } from '../../models/thai/calendar.ts';

/** The era somebody wrote, if any. */
export type Era = 'buddhist' | 'christian' | undefined;

/** The regular expression source of an era's name in normal form. */
export const ERA = 'พศ|คศ|b\\.?e|a\\.?d|c\\.?e';

/** The era of its name in normal form. */
export function eraOf(name: string | undefined): Era {
  if (name === undefined) return undefined;
  return name === 'พศ' || name.startsWith('b') ? 'buddhist' : 'christian';
}

/** A four-digit year from here on is a Buddhist one; 2399 BE was 1856. */
const FIRST_BUDDHIST = 2400;
const FIRST_YEAR = 1857;
const LAST_YEAR = 2200;

/**
 * The Christian years that written digits may mean, likeliest first; none if out of range (1857–2200). Two digits
 * without an era: 50–79 are พ.ศ. (2550–2579); below that English names mean 20xx, and anything else is open.
 */
export function yearsOf(digits: string, era: Era, inEnglish: boolean): number[] {
  const year = Number(digits);
  const years = digits.length <= 2 ? fromTwoDigits(year, era, inEnglish) : [fromFourDigits(year, era)];
  return years.filter((candidate) => candidate >= FIRST_YEAR && candidate <= LAST_YEAR);
}

function fromFourDigits(year: number, era: Era): number {
  const isBuddhist = era === 'buddhist' || (era === undefined && year >= FIRST_BUDDHIST);
  return isBuddhist ? toChristianYear(year) : year;
}

function fromTwoDigits(year: number, era: Era, inEnglish: boolean): number[] {
  const buddhist = toChristianYear(year);
  const christian = year < 50 ? 2000 + year : 1900 + year;
  if (era === 'buddhist' || (era === undefined && year >= 50 && year < 80)) return [buddhist];
  return era === 'christian' || inEnglish ? [christian] : [christian, buddhist];
}
