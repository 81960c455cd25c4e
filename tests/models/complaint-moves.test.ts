// The table of what may be done with a complaint, and its codes.

import { describe, expect, test } from '@jest/globals';
import { newComplaintCode, readComplaintCode } from '../../models/complaint-code.ts';
import { COMPLAINT_STATES } from '../../models/complaint-document.ts';
import {
  type Act,
  disputeClimbs,
  levelAbove,
  MOVES,
  type Move,
  mayMove,
  silenceLeadsTo,
} from '../../models/complaint-moves.ts';

// Who, and where each state leads: received, forwarded, working, solved, closed. A dot is what may not be done.
const TABLE: Record<Act, string> = {
  take: 'handler  working working . . .',
  ask: 'handler  . . working . .',
  answer: 'handler  . . working . .',
  forward: 'handler  forwarded . forwarded . .',
  'forward-up': 'handler  forwarded . forwarded . .',
  solve: 'handler  . . solved . .',
  say: 'reporter  received forwarded working . .',
  confirm: 'reporter  . . . closed .',
  dispute: 'reporter  . . . working .',
  'dispute-up': 'reporter  . . . forwarded .',
  withdraw: 'reporter  closed closed closed closed .',
  notice: 'time  . . . solved .',
  'close-silent': 'time  . . . closed .',
  escalate: 'time  forwarded forwarded forwarded . .',
  'note-sent': '1111  received forwarded working solved closed',
  'note-status': '1111  received forwarded working solved closed',
  'note-done': '1111  solved solved solved . .',
};

test.each(Object.entries(TABLE))('%s', (act, row) => {
  const name = act as Act;
  const move: Move = MOVES[name];
  const leadsTo = COMPLAINT_STATES.map((state) => (mayMove(name, state) ? (move.to ?? state) : '.'));
  expect(`${move.who}  ${leadsTo.join(' ')}`).toBe(row);
});

test('every move stands in the table, and nobody but the reporter and their silence closes', () => {
  expect(Object.keys(MOVES)).toEqual(Object.keys(TABLE));
  const closing = Object.entries<Move>(MOVES).filter(([, { to }]) => to === 'closed');
  expect(closing.map(([act]) => act)).toEqual(['confirm', 'withdraw', 'close-silent']);
});

test('the second dispute climbs, and each later one', () => {
  expect([0, 1, 2].map(disputeClimbs)).toEqual([false, true, true]);
});

test('levels that a place has not are passed over; there is none above the department', () => {
  const here = { districtCode: '9101', provinceCode: '91' };
  expect(levelAbove('office', here)).toBe('district');
  expect(levelAbove('district', here)).toBe('province');
  expect(levelAbove('province', here)).toBe('department');
  expect(levelAbove('department', here)).toBeUndefined();
  expect(levelAbove('office', {})).toBe('department');
});

test('silence: nothing for five days, two notices, then the end', () => {
  const at = (notices: number) => [4, 5, 9].map((days) => silenceLeadsTo(days, notices));
  expect(at(0)).toEqual([undefined, 'notice', 'notice']);
  expect(at(1)).toEqual([undefined, 'notice', 'notice']);
  expect(at(2)).toEqual([undefined, 'close', 'close']);
});

describe('codes', () => {
  const codes = Array.from({ length: 5_000 }, (_, n) => newComplaintCode(`seed ${n}`));

  test('look like RY-4F7K2-M9, hardly ever the same, never with three letters side by side', () => {
    for (const code of codes) expect(code).toMatch(/^RY-[2-9CDFHJKMNPQRTVWX]{5}-[2-9CDFHJKMNPQRTVWX]{2}$/);
    expect(new Set(codes).size).toBeGreaterThan(codes.length - 5);
    expect(codes.filter((code) => /[A-Z]{3}/.test(code.slice(3).replace('-', '')))).toEqual([]);
  });

  test('are read as people type them; one wrong symbol or two swapped ones are noticed', () => {
    for (const code of codes.slice(0, 300)) {
      const bare = code.slice(3).replace('-', '');
      expect(readComplaintCode(` ry ${bare.toLowerCase()}`)).toBe(code);
      expect(readComplaintCode(bare)).toBe(code);
      const wrong = `${bare[0] === '2' ? '3' : '2'}${bare.slice(1)}`;
      expect(readComplaintCode(wrong)).toBeUndefined();
      const [first = '', second = ''] = bare;
      if (first !== second) expect(readComplaintCode(second + first + bare.slice(2))).toBeUndefined();
    }
    for (const none of ['', 'RY-', 'ติดตาม', 'RY-4F7K2', '1234567890'])
      expect(readComplaintCode(none)).toBeUndefined();
  });
});
