// The key of a name: sorted as any database sorts, names stand where a Thai dictionary and a reader of numbers put them.

import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { nameKey } from '../../models/thai/name-key.ts';
import { naturalOrder } from '../../models/thai/natural-order.ts';

const byKey = (names: readonly string[]) =>
  names.toSorted((a, b) => {
    const [x, y] = [nameKey(a), nameKey(b)];
    return x < y ? -1 : Number(x > y);
  });

test.each([
  ['numbers as numbers', ['จุดที่ 2', 'จุดที่ 10', 'จุดที่ 100']],
  ['Thai digits too', ['จุดที่ ๒', 'จุดที่ 3', 'จุดที่ ๑๐']],
  ['vowels before a consonant behind it', ['กรมการ', 'เกาะช้าง', 'ขอนแก่น', 'แขวงบาง', 'ไชยา']],
  ['tone marks last', ['ปา', 'ป่า', 'ป้า', 'ปาก']],
  ['the shorter one first', ['เขา', 'เขาใหม่', 'เขาใหม่ 2']],
  ['digits, Thai, Latin', ['1 ก', 'กรม', 'ก office', 'Office']],
  ['with and without spaces and dots alike', ['อบต. ก 1', 'อบต.ก 2', 'อบต ก 10']],
])('puts %s', (_, names) => {
  expect(byKey(names.toReversed())).toEqual(names);
  expect(names.toReversed().toSorted(naturalOrder.compare)).toEqual(names);
});

test('agrees with the order of lists for names as offices have them', () => {
  const words = [
    'อบต.',
    'เทศบาลตำบล',
    'ที่ว่าการอำเภอ',
    'บ้าน',
    'บาง',
    'เขา',
    'ใหม่',
    'ไร่',
    'โนน',
    'แก้ว',
    'หนอง',
    'บัว',
    'น้ำ',
    'ทุ่ง',
    'สาขา ',
  ];
  const name = fc
    .tuple(fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 4 }), fc.option(fc.nat(2000)))
    .map(([parts, number]) => parts.join('') + (number === null ? '' : ` ${number}`));
  fc.assert(
    fc.property(name, name, (a, b) => {
      const [x, y] = [nameKey(a), nameKey(b)];
      expect(Math.sign(x < y ? -1 : Number(x > y))).toBe(Math.sign(naturalOrder.compare(a, b)));
    }),
    { numRuns: 2000 },
  );
});
