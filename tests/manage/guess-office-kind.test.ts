// Kinds of offices guessed from their names.

import { expect, test } from '@jest/globals';
import { guessOfficeKind } from '../../bot/manage/guess-office-kind.ts';
import { officeKindTexts } from '../../flows/office-kinds.ts';

const EXAMPLES: Record<string, string[]> = {
  'subdistrict-office': ['องค์การบริหารส่วนตำบลเขาใหม่', 'อบต.เขาใหม่', 'อบต เขาใหม่'],
  'subdistrict-municipality': ['เทศบาลตำบลบึงทอง', 'ทต.บึงทอง'],
  'town-municipality': ['เทศบาลเมืองหาดพลอยใส', 'ทม.หาดพลอยใส'],
  'city-municipality': ['เทศบาลนครดอยหมอกงาม', 'ทน.ดอยหมอกงาม'],
  'provincial-organisation': ['องค์การบริหารส่วนจังหวัดดาวเหนือ', 'อบจ.ดาวเหนือ'],
  'district-office': ['ที่ว่าการอำเภอเมืองดาว', 'ที่ทำการปกครองอำเภอเมืองดาว', 'สำนักงานเขตริมคลอง'],
  'land-office': ['สำนักงานที่ดินจังหวัดดาวเหนือ สาขาเมืองดาว', 'สนง.ที่ดินเมืองดาว'],
  'police-station': ['สถานีตำรวจภูธรบึงทอง', 'สภ.บึงทอง', 'สถานีตำรวจนครบาลริมคลอง'],
  'health-hospital': ['โรงพยาบาลส่งเสริมสุขภาพตำบลผาเมฆขาว', 'รพ.สต.ผาเมฆขาว', 'สถานีอนามัยผาเมฆขาว'],
  hospital: ['โรงพยาบาลทุ่งหิ่งห้อย', 'รพ.ทุ่งหิ่งห้อย'],
  school: ['โรงเรียนบึงทองวิทยา', 'รร.บึงทองวิทยา', 'วิทยาลัยเทคนิคบึงทอง'],
  'transport-office': ['สำนักงานขนส่งจังหวัดดาวเหนือ'],
  'revenue-office': ['สำนักงานสรรพากรพื้นที่สาขาเมืองดาว'],
  other: ['สำนักงานเกษตรอำเภอเมืองดาว', 'สำนักงานเขตพื้นที่การศึกษาดาวเหนือ', 'ศูนย์บริการร่วม', ''],
};

test.each(Object.entries(EXAMPLES).flatMap(([kind, names]) => names.map((name) => [name, kind] as const)))(
  '"%s" is a %s',
  (name, kind) => expect(guessOfficeKind(name)).toBe(kind),
);

test('the examples name every kind of office that there is, and no other', () => {
  expect(Object.keys(EXAMPLES).sort()).toEqual(Object.keys(officeKindTexts.texts).sort());
});
