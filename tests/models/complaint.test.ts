// Cases on the real engine: who may do what, what follows, and that two at once come to one.

import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
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
import { handledComplaintByCode, handledComplaints } from '../../models/complaint-read.ts';
import { stepOn } from '../../models/complaint-step.ts';
import { putHolidays } from '../../models/holiday.ts';
import { giveRole, takeRole } from '../../models/person.ts';
import {
  complaintWorld,
  disputedOnce,
  passUp,
  REPORTER,
  send,
  solved,
  stored,
  WORDS,
  work,
} from './complaint-builder.ts';
import { AWAY, change, HERE, NEXT } from './people-builder.ts';
import { connectRegisters, emptyRegisters, NOON } from './register-builder.ts';

let disconnect: () => Promise<void>;
let pin: string;
beforeAll(async () => {
  disconnect = await connectRegisters();
});
afterAll(() => disconnect());
beforeEach(async () => {
  await emptyRegisters();
  ({ pin } = await complaintWorld());
});

const steps = async (code: string): Promise<StepKind[]> => (await stored(code)).steps.map(({ what }) => what);
const results = (...done: { result: string }[]) => done.map(({ result }) => result).sort();
const evidence = { words: 'แก้ป้ายแล้ว', photos: [] };

test('from the office’s take to the reporter’s confirmation', async () => {
  const code = await send('a', { pin });
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

test('not solved: the same office the first time, one level up from the second time on, and no farther than the department', async () => {
  const code = await send('a', { pin });
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

test('the reporter may take it back; nobody else may, and a closed case stays closed', async () => {
  const code = await send('a', { pin });
  for (const by of ['official', 'admin', 'U1'])
    expect(await withdrawComplaint(work(code, by, `w ${by}`))).toEqual({ result: 'not-yours' });
  expect(await withdrawComplaint(work(code, REPORTER, 'w'))).toEqual({ result: 'done' });
  expect(await takeCase(work(code, 'official', 't'))).toEqual({ result: 'moved-on' });
  expect(await saySomething(work(code, REPORTER, 's'), 'อีกที')).toEqual({ result: 'moved-on' });
});

describe('two at once', () => {
  test('two officials take it: one has it', async () => {
    const code = await send('a', { pin });
    const done = await Promise.all(
      ['official', 'colleague', 'coordinator', 'admin'].map((by) => takeCase(work(code, by, `t ${by}`))),
    );
    expect(results(...done)).toEqual(['done', 'moved-on', 'moved-on', 'moved-on']);
    expect(await steps(code)).toEqual(['received', 'taken']);
  });

  test('confirm against dispute: one of them holds', async () => {
    for (const n of [1, 2, 3, 4]) {
      const code = await send(`a${n}`, { pin });
      await solved(code);
      const done = await Promise.all([
        confirmSolved(work(code, REPORTER, `c${n}`)),
        disputeSolved(work(code, REPORTER, `d${n}`), 'ยังไม่แก้'),
      ]);
      expect(results(...done)).toEqual(['done', 'moved-on']);
      const { state, disputes } = await stored(code);
      expect(state).toBe(done[0].result === 'done' ? 'closed' : 'working');
      expect(disputes).toBe(done[0].result === 'done' ? 0 : 1);
    }
  });

  test('solve against forward: one of them holds', async () => {
    for (const n of [1, 2, 3, 4]) {
      const code = await send(`a${n}`, { pin });
      await takeCase(work(code, 'official', `t${n}`));
      const [first, second] = await Promise.all([
        solveCase(work(code, 'official', `s${n}`), evidence),
        forwardCase(work(code, 'colleague', `f${n}`), { agency: NEXT }, 'ไม่ใช่ของเรา'),
      ]);
      expect([first.result, second.result].filter((result) => result === 'done')).toHaveLength(1);
      const { state, agency, steps: all } = await stored(code);
      expect({ state, agency }).toEqual(
        first.result === 'done' ? { state: 'solved', agency: HERE } : { state: 'forwarded', agency: NEXT },
      );
      expect(all).toHaveLength(3);
    }
  });

  test('who meets another’s step in the act is told that it moved on, though the case is theirs no more', async () => {
    const code = await send('a', { pin });
    await takeCase(work(code, 'official', 't'));
    const slow = await stepOn(work(code, 'official', 's'), 'solve', async () => {
      await forwardCase(work(code, 'colleague', 'f'), { agency: NEXT }, 'ไม่ใช่ของเรา');
      return { words: 'แล้ว' };
    });
    expect(slow).toEqual({ result: 'moved-on' });
    expect(await stored(code)).toMatchObject({ state: 'forwarded', agency: NEXT, revision: 2 });
  });

  test('two pass it up: it goes up once', async () => {
    const code = await send('a', { pin });
    await takeCase(work(code, 'coordinator', 't'));
    const up = (by: string) => forwardCase(work(code, by, `up ${by}`), { up: true }, 'เกินอำนาจ');
    const done = await Promise.all([up('coordinator'), up('admin'), up('district')]);
    expect(done.filter(({ result }) => result === 'done')).toHaveLength(1);
    expect(await up('country')).toEqual({ result: 'moved-on' });
    expect((await stored(code)).level).toBe('district');
  });

  test('twenty words of the reporter and of the office: all are kept', async () => {
    const code = await send('a', { pin });
    await takeCase(work(code, 'official', 't'));
    const said = Array.from({ length: 10 }, (_, n) => [
      saySomething(work(code, REPORTER, `s${n}`), `ก${n}`),
      answerReporter(work(code, 'official', `w${n}`), `ข${n}`),
    ]).flat();
    expect((await Promise.all(said)).every(({ result }) => result === 'done')).toBe(true);
    expect(new Set((await stored(code)).steps.flatMap(({ words }) => words ?? [])).size).toBe(20);
  });
});

test('the same turn again ends the same way, whatever happened since', async () => {
  const code = await send('a', { pin });
  await takeCase(work(code, 'official', 't'));
  expect(await takeCase(work(code, 'official', 't'))).toEqual({ result: 'done' });
  await solveCase(work(code, 'official', 's'), evidence);
  await disputeSolved(work(code, REPORTER, 'd1'), 'ยัง');
  await solveCase(work(code, 'official', 's2'), evidence);
  const up = { result: 'done', level: 'district' };
  expect(await disputeSolved(work(code, REPORTER, 'd2'), 'ยัง')).toEqual(up);
  await takeCase(work(code, 'district', 't2'));
  const before = await stored(code);
  expect(await disputeSolved(work(code, REPORTER, 'd2'), 'ยัง')).toEqual(up);
  expect(await disputeSolved(work(code, REPORTER, 'd1'), 'ยัง')).toEqual({ result: 'done' });
  expect(await takeCase(work(code, 'official', 't'))).toEqual({ result: 'done' });
  expect(await stored(code)).toEqual(before);
});

describe('who handles it', () => {
  const everybody = [
    'official',
    'colleague',
    'neighbour',
    'district',
    'coordinator',
    'department',
    'country',
    'outsider',
    'admin',
    'U1',
  ];
  const whoSees = async (code: string) => {
    const seen = await Promise.all(everybody.map((by) => handledComplaintByCode(code, by, NOON)));
    return everybody.filter((_, n) => seen[n] !== undefined);
  };

  test('at the office its officials and who looks after it, above it only scopes that reach so far', async () => {
    const code = await send('a', { pin });
    const above = ['district', 'coordinator', 'department', 'country', 'admin'];
    expect(await whoSees(code)).toEqual(['official', 'colleague', ...above]);
    await passUp(code, 'official', 'up1');
    expect(await whoSees(code)).toEqual(above);
    await passUp(code, 'district', 'up2');
    expect(await whoSees(code)).toEqual(above.slice(1));
    await passUp(code, 'coordinator', 'up3');
    expect(await whoSees(code)).toEqual(['department', 'country', 'admin']);
  });

  test('out of scope nothing is seen, listed or done', async () => {
    const code = await send('a', { pin });
    const before = await stored(code);
    for (const by of ['neighbour', 'outsider', 'U1', REPORTER]) {
      const on = (key: string) => work(code, by, `${by} ${key}`);
      const tried = [
        takeCase(on('t')),
        askReporter(on('q'), '?'),
        answerReporter(on('w'), '!'),
        forwardCase(on('f'), { agency: NEXT }, 'ส่ง'),
        forwardCase(on('u'), { up: true }, 'ส่ง'),
        solveCase(on('s'), evidence),
      ];
      for (const { result } of await Promise.all(tried)) expect(result).toBe('not-yours');
      for (const role of ['official', 'coordinator', 'administrator', `official:${HERE}`])
        expect(await handledComplaints({ person: by, role, skip: 0, limit: 9 }, NOON)).toEqual({
          cases: [],
          all: 0,
          overdue: 0,
        });
    }
    expect(await stored(code)).toEqual(before);
    expect(await takeCase(work('RY-99999-99', 'admin', 'x'))).toEqual({ result: 'not-yours' });
  });

  test('lists agree with rights at every level', async () => {
    const code = await send('a', { pin });
    for (const next of ['official', 'district', 'coordinator', undefined]) {
      const listed = await Promise.all(
        everybody.map(async (person) => {
          const lists = await Promise.all(
            ['official', 'coordinator', 'administrator'].map((role) =>
              handledComplaints({ person, role, skip: 0, limit: 9 }, NOON),
            ),
          );
          return lists.some(({ all }) => all === 1);
        }),
      );
      expect(everybody.filter((_, n) => listed[n])).toEqual(await whoSees(code));
      if (next) await passUp(code, next, `by ${next}`);
    }
  });

  test('a role that is taken away ends it at the next step', async () => {
    const code = await send('a', { pin });
    await takeCase(work(code, 'official', 't'));
    await takeRole('official', { role: 'official', agency: HERE }, change('admin', 'end'));
    expect(await solveCase(work(code, 'official', 's'), evidence)).toEqual({ result: 'not-yours' });
    expect(await solveCase(work(code, 'colleague', 's2'), evidence)).toEqual({ result: 'done' });
  });

  test('nobody handles their own case, not as an official nor as an administrator', async () => {
    for (const reporter of ['official', 'admin', 'coordinator']) {
      const code = await send(`own ${reporter}`, { pin }, { reporter });
      expect((await stored(code)).level).toBe('office');
      expect(await handledComplaintByCode(code, reporter, NOON)).toBeUndefined();
      expect(await takeCase(work(code, reporter, `t ${reporter}`))).toEqual({ result: 'not-yours' });
      await solved(code, '', NOON, 'colleague');
      expect(await confirmSolved(work(code, reporter, `c ${reporter}`))).toEqual({ result: 'done' });
    }
  });

  test('passed on to another agency it is that one’s, at the office or, without officials, whoever is over it', async () => {
    const code = await send('a', { pin });
    await takeCase(work(code, 'official', 't'));
    expect(await forwardCase(work(code, 'official', 'same'), { agency: HERE }, 'x')).toEqual({
      result: 'moved-on',
    });
    expect(await forwardCase(work(code, 'official', 'f'), { agency: NEXT }, 'ของเขา')).toEqual({
      result: 'done',
    });
    expect(await stored(code)).toMatchObject({ state: 'forwarded', level: 'office', agency: NEXT });
    expect(await whoSees(code)).not.toContain('official');
    await takeCase(work(code, 'neighbour', 't2'));
    await forwardCase(work(code, 'neighbour', 'f2'), { agency: AWAY }, 'ของเขา');
    expect(await stored(code)).toMatchObject({ level: 'province', agency: AWAY });
    expect(await whoSees(code)).toEqual(['department', 'country', 'outsider', 'admin']);
  });
});

test('by when: working days, over Songkran and the weekends around it', async () => {
  const days = ['2018-04-06', '2018-04-12', '2018-04-13', '2018-04-16'];
  await putHolidays(
    days.map((date) => ({ date, name: { th: 'วันหยุด' } })),
    { at: NOON },
  );
  // Wednesday 11 April: Thursday, Friday and Monday are holidays, so two working days end on Wednesday the 18th.
  const eve = new Date('2018-04-11T09:00:00+07:00');
  const code = await send('a', { pin }, { at: eve });
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
  const late = await send('late', { pin }, { at: new Date('2018-05-01T10:00:00+07:00') });
  const due = await send('due', { pin });
  const list = await handledComplaints(
    { person: 'official', role: `official:${HERE}`, skip: 0, limit: 1 },
    NOON,
  );
  expect(list).toMatchObject({ all: 2, overdue: 1, cases: [{ code: late, isOverdue: true }] });
  const rest = await handledComplaints({ person: 'official', role: 'official', skip: 1, limit: 9 }, NOON);
  expect(rest.cases).toMatchObject([{ code: due, isOverdue: false, dueOn: '2018-05-10' }]);
});

test('what handlers do stands in the audit trail, without words; what the reporter does stands nowhere', async () => {
  const code = await send('a', { pin });
  await disputedOnce(code, '1');
  await forwardCase(work(code, 'official', 'f'), { agency: NEXT }, 'เหตุผลลับ');
  const trail = await lastChanges({ about: { kind: 'complaint', id: code } }, 50);
  expect(trail.map(({ by }) => by)).toEqual(['official', 'official', 'official']);
  expect(JSON.stringify(trail)).not.toMatch(new RegExp(`${REPORTER}|เหตุผลลับ|ยังเหมือนเดิม|${WORDS}`));
  expect(trail.flatMap(({ changes }) => changes)).toContainEqual({ field: 'agency', from: HERE, to: NEXT });
  expect((await stored(code)).unaudited).toEqual([]);
});

test('somebody who becomes an official later handles what waits there', async () => {
  const code = await send('a', { pin });
  await giveRole('new', { role: 'official', agency: HERE }, change('manage', 'new'));
  expect(await takeCase(work(code, 'new', 't'))).toEqual({ result: 'done' });
});
