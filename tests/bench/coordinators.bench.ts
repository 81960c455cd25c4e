/** What coordinators of a whole country ask of the database: the screens of progress, and the digests of a Monday. */
import mongoose from 'mongoose';
import { createProgressLookUps } from '../../bot/turn/progress-look-ups.ts';
import { createReminderLookUps } from '../../bot/turn/reminder-look-ups.ts';
import { sendDigests } from '../../jobs/send-digests.ts';
import { countOverdue } from '../../models/complaint-read.ts';
import { personById } from '../../models/person.ts';
import { countWaitingFor } from '../../models/registration.ts';
import { openTestDatabase } from '../builders/test-database.ts';
import {
  ADMINISTRATOR,
  AGENCIES,
  DEADLINES,
  DEPARTMENTS,
  DISTRICTS,
  fillCountry,
  MONDAY,
  PINS,
  PROVINCES,
  PROVINCIAL,
} from './coordinators-country.ts';
import { watchMemory } from './memory.ts';
import { percentile, type Row } from './row.ts';

const TIMES = 7;
const PAGE = { skip: 0, limit: 8 };
/** The administrator and a coordinator for everything there is. */
const PEOPLE = 1 + PROVINCES + DISTRICTS + DEPARTMENTS;

/** Fills a database, opens every screen a few times, and runs the digests of a day once. */
export async function benchCoordinators(): Promise<Row[]> {
  const database = await openTestDatabase();
  await mongoose.connect(database.uri, { autoIndex: false, monitorCommands: true });
  try {
    await Promise.all(Object.values(mongoose.models).map((model) => model.createIndexes()));
    await fillCountry();
    const screens = [
      ...(await screensOf(ADMINISTRATOR, 'country')),
      ...(await screensOf(PROVINCIAL, 'province:10')),
    ];
    return [...screens, ...(await digests())];
  } finally {
    await mongoose.disconnect();
    await database.close();
  }
}

async function screensOf(person: string, scope: string): Promise<Row[]> {
  const now = () => MONDAY;
  const [progress, reminders] = [createProgressLookUps(now), createReminderLookUps(now)];
  const { roles } = await personById(person);
  const role = scope === 'country' ? 'administrator' : `coordinator:${scope}`;
  const rows = [
    await measured(`${scope}, overview`, () =>
      Promise.all([
        progress.deadlines(person),
        countWaitingFor(roles),
        countOverdue({ person, role }, MONDAY),
        reminders.countHeld(scope, person),
      ]),
    ),
  ];
  for (const { what } of DEADLINES) {
    const wish = { deadline: what, ...PAGE };
    rows.push(await measured(`${scope}, ${what}`, () => progress.of(wish, person)));
    rows.push(await measured(`${scope}, ${what}, who is missing`, () => progress.missing(wish, person)));
  }
  return rows;
}

async function measured(what: string, ask: () => Promise<unknown>): Promise<Row> {
  const times: number[] = [];
  const stopCounting = countCommands();
  for (let time = 0; time < TIMES; time += 1) {
    const started = performance.now();
    await ask();
    times.push(performance.now() - started);
  }
  const trips = stopCounting() / TIMES;
  return {
    what,
    figures: `p50 ${percentile(times, 0.5).toFixed(0)} ms, at most ${Math.max(...times).toFixed(0)} ms, ${trips} round trips`,
  };
}

async function digests(): Promise<Row[]> {
  const what = `digests of ${PEOPLE} coordinators over ${AGENCIES} agencies and ${PINS} pins`;
  const rows: Row[] = [];
  for (const time of ['all due', 'nobody due any more']) {
    const stopCounting = countCommands();
    const memory = watchMemory();
    const started = performance.now();
    const counts = await sendDigests.run(MONDAY, { fence: 1, check: async () => undefined });
    const seconds = (performance.now() - started) / 1000;
    const { first, highest } = memory();
    const trips = stopCounting();
    rows.push({
      what: `${what}, ${time}`,
      figures: `${seconds.toFixed(1)} s, ${trips} round trips (${(trips / PEOPLE).toFixed(2)} each), memory ${first} MB before, at most ${highest} MB; ${JSON.stringify(counts)}`,
    });
  }
  return rows;
}

/** Commands sent to the database from now on. */
function countCommands(): () => number {
  let count = 0;
  const client = mongoose.connection.getClient();
  const counting = () => {
    count += 1;
  };
  client.on('commandStarted', counting);
  return () => {
    client.off('commandStarted', counting);
    return count;
  };
}
