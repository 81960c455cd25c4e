/**
 * The program: `node bot/main.ts` runs all of it, `… web` the webhook and turns, `… jobs` what time starts. Wiring
 * only: the real world, the settings, and a clean stop.
 */
import { randomUUID } from 'node:crypto';
import { BadSetting, readConfig } from './config.ts';
import { NoEmbeddedDatabase } from './database/no-embedded-database.ts';
import { EngineDidNotStart } from './database/start-engine.ts';
import { createLog } from './log.ts';
import { GRACE, type Parts, type Running, start, type World } from './start.ts';

/** Beyond the grace of turns: closing what is left, before the process ends anyway. Milliseconds. */
const LAST_MOMENTS = 1_500;

async function main(): Promise<void> {
  const parts = partsNamed(process.argv[2]);
  const config = readConfig();
  const log = createLog(config.logLevel);
  const world: World = { now: () => new Date(), random: Math.random, newId: randomUUID, log };
  const running = await start(config, parts, world);
  stopOnSignals(running, world);
  if (running.simulation) process.stdout.write(`chat page ${running.simulation.url}\n`);
  process.stdout.write(`ready ${running.url ?? 'jobs'}\n`);
}

function partsNamed(name: string | undefined): Parts {
  if (name === undefined) return { web: true, jobs: true };
  if (name === 'web' || name === 'jobs') return { web: name === 'web', jobs: name === 'jobs' };
  throw new BadSetting(`"${name}" is no part of the program: say web, jobs, or nothing for both`);
}

function stopOnSignals(running: Running, { log }: World): void {
  let stopping = false;
  const stop = (signal: NodeJS.Signals) => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'stopping');
    setTimeout(() => process.exit(1), GRACE + LAST_MOMENTS).unref();
    running.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'the stop was not clean');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

main().catch((error: unknown) => {
  const isForPeople = [BadSetting, NoEmbeddedDatabase, EngineDidNotStart].some(
    (kind) => error instanceof kind,
  );
  const words = error instanceof Error ? (isForPeople ? error.message : error.stack) : String(error);
  process.stderr.write(`${words}\n`);
  process.exit(1);
});
