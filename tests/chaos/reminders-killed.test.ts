/** Reminders by real processes that are killed or stand still at one exact write: each person gets each message once. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { CalendarDate } from '../../models/thai/calendar.ts';
import { at, pinOf, putDeadline, putNewYear, putOffices, putOfficials } from '../jobs/reminder-country.ts';
import { ReminderStand } from './reminder-stand.ts';
import type { Meeting } from './write-gate.ts';

const OFFICES = 30;
/** Somebody who works for two agencies. */
const PEOPLE = OFFICES + 1;

let clock = at('2021-01-04', 9);
let stand: ReminderStand;
/** What each person should have got so far. */
const should = Array.from({ length: PEOPLE }, () => 0);
const done = new Set<number>();

beforeAll(async () => {
  stand = await ReminderStand.open(() => clock, PEOPLE);
  await putNewYear();
  await putOffices(OFFICES);
  await putOfficials([
    ...Array.from({ length: OFFICES }, (_, index) => ({
      n: index + 1,
      agencies: [index + 1],
      language: index % 2 === 0 ? ('th' as const) : ('en' as const),
    })),
    { n: PEOPLE, agencies: [29, 30] },
  ]);
  await putDeadline('wide', { remindBefore: [24, 20, 14, 7, 3, 1, 0] });
}, 60_000);
afterAll(() => stand.close());

/** One more message for everybody who is not done. */
function everybodyIsDue(): void {
  for (let n = 1; n <= PEOPLE; n += 1) if (!done.has(n)) should[n - 1] = (should[n - 1] ?? 0) + 1;
}

async function finishes(n: number): Promise<void> {
  await pinOf(n);
  done.add(n);
}

/** What is left of the day: the job again, and all is sent. */
async function restOf(day: CalendarDate): Promise<void> {
  await stand.leaseRunsOut();
  const { job } = await stand.startJob(at(day, 9, 10));
  expect({ ended: await job.ended(), said: job.said }).toMatchObject({ ended: 0 });
}

/** LINE has taken a message, and nobody has noted it. */
const notNoted = (nth: number): Meeting => ({ nth, when: 'before', command: 'update' });

// The job's writes are, in this order: the old ones dropped, the planned ones taken over, everybody planned; then for each
// of the texts the batch, its claims, the outbox, and the batch again.
test.each<[CalendarDate, Meeting, Meeting, { answersAreLost?: true }]>([
  ['2021-01-07', { nth: 3, when: 'after' }, notNoted(1), {}],
  ['2021-01-15', { nth: 5, when: 'after' }, notNoted(1), { answersAreLost: true }],
  ['2021-01-22', { nth: 7, when: 'before' }, notNoted(2), {}],
  ['2021-01-28', { nth: 9, when: 'after' }, { nth: 1, when: 'after', command: 'update' }, {}],
])(
  '%s: of two jobs one is killed at %o; the sender at %o, %o',
  async (day, ofJob, ofSender, { answersAreLost }) => {
    clock = at(day, 9);
    await finishes(Number(day.slice(-2)));
    everybodyIsDue();
    if (answersAreLost) stand.loseAnswers();
    const sender = await stand.startSending(at(day, 9, 11), ofSender);
    const jobs = await Promise.all([stand.startJob(clock, ofJob), stand.startJob(clock, ofJob)]);

    const endings = await Promise.all(jobs.map(({ job }) => job.ended()));
    expect(endings.sort()).toEqual([0, 'SIGKILL']);
    expect(jobs.some(({ job }) => job.said.includes('another process is running it'))).toBe(true);
    await restOf(day);
    expect(await sender.ended()).toBe('SIGKILL');

    stand.answersArrive();
    const next = await stand.startSending(at(day, 9, 20));
    await stand.allIsSent();
    next.kill();
    expect(stand.received(PEOPLE)).toEqual(should);
  },
  120_000,
);

test('a job that stands still before it binds anybody while another one does it all', async () => {
  const day = '2021-01-29';
  clock = at(day, 9);
  everybodyIsDue();
  const stood = Promise.withResolvers<void>();
  const first = await stand.startJob(clock, { nth: 5, when: 'before' }, () => stood.resolve());
  await stood.promise;
  await restOf(day);
  first.letGo();
  await first.job.ended();
  // It ends with nothing left to do, or with having been taken over, by where exactly it stood.
  expect(first.job.said).toMatch(/pushed 0|was taken over/);
  const sender = await stand.startSending(at(day, 9, 20));
  await stand.allIsSent();
  await restOf(day);
  sender.kill();
  expect(stand.received(PEOPLE)).toEqual(should);
}, 120_000);
