// Submitting the survey on the real engine: revisions and their history, late ones, races, crashes, and what follows.

import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { lastChanges } from '../../models/audit.ts';
import { CopyModel } from '../../models/copy-document.ts';
import { takeRole } from '../../models/person.ts';
import { ResponseModel } from '../../models/survey-document.ts';
import { newestRevisions } from '../../models/survey-newest.ts';
import { RevisionModel, type SurveyRevision } from '../../models/survey-revision.ts';
import { putRound } from '../../models/survey-round.ts';
import { type DrawConsequences, submitSurvey } from '../../models/survey-submit.ts';
import { change, HERE } from './people-builder.ts';
import { connectRegisters, emptyRegisters, minutesAfterNoon, NOON } from './register-builder.ts';
import {
  answer,
  clock,
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

const submissions = async () =>
  (await lastChanges({ about: { kind: 'survey', id: `${ROUND}:${HERE}` } }, 99)).flatMap(({ changes }) =>
    changes.filter(({ field }) => field === 'revision').map(({ from, to }) => [from, to]),
  );

describe('submitting', () => {
  test('what must be answered is missing until it is; then it is a revision, and the same again is none', async () => {
    await answer('mali', 'a', 'q1', yes);
    expect(await submit('mali', 'b', { asked: ['q1', 'q2', 'constructor'] })).toEqual({
      result: 'incomplete',
      missing: ['q2', 'constructor'],
    });
    expect(await state()).toMatchObject({ isChanged: true });
    await answer('somchai', 'c', 'q2', number(23));
    const withTable = ['q1', 'q2', 'matrix'];
    expect(await submit('mali', 'c2', { asked: withTable })).toEqual({
      result: 'incomplete',
      missing: ['matrix'],
    });
    clock.now = minutesAfterNoon(1);
    expect(await submit('mali', 'd', { asked: ['q1', 'q2'] })).toEqual({
      result: 'submitted',
      revision: 1,
      late: false,
    });
    expect(await state('somchai')).toMatchObject({
      isChanged: false,
      submitted: { revision: 1, by: 'มะลิ', at: minutesAfterNoon(1).toISOString() },
    });
    clock.now = minutesAfterNoon(2);
    expect(await submit('somchai', 'e')).toEqual({ result: 'unchanged', revision: 1, late: false });
    expect(await submissions()).toEqual([[null, 1]]);
  });

  test('corrections are new revisions; the history tells who, when and what, and old ones stay as they were', async () => {
    await answer('mali', 'a', 'q1', yes);
    await answer('mali', 'b', 'q2', yes);
    await rows('mali', 'c', { 'p.1': needs(true, true) });
    await submit('mali', 'd');
    const first = await RevisionModel.findOne({ revision: 1 }).lean();
    clock.now = minutesAfterNoon(5);
    await answer('somchai', 'e', 'q2', no, { seen: 1 });
    expect(await state()).toMatchObject({ isChanged: true, submitted: { revision: 1 } });
    await submit('somchai', 'f');
    clock.now = minutesAfterNoon(6);
    await rows('mali', 'g', { 'p.1': needs(false, true) }, { 'p.1': 1 });
    await submit('mali', 'h');
    expect(await lookUps.revisions(HERE, 'coordinator')).toMatchObject([
      { revision: 3, by: 'มะลิ', at: minutesAfterNoon(6).toISOString(), changed: ['matrix'] },
      { revision: 2, by: 'สมชาย', at: minutesAfterNoon(5).toISOString(), changed: ['q2'] },
      { revision: 1, by: 'มะลิ', late: false, at: NOON.toISOString(), changed: ['q1', 'q2', 'matrix'] },
    ]);
    expect(await RevisionModel.findOne({ revision: 1 }).lean()).toEqual(first);
    const [newest] = await collected(newestRevisions({ round: ROUND, of: { level: 'agency', code: HERE } }));
    expect(newest).toEqual({
      agency: HERE,
      revision: 3,
      answers: { q1: yes, q2: no },
      matrix: { 'p.1': needs(false, true) },
      at: minutesAfterNoon(6),
      by: 'mali',
      late: false,
      first: { matrix: { 'p.1': needs(true, true) }, at: NOON, late: false },
    });
    expect(await submissions()).toEqual([
      [2, 3],
      [1, 2],
      [null, 1],
    ]);
  });

  test('an answer taken back to what was submitted is nothing to submit', async () => {
    await answer('mali', 'a', 'q1', yes);
    await submit('mali', 'b');
    await answer('mali', 'c', 'q1', no, { seen: 1 });
    await answer('mali', 'd', 'q1', yes, { seen: 2 });
    expect((await state()).isChanged).toBe(false);
    expect(await submit('mali', 'e')).toMatchObject({ result: 'unchanged', revision: 1 });
  });

  test('after the deadline it is taken and marked late', async () => {
    const title = { th: 'รอบ', en: 'Round' };
    const closesAt = minutesAfterNoon(10);
    await putRound({ id: ROUND, title, opensAt: NOON, closesAt }, { by: 'manage', at: NOON });
    await answer('mali', 'a', 'q1', yes);
    expect(await submit('mali', 'b')).toMatchObject({ result: 'submitted', late: false });
    clock.now = minutesAfterNoon(11);
    expect((await state()).round.closesAt).toBe(closesAt.toISOString());
    expect(await submit('mali', 'c')).toEqual({ result: 'unchanged', revision: 1, late: false });
    expect(await answer('mali', 'd', 'q1', no, { seen: 1 })).toEqual({ result: 'kept' });
    expect(await submit('mali', 'e')).toEqual({ result: 'submitted', revision: 2, late: true });
    // The very turn that was in time stays in time.
    expect(await submit('mali', 'b')).toEqual({ result: 'submitted', revision: 1, late: false });
  });

  test('both at once: one submits, for the other nothing is left to submit', async () => {
    await answer('mali', 'a', 'q1', yes);
    const both = await Promise.all([submit('mali', 'm'), submit('somchai', 's')]);
    expect(both.map(({ result }) => result).toSorted()).toEqual(['submitted', 'unchanged']);
    expect(await RevisionModel.countDocuments()).toBe(1);
    const [{ key } = { key: '' }] = await RevisionModel.find().lean();
    expect(key).toBe(both[0]?.result === 'submitted' ? 'survey-submit:m' : 'survey-submit:s');
  });

  test('the same turn by two processes at once is one revision', async () => {
    await answer('mali', 'a', 'q1', yes);
    const twice = await Promise.all([submit('mali', 's'), submit('mali', 's')]);
    expect(twice).toEqual(Array(2).fill({ result: 'submitted', revision: 1, late: false }));
    expect(await submissions()).toEqual([[null, 1]]);
  });

  test('answers and submissions at once: every answer is in the newest revision or waits to be submitted', async () => {
    await answer('mali', 'first', 'q1', yes);
    await Promise.all(
      Array.from({ length: 12 }, (_, n) => [
        answer(n % 2 ? 'mali' : 'somchai', `a${n}`, `x${n}`, number(n)),
        submit(n % 2 ? 'somchai' : 'mali', `s${n}`),
      ]).flat(),
    );
    await submit('mali', 'last');
    const newest = await collected(newestRevisions({ round: ROUND, of: { level: 'country' } }));
    expect(Object.keys(newest[0]?.answers ?? {})).toHaveLength(13);
    const revisions = await RevisionModel.find().sort({ revision: 1 }).lean();
    expect(revisions.map(({ revision }) => revision)).toEqual(revisions.map((_, n) => n + 1));
    expect(await submissions()).toHaveLength(revisions.length);
    expect((await ResponseModel.findOne().lean())?.revision).toBe(revisions.length);
    expect((await state()).isChanged).toBe(false);
  });
});

describe('a crash', () => {
  const dying: DrawConsequences = async () => {
    throw new Error('the process died');
  };
  const drawn: [number, number | undefined][] = [];
  const noted: DrawConsequences = async ({ revision }, previous) => {
    drawn.push([revision, previous?.revision]);
  };
  beforeEach(() => {
    drawn.length = 0;
  });
  const submission = (by: string, id: string) => ({
    agency: HERE,
    round: ROUND,
    by,
    at: clock.now,
    key: `survey-submit:${id}`,
    questions: 1,
    asked: [],
  });
  const dieBetween = async (by: string, id: string) => {
    await expect(submitSurvey(submission(by, id), dying)).rejects.toThrow('the process died');
    // The revision is there, the response does not point to it, and the trail is silent.
    expect(await RevisionModel.exists({ key: `survey-submit:${id}` })).not.toBeNull();
  };

  test('between the revision and the response’s pointer: the repeated turn finishes it', async () => {
    await answer('mali', 'a', 'q1', yes);
    await dieBetween('mali', 's');
    expect(await ResponseModel.findOne().lean()).toMatchObject({ revision: 0 });
    expect(await submissions()).toEqual([]);
    // Reports and colleagues see it all the same.
    expect(await state('somchai')).toMatchObject({ isChanged: false, submitted: { revision: 1 } });
    const repeated = { result: 'submitted', revision: 1, late: false };
    for (let n = 0; n < 2; n++) expect(await submitSurvey(submission('mali', 's'), noted)).toEqual(repeated);
    expect(drawn).toEqual([[1, undefined]]);
    expect(await submissions()).toEqual([[null, 1]]);
    expect(await ResponseModel.findOne().lean()).toMatchObject({ revision: 1 });
  });

  test('and does so even if the person lost the role, or the round was over, in between', async () => {
    await answer('mali', 'a', 'q1', yes);
    await dieBetween('mali', 's');
    await takeRole('mali', { role: 'official', agency: HERE }, change('manage', 'take'));
    const title = { th: 'รอบหน้า', en: 'Next' };
    await putRound({ id: 'next', title, opensAt: NOON }, { by: 'manage', at: NOON });
    const repeated = { result: 'submitted', revision: 1, late: false };
    expect(await submitSurvey(submission('mali', 's'), noted)).toEqual(repeated);
    expect(await ResponseModel.findOne().lean()).toMatchObject({ revision: 1 });
    expect(await submitSurvey(submission('mali', 'other'), noted)).toEqual({ result: 'not-yours' });
  });

  test('the next submission draws what was left undone first, in its order', async () => {
    await answer('mali', 'a', 'q1', yes);
    await dieBetween('mali', 's1');
    await answer('somchai', 'b', 'q1', no, { seen: 1 });
    expect(await submitSurvey(submission('somchai', 's2'), noted)).toMatchObject({ revision: 2 });
    expect(drawn).toEqual([
      [1, undefined],
      [2, 1],
    ]);
    expect(await submitSurvey(submission('mali', 's1'), noted)).toMatchObject({
      result: 'submitted',
      revision: 1,
    });
    expect(drawn).toHaveLength(2);
    expect(new Set(await submissions())).toEqual(
      new Set([
        [null, 1],
        [1, 2],
      ]),
    );
    expect(await ResponseModel.findOne().lean()).toMatchObject({ revision: 2 });
  });

  test('an unchanged submission draws it as well', async () => {
    await answer('mali', 'a', 'q1', yes);
    await dieBetween('mali', 's1');
    expect(await submitSurvey(submission('somchai', 's2'), noted)).toMatchObject({ result: 'unchanged' });
    expect(drawn).toEqual([[1, undefined]]);
    expect(await ResponseModel.findOne().lean()).toMatchObject({ revision: 1 });
  });

  test('the first revision of a round follows the last one of the round before', async () => {
    await answer('mali', 'a', 'q1', yes);
    await submitSurvey(submission('mali', 's1'), noted);
    await putRound(
      { id: 'next', title: { th: 'รอบหน้า' }, opensAt: minutesAfterNoon(60) },
      { by: 'manage', at: NOON },
    );
    clock.now = minutesAfterNoon(61);
    const before: (SurveyRevision | undefined)[] = [];
    await submitSurvey({ ...submission('mali', 's2'), round: 'next' }, async (_, previous) => {
      before.push(previous);
    });
    expect(before).toMatchObject([{ round: ROUND, revision: 1 }]);
  });
});

test('what is submitted about copies holds for all offices of the agency from then on', async () => {
  await answer('mali', 'a', 'q1', yes);
  await rows('mali', 'b', { p1: needs(true, false), p2: needs(true, true) });
  expect(await CopyModel.countDocuments()).toBe(0);
  await submit('mali', 'c');
  clock.now = minutesAfterNoon(5);
  await rows('mali', 'd', { p2: needs(false, false) }, { p2: 1 });
  await submit('mali', 'e');
  await submit('mali', 'e');
  const stored = await CopyModel.find({ agency: HERE }).sort({ procedure: 1 }).lean();
  expect(
    stored.map(({ procedure, idCard, house, before }) => ({ procedure, idCard, house, before })),
  ).toMatchObject([
    { procedure: 'p1', ...needs(true, false) },
    { procedure: 'p2', ...needs(false, false), before: needs(true, true) },
  ]);
});

async function collected<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}
