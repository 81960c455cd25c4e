/** The program, started as people start it: with a channel, without one, and in parts. */
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { Program } from '../builders/program.ts';
import { channelAccessToken, runSimulator } from '../builders/running-simulator.ts';
import { channelSecret } from '../builders/signed-request.ts';
import { openTestDatabase, type TestDatabase } from '../builders/test-database.ts';
import { personNumber } from '../builders/webhook-events.ts';

const WATCH = fileURLToPath(new URL('./watch-imports.ts', import.meta.url));

let database: TestDatabase;
let line: Awaited<ReturnType<typeof runSimulator>>;
let program: Program;
beforeAll(async () => {
  database = await openTestDatabase();
  line = await runSimulator();
});
afterAll(async () => {
  await line.close();
  await database.close();
});
afterEach(() => program.kill());

/** A port nobody listens on: one that was free a moment ago. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

const local = () => ({ PORT: '0', HOST: '127.0.0.1', MONGODB_URI: database.uri });

describe('with a channel', () => {
  test('it serves that channel; no simulator listens and none is imported', async () => {
    const simulatorPort = await freePort();
    program = new Program(
      {
        ...local(),
        SIMULATOR_PORT: String(simulatorPort),
        LINE_CHANNEL_SECRET: channelSecret,
        LINE_CHANNEL_ACCESS_TOKEN: channelAccessToken,
        LINE_API_BASE_URL: line.url,
      },
      '',
      ['--import', WATCH],
    );
    const url = await program.ready();
    expect(program.output).toMatch(/^ready http:\/\/localhost:\d+$/m);
    expect(program.output).not.toContain('chat page');
    await expect(fetch(`http://127.0.0.1:${simulatorPort}/`)).rejects.toThrow();
    const imported = program.errors.split('\n').filter((said) => said.startsWith('imports '));
    expect(imported.filter((file) => file.includes('/bot/service.ts'))).toHaveLength(1);
    expect(imported.filter((file) => /simulat|\/demo\//.test(file))).toEqual([]);

    line.platform.setWebhookUrl(`${url}/webhook`);
    const person = personNumber(1);
    await line.platform.say(person, 'สวัสดี');
    expect((await line.platform.waitForReply(person, 0, 20_000)).length).toBeGreaterThan(0);
    expect((await program.stop()).code).toBe(0);
  });
});

describe('without a channel', () => {
  test('it brings a simulated one with a chat page, on a database in a directory of its own', async () => {
    const directory = await mkdtemp(path.join(os.tmpdir(), 'pakmud-program-'));
    program = new Program({ PORT: '0', HOST: '127.0.0.1', SIMULATOR_PORT: '0', DATA_DIR: directory });
    const url = await program.ready();
    const [, page = ''] = /^chat page (http:\S+)$/m.exec(program.output) ?? [];
    expect((await fetch(page)).status).toBe(200);
    expect(await (await fetch(`${url}/readyz`)).json()).toEqual({ ready: true });
    expect((await program.stop()).code).toBe(0);
    await rm(directory, { recursive: true, force: true });
  });
});

describe('in parts', () => {
  test('jobs alone: it serves nothing and says so', async () => {
    program = new Program(local(), 'jobs');
    expect(await program.ready()).toBe('jobs');
    expect(program.output).not.toContain('http://');
    expect((await program.stop()).code).toBe(0);
  });
});
