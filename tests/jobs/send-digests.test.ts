// Digests with a moved clock: when they come, what they say, and that nobody gets one twice.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { sendDigests } from '../../jobs/send-digests.ts';
import { REMIND_BEFORE } from '../../models/deadline.ts';
import { putDeadlines } from '../../models/deadline-register.ts';
import { keepDigestFrequency } from '../../models/digest-settings.ts';
import { putHolidays } from '../../models/holiday.ts';
import { noteLeft } from '../../models/left-person.ts';
import { settleAll } from '../../models/lent-roles.ts';
import { giveRole, takeRole } from '../../models/person.ts';
import { takeLeave } from '../../models/stand-in.ts';
import { change, NEXT, peopleAndAgencies } from '../models/people-builder.ts';
import { connectRegisters, emptyRegisters, NOON } from '../models/register-builder.ts';

const lease = { fence: 1, check: async () => undefined };
const at = (day: string, time = '08:30') => new Date(`2021-${day}T${time}:00+07:00`);
const run = (day: string, time?: string) => sendDigests.run(at(day, time), lease);

type Entry = { to: string; saying: { messages: { rows: unknown[]; options: { do: unknown }[] }[] } };
const outbox = () => mongoose.connection.collection('outbox').find<Entry>({}).sort({ _id: 1 }).toArray();
/** Who has got how many so far. */
async function got(): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { to } of await outbox()) counts[to] = (counts[to] ?? 0) + 1;
  return counts;
}
const said = async (person: string) =>
  JSON.stringify((await outbox()).filter(({ to }) => to === person).at(-1)?.saying ?? null);

const LATER = {
  id: 'later',
  title: { th: 'ปักหมุด' },
  what: 'pinned' as const,
  scope: 'province:91',
  kinds: [],
  opensOn: '2021-01-01',
  remindBefore: [...REMIND_BEFORE],
};

async function deadlineUntil(closesOn: string): Promise<void> {
  const fields = { title: { th: 'ลงทะเบียน' }, what: 'registered' as const, scope: 'province:91', kinds: [] };
  const days = { opensOn: '2021-01-01', closesOn, remindBefore: [...REMIND_BEFORE] };
  await putDeadlines([{ id: 'd', ...fields, ...days }], { by: 'manage', at: NOON });
}

let disconnect: () => Promise<void>;
beforeAll(async () => {
  disconnect = await connectRegisters();
});
afterAll(() => disconnect());
beforeEach(async () => {
  await emptyRegisters();
  await peopleAndAgencies();
  await takeRole('admin', { role: 'administrator' }, change('manage', 'take admin'));
});

describe('when', () => {
  // 25 January 2021 is a Monday.
  test.each<[string, string, string, number]>([
    ['Monday before 08:30', '01-25', '08:00', 0],
    ['Monday 08:30', '01-25', '08:30', 1],
    ['Monday 18:30', '01-25', '18:30', 1],
    ['Monday 19:00', '01-25', '19:00', 0],
    ['Thursday, when nobody was there before', '01-28', '09:00', 1],
    ['Saturday', '01-30', '09:00', 0],
  ])('weekly: %s', async (_, day, time, sent) => {
    await deadlineUntil('2021-02-07');
    expect((await run(day, time)).sent).toBe(sent);
  });

  test('once a week, whatever the process and the time, and again in the next', async () => {
    await deadlineUntil('2021-02-15');
    for (const day of ['02-01', '02-02', '02-03', '02-05', '02-08'])
      for (const time of ['08:30', '09:00', '12:00']) {
        await Promise.all([run(day, time), run(day, time)]);
        if (day === '02-05') expect(await got()).toEqual({ coordinator: 1 });
      }
    expect(await got()).toEqual({ coordinator: 2 });
  });

  test('a Monday that is a holiday leaves it for Tuesday', async () => {
    await deadlineUntil('2021-02-12');
    await putHolidays([{ date: '2021-02-01', name: { th: 'วันหยุด' } }], { at: NOON });
    expect((await run('02-01')).sent).toBe(0);
    expect((await run('02-02')).sent).toBe(1);
  });

  const LAST_DAYS = ['01-29', '01-30', '01-31', '02-01', '02-02', '02-03', '02-04', '02-05', '02-06'];

  test('in a deadline’s last week what has not changed is not repeated, until it is due', async () => {
    await deadlineUntil('2021-02-07');
    const days: string[] = [];
    for (const day of LAST_DAYS) if (((await run(day)).sent ?? 0) > 0) days.push(day);
    // The week of the 25th is made up for on Friday; the week's own on Monday; the end on a Sunday is told on Friday.
    expect(days).toEqual(['01-29', '02-01', '02-05']);
  });

  test('daily in a deadline’s last week, on working days only, as long as something changes', async () => {
    await deadlineUntil('2021-02-07');
    const role = { role: 'official' as const, agency: NEXT };
    for (const [n, day] of LAST_DAYS.entries()) {
      await (n % 2 === 1 ? giveRole : takeRole)('other', role, change('manage', `turn ${n}`));
      await run(day);
    }
    expect(await got()).toEqual({ coordinator: 6 });
  });

  test('who chose daily is not told the same every day either', async () => {
    await deadlineUntil('2021-02-12');
    await keepDigestFrequency('coordinator', 'daily');
    for (const day of ['02-01', '02-02', '02-03', '02-04']) await run(day);
    expect(await got()).toEqual({ coordinator: 1 });
  });

  test('what becomes urgent in between is told though nothing else has changed', async () => {
    await deadlineUntil('2021-02-17');
    await keepDigestFrequency('coordinator', 'daily');
    await deadlineUntil('2021-02-12');
    await putDeadlines([{ ...LATER, closesOn: '2021-02-17' }], { by: 'manage', at: NOON });
    const days: string[] = [];
    for (const day of ['02-01', '02-02', '02-03', '02-04'])
      if (((await run(day)).sent ?? 0) > 0) days.push(day);
    // Fourteen days before the 17th.
    expect(days).toEqual(['02-01', '02-03']);
  });

  test('a clock that steps back sends nothing again', async () => {
    await deadlineUntil('2021-02-02');
    for (const day of ['02-01', '02-02', '02-01', '02-02']) await run(day);
    // Monday's, and that of the last day.
    expect(await got()).toEqual({ coordinator: 2 });
  });
});

describe('who', () => {
  beforeEach(() => deadlineUntil('2021-01-31'));

  test('nobody who has switched it off, has left, or does not coordinate any more', async () => {
    await keepDigestFrequency('coordinator', 'off');
    expect((await run('01-25')).sent).toBe(0);
    await keepDigestFrequency('coordinator', 'daily');
    await noteLeft('coordinator', NOON);
    await mongoose.connection
      .collection<{ _id: string }>('people')
      .updateOne({ _id: 'coordinator' }, { $set: { blockedAt: NOON } });
    expect((await run('01-26')).sent).toBe(0);
    expect(await got()).toEqual({});
  });

  test('who stands in gets it too, on just these days', async () => {
    await giveRole('wide', { role: 'coordinator', scope: 'country' }, change('manage', 'wide'));
    const leave = {
      id: 'l',
      by: 'coordinator',
      codeHash: undefined,
      standIn: 'wide',
      from: '2021-01-25',
      until: '2021-01-28',
    };
    const { codeHash: _codeHash, ...wish } = leave;
    await takeLeave(wish, at('01-25', '07:00'));
    await takeRole('wide', { role: 'coordinator', scope: 'country' }, change('manage', 'take wide'));
    // On the 29th it is due, and the leave is over.
    for (const day of ['01-25', '01-29']) await run(day);
    await settleAll(at('01-29'), lease.check);
    expect(await got()).toEqual({ coordinator: 2, wide: 1 });
  });
});

describe('what', () => {
  test('nothing where nothing has changed and nothing is urgent', async () => {
    await deadlineUntil('2021-03-31');
    expect(await run('01-25')).toEqual({ sent: 0, noted: 0, held: 0, quiet: 2 });
    expect(await run('01-25', '09:00')).toEqual({ sent: 0, noted: 0, held: 0, quiet: 0 });
    expect(await got()).toEqual({});
  });

  test('what has become done since the last one, and the urgent ones with a button each', async () => {
    await deadlineUntil('2021-01-31');
    await run('01-25');
    // The first ever: there is nothing before it that could have changed.
    expect(await said('coordinator')).not.toContain('"digest-words:changed"');
    expect(await said('coordinator')).toContain('"one d - 0"');
    await giveRole('new', { role: 'official', agency: NEXT }, change('manage', 'new'));
    await run('01-26');
    expect(await said('coordinator')).toContain(
      '{"key":"digest-words:done","vars":{"title":{"th":"ลงทะเบียน"},"count":1}}',
    );
    await run('01-27');
    expect(await got()).toEqual({ coordinator: 2 });
  });

  test('the preview says as much and sends nothing', async () => {
    await deadlineUntil('2021-01-31');
    expect(await sendDigests.preview?.(at('01-25'))).toHaveLength(1);
    expect(await got()).toEqual({});
  });

  test('a crash between the message and the note of it sends nothing twice', async () => {
    await deadlineUntil('2021-01-31');
    await run('01-25');
    await mongoose.connection.collection('digests').deleteMany({});
    await run('01-25', '09:00');
    expect(await got()).toEqual({ coordinator: 1 });
  });
});
