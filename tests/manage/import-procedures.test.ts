// `import procedures` on the real engine: CSV and JSON, papers and lists in cells, bad rows, repeating, many rows.

import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { importCommand } from '../../bot/manage/import.ts';
import { putAgencies } from '../../models/agency.ts';
import { procedureByCode, proceduresOf } from '../../models/procedure.ts';
import { ProcedureModel } from '../../models/procedure-document.ts';
import { agencyCode, anAgency, connectRegisters, emptyRegisters, NOON } from '../models/register-builder.ts';
import { callCommand, csv, openFiles } from './call-command.ts';
import { skipping } from './register-files.ts';

const COLUMNS =
  'code,title_th,title_en,owner_agency,owner_kind,steps_th,steps_en,papers,fee_th,fee_en,duration_th,duration_en,law,link'.split(
    ',',
  );
const PAPERS =
  'บัตรประจำตัวประชาชน/ID card:both|สำเนาทะเบียนบ้าน/House registration:copy|ใบรับรองแพทย์/หนังสือรับรอง:original';

let disconnect: () => Promise<void>;
let files: Awaited<ReturnType<typeof openFiles>>;
beforeAll(async () => {
  disconnect = await connectRegisters();
  files = await openFiles();
});
afterAll(async () => {
  await disconnect();
  await files.remove();
});
beforeEach(async () => {
  await emptyRegisters();
  await putAgencies([anAgency(1), anAgency(2, { kind: 'อบต.' })], { by: 'import', at: NOON });
});

type Cells = Record<string, string>;
const rowOf = (code: string, change: Cells = {}): Cells => ({
  code,
  title_th: 'แจ้งเกิด',
  owner_kind: 'subdistrict-office|district-office',
  ...change,
});
const importCsv = async (rows: readonly Cells[], options: Parameters<typeof callCommand>[2] = {}) => {
  const text = csv([COLUMNS, ...rows.map((row) => COLUMNS.map((name) => row[name] ?? ''))]);
  return callCommand(importCommand, ['procedures', await files.write('rows.csv', text)], options);
};
const importJson = async (content: unknown, options: Parameters<typeof callCommand>[2] = {}) => {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  return callCommand(importCommand, ['procedures', await files.write('rows.json', text)], options);
};

const full = rowOf('BIRTH-1', {
  title_en: 'Registering a birth',
  steps_th: 'ยื่นคำขอ | ตรวจเอกสาร|',
  steps_en: 'Apply|Papers are checked',
  papers: PAPERS,
  fee_th: 'ไม่มี',
  fee_en: 'none',
  duration_th: '15 นาที',
  law: 'พ.ร.บ. การทะเบียนราษฎร',
  link: 'https://example.go.th/คู่มือ?a=1|2',
});

test('a full row comes out as it was meant', async () => {
  expect((await importCsv([full])).last).toBe('read 1, new 1, changed 0, unchanged 0, bad 0');
  expect(await procedureByCode('BIRTH-1')).toEqual({
    code: 'BIRTH-1',
    title: { th: 'แจ้งเกิด', en: 'Registering a birth' },
    owner: { kinds: ['district-office', 'subdistrict-office'] },
    own: false,
    steps: [
      { th: 'ยื่นคำขอ', en: 'Apply' },
      { th: 'ตรวจเอกสาร', en: 'Papers are checked' },
    ],
    papers: [
      { name: { th: 'บัตรประจำตัวประชาชน', en: 'ID card' }, need: 'both', of: 'id-card' },
      { name: { th: 'สำเนาทะเบียนบ้าน', en: 'House registration' }, need: 'copy', of: 'house-registration' },
      { name: { th: 'ใบรับรองแพทย์/หนังสือรับรอง' }, need: 'original' },
    ],
    fee: { th: 'ไม่มี', en: 'none' },
    duration: { th: '15 นาที' },
    law: 'พ.ร.บ. การทะเบียนราษฎร',
    link: 'https://example.go.th/%E0%B8%84%E0%B8%B9%E0%B9%88%E0%B8%A1%E0%B8%B7%E0%B8%AD?a=1%7C2',
    isRetired: false,
  });
  expect(await proceduresOf(agencyCode(1))).toHaveLength(1);
});

test('repeating changes nothing, a changed row is updated, kinds of the register count as well', async () => {
  const others = [
    rowOf('B', { owner_kind: 'อบต.' }),
    rowOf('C', { owner_kind: '', owner_agency: agencyCode(2) }),
  ];
  await importCsv([full, ...others]);
  expect((await importCsv([full, ...others])).last).toBe('read 3, new 0, changed 0, unchanged 3, bad 0');
  const changed = await importCsv([{ ...full, fee_th: '20 บาท', fee_en: '' }, ...others]);
  expect(changed.last).toBe('read 3, new 0, changed 1, unchanged 2, bad 0');
  expect((await procedureByCode('BIRTH-1'))?.fee).toEqual({ th: '20 บาท' });
  expect((await proceduresOf(agencyCode(2))).map(({ code }) => code)).toEqual(['B', 'C']);
});

describe('bad rows', () => {
  test.each<[Cells, string]>([
    [{ code: '' }, 'code: is empty'],
    [{ code: 'a b' }, 'code: should be letters, digits, and . _ - (at most 60)'],
    [{ code: 'own-1' }, 'code: begins with own-, which is kept for what agencies add themselves'],
    [{ title_th: '' }, 'title_th: is empty'],
    [
      { owner_kind: '' },
      'owner_agency: either owner_agency or owner_kind should say whose it is, one of the two',
    ],
    [
      { owner_agency: agencyCode(1) },
      'owner_agency: either owner_agency or owner_kind should say whose it is, one of the two',
    ],
    [
      { owner_kind: '', owner_agency: '30700001' },
      'owner_agency: should be nine digits such as 030700002; a spreadsheet may have taken the first 0 away',
    ],
    [
      { owner_kind: '', owner_agency: agencyCode(9) },
      `owner_agency: the register of agencies has no ${agencyCode(9)}; import agencies first`,
    ],
    [{ owner_kind: 'hospital|hopsital' }, 'owner_kind: no agency is of the kind hopsital'],
    [{ steps_th: 'ก|ข', steps_en: 'a' }, 'steps_en: should have as many steps as steps_th'],
    [
      { papers: 'บัตรประชาชน:สำเนา' },
      'papers.0: “บัตรประชาชน:สำเนา” should end with :original, :copy or :both',
    ],
    [{ papers: 'ก:copy|ข' }, 'papers.1: “ข” should end with :original, :copy or :both'],
    [
      { papers: 'บัตรประชาชนและทะเบียนบ้าน:copy' },
      'papers.0: “บัตรประชาชนและทะเบียนบ้าน” names two papers; write each by itself',
    ],
    [{ fee_en: 'none' }, 'fee_en: stands without fee_th'],
    [{ duration_en: '1 day' }, 'duration_en: stands without duration_th'],
    [{ link: 'javascript:alert(1)' }, 'link: should be an address such as https://www.example.go.th/manual'],
    [{ steps_th: 'ก|'.repeat(61) }, 'steps_th: has more than 60 items'],
  ])('%j', async (change, reason) => {
    const { lines, failed } = await importCsv([rowOf('A'), rowOf('B', change)]);
    expect(lines[0]).toBe(`line 3, ${reason}`);
    expect(lines.at(-2)).toBe('nothing was changed: correct these rows, or leave them out with --skip-bad');
    expect(failed).toBe(true);
    expect(await ProcedureModel.countDocuments()).toBe(0);
  });

  test('are left out with --skip-bad; a code twice is one of them', async () => {
    const { lines, failed } = await importCsv(
      [rowOf('A'), rowOf('A', { title_th: 'ข' }), rowOf('B')],
      skipping,
    );
    expect(lines).toEqual([
      'line 3, code: A stands in line 2 already',
      'read 3, new 2, changed 0, unchanged 0, bad 1',
    ]);
    expect(failed).toBe(false);
    expect((await procedureByCode('A'))?.title).toEqual({ th: 'แจ้งเกิด' });
  });
});

describe('JSON', () => {
  test('means the same, with lists as arrays or as in CSV', async () => {
    await importCsv([full]);
    const json = {
      ...full,
      title_en: ' Registering a  birth ',
      owner_kind: ['subdistrict-office', 'district-office'],
      steps_th: ['ยื่นคำขอ', 'ตรวจเอกสาร'],
      papers: [
        { name_th: 'บัตรประจำตัวประชาชน', name_en: 'ID card', need: 'both' },
        ...PAPERS.split('|').slice(1),
      ],
      owner_agency: null,
    };
    expect((await importJson([json])).last).toBe('read 1, new 0, changed 0, unchanged 1, bad 0');
  });

  test('takes a procedure out of use and back', async () => {
    await importJson([rowOf('A')]);
    await importJson([{ ...rowOf('A'), retired: true }]);
    expect(await procedureByCode('A')).toBeUndefined();
    await importJson([{ ...rowOf('A'), retired: false }]);
    expect(await procedureByCode('A')).toBeDefined();
  });

  test('names bad records by their number, and fields it does not know', async () => {
    const rows = [
      rowOf('A'),
      'B',
      { ...rowOf('C'), papers: [{ name_th: 'ก' }], colour: 'red' },
      { ...rowOf('D'), title_th: 5 },
    ];
    const { lines, failed } = await importJson(rows);
    expect(lines).toEqual([
      'ignored fields: colour',
      'record 2: is no object',
      'record 3, papers: should be a list of papers, each with name_th, and need: original, copy or both',
      'record 4, title_th: is empty',
      'nothing was changed: correct these rows, or leave them out with --skip-bad',
      'read 4, new 0, changed 0, unchanged 0, bad 3',
    ]);
    expect(failed).toBe(true);
  });

  test.each([
    ['{"code": 1}', 'should be an array of objects'],
    ['[{', 'is no JSON'],
    ['', 'is no JSON'],
  ])('%s is refused as a whole', async (text, words) => {
    const { last, failed } = await importJson(text);
    expect(last).toContain(words);
    expect(failed).toBe(true);
  });
});

test('many rows are read in one go, and again without a change', async () => {
  const rows = Array.from({ length: 3000 }, (_, n) => ({ ...full, code: `P-${n}` }));
  expect((await importCsv(rows)).last).toBe('read 3000, new 3000, changed 0, unchanged 0, bad 0');
  expect((await importCsv(rows)).last).toBe('read 3000, new 0, changed 0, unchanged 3000, bad 0');
});
