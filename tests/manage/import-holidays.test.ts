// Importing the table of holidays on the real engine: repeated, with mistakes, and what is read back.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { holidaysAround, removeHolidays } from '../../models/holiday.ts';
import { csv } from './call-command.ts';
import { openImports } from './register-files.ts';

let imports: Awaited<ReturnType<typeof openImports>>;

beforeAll(async () => {
  imports = await openImports();
});
afterAll(() => imports.close());

const importRows = (rows: readonly (readonly string[])[]) =>
  imports.importText('holidays', csv([['date', 'name_th', 'name_en'], ...rows]));

test('days are read back; the same file again changes nothing, and a day can be taken out', async () => {
  const rows = [
    ['2018-05-29', 'วันวิสาขบูชา', 'Visakha Bucha Day'],
    ['2018-07-27', 'วันอาสาฬหบูชา', ''],
  ];
  expect((await importRows(rows)).last).toBe('read 2, new 2, changed 0, unchanged 0, bad 0');
  expect((await importRows(rows)).last).toBe('read 2, new 0, changed 0, unchanged 2, bad 0');
  expect([...(await holidaysAround('2018-06-01'))]).toEqual([
    ['2018-05-29', { th: 'วันวิสาขบูชา', en: 'Visakha Bucha Day' }],
    ['2018-07-27', { th: 'วันอาสาฬหบูชา' }],
  ]);
  expect(await removeHolidays(['2018-07-27', '2018-07-28'])).toBe(1);
  expect([...(await holidaysAround('2018-06-01')).keys()]).toEqual(['2018-05-29']);
});

test('a day that does not exist is told with its line', async () => {
  const { lines, failed } = await importRows([['2561-02-30', 'ไม่มี', '']]);
  expect(failed).toBe(true);
  expect(lines[0]).toBe('line 2, date: should be a day such as 2018-05-29 (Christian year)');
});
