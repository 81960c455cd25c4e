// Reading CSV files as spreadsheets write them.

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openCsv } from '../../bot/manage/csv-file.ts';
import type { SourceRecord } from '../../bot/manage/import-source.ts';
import { openFiles } from './call-command.ts';

let files: Awaited<ReturnType<typeof openFiles>>;

beforeAll(async () => {
  files = await openFiles();
});
afterAll(() => files.remove());

const columns = { needed: ['a', 'b'], optional: ['c'] };

async function read(text: string | Uint8Array) {
  const source = await openCsv(await files.write('file.csv', text), columns);
  const records: SourceRecord[] = [];
  for await (const record of source.records()) records.push(record);
  return { records, notes: source.notes };
}

const good = (at: number, a: string, b: string) => ({ at, value: { a, b } });

describe('what a file may look like', () => {
  test.each([
    ['plain', 'a,b\n1,2\n3,4\n'],
    ['without a last line end', 'a,b\n1,2\n3,4'],
    ['with a BOM', '\uFEFFa,b\n1,2\n3,4\n'],
    ['with the line ends of Windows', 'a,b\r\n1,2\r\n3,4\r\n'],
    ['with mixed line ends', 'a,b\r\n1,2\n3,4\r\n'],
    ['with a BOM and quoted names', '\uFEFF"a","b"\n"1","2"\n3,4\n'],
    ['with spaces around', ' a , b\n 1 ,2\n3, 4 \n'],
    ['with other columns', 'b,x,a\n2,,1\n4,9,3\n'],
    ['with rows of empty cells', 'a,b\n1,2\n3,4\n,\n,\n'],
  ])('%s', async (_, text) => {
    expect((await read(text)).records).toEqual([good(2, '1', '2'), good(3, '3', '4')]);
  });

  test('quotes, commas and line breaks in cells; the line is the one where a row begins', async () => {
    const { records } = await read('a,b\r\n\r\n"x, ""y""","one\r\ntwo"\r\n\r\n3,4\r\n"5\n\n",6\n7,8\n');
    expect(records).toEqual([
      good(3, 'x, "y"', 'one two'),
      good(6, '3', '4'),
      good(7, '5', '6'),
      good(10, '7', '8'),
    ]);
  });

  test('an empty cell is left out; composed and decomposed letters become the same', async () => {
    const { records } = await read('a,b\n,2\ne\u0301,2\n');
    expect(records).toEqual([{ at: 2, value: { b: '2' } }, good(3, '\u00e9', '2')]);
  });

  test('letters and line ends that lie across the borders of what is read at once', async () => {
    // 64 KiB are read at once; each length shifts what lies on the border.
    for (const length of [65_528, 65_529, 65_530, 65_531, 65_532, 65_533, 65_534]) {
      const { records } = await read(`a,b\r\n1,"${'ก'.repeat(10)}${'x'.repeat(length - 37)}"\r\nไก่,\r\n`);
      expect(records).toHaveLength(2);
      expect(records[1]).toEqual({ at: 3, value: { a: 'ไก่' } });
    }
  });

  test('ignored columns are named', async () => {
    expect((await read('a,x,b,\n1,,2,\n')).notes).toEqual(['ignored columns: x, (no name)']);
    expect((await read('a,b,c\n1,2,3\n')).notes).toEqual([]);
  });
});

describe('what is wrong', () => {
  test('a row with too many or too few cells is reported where it stands', async () => {
    const { records } = await read('a,b\n1\n1,2,3\n1,2\n');
    expect(records).toEqual([
      { at: 2, problem: 'has 1 cells, but there are 2 columns' },
      { at: 3, problem: 'has 3 cells, but there are 2 columns' },
      good(4, '1', '2'),
    ]);
  });

  test.each([
    ['a missing column', 'a,c\n1,2\n', /lacks b\. It needs the columns a, b$/],
    ['no header', '', /is empty$/],
    ['two columns of one name', 'a,b,a\n', /two columns a$/],
    ['a quote that never ends', 'a,b\n1,2\n3,"4\n5,6\n', /line 3 or soon after it: a quote/],
    ['a quote within a cell', 'a,b\n1,2"2\n', /line 2 or soon after it: a quote/],
    ['a quote without end in a long file', `a,b\n1,"${'x\n'.repeat(60_000)}`, /line 2 or soon after it/],
  ])('%s', async (_, text, message) => {
    await expect(read(text)).rejects.toThrow(message);
  });

  test('another encoding than UTF-8', async () => {
    // "กข" in TIS-620.
    await expect(read(new Uint8Array([97, 44, 98, 10, 0xa1, 44, 0xa2, 10]))).rejects.toThrow(/is not UTF-8/);
  });
});
