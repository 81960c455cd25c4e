// The wish to change an answer.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseEditRequest } from '../../flows/answers/edit-request.ts';

const fields = [
  { value: 'name', labels: ['ชื่อหน่วยงาน', 'Name of the office'] },
  { value: 'english', labels: ['ชื่อภาษาอังกฤษ', 'English name'] },
  { value: 'phone', labels: ['เบอร์โทร', 'เบอร์โทรศัพท์', 'Phone'] },
  { value: 'hours', labels: ['เวลาทำการ', 'Opening hours'] },
  { value: 'position', labels: ['ตำแหน่งที่ตั้ง', 'Position'] },
];

describe('an edit request', () => {
  test.each([
    ['แก้ข้อ 3', 'phone'],
    ['แก้ไข 3', 'phone'],
    ['แก้ไขข้อที่ ๓ ค่ะ', 'phone'],
    ['ขอแก้ข้อสาม', 'phone'],
    ['แก้เบอร์โทร', 'phone'],
    ['แก้ไข เบอร์โทรศัพท์ครับ', 'phone'],
    ['ขอเปลี่ยนเบอร์โทรหน่อย', 'phone'],
    ['เปลี่ยนเบอร์โทรใหม่', 'phone'],
    ['แก้เบอ', 'phone'],
    ['edit 3', 'phone'],
    ['Edit #3', 'phone'],
    ['change phone', 'phone'],
    ['Please change the phone', 'phone'],
    ['I want to change my phone', 'phone'],
    ['change office name', undefined],
    ['แก้เวลาทำการ', 'hours'],
    ['เปลี่ยนเวลา', 'hours'],
    ['change hours', 'hours'],
    ['แก้ตำแหน่ง', 'position'],
    ['แก้ที่ตั้ง', 'position'],
    ['แก้ไขข้อมูลเบอร์โทร', 'phone'],
  ])('%j', (text, value) =>
    expect(parseEditRequest(text, fields)).toEqual(value && { kind: 'field', value }),
  );

  test('that may mean several fields names them', () => {
    const names = { kind: 'ambiguous', candidates: ['name', 'english'] };
    expect(parseEditRequest('เปลี่ยนชื่อ', fields)).toEqual(names);
    expect(parseEditRequest('change name', fields)).toEqual(names);
    const all = { kind: 'ambiguous', candidates: fields.map(({ value }) => value) };
    expect(parseEditRequest('แก้ไข', fields)).toEqual(all);
    expect(parseEditRequest('ขอแก้ไขหน่อยค่ะ', fields)).toEqual(all);
    expect(parseEditRequest('edit', fields)).toEqual(all);
  });

  test('for a field beyond the list says so', () => {
    expect(parseEditRequest('แก้ข้อ 9', fields)).toEqual({ kind: 'no-such-field', part: 'ข้อ 9' });
  });

  test.each([
    '',
    '3',
    'ข้อ 3',
    'เบอร์โทร',
    'ใช่',
    'แก้วมณี',
    'แก้วกาญจนา รีสอร์ท',
    'แก้มลิง',
    'แก้น',
    'editor',
    'changed my mind',
    'อบต.เขาใหม่',
    'เปลี่ยนบรรยากาศ',
    `แก้ข้อ 3${' '.repeat(200)}`,
  ])('%j is none', (text) => expect(parseEditRequest(text, fields)).toBeUndefined());

  test('by any number of the list and any label finds its field', () => {
    const verb = fc.constantFrom('แก้', 'แก้ไข ', 'เปลี่ยน', 'ขอแก้ไข', 'edit ', 'Change ', 'please update ');
    fc.assert(
      fc.property(verb, fc.nat({ max: fields.length - 1 }), fc.nat(), (word, place, which) => {
        const field = fields[place];
        const label = field?.labels[which % field.labels.length] ?? '';
        for (const named of [label, String(place + 1), `ข้อ ${place + 1}`])
          expect(parseEditRequest(word + named, fields)).toEqual({ kind: 'field', value: field?.value });
      }),
    );
  });

  test('is never thrown at', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'binary' }).map((rest) => `แก้ ${rest}`),
    );
    fc.assert(fc.property(text, (said) => expect(() => parseEditRequest(said, fields)).not.toThrow()));
  });
});
