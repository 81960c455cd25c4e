// Running jobs on the real engine: once under several processes, taken over after a crash, and a history of it all.
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { jobCommand, jobsCommand } from '../../bot/manage/job.ts';
import { type Job, type Lease, LeaseLost } from '../../jobs/job.ts';
import { runJob } from '../../jobs/run-job.ts';
import { connectModels, disconnectModels } from '../../models/connection.ts';
import { takeJobLease } from '../../models/job-lease.ts';
import { lastRuns, lastSuccesses } from '../../models/job-run.ts';
import { emptyDatabase } from '../builders/running-service.ts';
import { openTestDatabase, type TestDatabase } from '../builders/test-database.ts';
import { until } from '../builders/until.ts';
import { FakeClock } from '../fakes/fake-clock.ts';
import { callCommand } from '../manage/call-command.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
  await connectModels(database.uri);
});
afterAll(async () => {
  await disconnectModels();
  await database.close();
});
afterEach(() => emptyDatabase());

const NOON = new Date('2018-05-08T12:00:00+07:00');
const aJob = (run: Job['run']): Job => ({ name: 'a-job', schedule: '0 0 * * *', run });
const counting = aJob(async () => ({ things: 1 }));
const at = (holder: string, clock: () => Date = () => NOON) => ({ now: NOON, clock, holder });

describe('a job', () => {
  test('is run by one of ten processes that start together', async () => {
    const gate = Promise.withResolvers<void>();
    const slow = aJob(async () => {
      await gate.promise;
      return {};
    });
    const runs = Promise.all(
      Array.from({ length: 10 }, (_, number) => runJob(slow, at(`process ${number}`))),
    );
    await until('one of them is at it', async () => (await lastRuns(10)).length === 1);
    gate.resolve();
    expect((await runs).filter(({ ran }) => ran)).toHaveLength(1);
    expect(await lastRuns(10)).toHaveLength(1);
  });

  test('is taken over from a process that died, and the old one may not write any more', async () => {
    const clock = new FakeClock();
    const paused = await takeJobLease('a-job', {
      holder: 'dead',
      now: clock.now(),
      leaseMilliseconds: 60_000,
    });
    expect(await runJob(counting, at('next', clock.now))).toEqual({ ran: false, why: 'held-elsewhere' });
    clock.advance(60_001);
    expect(await runJob(counting, at('next', clock.now))).toMatchObject({ ran: true });
    const [last] = await lastRuns(1);
    expect(last?.fence).toBeGreaterThan(paused?.fence ?? 0);
  });

  test('does not wait for a clock that was set back an hour, neither after a run nor after a crash', async () => {
    const [later, earlier] = [new Date(NOON.getTime() + 3_600_000), () => NOON];
    await runJob(
      counting,
      at('before', () => later),
    );
    expect(await runJob(counting, at('after', earlier))).toMatchObject({ ran: true });
    await takeJobLease('a-job', { holder: 'dead', now: later, leaseMilliseconds: 60_000 });
    expect(await runJob(counting, at('after', earlier))).toMatchObject({ ran: true });
  });

  test('is not taken from a process whose clock is half a minute ahead', async () => {
    const ahead = new Date(NOON.getTime() + 30_000);
    await takeJobLease('a-job', { holder: 'ahead', now: ahead, leaseMilliseconds: 60_000 });
    expect(await runJob(counting, at('next'))).toEqual({ ran: false, why: 'held-elsewhere' });
  });

  test('that was paused and comes back late finds its lease lost', async () => {
    const clock = new FakeClock();
    const leases: Lease[] = [];
    const late = aJob(async (_now, lease) => {
      leases.push(lease);
      await lease.check();
      clock.advance(60_001);
      // In between, the next one runs from beginning to end.
      await runJob(counting, at('next', clock.now));
      await lease.check();
      return {};
    });
    await expect(runJob(late, at('late', clock.now))).rejects.toThrow(LeaseLost);
    expect((await lastRuns(2)).map(({ error }) => error)).toEqual([undefined, 'a-job was taken over']);
  });

  test('keeps its lease as long as it runs', async () => {
    let now = NOON.getTime();
    const clock = () => new Date(now);
    const long = aJob(async (_now, lease) => {
      // The clock goes on while the renewals, every 10 ms here, keep up with it.
      for (let step = 0; step < 10; step += 1) {
        now += 30;
        await new Promise((resolve) => setTimeout(resolve, 25));
        expect(await runJob(counting, at('other', clock))).toMatchObject({ ran: false });
      }
      await lease.check();
      return { steps: 10 };
    });
    const run = runJob(long, { ...at('long', clock), leaseMilliseconds: 40 });
    expect(await run).toEqual({ ran: true, counts: { steps: 10 } });
  });

  test('that fails is thrown on, kept with its error, and can run again', async () => {
    const failing = aJob(() => Promise.reject(new Error('no ink')));
    await expect(runJob(failing, at('one'))).rejects.toThrow('no ink');
    expect(await lastRuns(1)).toMatchObject([{ job: 'a-job', error: 'no ink' }]);
    expect(await lastSuccesses(['a-job'])).toEqual(new Map());
    expect(await runJob(counting, at('one'))).toMatchObject({ ran: true });
    expect(await lastSuccesses(['a-job', 'other'])).toEqual(new Map([['a-job', NOON]]));
  });
});

describe('the command line', () => {
  test('runs a job and tells of it', async () => {
    expect((await callCommand(jobCommand, ['delete-old-messages'])).last).toMatch(
      /^delete-old-messages: events 0, /,
    );
    expect((await callCommand(jobsCommand, ['delete-old-messages'])).lines).toHaveLength(1);
    const { lines } = await callCommand(jobsCommand, []);
    expect(lines).toContainEqual(expect.stringMatching(/ delete-old-messages .* s {2}events 0/));
    expect(lines).toContainEqual(expect.stringMatching(/^delete-lost-photos {2}has not run yet/));
  });

  test('says which jobs there are, and which have nothing to tell beforehand', async () => {
    await expect(callCommand(jobCommand, ['nothing'])).rejects.toThrow('delete-old-messages');
    const options = { 'dry-run': true };
    await expect(callCommand(jobCommand, ['delete-old-messages'], { options })).rejects.toThrow(
      'sends nothing',
    );
  });
});
