// What unclear opening hours are taken to mean, as whole weeks.

import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseOpeningHours } from '../../flows/answers/opening-hours.ts';
import { suggestedHours } from '../../flows/answers/opening-hours-suggestions.ts';
import { isOpeningHours } from '../../models/thai/opening-hours.ts';
import { formatHours } from '../../models/thai/opening-hours-print.ts';

const inWords = (text: string) => suggestedHours(text).map((hours) => formatHours(hours, 'th'));

test.each([
  ['จ-ศ 8-4', ['จ.–ศ. 08.00–16.00 น.', 'จ.–ศ. 04.00–08.00 น.', 'จ.–ศ. 08.00–04.00 น. วันรุ่งขึ้น']],
  ['จ-ศ ๘.๓๐ น. - ๔.๓๐ น.', ['จ.–ศ. 04.30–08.30 น.', 'จ.–ศ. 08.30–04.30 น. วันรุ่งขึ้น']],
  [
    'ทุกวัน 8.30-16.30 เว้นวันหยุดราชการ',
    ['จ.–ศ. 08.30–16.30 น. เว้นวันหยุดราชการ', 'ทุกวัน 08.30–16.30 น. เว้นวันหยุดนักขัตฤกษ์'],
  ],
  ['จ-ศ 8.30-12 13-4.30', ['จ.–ศ. 08.30–12.00, 13.00–16.30 น.', 'จ.–ศ. 08.30–12.00, 13.00–04.30 น. วันรุ่งขึ้น']],
])('%s', (text, expected) => {
  expect(inWords(text)).toEqual(expected);
});

test('two unclear times are both made clear, and at most four weeks are offered', () => {
  const offered = inWords('จ-ศ 8-4, ส 9-2');
  expect(offered[0]).toBe('จ.–ศ. 08.00–16.00 น.; ส. 09.00–14.00 น.; หยุด อา.');
  expect(offered.length).toBe(4);
});

test.each(['จ-ศ 8.30-16.30', 'เช้า', '', 'จ-ศ 25-26', '9-5'])('nothing is offered for %j', (text) => {
  expect(suggestedHours(text)).toEqual([]);
});

test('whatever is typed: what is offered is opening hours, and each reads back as itself', () => {
  const time = fc.integer({ min: 0, max: 23 });
  fc.assert(
    fc.property(time, time, fc.constantFrom('จ-ศ', 'ทุกวัน', 'Mon-Fri'), (from, to, days) => {
      for (const hours of suggestedHours(`${days} ${from}-${to} เว้นวันหยุดราชการ`)) {
        expect(isOpeningHours(hours)).toBe(true);
        expect(parseOpeningHours(formatHours(hours, 'th'))).toEqual({ ok: true, value: hours });
      }
    }),
  );
});
