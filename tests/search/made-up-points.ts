/** 40,000 offices with names made of syllables, for where the reference data is not installed. */
import type { PinPosition } from '../../models/pin-document.ts';
import { seededRandom } from '../models/search-queries.ts';
import type { ServicePoint } from '../models/service-points.ts';

const FIRST: readonly [th: string, en: string][] = [
  ...pairs('บ้าน Ban,หนอง Nong,ดอน Don,ห้วย Huai,นา Na,โคก Khok,ท่า Tha,บึง Bueng,วัง Wang,ทุ่ง Thung,เขา Khao'),
  ...pairs('คลอง Khlong,ปาก Pak,แม่ Mae,สัน San,โพธิ์ Pho,ศรี Si,ลำ Lam,สระ Sa,ไร่ Rai,เกาะ Ko,หัว Hua,ปาง Pang'),
];
const SECOND: readonly [th: string, en: string][] = [
  ...pairs(
    'บัว Bua,แก้ว Kaeo,ทอง Thong,ขาว Khao,แดง Daeng,ใหม่ Mai,งาม Ngam,หญ้า Ya,ไผ่ Phai,มะขาม Makham,ยาง Yang',
  ),
  ...pairs(
    'ตาล Tan,กลาง Klang,ใหญ่ Yai,น้อย Noi,สูง Sung,ลาด Lat,หวาย Wai,จันทร์ Chan,สวรรค์ Sawan,เหล็ก Lek,ปลา Pla',
  ),
  ...pairs('ช้าง Chang,เสือ Suea,ม่วง Muang,พลวง Phluang,สะอาด Sa-at,ประดู่ Pradu,กระทุ่ม Krathum,ตะเคียน Takhian'),
];
const THIRD: readonly [th: string, en: string][] = [
  ['', ''],
  ...pairs('เหนือ Nuea,ใต้ Tai,พัฒนา Phatthana,สามัคคี Samakkhi,เจริญ Charoen,รุ่งเรือง Rung Rueang,สุข Suk,ชัย Chai'),
];
const KINDS: readonly [kind: string, th: string, en: string][] = [
  ['subdistrict-office', 'องค์การบริหารส่วนตำบล', 'Subdistrict Administrative Organization'],
  ['subdistrict-municipality', 'เทศบาลตำบล', 'Subdistrict Municipality'],
  ['health-hospital', 'โรงพยาบาลส่งเสริมสุขภาพตำบล', 'Subdistrict Health Promoting Hospital'],
  ['police-station', 'สถานีตำรวจภูธร', 'Police Station'],
  ['other', 'สำนักงานเกษตร', 'Agriculture Office'],
];
const PROVINCES = 77;
const DISTRICTS_EACH = 12;

/** Always the same ones. */
export function madeUpPoints(count = 40_000): ServicePoint[] {
  const random = seededRandom(77);
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[Math.floor(random() * items.length)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  };
  const place = (...parts: (readonly (readonly [string, string])[])[]) => {
    const picked = parts.map(pick);
    return {
      th: picked.map(([th]) => th).join(''),
      en: picked
        .map(([, en]) => en)
        .join(' ')
        .trim(),
    };
  };
  const provinces = distinct(PROVINCES, () => place(FIRST, SECOND, THIRD.slice(1)).th);
  const districts = provinces.flatMap((province) =>
    Array.from({ length: DISTRICTS_EACH }, () => ({ province, district: place(FIRST, SECOND).th })),
  );
  return Array.from({ length: count }, (_, number) => {
    const own = place(FIRST, SECOND, random() < 0.5 ? THIRD.slice(0, 1) : THIRD, SECOND);
    const [kind, before, behind] = pick(KINDS);
    const { district, province } = pick(districts);
    const counter = random() < 0.1 ? ` (จุดบริการ ${1 + Math.floor(random() * 3)})` : '';
    const position: PinPosition = [98 + 7 * random(), 6 + 14 * random()];
    const office = before + own.th;
    const name = { th: office + counter, en: `${own.en} ${behind}` };
    const area = { th: `อ.${district} จ.${province}` };
    return { id: String(number), name, office, area, district, province, position, kind };
  });
}

function distinct(count: number, make: () => string): string[] {
  const made = new Set<string>();
  while (made.size < count) made.add(make());
  return [...made];
}

function pairs(list: string): [string, string][] {
  return list.split(',').map((pair) => {
    const [th = '', ...en] = pair.split(' ');
    return [th, en.join(' ')];
  });
}
