// The list of agencies that people missed: a table without anybody's e-mail address or phone number.

import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { missingAgenciesCommand } from '../../bot/manage/missing-agencies.ts';
import { closeMissingAgency, reportMissingAgency } from '../../models/missing-agency.ts';
import { putPlaces } from '../../models/place.ts';
import { change, HERE, peopleAndAgencies } from '../models/people-builder.ts';
import {
  aPlace,
  connectRegisters,
  emptyRegisters,
  minutesAfterNoon,
  NOON,
} from '../models/register-builder.ts';
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

const list = async (options: Record<string, string | boolean> = {}) =>
  (await callCommand(missingAgenciesCommand, [], { options })).lines;

async function someReports(): Promise<void> {
  await putPlaces([aPlace('910201', [101.3, 14])], { at: NOON });
  const reports = ['อบต.ดอกคูนทอง อ.บึงเดือน\u001b[2J', 'ศูนย์ โทร 081-234 5678 mali@example.com', 'ทต.บึงทอง'];
  for (const [n, words] of reports.entries())
    await reportMissingAgency({ id: `m${n}`, person: 'U1', words, at: minutesAfterNoon(n) });
  await closeMissingAgency('m0', { reason: 'ยุบแล้ว โทร ๐๒๑๒๓๔๕๖๗' }, change('admin', 'a'));
  await closeMissingAgency('m2', { agency: HERE }, change('admin', 'b'));
}

test('the newest first, with how each ended; nobody’s e-mail address or number', async () => {
  await someReports();
  expect(await list()).toEqual([
    'reported                  place  state         words',
    '2018-05-08T05:02:00.000Z  -      is 030700001  ทต.บึงทอง',
    '2018-05-08T05:01:00.000Z  -      open          ศูนย์ โทร … …',
    '2018-05-08T05:00:00.000Z  9102   closed        อบต.ดอกคูนทอง อ.บึงเดือน [2J → ยุบแล้ว โทร …',
  ]);
});

test('only those that are open', async () => {
  expect(await list({ open: true })).toEqual(['no reports']);
  await someReports();
  expect(await list({ open: true })).toHaveLength(2);
});

test.each(['0', '1001', 'x'])('--limit %s is wrong', async (limit) => {
  await expect(list({ limit })).rejects.toThrow(/^--limit/);
});
