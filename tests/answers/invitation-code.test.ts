// Invitation codes as people type them.

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readInvitationCode } from '../../flows/answers/invitation-code.ts';
import { invitationCodeFor } from '../../models/invitation.ts';

test('every code that is made is read back, however it is typed', () => {
  const typings = [
    (code: string) => code,
    (code: string) => code.toLowerCase(),
    (code: string) => code.replaceAll('-', ' '),
    (code: string) => ` ${code.replaceAll('-', '–')} `,
    (code: string) => code.replaceAll('2', '๒'),
  ];
  fc.assert(
    fc.property(fc.string(), fc.constantFrom(...typings), (key, typed) => {
      const code = invitationCodeFor(key, 'secret');
      expect(readInvitationCode(typed(code))).toBe(code);
    }),
  );
});

test('whatever is typed, nothing but a code comes back', () => {
  fc.assert(
    fc.property(fc.string(), (words) => {
      expect(readInvitationCode(words) ?? '0000-0000-0000').toMatch(/^[A-Z0-9]{4}(-[A-Z0-9]{4}){2}$/);
    }),
  );
});

describe('what is no code', () => {
  test.each([
    '',
    'อบต.เขาใหม่',
    'municipality',
    'Khao Mai Town',
    '030700002',
    'K7QM-2XRT',
    'K7QM-2XRT-9HBD-2222',
  ])('"%s"', (words) => expect(readInvitationCode(words)).toBeUndefined());
});
