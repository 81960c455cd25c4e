// The command that tells who changed what.

import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { auditCommand } from '../../bot/manage/audit.ts';
import { recordAllChanges } from '../../models/audit.ts';
import { newPinCode } from '../../models/pin-code.ts';
import { connectRegisters, emptyRegisters, minutesAfterNoon } from '../models/register-builder.ts';
import { callCommand } from './call-command.ts';

let disconnect: () => Promise<void>;

beforeAll(async () => {
  disconnect = await connectRegisters();
});
afterAll(() => disconnect());
beforeEach(async () => {
  await emptyRegisters();
  const person = 'U00000000000000000000000000000001';
  await recordAllChanges([
    {
      key: 'a',
      at: minutesAfterNoon(0),
      by: 'import',
      about: { kind: 'agency', id: '030700001' },
      agency: '030700001',
      changes: [
        { field: 'name.th', from: 'เก่า', to: 'ใหม่\n\u001b[2Jx' },
        { field: 'provinceCode', from: null, to: '21' },
      ],
    },
    {
      key: 'b',
      at: minutesAfterNoon(5),
      by: person,
      about: { kind: 'pin', id: '233244' },
      changes: [{ field: 'position.coordinates', from: [101, 14], to: [101.5, 14] }],
    },
  ]);
});

const PIN_CODE = newPinCode(() => 0.5);

const audit = async (options: Record<string, string> = {}) =>
  (await callCommand(auditCommand, [], { options })).lines;

const ABOUT_AGENCY = [
  '2018-05-08T05:00:00.000Z  import  agency 030700001  name.th: เก่า → ใหม่  [2Jx',
  '2018-05-08T05:00:00.000Z  import  agency 030700001  provinceCode: (nothing) → 21',
];
const ABOUT_PIN = [
  '2018-05-08T05:05:00.000Z  U00000000000000000000000000000001  pin 233244  position.coordinates: [101,14] → [101.5,14]',
];

test('one line for each field, the newest first, nothing that disturbs a terminal', async () => {
  expect(await audit()).toEqual([...ABOUT_PIN, ...ABOUT_AGENCY]);
  expect(await audit({ limit: '1' })).toEqual(ABOUT_PIN);
});

test('of an agency, of a pin, of a person', async () => {
  expect(await audit({ agency: '030700001' })).toEqual(ABOUT_AGENCY);
  expect(await audit({ agency: '030700002' })).toEqual(['no changes']);
  expect(await audit({ person: 'U00000000000000000000000000000001' })).toEqual(ABOUT_PIN);
});

test('a pin’s code is read as people type it', async () => {
  await recordAllChanges([
    {
      key: 'c',
      at: minutesAfterNoon(9),
      by: 'import',
      about: { kind: 'pin', id: PIN_CODE },
      changes: [{ field: 'kind', from: 'other', to: 'school' }],
    },
  ]);
  const typed = `${PIN_CODE.slice(0, 3).toLowerCase()} ${PIN_CODE.slice(3)}`;
  expect(await audit({ pin: typed })).toEqual([
    `2018-05-08T05:09:00.000Z  import  pin ${PIN_CODE}  kind: other → school`,
  ]);
});

test.each([
  [{ limit: '0' }, /^--limit/],
  [{ limit: '1e3' }, /^--limit/],
  [{ limit: '10001' }, /^--limit/],
  [{ pin: 'xyz' }, /no code of a pin/],
  [{ pin: 'xyz', agency: '1' }, /takes one of/],
] as [Record<string, string>, RegExp][])('%j is wrong', async (options, message) => {
  await expect(audit(options)).rejects.toThrow(message);
});
