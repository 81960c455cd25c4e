// The command line itself: exit status, options, and what goes to which stream.

import { execFile, spawn } from 'node:child_process';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openTestDatabase, type TestDatabase } from '../builders/test-database.ts';
import { csv, openFiles } from './call-command.ts';

const program = path.resolve(import.meta.dirname, '../../bot/manage/manage.ts');
let files: Awaited<ReturnType<typeof openFiles>>;
let database: TestDatabase;

beforeAll(async () => {
  files = await openFiles();
  database = await openTestDatabase();
});
afterAll(async () => {
  await database.close();
  await files.remove();
});

function manage(...words: string[]): Promise<{ status: number; out: string; told: string }> {
  const env = { PATH: process.env.PATH, MONGODB_URI: database.uri };
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [program, ...words], { env }, (_, out, told) =>
      resolve({ status: child.exitCode ?? -1, out, told }),
    );
  });
}

const columns = ['code', 'name_th', 'name_en', 'kind', 'department', 'ministry'].concat([
  'province_code',
  'district_code',
  'subdistrict_code',
  'parent_code',
]);
const agency = (code: string, name: string) => [
  code,
  name,
  '',
  'office',
  'กรมตัวอย่าง',
  'กระทรวงตัวอย่าง',
  '',
  '',
  '',
  '',
];

test('an import ends with 0, a refused one with 1, and the audit tells what changed', async () => {
  const first = await files.write('1.csv', csv([columns, agency('030700001', 'เก่า')]));
  expect(await manage('import', 'agencies', first)).toEqual({
    status: 0,
    out: 'read 1, new 1, changed 0, unchanged 0, bad 0\n',
    told: '',
  });
  const bad = await files.write('2.csv', csv([columns, agency('030700001', 'ใหม่'), agency('1', 'ก')]));
  const refused = await manage('import', 'agencies', bad);
  expect(refused.status).toBe(1);
  expect(refused.out).toMatch(/^line 3, code: .*\nnothing was changed.*\nread 2, new 0, .*, bad 1\n$/);
  expect((await manage('audit')).out).toBe('no changes\n');

  const instant = ['--now', '2026-01-31T09:00:00+07:00'];
  const skipped = await manage('import', 'agencies', bad, '--skip-bad', '--progress', ...instant);
  expect(skipped.status).toBe(0);
  expect(skipped.out).toMatch(/\nread 2, new 0, changed 1, unchanged 0, bad 1\n$/);
  expect((await manage('audit', '--agency', '030700001')).out).toBe(
    '2026-01-31T02:00:00.000Z  import  agency 030700001  name.th: เก่า → ใหม่\n',
  );
});

test('a wrong call ends with 2 and says what would be right', async () => {
  const wrong = await manage('import', 'people', 'x.csv');
  expect(wrong).toMatchObject({ status: 2, out: '' });
  expect(wrong.told).toMatch(
    /^import needs one of places, boundaries, agencies, deadlines, holidays, procedures, pins/,
  );
  expect(await manage('constructor')).toMatchObject({ status: 2, told: expect.stringMatching(/^usage:/) });
  expect(await manage('status', '--skip-bad')).toMatchObject({ status: 2 });
  expect(await manage('status', '--now', 'soon')).toMatchObject({ status: 2 });
});

test('who stops reading, as head does, ends it quietly; what was asked is done', async () => {
  const rows = Array.from({ length: 300 }, (_, index) =>
    agency(`0308${String(index).padStart(5, '0')}`, 'ก'),
  );
  const bad = Array.from({ length: 300 }, (_, index) => agency(`${index}`, 'ก'));
  const file = await files.write('many.csv', csv([columns, ...rows, ...bad]));
  const env = { PATH: process.env.PATH, MONGODB_URI: database.uri };
  const child = spawn(process.execPath, [program, 'import', 'agencies', file], { env });
  // Closed before anything is printed, so that it does not matter how much fits into the pipe.
  child.stdout.destroy();
  let told = '';
  child.stderr.on('data', (part) => {
    told += String(part);
  });
  const status = await new Promise((resolve) => child.on('close', resolve));
  expect({ status, told }).toEqual({ status: 1, told: '' });
});
