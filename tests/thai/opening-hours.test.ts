// What opening hours are, and how they look in print.
import { describe, expect, test } from '@jest/globals';
import { isOpeningHours, joined, overlap, type Period, weekOf } from '../../models/thai/opening-hours.ts';
import { formatHours, formatPeriods } from '../../models/thai/opening-hours-print.ts';

const at = (hour: number, minute = 0) => hour * 60 + minute;
const office = { from: at(8, 30), to: at(16, 30) };
const split = [
  { from: at(8, 30), to: at(12) },
  { from: at(13), to: at(16, 30) },
];
const isWeekend = (day: string) => day === 'sat' || day === 'sun';
const officeWeek = weekOf((day) => (isWeekend(day) ? [] : [office]));

describe('opening hours', () => {
  const monday = (...periods: unknown[]) => ({
    weekdays: { ...weekOf(() => []), mon: periods },
    closedOnHolidays: false,
  });
  test.each([
    ['an office', { weekdays: officeWeek, closedOnHolidays: true }, true],
    ['a break', monday(...split), true],
    ['a night', monday({ from: at(22), to: at(26) }), true],
    ['the whole day', monday({ from: 0, to: 1440 }), true],
    ['24 hours from the morning', monday({ from: at(8), to: at(32) }), true],
    ['longer than a day', monday({ from: at(8), to: at(33) }), false],
    ['the wrong way round', monday({ from: at(16), to: at(8) }), false],
    ['no time at all', monday({ from: at(8), to: at(8) }), false],
    ['beginning after the day', monday({ from: at(24), to: at(25) }), false],
    ['before the day', monday({ from: -1, to: at(8) }), false],
    ['half minutes', monday({ from: 0.5, to: at(8) }), false],
    ['periods that touch', monday({ from: 0, to: 60 }, { from: 60, to: 120 }), false],
    ['periods out of order', monday(split[1], split[0]), false],
    ['something more', monday({ ...office, note: '' }), false],
    ['never open', monday(), false],
    [
      'a night into the next day’s hours',
      {
        ...monday({ from: at(22), to: at(26) }),
        weekdays: { ...officeWeek, mon: [{ from: at(22), to: at(33) }] },
      },
      false,
    ],
    [
      'a Sunday night into Monday',
      { weekdays: { ...officeWeek, sun: [{ from: at(22), to: at(33) }] }, closedOnHolidays: false },
      false,
    ],
    ['a day missing', { weekdays: { mon: [office] }, closedOnHolidays: false }, false],
    ['a day too many', { weekdays: { ...officeWeek, day8: [] }, closedOnHolidays: false }, false],
    ['holidays missing', { weekdays: officeWeek }, false],
    ['nothing', null, false],
    ['a list', [], false],
  ])('%s', (_, value, expected) => expect(isOpeningHours(value)).toBe(expected));

  test('periods that touch are joined, those that overlap are told', () => {
    expect(
      joined([
        { from: 60, to: 120 },
        { from: 0, to: 60 },
        { from: 180, to: 240 },
      ]),
    ).toEqual([
      { from: 0, to: 120 },
      { from: 180, to: 240 },
    ]);
    expect(
      overlap([
        { from: 60, to: 120 },
        { from: 0, to: 61 },
      ]),
    ).toBe(true);
    expect(
      overlap([
        { from: 60, to: 120 },
        { from: 0, to: 60 },
      ]),
    ).toBe(false);
  });
});

describe('in print', () => {
  const week = (periodsOf: (day: string) => Period[], closedOnHolidays = false) => ({
    weekdays: weekOf(periodsOf),
    closedOnHolidays,
  });
  const half = { from: at(9), to: at(12) };
  test.each([
    [
      week((day) => (isWeekend(day) ? [] : [office]), true),
      'จ.–ศ. 08.30–16.30 น. เว้นวันหยุดราชการ',
      'Mon–Fri 08:30–16:30, closed on public holidays',
    ],
    [week(() => [{ from: 0, to: 1440 }]), 'ทุกวัน 24 ชั่วโมง', 'Every day 24 hours'],
    [
      week(() => [office], true),
      'ทุกวัน 08.30–16.30 น. เว้นวันหยุดนักขัตฤกษ์',
      'Every day 08:30–16:30, closed on public holidays',
    ],
    [
      week((day) => (day === 'sun' ? [] : day === 'sat' ? [half] : split)),
      'จ.–ศ. 08.30–12.00, 13.00–16.30 น.; ส. 09.00–12.00 น.; หยุด อา.',
      'Mon–Fri 08:30–12:00, 13:00–16:30; Sat 09:00–12:00; closed Sun',
    ],
    [
      week((day) => (day === 'sun' ? [] : day === 'sat' ? [half] : [office]), true),
      'จ.–ศ. 08.30–16.30 น.; ส. 09.00–12.00 น.; หยุด อา. และวันหยุดราชการ',
      'Mon–Fri 08:30–16:30; Sat 09:00–12:00; closed Sun and on public holidays',
    ],
    [
      week((day) => (isWeekend(day) ? [half] : [office]), true),
      'จ.–ศ. 08.30–16.30 น.; ส.–อา. 09.00–12.00 น.; เว้นวันหยุดราชการ',
      'Mon–Fri 08:30–16:30; Sat–Sun 09:00–12:00; closed on public holidays',
    ],
    [
      week((day) => (['mon', 'wed', 'thu'].includes(day) ? [half] : [])),
      'จ., พ.–พฤ. 09.00–12.00 น.',
      'Mon, Wed–Thu 09:00–12:00',
    ],
    [
      week((day) => (day === 'fri' ? [half, { from: at(22), to: at(26) }] : [])),
      'ศ. 09.00–12.00, 22.00–02.00 น. วันรุ่งขึ้น',
      'Fri 09:00–12:00, 22:00–02:00 next day',
    ],
  ])('%#: %j', (hours, th, en) => {
    expect(formatHours(hours, 'th')).toBe(th);
    expect(formatHours(hours, 'en')).toBe(en);
  });

  test('one day without its name', () => {
    expect(formatPeriods(split, 'th')).toBe('08.30–12.00, 13.00–16.30 น.');
    expect(formatPeriods([{ from: at(18), to: 1440 }], 'en')).toBe('18:00–24:00');
  });
});
