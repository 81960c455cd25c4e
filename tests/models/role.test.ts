// Roles as words, and what they are over.

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { lookAfter, mayWorkFor, type Role, readRoleKey, roleKey } from '../../models/role.ts';

const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`));
const scope = fc.oneof(
  fc.constant('country'),
  digits(2).map((code) => `province:${code}`),
  digits(4).map((code) => `district:${code}`),
  fc.stringMatching(/^[A-Zก-ฮ:]{1,40}$/).map((name) => `department:${name}`),
);
const role: fc.Arbitrary<Role> = fc.oneof(
  fc.constant<Role>({ role: 'administrator' }),
  digits(9).map((agency): Role => ({ role: 'official', agency })),
  scope.map((over): Role => ({ role: 'coordinator', scope: over })),
);

test('a role comes back from its key as it was', () => {
  fc.assert(fc.property(role, (given) => expect(readRoleKey(roleKey(given))).toEqual(given)));
});

test('two roles have one key only if they are one', () => {
  fc.assert(
    fc.property(role, role, (a, b) =>
      expect(roleKey(a) === roleKey(b)).toBe(JSON.stringify(a) === JSON.stringify(b)),
    ),
  );
});

test.each(['', 'official', 'official:', 'coordinator:', 'coordinator:province:2', 'administrator:x', 'king'])(
  '"%s" is no role',
  (key) => expect(readRoleKey(key)).toBeUndefined(),
);

describe('what roles are over', () => {
  const place = { code: '030700001', provinceCode: '91', districtCode: '9101', department: 'D' };

  test.each<[string, Role, boolean, boolean]>([
    ['an administrator', { role: 'administrator' }, true, true],
    ['a coordinator of the country', { role: 'coordinator', scope: 'country' }, true, true],
    ['of its province', { role: 'coordinator', scope: 'province:91' }, true, true],
    ['of its district', { role: 'coordinator', scope: 'district:9101' }, true, true],
    ['of its department', { role: 'coordinator', scope: 'department:D' }, true, true],
    ['of another province', { role: 'coordinator', scope: 'province:10' }, false, false],
    ['of a scope that cannot be read', { role: 'coordinator', scope: 'moon:1' }, false, false],
    ['its official', { role: 'official', agency: '030700001' }, false, true],
    ['another official', { role: 'official', agency: '030700002' }, false, false],
  ])('%s', (_, held, after, works) => {
    expect(lookAfter([held], place)).toBe(after);
    expect(mayWorkFor([held], place)).toBe(works);
  });
});
