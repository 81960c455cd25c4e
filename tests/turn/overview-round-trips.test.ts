/** A coordinator's overview of the whole country asks the database a few times, however many agencies there are. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { putAgencies } from '../../models/agency.ts';
import { connectModels, disconnectModels } from '../../models/connection.ts';
import { REMIND_BEFORE } from '../../models/deadline.ts';
import { putDeadlines } from '../../models/deadline-register.ts';
import { giveRole } from '../../models/person.ts';
import { claimId } from '../../models/reminder-claim.ts';
import { addDays, bangkokDate } from '../../models/thai/calendar.ts';
import { allEnded, emptyDatabase, runService } from '../builders/running-service.ts';
import { openTestDatabase, type TestDatabase } from '../builders/test-database.ts';
import { fromPerson, personNumber, textEvent } from '../builders/webhook-events.ts';
import { agencyCode, anAgency } from '../models/register-builder.ts';

const COMMANDS_AT_MOST = 26;
const NOW = new Date('2021-01-25T09:00:00+07:00');
const TODAY = bangkokDate(NOW);
const COORDINATOR = personNumber(9_000);
const PROVINCES = 20;

let database: TestDatabase;
let bot: ReturnType<typeof runService>;
const commands: string[] = [];

beforeAll(async () => {
  database = await openTestDatabase();
  await connectModels(`${database.uri}${database.uri.includes('?') ? '&' : '?'}monitorCommands=true`);
  mongoose.connection.getClient().on('commandStarted', ({ commandName, command }) => {
    commands.push(`${commandName} ${command.collection ?? command[commandName]}`);
  });
  bot = runService({ now: () => NOW });
});
afterEach(emptyDatabase);
afterAll(async () => {
  await bot.stop();
  await disconnectModels();
  await database.close();
});

const province = (n: number) => String(10 + (n % PROVINCES));
const numbers = (count: number) => Array.from({ length: count }, (_, n) => n + 1);

/** Agencies over all provinces, each with an official who was not reminded, somebody who waits, and an overdue case. */
async function fill(count: number): Promise<void> {
  const agencies = numbers(count).map((n) =>
    anAgency(n, { provinceCode: province(n), districtCode: `${province(n)}01` }),
  );
  await putAgencies(agencies, { by: 'import', at: NOW });
  const wide = {
    id: 'wide',
    title: { th: 'ปักหมุด' },
    what: 'pinned' as const,
    scope: 'country',
    kinds: [],
    opensOn: addDays(TODAY, -20),
    closesOn: addDays(TODAY, 20),
    remindBefore: [...REMIND_BEFORE],
  };
  // Each province has a day of its own.
  const inner = numbers(PROVINCES).map((n) => ({
    ...wide,
    id: `inner-${n}`,
    scope: `province:${province(n)}`,
    closesOn: addDays(TODAY, n - 10),
    within: 'wide',
  }));
  await putDeadlines([wide, ...inner], { by: 'manage', at: NOW });
  const role = (n: number) => ({ role: 'official', agency: agencyCode(n), key: `official:${agencyCode(n)}` });
  const since = { since: NOW, by: 'manage', change: 'seed' };
  await insert('people', count, (n) => ({ _id: personNumber(n), roles: [{ ...role(n), ...since }] }));
  await insert('reminder_claims', count, (n) => ({
    _id: claimId(TODAY, personNumber(n)),
    day: TODAY,
    person: personNumber(n),
    items: [{ deadline: 'wide', agency: agencyCode(n) }],
    urgency: 1,
    state: 'held',
    fence: 1,
    createdAt: NOW,
  }));
  await insert('registrations', count, (n) => ({
    _id: `registration-${n}`,
    person: personNumber(1_000 + n),
    agency: agencyCode(n),
    profile: {},
    state: 'waiting',
    at: NOW,
  }));
  await insert('complaints', count, (n) => ({
    _id: `case-${n}`,
    code: `C${n}`,
    slot: `slot-${n}`,
    reporter: personNumber(2_000 + n),
    agency: agencyCode(n),
    place: { provinceCode: province(n) },
    state: 'received',
    level: 'office',
    dueOn: addDays(TODAY, -1),
  }));
}

async function insert(
  name: string,
  count: number,
  make: (n: number) => { _id: string } & Record<string, unknown>,
): Promise<void> {
  await mongoose.connection
    .collection<{ _id: string } & Record<string, unknown>>(name)
    .insertMany(numbers(count).map(make));
}

/** The commands of one look, and what it says. */
async function look(scope: string): Promise<{ made: string[]; said: string }> {
  await giveRole(COORDINATOR, { role: 'coordinator', scope }, { by: 'manage', at: NOW, key: 'seed' });
  const source = fromPerson(COORDINATOR);
  await bot.send(textEvent('เริ่มต้น', { source }), textEvent('1', { source }));
  await bot.send(textEvent('ยอมรับ', { source }));
  commands.length = 0;
  await bot.send(textEvent('ความคืบหน้า', { source }));
  await allEnded();
  const made = commands.filter((one) => !/ (?:inbox|conversations|outbox|notes)$/.test(one)).sort();
  return { made, said: JSON.stringify(bot.line.arrived.at(-1)?.messages) };
}

const isCountry = (scope: string) => scope === 'country';

describe.each(['country', 'province:11'])('an overview of %s', (scope) => {
  test('takes the same few commands with 30 agencies and with 300', async () => {
    await fill(30);
    const few = await look(scope);
    await emptyDatabase();
    await fill(300);
    const many = await look(scope);
    expect(many.made).toEqual(few.made);
    // All that waits was counted.
    const [fewer, more] = isCountry(scope) ? [30, 300] : [2, 15];
    expect(few.said).toContain(`${fewer} หน่วยงาน`);
    for (const words of ['คน', 'เรื่อง', 'หน่วยงาน']) expect(many.said).toContain(` ${more} ${words}`);
    expect(many.made.length).toBeLessThanOrEqual(COMMANDS_AT_MOST);
  });
});
