// Complaints from the command line: the table of a scope, and forwarding what was given up once more.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { exportCommand } from '../../bot/manage/export.ts';
import { failureInWords, forwardCommand } from '../../bot/manage/forward.ts';
import { takeCase, withdrawComplaint } from '../../models/complaint.ts';
import {
  claimDueForwarding,
  forwardingOf,
  markForwarded,
  markForwardFailed,
  putInForwarding,
} from '../../models/complaint-forwarding.ts';
import { noteArrived } from '../../models/complaint-passed-on.ts';
import { CONTACT, complaintWorld, DAY, REPORTER, send, solved, work } from '../models/complaint-builder.ts';
import { HERE } from '../models/people-builder.ts';
import { connectRegisters, emptyRegisters, NOON } from '../models/register-builder.ts';
import { callCommand, openFiles } from './call-command.ts';

let disconnect: () => Promise<void>;
let files: Awaited<ReturnType<typeof openFiles>>;
let pin: string;
beforeAll(async () => {
  disconnect = await connectRegisters();
  files = await openFiles();
});
afterAll(async () => {
  await files.remove();
  await disconnect();
});
beforeEach(async () => {
  await emptyRegisters();
  ({ pin } = await complaintWorld());
});

/** Given up, as the sender would. */
async function failed(code: string, status = 422): Promise<void> {
  await putInForwarding(code, NOON);
  const claim = await claimDueForwarding({ holder: 'one', now: NOON, leaseMilliseconds: 60_000 });
  if (claim) await markForwardFailed(claim, { reason: 'refused', status }, NOON);
}

async function table(scope: string, now = NOON): Promise<Record<string, string>[]> {
  const file = await files.write('complaints.csv', '');
  await callCommand(exportCommand, ['complaints', file], { options: { scope }, now });
  return parse(await readFile(file), { columns: true, bom: true });
}

test('one row for each case of the scope, with how far it got at 1111; never who reported it', async () => {
  const words = '=สวัสดี โทร 089-999-0099';
  const office = await send('a', { pin }, { words });
  const place = await send('b', { position: [101.266, 12.672] }, { category: 'road' });
  const [refused, on] = [await send('c', { pin }), await send('d', { pin })];
  await failed(refused);
  await putInForwarding(on, NOON);
  await noteArrived({ code: on, number: '1111-7', at: NOON, key: on });
  await markForwarded(on, '1111-7', NOON);
  await solved(on);
  const rows = await table('country', new Date(NOON.getTime() + 20 * DAY));
  const row = (code: string) => rows.find((one) => one.รหัสเรื่อง === code);
  expect(rows).toHaveLength(4);
  expect(row(office)).toMatchObject({
    ประเภท: 'ถูกขอสำเนาเอกสาร',
    รหัสหมุด: pin,
    พิกัด: '',
    รหัสหน่วยงาน: HERE,
    สถานะ: 'รับเรื่อง',
    ระดับ: 'หน่วยงาน',
    วันที่แจ้ง: '2018-05-08',
    เกินกำหนด: 'ใช่',
    'เลขที่ 1111': '',
    'สถานะ 1111': 'ไม่ได้ส่งต่อ',
    ข้อความ: "'=สวัสดี โทร •••",
  });
  expect(row(place)).toMatchObject({ เกี่ยวกับ: 'อ.เมืองดาว จ.ดาวเหนือ', รหัสหมุด: '', พิกัด: '12.672, 101.266' });
  expect(row(refused)?.['สถานะ 1111']).toBe('ส่งต่อไม่สำเร็จ: refused (status 422)');
  expect(row(on)).toMatchObject({
    สถานะ: 'แก้ไขแล้ว',
    กำหนด: '',
    เกินกำหนด: 'ไม่ใช่',
    'เลขที่ 1111': '1111-7',
    'สถานะ 1111': 'ส่งถึงแล้ว',
  });
  const text = JSON.stringify(rows);
  for (const secret of [REPORTER, CONTACT, '0899990099']) expect(text).not.toContain(secret);
});

test('only the scope’s own: a district, an agency, and neither another one’s', async () => {
  await send('a', { pin });
  expect(await table('district:9101')).toHaveLength(1);
  expect(await table(`agency:${HERE}`)).toHaveLength(1);
  const file = path.join(path.dirname(await files.write('x', '')), 'complaints.xlsx');
  const called = await callCommand(exportCommand, ['complaints', file], {
    options: { scope: 'province:91' },
  });
  expect(called.last).toBe(`1 rows written to ${file}`);
  await send('b', { position: [2.35, 48.85] });
  expect(await table('province:91')).toHaveLength(1);
  expect(await table('country')).toHaveLength(2);
});

test('forward CODE: a case that was given up waits anew, and one that was never to go too', async () => {
  const [refused, never] = [await send('a', { pin }), await send('b', { pin })];
  await failed(refused);
  const forward = (...words: string[]) => callCommand(forwardCommand, words);
  expect((await forward(refused.toLowerCase())).lines).toEqual([
    `${refused} waits to be forwarded by the running service`,
  ]);
  expect((await forward(refused)).last).toBe(`${refused} waits already`);
  await forward(never);
  expect(await forwardingOf(never)).toMatchObject({ state: 'waiting', attempts: 0 });
  await markForwarded(never, '1111-9', NOON);
  expect(await forward(never)).toMatchObject({
    last: `${never} is at 1111 already, under 1111-9`,
    failed: false,
  });
});

test('forward CODE: not what is closed or unknown', async () => {
  const code = await send('a', { pin });
  await withdrawComplaint(work(code, REPORTER, 'w'));
  expect(await callCommand(forwardCommand, [code])).toMatchObject({ failed: true });
  await takeCase(work(code, 'official', 't'));
  expect(await forwardingOf(code)).toBeUndefined();
  for (const wrong of [[], ['RY-1'], ['12345']])
    await expect(callCommand(forwardCommand, wrong)).rejects.toThrow();
});

test('forward --all-failed', async () => {
  for (const id of ['a', 'b']) await failed(await send(id, { pin }));
  const all = await callCommand(forwardCommand, [], { options: { 'all-failed': true } });
  expect(all.last).toBe('2 complaints wait to be forwarded again');
});

test('why, in words', () => {
  expect(failureInWords({ reason: 'refused', status: 422 })).toBe('refused (status 422)');
  expect(failureInWords({ reason: 'unanswered' })).toBe('no good answer to any try');
  expect(failureInWords({ reason: 'closed' })).toBe('the case was closed before');
});
