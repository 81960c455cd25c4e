// Whether a place is open now, and until or from when.
import { describe, expect, test } from '@jest/globals';
import { type OpenState, openState } from '../../models/thai/open-state.ts';
import { type OpeningHours, type Period, type Weekday, weekOf } from '../../models/thai/opening-hours.ts';

const at = (hour: number, minute = 0) => hour * 60 + minute;
const split = [
  { from: at(8, 30), to: at(12) },
  { from: at(13), to: at(16, 30) },
];
const weekdaysOnly = (periods: Period[]) => weekOf((day) => (day === 'sat' || day === 'sun' ? [] : periods));
const office: OpeningHours = { weekdays: weekdaysOnly(split), closedOnHolidays: true };
const only = (day: Weekday, from: number, to: number): OpeningHours => ({
  weekdays: weekOf((name) => (name === day ? [{ from, to }] : [])),
  closedOnHolidays: true,
});
const none = () => false;
const bangkok = (text: string) => `${text}:00+07:00`;
const open = (closesAt: string): OpenState => ({
  open: true,
  closesAt: new Date(bangkok(closesAt)).toISOString(),
});
const closed = (opensAt: string): OpenState => ({
  open: false,
  opensAt: new Date(bangkok(opensAt)).toISOString(),
});

describe('an office with a lunch break', () => {
  // 8 May 2018 was a Tuesday.
  test.each([
    ['before it opens', '2018-05-08T08:29', closed('2018-05-08T08:30')],
    ['the minute it opens', '2018-05-08T08:30', open('2018-05-08T12:00')],
    ['the last minute before the break', '2018-05-08T11:59', open('2018-05-08T12:00')],
    ['the minute of the break', '2018-05-08T12:00', closed('2018-05-08T13:00')],
    ['after the break', '2018-05-08T13:00', open('2018-05-08T16:30')],
    ['the minute it closes', '2018-05-08T16:30', closed('2018-05-09T08:30')],
    ['just before midnight', '2018-05-08T23:59', closed('2018-05-09T08:30')],
    ['just after midnight', '2018-05-09T00:00', closed('2018-05-09T08:30')],
    ['on Friday evening', '2018-05-11T17:00', closed('2018-05-14T08:30')],
    ['on Sunday', '2018-05-13T12:30', closed('2018-05-14T08:30')],
    ['on Sunday, a minute before Monday', '2018-05-13T23:59', closed('2018-05-14T08:30')],
    ['at the end of a month', '2018-05-31T18:00', closed('2018-06-01T08:30')],
    ['at the end of February in a leap year', '2016-02-29T18:00', closed('2016-03-01T08:30')],
    ['at the end of a year', '2018-12-31T18:00', closed('2019-01-01T08:30')],
  ])('%s', (_, now, state) => expect(openState(office, bangkok(now), none)).toEqual(state));

  test('seconds count', () => {
    expect(openState(office, '2018-05-08T08:29:59.999+07:00', none)).toMatchObject({ open: false });
    expect(openState(office, '2018-05-08T16:29:59.999+07:00', none)).toMatchObject({ open: true });
  });

  test('the instant may be of any zone', () => {
    expect(openState(office, '2018-05-08T01:29:00Z', none)).toEqual(closed('2018-05-08T08:30'));
    expect(openState(office, new Date('2018-05-07T21:30:00-04:00'), none)).toEqual(open('2018-05-08T12:00'));
  });
});

describe('holidays', () => {
  const newYear = (date: string) => ['2018-12-31', '2019-01-01'].includes(date);
  test('are closed, and what opens next is behind them', () => {
    expect(openState(office, bangkok('2018-12-31T10:00'), newYear)).toEqual(closed('2019-01-02T08:30'));
    expect(openState(office, bangkok('2018-12-28T17:00'), newYear)).toEqual(closed('2019-01-02T08:30'));
  });

  test('do not count where the hours do not say so', () => {
    const always = { ...office, closedOnHolidays: false };
    expect(openState(always, bangkok('2018-12-31T10:00'), newYear)).toEqual(open('2018-12-31T12:00'));
  });

  test('close what never closes', () => {
    const wholeDays = { weekdays: weekOf(() => [{ from: 0, to: 1440 }]), closedOnHolidays: true };
    expect(openState(wholeDays, bangkok('2018-12-29T10:00'), newYear)).toEqual(open('2018-12-31T00:00'));
    expect(openState(wholeDays, bangkok('2018-12-31T10:00'), newYear)).toEqual(closed('2019-01-02T00:00'));
  });

  test('without end leave nothing to wait for', () => {
    expect(openState(office, bangkok('2018-05-08T10:00'), () => true)).toEqual({ open: false });
  });
});

describe('over midnight', () => {
  const friday = only('fri', at(20), at(28));
  test.each([
    ['before', '2018-05-11T19:59', closed('2018-05-11T20:00')],
    ['before midnight', '2018-05-11T23:59', open('2018-05-12T04:00')],
    ['after midnight', '2018-05-12T00:00', open('2018-05-12T04:00')],
    ['at the end', '2018-05-12T04:00', closed('2018-05-18T20:00')],
  ])('%s', (_, now, state) => expect(openState(friday, bangkok(now), none)).toEqual(state));

  test('a Sunday night lasts into Monday, and into a new year', () => {
    const sunday = only('sun', at(22), at(26));
    expect(openState(sunday, bangkok('2018-05-14T01:00'), none)).toEqual(open('2018-05-14T02:00'));
    expect(openState(only('mon', at(22), at(26)), bangkok('2019-01-01T01:00'), none)).toEqual(
      open('2019-01-01T02:00'),
    );
  });

  test('what began before a holiday goes on; what would begin on it does not', () => {
    const saturday = (date: string) => date === '2018-05-12';
    expect(openState(friday, bangkok('2018-05-12T01:00'), saturday)).toEqual(open('2018-05-12T04:00'));
    const onFriday = (date: string) => date === '2018-05-11';
    expect(openState(friday, bangkok('2018-05-12T01:00'), onFriday)).toEqual(closed('2018-05-18T20:00'));
  });

  test('days that touch are one stretch', () => {
    const days = { weekdays: weekdaysOnly([{ from: 0, to: 1440 }]), closedOnHolidays: false };
    expect(openState(days, bangkok('2018-05-08T10:00'), none)).toEqual(open('2018-05-12T00:00'));
    const always = { ...days, weekdays: weekOf(() => [{ from: 0, to: 1440 }]) };
    expect(openState(always, bangkok('2018-05-08T10:00'), none)).toEqual({ open: true });
  });
});
