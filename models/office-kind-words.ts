/**
 * Kinds of office by the words people use for them, alone or before a place: "อบต ใกล้ฉัน", "โรงพยาบาล",
 * "เทศบาล เชียงราย", "hospital near me".
 */
import { searchForm } from './name-grams.ts';

/** What was said of a kind: its key in `KINDS_OF_OFFICE`, and what stands beside it as a search form ('' for nothing). */
export type SaidKind = { kind: string; rest: string };

/** By key: which kinds of pins are meant, and how people call them. A key that is a kind means that kind alone. */
export const KINDS_OF_OFFICE: Readonly<
  Record<string, { pins: readonly string[]; words: readonly string[] }>
> = {
  'subdistrict-office': of('subdistrict-office', [
    ...['อบต', 'องค์การบริหารส่วนตำบล', 'subdistrict administration', 'subdistrict administrative office'],
    ...['subdistrict administrative organization', 'subdistrict office'],
  ]),
  municipality: {
    pins: ['subdistrict-municipality', 'town-municipality', 'city-municipality'],
    words: ['เทศบาล', 'สำนักงานเทศบาล', 'municipality', 'municipal office'],
  },
  'subdistrict-municipality': of('subdistrict-municipality', [
    'ทต',
    'เทศบาลตำบล',
    'subdistrict municipality',
  ]),
  'town-municipality': of('town-municipality', ['ทม', 'เทศบาลเมือง', 'town municipality']),
  'city-municipality': of('city-municipality', ['ทน', 'เทศบาลนคร', 'city municipality']),
  'provincial-organisation': of('provincial-organisation', [
    ...['อบจ', 'องค์การบริหารส่วนจังหวัด', 'provincial administration'],
    'provincial administrative organization',
  ]),
  'district-office': of('district-office', [
    ...['ที่ว่าการอำเภอ', 'ว่าการอำเภอ', 'อำเภอ', 'สำนักทะเบียนอำเภอ', 'สำนักงานเขต', 'district office'],
  ]),
  'land-office': of('land-office', ['สำนักงานที่ดิน', 'ที่ดิน', 'กรมที่ดิน', 'land office']),
  'police-station': of('police-station', [
    ...['สถานีตำรวจ', 'สถานีตำรวจภูธร', 'โรงพัก', 'สภ', 'ตำรวจ', 'police station', 'police'],
  ]),
  'health-hospital': of('health-hospital', [
    ...['รพ.สต.', 'โรงพยาบาลส่งเสริมสุขภาพตำบล', 'สถานีอนามัย', 'อนามัย', 'health centre', 'health center'],
    'subdistrict health hospital',
  ]),
  hospital: of('hospital', ['โรงพยาบาล', 'รพ', 'hospital']),
  school: of('school', ['โรงเรียน', 'รร', 'school']),
  'transport-office': of('transport-office', ['สำนักงานขนส่ง', 'ขนส่ง', 'กรมขนส่ง', 'transport office']),
  'revenue-office': of('revenue-office', ['สำนักงานสรรพากร', 'สรรพากร', 'revenue office', 'tax office']),
};

/** What people call an office, and what stands before its name. */
const CALLED: readonly [said: string, written: string][] = [
  ['โรงพัก', 'สถานีตำรวจภูธร'],
  ['ตำรวจ', 'สถานีตำรวจ'],
  ['สถานีอนามัย', 'รพ.สต.'],
  ['อนามัย', 'รพ.สต.'],
];

const NEAR =
  /(?:ที่)?(?:ใกล้|ไกล้)\s*(?:ที่สุด|ฉัน|บ้าน|เคียง|เรา|ผม|หนู|ตัว|ๆ)*(?=\s|$)|แถวนี้|แถว\s*ๆ\s*นี้|\b(?:near(?:est)?(?:\s+(?:to\s+)?me)?|nearby|closest|around here)\b/giu;
/** Forms of what may stand between a kind and a place, and at the end. */
const BETWEEN = ['ทั้งหมดใน', 'ทุกแห่งใน', 'อยู่ใน', 'ใน', 'ที่', 'แถว', 'in', 'at'].map(searchForm);
const THAI = /[\u0e01-\u0e5b]/;

/** Longer ones first: "เทศบาลตำบล" is more than "เทศบาล". */
const FORMS = Object.entries(KINDS_OF_OFFICE)
  .flatMap(([kind, { words }]) =>
    words.flatMap((word) => formsOf(word).map((form) => ({ kind, form, isThai: THAI.test(form) }))),
  )
  .sort((a, b) => b.form.length - a.form.length);

function of(kind: string, words: readonly string[]) {
  return { pins: [kind], words };
}

/** "hospitals" is "hospital" too; an abbreviation counts with its letters alone. */
function formsOf(word: string): string[] {
  const form = searchForm(word);
  const letters = searchForm(word.replaceAll('.', '').split('').join(' ')).replaceAll(' ', '');
  if (!THAI.test(word)) return [form, `${form.replace(/y$/, 'ie')}s`];
  return word.length <= 5 ? [form, letters] : [form];
}

/** The words without "near me" and the like, and whether there was such a thing. */
export function withoutNear(words: string): { words: string; isNear: boolean } {
  const rest = words.replace(NEAR, ' ').replace(/\s+/g, ' ').trim();
  return { words: rest, isNear: rest !== words.replace(/\s+/g, ' ').trim() };
}

/** The kind of office that the words begin with, or in English end with; undefined when there is none. */
export function readKind(words: string): SaidKind | undefined {
  const said = searchForm(words);
  for (const { kind, form, isThai } of FORMS) {
    if (said.startsWith(form)) return { kind, rest: said.slice(form.length) };
    if (!isThai && said.endsWith(form)) return { kind, rest: said.slice(0, -form.length) };
  }
  return undefined;
}

/** The kind that stands before other words, with a space between: "โรงพัก แถวตลาด". Undefined when there is none. */
export function kindBefore(words: string): string | undefined {
  const [first = '', ...others] = words.split(' ');
  const said = others.length > 0 ? readKind(first) : undefined;
  return said?.rest === '' ? said.kind : undefined;
}

/** The ways to look for an office's name: as it was typed, and with the kind as names of offices have it. */
export function waysToAsk(words: string): string[] {
  const called = CALLED.find(([said]) => words.startsWith(said));
  return called ? [words, words.replace(called[0], called[1])] : [words];
}

/** How the rest may name a place: as it stands, and without the word that leads to it. */
export function placesIn(rest: string): string[] {
  const led = BETWEEN.filter((word) => rest.startsWith(word)).map((word) => rest.slice(word.length));
  return [rest, ...led];
}
