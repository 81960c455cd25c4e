/** Reminders to 40,000 officials: planned by the job, sent by delivery to a simulated LINE that keeps LINE's rates. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { sendReminders } from '../../jobs/send-reminders.ts';
import { connectModels, disconnectModels } from '../../models/connection.ts';
import { oldestUnsent } from '../../models/outbox.ts';
import { runDelivery } from '../builders/running-delivery.ts';
import { clientOf } from '../builders/running-simulator.ts';
import { openTestDatabase } from '../builders/test-database.ts';
import { until } from '../builders/until.ts';
import { at, pinOf, putDeadline, putNewYear, putOffices, putOfficials } from '../jobs/reminder-country.ts';
import type { Counted } from './line-process.ts';
import type { Row } from './row.ts';

const PEOPLE = 40_000;
/** Each of them works for two agencies and gets a text of their own. */
const EVERY_TENTH = 10;
const AT_ONCE = 2_000;
const PATIENCE = 300_000;
const MEGABYTE = 1_048_576;
const NINE = at('2021-01-29', 9);

/** Fills a database, runs the job once, and waits until the last reminder has arrived. */
export async function benchReminders(): Promise<Row[]> {
  const database = await openTestDatabase();
  await connectModels(database.uri);
  const line = await startLine();
  try {
    await fill();
    return await measure(line);
  } finally {
    line.child.disconnect();
    await disconnectModels();
    await database.close();
  }
}

async function fill(): Promise<void> {
  await putNewYear();
  await putOffices(PEOPLE);
  for (let from = 1; from <= PEOPLE; from += AT_ONCE) await putOfficials(someFrom(from));
  await putDeadline('wide', {});
  await putDeadline('inner', {
    scope: 'province:91',
    closesOn: '2021-01-30',
    remindBefore: [1],
    within: 'wide',
  });
  await putDeadline('survey', { what: 'surveyed', closesOn: '2021-02-05', remindBefore: [7] });
  await pinOf(PEOPLE);
}

const someFrom = (from: number) =>
  Array.from({ length: AT_ONCE }, (_, index) => {
    const n = from + index;
    const second = n % EVERY_TENTH === 0 ? [(n % PEOPLE) + 1] : [];
    return { n, agencies: [n, ...second], language: n % 20 === 1 ? ('en' as const) : ('th' as const) };
  });

async function measure({ child, url }: Line): Promise<Row[]> {
  const inUseBefore = megabytesInUse();
  const memory = watchMemory();
  const started = performance.now();
  const now = () => new Date(NINE.getTime() + performance.now() - started);
  const delivery = runDelivery(clientOf(url), now);
  const counts = await sendReminders.run(NINE, { fence: 1, check: async () => undefined });
  const queued = secondsSince(started);
  await until('all is sent', async () => (await oldestUnsent()) === undefined, PATIENCE);
  const sent = secondsSince(started);
  await delivery.stop();
  const { first, highest } = memory();
  const inUse = megabytesInUse();
  const { people, paid, calls } = await countedBy(child);
  return [
    {
      what: `${PEOPLE} officials, planned and queued`,
      figures: `${queued.toFixed(1)} s; ${JSON.stringify(counts)}`,
    },
    {
      what: 'the last one sent',
      figures: `${sent.toFixed(1)} s; calls ${JSON.stringify(calls)}, paid ${paid}`,
    },
    { what: 'people by messages they got', figures: JSON.stringify(people) },
    {
      what: 'memory of job and delivery',
      figures: `${first} MB before, at most ${highest} MB; in use ${inUseBefore} MB before, ${inUse} MB after`,
    },
  ];
}

type Line = { child: ChildProcess; url: string };

async function startLine(): Promise<Line> {
  const program = fileURLToPath(new URL('./line-process.ts', import.meta.url));
  const child = fork(program, [String(PEOPLE)]);
  // Its first words are its address.
  const [{ url }] = await once(child, 'message');
  return { child, url };
}

async function countedBy(child: ChildProcess): Promise<Counted> {
  child.send('count');
  const [counted] = await once(child, 'message');
  return counted;
}

const secondsSince = (started: number): number => (performance.now() - started) / 1000;

/** What of the heap is really used, after a collection. */
function megabytesInUse(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  return Math.round(process.memoryUsage().heapUsed / MEGABYTE);
}

/** Resident memory from now on, in megabytes. */
function watchMemory(): () => { first: number; highest: number } {
  const read = () => Math.round(process.memoryUsage().rss / MEGABYTE);
  const first = read();
  let highest = first;
  const timer = setInterval(() => {
    highest = Math.max(highest, read());
  }, 100);
  return () => {
    clearInterval(timer);
    return { first, highest };
  };
}
