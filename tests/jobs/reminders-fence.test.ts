/**
 * The fence alone: a process that stands still between asking for its lease and writing, until its lease ran out and
 * another one has taken over, comes back and writes what it had in mind. None of it may count.
 */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Job } from '../../jobs/job.ts';
import { runJob } from '../../jobs/run-job.ts';
import { sendReminders } from '../../jobs/send-reminders.ts';
import { keepPushCounters } from '../../models/push-quota.ts';
import { agencyCode } from '../models/register-builder.ts';
import {
  at,
  pinOf,
  putDeadline,
  putOffices,
  putOfficials,
  ReminderCountry,
  raw,
} from './reminder-country.ts';

const DAY = '2021-01-29';
const OFFICES = 8;
/** Asks for its lease no more often than this in one run over eight agencies. */
const CHECKS_AT_MOST = 12;
const LEASE = 60_000;

const country = new ReminderCountry();
beforeAll(() => country.open());
afterAll(() => country.close());

/** Eight officials on a day of reminders: one talks with the bot, one is done already, and there is a budget. */
async function eight(): Promise<void> {
  await country.begin(at(DAY, 9));
  await putOffices(OFFICES);
  await putOfficials(
    Array.from({ length: OFFICES }, (_, index) => ({
      n: index + 1,
      agencies: [index + 1],
      language: index % 2 === 0 ? ('th' as const) : ('en' as const),
      ...(index === 1 && { talkedAt: at(DAY, 8, 58) }),
    })),
  );
  await putDeadline('wide', {});
  await keepPushCounters({ limit: 500, used: 0, budget: 500 }, at(DAY, 8, 50));
}

/** The job as one process runs it, standing still right after it has asked for its lease for the `nth` time. */
class Paused {
  readonly #goOn = Promise.withResolvers<void>();
  readonly #stood = Promise.withResolvers<boolean>();
  readonly ended: Promise<unknown>;

  constructor(holder: string, nth: number, standsStill: () => boolean | Promise<boolean> = () => true) {
    let asked = 0;
    const job: Job = {
      ...sendReminders,
      run: (now, lease) => {
        const check = async () => {
          await lease.check();
          if (!(await standsStill())) return;
          asked += 1;
          if (asked !== nth) return;
          this.#stood.resolve(true);
          await this.#goOn.promise;
        };
        return sendReminders.run(now, { fence: lease.fence, check });
      },
    };
    const { clock } = country;
    this.ended = runJob(job, { now: clock, clock: country.now, holder, leaseMilliseconds: LEASE })
      .catch((error: unknown) => error)
      .finally(() => this.#stood.resolve(false));
  }

  /** Whether it came so far. */
  get standsStill(): Promise<boolean> {
    return this.#stood.promise;
  }

  goOn(): Promise<unknown> {
    this.#goOn.resolve();
    return this.ended;
  }
}

const claims = () => raw('reminder_claims').find().sort({ _id: 1 }).toArray();
const arePlanned = async () =>
  (await raw('reminder_claims').countDocuments({ state: 'planned', fence: 2 })) > 0;

/** What is in the outbox, and what waits for a reply. */
const onTheirWay = async () => [
  await raw('outbox').find().sort({ _id: 1 }).toArray(),
  await raw('notes').find().sort({ _id: 1 }).toArray(),
];

/** The lease runs out. */
const wait = (milliseconds: number) => {
  country.clock = new Date(country.clock.getTime() + milliseconds);
};

/** The rest of the morning; who had it with the next reply does not say another word. */
async function restOfTheMorning(): Promise<number[]> {
  await country.deliver();
  for (const [hour, minute] of [
    [9, 10],
    [9, 50],
    [10, 0],
  ] as const) {
    country.clock = at(DAY, hour, minute);
    expect(await new Paused('later', 0).ended).toMatchObject({ ran: true });
    await country.deliver();
  }
  return Array.from({ length: OFFICES }, (_, index) => country.line.countsOn(DAY).get(index + 1) ?? 0);
}

const EACH_ONE = Array.from({ length: OFFICES }, () => 1);

describe('a holder that stands still before its batch of writes', () => {
  test('writes nothing any more once the second one has everybody in hand; each is told once', async () => {
    let pauses = 0;
    for (let nth = 1; nth <= CHECKS_AT_MOST; nth += 1) {
      await eight();
      // What the first one, having planned it, sees as done is not done any more when the second one looks.
      const first = new Paused('first', nth, async () => {
        const [planned, pins] = [await claims(), await raw('pins').countDocuments()];
        if (planned.length === OFFICES && pins === 0) await pinOf(3);
        return true;
      });
      if (!(await first.standsStill)) break;
      pauses += 1;
      await raw('pins').updateOne({ agency: agencyCode(3) }, { $set: { state: 'retired' } });
      wait(LEASE + 1);
      const second = new Paused('second', 1, arePlanned);
      expect(await second.standsStill).toBe(true);

      const [inHand, sent] = [await claims(), await onTheirWay()];
      expect(inHand).not.toHaveLength(0);
      await first.goOn();
      const mine = new Set(inHand.map(({ _id }) => _id));
      expect({ nth, after: (await claims()).filter(({ _id }) => mine.has(_id)) }).toEqual({
        nth,
        after: inHand,
      });
      expect(await onTheirWay()).toEqual(sent);

      await second.goOn();
      expect({ nth, got: await restOfTheMorning() }).toEqual({ nth, got: EACH_ONE });
    }
    // Planning, looking, what is dropped and noted, what is sent.
    expect(pauses).toBeGreaterThanOrEqual(4);
  }, 60_000);

  test('leaves alone what the second one has in hand where it finds no pushes left', async () => {
    await eight();
    await keepPushCounters({ limit: 500, used: 0, budget: 2 }, at(DAY, 8, 50));
    // Right before it sends what it may, and holds the rest.
    const first = new Paused('first', 5);
    expect(await first.standsStill).toBe(true);
    wait(LEASE + 1);
    const second = new Paused('second', 1, arePlanned);
    expect(await second.standsStill).toBe(true);
    const inHand = await claims();
    await first.goOn();
    expect(await claims()).toEqual(inHand);
    expect(await raw('reminder_claims').countDocuments({ state: 'held' })).toBe(0);
    await keepPushCounters({ limit: 500, used: 0 }, at(DAY, 8, 50));
    await second.goOn();
    expect(await restOfTheMorning()).toEqual(EACH_ONE);
  });
});
