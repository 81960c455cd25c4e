/** A country to be reminded by real processes: jobs and senders that can be met at one exact write, and a simulated LINE. */
import { type ChildProcess, fork, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { connectModels, disconnectModels } from '../../models/connection.ts';
import { channelAccessToken, runSimulator } from '../builders/running-simulator.ts';
import { openTestDatabase, type TestDatabase } from '../builders/test-database.ts';
import { until } from '../builders/until.ts';
import { personNumber } from '../builders/webhook-events.ts';
import { raw } from '../jobs/reminder-country.ts';
import { type Meeting, openWriteGate, type WriteGate } from './write-gate.ts';

const pathOf = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** What reminders are written to. */
const OF_REMINDERS = ['reminder_claims', 'reminder_batches', 'outbox', 'push_quota'];

/** A process and what it said. */
class Running {
  readonly child: ChildProcess;
  said = '';

  constructor(child: ChildProcess) {
    this.child = child;
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (words) => (this.said += words));
  }

  get hasEnded(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  kill(): void {
    this.child.kill('SIGKILL');
  }

  /** How it ended: its exit code, or the signal. */
  async ended(): Promise<number | string | null> {
    await until('the process ends', () => this.hasEnded, 60_000);
    return this.child.signalCode ?? this.child.exitCode;
  }
}

/** Everything of one test file. */
export class ReminderStand {
  readonly #line: Awaited<ReturnType<typeof runSimulator>>;
  readonly #database: TestDatabase;
  readonly #gates: WriteGate[] = [];
  readonly #running: Running[] = [];

  private constructor(database: TestDatabase, line: Awaited<ReturnType<typeof runSimulator>>) {
    this.#database = database;
    this.#line = line;
  }

  static async open(now: () => Date, people: number): Promise<ReminderStand> {
    const database = await openTestDatabase();
    await connectModels(database.uri);
    const line = await runSimulator({ now, monthlyQuota: null });
    line.platform.addFollowers(Array.from({ length: people }, (_, index) => personNumber(index + 1)));
    return new ReminderStand(database, line);
  }

  /** Starts `manage job send-reminders` as of an instant; with a meeting, `met` happens at that write. */
  async startJob(now: Date, meeting?: Meeting, met: (job: Running) => void = (job) => job.kill()) {
    const gate = await this.#gate();
    const job = this.#note(
      spawn(
        process.execPath,
        [pathOf('../../bot/manage/manage.ts'), 'job', 'send-reminders', '--now', now.toISOString()],
        {
          env: { PATH: process.env.PATH ?? '', MONGODB_URI: gate.uri },
          stdio: ['ignore', 'pipe', 'pipe'],
        },
      ),
    );
    if (meeting) gate.meet(meeting, () => met(job));
    return { job, letGo: gate.letGo };
  }

  /** Starts sending as of an instant; it dies at a meeting. */
  async startSending(now: Date, meeting?: Meeting): Promise<Running> {
    const gate = await this.#gate();
    const args = [gate.uri, this.#line.url, now.toISOString(), channelAccessToken];
    const sender = this.#note(fork(pathOf('./sending-process.ts'), args, { execArgv: [], stdio: 'pipe' }));
    if (meeting) gate.meet(meeting, () => sender.kill());
    return sender;
  }

  /** LINE takes what it is handed, and nobody hears of it. */
  loseAnswers(): void {
    this.#line.platform.faults.calls = ['push', 'multicast'].map((endpoint) => ({
      kind: 'loseAnswer' as const,
      endpoint,
    }));
  }

  answersArrive(): void {
    this.#line.platform.faults.calls = [];
  }

  /** The lease of whoever holds the job runs out, as it does a minute after its process died. */
  async leaseRunsOut(): Promise<void> {
    await raw('job_leases').updateMany({}, { $set: { leaseUntil: new Date(0) } });
  }

  async allIsSent(): Promise<void> {
    const waiting = () => raw('outbox').countDocuments({ state: 'waiting' });
    await until('the outbox is empty', async () => (await waiting()) === 0, 60_000);
  }

  /** How many messages each person has got so far. */
  received(people: number): number[] {
    return Array.from(
      { length: people },
      (_, index) =>
        this.#line.platform.chat(personNumber(index + 1)).filter(({ from }) => from === 'bot').length,
    );
  }

  async close(): Promise<void> {
    for (const one of this.#running) {
      if (!one.hasEnded) one.kill();
      await one.ended();
    }
    for (const gate of this.#gates) await gate.close();
    await this.#line.close();
    await disconnectModels();
    await this.#database.close();
  }

  async #gate(): Promise<WriteGate> {
    const gate = await openWriteGate(this.#database.uri, OF_REMINDERS);
    this.#gates.push(gate);
    return gate;
  }

  #note(child: ChildProcess): Running {
    const running = new Running(child);
    this.#running.push(running);
    return running;
  }
}
