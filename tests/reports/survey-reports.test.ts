// The report of a scope and the tables of the same scope, on the real engine: who may see it, what is counted, and
// that the numbers on the card are those of the exports. A spreadsheet program opens the files where one is installed.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { exportCommand } from '../../bot/manage/export.ts';
import { createCopyDoers } from '../../bot/turn/perform-copies.ts';
import { createReportDoers } from '../../bot/turn/perform-reports.ts';
import { createReportLookUps } from '../../bot/turn/report-look-ups.ts';
import type { SurveyAnswer } from '../../flows/survey/answers.ts';
import { putProcedures } from '../../models/procedure.ts';
import { callCommand, openFiles } from '../manage/call-command.ts';
import { HERE, NEXT } from '../models/people-builder.ts';
import { aProcedure } from '../models/procedure-builder.ts';
import { connectRegisters, NOON } from '../models/register-builder.ts';
import { answer, clock, needs, ROUND, rows, submit, surveyors } from '../models/survey-builder.ts';

const reports = createReportLookUps(() => clock.now);
const routes = createReportDoers(() => clock.now);
const copies = createCopyDoers(() => clock.now);

let disconnect: () => Promise<void>;
let files: Awaited<ReturnType<typeof openFiles>>;
let directory: string;
beforeAll(async () => {
  disconnect = await connectRegisters();
  files = await openFiles();
  directory = path.dirname(await files.write('here', ''));
  await surveyors();
  const manuals = ['p1', 'p2', 'p3'].map((code) =>
    aProcedure(code, { owner: { kinds: ['district-office'] } }),
  );
  await putProcedures(
    [...manuals, aProcedure('p4', { owner: { kinds: ['district-office'] }, title: { th: '=1+1 “น้ำ”, ก' } })],
    {
      by: 'import',
      at: NOON,
    },
  );
  await answerAll();
});
afterAll(async () => {
  await files.remove();
  await disconnect();
});

/** HERE answers: two procedures ask for copies, one of which ends; NEXT answers nothing. */
async function answerAll(): Promise<void> {
  const answers: Record<string, SurveyAnswer> = {
    system: { choices: ['developing'], details: { developing: '6-months' } },
    channels: { choices: ['office', 'other'], details: { other: '=HYPERLINK("x")' } },
    points: { number: 12 },
    plan: { choices: ['yes'], details: { yes: '2019-01-31' } },
    mou: { choices: ['unsure'] },
    link: { choices: ['not-linked'] },
    readers: { choices: ['short'], details: { short: 4 } },
    limits: { choices: ['some'], details: { some: ['law', 'people'] } },
    suggestion: { text: '-ขอเครื่องอ่านบัตร\nเพิ่ม "ด่วน"' },
  };
  for (const [question, given] of Object.entries(answers))
    await answer('mali', `a-${question}`, question, given);
  await rows('mali', 'matrix', {
    p1: needs(true, false),
    p2: needs(true, true),
    p3: needs(false, false),
    p4: needs(false, false),
  });
  expect(await submit('mali', 'submit', { asked: ['system'] })).toMatchObject({ result: 'submitted' });
  const change = { id: 'done', agency: HERE, procedure: 'p1', change: { idCard: false } };
  expect(await copies.changeCopies(change, 'mali')).toEqual({ result: 'changed' });
  const blocked = {
    id: 'blocked',
    agency: HERE,
    procedure: 'p2',
    change: { blockers: ['law' as const], blockerText: '@กฎ' },
  };
  expect(await copies.changeCopies(blocked, 'mali')).toEqual({ result: 'changed' });
}

describe('the report of a scope', () => {
  test('counts what the newest revisions and the copies of today say', async () => {
    expect(await reports.survey('province:91', 'coordinator')).toMatchObject({
      agencies: 2,
      answered: 1,
      choices: { channels: { office: 1, other: 1 }, mou: { unsure: 1 } },
      sums: { points: 12, 'readers.short': 4 },
      // NEXT has the same four procedures, of which its manuals ask for nothing.
      procedures: { all: 8, before: 2, now: 1 },
      routes: { offline: 0, 'online-a': 0, 'online-b': 1 },
      readersMissing: 4,
      blockers: [{ id: 'law', count: 1 }],
    });
  });

  test.each([
    ['an official their own agency', `agency:${HERE}`, 'mali', true],
    ['an official nobody else’s', `agency:${NEXT}`, 'mali', false],
    ['an official no province', 'province:91', 'mali', false],
    ['a coordinator their province', 'province:91', 'coordinator', true],
    ['a coordinator a district of it', 'district:9102', 'coordinator', true],
    ['a coordinator an agency of it', `agency:${NEXT}`, 'coordinator', true],
    ['a coordinator no other province', 'province:10', 'coordinator', false],
    ['a coordinator not the country', 'country', 'coordinator', false],
    ['an administrator the country', 'country', 'admin', true],
    ['a citizen nothing', 'country', 'citizen', false],
    ['nobody a scope that is none', 'moon', 'admin', false],
  ])('is shown to %s', async (_who, scope, person, isShown) => {
    expect((await reports.survey(scope, person)) !== undefined).toBe(isShown);
  });
});

describe('the route', () => {
  test('is the rule’s until a coordinator decides otherwise, and the rule’s again when they take it back', async () => {
    const chosen = { id: 'turn 1', agency: HERE, route: 'offline' as const, reason: 'จังหวัดให้เครื่องอ่านบัตร' };
    expect(await reports.route(HERE, 'mali')).toMatchObject({
      route: 'online-b',
      byRule: 'online-b',
      mayOverride: false,
    });
    expect(await routes.overrideRoute(chosen, 'mali')).toEqual({ result: 'not-yours' });
    expect(await routes.overrideRoute(chosen, 'outsider')).toEqual({ result: 'not-yours' });
    expect(await routes.overrideRoute(chosen, 'coordinator')).toEqual({ result: 'overridden' });
    expect(await routes.overrideRoute(chosen, 'coordinator')).toEqual({ result: 'overridden' });
    expect(await routes.overrideRoute({ ...chosen, id: 'turn 2' }, 'coordinator')).toEqual({
      result: 'unchanged',
    });
    expect(await reports.route(HERE, 'mali')).toMatchObject({
      route: 'offline',
      byRule: 'online-b',
      override: { reason: 'จังหวัดให้เครื่องอ่านบัตร' },
      steps: [{ id: 'get-readers', number: 4 }, { id: 'pilot-reading' }, { id: 'ask-law' }],
    });
    expect((await reports.survey('province:91', 'coordinator'))?.routes).toMatchObject({
      offline: 1,
      'online-b': 0,
    });
    const back = { id: 'turn 3', agency: HERE, route: null, reason: 'ตามเกณฑ์' };
    expect(await routes.overrideRoute(back, 'coordinator')).toEqual({ result: 'overridden' });
    expect(await reports.route(HERE, 'mali')).toMatchObject({ route: 'online-b' });
  });

  test('there is none before the survey is submitted', async () => {
    expect(await reports.route(NEXT, 'coordinator')).toBeUndefined();
  });
});

type Table = Record<string, string>[];

const exported = (what: string, file: string, scope = 'province:91') =>
  callCommand(exportCommand, [what, path.join(directory, file)], { options: { scope }, now: clock.now });

async function tableIn(file: string): Promise<Table> {
  return parse(await readFile(path.join(directory, file), 'utf8'), { columns: true, bom: true });
}

const sum = (table: Table, column: string) => table.reduce((total, row) => total + Number(row[column]), 0);

/** The card’s numbers, out of a table of the survey. */
function cardOf(table: Table) {
  return {
    agencies: table.length,
    answered: table.filter((row) => row.ส่งแล้ว === 'ใช่').length,
    readersMissing: sum(table, 'เครื่องอ่านบัตรที่ขาด'),
    procedures: {
      all: sum(table, 'บริการทั้งหมด'),
      before: sum(table, 'บริการที่เคยขอสำเนา'),
      now: sum(table, 'บริการที่ยังขอสำเนา'),
    },
  };
}

const firstLetters = (table: Table) =>
  table.flatMap((row) => Object.values(row)).map((cell) => cell.slice(0, 1));

describe('the exports', () => {
  test('of the survey hold the card’s numbers, and no cell that starts a formula', async () => {
    expect((await exported('survey', 'survey.csv')).last).toContain('2 rows written');
    const table = await tableIn('survey.csv');
    expect(await reports.survey('province:91', 'coordinator')).toMatchObject(cardOf(table));
    expect(table[0]).toMatchObject({
      หน่วยงาน: 'สำนักงานตัวอย่าง 1',
      ระบบสารสนเทศ: 'อยู่ระหว่างการพัฒนา',
      'ระบบสารสนเทศ: อยู่ระหว่างการพัฒนา': 'ภายใน 6 เดือน',
      เส้นทาง: 'ออนไลน์ ข',
    });
    expect(Object.values(table[0] ?? {})).toContain('\'-ขอเครื่องอ่านบัตร\nเพิ่ม "ด่วน"');
    expect(firstLetters(table)).not.toContainEqual(expect.stringMatching(/[=+\-@\t\r]/));
  });

  test('of the copies hold what is asked for before and today', async () => {
    await exported('copies', 'copies.csv');
    const table = await tableIn('copies.csv');
    const of = (code: string) => table.find((row) => row.รหัสบริการ === code && row.รหัสหน่วยงาน === HERE);
    expect(table).toHaveLength(8);
    expect(of('p1')).toMatchObject({ 'สำเนาบัตรประชาชน เดิม': 'ขอ', 'สำเนาบัตรประชาชน วันนี้': 'ไม่ขอ' });
    expect(of('p2')).toMatchObject({ 'สำเนาทะเบียนบ้าน วันนี้': 'ขอ', รายละเอียดที่ติดขัด: "'@กฎ" });
    expect(firstLetters(table)).not.toContainEqual(expect.stringMatching(/[=+\-@\t\r]/));
  });

  test.each([
    [['survey'], 'export needs one of'],
    [['people', 'x.csv'], 'export needs one of'],
  ])('%j says how it should be', async (words, message) => {
    const call = callCommand(exportCommand, words, { options: { scope: 'country' } });
    await expect(call).rejects.toThrow(message);
  });

  test('an unknown scope, round or ending is told', async () => {
    await expect(exported('survey', 'x.csv', 'province:99')).rejects.toThrow('--scope province:99');
    await expect(exported('survey', 'x.pdf')).rejects.toThrow('should end in .xlsx or .csv');
    const options = { scope: 'country', round: '1900' };
    await expect(callCommand(exportCommand, ['survey', 'x.csv'], { options })).rejects.toThrow(
      `one of ${ROUND}`,
    );
  });
});

const SPREADSHEET_PROGRAM = '/usr/bin/soffice';
const run = promisify(execFile);
const withProgram = existsSync(SPREADSHEET_PROGRAM) ? describe : describe.skip;

withProgram('a spreadsheet program', () => {
  test('opens the workbooks: Thai texts, numbers and no formula, as in the CSV', async () => {
    for (const what of ['survey', 'copies']) {
      await exported(what, `${what}.csv`);
      await exported(what, `${what}.xlsx`);
      const expected = await tableIn(`${what}.csv`);
      const profile = `-env:UserInstallation=file://${directory}/profile`;
      const convert = [
        '--convert-to',
        'csv:Text - txt - csv (StarCalc):44,34,76',
        '--outdir',
        `${directory}/opened`,
      ];
      const { stderr } = await run(SPREADSHEET_PROGRAM, [
        profile,
        '--headless',
        ...convert,
        `${directory}/${what}.xlsx`,
      ]);
      expect(stderr).not.toMatch(/error/i);
      expect(await tableIn(`opened/${what}.csv`)).toEqual(expected);
    }
  }, 120_000);
});
