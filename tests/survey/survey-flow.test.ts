// The survey as a conversation: made from its data, resumed anywhere, and nobody's answer overwritten unseen.
import { describe, expect, test } from '@jest/globals';
import type { Effect, Outcome } from '../../flows/effects.ts';
import { readinessSurvey } from '../../flows/survey/questions.ts';
import { survey, surveyFlow } from '../../flows/survey/survey.ts';
import { MemorySurvey, SurveyChat } from './survey-chat.ts';

async function started(kept = new MemorySurvey(), person?: string): Promise<SurveyChat> {
  const chat = new SurveyChat(survey, kept, person);
  await chat.type('แบบสำรวจ');
  await chat.tap('ถูกต้อง เริ่มเลย');
  return chat;
}

async function answerAll(chat: SurveyChat, answers: readonly string[]): Promise<string> {
  let said = '';
  for (const answer of answers) said = await chat.type(answer);
  return said;
}

const EIGHT = [
  'มี',
  '1 2',
  'เสร็จ',
  'ยี่สิบสาม',
  'ไม่แน่ใจ',
  'รอระเบียบใหม่',
  'ไม่มี',
  'ยังไม่เชื่อมโยง',
  'ไม่เพียงพอ',
  '๕',
  '2',
  'ก ค',
  'เสร็จ',
];

test('a full answer for three procedures takes at most 25 messages', async () => {
  const kept = new MemorySurvey();
  kept.addProcedures(3);
  const chat = await started(kept);
  await answerAll(chat, EIGHT);
  await chat.type('1 บัตร');
  await chat.type('2 ทะเบียนบ้าน');
  await chat.type('3 ทั้งสอง');
  await chat.tap('เสร็จ');
  const review = await chat.tap('ไม่มีข้อเสนอแนะ');
  expect(review).toContain('ตรวจดูก่อนส่ง');
  const thanks = await chat.tap('ส่งแบบสำรวจ');
  expect(thanks).toContain('ขอบคุณมาก');
  expect(chat.turns).toBeLessThanOrEqual(25);
  expect(Object.fromEntries([...kept.answers].map(([id, { value }]) => [id, value]))).toEqual({
    system: { choices: ['yes'] },
    channels: { choices: ['office', 'website'] },
    points: { number: 23 },
    plan: { choices: ['unsure'], details: { unsure: 'รอระเบียบใหม่' } },
    mou: { choices: ['no'] },
    link: { choices: ['not-linked'] },
    readers: { choices: ['short'], details: { short: 5 } },
    limits: { choices: ['some'], details: { some: ['law', 'people'] } },
    suggestion: { text: '' },
  });
  expect([...kept.matrix.values()].map(({ value }) => value)).toEqual([
    { idCard: true, house: false },
    { idCard: false, house: true },
    { idCard: true, house: true },
  ]);
});

test('without procedures there are nine questions', async () => {
  const chat = new SurveyChat(survey, new MemorySurvey());
  await chat.type('แบบสำรวจ');
  expect(await chat.tap('ถูกต้อง เริ่มเลย')).toContain('ข้อ 1 จาก 9');
});

describe('the data alone decide what is asked', () => {
  const label = (th: string) => ({ th, en: th });
  const opened = async (questions: Parameters<typeof surveyFlow>[0]) => {
    const chat = new SurveyChat(surveyFlow(questions), new MemorySurvey());
    await chat.type('แบบสำรวจ');
    return chat;
  };
  const [system, ...others] = readinessSurvey.questions;

  test('a new question is asked', async () => {
    const budget = {
      id: 'budget',
      kind: 'number',
      min: 0,
      max: 9,
      title: label('งบ'),
      text: label('มีงบกี่ล้าน'),
    } as const;
    const chat = await opened({ ...readinessSurvey, questions: [budget, ...readinessSurvey.questions] });
    expect(await chat.tap('ถูกต้อง เริ่มเลย')).toContain('ข้อ 1 จาก 10\nมีงบกี่ล้าน');
    expect(await chat.type('สาม')).toContain('ข้อ 2 จาก 10');
  });

  test('a new choice is taken, and what it asks for is asked', async () => {
    const rented = {
      id: 'rented',
      label: label('เช่าใช้'),
      asks: { kind: 'text', max: 20, text: label('เช่าจากใคร') },
    } as const;
    const changed = { ...system, choices: [...system.choices, rented] };
    const chat = await opened({ ...readinessSurvey, questions: [changed, ...others] });
    await chat.tap('ถูกต้อง เริ่มเลย');
    expect(await chat.tap('เช่าใช้')).toContain('เช่าจากใคร');
    expect(await chat.type('บริษัท')).toContain('ข้อ 2');
  });

  test('a new branch is asked only of those it is for', async () => {
    const branch = {
      id: 'which-system',
      kind: 'text',
      max: 50,
      title: label('ชื่อระบบ'),
      text: label('ระบบชื่ออะไร'),
      when: { question: 'system', chosen: ['yes'] },
    } as const;
    const questions = [system, branch, ...others];
    const chat = await opened({ ...readinessSurvey, questions });
    await chat.tap('ถูกต้อง เริ่มเลย');
    expect(await chat.type('ไม่มี')).toContain('ข้อ 2 จาก 9');
    await chat.tap('ย้อนกลับ');
    expect(await chat.type('มี')).toContain('ข้อ 2 จาก 10\nระบบชื่ออะไร');
  });
});

describe('two officials', () => {
  test('a colleague goes on where the other stopped', async () => {
    const kept = new MemorySurvey();
    const first = await started(kept);
    await answerAll(first, ['มี', '1', 'เสร็จ']);
    const second = new SurveyChat(survey, kept, 'ชบา');
    expect(await second.type('แบบสำรวจ')).toContain('ผู้ที่ตอบไว้: มะลิ');
    expect(await second.tap('ถูกต้อง เริ่มเลย')).toContain('ข้อ 3');
  });

  test('who answered meanwhile is not overwritten: both answers are shown', async () => {
    const kept = new MemorySurvey();
    const first = await started(kept);
    const second = await started(kept, 'ชบา');
    await second.type('ไม่มี');
    expect(await first.type('มี')).toContain('ชบา เพิ่งตอบข้อ “ระบบสารสนเทศ”');
    expect(kept.answers.get('system')?.value).toEqual({ choices: ['no'] });
    expect(await first.tap('ของฉัน: มี')).toContain('ข้อ 2');
    expect(kept.answers.get('system')).toEqual({ value: { choices: ['yes'] }, by: 'มะลิ', change: 2 });
  });

  test('the colleague’s answer can stay', async () => {
    const kept = new MemorySurvey();
    const first = await started(kept);
    await (await started(kept, 'ชบา')).type('ไม่มี');
    await first.type('มี');
    await first.type('ของชบา');
    expect(kept.answers.get('system')?.value).toEqual({ choices: ['no'] });
  });

  test('a row of the matrix a colleague changed meanwhile stays theirs, and is named', async () => {
    const kept = new MemorySurvey();
    kept.addProcedures(2);
    const first = await started(kept);
    const second = await started(kept, 'ชบา');
    await answerAll(first, EIGHT);
    await answerAll(second, ['แก้ข้อ 9', '1 บัตร', 'เสร็จ']);
    await first.type('1 ทะเบียนบ้าน');
    expect(await first.type('เสร็จ')).toContain('ชบา เพิ่งแก้ 1 รายการ (งานที่ 1)');
    expect(kept.matrix.get('P1')?.value).toEqual({ idCard: true, house: false });
  });
});

describe('what a write gives back is told', () => {
  /** Somebody or something comes in between reading and writing. */
  class Interrupted extends MemorySurvey {
    between: (effect: Effect) => Outcome | undefined = () => undefined;

    override perform(effect: Effect, person: string): Outcome {
      return this.between(effect) ?? super.perform(effect, person);
    }
  }

  test('a colleague who answered in the same moment is not overwritten, and named', async () => {
    const kept = new Interrupted();
    const chat = await started(kept);
    const answer = { choices: ['no'] };
    kept.between = ({ do: of }) =>
      of === 'answerSurvey' ? { of, result: 'taken-by-other', by: 'ชบา', answer, change: 1 } : undefined;
    expect(await chat.type('มี')).toContain('ข้อ “ระบบสารสนเทศ” ชบา เพิ่งตอบไว้ว่า “ไม่มี” จึงคงไว้ตามนั้น');
  });

  test.each([
    ['not-yours', 'ไม่มีสิทธิ์ตอบแทนหน่วยงานนี้แล้ว'],
    ['round-over', 'รอบสำรวจนี้ปิดแล้ว'],
  ] as const)('%s', async (result, words) => {
    const kept = new Interrupted();
    const chat = await started(kept);
    kept.between = ({ do: of }) => (of === 'answerSurvey' ? { of, result } : undefined);
    expect(await chat.type('มี')).toContain(words);
    kept.between = ({ do: of }) => (of === 'submitSurvey' ? { of, result } : undefined);
    await answerAll(chat, ['แก้ข้อ 1', ...EIGHT.slice(0, 1), 'ตอบต่อ', ...EIGHT.slice(1), 'ไม่มี']);
    expect(await chat.tap('ส่งแบบสำรวจ')).toContain(words);
  });

  test('what is missing after all', async () => {
    const kept = new Interrupted();
    const chat = await started(kept);
    await answerAll(chat, [...EIGHT, 'ไม่มี']);
    kept.between = ({ do: of }) =>
      of === 'submitSurvey' ? { of, result: 'incomplete', missing: ['points', 'mou'] } : undefined;
    expect(await chat.tap('ส่งแบบสำรวจ')).toContain('จำนวนจุดบริการประชาชน, MOU กับกรมการปกครอง');
  });
});

test('a question that a newer version no longer asks leads on without losing answers', async () => {
  const kept = new MemorySurvey();
  const chat = await started(kept);
  await chat.type('มี');
  const { questions, version } = readinessSurvey;
  chat.deploy(
    surveyFlow({
      ...readinessSurvey,
      version: version + 1,
      questions: questions.filter(({ id }) => id !== 'channels'),
    }),
  );
  expect(await chat.type('1')).toContain('ข้อ 2 จาก 8\nมีจุดบริการประชาชนกี่แห่ง');
  expect(kept.answers.get('system')?.value).toEqual({ choices: ['yes'] });
});
