// Answering the survey on the real engine: two officials at once, repeated turns, 300 rows, who may, who is at work.

import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { lastChanges } from '../../models/audit.ts';
import { giveRole, takeRole } from '../../models/person.ts';
import { ResponseModel } from '../../models/survey-document.ts';
import { putRound } from '../../models/survey-round.ts';
import { AWAY, change, HERE } from './people-builder.ts';
import { connectRegisters, emptyRegisters, minutesAfterNoon, NOON } from './register-builder.ts';
import {
  answer,
  clock,
  doers,
  lookUps,
  needs,
  no,
  number,
  ROUND,
  rows,
  state,
  submit,
  surveyors,
  yes,
} from './survey-builder.ts';

let disconnect: () => Promise<void>;
beforeAll(async () => {
  disconnect = await connectRegisters();
});
afterAll(() => disconnect());
beforeEach(async () => {
  await emptyRegisters();
  await surveyors();
});

const trail = async () =>
  (await lastChanges({ about: { kind: 'survey', id: `${ROUND}:${HERE}` } }, 50)).map(({ by, changes }) => ({
    by,
    changes,
  }));

describe('an answer', () => {
  test('is kept with who and when, changed, and found unchanged; each change is in the trail', async () => {
    expect(await answer('mali', 't1', 'q1', { choices: ['yes'], details: {} })).toEqual({ result: 'kept' });
    clock.now = minutesAfterNoon(1);
    expect(await answer('mali', 't2', 'q1', yes, { seen: 1 })).toEqual({ result: 'unchanged' });
    expect(
      await answer('mali', 't3', 'q1', { choices: ['soon'], details: { soon: 'within-1-year' } }),
    ).toEqual({ result: 'kept' });
    expect((await state('somchai')).answers).toEqual({
      q1: {
        answer: { choices: ['soon'], details: { soon: 'within-1-year' } },
        by: 'มะลิ',
        mine: false,
        at: minutesAfterNoon(1).toISOString(),
        change: 2,
      },
    });
    expect((await trail()).map(({ changes }) => changes)).toEqual([
      [
        {
          field: 'answers.q1',
          from: { choices: ['yes'] },
          to: { choices: ['soon'], details: { soon: 'within-1-year' } },
        },
      ],
      [{ field: 'answers.q1', from: null, to: { choices: ['yes'] } }],
    ]);
  });

  test('a colleague’s that was not seen stays; the same one is no quarrel; a seen one is changed', async () => {
    await answer('mali', 'm1', 'q1', yes);
    expect(await answer('somchai', 's1', 'q1', yes)).toEqual({ result: 'unchanged' });
    expect(await answer('somchai', 's2', 'q1', no)).toEqual({
      result: 'taken-by-other',
      by: 'มะลิ',
      answer: yes,
      change: 1,
    });
    expect(await answer('somchai', 's3', 'q1', no, { seen: 1 })).toEqual({ result: 'kept' });
    expect(await answer('mali', 'm2', 'q1', number(3), { seen: 1 })).toMatchObject({
      result: 'taken-by-other',
      by: 'สมชาย',
      change: 2,
    });
  });

  test('both at once, question by question: nothing is lost, and of two on one question the second is told', async () => {
    const questions = Array.from({ length: 10 }, (_, n) => `q${n}`);
    const both = await Promise.all(
      questions.flatMap((question, n) => [
        answer('mali', `m${n}`, question, number(n)),
        answer('somchai', `s${n}`, question, number(100 + n)),
        answer('somchai', `own${n}`, `own.${n}`, number(n)),
      ]),
    );
    const { answers } = await state();
    for (const [n, question] of questions.entries()) {
      const [mali, somchai, own] = both.slice(3 * n, 3 * n + 3);
      expect([mali?.result, somchai?.result].toSorted()).toEqual(['kept', 'taken-by-other']);
      const kept = mali?.result === 'kept' ? number(n) : number(100 + n);
      expect(answers[question]).toMatchObject({ answer: kept, change: 1 });
      expect([mali, somchai].find((one) => one?.result === 'taken-by-other')).toMatchObject({ answer: kept });
      expect(own).toEqual({ result: 'kept' });
      expect(answers[`own.${n}`]).toMatchObject({ answer: number(n) });
    }
    expect(await trail()).toHaveLength(20);
  });

  test('a repeated turn ends as the first time, whatever a colleague did in between', async () => {
    const turns = [
      () => answer('mali', 'a', 'q1', yes),
      () => answer('mali', 'b', 'q1', yes),
      () => answer('somchai', 'c', 'q1', no),
      () => rows('mali', 'd', { p1: needs(true, false) }),
      () => rows('somchai', 'e', { p1: needs(false, false), p2: needs(true, true) }),
      () => submit('mali', 'f', { asked: ['q1', 'q2'] }),
      () => submit('mali', 'g'),
      () => submit('mali', 'h'),
    ];
    const first: unknown[] = [];
    for (const turn of turns) first.push(await turn());
    expect(first.map((one) => (one as { result: string }).result)).toEqual([
      'kept',
      'unchanged',
      'taken-by-other',
      'kept',
      'partly',
      'incomplete',
      'submitted',
      'unchanged',
    ]);
    await answer('somchai', 'x', 'q1', number(9), { seen: 1 });
    await answer('somchai', 'x', 'q2', number(9));
    await rows('somchai', 'y', { p1: needs(true, true) }, { p1: 1 });
    await submit('somchai', 'z');
    await takeRole('mali', { role: 'official', agency: HERE }, change('manage', 'take'));
    const before = await ResponseModel.findOne().lean();
    const again: unknown[] = [];
    for (const turn of turns) again.push(await turn());
    expect(again).toEqual(first);
    expect(await ResponseModel.findOne().lean()).toEqual(before);
    expect((await state('somchai')).answers.q1).toMatchObject({ answer: number(9), change: 2 });
  });

  test('the same turn by two processes at once is one', async () => {
    const twice = await Promise.all([answer('mali', 'a', 'q1', yes), answer('mali', 'a', 'q1', yes)]);
    expect(twice).toEqual([{ result: 'kept' }, { result: 'kept' }]);
    expect((await state()).answers.q1?.change).toBe(1);
    expect(await trail()).toHaveLength(1);
  });

  test('a turn that died before its trail was written is made up for, by itself or by the next', async () => {
    for (const repeat of [() => answer('mali', 'a', 'q1', yes), () => answer('somchai', 'b', 'q2', no)]) {
      await emptyRegisters();
      await surveyors();
      await answer('mali', 'a', 'q1', yes);
      const [entry] = await lastChanges({ about: { kind: 'survey', id: `${ROUND}:${HERE}` } }, 1);
      if (!entry) throw new Error('no entry');
      // As it was when the process died: the entry in the response, and not in the trail.
      const { connection } = ResponseModel.base;
      await connection.collection('audit').deleteMany({});
      await ResponseModel.updateOne({}, { $set: { unaudited: [entry] } });
      await repeat();
      expect((await trail()).filter(({ by }) => by === 'mali')).toHaveLength(1);
      expect((await ResponseModel.findOne().lean())?.unaudited).toEqual([]);
    }
  });
});

describe('the table of procedures', () => {
  const many = (count: number, idCard: boolean) =>
    Object.fromEntries(Array.from({ length: count }, (_, n) => [`0307.${n}$%`, needs(idCard, false)]));

  test('300 rows in one write, with codes of any signs', async () => {
    await rows('mali', 'a', { '0307.0$%': needs(true, true) });
    clock.now = minutesAfterNoon(1);
    const { turns } = (await ResponseModel.findOne().lean()) ?? {};
    expect(await rows('mali', 'b', many(300, true))).toEqual({ result: 'kept' });
    expect((await ResponseModel.findOne().lean())?.turns).toBe((turns ?? 0) + 1);
    const { matrix } = await state();
    expect(Object.keys(matrix)).toHaveLength(300);
    expect(matrix['0307.0$%']).toMatchObject({
      idCard: true,
      house: false,
      change: 2,
      by: 'มะลิ',
      mine: true,
    });
    expect(matrix['0307.299$%']).toMatchObject({ idCard: true, house: false, change: 1 });
    expect(await rows('mali', 'c', many(300, true))).toEqual({ result: 'unchanged' });
    expect((await trail())[0]?.changes).toHaveLength(300);
  });

  test('rows a colleague changed since are left and named; the others are kept', async () => {
    await rows('mali', 'a', { p1: needs(true, false), p2: needs(true, false), p3: needs(true, false) });
    await rows('somchai', 'b', { p2: needs(false, true) }, { p2: 1 });
    const seen = { p1: 1, p2: 1, p3: 1 };
    const all = {
      p1: needs(false, false),
      p2: needs(false, false),
      p3: needs(true, false),
      p4: needs(true, true),
    };
    expect(await rows('mali', 'c', all, seen)).toEqual({ result: 'partly', left: ['p2'], by: 'สมชาย' });
    expect((await state()).matrix).toMatchObject({
      p1: { ...needs(false, false), change: 2 },
      p2: { ...needs(false, true), change: 2, mine: false },
      p3: { ...needs(true, false), change: 1 },
      p4: { ...needs(true, true), change: 1 },
    });
  });

  test('both at once on different pages and on one', async () => {
    const [mine, theirs] = await Promise.all([
      rows('mali', 'a', { p1: needs(true, false), shared: needs(true, true) }),
      rows('somchai', 'b', { p2: needs(false, true), shared: needs(false, false) }),
    ]);
    expect([mine.result, theirs.result].toSorted()).toEqual(['kept', 'partly']);
    expect([mine, theirs].find(({ result }) => result === 'partly')).toMatchObject({ left: ['shared'] });
    const { matrix } = await state();
    expect(matrix).toMatchObject({ p1: needs(true, false), p2: needs(false, true) });
    expect(matrix.shared).toMatchObject({
      change: 1,
      ...(mine.result === 'kept' ? needs(true, true) : needs(false, false)),
    });
  });
});

describe('who may', () => {
  test('officials and who looks after the agency; nobody else sees or changes anything', async () => {
    await answer('mali', 'a', 'q1', yes);
    expect(await answer('coordinator', 'b', 'q2', yes)).toEqual({ result: 'kept' });
    await submit('mali', 'c');
    const before = await ResponseModel.find().lean();
    for (const person of ['outsider', 'stranger', 'constructor']) {
      const notYours = { result: 'not-yours' };
      expect(await answer(person, `${person}1`, 'q1', no, { seen: 1 })).toEqual(notYours);
      expect(await rows(person, `${person}2`, { p1: needs(true, true) })).toEqual(notYours);
      expect(await submit(person, `${person}3`)).toEqual(notYours);
      await doers.noteSurveying({ id: `${person}4`, agency: HERE, round: ROUND }, person);
      expect(await lookUps.state(HERE, person)).toBeUndefined();
      expect(await lookUps.revisions(HERE, person)).toEqual([]);
    }
    expect(await answer('mali', 'd', 'q1', no, { agency: AWAY })).toEqual({ result: 'not-yours' });
    expect(await lookUps.state(AWAY, 'mali')).toBeUndefined();
    expect(await lookUps.state('nothing', 'admin')).toBeUndefined();
    expect(await ResponseModel.find().lean()).toEqual(before);
  });

  test('somebody whose role was taken may no more, at once', async () => {
    await answer('mali', 'a', 'q1', yes);
    await takeRole('mali', { role: 'official', agency: HERE }, change('manage', 'take'));
    expect(await answer('mali', 'b', 'q1', no, { seen: 1 })).toEqual({ result: 'not-yours' });
    expect(await submit('mali', 'c')).toEqual({ result: 'not-yours' });
    expect(await lookUps.state(HERE, 'mali')).toBeUndefined();
    expect((await state('somchai')).answers.q1).toMatchObject({ answer: yes, by: 'มะลิ' });
  });

  test('the state tells the agency, the round, and what was never answered', async () => {
    expect(await state()).toEqual({
      round: { id: '2561', title: { th: 'รอบปี 2561', en: 'Round 2018' } },
      agency: {
        code: HERE,
        name: { th: 'สำนักงานตัวอย่าง 1', en: 'Sample Office 1' },
        area: expect.anything(),
        department: 'กรมตัวอย่าง',
        ministry: 'กระทรวงตัวอย่าง',
      },
      answers: {},
      matrix: {},
      isChanged: false,
      editors: [],
    });
    expect(await ResponseModel.countDocuments()).toBe(0);
  });
});

describe('who is at work', () => {
  const note = (person: string) => doers.noteSurveying({ id: 'n', agency: HERE, round: ROUND }, person);

  test('who has not given their name counts too', async () => {
    await giveRole('nameless', { role: 'official', agency: HERE }, change('manage', 'nameless'));
    await note('nameless');
    await note('somchai');
    expect((await state('mali')).editors.toSorted()).toEqual(['', 'สมชาย']);
  });

  test('others are told for ten minutes', async () => {
    await note('mali');
    await note('mali');
    await note('somchai');
    expect((await state('mali')).editors).toEqual(['สมชาย']);
    expect((await state('somchai')).editors).toEqual(['มะลิ']);
    clock.now = minutesAfterNoon(9);
    await note('somchai');
    clock.now = minutesAfterNoon(11);
    expect((await state('somchai')).editors).toEqual([]);
    expect((await state('mali')).editors).toEqual(['สมชาย']);
  });

  test('whoever only looks has answered nothing', async () => {
    await note('mali');
    expect(await state('somchai')).toMatchObject({ answers: {}, matrix: {}, isChanged: false });
  });
});

describe('a round that is over', () => {
  test('takes nothing more, and the next one begins empty with what was said last time', async () => {
    await answer('mali', 'a', 'q1', yes);
    await rows('mali', 'b', { p1: needs(true, false) });
    await submit('mali', 'c');
    await rows('mali', 'd', { p1: needs(false, false) }, { p1: 1 });
    await putRound(
      { id: 'next', title: { th: 'รอบหน้า', en: 'Next' }, opensAt: minutesAfterNoon(60) },
      { by: 'manage', at: NOON },
    );
    clock.now = minutesAfterNoon(60);
    const over = { result: 'round-over' };
    expect(await answer('mali', 'e', 'q1', no, { seen: 1 })).toEqual(over);
    expect(await rows('mali', 'f', { p1: needs(true, true) })).toEqual(over);
    expect(await submit('mali', 'g')).toEqual(over);
    expect(await answer('mali', 'h', 'q1', no, { round: 'nonsense' })).toEqual(over);
    // What was done before the round ended is still the same when repeated.
    expect(await submit('mali', 'c')).toEqual({ result: 'submitted', revision: 1, late: false });
    expect(await state()).toMatchObject({
      round: { id: 'next' },
      answers: {},
      matrix: {},
      lastRound: { p1: needs(true, false) },
      isChanged: false,
    });
    expect(await answer('mali', 'i', 'q1', no, { round: 'next' })).toEqual({ result: 'kept' });
    expect(await submit('mali', 'j', { round: 'next' })).toMatchObject({ result: 'submitted', revision: 1 });
    expect((await state()).lastRound).toEqual({ p1: needs(true, false) });
  });
});
