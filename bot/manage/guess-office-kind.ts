/** Which kind of office a service point is, by its Thai name: for files that name offices but not their kinds. */
import { searchForm } from '../../models/name-grams.ts';

/** A rule fits when the name contains one of its words; the first rule that fits decides. */
type Rule = { kind: string; words: readonly string[] };

/**
 * Longer names stand before those they contain: every health hospital's name contains "hospital". The kinds are
 * those of `flows/office-kinds.ts`; a test compares them.
 */
const RULES: readonly Rule[] = [
  { kind: 'subdistrict-office', words: ['องค์การบริหารส่วนตำบล', 'สภาตำบล'] },
  { kind: 'provincial-organisation', words: ['องค์การบริหารส่วนจังหวัด'] },
  { kind: 'city-municipality', words: ['เทศบาลนคร'] },
  { kind: 'town-municipality', words: ['เทศบาลเมือง'] },
  { kind: 'subdistrict-municipality', words: ['เทศบาลตำบล'] },
  { kind: 'district-office', words: ['ที่ว่าการอำเภอ', 'ที่ทำการปกครองอำเภอ', 'สำนักงานเขต'] },
  { kind: 'land-office', words: ['สำนักงานที่ดิน'] },
  { kind: 'police-station', words: ['สถานีตำรวจ', 'โรงพัก', 'ป้อมตำรวจ'] },
  { kind: 'health-hospital', words: ['โรงพยาบาลส่งเสริมสุขภาพ', 'สถานีอนามัย', 'ศูนย์สุขภาพชุมชน'] },
  { kind: 'hospital', words: ['โรงพยาบาล'] },
  { kind: 'school', words: ['โรงเรียน', 'วิทยาลัย', 'มหาวิทยาลัย'] },
  { kind: 'transport-office', words: ['สำนักงานขนส่ง'] },
  { kind: 'revenue-office', words: ['สำนักงานสรรพากร'] },
];

/** `สำนักงานเขตพื้นที่…` (an education area) is no district office. */
const NOT_A_DISTRICT = searchForm('สำนักงานเขตพื้นที่');

const rules = RULES.map(({ kind, words }) => ({ kind, forms: words.map(searchForm) }));

/** The id of a kind of office; 'other' when no rule fits. Abbreviations such as "อบต." count as written out. */
export function guessOfficeKind(nameTh: string): string {
  const form = searchForm(nameTh).replaceAll(NOT_A_DISTRICT, '');
  return rules.find(({ forms }) => forms.some((word) => form.includes(word)))?.kind ?? 'other';
}
