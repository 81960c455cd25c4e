// The words of opening hours: a text cut into the pieces that have a meaning in it.

import { normalForm } from '../../models/thai/normal-form.ts';
import { WEEKDAYS, type Weekday } from '../../models/thai/opening-hours.ts';
import { WEEKDAY, weekdayNamed } from './date-weekday.ts';
import { type NoSuchTime, readSaidTime, type SaidTime, TIME } from './opening-hours-time.ts';

/** A word whose meaning lies in its place among the others; `line` is a new line or a semicolon. */
type Mark =
  | ('to' | 'and' | 'comma' | 'line' | 'closed' | 'except' | 'open' | 'not-even-holidays')
  | ('break' | 'no-break' | 'next-day' | 'whole-day' | 'office-hours');

/** What a piece means. `days` of one word; `every`: said without naming them; `office`: not on holidays. */
export type Meaning =
  | { kind: Mark }
  | { kind: 'day'; day: Weekday }
  | { kind: 'days'; days: readonly Weekday[]; every: boolean; office: boolean }
  | { kind: 'holidays'; official: boolean }
  | { kind: 'time'; time: SaidTime }
  | { kind: 'no-such-time'; wrong: NoSuchTime['wrong'] }
  | { kind: 'unknown' };

/** A meaning and the words that carry it. */
export type Token = Meaning & { said: string };

/** A way to say something: the words, and their meaning; without one they are only there to be polite. */
type Saying = { pattern: RegExp; meaning?: (said: string) => Meaning | undefined };

const MON_TO_FRI = WEEKDAYS.slice(0, 5);
const SUNDAY_FIRST: readonly Weekday[] = ['sun', ...WEEKDAYS.slice(0, 6)];
const SHORT_DAYS = new Map<string, Weekday>([
  ['พฤ', 'thu'],
  ['อา', 'sun'],
  ['จ', 'mon'],
  ['อ', 'tue'],
  ['พ', 'wed'],
  ['ศ', 'fri'],
  ['ส', 'sat'],
]);
const MISSPELT = new Map<string, Weekday>([
  ['จันทร', 'mon'],
  ['พุทธ', 'wed'],
  ['พฤหัสบดิ์', 'thu'],
  ['พฤหัสบ', 'thu'],
  ['ศุกร', 'fri'],
  ['เสา', 'sat'],
  ['อาทิต', 'sun'],
]);

const LONG_DAY = `(?:${[...MISSPELT.keys(), ...WEEKDAY.split('|')].sort((a, b) => b.length - a.length).join('|')})`;
const SHORT_DAY = '(?:พฤ|อา|จ|อ|พ|ศ|ส)';
/** A letter is a day only among its like and before what may follow a day, not at the beginning of any word. */
const AFTER_SHORT_DAY = `(?=${SHORT_DAY}*(?:ถึง|และ|กับ|หยุด|ปิด|เปิด|เวลา|เว้น|ยกเว้น|[^ก-๎]|$))`;
const A_DAY = `(?:${LONG_DAY}|${SHORT_DAY}${AFTER_SHORT_DAY})`;
const PART_OF_DAY = '(?:ช่วง|ภาค|รอบ|ตอน)?';
const THAI_HOLIDAY = '(?:นักขัตฤกษ์|นักขัตฤกษ|นักขัติฤกษ์)';

const SAYINGS: readonly Saying[] = [
  { pattern: sticky('\\s+') },
  said('24\\s*[/x]\\s*7(?!\\d)', { kind: 'whole-day' }),
  said('(?:ตลอด\\s*)?(?:วันละ\\s*)?24\\s*(?:ชั่วโมง|ชม|hours?|hrs?|h)(?![a-z])', { kind: 'whole-day' }),
  said('around the clock(?![a-z])', { kind: 'whole-day' }),
  said('(?:ไม่เว้น|ไม่มี|รวม|ไม่หยุด|ไม่ยกเว้น)\\s*(?:วันหยุด)(?:ราชการ)?', { kind: 'not-even-holidays' }),
  said(`(?:ไม่เว้น|รวม|ไม่ยกเว้น)\\s*(?:วัน(?:หยุด)?)?${THAI_HOLIDAY}`, { kind: 'not-even-holidays' }),
  said('including (?:public )?holidays(?![a-z])', { kind: 'not-even-holidays' }),
  said('ไม่มีพักเที่ยง|ไม่(?:ปิด|หยุด)?พัก(?:เที่ยง|กลางวัน)?|no lunch break', { kind: 'no-break' }),
  said('(?:หยุด|ปิด)?พัก(?:เที่ยง|กลางวัน)?(?:วัน)?|(?:closed for )?lunch(?: break)?(?![a-z])', {
    kind: 'break',
  }),
  said('วันหยุดราชการ(?:\\s*(?:และ|หรือ|/)\\s*(?:วันหยุด)?นักขัตฤกษ์)?', { kind: 'holidays', official: true }),
  said(
    `วันหยุด${THAI_HOLIDAY}|วัน${THAI_HOLIDAY}|${THAI_HOLIDAY}|(?:bank|public|official|government) holidays?|holidays?`,
    {
      kind: 'holidays',
      official: false,
    },
  ),
  { pattern: sticky('วันหยุด(?=สุดสัปดาห์)') },
  said('วันหยุด(?=\\s*(?:คือ)?\\s*:)', { kind: 'closed' }),
  said('สุดสัปดาห์|weekends?(?![a-z])', daysOf(['sat', 'sun'])),
  said(`วันหยุด(?!\\s*(?:วัน)?${A_DAY})`, { kind: 'holidays', official: true }),
  said('(?:ใน|ตาม)?(?:วัน)?(?:และ)?เวลาราชการ|(?:government|official) (?:office )?hours(?![a-z])', {
    kind: 'office-hours',
  }),
  said('วันราชการ', { ...daysOf(MON_TO_FRI), office: true }),
  { pattern: sticky(`วันทำการ(?=\\s*:|\\s*(?:วัน)?${A_DAY}|\\s*ทุกวัน)`) },
  said('วันทำการ|วันทำงาน', { ...daysOf(MON_TO_FRI), office: true }),
  said('วันธรรมดา|weekdays?(?![a-z])|m\\s*-\\s*f(?![a-z])', daysOf(MON_TO_FRI)),
  { pattern: sticky('ทุก\\s*(?=วัน(?:ทำการ|ราชการ|ทำงาน|ธรรมดา|หยุดราชการ|หยุดนักขัตฤกษ์|หยุดสุดสัปดาห์|นักขัตฤกษ์))') },
  { pattern: sticky(`ทุก\\s*(?:วัน)?\\s*(?=${A_DAY})`) },
  said('ทุกวัน|every ?day(?![a-z])|daily(?![a-z])|7 days(?: a week)?(?![a-z])', {
    ...daysOf(WEEKDAYS),
    every: true,
  }),
  { pattern: sticky(`${LONG_DAY}s?(?![a-z])`), meaning: longDay },
  { pattern: sticky(`${SHORT_DAY}${AFTER_SHORT_DAY}`), meaning: shortDay },
  {
    pattern: sticky(
      '(?:(?:ของ|ใน|เช้า)*(?:วันรุ่งขึ้น|วันถัดไป|วันต่อไป)|ข้ามคืน|(?:the )?next day(?![a-z])|overnight(?![a-z])|\\+1(?!\\d))',
    ),
    meaning: () => ({ kind: 'next-day' }),
  },
  { pattern: sticky(`${PART_OF_DAY}เช้า(?=\\s*:?\\s*(?:เวลา\\s*)?\\d)`) },
  { pattern: sticky(`${PART_OF_DAY}บ่าย(?=\\s*:?\\s*(?:เวลา\\s*)?(?:\\d\\d|\\d[.:]))`) },
  { pattern: TIME, meaning: timeSaid },
  said('จนถึง|ถึง|[-‐-―−~→]+|(?:to|till?|until|through|thru)(?![a-z])', { kind: 'to' }),
  said('และ|กับ|[&+/]|and(?![a-z])', { kind: 'and' }),
  said('[,、]', { kind: 'comma' }),
  said(';', { kind: 'line' }),
  said('(?:ปิดทำการ|ปิดบริการ|ปิด|หยุดทำการ|หยุดให้บริการ|หยุดบริการ|หยุด|งดให้บริการ|งดบริการ|ไม่เปิดทำการ|ไม่เปิด|ไม่ทำการ)', {
    kind: 'closed',
  }),
  said('(?:closed|closes|close)(?![a-z])', { kind: 'closed' }),
  said('ยกเว้น|เว้น|ไม่รวม|(?:except(?: for)?|excluding)(?![a-z])', { kind: 'except' }),
  said('เปิดให้บริการ|เปิดทำการ|เปิดบริการ|เปิด|(?:open|opens)(?![a-z])', { kind: 'open' }),
  { pattern: sticky('(?:วัน)?(?:และ)?(?:เวลา|วัน)(?:ทำการ|เปิดทำการ|เปิดให้บริการ|ให้บริการ|เปิด\\s*-?\\s*ปิด)') },
  {
    pattern: sticky(
      'ให้บริการ|ทำการ|ตั้งแต่|ระหว่าง|ประจำ|เวลา|ช่วง|ตลอด|ของ|ใน|จาก|วัน|คือ|นะ|ครับ|ค่ะ|คะ|น(?=ถึง|[^ก-๎]|$)',
    ),
  },
  { pattern: sticky('(?:opening hours|office hours|hours|hrs|from|at|on|the|we are|are|a)(?![a-z])') },
  { pattern: sticky('[:()|!"\']') },
];

/** The pieces of a text in order; what is no word of opening hours comes as `unknown`, up to the next space. */
export function openingHoursTokens(text: string): Token[] {
  const form = formOf(text);
  const tokens: Token[] = [];
  for (let at = 0; at < form.length; ) {
    const { token, end } = tokenAt(form, at);
    if (token) tokens.push(token);
    at = end;
  }
  return tokens;
}

function tokenAt(form: string, at: number): { token?: Token; end: number } {
  for (const { pattern, meaning } of SAYINGS) {
    pattern.lastIndex = at;
    const words = pattern.exec(form)?.[0];
    if (!words) continue;
    const found = meaning?.(words);
    if (meaning && !found) continue;
    return { end: at + words.length, ...(found && { token: { ...found, said: words.trim() } }) };
  }
  const [before = ''] = /[^\s,;]*$/.exec(form.slice(0, at)) ?? [];
  const [after = ''] = /^[^\s,;]+/.exec(form.slice(at)) ?? [];
  return { token: { kind: 'unknown', said: before + after }, end: at + after.length };
}

/** The normal form, but with lines kept apart, and with spaces for the dots that part one-letter days. */
function formOf(text: string): string {
  const lines = text.normalize('NFKC').split(/[\n\r\u2028\u2029]+/);
  const bare = lines.map((line) =>
    line.replace(/\p{Extended_Pictographic}/gu, '').replace(/^\s*[-–—•*·]+\s*/, ''),
  );
  // "Closed on Sundays. Mon-Fri …": a dot behind a whole English word ends a sentence.
  const sentences = bare.join(' ; ').replace(/(?<=[a-z]{5})\.\s+(?=[a-z])/gi, ' ; ');
  return normalForm(sentences.replace(/(?<=[ก-๎])\./g, ' '));
}

function longDay(words: string): Meaning | undefined {
  const index = weekdayNamed(words) ?? weekdayNamed(words.replace(/s$/, ''));
  const day = index === undefined ? MISSPELT.get(words) : SUNDAY_FIRST[index];
  return day && { kind: 'day', day };
}

function shortDay(words: string): Meaning | undefined {
  const day = SHORT_DAYS.get(words);
  return day && { kind: 'day', day };
}

function timeSaid(words: string): Meaning | undefined {
  const time = readSaidTime(words);
  if (!time) return undefined;
  return 'wrong' in time ? { kind: 'no-such-time', wrong: time.wrong } : { kind: 'time', time };
}

function daysOf(days: readonly Weekday[]): Extract<Meaning, { kind: 'days' }> {
  return { kind: 'days', days, every: false, office: false };
}

function said(pattern: string, meaning: Meaning): Saying {
  return { pattern: sticky(pattern), meaning: () => meaning };
}

function sticky(pattern: string): RegExp {
  return new RegExp(pattern, 'y');
}
