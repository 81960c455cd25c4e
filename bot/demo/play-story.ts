/**
 * `npm run demo`: plays the story over signed webhooks against a fresh database and prints the transcript. Exit
 * status 0 only if every step got what it should.
 */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bangkokDate, startOfBangkokDay } from '../../models/thai/calendar.ts';
import { readConfig } from '../config.ts';
import { createLog } from '../log.ts';
import { type Running, start } from '../start.ts';
import { createStage } from './play-step.ts';
import { STORY } from './story.ts';

/** Starts the whole program on free ports and a fresh embedded database in `directory`. */
function startFresh(directory: string): Promise<Running> {
  const config = readConfig({
    PORT: '0',
    HOST: '127.0.0.1',
    SIMULATOR_PORT: '0',
    DATA_DIR: directory,
    PUBLIC_URL: 'http://localhost:3000',
  });
  const ahead = tenInTheMorning(new Date()).getTime() - Date.now();
  const now = () => new Date(Date.now() + ahead);
  const world = { now, random: Math.random, newId: randomUUID, log: createLog('error') };
  return start(config, { web: true, jobs: false }, world);
}

/** The story is told by day, at whatever hour it is played: nobody's telephone rings at night. */
function tenInTheMorning(now: Date): Date {
  return new Date(startOfBangkokDay(bangkokDate(now)).getTime() + 10 * 3_600_000);
}

async function main(): Promise<void> {
  const directory = await mkdtemp(path.join(tmpdir(), 'pakmud-demo-'));
  const running = await startFresh(directory);
  try {
    if (!running.simulation || !running.url) throw new Error('the demonstration needs the simulated LINE');
    const play = createStage(running.simulation.platform, running.url, print);
    let failed = 0;
    for (const step of STORY) if (!(await play(step))) failed += 1;
    print(
      failed === 0
        ? `All ${STORY.length} steps got what they should.`
        : `${failed} of ${STORY.length} steps failed.`,
    );
    process.exitCode = failed === 0 ? 0 : 1;
  } finally {
    await running.stop();
    await rm(directory, { recursive: true, force: true });
  }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
});
