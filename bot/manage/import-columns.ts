/** What cells of imported files may hold; the messages are what a person reads behind the column's name. */
import { z } from 'zod';

const EMPTY = 'is empty';
/** Rectangle around Thailand with some sea, in degrees. */
const THAILAND = { south: 5, north: 21, west: 97, east: 106 };

/** Characters that cannot be seen and do not belong into a name; joiners of scripts may stay. */
const CONTROL = /[\p{Cc}\uFFFD\uFEFF]/u;

const text = (longest: number) =>
  z
    .string({ error: EMPTY })
    .max(longest, `is longer than ${longest} characters`)
    .refine((written) => !CONTROL.test(written), 'has characters that cannot be shown');

const digits = (count: number, what: string) =>
  z.string({ error: EMPTY }).regex(new RegExp(`^\\d{${count}}$`), `should be ${what}`);

const degrees = (least: number, most: number, isOther: (value: number) => boolean) =>
  z
    .string({ error: EMPTY })
    .regex(/^-?\d{1,3}(\.\d{1,15})?$/, 'should be degrees such as 13.7563')
    .transform(Number)
    .check(({ value, issues }) => {
      if (value >= least && value <= most) return;
      const message = isOther(value)
        ? 'lat and lng look exchanged'
        : `should be from ${least} to ${most}, in Thailand`;
      issues.push({ code: 'custom', input: value, message });
    });

const isLatitude = (value: number) => value >= THAILAND.south && value <= THAILAND.north;
const isLongitude = (value: number) => value >= THAILAND.west && value <= THAILAND.east;

/** The kinds of cells. */
export const cell = {
  name: text(300),
  word: text(100),
  address: text(500),
  agencyCode: digits(9, 'nine digits such as 030700002; a spreadsheet may have taken the first 0 away'),
  provinceCode: digits(2, 'the two digits of a province'),
  districtCode: digits(4, 'the four digits of a district'),
  subdistrictCode: digits(6, 'the six digits of a subdistrict'),
  postcode: digits(5, 'five digits'),
  lat: degrees(THAILAND.south, THAILAND.north, isLongitude),
  lng: degrees(THAILAND.west, THAILAND.east, isLatitude),
  yesOrNo: z
    .string()
    .toLowerCase()
    .pipe(z.enum(['1', '0', 'true', 'false', 'yes', 'no'], 'should be yes or no'))
    .transform((written) => ['1', 'true', 'yes'].includes(written)),
} as const;
