// Public codes: what is made is read back, and what is mistyped is noticed.

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { newPinCode, readPinCode } from '../../models/pin-code.ts';
import { seededRandom } from './search-queries.ts';

const ALPHABET = [...'23456789CDFHJKMNPQRTVWX'];
const codes = fc.integer().map((seed) => newPinCode(seededRandom(seed)));

describe('making codes', () => {
  test('a code has six symbols, no vowels, no look-alikes, and no three letters side by side', () => {
    fc.assert(
      fc.property(codes, (code) => {
        expect(code).toMatch(/^[2-9CDFHJKMNPQRTVWX]{6}$/);
        expect(code).not.toMatch(/[A-Z]{3}/);
      }),
    );
  });

  test('ten thousand codes are hardly ever the same', () => {
    const random = seededRandom(1);
    const made = new Set(Array.from({ length: 10_000 }, () => newPinCode(random)));
    expect(made.size).toBeGreaterThan(9_950);
  });

  test.each([0, 0.5, 0.999999])('a source of chance that only says %d does no harm', (number) => {
    const code = newPinCode(() => number);
    expect(readPinCode(code)).toBe(code);
    expect(code).not.toMatch(/[A-Z]{3}/);
  });
});

describe('reading codes', () => {
  test('every code is read back, with small letters, spaces and hyphens too', () => {
    fc.assert(
      fc.property(codes, (code) => {
        expect(readPinCode(code)).toBe(code);
        expect(readPinCode(` ${code.slice(0, 3).toLowerCase()}-${code.slice(3)} `)).toBe(code);
      }),
    );
  });

  test('each single wrong symbol is noticed', () => {
    fc.assert(
      fc.property(codes, (code) => {
        for (let at = 0; at < code.length; at++) {
          for (const symbol of ALPHABET.filter((other) => other !== code[at])) {
            expect(readPinCode(code.slice(0, at) + symbol + code.slice(at + 1))).toBeUndefined();
          }
        }
      }),
    );
  });

  test('each swap of neighbours is noticed', () => {
    fc.assert(
      fc.property(codes, (code) => {
        for (let at = 0; at + 1 < code.length; at++) {
          const [one = '', other = ''] = code.slice(at, at + 2);
          if (one === other) continue;
          expect(readPinCode(code.slice(0, at) + other + one + code.slice(at + 2))).toBeUndefined();
        }
      }),
    );
  });

  test('look-alikes and Thai digits are taken for what they must mean', () => {
    const similar: Record<string, string> = { Q: '0', '5': 's', '2': 'z', '8': 'B', '6': 'g', V: 'u' };
    const thai = (text: string) =>
      text.replace(/\d/g, (digit) => String.fromCodePoint(0x0e50 + Number(digit)));
    fc.assert(
      fc.property(codes, (code) => {
        expect(readPinCode([...code].map((symbol) => similar[symbol] ?? symbol).join(''))).toBe(code);
        expect(readPinCode(code.replaceAll('Q', 'O'))).toBe(code);
        expect(readPinCode(thai(code))).toBe(code);
      }),
    );
  });

  test.each(['', 'อบต.เขาใหม่', '222', '1L1I1L', 'PHRAE6', '2222222', '🙂🙂🙂', '222222 222222'])(
    '%j is no code',
    (text) => {
      expect(readPinCode(text)).toBeUndefined();
    },
  );
});
