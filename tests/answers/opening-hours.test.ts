// Opening hours as people type them, as they are printed, and as they are refused.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseOpeningHours } from '../../flows/answers/opening-hours.ts';
import {
  isOpeningHours,
  type OpeningHours,
  type Period,
  WEEKDAYS,
  weekOf,
} from '../../models/thai/opening-hours.ts';
import { formatHours } from '../../models/thai/opening-hours-print.ts';

/** What was understood, in print: how print is made has its own tests. */
function understoodAs(text: string): string {
  const parsed = parseOpeningHours(text);
  return parsed.ok ? formatHours(parsed.value, 'th') : JSON.stringify(parsed);
}

const OFFICE = 'จ.–ศ. 08.30–16.30 น.';
const WITHOUT_HOLIDAYS = `${OFFICE} เว้นวันหยุดราชการ`;
const WITH_LUNCH = 'จ.–ศ. 08.30–12.00, 13.00–16.30 น.';
const AND_SATURDAY = `${WITH_LUNCH}; ส. 09.00–12.00 น.; หยุด อา.`;

describe('real spellings', () => {
  test.each([
    ['จ-ศ 8.30-16.30', OFFICE],
    ['จ.-ศ. 8.30-16.30 น.', OFFICE],
    ['จ.–ศ. ๐๘.๓๐–๑๖.๓๐ น.', OFFICE],
    ['จ.ถึงศ. 8.30น.ถึง16.30น.', OFFICE],
    ['จ~ศ 8:30~16:30', OFFICE],
    ['จันทร์-ศุกร์ 8:30 - 16:30', OFFICE],
    ['วันจันทร์ - วันศุกร์ เวลา 08.30 น. - 16.30 น.', OFFICE],
    ['วันจันทร์ถึงวันศุกร์ ตั้งแต่เวลา 8.30 น. ถึงเวลา 16.30 น. ค่ะ', OFFICE],
    ['ทุกวันจันทร์-ศุกร์ 8.30-16.30', OFFICE],
    ['จันทร์ ถึง ศุกร์\n8.30 - 16.30', OFFICE],
    ['8.30-16.30 จันทร์-ศุกร์', OFFICE],
    ['เปิด 8.30 ปิด 16.30 จันทร์-ศุกร์', OFFICE],
    ['จ-ศ 0830-1630', OFFICE],
    ['จ-ศ 8.30-16.30 ไม่พักเที่ยง', OFFICE],
    ['จันทร์ถึงศุกร์ แปดโมงครึ่งถึงสี่โมงครึ่ง', OFFICE],
    ['จ-ศ 8 โมงครึ่งเช้า - 4 โมงครึ่งเย็น', OFFICE],
    ['8.30-16.30 หยุดวันเสาร์อาทิตย์', OFFICE],
    ['หยุดวันเสาร์อาทิตย์ 8.30-16.30', OFFICE],
    ['ทุกวัน 8.30-16.30 ยกเว้นเสาร์-อาทิตย์', OFFICE],
    ['จ-ศ 8.30-16.30, ส-อา หยุด', OFFICE],
    ['เสาร์-อาทิตย์ ปิด, จ-ศ 8.30-16.30', OFFICE],
    ['หยุด ส อา\nจ-ศ 8.30-16.30', OFFICE],
    ['วันธรรมดา 8.30-16.30', OFFICE],
    ['Mon-Fri 8:30-16:30', OFFICE],
    ['Monday to Friday, 8.30 am - 4.30 pm', OFFICE],
    ['Open weekdays from 08:30 until 16:30', OFFICE],
    ['M-F 8:30am–4:30pm', OFFICE],
    ['จันทร์ อังคาร พุธ พฤหัส ศุกร์ 8.30-16.30', OFFICE],
    ['จ อ พ พฤ ศ 8.30-16.30', OFFICE],
    ['จ/อ/พ/พฤ/ศ 8.30-16.30', OFFICE],
    [
      'จันทร์: 8.30-16.30\nอังคาร: 8.30-16.30\nพุธ: 8.30-16.30\nพฤหัสบดี: 8.30-16.30\nศุกร์: 8.30-16.30\nเสาร์: ปิด\nอาทิตย์: ปิด',
      OFFICE,
    ],
    ['วันทำการ: จันทร์-ศุกร์ เวลาทำการ: 08.30-16.30 น. วันหยุด: เสาร์-อาทิตย์', OFFICE],
    ['จ-ศ 8.30-16.30 เว้นวันหยุดราชการ', WITHOUT_HOLIDAYS],
    ['จ-ศ เว้นวันหยุดราชการ 8.30-16.30', WITHOUT_HOLIDAYS],
    ['8.30-16.30 เว้นวันหยุดราชการ จ-ศ', WITHOUT_HOLIDAYS],
    ['วันจันทร์-ศุกร์ 08.30-16.30 น. (ยกเว้นวันหยุดราชการและวันหยุดนักขัตฤกษ์)', WITHOUT_HOLIDAYS],
    ['จ-ศ 8.30-16.30 หยุดเสาร์ อาทิตย์ และวันหยุดนักขัตฤกษ์', WITHOUT_HOLIDAYS],
    ['จ-ศ 8.30-16.30 วันหยุดนักขัตฤกษ์ ปิด', WITHOUT_HOLIDAYS],
    ['วันราชการ เวลาราชการ', WITHOUT_HOLIDAYS],
    ['ในวันและเวลาราชการ', WITHOUT_HOLIDAYS],
    ['เวลาราชการ', WITHOUT_HOLIDAYS],
    ['จ-ศ เวลาราชการ', WITHOUT_HOLIDAYS],
    ['วันทำการ 8.30-16.30', WITHOUT_HOLIDAYS],
    ['เปิดทุกวันทำการ 8.30-16.30', WITHOUT_HOLIDAYS],
    ['เปิดบริการ 8.30-16.30 น. ทุกวันราชการ', WITHOUT_HOLIDAYS],
    ['จ-ศ 8.30-16.30 น. ปิดทุกวันหยุดราชการ', WITHOUT_HOLIDAYS],
    ['Mon-Fri 8:30-16:30 except public holidays', WITHOUT_HOLIDAYS],
    ['จันทร์ถึงศุกร์ 08:30 - 16:30 น. พักเที่ยง', WITH_LUNCH],
    ['จ-ศ พักเที่ยง 8.30-16.30', WITH_LUNCH],
    ['จ-ศ 8.30-16.30 พัก 12.00-13.00', WITH_LUNCH],
    ['จ-ศ 8.30-12.00, 13.00-16.30 พักเที่ยง', WITH_LUNCH],
    ['จ-ศ 8.30-12.00 และ 13.00-16.30', WITH_LUNCH],
    ['จ-ศ เช้า 8.30-12.00 บ่าย 13.00-16.30', WITH_LUNCH],
    ['จ-ศ\n8.30-12.00\n13.00-16.30', WITH_LUNCH],
    ['จ-ศ 8.30-12.00; จ-ศ 13.00-16.30', WITH_LUNCH],
    ['weekdays 8:30am–4:30pm, closed for lunch 12:00-13:00', WITH_LUNCH],
    ['จ.-ศ. 8.30-12.00 และ 13.00-16.30, ส. 9-12', AND_SATURDAY],
    ['จ-ศ 8.30-16.30 พักเที่ยง ส. 9.00-12.00 น.', AND_SATURDAY],
    ['จ-ศ 8.30-16.30, ส 9-12, พักเที่ยง', AND_SATURDAY],
    ['ส 9-12\nจ-ศ 8.30-16.30 พักเที่ยง\nอาทิตย์ปิด', AND_SATURDAY],
    ['8.30-12.00, 13.00-16.30 จ-ศ; 9-12 ส', AND_SATURDAY],
    ['Closed on Sundays. Mon-Sat 8am-5pm', 'จ.–ส. 08.00–17.00 น.'],
    ['ทุกวัน 24 ชม.', 'ทุกวัน 24 ชั่วโมง'],
    ['เปิดตลอด 24 ชั่วโมง', 'ทุกวัน 24 ชั่วโมง'],
    ['24/7', 'ทุกวัน 24 ชั่วโมง'],
    ['ทุกวัน 0.00-24.00 น.', 'ทุกวัน 24 ชั่วโมง'],
    ['Open 24 hours every day', 'ทุกวัน 24 ชั่วโมง'],
    ['ทุกวันไม่เว้นวันหยุดราชการ 8.30-20.00', 'ทุกวัน 08.30–20.00 น.'],
    ['ทุกวัน 8-20 เว้นวันหยุดนักขัตฤกษ์', 'ทุกวัน 08.00–20.00 น. เว้นวันหยุดนักขัตฤกษ์'],
    ['ทุกวัน 18.00 - 00.00', 'ทุกวัน 18.00–24.00 น.'],
    ['ทุกวัน 6 โมงถึงเที่ยง', 'ทุกวัน 06.00–12.00 น.'],
    ['ทุกวัน ตี 5 - 9 โมง', 'ทุกวัน 05.00–09.00 น.'],
    ['ทุกวัน 5.00-9.00 น.', 'ทุกวัน 05.00–09.00 น.'],
    ['ทุกวัน ยกเว้นวันอาทิตย์ 8 โมงเช้าถึง 4 โมงเย็น', 'จ.–ส. 08.00–16.00 น.'],
    ['9.00-17.00 หยุดทุกวันจันทร์', 'อ.–อา. 09.00–17.00 น.'],
    ['จ พ ศ 9.00-15.00', 'จ., พ., ศ. 09.00–15.00 น.'],
    ['จ. พ. ศ. 9.00-15.00', 'จ., พ., ศ. 09.00–15.00 น.'],
    ['Mondays, Wednesdays and Fridays 9-3pm', 'จ., พ., ศ. 09.00–15.00 น.'],
    ['อาทิตย์-พฤหัส 8-16', 'จ.–พฤ., อา. 08.00–16.00 น.'],
    ['เสาร์อาทิตย์ บ่ายโมงถึงบ่ายสาม', 'ส.–อา. 13.00–15.00 น.'],
    ['เสาร์อาทิตย์ บ่าย 1-3', 'ส.–อา. 13.00–15.00 น.'],
    ['ศุกร์ 20.00-04.00 วันรุ่งขึ้น', 'ศ. 20.00–04.00 น. วันรุ่งขึ้น'],
    ['Fri 8pm-4am next day', 'ศ. 20.00–04.00 น. วันรุ่งขึ้น'],
  ])('%j', (text, printed) => expect(understoodAs(text)).toBe(printed));

  test('later parts win over earlier ones for the same day', () => {
    expect(understoodAs('ทุกวัน 8-16, ส 9-12')).toBe('จ.–ศ., อา. 08.00–16.00 น.; ส. 09.00–12.00 น.');
    expect(understoodAs('จ-ส 8-16 เสาร์ปิด')).toBe('จ.–ศ. 08.00–16.00 น.');
    expect(understoodAs('อาทิตย์ปิด; อาทิตย์ 8-16')).toBe('อา. 08.00–16.00 น.');
  });

  test('a day closed by name stays closed when "every day" comes after it', () => {
    expect(understoodAs('หยุดวันอาทิตย์ เปิดทุกวัน 8-16')).toBe('จ.–ส. 08.00–16.00 น.');
  });
});

describe('what is not taken', () => {
  test.each([
    ['', { why: 'empty' }],
    ['⏰', { why: 'empty' }],
    ['สวัสดี', { why: 'not-understood', part: 'สวัสดี' }],
    ['จ-ศ 8.30-16.30 มั้ง', { why: 'not-understood', part: 'มั้ง' }],
    ['นอกเวลาราชการ', { why: 'not-understood', part: 'นอกเวลาราชการ' }],
    ['จ-ศ 8.00 เช้า - 4.00 เย็น', { why: 'end-missing', part: '8.00' }],
    ['จ-ศ 8.30', { why: 'end-missing', part: '8.30' }],
    ['จ-ศ', { why: 'times-missing', part: 'จ - ศ' }],
    ['จ-ศ 8-16, ส', { why: 'times-missing', part: 'ส' }],
    ['หยุดวันเสาร์อาทิตย์', { why: 'times-missing', part: 'เสาร์ อาทิตย์' }],
    ['8.30-16.30 น.', { why: 'days-missing', part: '8.30 - 16.30 น' }],
    ['8.30-16.30 พักเที่ยง', { why: 'days-missing' }],
    ['ทุกวัน 8-16 ยกเว้นวันอาทิตย์ 9-12', { why: 'days-missing', part: '9 - 12' }],
    ['จ-ศ 25.00-26.00', { why: 'no-such-time', part: '25.00', wrong: 'hour' }],
    ['จ-ศ 8.75-16.30', { why: 'no-such-time', part: '8.75', wrong: 'minute' }],
    ['จ-ศ 8.30-26.30', { why: 'no-such-time', part: '26.30', wrong: 'hour' }],
    ['จ-ศ 24.30-26.30', { why: 'no-such-time', part: '24.30', wrong: 'hour' }],
    ['ศ 8.00-9.00 วันรุ่งขึ้น', { why: 'longer-than-a-day' }],
    ['จ-ศ 8.30-12.00 11.00-16.30', { why: 'overlap' }],
    ['จ 20.00-9.00 วันรุ่งขึ้น; อ 8.00-12.00', { why: 'overlap' }],
    ['จ-ศ 13.00-16.30 พักเที่ยง', { why: 'break-outside', part: 'พักเที่ยง' }],
    ['จ-ศ 8.30-12.30 พักเที่ยง', { why: 'break-outside', part: 'พักเที่ยง' }],
    ['จ-ศ 8.30-16.30 วันหยุดราชการ 9-12', { why: 'holiday-hours', part: 'วันหยุดราชการ' }],
    ['ปิดทุกวัน', { why: 'never-open' }],
    // Which of the two is closed?
    ['จ-ศ หยุด ส-อา 8.30-16.30', { why: 'not-understood' }],
    ['หยุด อา, จ-ศ 8-16', { why: 'not-understood' }],
    ['จ-ศ หยุด 8.30-16.30', { why: 'not-understood' }],
    ['จ'.repeat(601), { why: 'too-long', most: 600 }],
  ])('%j: %o', (text, refusal) => expect(parseOpeningHours(text)).toMatchObject({ ok: false, ...refusal }));

  test.each<[text: string, why: string, suggestions: [from: number, to: number][]]>([
    [
      'จ-ศ 16.30-8.30',
      'ends-before-it-begins',
      [
        [510, 990],
        [990, 1950],
        [990, 1230],
      ],
    ],
    [
      'จ-ศ 8.30-4.30',
      'ends-before-it-begins',
      [
        [510, 990],
        [270, 510],
        [510, 1710],
      ],
    ],
    [
      'จ-ศ 9-5',
      'ends-before-it-begins',
      [
        [540, 1020],
        [300, 540],
        [540, 1740],
      ],
    ],
    [
      'จ-ศ 16.30 น.-8.30 น.',
      'ends-before-it-begins',
      [
        [510, 990],
        [990, 1950],
      ],
    ],
    [
      'จ-ศ 1-4',
      'ambiguous-time',
      [
        [60, 240],
        [780, 960],
      ],
    ],
    [
      'จ-ศ 1.00-4.00',
      'ambiguous-time',
      [
        [60, 240],
        [780, 960],
      ],
    ],
    [
      'Mon-Fri 1-4pm',
      'ambiguous-time',
      [
        [60, 960],
        [780, 960],
      ],
    ],
  ])('%j: %s, with what may be meant', (text, why, suggestions) => {
    const periods = suggestions.map(([from, to]) => ({ from, to }));
    expect(parseOpeningHours(text)).toMatchObject({ ok: false, why, suggestions: periods });
  });

  test.each([
    ['ทุกวัน 8.30-16.30 เว้นวันหยุดราชการ', WITHOUT_HOLIDAYS, 'ทุกวัน 08.30–16.30 น. เว้นวันหยุดนักขัตฤกษ์'],
    ['8.30-16.30 เว้นวันหยุดราชการ', WITHOUT_HOLIDAYS, 'ทุกวัน 08.30–16.30 น. เว้นวันหยุดนักขัตฤกษ์'],
    [
      'จ-ศ 8.30-16.30, ส 8.30-16.30 พักเที่ยง',
      'จ.–ส. 08.30–12.00, 13.00–16.30 น.',
      'จ.–ศ. 08.30–16.30 น.; ส. 08.30–12.00, 13.00–16.30 น.; หยุด อา.',
    ],
  ])('%j may mean two things', (text, ...meanings) => {
    const parsed = parseOpeningHours(text);
    const candidates = !parsed.ok && parsed.why === 'ambiguous' ? parsed.candidates : [];
    expect(candidates.map((hours) => formatHours(hours, 'th'))).toEqual(meanings);
  });
});

/** A day's periods out of distinct moments: each has a gap behind it. */
const day = fc.oneof<fc.Arbitrary<Period[]>[]>(
  fc.constant([]),
  fc.constant([{ from: 0, to: 1440 }]),
  fc.constant([
    { from: 510, to: 720 },
    { from: 780, to: 990 },
  ]),
  fc.uniqueArray(fc.integer({ min: 0, max: 1900 }), { minLength: 2, maxLength: 6 }).map((moments) => {
    const sorted = moments.sort((a, b) => a - b);
    return sorted.flatMap((from, i) => {
      const to = sorted[i + 1];
      return i % 2 === 0 && to !== undefined ? [{ from, to }] : [];
    });
  }),
);
const anyHours: fc.Arbitrary<OpeningHours> = fc
  .record({
    days: fc.array(day, { minLength: 7, maxLength: 7 }),
    pattern: fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 7, maxLength: 7 }),
    closedOnHolidays: fc.boolean(),
  })
  .map(({ days, pattern, closedOnHolidays }) => ({
    // Days with the same hours are the rule, so the pattern points several days to one.
    weekdays: weekOf((name) => days[pattern[WEEKDAYS.indexOf(name)] ?? 0] ?? []),
    closedOnHolidays,
  }))
  .filter(isOpeningHours);

describe('whatever the hours', () => {
  test('print is read back', () => {
    fc.assert(
      fc.property(anyHours, fc.constantFrom('th', 'en'), (hours, language) =>
        expect(parseOpeningHours(formatHours(hours, language))).toEqual({ ok: true, value: hours }),
      ),
      { numRuns: 2000 },
    );
  });
});

const pieces = fc.constantFrom(
  ...[
    'จ',
    'ศ',
    'ส.',
    'อา',
    'จันทร์',
    'ทุกวัน',
    'วันราชการ',
    'เวลาราชการ',
    'Mon',
    'Sat',
    '-',
    '–',
    'ถึง',
    ',',
    '\n',
    ' ',
  ],
  ...[
    '8.30',
    '16.30',
    '9',
    '12',
    '1',
    '24',
    '25.00',
    'น.',
    'pm',
    'โมงเช้า',
    'บ่าย',
    'ทุ่ม',
    'หกโมง',
    'เที่ยง',
    '24 ชม.',
  ],
  ...['หยุด', 'ปิด', 'เว้น', 'เปิด', 'วันหยุดราชการ', 'นักขัตฤกษ์', 'พักเที่ยง', 'พัก', 'ไม่พัก', 'วันรุ่งขึ้น', 'และ', 'สวัสดี'],
);
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(pieces, { maxLength: 14 }).map((parts) => parts.join('')),
  fc.array(pieces, { maxLength: 14 }).map((parts) => parts.join(' ')),
);

describe('whatever the text', () => {
  test('nothing is thrown, and what is taken or offered is sensible', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const parsed = parseOpeningHours(text);
        const offered = !parsed.ok && 'candidates' in parsed ? parsed.candidates : [];
        for (const hours of parsed.ok ? [parsed.value] : offered) expect(isOpeningHours(hours)).toBe(true);
      }),
      { numRuns: 5000 },
    );
  });

  test('the longest message there is is taken', () => {
    for (const unit of ['1', '8-9 ', 'จ', 'จ ', '-', '\n', 'หยุด', 'น.', '\u0e4d\u0e49\u0e32'])
      for (const length of [600, 5000])
        expect(() => parseOpeningHours(unit.repeat(length / unit.length))).not.toThrow();
  });
});
