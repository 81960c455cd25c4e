/** On which days is reminded: a table of real calendars, and what holds for any. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Reminding, reminderDays } from '../../models/reminder-days.ts';
import { urgencyOf } from '../../models/reminder-due.ts';
import { addDays } from '../../models/thai/calendar.ts';
import { isWorkingDay } from '../../models/thai/working-days.ts';

const holidays = new Set(['2020-12-10', '2020-12-31', '2021-01-01', '2021-02-12']);
const USUAL = [14, 7, 3, 1, 0];

test.each<[string, Reminding, string[]]>([
  [
    'the 31st of January 2564 is a Sunday: the last one is on the Friday',
    { opensOn: '2021-01-04', closesOn: '2021-01-31', remindBefore: USUAL, remindAfter: 1 },
    ['2021-01-15', '2021-01-22', '2021-01-28', '2021-01-29', '2021-02-01'],
  ],
  [
    'two that meet are one, over the New Year',
    { opensOn: '2020-12-01', closesOn: '2021-01-04', remindBefore: USUAL, remindAfter: 1 },
    ['2020-12-21', '2020-12-28', '2020-12-30', '2021-01-04', '2021-01-05'],
  ],
  [
    'none before it opens, also when a day moves to before that',
    { opensOn: '2021-01-18', closesOn: '2021-01-31', remindBefore: [14, 13, 7], remindAfter: 1 },
    ['2021-01-18', '2021-01-22', '2021-02-01'],
  ],
  [
    'one that would move before the opening moves behind it: it opens on a Saturday and ends on the Tuesday',
    { opensOn: '2021-01-16', closesOn: '2021-01-19', remindBefore: [3, 2, 0], remindAfter: 1 },
    ['2021-01-18', '2021-01-19', '2021-01-20'],
  ],
  [
    'where it opens and ends on days off nobody is disturbed before its end',
    { opensOn: '2021-01-16', closesOn: '2021-01-17', remindBefore: [1, 0], remindAfter: 1 },
    ['2021-01-18'],
  ],
  [
    'the one after it moves to the next working day',
    { opensOn: '2021-01-18', closesOn: '2021-02-11', remindBefore: [], remindAfter: 1 },
    ['2021-02-15'],
  ],
  ['none at all', { opensOn: '2021-01-18', closesOn: '2021-02-11', remindBefore: [] }, []],
])('%s', (_, deadline, days) => {
  expect(reminderDays(deadline, holidays)).toEqual(days);
});

describe('for any deadline and holidays', () => {
  const day = fc.integer({ min: 0, max: 900 }).map((days) => addDays('2020-01-01', days));
  const any = fc.record({
    opensOn: day,
    length: fc.integer({ min: 0, max: 120 }),
    remindBefore: fc.uniqueArray(fc.integer({ min: 0, max: 90 }), { maxLength: 10 }),
    remindAfter: fc.option(fc.integer({ min: 1, max: 90 }), { nil: undefined }),
    off: fc.array(day, { maxLength: 40 }).map((list) => new Set(list)),
  });
  const daysOf = ({
    opensOn,
    length,
    remindBefore,
    remindAfter,
    off,
  }: Parameters<Parameters<typeof any.map>[0]>[0]) => {
    const closesOn = addDays(opensOn, length);
    const after = remindAfter === undefined ? {} : { remindAfter };
    return { closesOn, days: reminderDays({ opensOn, closesOn, remindBefore, ...after }, off) };
  };

  test('they are working days, in order, each once, and none is before the opening', () => {
    fc.assert(
      fc.property(any, (given) => {
        const { days } = daysOf(given);
        expect(days.every((one) => isWorkingDay(one, given.off) && one >= given.opensOn)).toBe(true);
        expect(days).toEqual([...new Set(days)].sort());
      }),
    );
  });

  test('one at most lies after the end, and the others are no more than were meant', () => {
    fc.assert(
      fc.property(any, (given) => {
        const { closesOn, days } = daysOf(given);
        expect(days.filter((one) => one > closesOn).length).toBe(given.remindAfter === undefined ? 0 : 1);
        const before = days.filter((one) => one <= closesOn);
        expect(before.length).toBeLessThanOrEqual(given.remindBefore.length);
      }),
    );
  });
});

test('what has passed is less urgent than all that has not', () => {
  const urgencies = ['2021-01-29', '2021-01-30', '2021-04-29', '2021-01-28', '2021-01-20'].map((closesOn) =>
    urgencyOf({ closesOn }, '2021-01-29'),
  );
  expect(urgencies).toEqual([...urgencies].sort((a, b) => a - b));
});
