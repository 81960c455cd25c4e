// Examples of days in questions: near ones, never past, and read as the day they are by what reads the answers.

import { describe, expect, test } from '@jest/globals';
import { parseDate } from '../../flows/answers/date.ts';
import { exampleBefore, exampleDay, exampleMonthEnd } from '../../flows/answers/example-date.ts';
import { addDays, bangkokDate, formatShortDate } from '../../models/thai/calendar.ts';

const NIGHT = '2026-12-30T23:30:00+07:00';

test('are counted from today in Bangkok', () => {
  expect(exampleDay('2026-12-30T18:00:00Z')).toEqual({ shortDate: '2027-01-07' });
  expect(exampleDay(NIGHT, 1)).toEqual({ shortDate: '2026-12-31' });
  expect(exampleMonthEnd(NIGHT)).toEqual({ shortDate: '2027-01-31' });
  expect(exampleMonthEnd(NIGHT, 2)).toEqual({ shortDate: '2027-02-28' });
});

test('before a day are a week before it, or today', () => {
  expect(exampleBefore('2027-01-31', NIGHT)).toEqual({ shortDate: '2027-01-24' });
  expect(exampleBefore('2027-01-02', NIGHT)).toEqual({ shortDate: '2026-12-30' });
});

describe('are answers to their own questions', () => {
  test.each(['th', 'en'] as const)('on every day of two years, in %s', (language) => {
    for (let day = 0; day < 731; day += 1) {
      const now = `${addDays('2026-01-01', day)}T09:30:00+07:00`;
      for (const { shortDate } of [exampleDay(now), exampleMonthEnd(now, 6)]) {
        expect(parseDate(formatShortDate(shortDate, language), { now })).toEqual({
          ok: true,
          value: shortDate,
        });
        expect(shortDate > bangkokDate(now)).toBe(true);
      }
    }
  });
});
