// Working days: weekends and the table of holidays. 31 January 2564 (2021) is a Sunday.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, weekdayOf } from '../../models/thai/calendar.ts';
import {
  addWorkingDays,
  isWorkingDay,
  workingDayOnOrAfter,
  workingDayOnOrBefore,
  workingDaysBetween,
} from '../../models/thai/working-days.ts';

const none = new Set<string>();
/** Songkran of 2561: 13 to 16 April, a Friday to a Monday; the 16th is a substitute day. */
const songkran = new Set(['2018-04-13', '2018-04-14', '2018-04-15', '2018-04-16']);

test.each([
  ['2021-01-31', '2021-01-29'],
  ['2021-01-30', '2021-01-29'],
  ['2021-01-29', '2021-01-29'],
])('a reminder for %s belongs on %s', (date, before) => {
  expect(workingDayOnOrBefore(date, none)).toBe(before);
});

test('a row of days off is stepped over in both directions', () => {
  expect(workingDayOnOrBefore('2018-04-16', songkran)).toBe('2018-04-12');
  expect(workingDayOnOrAfter('2018-04-13', songkran)).toBe('2018-04-17');
});

test.each([
  ['2018-04-12', 1, '2018-04-17'],
  ['2018-04-12', 3, '2018-04-19'],
  ['2018-04-14', 1, '2018-04-17'],
  ['2018-04-12', 0, '2018-04-12'],
])('from %s, %d working days end on %s', (from, days, end) => {
  expect(addWorkingDays(from, days, songkran)).toBe(end);
});

test('a table without working days is refused, not searched for ever', () => {
  expect(() => workingDayOnOrAfter('2018-04-13', { has: () => true })).toThrow('table of holidays');
});

describe('for all days', () => {
  const date = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('1990-01-01', days));
  const holidays = fc.array(date, { maxLength: 20 }).map((dates) => new Set(dates));

  test('what is counted is what was added', () => {
    fc.assert(
      fc.property(date, fc.nat(60), holidays, (from, days, off) => {
        expect(workingDaysBetween(from, addWorkingDays(from, days, off), off)).toBe(days);
      }),
    );
  });

  test('the other direction counts the same, negative', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: -90, max: 90 }), holidays, (a, away, off) => {
        const b = addDays(a, away);
        expect(workingDaysBetween(a, b, off) + workingDaysBetween(b, a, off)).toBe(0);
      }),
    );
  });

  test('no weekend and no holiday is a working day', () => {
    fc.assert(
      fc.property(date, holidays, (day, off) => {
        expect(isWorkingDay(day, off)).toBe(![0, 6].includes(weekdayOf(day)) && !off.has(day));
      }),
    );
  });
});
