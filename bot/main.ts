/**
 * The program: `node bot/main.ts` runs all of it, `… web` the webhook and turns, `… jobs` what time starts. Wiring
 * only: settings, database, LINE (or the simulated one), service, server, and a clean stop.
 */
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { setTimeout as after } from 'node:timers/promises';
import { jobs } from '../jobs/registry.ts';
import { scheduleJobs } from '../jobs/schedule.ts';
import { connectModels, disconnectModels } from '../models/connection.ts';
import { BadSetting, type Config, readConfig } from './config.ts';
import { NoEmbeddedDatabase } from './database/no-embedded-database.ts';
import { openDatabase } from './database/open-database.ts';
import { createLineClient } from './line/line-client.ts';
import { listen } from './listen.ts';
import { createLog, type Log } from './log.ts';
import { startService } from './service.ts';

const now = () => new Date();

/** What is running, to be stopped in reverse order. */
type Stop = () => Promise<void>;

/** A turn in hand gets this long at a stop; container platforms kill after ten seconds or more. Milliseconds. */
const GRACE = 8_000;
const LINE_TIMEOUT = 4_000;

async function start(config: Config, parts: { web: boolean; jobs: boolean }, log: Log): Promise<Stop[]> {
  const database = await openDatabase({
    mongodbUri: config.mongodbUri,
    dataDirectory: config.dataDirectory,
    log,
  });
  await connectModels(database.uri, database.embedded ? 'pakmud' : undefined);
  const stops: Stop[] = [() => database.close(), disconnectModels];
  if (parts.web) stops.push(...(await startWeb(config, log)));
  if (parts.jobs) stops.push(startJobs(log));
  if (parts.jobs && !parts.web) process.stdout.write('ready jobs\n');
  return stops;
}

async function startWeb(config: Config, log: Log): Promise<Stop[]> {
  const simulated = config.line ? undefined : await import('./simulated-line.ts');
  const simulation = await simulated?.startSimulatedLine({
    port: config.simulatorPort,
    now,
    random: Math.random,
    log,
  });
  const channel = config.line ?? simulation?.channel;
  if (!channel) throw new Error('no channel');
  const service = startService({
    channelSecret: channel.channelSecret,
    publicUrl: config.publicUrl,
    line: createLineClient({ ...channel, timeoutMilliseconds: LINE_TIMEOUT }),
    now,
    random: Math.random,
    newId: randomUUID,
    log,
  });
  const server = await listen(service.app, config.port, config.host);
  await simulation?.connect(`http://127.0.0.1:${server.port}/webhook`);
  if (simulation) process.stdout.write(`chat page ${simulation.url}\n`);
  process.stdout.write(`ready http://localhost:${server.port}\n`);
  return [async () => simulation?.close(), () => service.stop(GRACE), () => server.close()];
}

function startJobs(log: Log): Stop {
  return scheduleJobs(jobs, {
    now,
    holder: `${hostname()}:${process.pid}`,
    onRun: (job, run) => log.info({ job: job.name, ...run }, 'job'),
    onFailure: (job, error) => log.error({ job: job.name, err: error }, 'a job failed'),
  });
}

async function main(): Promise<void> {
  const what = process.argv[2];
  const config = readConfig();
  const log = createLog(config.logLevel);
  const stops = await start(config, { web: what !== 'jobs', jobs: what !== 'web' }, log);
  let stopping = false;
  const stop = async (signal: string) => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'stopping');
    void after(GRACE + 1_500, undefined, { ref: false }).then(() => process.exit(1));
    for (const one of stops.reverse()) await one();
    process.exit(0);
  };
  process.on('SIGTERM', () => void stop('SIGTERM'));
  process.on('SIGINT', () => void stop('SIGINT'));
}

main().catch((error: unknown) => {
  const expected = error instanceof BadSetting || error instanceof NoEmbeddedDatabase;
  process.stderr.write(
    `${expected ? error.message : error instanceof Error ? error.stack : String(error)}\n`,
  );
  process.exit(1);
});
