// Two who do something with a case at once come to one; a repeated turn comes to the same.

import { describe, expect, test } from '@jest/globals';
import {
  answerReporter,
  confirmSolved,
  disputeSolved,
  forwardCase,
  saySomething,
  solveCase,
  takeCase,
} from '../../models/complaint.ts';
import type { StepKind } from '../../models/complaint-document.ts';
import { stepOn } from '../../models/complaint-step.ts';
import { complaintsOnTheEngine, REPORTER, send, solved, stored, work } from './complaint-builder.ts';
import { HERE, NEXT } from './people-builder.ts';

const here = complaintsOnTheEngine();
const steps = async (code: string): Promise<StepKind[]> => (await stored(code)).steps.map(({ what }) => what);
const results = (...done: { result: string }[]) => done.map(({ result }) => result).sort();
const evidence = { words: 'แก้ป้ายแล้ว', photos: [] };

describe('two at once', () => {
  test('two officials take it: one has it', async () => {
    const code = await send('a', here);
    const done = await Promise.all(
      ['official', 'colleague', 'coordinator', 'admin'].map((by) => takeCase(work(code, by, `t ${by}`))),
    );
    expect(results(...done)).toEqual(['done', 'moved-on', 'moved-on', 'moved-on']);
    expect(await steps(code)).toEqual(['received', 'taken']);
  });

  test('confirm against dispute: one of them holds', async () => {
    for (const n of [1, 2, 3, 4]) {
      const code = await send(`a${n}`, here);
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
      const code = await send(`a${n}`, here);
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
    const code = await send('a', here);
    await takeCase(work(code, 'official', 't'));
    const slow = await stepOn(work(code, 'official', 's'), 'solve', async () => {
      await forwardCase(work(code, 'colleague', 'f'), { agency: NEXT }, 'ไม่ใช่ของเรา');
      return { words: 'แล้ว' };
    });
    expect(slow).toEqual({ result: 'moved-on' });
    expect(await stored(code)).toMatchObject({ state: 'forwarded', agency: NEXT, revision: 2 });
  });

  test('two pass it up: it goes up once', async () => {
    const code = await send('a', here);
    await takeCase(work(code, 'coordinator', 't'));
    const up = (by: string) => forwardCase(work(code, by, `up ${by}`), { up: true }, 'เกินอำนาจ');
    const done = await Promise.all([up('coordinator'), up('admin'), up('district')]);
    expect(done.filter(({ result }) => result === 'done')).toHaveLength(1);
    expect(await up('country')).toEqual({ result: 'moved-on' });
    expect((await stored(code)).level).toBe('district');
  });

  test('five words of the reporter, as many as a day takes, and ten of the office: all are kept', async () => {
    const code = await send('a', here);
    await takeCase(work(code, 'official', 't'));
    const said = Array.from({ length: 10 }, (_, n) => [
      ...(n % 2 === 0 ? [saySomething(work(code, REPORTER, `s${n}`), `ก${n}`)] : []),
      answerReporter(work(code, 'official', `w${n}`), `ข${n}`),
    ]).flat();
    expect((await Promise.all(said)).every(({ result }) => result === 'done')).toBe(true);
    expect(new Set((await stored(code)).steps.flatMap(({ words }) => words ?? [])).size).toBe(15);
  });
});

test('the same turn again ends the same way, whatever happened since', async () => {
  const code = await send('a', here);
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
