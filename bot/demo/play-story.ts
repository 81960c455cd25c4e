/**
 * `npm run demo`: plays the story over signed webhooks against a fresh database and prints the transcript. Exit
 * status 0 only if every step got what it should.
 */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readConfig } from '../config.ts';
import { createLog } from '../log.ts';
import type { Simulator } from '../simulator/start-simulator.ts';
import { type Running, start } from '../start.ts';
import { actionLabelled, wordsOf } from './read-messages.ts';
import { type Deed, STORY, type StoryStep } from './story.ts';

type Platform = Simulator['platform'];

/** How long an answer may take before the step counts as failed. Milliseconds. */
const PATIENCE = 15_000;

/** Starts the whole program on free ports and a fresh embedded database in `directory`. */
function startFresh(directory: string): Promise<Running> {
  const config = readConfig({
    PORT: '0',
    HOST: '127.0.0.1',
    SIMULATOR_PORT: '0',
    DATA_DIR: directory,
    PUBLIC_URL: 'http://localhost:3000',
  });
  const world = { now: () => new Date(), random: Math.random, newId: randomUUID, log: createLog('error') };
  return start(config, { web: true, jobs: false }, world);
}

/** Plays one step and prints it. False when the answer lacks something. */
async function play({ who, does, expect }: StoryStep, platform: Platform): Promise<boolean> {
  const seen = platform.chat(who.userId);
  const before = seen.at(-1)?.id ?? 0;
  print(`${who.displayName}: ${inWords(does)}`);
  await act(who.userId, does, platform);
  const answers = await platform.waitForReply(who.userId, before, PATIENCE);
  const words = answers.flatMap((entry) => (entry.from === 'bot' ? wordsOf(entry.message) : [])).join('\n');
  print(`  ปักหมุด: ${words.replaceAll('\n', '\n           ')}\n`);
  const missing = expect.filter((phrase) => !words.includes(phrase));
  for (const phrase of missing) print(`  ✗ the answer should hold “${phrase}”`);
  return missing.length === 0;
}

async function act(userId: string, does: Deed, platform: Platform): Promise<void> {
  if ('text' in does) await platform.say(userId, does.text);
  else if ('location' in does) await platform.sendLocation(userId, does.location);
  else await tap(userId, does.tap, platform);
}

async function tap(userId: string, label: string, platform: Platform): Promise<void> {
  const shown = platform.chat(userId).flatMap((entry) => (entry.from === 'bot' ? [entry.message] : []));
  const action = actionLabelled(label, shown.toReversed());
  if (!action) throw new Error(`no button is labelled “${label}”`);
  await platform.tapPostback(userId, { data: action.data, displayText: label });
}

function inWords(does: Deed): string {
  if ('text' in does) return does.text;
  if ('tap' in does) return `[${does.tap}]`;
  return `📍 ${does.location.latitude}, ${does.location.longitude}`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function main(): Promise<void> {
  const directory = await mkdtemp(path.join(tmpdir(), 'pakmud-demo-'));
  const running = await startFresh(directory);
  try {
    if (!running.simulation) throw new Error('the demonstration needs the simulated LINE');
    let failed = 0;
    for (const step of STORY) if (!(await play(step, running.simulation.platform))) failed += 1;
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

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
});
