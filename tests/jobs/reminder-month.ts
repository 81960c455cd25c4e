/**
 * A January for the reminders: 500 agencies, deadlines with inner ones, holidays, a clock that is moved, job processes that
 * are killed at a write, and a LINE that notes what arrives. What people get is told by LINE alone.
 */
import mongoose from 'mongoose';
import type { Job, Lease } from '../../jobs/job.ts';
import { putAgencies } from '../../models/agency.ts';
import '../../models/deadline.ts';
import { putHolidays } from '../../models/holiday.ts';
import { bangkokDate, type CalendarDate, startOfBangkokDay } from '../../models/thai/calendar.ts';
import { personNumber } from '../builders/webhook-events.ts';
import { FakeLine, type HandedCall } from '../fakes/fake-line.ts';
import { agencyCode, anAgency } from '../models/register-builder.ts';

const HOUR = 3_600_000;
export const MINUTE = 60_000;
const AT = new Date('2020-12-01T05:00:00Z');

/** Empties every collection; the indexes stay. */
export async function emptyDatabase(): Promise<void> {
  await Promise.all(Object.values(mongoose.models).map((model) => model.collection.deleteMany({})));
}

/** An instant of Bangkok: `at('2021-01-29', 9, 30)`. */
export const at = (day: CalendarDate, hour: number, minute = 0): Date =>
  new Date(startOfBangkokDay(day).getTime() + hour * HOUR + minute * MINUTE);

/** The holidays around the New Year of 2564, as the cabinet had them. */
export async function putNewYear(): Promise<void> {
  const days = ['2020-12-10', '2020-12-11', '2020-12-31', '2021-01-01'];
  await putHolidays(
    days.map((date) => ({ date, name: { th: 'วันหยุดราชการ' } })),
    { at: AT },
  );
}

/** Agencies 1 to `count`; every fifth stands in province 91, the others in 10. */
export async function putOffices(count: number): Promise<void> {
  const agencies = Array.from({ length: count }, (_, index) => {
    const provinceCode = (index + 1) % 5 === 0 ? '91' : '10';
    return anAgency(index + 1, { provinceCode, districtCode: `${provinceCode}01` });
  });
  await putAgencies(agencies, { by: 'import', at: AT });
}

/** A deadline as it is stored, without the rights of who makes it. */
export async function putDeadline(id: string, fields: Record<string, unknown>): Promise<void> {
  const first = {
    _id: id,
    title: { th: `กำหนด ${id}`, en: `Deadline ${id}` },
    what: 'pinned',
    scope: 'country',
    kinds: [],
    opensOn: '2021-01-04',
    closesOn: '2021-01-31',
    remindBefore: [14, 7, 3, 1, 0],
    remindAfter: 1,
    createdAt: AT,
    updatedAt: AT,
    ...fields,
  };
  await raw('deadlines').insertOne(first);
}

/** Somebody with roles; `agencies` are numbers. */
export type Somebody = { n: number; agencies: number[]; language?: 'th' | 'en'; talkedAt?: Date };

/** Officials and their languages, all at once. */
export async function putOfficials(people: readonly Somebody[]): Promise<void> {
  const documents = people.map(({ n, agencies }) => ({
    _id: personNumber(n),
    roles: agencies.map((agency) => ({
      key: `official:${agencyCode(agency)}`,
      role: 'official',
      agency: agencyCode(agency),
      since: AT,
      by: 'manage',
      change: `seed ${n}`,
    })),
  }));
  const talks = people.map(({ n, language = 'th', talkedAt = AT }) => ({
    _id: personNumber(n),
    revision: 1,
    state: { language },
    lastTurn: null,
    updatedAt: talkedAt,
  }));
  await raw('people').insertMany(documents);
  await raw('conversations').insertMany(talks);
}

/** A collection as it is. */
export const raw = (name: string) =>
  mongoose.connection.collection<{ _id: string } & Record<string, unknown>>(name);

/** The agency has a published pin from now on: it has done what `pinned` asks for. */
export async function pinOf(agency: number): Promise<void> {
  await raw('pins').insertOne({ _id: `pin ${agency}`, agency: agencyCode(agency), state: 'published' });
}

/** Runs a job as process after process would, each run under a greater fence. */
export class JobProcesses {
  #fence = 0;

  /** A run that nobody else knows of; the lease holds as long as no newer run began. */
  run(job: Job, now: Date): Promise<Record<string, number>> {
    this.#fence += 1;
    return job.run(now, this.#lease(this.#fence));
  }

  /** A process that was paused so long that others hold the lease: it does not even notice. */
  runUnaware(job: Job, now: Date): Promise<Record<string, number>> {
    this.#fence += 1;
    return job.run(now, { fence: this.#fence, check: async () => undefined });
  }

  #lease(fence: number): Lease {
    return {
      fence,
      check: async () => {
        if (fence !== this.#fence) throw new Killed('the lease is lost');
      },
    };
  }
}

/** What a killed process does not say. */
class Killed extends Error {
  readonly code = 'killed';
}

const WRITES = [
  'insertOne',
  'updateOne',
  'updateMany',
  'bulkWrite',
  'deleteOne',
  'deleteMany',
  'replaceOne',
  'findOneAndUpdate',
] as const;
type Write = (...given: unknown[]) => Promise<unknown>;

/**
 * While `work` runs, the `nth` write to the database fails, before it is done or right after, and every one behind it: the
 * process is dead. Whether it came so far.
 */
export async function killedAt(
  nth: number,
  when: 'before' | 'after',
  work: () => Promise<unknown>,
): Promise<boolean> {
  let writes = 0;
  try {
    await aroundWrites(work, async (write) => {
      writes += 1;
      if (writes > nth || (writes === nth && when === 'before')) throw new Killed('killed before a write');
      const result = await write();
      if (writes === nth) throw new Killed('killed after a write');
      return result;
    });
    return false;
  } catch (error) {
    if (error instanceof Killed) return true;
    throw error;
  }
}

/** While `work` runs, its process stands still before its `nth` write until `meanwhile` is done. Whether it came so far. */
export async function pausedAt(
  nth: number,
  work: () => Promise<unknown>,
  meanwhile: () => Promise<unknown>,
): Promise<boolean> {
  let writes = 0;
  let isPaused = false;
  await aroundWrites(work, async (write) => {
    if (!isPaused) writes += 1;
    if (writes === nth && !isPaused) {
      isPaused = true;
      await meanwhile();
      writes += 1;
      isPaused = false;
    }
    return write();
  });
  return writes > nth;
}

async function aroundWrites(
  work: () => Promise<unknown>,
  around: (write: () => Promise<unknown>) => Promise<unknown>,
): Promise<void> {
  // The driver's own methods, each taking and giving what it likes; they are only counted here.
  const prototype = mongoose.mongo.Collection.prototype as Record<(typeof WRITES)[number], unknown> as Record<
    (typeof WRITES)[number],
    Write
  >;
  const own = new Map(WRITES.map((name) => [name, prototype[name]]));
  for (const [name, write] of own)
    prototype[name] = function (this: unknown, ...given: unknown[]) {
      return around(() => write.apply(this, given));
    };
  try {
    await work();
  } finally {
    for (const [name, write] of own) prototype[name] = write;
  }
}

/** A LINE that counts its quota and says who got what on which day. */
export class CountingLine extends FakeLine {
  /** Who got how many messages, by day and person. */
  received(): Map<CalendarDate, Map<string, string[]>> {
    const days = new Map<CalendarDate, Map<string, string[]>>();
    for (const call of this.arrived) {
      const day = days.get(bangkokDate(call.at)) ?? new Map<string, string[]>();
      days.set(bangkokDate(call.at), day);
      for (const person of peopleOf(call))
        day.set(person, [...(day.get(person) ?? []), JSON.stringify(call.messages)]);
    }
    return days;
  }

  /** The numbers of those who got something on a day, each with how often. */
  countsOn(day: CalendarDate): Map<number, number> {
    const people = this.received().get(day) ?? new Map<string, string[]>();
    return new Map([...people].map(([person, got]) => [Number.parseInt(person.slice(1), 16), got.length]));
  }
}

function peopleOf(call: HandedCall): string[] {
  if (call.way === 'multicast') return call.to;
  return call.way === 'push' ? [call.to] : [];
}
