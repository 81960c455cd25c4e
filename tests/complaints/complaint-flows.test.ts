// What transcripts cannot show of complaints: forwarding that is set up, and how much is said at once.
import { describe, expect, test } from '@jest/globals';
import { createRenderer } from '../../bot/line/render/renderer.ts';
import { judge } from '../../bot/simulator/message-rules/judge.ts';
import { messagesSchema } from '../../bot/simulator/message-rules/messages.ts';
import { beginningOf, LONGEST_WORDS, wordsOf } from '../../flows/complaints/case-answers.ts';
import { historyOf, isCut, picturesOf, wholeHistory } from '../../flows/complaints/case-history.ts';
import { looksLikeCode } from '../../flows/complaints/case-list.ts';
import { isBareNo, isOnlyPolite, saysSolved } from '../../flows/complaints/case-typed.ts';
import { complain } from '../../flows/complaints/complain.ts';
import type { ComplaintStep, OwnCase } from '../../flows/complaints/complaint.ts';
import type { Outcome } from '../../flows/effects.ts';
import type { At } from '../../flows/engine/flow.ts';
import type { Message } from '../../flows/engine/message.ts';
import { citizen } from '../../flows/engine/who.ts';
import type { LookUps } from '../../flows/look-ups.ts';
import { allTexts } from '../../flows/registry.ts';
import { noPeople } from '../fakes/no-people.ts';
import { noPins } from '../fakes/no-pins.ts';
import { nothingElse } from '../fakes/nothing-else.ts';

const renderer = createRenderer(allTexts, { address: 'https://pakmud.example', chartKey: 'key' });
const NOW = '2018-05-08T02:30:00.000Z';

const find: LookUps = {
  ...nothingElse,
  people: noPeople,
  pins: noPins,
  pinsNear: async () => [],
  pinsNamed: async () => [],
  pin: async () => undefined,
  draftsOf: async () => [],
};

function at(outcomes: Outcome[]): At<Record<string, unknown>> {
  const person = { person: 'U1', language: 'en' as const, consent: null, who: citizen };
  return { data: {}, ...person, now: NOW, run: 'run', turn: 'turn', find, outcomes };
}

async function saidWhenSent(outcome: Outcome): Promise<string> {
  const { sent } = complain.steps;
  if (!sent || !('close' in sent)) throw new Error('sending is the end');
  const { messages } = await sent.close(at([outcome]));
  return JSON.stringify(messages);
}

describe('what is said of 1111', () => {
  test('is that it goes there, only when it does', async () => {
    const goes = await saidWhenSent({
      of: 'sendComplaint',
      result: 'sent',
      code: 'RY-4F7K2-M9',
      forwards: true,
    });
    const stays = await saidWhenSent({
      of: 'sendComplaint',
      result: 'sent',
      code: 'RY-4F7K2-M9',
      forwards: false,
    });
    expect([goes.includes('goesTo1111'), goes.includes('notTo1111')]).toEqual([true, false]);
    expect([stays.includes('goesTo1111'), stays.includes('notTo1111')]).toEqual([false, true]);
  });
});

describe('words', () => {
  // Four UTF-16 units and one letter to a reader; few phones draw it, but anybody may send it.
  const wide = 'ก็้่';

  test('are counted as people see them', () => {
    const { read } = wordsOf({ min: 1 });
    expect(read({ kind: 'text', text: 'น้ำ'.repeat(LONGEST_WORDS), shown: [] }, NOW).ok).toBe(true);
    expect(read({ kind: 'text', text: 'ก'.repeat(LONGEST_WORDS + 1), shown: [] }, NOW).ok).toBe(false);
  });

  test('keep their lines', () => {
    expect(wordsOf({ min: 1 }).read({ kind: 'text', text: 'ก\n\n\n\nข ', shown: [] }, NOW)).toEqual({
      ok: true,
      value: 'ก\n\nข',
    });
  });

  test('are never cut inside a letter', () => {
    expect(beginningOf(wide.repeat(5), 2)).toBe(`${wide.repeat(2)}…`);
    expect(beginningOf('ก ข', 3)).toBe('ก ข');
  });
});

describe('a case with very much said', () => {
  const step = (what: ComplaintStep['what']): ComplaintStep => ({
    at: NOW,
    what,
    by: 'office',
    words: 'ก้'.repeat(2_000),
  });
  const photos = Array.from({ length: 5 }, (_, n) => `photo${n}-key${n}`);
  const found: OwnCase = {
    code: 'RY-4F7K2-M9',
    state: 'working',
    level: 'office',
    category: 'road',
    target: { pin: 'ABC234', name: { th: 'อบต.เขาใหม่' } },
    words: 'ก้'.repeat(2_000),
    photos,
    steps: [
      step('received'),
      ...Array.from({ length: 40 }, () => step('said')),
      { ...step('solved'), photos },
    ],
    isFollowed: false,
    reopened: 0,
  };

  test.each<[string, Message[]]>([
    ['history', [historyOf(found, 'th')]],
    ['photos', picturesOf(found)],
    ['words in full', wholeHistory(found, 'th', 0).messages],
    ['the end of the words in full', wholeHistory(found, 'th', 13).messages],
  ])('%s can be sent', (_, messages) => {
    const rendered: unknown = JSON.parse(JSON.stringify(renderer.render({ messages, quick: [] }, 'th')));
    expect(messages.length).toBeGreaterThan(0);
    expect(judge(messagesSchema, rendered)).toEqual([]);
  });
});

describe('photos of a case', () => {
  const step = (what: 'received' | 'solved' | 'disputed', ...photos: string[]) => ({
    at: NOW,
    what,
    by: 'office' as const,
    photos,
  });
  const labels = (photos: string[], ...steps: ReturnType<typeof step>[]) =>
    picturesOf({ code: 'RY-4F7K2-M9', words: '', photos, steps }).flatMap((message) =>
      'pictures' in message
        ? message.pictures.map(({ path, label }) => [
            path.slice('/photos/'.length, -'-k.jpg'.length),
            typeof label === 'string' || !('key' in label) ? label : label.key.split(':')[1],
          ])
        : [],
    );
  const five = (name: string) => Array.from({ length: 5 }, (_, n) => `${name}${n}-k`);

  test('a later solution hides no photo of an earlier one; the newest come first', () => {
    const twice = labels(['r-k'], step('solved', 'a-k'), step('disputed'), step('solved', 'b-k', 'c-k'));
    expect(twice).toEqual([
      ['r', 'fromReporter'],
      ['b', 'evidenceOf'],
      ['c', 'evidenceOf'],
      ['a', 'evidenceOf'],
    ]);
    expect(labels([], step('solved', 'a-k'))).toEqual([['a', 'evidence']]);
    expect(labels([], step('solved', 'a-k'), step('solved'))).toEqual([['a', 'evidenceOf']]);
  });

  test('ten at most, of each solution some', () => {
    const many = labels(five('r'), step('solved', ...five('a')), step('solved', ...five('b')));
    expect(many.map(([id]) => id)).toEqual(['r0', 'r1', 'r2', 'r3', 'r4', 'b0', 'b1', 'b2', 'a0', 'a1']);
    expect(labels([], step('solved', ...five('a')), step('solved', ...five('b')))).toHaveLength(10);
  });
});

describe('a long history', () => {
  const at = (n: number) => new Date(Date.parse(NOW) + n * 60_000).toISOString();
  const history = (count: number): OwnCase => ({
    code: 'RY-4F7K2-M9',
    state: 'working',
    level: 'office',
    category: 'road',
    target: { pin: 'ABC234', name: { th: 'อบต.เขาใหม่' } },
    words: 'ไฟถนนดับทั้งซอย',
    photos: [],
    steps: Array.from({ length: count }, (_, n) => ({
      at: at(n),
      what: n === 0 ? ('received' as const) : ('answered' as const),
      by: 'office' as const,
      ...(n > 0 && { words: `step ${n}` }),
    })),
    isFollowed: false,
    reopened: 0,
  });
  const rowsOf = (found: OwnCase) => {
    const shown = historyOf(found, 'th');
    return 'rows' in shown ? shown.rows.map((row) => JSON.stringify(row)) : [];
  };

  test.each([
    [8, undefined],
    [9, 'oneMore'],
    [12, '"count":4'],
  ])('of %i steps always has the first, with the words, and the latest', (count, between) => {
    const rows = rowsOf(history(count));
    expect(rows.at(0)).toContain('ไฟถนนดับทั้งซอย');
    expect(rows.at(-1)).toContain(`step ${count - 1}`);
    expect(rows.findIndex((row) => row.includes('between'))).toBe(between ? 1 : -1);
    if (between) expect(rows[1]).toContain(between);
    expect(rows).toHaveLength(between ? 9 : 8);
    expect(isCut(history(count))).toBe(between !== undefined);
  });

  test('can be read in full: every step, in order, nothing twice', () => {
    const found = history(12);
    const { messages, pages } = wholeHistory(found, 'th', 0);
    const said = JSON.stringify(messages);
    expect(pages).toBe(1);
    const places = Array.from({ length: 11 }, (_, n) => said.indexOf(`"step ${n + 1}"`));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(Math.min(...places)).toBeGreaterThan(said.indexOf('ไฟถนนดับทั้งซอย'));
    expect(said.split('"step 7"')).toHaveLength(2);
  });
});

test('thanks answer nothing, “not yet” is not why, and “solved, but …” is not solved', () => {
  expect(['ค่ะ', 'ครับ', 'OK', 'ขอบคุณค่ะ', 'โอเคครับ', '🙏', 'thanks!'].every(isOnlyPolite)).toBe(true);
  expect(['ใช่', 'เมื่อวาน', 'ok it was Monday'].some(isOnlyPolite)).toBe(false);
  expect([isBareNo('ยังค่ะ'), isBareNo('ยังดับอยู่')]).toEqual([true, false]);
  expect(['แก้แล้วค่ะ', 'เรียบร้อยแล้ว', 'It is fixed'].every(saysSolved)).toBe(true);
  expect(['ยังไม่แก้', 'แก้แล้วแต่ยังรั่ว', 'not fixed', 'ไฟดับ'].some(saysSolved)).toBe(false);
});

test('codes are told from commands', () => {
  expect(['RY-4F7K2-M9', 'ry4f7k2m9', 'ry ๔f7k2 m9'].every(looksLikeCode)).toBe(true);
  expect(['ค้นหา', 'หน้า 2', 'a code that is much too long to be one 7'].some(looksLikeCode)).toBe(false);
});
