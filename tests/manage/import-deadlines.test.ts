// Importing deadlines on the real engine: repeated, with mistakes, inner ones, and after people changed them in a chat.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { seedDeadlines } from '../../bot/demo/seed-deadlines.ts';
import { DeadlineModel, deadlineById, deadlinesInForce } from '../../models/deadline.ts';
import { cancelDeadline, changeDeadline } from '../../models/deadline-work.ts';
import { giveRole } from '../../models/person.ts';
import { csv } from './call-command.ts';
import { openImports } from './register-files.ts';

const HEAD = [
  'id',
  'title_th',
  'title_en',
  'what',
  'scope',
  'kinds',
  'opens',
  'closes',
  'remind_before',
  'remind_after',
  'within',
];
const WIDE = [
  'd1',
  'ผูกคู่มือ',
  'Link',
  'procedures-linked',
  'country',
  '',
  '2021-01-18',
  '2021-01-31',
  '',
  '',
  '',
];
const INNER = [
  'd1-57',
  'ของเชียงราย',
  '',
  'procedures-linked',
  'province:57',
  'hospital|school',
  '2021-01-18',
  '2021-01-20',
  '1 7 3',
  'none',
  'd1',
];

let imports: Awaited<ReturnType<typeof openImports>>;
beforeAll(async () => {
  imports = await openImports();
});
afterAll(() => imports.close());
beforeEach(async () => {
  await DeadlineModel.deleteMany({});
});

const importRows = (...rows: readonly (readonly string[])[]) =>
  imports.importText('deadlines', csv([HEAD, ...rows]));
const row = (base: readonly string[], change: Record<string, string>) =>
  base.map((value, at) => change[HEAD[at] ?? ''] ?? value);
const by = (key: string) => ({ by: 'admin', at: new Date('2021-01-02T00:00:00Z'), key });

test('rows are read back; an inner one may stand first; the same file again changes nothing', async () => {
  expect((await importRows(INNER, WIDE)).last).toBe('read 2, new 2, changed 0, unchanged 0, bad 0');
  expect((await importRows(INNER, WIDE)).last).toBe('read 2, new 0, changed 0, unchanged 2, bad 0');
  expect(await deadlineById('d1')).toMatchObject({
    title: { th: 'ผูกคู่มือ', en: 'Link' },
    kinds: [],
    remindBefore: [14, 7, 3, 1, 0],
    remindAfter: 1,
  });
  const inner = await deadlineById('d1-57');
  expect(inner).toMatchObject({ kinds: ['hospital', 'school'], remindBefore: [7, 3, 1], within: 'd1' });
  expect(inner).not.toHaveProperty('remindAfter');
});

test.each<[string, string[], string]>([
  [
    'a Buddhist year',
    row(WIDE, { opens: '2564-02-30' }),
    'opens: should be a day such as 2021-01-31 (Christian year)',
  ],
  ['unknown work', row(WIDE, { what: 'danced' }), 'what: should be one of registered, pinned'],
  ['no scope', row(WIDE, { scope: 'moon' }), 'scope: should be country, province:21'],
  ['an end before the beginning', row(WIDE, { closes: '2021-01-01' }), 'closes: is before it opens'],
  [
    'a later inner one',
    row(INNER, { closes: '2021-02-01' }),
    'closes: should be before the day of the wider deadline',
  ],
  [
    'an inner one that opens otherwise',
    row(INNER, { opens: '2021-01-19' }),
    'opens: should be the day on which',
  ],
  ['an inner one of nothing', row(INNER, { within: 'd9' }), 'within: is no deadline of this file'],
  ['one that tightens itself', row(INNER, { within: 'd1-57' }), 'within: is no deadline of this file'],
  [
    'days that are none',
    row(INNER, { remind_before: 'soon' }),
    'remind_before: should be days such as 14 7 3 1 0',
  ],
])('%s is told with its line, and nothing is changed', async (_, wrong, message) => {
  const rows = wrong[0] === 'd1' ? [wrong] : [WIDE, wrong];
  const { lines, failed } = await importRows(...rows);
  expect(failed).toBe(true);
  expect(lines[0]).toContain(`line ${rows.length + 1}, ${message}`);
  expect(await DeadlineModel.countDocuments()).toBe(0);
});

test('what people changed or called off in a chat stays, unless the file says something new', async () => {
  await giveRole('admin', { role: 'administrator' }, { by: 'manage', at: new Date(0), key: 'give' });
  await importRows(WIDE);
  const seen = (await deadlineById('d1'))?.changedAt ?? new Date(0);
  await changeDeadline('d1', { change: { closesOn: '2021-02-15' }, seen }, by('later'));
  await cancelDeadline('d1', 'เลิก', by('off'));
  expect((await importRows(WIDE)).last).toBe('read 1, new 0, changed 0, unchanged 1, bad 0');
  expect((await importRows(row(WIDE, { title_th: 'ใหม่' }))).last).toBe(
    'read 1, new 0, changed 1, unchanged 0, bad 0',
  );
  expect(await deadlineById('d1')).toMatchObject({
    title: { th: 'ใหม่' },
    closesOn: '2021-02-15',
    cancelled: { reason: 'เลิก' },
  });
  expect((await importRows(WIDE, INNER)).lines[0]).toContain('line 3, within: is no deadline of this file');
});

test('the sample file is good', async () => {
  const sample = readFileSync(join(import.meta.dirname, '../../bot/demo/deadlines.csv'), 'utf8');
  expect((await imports.importText('deadlines', sample)).last).toBe(
    'read 9, new 9, changed 0, unchanged 0, bad 0',
  );
  expect((await deadlinesInForce('2021-01-20')).map(({ id }) => id)).toEqual([
    'manuals-rayong-2564',
    'manuals-2564',
    'posters-2564',
  ]);
});

test('the deadlines of the demonstration are made once, around the day they are made', async () => {
  await seedDeadlines(new Date('2021-01-18T03:00:00Z'));
  const made = await deadlinesInForce('2021-01-18');
  expect(made).toHaveLength(7);
  await seedDeadlines(new Date('2021-01-20T03:00:00Z'));
  expect(await deadlinesInForce('2021-01-20')).toEqual(made);
});
