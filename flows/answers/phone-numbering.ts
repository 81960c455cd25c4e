// Thailand's telephone numbering: how long a national number is, and how it is grouped in print.
// Source: the national numbering plan (NBTC): 02 and 03x-05x, 07x fixed lines of 9 digits, 06x 08x 09x mobile of 10,
// 1800/1900/1401 services of 10, and hotlines of 3 or 4 digits that begin with 1.

const SERVICE = /^(?:1800|1900|1401)/;

/** What the digits gathered so far are, as the beginning of a national number. */
export type NumberProgress = 'complete' | 'short' | 'too-long' | 'unknown-prefix' | 'foreign';

/**
 * Judges the digits of a number written up to here, in national form ("02…", "1111"). `more` is how many digits follow
 * closely: they tell 1800-123-456 from a hotline of four digits.
 */
export function progressOf(national: string, more: number): NumberProgress {
  if (national.startsWith('1')) return shortProgress(national, more);
  const length = lengthOf(national);
  if (length === undefined) return unknownOrShort(national);
  if (national.length === length) return 'complete';
  return national.length < length ? 'short' : 'too-long';
}

/** The national form (leading 0) of digits as written; +66, 0066 and 66 become 0. Undefined for another country. */
export function nationalForm(written: string, international: boolean): string | undefined {
  const [, rest] = /^(?:00)?66(\d*)$/.exec(written) ?? [];
  const isThai = rest !== undefined && (international || written.startsWith('00') || /^0?[2-9]\d/.test(rest));
  if (isThai) return `0${rest.replace(/^0/, '')}`;
  return international && written.length >= 2 ? undefined : written;
}

/** "02-123-4567", "053-123-456", "081-234-5678", "1800-123-456"; hotlines as they are. */
export function groupedNumber(national: string): string {
  if (national.length <= 4) return national;
  const area = national.startsWith('02') ? 2 : SERVICE.test(national) ? 4 : 3;
  return [national.slice(0, area), national.slice(area, area + 3), national.slice(area + 3)].join('-');
}

function shortProgress(national: string, more: number): NumberProgress {
  const isService = SERVICE.test(national) && national.length + more >= 10;
  if (isService && national.length < 10) return 'short';
  if (isService && national.length === 10) return 'complete';
  if (national.length > 4) return 'too-long';
  return national.length >= 3 ? 'complete' : 'short';
}

function lengthOf(national: string): number | undefined {
  if (/^0(?:2|[3457]\d?)/.test(national)) return 9;
  return /^0[689]/.test(national) ? 10 : undefined;
}

function unknownOrShort(national: string): NumberProgress {
  if (/^(?:0|006?)?$/.test(national)) return 'short';
  return national.startsWith('00') ? 'foreign' : 'unknown-prefix';
}
