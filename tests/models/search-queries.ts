// What people type to find an office: written down by hand over the demo offices, and made from the national load.

import type { ServicePoint } from './service-points.ts';

/** What people type over the offices of the demonstration, and the Thai name and area of the one they mean. */
export const WRITTEN_QUERIES: readonly [words: string, name: string, area: string][] = [
  // The official short name, as written and as typed.
  ['อบต.เขาใหม่ ธาตุพนม', 'อบต.เขาใหม่', 'ธาตุพนม'],
  ['อบต เขาใหม่ เชียงราย', 'อบต.เขาใหม่', 'แม่จัน'],
  ['อบตเขาใหม่บ้านค่าย', 'อบต.เขาใหม่', 'บ้านค่าย'],
  ['อ.บ.ต. เขาใหม่ จ.ระยอง', 'อบต.เขาใหม่', 'บ้านค่าย'],
  ['ทต บึงทอง', 'ทต.บึงทอง', 'เมืองนครพนม'],
  ['ทน.ดอยหมอกงาม', 'ทน.ดอยหมอกงาม', 'เมืองเชียงราย'],
  ['อบจ ดอยหมอกงาม', 'อบจ.ดอยหมอกงาม', 'เมืองเชียงราย'],
  ['รพสต ห้วยแก้วใส', 'รพ.สต.ห้วยแก้วใส', 'ธาตุพนม'],
  ['รพ.สต. ม่อนหมอกหอม', 'รพ.สต.ม่อนหมอกหอม', 'สูงเม่น'],
  ['สภ อ่าวเรือใบ', 'สภ.อ่าวเรือใบ', 'แกลง'],
  ['รร.บึงทองวิทยา', 'โรงเรียนบึงทองวิทยา', 'เมืองนครพนม'],
  ['รพ.ทุ่งหิ่งห้อย', 'โรงพยาบาลทุ่งหิ่งห้อย', 'เทิง'],
  ['สนง.ที่ดิน หาดพลอยใส', 'สำนักงานที่ดินสาขาหาดพลอยใส', 'เมืองระยอง'],
  // The name in full.
  ['องค์การบริหารส่วนตำบลบึงนกยูง', 'อบต.บึงนกยูง', 'ปลวกแดง'],
  ['เทศบาลเมืองเวียงสักทองคำ', 'ทม.เวียงสักทองคำ', 'เมืองแพร่'],
  ['โรงพยาบาลส่งเสริมสุขภาพตำบลผาเมฆขาว', 'รพ.สต.ผาเมฆขาว', 'แม่จัน'],
  ['ที่ว่าการอำเภอไร่สับปะรดหวาน', 'ที่ว่าการอำเภอไร่สับปะรดหวาน', 'ปลวกแดง'],
  ['ที่ว่าการ อ.ผาอินทนิล', 'ที่ว่าการอำเภอผาอินทนิล', 'สอง'],
  // The own name alone, without tone marks, with slips.
  ['ห้วยแก้วใส', 'รพ.สต.ห้วยแก้วใส', 'ธาตุพนม'],
  ['โนนสายรุง', 'อบต.โนนสายรุ้ง', 'ศรีสงคราม'],
  ['ทุงฝายขาว', 'อบต.ทุ่งฝ้ายขาว', 'สอง'],
  ['อบต.ปางแสงจัน', 'อบต.ปางแสงจันทร์', 'เทิง'],
  ['อบต.บึงนกยุง', 'อบต.บึงนกยูง', 'ปลวกแดง'],
  ['สวนผลไม้งม', 'รพ.สต.สวนผลไม้งาม', 'แกลง'],
  ['สถานีตำรวจ ห้วยไม้สกงาม', 'สภ.ห้วยไม้สักงาม', 'ลอง'],
  ['ขนส่ง หาดพลอยไส', 'สำนักงานขนส่งสาขาหาดพลอยใส', 'เมืองระยอง'],
  ['สรรพากร เวียงสักทองคำ', 'สำนักงานสรรพากรสาขาเวียงสักทองคำ', 'เมืองแพร่'],
  // English.
  ['Rim Khong Suk Chai hospital', 'โรงพยาบาลริมโขงสุขใจ', 'ท่าอุเทน'],
  ['khao mai mae chan', 'อบต.เขาใหม่', 'แม่จัน'],
  ['bueng thong police', 'สภ.บึงทอง', 'เมืองนครพนม'],
  ['wiang dao ruang municipality', 'ทต.เวียงดาวเรือง', 'เชียงของ'],
  ['Pha Inthanin district office', 'ที่ว่าการอำเภอผาอินทนิล', 'สอง'],
];

/** What is no office's name. */
export const NONSENSE: readonly string[] = [
  '',
  ' ',
  '...',
  'ก',
  '🙂🙂🙂',
  'asdfghjkl',
  'ฟหกดเาสว',
  'สวัสดีตอนเช้า',
  'ขอบคุณมากนะ',
  'ราคาทองวันนี้',
  'กินข้าวหรือยัง',
  'pizza delivery',
  'hello how are you',
  '0812345678',
];

/** Words, and which of the answers are right. */
export type GeneratedQuery = { words: string; isWanted: (found: ServicePoint) => boolean };

/** The kinds of generated questions. */
export type QueryKind = 'abbreviation' | 'typo' | 'abbreviation, typo and province';

const ABBREVIATED: readonly [full: string, short: string][] = [
  ['โรงพยาบาลส่งเสริมสุขภาพตำบล', 'รพ.สต.'],
  ['องค์การบริหารส่วนตำบล', 'อบต.'],
  ['เทศบาลตำบล', 'ทต.'],
  ['สถานีตำรวจภูธร', 'สภ.'],
  ['สำนักงาน', 'สนง.'],
  ['อำเภอ', ' อ.'],
  ['จังหวัด', ' จ.'],
];
const CONSONANTS = 'กขคงจชดตถทธนบปผพภมยรลวสหอ';

/** Numbers from 0 up to 1, the same ones for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * `count` questions of one kind. An office's name is wanted, wherever it stands, as many places share a name; with
 * a province, only the office there.
 */
export function generatedQueries(
  points: readonly ServicePoint[],
  kind: QueryKind,
  count: number,
  random: () => number,
): GeneratedQuery[] {
  return Array.from({ length: count }, () => {
    const point = points[Math.floor(random() * points.length)];
    if (!point) throw new Error('no service points');
    return queryFor(point, kind, random);
  });
}

function queryFor(point: ServicePoint, kind: QueryKind, random: () => number): GeneratedQuery {
  const sameName = (found: ServicePoint) => found.office === point.office;
  switch (kind) {
    case 'abbreviation':
      return { words: abbreviated(point.office), isWanted: sameName };
    case 'typo':
      return { words: withTypo(point.office, startOfOwnName(point.office), random), isWanted: sameName };
    case 'abbreviation, typo and province': {
      const short = abbreviated(point.office);
      const words = `${withTypo(short, short.indexOf('.') + 1, random)} ${point.province}`;
      return { words, isWanted: (found) => sameName(found) && found.province === point.province };
    }
  }
}

/** "องค์การบริหารส่วนตำบลเขาใหม่" → "อบต.เขาใหม่" */
export function abbreviated(name: string): string {
  return ABBREVIATED.reduce((text, [full, short]) => text.replace(full, short), name).trim();
}

/** Slips are put into the office's own name: the words before it are the same for thousands of offices. */
export function startOfOwnName(name: string): number {
  const ends = ABBREVIATED.map(([full]) => (name.includes(full) ? name.indexOf(full) + full.length : 0));
  return Math.max(...ends);
}

/** One slip at or behind `from`: a character left out, doubled by another, replaced, or swapped with the next one. */
export function withTypo(text: string, from: number, random: () => number): string {
  const at = from + Math.floor(random() * (text.length - from));
  const other = CONSONANTS.charAt(Math.floor(random() * CONSONANTS.length));
  const before = text.slice(0, at);
  const after = text.slice(at + 1);
  const slips = [
    before + after,
    before + other + text.slice(at),
    before + other + after,
    before + after.charAt(0) + text.charAt(at) + after.slice(1),
  ];
  return slips[Math.floor(random() * slips.length)] ?? text;
}
