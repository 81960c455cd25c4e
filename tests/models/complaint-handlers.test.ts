// Who sees and works on a case: the office, those above it as far as their scopes reach, and nobody else.

import { describe, expect, test } from '@jest/globals';
import {
  answerReporter,
  askReporter,
  confirmSolved,
  forwardCase,
  solveCase,
  takeCase,
} from '../../models/complaint.ts';
import { handledComplaintByCode, handledComplaints } from '../../models/complaint-read.ts';
import { giveRole, takeRole } from '../../models/person.ts';
import { complaintsOnTheEngine, passUp, REPORTER, send, solved, stored, work } from './complaint-builder.ts';
import { AWAY, change, HERE, NEXT } from './people-builder.ts';
import { NOON } from './register-builder.ts';

const here = complaintsOnTheEngine();
const evidence = { words: 'แก้ป้ายแล้ว', photos: [] };

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
    const code = await send('a', here);
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
    const code = await send('a', here);
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
    const code = await send('a', here);
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
    const code = await send('a', here);
    await takeCase(work(code, 'official', 't'));
    await takeRole('official', { role: 'official', agency: HERE }, change('admin', 'end'));
    expect(await solveCase(work(code, 'official', 's'), evidence)).toEqual({ result: 'not-yours' });
    expect(await solveCase(work(code, 'colleague', 's2'), evidence)).toEqual({ result: 'done' });
  });

  test('nobody handles their own case, not as an official nor as an administrator', async () => {
    for (const reporter of ['official', 'admin', 'coordinator']) {
      const code = await send(`own ${reporter}`, here, { reporter });
      expect((await stored(code)).level).toBe('office');
      expect(await handledComplaintByCode(code, reporter, NOON)).toBeUndefined();
      expect(await takeCase(work(code, reporter, `t ${reporter}`))).toEqual({ result: 'not-yours' });
      await solved(code, '', NOON, 'colleague');
      expect(await confirmSolved(work(code, reporter, `c ${reporter}`))).toEqual({ result: 'done' });
    }
  });

  test('passed on to another agency it is that one’s, at the office or, without officials, whoever is over it', async () => {
    const code = await send('a', here);
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

test('somebody who becomes an official later handles what waits there', async () => {
  const code = await send('a', here);
  await giveRole('new', { role: 'official', agency: HERE }, change('manage', 'new'));
  expect(await takeCase(work(code, 'new', 't'))).toEqual({ result: 'done' });
});
