// Abbreviations of offices and places, written out; words that only look like them, left alone.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { expandAbbreviations } from '../../models/thai/abbreviations.ts';

const KINDS: [string, string][] = [
  ['อบต', 'องค์การบริหารส่วนตำบล'],
  ['อบจ', 'องค์การบริหารส่วนจังหวัด'],
  ['ทต', 'เทศบาลตำบล'],
  ['ทม', 'เทศบาลเมือง'],
  ['รพ', 'โรงพยาบาล'],
  ['สภ', 'สถานีตำรวจภูธร'],
  ['สนง', 'สำนักงาน'],
  ['ศพด', 'ศูนย์พัฒนาเด็กเล็ก'],
  ['รร', 'โรงเรียน'],
  ['รพสต', 'โรงพยาบาลส่งเสริมสุขภาพตำบล'],
  ['รพ.สต', 'โรงพยาบาลส่งเสริมสุขภาพตำบล'],
];
const NAMES = ['หนองบัว', 'บ้านฉาง', 'ท่าม่วง', 'เกาะแก้ว', 'ชลบุรี', 'อุบล', 'คง', 'ต้นมะม่วง'];

describe('abbreviations of offices', () => {
  test('are written out with and without dot and space', () => {
    const cases = fc.tuple(
      fc.constantFrom(...KINDS),
      fc.constantFrom(...NAMES),
      fc.constantFrom('.', '. ', ' ', ''),
    );
    fc.assert(
      fc.property(cases, ([[short, full], name, between]) =>
        expect(expandAbbreviations(short + between + name)).toBe(full + name),
      ),
    );
  });

  test.each([
    ['ทน.ระยอง', 'เทศบาลนครระยอง'],
    ['ทน ระยอง', 'เทศบาลนครระยอง'],
    ['สน.ทองหล่อ', 'สถานีตำรวจนครบาลทองหล่อ'],
    ['ร.ร.วัดป่า', 'โรงเรียนวัดป่า'],
    ['อ.บ.ต.หนองบัว', 'องค์การบริหารส่วนตำบลหนองบัว'],
    ['กทม. เขตบางรัก', 'กรุงเทพมหานคร เขตบางรัก'],
    ['ปลัดอบต.หนองบัว', 'ปลัดองค์การบริหารส่วนตำบลหนองบัว'],
    ['(อบต.หนองบัว)', '(องค์การบริหารส่วนตำบลหนองบัว)'],
    ['ศพด.อบต.หนองบัว', 'ศูนย์พัฒนาเด็กเล็กองค์การบริหารส่วนตำบลหนองบัว'],
    ['อบต.', 'องค์การบริหารส่วนตำบล'],
  ])('%s', (short, full) => expect(expandAbbreviations(short)).toBe(full));
});

describe('abbreviations of places', () => {
  test.each([
    ['อ.เมืองระยอง', 'อำเภอเมืองระยอง'],
    ['อเมืองระยอง', 'อำเภอเมืองระยอง'],
    ['อ.ปง จ.พะเยา', 'อำเภอปง จังหวัดพะเยา'],
    ['ต.ในเมือง อ. เมือง จ.ระยอง', 'ตำบลในเมือง อำเภอเมือง จังหวัดระยอง'],
    ['ต ในเมือง อ เมือง จ ระยอง', 'ตำบลในเมือง อำเภอเมือง จังหวัดระยอง'],
    ['ที่ว่าการอ.เมือง', 'ที่ว่าการอำเภอเมือง'],
    ['สนง.ที่ดินจ.สุรินทร์', 'สำนักงานที่ดินจังหวัดสุรินทร์'],
    ['สภ.อ.เมือง', 'สถานีตำรวจภูธรอำเภอเมือง'],
    ['12 ม.4 ถ.สุขุมวิท', '12 หมู่ที่ 4 ถนนสุขุมวิท'],
  ])('%s', (short, full) => expect(expandAbbreviations(short)).toBe(full));
});

describe('what only looks like an abbreviation', () => {
  test.each([
    ['words', 'ทนายความ ทนทาน สนใจ สนาม สภาพ สอน อบตัว รพี กรอบตลอด รอบตลาด อเมริกา จังหวัด'],
    ['a person who cannot bear it', 'ทน ไม่ไหว'],
    ['months', '1 ต.ค. 2561 ถึง 31 ม.ค. 2562'],
    ['ranks', 'พ.ต.อ.สมมุติ จ.ส.อ.สมมุติ ส.อ.สมมุติ'],
    ['two subdistricts', 'ทมอ ทมนางาม'],
    ['full names', 'สำนักงานสรรพากรพื้นที่สาขาพิมาย ที่ทำการปกครองอำเภอคลองขลุง เทศบาลนครระยอง (จุดบริการ 2)'],
  ])('%s', (_, text) => expect(expandAbbreviations(text)).toBe(text));

  test('any text comes through, and names written out stay', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) =>
        expect(() => expandAbbreviations(text)).not.toThrow(),
      ),
    );
    for (const [short, full] of KINDS)
      for (const name of NAMES)
        expect(expandAbbreviations(expandAbbreviations(`${short}.${name}`))).toBe(full + name);
  });
});
