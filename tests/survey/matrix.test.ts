// The matrix of 300 procedures is still bearable, and what is typed into it is understood.
import { describe, expect, test } from '@jest/globals';
import { readMatrixWords } from '../../flows/survey/matrix-words.ts';
import { survey } from '../../flows/survey/survey.ts';
import { MemorySurvey, SurveyChat } from './survey-chat.ts';

/** Twelve of three hundred, all over the list. */
const NEEDING = [3, 17, 42, 58, 99, 123, 150, 187, 211, 246, 270, 300];
const AT_MOST = 40;

async function atMatrix(kept: MemorySurvey): Promise<SurveyChat> {
  const chat = new SurveyChat(survey, kept);
  await chat.type('แบบสำรวจ');
  await chat.tap('ถูกต้อง เริ่มเลย');
  await chat.type('แก้ข้อ 9');
  return chat;
}

function needing(kept: MemorySurvey): string[] {
  return [...kept.matrix].filter(([, { value }]) => value.idCard || value.house).map(([code]) => code);
}

describe('300 procedures of which 12 need copies', () => {
  const codes = NEEDING.map((number) => `P${number}`);

  test('each searched for by name and tapped', async () => {
    const kept = new MemorySurvey();
    kept.addProcedures(300);
    const chat = await atMatrix(kept);
    const before = chat.turns;
    for (const number of NEEDING) {
      await chat.type(`งานที่ ${number}`);
      await chat.tap('☐ สำเนาบัตรประชาชน', `${number}. งานที่ ${number}`);
    }
    await chat.tap('ที่เหลือไม่ใช้สำเนา เสร็จ');
    expect(chat.turns - before).toBe(25);
    expect(chat.turns - before).toBeLessThanOrEqual(AT_MOST);
    expect(kept.matrix.size).toBe(300);
    expect(needing(kept).sort()).toEqual([...codes].sort());
  });

  test('by their numbers, in two messages', async () => {
    const kept = new MemorySurvey();
    kept.addProcedures(300);
    const chat = await atMatrix(kept);
    const before = chat.turns;
    await chat.type(`บัตร ${NEEDING.join(' ')}`);
    await chat.tap('ที่เหลือไม่ใช้สำเนา เสร็จ');
    expect(chat.turns - before).toBe(2);
    expect(kept.matrix.size).toBe(300);
    expect(needing(kept).sort()).toEqual([...codes].sort());
  });

  test('by their names', async () => {
    const kept = new MemorySurvey();
    kept.addProcedures(300);
    const chat = await atMatrix(kept);
    await chat.type(`ทะเบียนบ้าน ${NEEDING.map((number) => `งานที่ ${number}`).join(', ')}`);
    await chat.type('ที่เหลือไม่ใช้สำเนา');
    expect(needing(kept).sort()).toEqual([...codes].sort());
    expect(kept.matrix.get('P42')?.value).toEqual({ idCard: false, house: true });
  });

  test('as last year, in one tap, and none at all, in one', async () => {
    const kept = new MemorySurvey();
    kept.addProcedures(300);
    kept.lastRound = Object.fromEntries(
      kept.procedures.map(({ code }) => [code, { idCard: codes.includes(code), house: false }]),
    );
    const chat = await atMatrix(kept);
    await chat.tap('เหมือนปีก่อน');
    expect(needing(kept).sort()).toEqual([...codes].sort());
    expect(chat.step).toBe('review');
    const none = new MemorySurvey();
    none.addProcedures(300);
    const other = await atMatrix(none);
    await other.tap('ไม่ต้องใช้สำเนาเลย');
    expect(none.matrix.size).toBe(300);
    expect(needing(none)).toEqual([]);
  });

  test('page by page it would take more: that is why there are shorter ways', () => {
    expect(300 / 5 + NEEDING.length).toBeGreaterThan(AT_MOST);
  });
});

describe('what is typed into the matrix', () => {
  const both = { idCard: true, house: true };
  test.each([
    ['1 บัตร', [{ numbers: [1], set: { idCard: true } }]],
    ['บัตร 1 4 5', [{ numbers: [1, 4, 5], set: { idCard: true } }]],
    ['บัตร ๑, ๔ และ ๕ ค่ะ', [{ numbers: [1, 4, 5], set: { idCard: true } }]],
    ['บัตรประชาชน ข้อ 7-9', [{ numbers: [7, 8, 9], set: { idCard: true } }]],
    ['2 ทะเบียนบ้าน', [{ numbers: [2], set: { house: true } }]],
    ['3 ทั้งสอง', [{ numbers: [3], set: both }]],
    ['บัตร ทะเบียนบ้าน 3', [{ numbers: [3], set: both }]],
    [
      'บัตร 1 2 ทะเบียนบ้าน 3',
      [
        { numbers: [1, 2], set: { idCard: true } },
        { numbers: [3], set: { house: true } },
      ],
    ],
    [
      '1 บัตร 2 ทั้งคู่',
      [
        { numbers: [1], set: { idCard: true } },
        { numbers: [2], set: both },
      ],
    ],
    ['4 ไม่ใช้', [{ numbers: [4], set: { idCard: false, house: false } }]],
    ['ไม่ใช้บัตร 4', [{ numbers: [4], set: { idCard: false } }]],
    ['id 1 4', [{ numbers: [1, 4], set: { idCard: true } }]],
    ['house registration 2', [{ numbers: [2], set: { house: true } }]],
    ['both 3', [{ numbers: [3], set: both }]],
    ['no id 3', [{ numbers: [3], set: { idCard: false } }]],
  ])('%s marks by number', (typed, marks) => {
    const read = readMatrixWords(typed);
    expect(read.kind === 'marks' && read.marks).toEqual(marks.map((mark) => ({ ...mark, names: [] })));
  });

  test('names with commas between them, and numbers among them', () => {
    expect(readMatrixWords('บัตร แจ้งเกิด, 12, แจ้งตาย')).toMatchObject({
      kind: 'marks',
      marks: [{ names: ['แจ้งเกิด', 'แจ้งตาย'], numbers: [12], set: { idCard: true } }],
    });
  });

  test.each(['ทำบัตรใหม่', 'บัตร', 'id', 'บ้านเช่า', 'จดทะเบียนสมรส', 'identity', 'northern'])(
    '%s is searched for',
    (typed) => expect(readMatrixWords(typed)).toEqual({ kind: 'search', words: typed }),
  );

  test('a page, and bare numbers', () => {
    expect(readMatrixWords('หน้า ๑๒')).toEqual({ kind: 'page', page: 12 });
    expect(readMatrixWords('57, 60')).toEqual({ kind: 'numbers', numbers: [57, 60] });
  });
});
