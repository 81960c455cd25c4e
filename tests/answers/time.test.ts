// Times by the clock and in the Thai way of counting hours; and days with times.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseDateTime } from '../../flows/answers/date-time.ts';
import { parseTime } from '../../flows/answers/time.ts';
import { addDays, formatDate, formatTime } from '../../models/thai/calendar.ts';

const now = '2018-05-08T09:30:00+07:00';
const at = (hour: number, minute = 0) => hour * 60 + minute;

describe('a time', () => {
  test.each([
    ['8.30', at(8, 30)],
    ['08:30 น.', at(8, 30)],
    ['๘.๓๐ น.', at(8, 30)],
    ['เวลา 8.30 น. ครับ', at(8, 30)],
    ['8 น.', at(8)],
    ['8 นาฬิกา 15 นาที', at(8, 15)],
    ['สิบสี่นาฬิกาสามสิบนาที', at(14, 30)],
    ['8 โมงครึ่ง', at(8, 30)],
    ['8 โมง 15', at(8, 15)],
    ['10 โมงเช้า', at(10)],
    ['สิบเอ็ดโมง', at(11)],
    ['โมงเช้า', at(7)],
    ['สองโมงเช้า', at(8)],
    ['เที่ยง', at(12)],
    ['เที่ยงครึ่ง', at(12, 30)],
    ['บ่ายโมง', at(13)],
    ['บ่ายสอง', at(14)],
    ['บ่าย 2 โมงครึ่ง', at(14, 30)],
    ['บ่ายสองสี่สิบห้า', at(14, 45)],
    ['สองโมง', at(14)],
    ['สี่โมงเย็น', at(16)],
    ['4 โมงครึ่งเย็น', at(16, 30)],
    ['หกโมงเย็น', at(18)],
    ['ทุ่มครึ่ง', at(19, 30)],
    ['3 ทุ่ม', at(21)],
    ['ห้าทุ่ม', at(23)],
    ['เที่ยงคืน', 0],
    ['ตีห้า', at(5)],
    ['ตี 2 ครึ่ง', at(2, 30)],
    ['2pm', at(14)],
    ['2:30 p.m.', at(14, 30)],
    ['12 am', 0],
    ['noon', at(12)],
    ['24.00 น.', 1440],
  ])('%s', (text, value) => expect(parseTime(text)).toEqual({ ok: true, value }));

  test.each([
    ['25.00', 'no-such-time'],
    ['24.01', 'no-such-time'],
    ['8.75', 'no-such-time'],
    ['13pm', 'no-such-time'],
    ['7 ทุ่ม', 'no-such-time'],
    ['ตีเก้า', 'no-such-time'],
    ['8', 'not-a-time'],
    ['บ่าย', 'not-a-time'],
    ['20 นาที', 'not-a-time'],
    ['', 'not-a-time'],
  ])('%j is refused: %s', (text, why) => expect(parseTime(text)).toEqual({ ok: false, why }));

  test('six may be morning or evening', () => {
    expect(parseTime('หกโมงครึ่ง')).toEqual({
      ok: false,
      why: 'ambiguous',
      candidates: [at(6, 30), at(18, 30)],
    });
  });

  test('in print is read back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1440 }), fc.constantFrom('th', 'en'), (value, language) =>
        expect(parseTime(formatTime(value, language))).toEqual({ ok: true, value }),
      ),
    );
  });
});

describe('a day and a time', () => {
  test.each([
    ['พรุ่งนี้บ่ายสอง', '2018-05-09', at(14)],
    ['พรุ่งนี้ 8.30 น.', '2018-05-09', at(8, 30)],
    ['บ่ายสองพรุ่งนี้', '2018-05-09', at(14)],
    ['31 พ.ค. 61 เวลา 08.30 น.', '2018-05-31', at(8, 30)],
    ['8.30 น. วันที่ 31 พ.ค.', '2018-05-31', at(8, 30)],
    ['31/5/2561 8:30', '2018-05-31', at(8, 30)],
    ['31 พ.ค. 10 โมงเช้า', '2018-05-31', at(10)],
    ['วันศุกร์หน้าสิบโมงครึ่ง', '2018-05-18', at(10, 30)],
    ['อีก 3 วัน 3 ทุ่ม', '2018-05-11', at(21)],
    ['31 May 2018 at 2pm', '2018-05-31', at(14)],
    ['2pm on Friday', '2018-05-11', at(14)],
  ])('%s', (text, date, time) =>
    expect(parseDateTime(text, { now })).toEqual({ ok: true, value: { date, time } }),
  );

  test('what is missing or wrong is told, and what was understood is kept', () => {
    expect(parseDateTime('พรุ่งนี้', { now })).toEqual({ ok: false, why: 'time-missing', date: '2018-05-09' });
    expect(parseDateTime('บ่ายสอง', { now })).toEqual({ ok: false, why: 'date-missing', time: at(14) });
    expect(parseDateTime('31 ก.พ. 8.30', { now })).toMatchObject({
      why: 'date-refused',
      refusal: { why: 'no-such-day' },
    });
    expect(parseDateTime('พรุ่งนี้หกโมง', { now })).toMatchObject({
      why: 'time-refused',
      refusal: { candidates: [at(6), at(18)] },
    });
    expect(parseDateTime('สวัสดี', { now })).toEqual({ ok: false, why: 'not-understood' });
    expect(parseDateTime(`พรุ่งนี้บ่ายสอง${' มาก'.repeat(40)}`, { now })).toEqual({
      ok: false,
      why: 'not-understood',
    });
  });

  test('in print are read back, with or without a space', () => {
    const days = fc.integer({ min: 0, max: 55_000 }).map((count) => addDays('1950-01-01', count));
    fc.assert(
      fc.property(
        days,
        fc.integer({ min: 0, max: 1440 }),
        fc.constantFrom('th', 'en'),
        (date, time, language) => {
          const printed = `${formatDate(date, language)} ${formatTime(time, language)}`;
          expect(parseDateTime(printed, { now })).toEqual({ ok: true, value: { date, time } });
        },
      ),
    );
  });
});
