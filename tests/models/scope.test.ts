// Scopes: reading and writing them, and that covering agrees with the filter on the real engine.

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { agenciesInScope, putAgencies } from '../../models/agency.ts';
import type { Agency } from '../../models/agency-document.ts';
import { covers, readScope, type Scope, writeScope } from '../../models/scope.ts';
import { anAgency, connectRegisters, NOON } from './register-builder.ts';

const digits = (count: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: count, maxLength: count }).map((all) => all.join(''));
const scope: fc.Arbitrary<Scope> = fc.oneof(
  fc.constant({ level: 'country' as const }),
  digits(4).map((code) => ({ level: 'district' as const, code })),
  digits(2).map((code) => ({ level: 'province' as const, code })),
  fc.constantFrom('DOPA', 'กรมการปกครอง', 'a:b', 'x').map((code) => ({ level: 'department' as const, code })),
);

describe('in words', () => {
  test('what is written is read again', () => {
    fc.assert(fc.property(scope, (given) => expect(readScope(writeScope(given))).toEqual(given)));
    expect(writeScope({ level: 'province', code: '21' })).toBe('province:21');
  });

  test.each([
    '',
    'province',
    'province:',
    'province:2',
    'province:211',
    'district:21',
    'department: ',
    'town:1',
  ])('"%s" is no scope', (written) => expect(readScope(written)).toBeUndefined());

  test.each(['country:10', 'Country', 'constructor:10', '__proto__:10', 'province:21 '])(
    '"%s" is no scope either',
    (written) => expect(readScope(written)).toBeUndefined(),
  );
});

describe('covering', () => {
  const place = { provinceCode: '21', districtCode: '2101', department: 'DOPA' };
  test.each([
    ['country', true],
    ['province:21', true],
    ['province:22', false],
    ['district:2101', true],
    ['district:2102', false],
    ['department:DOPA', true],
    ['department:DOL', false],
  ])('%s: %s', (written, isCovered) => {
    const given = readScope(written);
    expect(given && covers(given, place)).toBe(isCovered);
    expect(given && covers(given, {})).toBe(written === 'country');
  });
});

describe('the filter on the engine', () => {
  let disconnect: () => Promise<void>;
  const places: Partial<Agency>[] = [
    ...['2101', '2102', '3001'].flatMap((districtCode) =>
      ['DOPA', 'กรมที่ดิน'].map((department) => ({
        districtCode,
        provinceCode: districtCode.slice(0, 2),
        department,
      })),
    ),
    { provinceCode: '21', department: 'DOPA' },
    { department: 'DOPA' },
  ];
  const agencies = places.map((place, n) => anAgency(n, place));

  beforeAll(async () => {
    disconnect = await connectRegisters();
    await putAgencies(agencies, { by: 'import', at: NOON });
  });
  afterAll(() => disconnect());

  test.each([
    'country',
    'province:21',
    'province:30',
    'province:99',
    'district:2101',
    'district:3001',
    'district:9901',
    'department:DOPA',
    'department:กรมที่ดิน',
    'department:DO',
  ])('%s finds what it covers', async (written) => {
    const given = readScope(written);
    if (!given) throw new Error(`${written} is no scope`);
    const found = await agenciesInScope(given, { skip: 0, limit: 100 });
    const wanted = agencies.filter((agency) => covers(given, agency));
    expect(found.map(({ code }) => code)).toEqual(wanted.map(({ code }) => code).sort());
  });
});
