// Whatever people send, no parser throws.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseChoice, parseChoices } from '../../flows/answers/choice.ts';
import { parseDate } from '../../flows/answers/date.ts';
import { parseDateTime } from '../../flows/answers/date-time.ts';
import { parsePhones } from '../../flows/answers/phone.ts';
import { parsePlainText } from '../../flows/answers/plain-text.ts';
import { parseTime } from '../../flows/answers/time.ts';
import { parseWholeNumber } from '../../flows/answers/whole-number.ts';
import { isWord } from '../../flows/answers/words.ts';
import { parseYesNo } from '../../flows/answers/yes-no.ts';

const now = new Date('2018-05-08T02:30:00Z');
const options = [
  { value: 'a', labels: ['ตลาด', 'Market'] },
  { value: 'b', labels: ['โรงเรียน', 'School'] },
];
const PARSERS: Record<string, (text: string) => { ok: boolean } | boolean> = {
  parseChoice: (text) => parseChoice(text, options),
  parseChoices: (text) => parseChoices(text, options),
  parseDate: (text) => parseDate(text, { now }),
  parseDateInThePast: (text) => parseDate(text, { now, lookTo: 'past' }),
  parseDateTime: (text) => parseDateTime(text, { now }),
  parsePhones,
  parsePlainText: (text) => parsePlainText(text, { max: 100 }),
  parseTime,
  parseWholeNumber: (text) => parseWholeNumber(text),
  isWord: (text) => isWord(text, ['ยกเลิก']),
  parseYesNo,
};

/** Pieces of sensible answers in senseless order come nearer to the edges than random letters do. */
const pieces = fc.constantFrom(
  ...[
    '31',
    '5',
    '0',
    '99',
    '2561',
    '/',
    '-',
    '.',
    ':',
    ' ',
    ',',
    '+',
    '66',
    '02',
    '๑',
    'พ.ค.',
    'พฤษภาคม',
    'พ.ศ.',
    'วันที่',
  ],
  ...[
    'วัน',
    'ศุกร์',
    'หน้า',
    'อีก',
    'สิ้นเดือน',
    'บ่าย',
    'โมง',
    'ทุ่ม',
    'ตี',
    'ครึ่ง',
    'น.',
    'pm',
    'สอง',
    'ล้าน',
    'ต่อ',
    'ถึง',
  ],
  ...[
    'และ',
    'ข้อ',
    'ก',
    'ไม่',
    'ครับ',
    '\n',
    '\u200b',
    '\ud800',
    '__proto__',
    'constructor',
    'May',
    'in',
    'ext',
    '#',
    '(',
  ],
);
const anyMessage = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.array(pieces, { maxLength: 9 }).map((parts) => parts.join('')),
);

test.each(Object.entries(PARSERS))('%s never throws', (_, parse) => {
  fc.assert(
    fc.property(anyMessage, (text) => expect(() => parse(text)).not.toThrow()),
    { numRuns: 1000 },
  );
});

test.each(Object.entries(PARSERS))('%s takes the longest message there is', (_, parse) => {
  for (const unit of ['1', '1 ', '1-', 'ก', 'ก ', '!', 'a.', '\n', 'ต่อ', 'และ', 'สอง', '\u0e4d\u0e49\u0e32'])
    expect(() => parse(unit.repeat(5000 / unit.length))).not.toThrow();
});
