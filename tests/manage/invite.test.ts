// Inviting from the command line: the code alone on the last line, and it works.

import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { inviteCommand } from '../../bot/manage/invite.ts';
import { redeemInvitation } from '../../models/invitation.ts';
import { HERE, peopleAndAgencies } from '../models/people-builder.ts';
import { connectRegisters, emptyRegisters, NOON } from '../models/register-builder.ts';
import { callCommand } from './call-command.ts';

let disconnect: () => Promise<void>;
beforeAll(async () => {
  disconnect = await connectRegisters();
});
afterAll(() => disconnect());
beforeEach(async () => {
  await emptyRegisters();
  await peopleAndAgencies();
});

const call = (options: Record<string, string>) => callCommand(inviteCommand, [], { options });

test.each([
  [
    { role: 'official', agency: HERE },
    { role: 'official', agency: HERE },
  ],
  [
    { role: 'coordinator', scope: 'province:91' },
    { role: 'coordinator', scope: 'province:91' },
  ],
  [
    { role: 'coordinator', scope: 'country' },
    { role: 'coordinator', scope: 'country' },
  ],
  [{ role: 'administrator' }, { role: 'administrator' }],
])('%j', async (options, role) => {
  const { lines, last = '' } = await call(options);
  expect(last).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}$/);
  expect(lines.slice(0, -1).join('\n')).not.toContain(last);
  expect(lines.join('\n')).toContain('2018-05-15T05:00:00.000Z');
  const redeemed = await redeemInvitation(last, 'mali', { key: 'k', at: NOON });
  expect(redeemed).toEqual({ result: 'redeemed', role });
});

test('--days says how long it works', async () => {
  const { last = '' } = await call({ role: 'administrator', days: '1' });
  const late = new Date(NOON.getTime() + 86_400_000);
  expect(await redeemInvitation(last, 'mali', { key: 'k', at: late })).toEqual({ result: 'expired' });
});

describe('is refused', () => {
  test.each<[Record<string, string>, RegExp]>([
    [{}, /--role should be/],
    [{ role: 'king' }, /--role should be/],
    [{ role: 'official' }, /needs --agency/],
    [{ role: 'official', agency: '999999999' }, /no agency 999999999/],
    [{ role: 'coordinator' }, /needs --scope/],
    [{ role: 'coordinator', scope: 'province:9' }, /needs --scope/],
    [{ role: 'coordinator', scope: 'province:77' }, /no agency of the register/],
    [{ role: 'administrator', scope: 'country' }, /neither/],
    [{ role: 'administrator', days: '0' }, /--days/],
  ])('%j', async (options, why) => {
    await expect(call(options)).rejects.toThrow(why);
  });
});
