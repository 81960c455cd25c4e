// The abbreviations of Thai officialdom written out, so that "อบต.หนองบัว" finds the office with the long name.

/**
 * How an abbreviation may stand without its dot. `glued`: also right before a name ("อบตหนองบัว"); `spaced`: only
 * before a space, because its letters are also a word ("สน"); `never`: its letters begin too many words.
 */
type WithoutDot = 'glued' | 'spaced' | 'never';

/**
 * `letters` without the last dot; `name` is a name by itself, so that a space after it stays; `notBefore` is what
 * follows the same letters in names of places.
 */
type Abbreviation = {
  letters: string;
  full: string;
  withoutDot: WithoutDot;
  name?: true;
  notBefore?: string;
};

/** Longer ones first: the first that fits is taken. */
const ABBREVIATIONS: readonly Abbreviation[] = [
  { letters: 'รพ.สต', full: 'โรงพยาบาลส่งเสริมสุขภาพตำบล', withoutDot: 'glued' },
  { letters: 'อบต', full: 'องค์การบริหารส่วนตำบล', withoutDot: 'glued' },
  { letters: 'อบจ', full: 'องค์การบริหารส่วนจังหวัด', withoutDot: 'glued' },
  { letters: 'อปท', full: 'องค์กรปกครองส่วนท้องถิ่น', withoutDot: 'glued' },
  { letters: 'กทม', full: 'กรุงเทพมหานคร', withoutDot: 'glued', name: true },
  { letters: 'สนง', full: 'สำนักงาน', withoutDot: 'glued' },
  { letters: 'ศพด', full: 'ศูนย์พัฒนาเด็กเล็ก', withoutDot: 'glued' },
  { letters: 'สสจ', full: 'สำนักงานสาธารณสุขจังหวัด', withoutDot: 'glued' },
  { letters: 'สสอ', full: 'สำนักงานสาธารณสุขอำเภอ', withoutDot: 'glued' },
  { letters: 'สพป', full: 'สำนักงานเขตพื้นที่การศึกษาประถมศึกษา', withoutDot: 'glued' },
  { letters: 'สพม', full: 'สำนักงานเขตพื้นที่การศึกษามัธยมศึกษา', withoutDot: 'glued' },
  { letters: 'กฟภ', full: 'การไฟฟ้าส่วนภูมิภาค', withoutDot: 'glued' },
  { letters: 'กฟน', full: 'การไฟฟ้านครหลวง', withoutDot: 'glued' },
  { letters: 'กปภ', full: 'การประปาส่วนภูมิภาค', withoutDot: 'glued' },
  { letters: 'กปน', full: 'การประปานครหลวง', withoutDot: 'glued' },
  { letters: 'ทต', full: 'เทศบาลตำบล', withoutDot: 'glued' },
  { letters: 'ทม', full: 'เทศบาลเมือง', withoutDot: 'glued', notBefore: 'อ(?![ก-๎])|นางาม' },
  { letters: 'ทน', full: 'เทศบาลนคร', withoutDot: 'spaced' },
  { letters: 'รพ', full: 'โรงพยาบาล', withoutDot: 'glued' },
  { letters: 'สภ', full: 'สถานีตำรวจภูธร', withoutDot: 'glued' },
  { letters: 'สน', full: 'สถานีตำรวจนครบาล', withoutDot: 'spaced' },
  { letters: 'รร', full: 'โรงเรียน', withoutDot: 'glued' },
  { letters: 'ตม', full: 'สำนักงานตรวจคนเข้าเมือง', withoutDot: 'never' },
  { letters: 'สอ', full: 'สถานีอนามัย', withoutDot: 'never' },
];

/** What an abbreviation stands for, and where in the text it ends. */
type Expansion = { full: string; end: number };

const DEPENDENT = '[\\u0E30-\\u0E3A\\u0E45\\u0E47-\\u0E4E]';
const WORD_START = '[\\u0E01-\\u0E2E\\u0E40-\\u0E44]';
const THAI = '\\u0E01-\\u0E4E';
/** "ต.ค.", "จ.ส.อ." and the like are other abbreviations: their first letter must not become a place. */
const NOT_MORE_LETTERS = `(?![ก-ฮ]{1,2}\\.|[ก-ฮ](?![${THAI}]))`;

const PLACES: readonly [letter: string, full: string][] = [
  ['อ', 'อำเภอ'],
  ['ต', 'ตำบล'],
  ['จ', 'จังหวัด'],
];

const RULES: readonly { pattern: RegExp; full: string }[] = [
  ...ABBREVIATIONS.map((entry) => ({ pattern: patternOf(entry), full: entry.full })),
  ...PLACES.map(([letter, full]) => ({ pattern: placePattern(letter), full })),
  { pattern: /อ(?=เมือง)/y, full: 'อำเภอ' },
  { pattern: new RegExp(`ถ\\. *(?=${WORD_START})${NOT_MORE_LETTERS}`, 'y'), full: 'ถนน' },
  { pattern: new RegExp(`ซ\\. *(?=${WORD_START}|\\d)${NOT_MORE_LETTERS}`, 'y'), full: 'ซอย' },
  { pattern: /ม\. *(?=[0-9๐-๙])/y, full: 'หมู่ที่ ' },
];

/** Words that people write abbreviations onto without a space ("ปลัดอบต.", "ที่ว่าการอ.เมือง"). */
const LEADING_WORDS =
  'ที่|ใน|ไป|จาก|ของ|และ|หรือ|กับ|โทร|ติดต่อ|นายก|ปลัด|สมาชิก|กำนัน|ผู้ว่า|เจ้าหน้าที่|สำนักงาน|ว่าการ|ปกครอง|เกษตร' +
  '|พัฒนาชุมชน|ที่ดิน|สาธารณสุข|สรรพากร|ประมง|ปศุสัตว์|สัสดี|ท้องถิ่น|ทะเบียน|ขนส่ง|แรงงาน|จัดหางาน|ประกันสังคม' +
  '|วัฒนธรรม|เมือง';
const FREE_BEFORE = new RegExp(`(?<=^|[^${THAI}.]|${LEADING_WORDS})`, 'y');

/**
 * Writes out the abbreviations of offices and places, with or without dots and following spaces:
 * "อบตหนองบัว" → "องค์การบริหารส่วนตำบลหนองบัว". Letters inside words stay, and so do months, ranks and titles
 * ("ต.ค.", "พ.ต.อ."). A place glued behind another name ("หนองบัวจ.ระยอง") is not seen, save after an office's word.
 */
export function expandAbbreviations(text: string): string {
  let out = '';
  let at = 0;
  let afterAbbreviation = false;
  while (at < text.length) {
    const found: Expansion | undefined =
      afterAbbreviation || matches(FREE_BEFORE, text, at) ? ruleAt(text, at) : undefined;
    out += found ? found.full : text.charAt(at);
    at = found ? found.end : at + 1;
    afterAbbreviation = found !== undefined;
  }
  return out;
}

function ruleAt(text: string, at: number): Expansion | undefined {
  const rule = RULES.find(({ pattern }) => matches(pattern, text, at));
  return rule && { full: rule.full, end: rule.pattern.lastIndex };
}

function matches(sticky: RegExp, text: string, at: number): boolean {
  sticky.lastIndex = at;
  return sticky.test(text);
}

function patternOf(entry: Abbreviation): RegExp {
  const parts = entry.letters.split('.');
  const joined = parts.join('\\.? ?');
  const dotted = parts.flatMap((part) => [...part]).join('\\.');
  const body = entry.withoutDot === 'glued' ? `(?:${joined}|${dotted})` : joined;
  const exception = entry.notBefore ? `(?!${entry.notBefore})` : '';
  return new RegExp(body + exception + endOf(entry.withoutDot, entry.name ?? false), 'y');
}

function endOf(withoutDot: WithoutDot, name: boolean): string {
  if (name) return `(?:\\.|(?!${DEPENDENT}))`;
  const dotted = `\\.(?: +(?=${WORD_START}))?`;
  // "ทน ไม่ไหว" is somebody who cannot bear it, not a city.
  const spaced = ` +(?=${WORD_START})(?!ไม่)`;
  if (withoutDot === 'never') return dotted;
  return withoutDot === 'spaced' ? `(?:${dotted}|${spaced})` : `(?:${dotted}|${spaced}|(?!${DEPENDENT}))`;
}

function placePattern(letter: string): RegExp {
  const dotted = `\\. *(?=${WORD_START})${NOT_MORE_LETTERS}`;
  const alone = ` +(?=[${THAI}]{3})`;
  return new RegExp(`${letter}(?:${dotted}|${alone})`, 'y');
}
