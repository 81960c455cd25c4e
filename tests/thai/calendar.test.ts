// Days in Bangkok, years in two eras, and how dates are printed.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  addMonths,
  bangkokDate,
  bangkokMinutes,
  calendarDate,
  datePartsOf,
  daysBetween,
  endOfMonth,
  formatDate,
  formatDateWithWeekday,
  formatShortDate,
  formatTime,
  isCalendarDate,
  startOfBangkokDay,
  toBuddhistYear,
  toChristianYear,
  weekdayOf,
} from '../../models/thai/calendar.ts';

const anyDate = fc.integer({ min: -7305, max: 47846 }).map((days) => addDays('1970-01-01', days));

describe('the day in Bangkok', () => {
  test.each([
    ['2018-05-07T16:59:59Z', '2018-05-07', 1439],
    ['2018-05-07T17:00:00Z', '2018-05-08', 0],
    ['2018-05-08T09:30:00+07:00', '2018-05-08', 570],
    ['1969-12-31T16:30:00Z', '1969-12-31', 1410],
  ])('at %s is %s', (instant, date, minutes) => {
    expect(bangkokDate(instant)).toBe(date);
    expect(bangkokDate(new Date(instant))).toBe(date);
    expect(bangkokMinutes(instant)).toBe(minutes);
  });

  test('begins at 17:00 of the day before in UTC', () => {
    expect(startOfBangkokDay('2018-05-08').toISOString()).toBe('2018-05-07T17:00:00.000Z');
    fc.assert(fc.property(anyDate, (date) => expect(bangkokDate(startOfBangkokDay(date))).toBe(date)));
  });

  test('an instant without a zone is a bug', () => {
    expect(() => bangkokDate('2018-05-08T09:30:00')).toThrow(RangeError);
    expect(() => bangkokDate('2018-05-08')).toThrow(RangeError);
    expect(() => bangkokDate(new Date(Number.NaN))).toThrow(RangeError);
  });
});

describe('dates', () => {
  test('exist or do not', () => {
    expect(calendarDate(2018, 5, 31)).toBe('2018-05-31');
    expect(calendarDate(2018, 2, 29)).toBeUndefined();
    expect(calendarDate(2020, 2, 29)).toBe('2020-02-29');
    expect(calendarDate(2018, 13, 1)).toBeUndefined();
    expect(calendarDate(99, 1, 1)).toBe('0099-01-01');
    expect(['2018-05-31', '2018-02-30', '2018-5-1', 'x'].map(isCalendarDate)).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect(() => addDays('2018-02-30', 1)).toThrow(RangeError);
  });

  test('are counted', () => {
    expect(addDays('2018-12-31', 1)).toBe('2019-01-01');
    expect(daysBetween('2018-05-08', '2018-05-31')).toBe(23);
    expect(endOfMonth('2020-02-01')).toBe('2020-02-29');
    expect(addMonths('2018-01-31', 1)).toBe('2018-02-28');
    expect(addMonths('2018-01-15', -1)).toBe('2017-12-15');
    expect(weekdayOf('2021-01-31')).toBe(0);
    expect(datePartsOf('2018-05-31')).toEqual({ year: 2018, month: 5, day: 31 });
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -9999, max: 9999 }), (date, days) =>
        expect(daysBetween(date, addDays(date, days))).toBe(days),
      ),
    );
  });

  test('have years of two eras', () => {
    expect([toBuddhistYear(2018), toChristianYear(2561), toChristianYear(61)]).toEqual([2561, 2018, 2018]);
  });
});

describe('in print', () => {
  test('dates and times are as people write them', () => {
    expect(formatDate('2018-05-31', 'th')).toBe('31 พฤษภาคม 2561');
    expect(formatDate('2018-05-31', 'en')).toBe('31 May 2018');
    expect(formatShortDate('2018-09-01', 'th')).toBe('1 ก.ย. 2561');
    expect(formatShortDate('2018-09-01', 'en')).toBe('1 Sep 2018');
    expect(formatDateWithWeekday('2018-05-31', 'th')).toBe('วันพฤหัสบดีที่ 31 พฤษภาคม 2561');
    expect(formatDateWithWeekday('2018-05-31', 'en')).toBe('Thursday 31 May 2018');
    expect([formatTime(510, 'th'), formatTime(0, 'en'), formatTime(1440, 'th')]).toEqual([
      '08:30 น.',
      '00:00',
      '24:00 น.',
    ]);
    expect(() => formatTime(1441, 'th')).toThrow(RangeError);
  });
});
