// Phone numbers as people write them. All numbers are made up.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { formatPhone, type Phone, parsePhones } from '../../flows/answers/phone.ts';
import { toThaiDigits } from '../../models/thai/digits.ts';

const plain = (number: string): Phone => ({ number, extensions: [] });
const bangkok = (...extensions: Phone['extensions']): Phone => ({ number: '021234567', extensions });

const digits = (min: number, max = min) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: min, maxLength: max });
const prefixed = (prefixes: string[], rest: number) =>
  fc.tuple(fc.constantFrom(...prefixes), digits(rest)).map(([prefix, tail]) => prefix + tail);
const anyNumber = fc.oneof(
  prefixed(['02'], 7),
  prefixed(['032', '038', '042', '045', '053', '055', '073', '077'], 6),
  prefixed(['06', '08', '09'], 8),
  prefixed(['1800', '1900', '1401'], 6),
  digits(2, 3).map((tail) => `1${tail}`),
);
const anyExtension = fc.oneof(
  digits(1, 6).map((from) => ({ from })),
  fc.tuple(digits(1, 6), digits(1, 6)).map(([from, to]) => ({ from, to })),
);
const anyPhone = fc.record({ number: anyNumber, extensions: fc.array(anyExtension, { maxLength: 3 }) });

describe('one phone', () => {
  test.each<[string, Phone]>([
    ['02-123-4567', plain('021234567')],
    ['0-2123-4567', plain('021234567')],
    ['(02) 123 4567', plain('021234567')],
    ['02.123.4567', plain('021234567')],
    ['๐๒-๑๒๓-๔๕๖๗', plain('021234567')],
    ['+66 2 123 4567', plain('021234567')],
    ['+66 (0) 2 123 4567', plain('021234567')],
    ['0066812345678', plain('0812345678')],
    ['66812345678', plain('0812345678')],
    ['081 234 5678', plain('0812345678')],
    ['โทร. 053-123456 ค่ะ', plain('053123456')],
    ['ติดต่อ 02-123-4567', plain('021234567')],
    ['1111', plain('1111')],
    ['191', plain('191')],
    ['1800 123 456', plain('1800123456')],
    ['02-123-4567 ต่อ 12 ถึง 15', bangkok({ from: '12', to: '15' })],
    ['0-2123-4567 ต่อ 12-15', bangkok({ from: '12', to: '15' })],
    ['02-123-4567ต่อ12', bangkok({ from: '12' })],
    ['02-123-4567 กด 1', bangkok({ from: '1' })],
    ['02-123-4567 ext. 12', bangkok({ from: '12' })],
    ['02-123-4567#012', bangkok({ from: '012' })],
    ['02-123-4567 ต่อ 12-15, 20 หรือ 31', bangkok({ from: '12', to: '15' }, { from: '20' }, { from: '31' })],
    ['02-123-4567 ต่อ', plain('021234567')],
  ])('%s', (text, phone) => expect(parsePhones(text)).toEqual({ ok: true, value: [phone] }));
});

describe('several phones in a line', () => {
  test.each<[string, Phone[]]>([
    ['02-123-4567, 081-234-5678 และ 1567', [plain('021234567'), plain('0812345678'), plain('1567')]],
    ['02 123 4567 081 234 5678', [plain('021234567'), plain('0812345678')]],
    ['02-123-4567 ต่อ 12, 081-234-5678', [bangkok({ from: '12' }), plain('0812345678')]],
    ['02-123-4567 ต่อ 12, 1111', [bangkok({ from: '12' }, { from: '1111' })]],
    ['02-123-4567 ต่อ 12\n1111', [bangkok({ from: '12' }), plain('1111')]],
    ['02-123-4567-9', [plain('021234567'), plain('021234568'), plain('021234569')]],
    [
      '02-123-4569-70 ต่อ 1',
      ['021234569', '021234570'].map((number) => ({ number, extensions: [{ from: '1' }] })),
    ],
    ['โทร 02-123-4567 โทรสาร 02-123-4568', [plain('021234567')]],
  ])('%j', (text, phones) => expect(parsePhones(text)).toEqual({ ok: true, value: phones }));
});

describe('what is no phone', () => {
  test.each([
    ['', 'no-number'],
    ['ไม่มี', 'no-number'],
    ['โทรสาร 02-123-4567', 'no-number'],
    ['02-123-456', 'too-short'],
    ['12', 'too-short'],
    ['02-123-45678', 'too-long'],
    ['081234567890', 'too-long'],
    ['01-234-5678', 'unknown-prefix'],
    ['2123 4567', 'unknown-prefix'],
    ['+1 212 555 0100', 'foreign'],
    ['0044 20 7946 0000', 'foreign'],
    ['02-123-4567 ต่อ 1234567', 'bad-extension'],
  ])('%j: %s', (text, why) => expect(parsePhones(text)).toMatchObject({ ok: false, why }));

  test('names the digits it stumbled over', () => {
    expect(parsePhones('02-123-4567, 02-765')).toEqual({ ok: false, why: 'too-short', written: '02765' });
  });
});

describe('in print', () => {
  test('is grouped as usual', () => {
    const phone = bangkok({ from: '12', to: '15' }, { from: '20' });
    expect(formatPhone(phone, 'th')).toBe('02-123-4567 ต่อ 12 ถึง 15, 20');
    expect(formatPhone(phone, 'en')).toBe('02-123-4567 ext. 12 to 15, 20');
    expect(['053123456', '0812345678', '1111', '1800123456'].map((n) => formatPhone(plain(n), 'th'))).toEqual(
      ['053-123-456', '081-234-5678', '1111', '1800-123-456'],
    );
  });

  test('is read back as it was, in both languages and scripts', () => {
    fc.assert(
      fc.property(anyPhone, fc.constantFrom('th', 'en'), (phone, language) => {
        const printed = formatPhone(phone, language);
        for (const text of [printed, toThaiDigits(printed)])
          expect(parsePhones(text)).toEqual({ ok: true, value: [phone] });
      }),
      { numRuns: 1000 },
    );
  });

  test('several, one per line, are read back as they were', () => {
    fc.assert(
      fc.property(fc.array(anyPhone, { minLength: 1, maxLength: 4 }), (phones) => {
        const printed = phones.map((phone) => formatPhone(phone, 'th')).join('\n');
        expect(parsePhones(printed)).toEqual({ ok: true, value: phones });
      }),
    );
  });
});
