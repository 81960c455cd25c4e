// Cases on the real engine: the steps, what follows, by when, lists by due date, and the trail.

import { expect, test } from '@jest/globals';
import { lastChanges } from '../../models/audit.ts';
import {
  answerReporter,
  askReporter,
  confirmSolved,
  disputeSolved,
  forwardCase,
  saySomething,
  solveCase,
  takeCase,
  withdrawComplaint,
} from '../../models/complaint.ts';
import type { StepKind } from '../../models/complaint-document.ts';
import { handledComplaints } from '../../models/complaint-read.ts';
import { putHolidays } from '../../models/holiday.ts';
import { takeRole } from '../../models/person.ts';
import {
  complaintsOnTheEngine,
  disputedOnce,
  passUp,
  REPORTER,
  send,
  stored,
  WORDS,
  work,
} from './complaint-builder.ts';
import { change, HERE, NEXT } from './people-builder.ts';
import { NOON } from './register-builder.ts';

const here = complaintsOnTheEngine();
const steps = async (code: string): Promise<StepKind[]> => (await stored(code)).steps.map(({ what }) => what);
const evidence = { words: 'แก้ป้ายแล้ว', photos: [] };

test('from the office’s take to the reporter’s confirmation', async () => {
  const code = await send('a', here);
  expect(await stored(code)).toMatchObject({ state: 'received', level: 'office', agency: HERE });
  expect(await takeCase(work(code, 'official', 't'))).toEqual({ result: 'done' });
  expect(await askReporter(work(code, 'official', 'q'), 'วันไหน')).toEqual({ result: 'done' });
  expect((await stored(code)).question).toBe('วันไหน');
  expect(await saySomething(work(code, REPORTER, 's'), 'เมื่อวาน')).toEqual({ result: 'done' });
  expect((await stored(code)).question).toBeUndefined();
  expect(await answerReporter(work(code, 'colleague', 'w'), 'กำลังตรวจ')).toEqual({ result: 'done' });
  expect(await solveCase(work(code, 'official', 'o'), evidence)).toEqual({ result: 'done' });
  expect(await confirmSolved(work(code, REPORTER, 'c'))).toEqual({ result: 'done' });
  expect((await stored(code)).state).toBe('closed');
  expect(await steps(code)).toEqual([
    'received',
    'taken',
    'asked',
    'said',
    'answered',
    'solved',
    'confirmed',
  ]);
});

test('a reporter adds five messages a day; what answers a question is always taken', async () => {
  const code = await send('a', here);
  await takeCase(work(code, 'official', 't'));
  const add = (key: string, at = NOON) => saySomething(work(code, REPORTER, key, at), 'ยังดับอยู่');
  for (const key of ['1', '2', '3', '4', '5']) expect(await add(key)).toEqual({ result: 'done' });
  expect(await add('6')).toEqual({ result: 'moved-on' });
  await askReporter(work(code, 'official', 'q'), 'วันไหน');
  expect(await add('7')).toEqual({ result: 'done' });
  expect(await add('8')).toEqual({ result: 'moved-on' });
  expect(await add('9', new Date(NOON.getTime() + 24 * 3_600_000))).toEqual({ result: 'done' });
});

test('not solved: the same office the first time, one level up from the second time on, and no farther than the department', async () => {
  const code = await send('a', here);
  expect(await disputedOnce(code, '1')).toEqual({ result: 'done' });
  expect(await stored(code)).toMatchObject({ state: 'working', level: 'office', disputes: 1 });
  await solveCase(work(code, 'official', 'again'), evidence);
  expect(await disputeSolved(work(code, REPORTER, 'd2'), 'ยัง')).toEqual({
    result: 'done',
    level: 'district',
  });
  const climbed = await stored(code);
  expect(climbed).toMatchObject({ state: 'forwarded', level: 'district' });
  expect(climbed.takenBy).toBeUndefined();
  expect((await steps(code)).slice(-2)).toEqual(['disputed', 'escalated']);
  expect(await disputedOnce(code, '3', 'district')).toMatchObject({ level: 'province' });
  expect(await disputedOnce(code, '4', 'coordinator')).toMatchObject({ level: 'department' });
  expect(await disputedOnce(code, '5', 'department')).toEqual({ result: 'done' });
  expect(await stored(code)).toMatchObject({ state: 'working', level: 'department', disputes: 5 });
});

test('a level that nobody holds is passed over, also when the only holder reported it; due where it really is', async () => {
  const code = await send('a', here);
  await takeRole('district', { role: 'coordinator', scope: 'district:9101' }, change('admin', 'end'));
  await disputedOnce(code, '1');
  expect(await disputedOnce(code, '2')).toEqual({ result: 'done', level: 'province' });
  expect(await stored(code)).toMatchObject({ level: 'province', state: 'forwarded', dueOn: '2018-05-10' });
  await takeCase(work(code, 'coordinator', 't3'));
  expect((await stored(code)).dueOn).toBe('2018-05-22');
  const own = await send('b', here, { reporter: 'coordinator' });
  expect(await passUp(own, 'official', 'up')).toEqual({ result: 'done', level: 'department' });
});

test('the reporter may take it back; nobody else may, and a closed case stays closed', async () => {
  const code = await send('a', here);
  for (const by of ['official', 'admin', 'U1'])
    expect(await withdrawComplaint(work(code, by, `w ${by}`))).toEqual({ result: 'not-yours' });
  expect(await withdrawComplaint(work(code, REPORTER, 'w'))).toEqual({ result: 'done' });
  expect(await takeCase(work(code, 'official', 't'))).toEqual({ result: 'moved-on' });
  expect(await saySomething(work(code, REPORTER, 's'), 'อีกที')).toEqual({ result: 'moved-on' });
});

test('by when: working days, over Songkran and the weekends around it', async () => {
  const days = ['2018-04-06', '2018-04-12', '2018-04-13', '2018-04-16'];
  await putHolidays(
    days.map((date) => ({ date, name: { th: 'วันหยุด' } })),
    { at: NOON },
  );
  // Wednesday 11 April: Thursday, Friday and Monday are holidays, so two working days end on Wednesday the 18th.
  const eve = new Date('2018-04-11T09:00:00+07:00');
  const code = await send('a', here, { at: eve });
  expect((await stored(code)).dueOn).toBe('2018-04-18');
  // An hour past midnight in Bangkok is still the day before in London.
  await takeCase(work(code, 'official', 't', new Date('2018-04-17T01:00:00+07:00')));
  expect((await stored(code)).dueOn).toBe('2018-05-08');
  await solveCase(work(code, 'official', 's', eve), evidence);
  expect((await stored(code)).dueOn).toBeUndefined();
  await disputeSolved(work(code, REPORTER, 'd', eve), 'ยัง');
  expect((await stored(code)).dueOn).toBe('2018-04-23');
  await forwardCase(work(code, 'official', 'u', eve), { up: true }, 'x');
  await takeCase(work(code, 'district', 't2', eve));
  expect((await stored(code)).dueOn).toBe('2018-04-30');
});

test('lists are by due date and count what is overdue', async () => {
  const late = await send('late', here, { at: new Date('2018-05-01T10:00:00+07:00') });
  const due = await send('due', here);
  const list = await handledComplaints(
    { person: 'official', role: `official:${HERE}`, skip: 0, limit: 1 },
    NOON,
  );
  expect(list).toMatchObject({ all: 2, overdue: 1, cases: [{ code: late, isOverdue: true }] });
  const rest = await handledComplaints({ person: 'official', role: 'official', skip: 1, limit: 9 }, NOON);
  expect(rest.cases).toMatchObject([{ code: due, isOverdue: false, dueOn: '2018-05-10' }]);
});

test('what handlers do stands in the audit trail, without words; what the reporter does stands nowhere', async () => {
  const code = await send('a', here);
  await disputedOnce(code, '1');
  await forwardCase(work(code, 'official', 'f'), { agency: NEXT }, 'เหตุผลลับ');
  const trail = await lastChanges({ about: { kind: 'complaint', id: code } }, 50);
  expect(trail.map(({ by }) => by)).toEqual(['official', 'official', 'official']);
  expect(JSON.stringify(trail)).not.toMatch(new RegExp(`${REPORTER}|เหตุผลลับ|ยังเหมือนเดิม|${WORDS}`));
  expect(trail.flatMap(({ changes }) => changes)).toContainEqual({ field: 'agency', from: HERE, to: NEXT });
  expect((await stored(code)).unaudited).toEqual([]);
});
