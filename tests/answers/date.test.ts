// Days as people write and say them. Now is Tuesday 8 May 2018, 09:30 in Bangkok.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseDate } from '../../flows/answers/date.ts';
import {
  addDays,
  datePartsOf,
  daysBetween,
  formatDate,
  formatDateWithWeekday,
  formatShortDate,
} from '../../models/thai/calendar.ts';
import { toThaiDigits } from '../../models/thai/digits.ts';

const now = '2018-05-08T09:30:00+07:00';
const FIRST = '1950-01-01';
const anyDate = fc
  .integer({ min: 0, max: daysBetween(FIRST, '2100-12-31') })
  .map((days) => addDays(FIRST, days));

describe('a written date', () => {
  test.each([
    ...[
      '31 พ.ค. 61',
      '31 พค 61',
      '31/5/2561',
      '๓๑/๕/๒๕๖๑',
      '31-5-61',
      '31.5.2561',
      '31 5 2561',
      '31 พฤษภา 2561',
    ],
    ...['31 พฤษภาคม พ.ศ. 2561', 'วันที่ 31 เดือนพฤษภาคม ปี 2561', 'วันพฤหัสบดีที่ 31 พ.ค. 61', '31 พ.ค. ค.ศ. 18'],
    ...[
      '2018-05-31',
      '2561/5/31',
      '31 May 2018',
      'May 31, 2018',
      '31st of May 2018',
      'Thursday, 31 May 2018',
      '31 May 18',
    ],
    ...['31 พ.ค.', '31/5', 'May 31', 'วันที่ 31', 'สิ้นเดือนพฤษภาคม', 'สิ้นเดือน พ.ค. 61', '31 พ.ค. ครับ'],
  ])('%s', (text) => expect(parseDate(text, { now })).toEqual({ ok: true, value: '2018-05-31' }));

  test('without a year is the next such day, today included, or the last one', () => {
    const next = (text: string) => parseDate(text, { now });
    const last = (text: string) => parseDate(text, { now, lookTo: 'past' });
    expect([next('8 พ.ค.'), next('7 พ.ค.')]).toMatchObject([
      { value: '2018-05-08' },
      { value: '2019-05-07' },
    ]);
    expect([last('8 พ.ค.'), last('9 พ.ค.')]).toMatchObject([
      { value: '2018-05-08' },
      { value: '2017-05-09' },
    ]);
    expect([next('29 ก.พ.'), last('29 ก.พ.')]).toMatchObject([
      { value: '2020-02-29' },
      { value: '2016-02-29' },
    ]);
    expect([next('วันที่ 5'), last('วันที่ 31')]).toMatchObject([{ value: '2018-06-05' }, { value: '2018-03-31' }]);
  });

  test('in print is read back, in both languages and scripts', () => {
    fc.assert(
      fc.property(anyDate, fc.constantFrom('th', 'en'), (date, language) => {
        for (const format of [formatDate, formatShortDate, formatDateWithWeekday])
          for (const text of [format(date, language), toThaiDigits(format(date, language))])
            expect(parseDate(text, { now })).toEqual({ ok: true, value: date });
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a spoken date', () => {
  test.each([
    ['วันนี้', '2018-05-08'],
    ['พรุ่งนี้ค่ะ', '2018-05-09'],
    ['พรุงนี้', '2018-05-09'],
    ['มะรืน', '2018-05-10'],
    ['เมื่อวาน', '2018-05-07'],
    ['tomorrow', '2018-05-09'],
    ['สิ้นเดือน', '2018-05-31'],
    ['สิ้นเดือนหน้า', '2018-06-30'],
    ['สิ้นปี', '2018-12-31'],
    ['วันที่ 5 เดือนหน้า', '2018-06-05'],
    ['วันอังคาร', '2018-05-08'],
    ['วันจันทร์', '2018-05-14'],
    ['วันศุกร์นี้', '2018-05-11'],
    ['วันศุกร์หน้า', '2018-05-18'],
    ['วันอาทิตย์หน้า', '2018-05-20'],
    ['พฤหัสหน้า', '2018-05-17'],
    ['วันอังคารที่แล้ว', '2018-05-01'],
    ['next Friday', '2018-05-18'],
    ['อีก 3 วัน', '2018-05-11'],
    ['อีกสามวัน', '2018-05-11'],
    ['ในอีก ๒ สัปดาห์', '2018-05-22'],
    ['อีก 1 เดือน', '2018-06-08'],
    ['3 วันก่อน', '2018-05-05'],
    ['in 2 weeks', '2018-05-22'],
  ])('%s is %s', (text, value) => expect(parseDate(text, { now })).toEqual({ ok: true, value }));

  test('today changes at midnight in Bangkok', () => {
    expect(parseDate('วันนี้', { now: '2018-05-08T16:59:59Z' })).toMatchObject({ value: '2018-05-08' });
    expect(parseDate('วันนี้', { now: new Date('2018-05-08T17:00:00Z') })).toMatchObject({
      value: '2018-05-09',
    });
  });

  test('in three days is three days from any day', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 0, max: 999 }), (today, days) =>
        expect(parseDate(`อีก ${days} วัน`, { now: `${today}T12:00:00+07:00` })).toEqual({
          ok: true,
          value: addDays(today, days),
        }),
      ),
    );
  });
});

describe('a two-digit year', () => {
  test('of the fifties to seventies is Buddhist', () => {
    fc.assert(
      fc.property(fc.integer({ min: 50, max: 79 }), (year) => {
        const read = parseDate(`1 ม.ค. ${year}`, { now });
        expect(read.ok && datePartsOf(read.value).year).toBe(1957 + year);
      }),
    );
  });

  test('that may be either era is asked about, unless the era stands there', () => {
    const candidates = ['2018-05-31', '1975-05-31'];
    expect(parseDate('31-5-18', { now })).toEqual({ ok: false, why: 'ambiguous-year', candidates });
    expect(parseDate('31 พ.ค. พ.ศ. 18', { now })).toMatchObject({ value: '1975-05-31' });
  });
});

describe('what is no date', () => {
  test.each([
    ['31 ก.พ.', 'no-such-day'],
    ['31 ก.พ. 2561', 'no-such-day'],
    ['29/2/2561', 'no-such-day'],
    ['5/31/2018', 'no-such-day'],
    ['วันที่ 32', 'no-such-day'],
    ['1 ม.ค. 9999', 'year-out-of-range'],
    ['8.30', 'not-a-date'],
    ['15', 'not-a-date'],
    ['อาทิตย์หน้า', 'not-a-date'],
    ['พฤษภาคม 2561', 'not-a-date'],
    ['', 'not-a-date'],
  ])('%j: %s', (text, why) => expect(parseDate(text, { now })).toEqual({ ok: false, why }));

  test('a weekday that does not fit is told apart', () => {
    expect(parseDate('วันศุกร์ที่ 31 พ.ค. 61', { now })).toEqual({
      ok: false,
      why: 'wrong-weekday',
      date: '2018-05-31',
    });
  });
});
