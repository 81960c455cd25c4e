/**
 * A country to be reminded: agencies, officials, deadlines, the holidays around a New Year, a clock that is moved, and a
 * LINE that notes what arrives. What people get is told by LINE alone.
 */
import mongoose from 'mongoose';
import { sendReminders } from '../../jobs/send-reminders.ts';
import { putAgencies } from '../../models/agency.ts';
import { connectModels, disconnectModels } from '../../models/connection.ts';
import '../../models/deadline.ts';
import { putHolidays } from '../../models/holiday.ts';
import { bangkokDate, type CalendarDate, startOfBangkokDay } from '../../models/thai/calendar.ts';
import { runDelivery } from '../builders/running-delivery.ts';
import { openTestDatabase, type TestDatabase } from '../builders/test-database.ts';
import { until } from '../builders/until.ts';
import { personNumber } from '../builders/webhook-events.ts';
import { FakeLine, type HandedCall } from '../fakes/fake-line.ts';
import { agencyCode, anAgency } from '../models/register-builder.ts';
import { JobProcesses } from './reminder-processes.ts';

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

/** Whom a call was for. */
export function peopleOf(call: HandedCall): string[] {
  if (call.way === 'multicast') return call.to;
  return call.way === 'push' ? [call.to] : [];
}

/** The country of one test file: its database, its clock, its job processes and its LINE. */
export class ReminderCountry {
  clock = AT;
  line = new CountingLine(() => this.clock);
  processes = new JobProcesses();
  #database: TestDatabase | undefined;

  readonly now = (): Date => this.clock;

  async open(): Promise<void> {
    this.#database = await openTestDatabase();
    await connectModels(this.#database.uri);
  }

  async close(): Promise<void> {
    await disconnectModels();
    await this.#database?.close();
  }

  /** Begins anew at an instant: nobody lives here yet, and nothing was sent. */
  async begin(instant: Date): Promise<void> {
    await emptyDatabase();
    this.clock = instant;
    this.line = new CountingLine(this.now);
    this.processes = new JobProcesses();
    await putNewYear();
  }

  /** Delivers what is due in the outbox at the clock's time. */
  async deliver(): Promise<void> {
    const delivery = runDelivery(this.line, this.now);
    const due = { state: 'waiting', dueAt: { $lte: this.clock } };
    await until('all that is due is sent', async () => (await raw('outbox').countDocuments(due)) === 0);
    await delivery.stop();
  }

  /** One run of the job at an instant, delivered. */
  async runAt(instant: Date): Promise<Record<string, number>> {
    this.clock = instant;
    const counts = await this.processes.run(sendReminders, instant);
    await this.deliver();
    return counts;
  }
}
