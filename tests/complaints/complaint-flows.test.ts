// What transcripts cannot show of complaints: forwarding that is set up, and how much is said at once.
import { describe, expect, test } from '@jest/globals';
import { createRenderer } from '../../bot/line/render/renderer.ts';
import { judge } from '../../bot/simulator/message-rules/judge.ts';
import { messagesSchema } from '../../bot/simulator/message-rules/messages.ts';
import { beginningOf, LONGEST_WORDS, wordsOf } from '../../flows/complaints/case-answers.ts';
import { historyOf, picturesOf, wholeWords } from '../../flows/complaints/case-history.ts';
import { looksLikeCode } from '../../flows/complaints/case-list.ts';
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
    expect(read({ kind: 'text', text: 'น้ำ'.repeat(LONGEST_WORDS) }, NOW).ok).toBe(true);
    expect(read({ kind: 'text', text: 'ก'.repeat(LONGEST_WORDS + 1) }, NOW).ok).toBe(false);
  });

  test('keep their lines', () => {
    expect(wordsOf({ min: 1 }).read({ kind: 'text', text: 'ก\n\n\n\nข ' }, NOW)).toEqual({
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
    ['words in full', wholeWords(found, 'th')],
  ])('%s can be sent', (_, messages) => {
    const rendered: unknown = JSON.parse(JSON.stringify(renderer.render({ messages, quick: [] }, 'th')));
    expect(messages.length).toBeGreaterThan(0);
    expect(judge(messagesSchema, rendered)).toEqual([]);
  });
});

test('codes are told from commands', () => {
  expect(['RY-4F7K2-M9', 'ry4f7k2m9', 'ry ๔f7k2 m9'].every(looksLikeCode)).toBe(true);
  expect(['ค้นหา', 'หน้า 2', 'a code that is much too long to be one 7'].some(looksLikeCode)).toBe(false);
});
