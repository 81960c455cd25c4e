// Which three things a digest calls urgent, and in which order.

import { describe, expect, test } from '@jest/globals';
import { compileDigest, type OwnStanding } from '../../models/digest-news.ts';

const NOW = new Date('2021-01-25T08:30:00+07:00');

const deadline = (id: string, closesOn: string, missing = 2): OwnStanding['deadlines'][number] => ({
  deadline: {
    id,
    title: { th: id },
    what: 'pinned',
    scope: 'country',
    kinds: [],
    opensOn: '2021-01-01',
    closesOn,
    remindBefore: [],
  },
  done: 10 - missing,
  all: 10,
  overdue: 0,
});

type Waiting = { overdue?: number; waiting?: number };

function urgent(
  deadlines: OwnStanding['deadlines'],
  { overdue = 0, waiting = 0 }: Waiting = {},
  state?: Parameters<typeof compileDigest>[1],
) {
  const standing = {
    deadlines,
    waiting: Array.from({ length: waiting }, () => NOW),
    cases: { all: overdue, overdue },
  };
  return compileDigest(standing, state, NOW).urgent.map((one) =>
    one.what === 'deadline' ? one.deadline : one.what,
  );
}

const LATE = [
  deadline('late-29', '2020-12-27'),
  deadline('late-10', '2021-01-15'),
  deadline('late-1', '2021-01-24'),
];

describe('the most urgent three', () => {
  test.each<[string, OwnStanding['deadlines'], Waiting, string[]]>([
    [
      'what is due today stands above three that have passed',
      [...LATE, deadline('today', '2021-01-25')],
      {},
      ['today', 'late-1', 'late-10'],
    ],
    [
      'approvals and complaints come before what has passed',
      LATE,
      { overdue: 1, waiting: 2 },
      ['complaints', 'approvals', 'late-1'],
    ],
    [
      'the nearest comes first, whatever the order they were read in',
      [deadline('in-14', '2021-02-08'), deadline('in-3', '2021-01-28'), deadline('in-0', '2021-01-25')],
      { overdue: 5, waiting: 5 },
      ['in-0', 'in-3', 'in-14'],
    ],
    [
      'there is a place for what lies ahead among all the rest',
      [...LATE, deadline('in-14', '2021-02-08')],
      { overdue: 1, waiting: 1 },
      ['in-14', 'complaints', 'approvals'],
    ],
    [
      'what is done or far away is not urgent',
      [deadline('done', '2021-01-25', 0), deadline('in-15', '2021-02-09')],
      {},
      [],
    ],
  ])('%s', (_, deadlines, waits, expected) => {
    expect(urgent(deadlines, waits)).toEqual(expected);
  });
});

test('the first ever is known as such, and only that', () => {
  const standing = { deadlines: [], waiting: [], cases: { all: 0, overdue: 0 } };
  const counts = { deadlines: [], complaints: 0, complaintsOverdue: 0 };
  expect(compileDigest(standing, undefined, NOW).isFirst).toBe(true);
  expect(compileDigest(standing, { frequency: 'daily' }, NOW).isFirst).toBe(true);
  expect(compileDigest(standing, { frequency: 'weekly', counts, sentAt: NOW }, NOW).isFirst).toBe(false);
});
